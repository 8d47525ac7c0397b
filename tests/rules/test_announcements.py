"""Announcements: the next meeting as minutes announce it, and the one that was held."""

import pytest

from small_projects import found, meeting

FIRST = "2021-03-10"


def announcing(day, *lines):
    return meeting(FIRST, *lines, f"next_meeting: {day}")


# --- AR208 ----------------------------------------------------------------------------------


def differs(announced, *held, lines=()):
    """Say whether the first meeting's announcement is told.

    Args:
        announced: The day that it announces.
        held: The other meetings: a day, or a day with lines of its front matter.
        lines: Of the first meeting's front matter.
    """
    days = [(each,) if isinstance(each, str) else each for each in held]
    files = {day: meeting(day, *more) for day, *more in days}
    return bool(found("AR208", {FIRST: announcing(announced, *lines), **files}))


@pytest.mark.parametrize(
    ("announced", "held"),
    [
        ("2021-05-12", "2021-05-13"),
        ("2021-05-12", "2021-05-26"),  # two weeks later
        ("2021-05-12/2021-05-13", "2021-05-27"),  # from its last day
        ("2021-04-07", "2021-04-21"),  # half of the four weeks to it
        ("2022-05-12", "2021-05-12"),  # the year is wrong
        ("2021-04-12", "2022-04-12"),
    ],
)
def test_a_meeting_near_the_day_announced_is_the_one_that_was_meant(announced, held):
    files = {FIRST: announcing(announced), held: meeting(held)}

    end = 15 + len(announced)
    assert found("AR208", files) == [
        (f"2021-03-10:3:15-3:{end}", {"announced": announced, "held": held})
    ]


@pytest.mark.parametrize(
    ("announced", "held"),
    [
        ("2021-05-12", "2021-05-12"),
        ("2021-05-12/2021-05-13", "2021-05-13"),
        ("2021-05-12", "2021-05-27"),  # more than two weeks later: it may be missing here
        ("2021-09-15", "2022-03-02"),
        ("2021-04-07", "2021-04-22"),  # more than half of the wait
        ("2021-03-17", "2021-03-24"),  # every week, and one is missing
        ("2021-09-15", "2021-09-01"),  # it may still come
    ],
)
def test_a_meeting_that_may_be_another_is_no_evidence(announced, held):
    assert not differs(announced, held)


def test_without_a_later_meeting_nothing_is_known():
    assert not differs("2021-05-12")
    assert not differs("2021-05-12", "2021-01-20")
    assert not differs("2021-05-12", ("2021-05-13", "status: planned"))


def test_a_meeting_before_the_day_is_the_one_when_others_were_held_after_it():
    assert differs("2021-06-12", "2021-05-12", "2021-09-15")  # thirty-one days
    assert not differs("2021-06-13", "2021-05-12", "2021-09-15")
    assert not differs("2021-06-12", "2021-05-12")
    assert differs("2021-04-07", "2021-03-24", "2021-09-15")  # half of the four weeks to it
    assert not differs("2021-04-07", "2021-03-23", "2021-09-15")


def test_or_when_it_announces_another_day_itself():
    held = ("2021-09-01", "next_meeting: 2021-11-10")

    assert differs("2021-09-15", held)


def test_an_extraordinary_meeting_announces_the_same_day():
    held = ("2021-09-01", "next_meeting: 2021-09-15")

    assert not differs("2021-09-15", held, "2021-11-10")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("2021-05-12", ["status: planned"]),
        ("2021-05-12", ["form: written"]),
        ("2021-05-12b", []),
    ],
)
def test_a_file_of_the_day_announced_is_enough(name, lines):
    files = {FIRST: announcing("2021-05-12"), "2021-05-19": meeting("2021-05-19")}

    assert found("AR208", {**files, name: meeting("2021-05-12", *lines)}) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("meetings/kart/2021/2021-05-12.md", "broken"),
        ("meetings/kart/2020/2021-05-12.md", ""),
        ("meetings/kart/2021/2021-05-12-innkalling.md", "# Innkalling\n"),
    ],
)
def test_so_is_one_that_could_not_be_read_or_only_belongs_to_it(path, text):
    files = {FIRST: announcing("2021-05-12"), "2021-05-19": meeting("2021-05-19")}
    assert len(found("AR208", files)) == 1

    assert found("AR208", {**files, path: text}) == []


def test_in_a_folder_that_cannot_be_opened_it_may_lie():
    files = {FIRST: announcing("2021-05-12"), "2021-05-19": meeting("2021-05-19")}

    assert found("AR208", {**files, "meetings/kart/2020/": ""}) == []


def test_a_meeting_in_writing_is_none_that_is_announced():
    written = ("2021-05-11", "form: written")

    assert not differs("2021-05-12", written)
    assert differs("2021-05-12", written, "2021-05-19")
    assert not differs("2021-05-12", ("2021-05-19", "form: written"))


@pytest.mark.parametrize(
    ("number", "other", "told"),
    [
        ("3/2021", "4/2021", True),
        ("3/2021", "5/2021", False),
        ("3/2021", "1/2022", True),
        ("3/2021", "2/2022", False),
        ("3/2021", "AU 4/2021", False),  # another series
        ("57", "58", True),
        ("57", "59", False),
    ],
)
def test_the_number_that_comes_next_is_evidence_however_late_it_was(number, other, told):
    held = ("2022-01-12", f"number: {other}")

    assert differs("2021-05-12", held, lines=(f"number: {number}",)) is told


def test_a_number_that_is_missing_between_two_explains_a_meeting_nearby():
    held = ("2021-05-19", "number: 5/21")

    assert not differs("2021-05-12", held, lines=("number: 3/21",))
    assert differs("2021-05-12", held)


def test_planned_meetings_announce_nothing_that_must_hold():
    assert not differs("2021-05-12", "2021-05-19", lines=("status: planned",))


# --- AR215 ----------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [FIRST, "2021-03-09", "2020-05-12", "2021-01-20"])
def test_the_next_meeting_is_not_before_this_one_or_on_its_day(day):
    files = {"2021-01-20": meeting("2021-01-20"), FIRST: announcing(day)}

    assert found("AR215", files) == [("2021-03-10:3:15-3:25", {"announced": day, "held": FIRST})]


def test_a_meeting_of_two_days_announces_none_on_its_second():
    days = "2021-03-10/2021-03-11"
    text = meeting(days, "next_meeting: 2021-03-11")

    assert found("AR215", {FIRST: text}) == [
        ("2021-03-10:3:15-3:25", {"announced": "2021-03-11", "held": days})
    ]


def test_the_next_meeting_may_be_a_second_one_that_day():
    files = {FIRST: announcing(FIRST), "2021-03-10b": meeting(FIRST)}

    assert found("AR215", files) == []
    assert len(found("AR215", {**files, FIRST: announcing("2021-03-09")})) == 1


def test_without_an_announcement_nothing_is_told_on_the_last_day_there_is():
    assert found("AR215", {"9999-12-31": meeting("9999-12-31")}) == []


def test_a_later_day_is_sound():
    assert found("AR215", {FIRST: announcing("2021-03-11")}) == []
