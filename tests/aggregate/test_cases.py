"""Cases: items that continue one another."""

from datetime import date

import pytest

from arsrapport.aggregate.cases import cases
from arsrapport.model.report import Period
from registered import archive_of, minutes


def found(*meetings, period=None):
    """Each case as the items that it has."""
    (committee,) = archive_of(
        *((text.split("date: ")[1][:10], text) for text in meetings)
    ).committees
    held = [m for m in committee.meetings if m.counts]
    return [
        [f"{meeting.id}/{item.number}" for meeting, item in case.items]
        for case in cases(held, period)
    ]


def meeting(day, *continued, **more):
    """A meeting whose items continue these; "" for none."""
    return minutes(day, *(("Tekst.", f"continues: {to}" if to else "") for to in continued), **more)


MARCH, JUNE, SEPTEMBER = "2021-03-10", "2021-06-02", "2021-09-01"


def test_items_that_nothing_continues_are_no_case():
    assert found(meeting(MARCH, "", ""), meeting(JUNE, "")) == []


def test_a_chain_is_one_case_in_the_order_of_the_meetings():
    assert found(
        meeting(SEPTEMBER, "", "2021-06-02/1"),
        meeting(MARCH, "", ""),
        meeting(JUNE, "2021-03-10/2"),
    ) == [["2021-03-10/2", "2021-06-02/1", "2021-09-01/2"]]


def test_two_that_continue_the_same_are_one_case():
    assert found(
        meeting(MARCH, ""), meeting(JUNE, "2021-03-10/1"), meeting(SEPTEMBER, "2021-03-10/1")
    ) == [["2021-03-10/1", "2021-06-02/1", "2021-09-01/1"]]


def test_two_that_are_treated_together_later_stay_two():
    """The item is of the second, which it names first; the case of the first leads to it."""
    assert found(
        meeting(MARCH, "", ""),
        meeting(JUNE, "[2021-03-10/2, 2021-03-10/1, 2021-03-10/2]"),
        meeting(SEPTEMBER, "2021-06-02/1"),
    ) == [
        ["2021-03-10/1", "2021-06-02/1"],
        ["2021-03-10/2", "2021-06-02/1", "2021-09-01/1"],
    ]


def test_many_that_are_treated_together_for_long_cost_no_more_than_each_once():
    """A thousand items, then one that continues them all, and a thousand after that."""
    every = "[" + ", ".join(f"2021-03-10/{n}" for n in range(1, 1001)) + "]"
    days = [date.fromordinal(date(2022, 1, 1).toordinal() + n).isoformat() for n in range(1000)]
    later = [meeting(day, f"{old}/1") for old, day in zip([JUNE, *days], days, strict=False)]

    sizes = [len(c) for c in found(meeting(MARCH, *[""] * 1000), meeting(JUNE, every), *later)]

    assert sizes == [1002, *[2] * 999]


def test_two_cases_come_in_the_order_of_their_first_items():
    assert found(meeting(MARCH, "", ""), meeting(JUNE, "2021-03-10/2", "2021-03-10/1")) == [
        ["2021-03-10/1", "2021-06-02/2"],
        ["2021-03-10/2", "2021-06-02/1"],
    ]


def test_an_item_of_the_same_meeting_may_be_continued_by_its_number_alone():
    assert found(meeting(MARCH, "", "1")) == [["2021-03-10/1", "2021-03-10/2"]]


@pytest.mark.parametrize("to", ["2021-03-10/7", "2020-03-10/1", "2021-03-10", "x/y/z"])
def test_what_continues_nothing_in_the_files_is_alone_and_so_no_case(to):
    assert found(meeting(MARCH, ""), meeting(JUNE, f"'{to}'")) == []


def test_an_item_that_continues_itself_is_no_case_and_a_circle_ends():
    assert found(meeting(MARCH, "2021-03-10/1")) == []
    assert found(meeting(MARCH, "3", "1", "2")) == [[f"2021-03-10/{n}" for n in (1, 2, 3)]]


def test_a_planned_meeting_is_no_part_of_a_case():
    assert found(meeting(MARCH, ""), meeting(JUNE, "2021-03-10/1", status="planned")) == []


def test_a_period_has_the_cases_with_an_item_in_it_whole():
    texts = (meeting("2020-03-10", ""), meeting(JUNE, "2020-03-10/1"))
    whole = ["2020-03-10/1", "2021-06-02/1"]
    years = {y: Period(date(y, 1, 1), date(y, 12, 31)) for y in (2019, 2020, 2021)}

    assert [found(*texts, period=period) for period in years.values()] == [[], [whole], [whole]]


def test_a_case_of_two_thousand_meetings_is_one():
    days = [date.fromordinal(date(1990, 1, 1).toordinal() + n).isoformat() for n in range(2000)]
    texts = [
        meeting(day, f"{before}/1" if before else "")
        for before, day in zip(["", *days], days, strict=False)
    ]

    assert [len(case) for case in found(*texts)] == [2000]
