"""Reports: numbers of books and series, periods without meetings, minutes not approved, days."""

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

PLAN = "meetings/kart/2021/report/report.yaml"
MEETING = "---\ndate: {day}\nstatus: {status}\nagenda:\n  - title: Djupner\n---\n"


def project(plan: str = "", status: str = "approved", **files: str) -> MemoryTree:
    """One meeting in 2021, on the 10th of March, and report.yaml."""
    every = {
        "arsrapport.yaml": "language: nn\n",
        "meetings/kart/2021/2021-03-10.md": MEETING.format(day="2021-03-10", status=status),
        PLAN: plan,
        **files,
    }
    return MemoryTree({path: text.encode() for path, text in every.items()})


def told(tree: MemoryTree, *codes: str):
    return check_project(tree, Checking(select=codes)).diagnostics


def covered(tree: MemoryTree, diagnostic) -> str:
    place = diagnostic.place
    line = tree.files[place.path].decode().split("\n")[place.line - 1]
    assert (place.line, place.end_column > place.column) == (place.end_line, True)
    return line[place.column - 1 : place.end_column - 1]


# --- ISBN -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "wrong", "right"),
    [
        ("978-82-999999-1-4", "978-82-999999-1-4", "5"),
        ("9788299999914", "9788299999914", "5"),
        ("978 82 999999 1 4", "978 82 999999 1 4", "5"),
        ("978–82–999999–1–4", "978–82–999999–1–4", "5"),
        ("82-999999-1-1", "82-999999-1-1", "X"),
        ("82-999999-1", "82-999999-1", ""),
        ("978-82-999999-5", "978-82-999999-5", ""),
        ("978-82-999999-1-55", "978-82-999999-1-55", ""),
        ("977-82-999999-1-5", "977-82-999999-1-5", ""),
        ("12345", "12345", ""),
        ("ISBN 978-82-999999-1-4 (trykt)", "978-82-999999-1-4", "5"),
        ("ISBN-13: 978-82-999999-1-4", "978-82-999999-1-4", "5"),
        ("978-82-999999-1-5 (trykt), 978-82-999999-1-4 (elektronisk)", "978-82-999999-1-4", "5"),
        ("9788299999915 9788299999914", "9788299999914", "5"),
        ("978-82-999999-1-4 (2021)", "978-82-999999-1-4", "5"),
        ('"978-82-999999-1-4"', "978-82-999999-1-4", "5"),
        ("'ISBN: 978-82-999999-1-4'", "978-82-999999-1-4", "5"),
    ],
)
def test_an_isbn_that_is_none_is_told_with_the_digit_that_would_fit(written, wrong, right):
    tree = project(f"isbn: {written}\n")

    (found,) = told(tree, "AR621")

    assert covered(tree, found) == wrong
    assert found.arguments == (("right", right), ("value", wrong))
    assert found.severity == "error"


@pytest.mark.parametrize(
    "written",
    [
        "978-82-999999-1-5",
        "9788299999915",
        "82-999999-1-X",
        "82-999999-1-x",
        "ISBN-10: 82-999999-1-X",
        "ISBN 13 978 82 999999 1 5",
        "978-82-999999-1-5 (trykt), 82-999999-1-X (elektronisk), 2021",
        "kjem",
        "978-82-XXX-XXXX-X",
        "",
    ],
)
def test_an_isbn_that_is_one_or_not_known_yet_is_not_told(written):
    assert told(project(f"isbn: {written}\n"), "AR621") == ()


# --- ISSN -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "wrong", "right"),
    [
        ("issn: 1234-5678", "1234-5678", "9"),
        ("issn: '12345678'", "12345678", "9"),
        ("issn: 1111-2223", "1111-2223", "0"),
        ("issn: 1234-56", "1234-56", ""),
        ("issn: 1234-56790", "1234-56790", ""),
        ("issn: 1234-5679 (trykt), 1234-5678 (elektronisk)", "1234-5678", "9"),
        ("series: Notat 2021/3, ISSN 1234-5678", "1234-5678", "9"),
        ('series: "Notat (ISSN: 1234-5678), 2021/3"', "1234-5678", "9"),
    ],
)
def test_an_issn_that_is_none_is_told_also_in_the_series(plan, wrong, right):
    tree = project(f"{plan}\n")

    (found,) = told(tree, "AR622")

    assert covered(tree, found) == wrong
    assert found.arguments == (("right", right), ("value", wrong))


