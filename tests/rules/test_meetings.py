"""Meetings: what their numbers and states say of each other."""

from datetime import date, timedelta

import pytest

from small_projects import found, meeting, places

HELD = date(2021, 3, 10)


# --- AR210 ----------------------------------------------------------------------------------

DAYS = ("2020-11-11", "2021-03-10", "2021-05-12", "2021-09-15")


def out_of_order(*numbers):
    """Return the numbers that are told, each with the one before, of meetings on four days."""
    files = {
        day: meeting(day, *([f'number: "{number}"'] if number else []))
        for day, number in zip(DAYS, numbers, strict=False)
    }
    return [(told["number"], told["before"]) for _, told in found("AR210", files)]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("", "4/2021", "3/2021"), [("3/2021", "4/2021")]),
        (("", "3/2021", "3/2021"), [("3/2021", "3/2021")]),
        (("", "2021/4", "2021/3"), [("2021/3", "2021/4")]),
        (("", "4/21", "3/21"), [("3/21", "4/21")]),
        (("", "21/4", "21/3"), [("21/3", "21/4")]),
        (("", "Nr. 4", "nr.  3"), [("nr. 3", "Nr. 4")]),  # capitals and spaces say nothing
        (("", "4", "", "3"), [("3", "4")]),
        (("", "3/2021", "4/2020"), [("4/2020", "3/2021")]),  # the year runs backwards
        (("", "2/21", "9/21", "3/21"), [("3/21", "9/21")]),
        (("", "9/21", "2/21", "3/21"), [("2/21", "9/21")]),  # the one that comes after it is sound
        (("", "4/21", "AU 1/21", "3/21"), [("3/21", "4/21")]),  # another series between them
        (("", "21/21", "20/21"), [("20/21", "21/21")]),
    ],
)
def test_a_number_comes_after_the_one_before_it(numbers, told):
    assert out_of_order(*numbers) == told


@pytest.mark.parametrize(
    "numbers",
    [
        ("4/2020", "1/2021", "2/2021"),
        ("4", "1", "2"),  # a series begins anew at 1
        ("", "4", "1"),  # whenever its period does
        ("57", "58", "59"),
        ("", "3/2021", "5/2021", "9/2021"),  # a gap is none
        ("", "9/21", "10/21", "11/21"),
        ("", "AU 4/21", "3/21"),
        ("", "4-21", "3/21"),
        ("", "1/2/3", "1/1/3"),  # nobody can say what is counted
        ("", "12/13", "11/13"),  # nor which is the year
        ("", "fire", "tre"),
        ("", "4" * 50, "3"),
    ],
)
def test_numbers_that_may_be_right(numbers):
    assert out_of_order(*numbers) == []


def test_two_meetings_of_one_day_may_share_a_number():
    files = {
        "2021-03-10": meeting("2021-03-10", "number: 3/21"),
        "2021-03-10b": meeting("2021-03-10", "number: 3/21"),
        "2021-05-12": meeting("2021-05-12", "number: 3/21"),
    }

    assert places("AR210", files) == ["2021-05-12:3:9-3:13"]


# --- AR211 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "told"), [(30, False), (31, True), (400, True), (-20, False)])
def test_a_meeting_is_not_planned_long_after_it(days, told):
    files = {"2021-03-10": meeting("2021-03-10", "status: planned")}
    expected = [("2021-03-10:3:9-3:16", {"date": "2021-03-10", "days": str(days)})]

    assert found("AR211", files, HELD + timedelta(days=days)) == (expected if told else [])


def test_a_planned_meeting_of_two_days_is_past_after_the_second():
    files = {"2021-03-10": meeting("2021-03-10/2021-03-11", "status: planned")}

    assert found("AR211", files, HELD + timedelta(days=31)) == []
    assert len(found("AR211", files, HELD + timedelta(days=32))) == 1


@pytest.mark.parametrize("lines", [(), ("status: draft",), ("status: approved",)])
def test_only_planned_meetings_are_planned(lines):
    assert found("AR211", {"2021-03-10": meeting("2021-03-10", *lines)}) == []


def test_without_a_day_nothing_is_past():
    files = {
        "2021-03-10": meeting("2021-03-10", "status: planned"),
        "2021-05-12": meeting("2021-05-12", "status: draft"),
    }

    assert found("AR21", files, date.min) == []


# --- AR212 ----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["draft", "for-comment"])
@pytest.mark.parametrize(("days", "told"), [(90, False), (91, True)])
def test_minutes_are_approved_within_ninety_days(status, days, told):
    files = {"2021-03-10": meeting("2021-03-10", f"status: {status}")}
    end = 9 + len(status)
    expected = [(f"2021-03-10:3:9-3:{end}", {"date": "2021-03-10", "days": str(days)})]

    assert found("AR212", files, HELD + timedelta(days=days)) == (expected if told else [])


@pytest.mark.parametrize(("days", "told"), [(30, False), (31, True)])
def test_or_within_thirty_days_of_the_next_meeting(days, told):
    files = {
        "2021-03-10": meeting("2021-03-10", "status: draft"),
        "2021-03-24": meeting("2021-03-24"),
    }

    assert bool(found("AR212", files, date(2021, 3, 24) + timedelta(days=days))) is told


@pytest.mark.parametrize("line", ["status: planned", "form: written"])
def test_a_meeting_where_nobody_met_approves_nothing(line):
    files = {
        "2021-03-10": meeting("2021-03-10", "status: draft"),
        "2021-03-24": meeting("2021-03-24", line),
    }

    assert found("AR212", files, date(2021, 5, 12)) == []


@pytest.mark.parametrize(
    "lines",
    [
        (),  # not recorded
        ("status: approved",),
        ("status: planned",),
        ("status: draft", "approved: {date: 2021-05-12}"),  # AR214
    ],
)
def test_other_minutes_are_not_waited_for(lines):
    assert found("AR212", {"2021-03-10": meeting("2021-03-10", *lines)}) == []
