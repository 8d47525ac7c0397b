"""Approvals: when minutes were written and approved, and in which meeting."""

from datetime import date, timedelta

import pytest

from small_projects import found, meeting, places

HELD = "2021-03-10"


def approved(how, day=HELD):
    return meeting(day, f"approved: {how}")


# --- AR206 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "reason", "span"),
    [
        ("{date: 2021-03-09}", "before", "3:18-3:28"),
        ("{in: 2021-02-10}", "before", "3:16-3:26"),  # whether there is such a meeting or not
        ("{in: 2021-02-10/3}", "before", "3:16-3:28"),
        ("{in: 2021-03-10}", "itself", "3:16-3:26"),
    ],
)
def test_minutes_are_not_approved_before_the_meeting_or_in_it(how, reason, span):
    named = how.split(": ")[1][:10]

    assert found("AR206", {HELD: approved(how)}) == [
        (f"2021-03-10:{span}", {"date": named, "held": HELD, "reason": reason})
    ]


@pytest.mark.parametrize(
    "how",
    [
        "{date: 2021-03-10}",  # the day it was held
        "{date: 2021-03-11}",
        "{in: 2021-03-10/1}",  # its last item
        "{in: 2021-03-10b}",  # a second meeting that day
        "{in: 2021-05-12}",
        "{in: e-post}",
        "{}",
        "",
    ],
)
def test_minutes_are_approved_on_the_day_or_later(how):
    assert found("AR206", {HELD: approved(how)}) == []


def test_minutes_of_two_days_may_be_approved_on_the_second():
    days = "2021-03-10/2021-03-11"

    assert found("AR206", {HELD: approved("{date: 2021-03-10}", days)}) == []
    assert len(found("AR206", {HELD: approved("{date: 2021-03-09}", days)})) == 1


def test_a_meeting_whose_date_is_not_the_files_is_left_alone():
    files = {HELD: approved("{date: 2021-03-11}", "2021-04-10")}

    assert found("AR206", files) == []


# --- AR207 ----------------------------------------------------------------------------------

LATER = {
    "2021-05-12": meeting("2021-05-12", titles=("A", "B")),
    "2021-09-15": meeting("2021-09-15"),
}


def nowhere(how, others=LATER):
    return [arguments for _, arguments in found("AR207", {HELD: approved(how), **others})]


@pytest.mark.parametrize(
    ("named", "near", "what"),
    [
        ("2021-05-13", "2021-05-12", "meeting"),
        ("2021-05-12b", "2021-05-12", "meeting"),
        ("2021-05-13/1", "2021-05-12", "meeting"),
        ("2021-07-14", "", "meeting"),  # far from both
        ("2021-08-15", "2021-09-15", "meeting"),  # thirty-one days
        ("2021-08-14", "", "meeting"),
        ("2021-03-11", "", "meeting"),  # near only the one that is approved
        ("2021-05-12/3", "", "item"),
        ("2021-05-12/sak 1", "", "item"),
        ("12. mai 2021", "2021-05-12", "meeting"),
        ("12.5.2021", "2021-05-12", "meeting"),
    ],
)
def test_a_meeting_or_an_item_that_is_nowhere_approves_nothing(named, near, what):
    assert nowhere(f"{{in: {named}}}") == [{"name": named, "nearest": near, "what": what}]


def test_the_name_of_a_meeting_is_in_small_letters():
    others = {**LATER, "2021-05-12b": meeting("2021-05-12")}

    assert nowhere("{in: 2021-05-12B}", others) == [
        {"name": "2021-05-12B", "nearest": "2021-05-12b", "what": "meeting"}
    ]


def test_the_place_is_what_stands_there():
    files = {HELD: approved('{date: 2021-05-12, in: "2021-05-13"}'), **LATER}

    assert places("AR207", files) == ["2021-03-10:3:34-3:46"]


