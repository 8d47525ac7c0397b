"""What stands behind *Frist:*, in whatever language."""

from datetime import date

import pytest

from arsrapport.language.dues import read_due


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("15. november 2017", date(2017, 11, 15)),
        ("2017-11-15", date(2017, 11, 15)),
        ("innan 15.11.2017", date(2017, 11, 15)),
        ("15 November 2017", date(2017, 11, 15)),
    ],
)
def test_a_date_is_a_due_with_a_day(written, day):
    due = read_due(written)

    assert (due.kind, due.day, due.written) == ("date", day, written)


@pytest.mark.parametrize("written", ["løpande", "Løpende", "ongoing.", " LØPANDE "])
def test_what_goes_on_is_ongoing(written):
    assert (read_due(written).kind, read_due(written).day) == ("ongoing", None)


@pytest.mark.parametrize(
    "written",
    [
        "neste møte",
        "Neste møte.",
        "til neste møte",
        "før  neste møte",
        "next meeting",
        "by the next meeting",
    ],
)
def test_the_next_meeting_is_a_due_whose_day_is_not_known_here(written):
    assert (read_due(written).kind, read_due(written).day) == ("next-meeting", None)


@pytest.mark.parametrize("written", ["", " ", "?", "–", "…"])
def test_what_has_neither_letter_nor_figure_is_unknown(written):
    assert read_due(written).kind == "unknown"


@pytest.mark.parametrize(
    "written",
    [
        "hausten 2018",
        "veke 49",
        "31.2.2018",
        "fortløpande",
        "etter neste møte",
        "neste møte i styret",
        "x" * 10_000,
    ],
)
def test_all_else_is_words(written):
    assert (read_due(written).kind, read_due(written).day) == ("words", None)