@pytest.mark.parametrize(
    "plan",
    [
        "issn: 1234-5679",
        "issn: 1234 5679",
        "issn: kjem",
        "series: Notat 2021/35",
        "series: Notat 1234-5678",
        "series: Notat, ISSN 1234-5679, 2021/35",
        "series: Notat, ISSN 1234-5679 2021/35",
        "series: Notat, ISSN",
    ],
)
def test_an_issn_that_is_one_or_another_number_is_not_told(plan):
    assert told(project(f"{plan}\n"), "AR622") == ()


# --- periods --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "shown"),
    [("2012", "2012"), ("2012-07-01/2013-06-30", "2012-07-01/2013-06-30")],
)
def test_a_period_that_holds_no_meeting_is_told(period, shown):
    tree = project(f"period: {period}\n")

    (found,) = told(tree, "AR623")

    assert covered(tree, found) == period
    assert found.arguments == (("period", shown),)


def test_without_a_period_the_file_is_told():
    (found,) = told(
        project(**{"meetings/kart/2020/report/report.yaml": "title: Melding\n"}), "AR623"
    )

    assert str(found.place) == "meetings/kart/2020/report/report.yaml:1:1"


@pytest.mark.parametrize("status", ["approved", "draft", "planned"])
def test_a_period_with_any_meeting_is_not_told(status):
    assert told(project("period: 2021\n", status), "AR623") == ()


def test_a_period_is_not_empty_while_a_file_cannot_be_read():
    broken = {"meetings/kart/2012/2012-03-10.md": "---\ndate: [\n"}

    assert told(project("period: 2012\n", **broken), "AR623") == ()


# --- minutes that are not approved ----------------------------------------------------------


@pytest.mark.parametrize("status", ["draft", "for-comment"])
def test_minutes_that_are_not_approved_are_told_where_a_report_has_them(status):
    tree = project("period: 2021\n", status)

    (found,) = told(tree, "AR624")

    assert (found.place.path, covered(tree, found)) == ("meetings/kart/2021/2021-03-10.md", status)
    assert found.arguments == (("status", status),)


@pytest.mark.parametrize("status", ["approved", "planned", ""])
def test_other_minutes_are_not_told(status):
    assert told(project("period: 2021\n", status), "AR624") == ()


def test_minutes_are_told_once_though_two_reports_have_them():
    other = {"meetings/kart/2022/report/report.yaml": "period: 2021-01-01/2022-12-31\n"}

    assert len(told(project("period: 2021\n", "draft", **other), "AR624")) == 1


def test_minutes_of_a_year_whose_report_nobody_has_begun_are_not_told():
    files = {"meetings/kart/2022/2022-03-10.md": MEETING.format(day="2022-03-10", status="draft")}

    assert told(project("period: 2021\n", **files), "AR624") == ()


# --- days -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "covers", "key", "limit"),
    [
        ("published: 2021-03-09", "2021-03-09", "published", "2021-03-10"),
        ("signed: {by: Bo Li, date: 2021-03-09}", "2021-03-09", "signed", "2021-03-10"),
        ("as_of: 2020-12-31", "2020-12-31", "as_of", "2021-01-01"),
        ("period: 2012\npublished: 2011-12-31", "2011-12-31", "published", "2012-01-01"),
    ],
)
def test_a_day_that_comes_too_early_is_told(plan, covers, key, limit):
    tree = project(f"{plan}\n")

    (found,) = told(tree, "AR625")

    assert covered(tree, found) == covers
    assert found.arguments == (("date", covers), ("key", key), ("limit", limit))


@pytest.mark.parametrize(
    "plan",
    [
        "published: 2021-03-10",
        "published: 2021-12-20",
        "signed: {by: Bo Li, date: 2021-03-10}",
        "as_of: 2021-01-01",
        "as_of: 2023-01-01",
    ],
)
def test_a_day_that_may_be_right_is_not_told(plan):
    assert told(project(f"{plan}\n"), "AR625") == ()