@pytest.mark.parametrize(
    "named",
    [
        "2021-05-12",
        "2021-05-12/2",
        "2021-09-15/1",
        "2021-09-16",  # later than the last: not entered yet
        "2022-01-12/4",
        "e-post",
        "nr. 3",
        "2021-13-45",
        "2021-02-30",
    ],
)
def test_what_is_there_or_unknown_may_approve(named):
    assert nowhere(f"{{in: {named}}}") == []


def test_a_planned_meeting_says_nothing_of_those_before_it():
    planned = {"2021-12-15": meeting("2021-12-15", "status: planned")}

    assert nowhere("{in: 2021-11-10}", {**LATER, **planned}) == []
    assert nowhere("{in: 2021-12-15}", {**LATER, **planned}) == []


def test_a_meeting_that_could_not_be_read_is_there_with_whatever_items():
    others = {**LATER, "2021-06-16": "broken"}

    assert nowhere("{in: 2021-06-16/7}", others) == []
    assert len(nowhere("{in: 2021-06-17}", others)) == 1


@pytest.mark.parametrize(
    "path",
    ["meetings/kart/2020/2021-06-16.md", "meetings/hamn/2021/2021-06-16.md"],
)
def test_a_file_of_that_name_elsewhere_is_no_proof_that_there_is_none(path):
    assert nowhere("{in: 2021-06-16/7}", {**LATER, path: meeting("2021-06-16")}) == []


def test_the_agenda_of_a_planned_meeting_may_change():
    planned = {"2021-12-15": meeting("2021-12-15", "status: planned")}

    assert nowhere("{in: 2021-12-15/7}", {**LATER, **planned}) == []


def test_in_a_folder_that_cannot_be_opened_any_meeting_may_lie():
    assert nowhere("{in: 2021-05-13}", {**LATER, "meetings/kart/2020/": ""}) == []
    assert len(nowhere("{in: 2021-05-12/7}", {**LATER, "meetings/kart/2020/": ""})) == 1


def test_item_numbers_are_compared_as_in_headings():
    agenda = "---\ndate: 2021-05-12\nagenda:\n  - {title: A, number: S 3/21}\n---\n"

    assert nowhere("{in: 2021-05-12/s  3/21}", {"2021-05-12": agenda}) == []
    assert len(nowhere("{in: 2021-05-12/S 4/21}", {"2021-05-12": agenda})) == 1


def test_many_meetings_that_name_no_other_cost_little():
    days = [date(2000, 1, 1) + timedelta(days=day) for day in range(0, 400, 2)]
    files = {str(day): approved(f"{{in: {day + timedelta(days=1)}}}", str(day)) for day in days}

    assert len(found("AR207", files)) == len(days) - 1


# --- AR213 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "count"), [("2021-03-09", 1), ("2021-03-10", 0)])
def test_minutes_are_not_dated_before_the_meeting(day, count):
    files = {HELD: meeting(HELD, f"minutes: {{date: {day}}}")}

    assert (
        found("AR213", files)
        == [("2021-03-10:3:17-3:27", {"date": "2021-03-09", "held": HELD})][:count]
    )


def test_a_notice_may_be_dated_before_the_meeting():
    files = {HELD: meeting(HELD, "status: planned", "minutes: {date: 2021-02-10}")}

    assert found("AR213", files) == []


# --- AR214 ----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["planned", "draft", "for-comment"])
@pytest.mark.parametrize("how", ["{date: 2021-05-12}", "{in: 2021-05-12}"])
def test_approved_minutes_have_the_status(status, how):
    files = {HELD: meeting(HELD, f"status: {status}", f"approved: {how}"), **LATER}

    end = 9 + len(status)
    assert found("AR214", files) == [(f"2021-03-10:3:9-3:{end}", {"status": status})]


@pytest.mark.parametrize(
    "lines",
    [
        ("status: approved", "approved: {date: 2021-05-12}"),
        ("approved: {date: 2021-05-12}",),  # no status is not recorded
        ("status: draft",),
        ("status: draft", "approved: {}"),
        ("status: draft", "approved: {date: }"),
    ],
)
def test_other_minutes_need_it_not(lines):
    assert found("AR214", {HELD: meeting(HELD, *lines), **LATER}) == []
