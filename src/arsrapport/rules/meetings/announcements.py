"""Announcements: the next meeting as minutes announce it, and the one that was held."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import Meeting
from arsrapport.rules.meetings.dated import dated, days_of, has_closed_folders, held, next_after
from arsrapport.rules.meetings.meeting_numbers import read_serial
from arsrapport.rules.subject import Rule, Subject

LATER: Final = timedelta(days=14)
EARLIER: Final = timedelta(days=31)
"""How far from the day announced a meeting may be held and still be the one that was announced."""

_DAYS: Final = 14
"""Days of an announced meeting that are looked at."""


def announced_backwards(subject: Subject) -> Iterator[Diagnostic]:
    """AR215: a next meeting that is announced for this meeting's own day, or one before it.

    On its own day only when no other meeting of that day is in the project.
    """
    meetings = dated(subject)
    begun = Counter(meeting.first for meeting in meetings)
    for meeting in meetings:
        if meeting.next_meeting is None:
            continue
        day = meeting.next_meeting[0]
        others = begun[day] - (day == meeting.first)
        if day < meeting.first or (day <= meeting.last and not others):
            yield _fault("AR215", meeting, meeting)


def announced_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """AR208: the next meeting was held on another day than the minutes before announce.

    That no file has the day announced is not enough: its minutes may not be entered. Evidence is a
    meeting held so near that day that it must be the one that was meant, on the same day of another
    year, or with the number that comes next. A planned meeting, or any file named by the day
    announced, is no conflict; meetings in writing are none that are announced.
    """
    if has_closed_folders(subject):
        return
    met, known = held(subject), _known_days(subject)
    for meeting in dated(subject):
        announced, following = meeting.next_meeting, next_after(meeting.last, met)
        if not (meeting.counts and announced and following) or announced[0] <= meeting.last:
            continue
        is_other = _is_other(meeting, announced, following, latest=met[-1].first)
        if is_other and not _is_known(announced, known):
            yield _fault("AR208", meeting, following)


RULES: Final[tuple[Rule, ...]] = (announced_backwards, announced_otherwise)


def _fault(code: str, meeting: Meeting, other: Meeting) -> Diagnostic:
    announced = days_of(*(meeting.next_meeting or (meeting.first, meeting.last)))
    place = meeting.positions.closest(("next_meeting",))
    return fault(code, place, announced=announced, held=days_of(other.first, other.last))


def _known_days(subject: Subject) -> frozenset[str]:
    """Return the days of all meetings, and those that files of the committee are named by."""
    folder = f"meetings/{subject.committee.id}/"
    names = (path.rpartition("/")[2] for path in subject.texts if path.startswith(folder))
    days = (str(day) for each in subject.committee.meetings for day in (each.first, each.last))
    return frozenset(name[: len("2017-03-15")] for name in names).union(days)


def _is_known(announced: tuple[date, date], known: frozenset[str]) -> bool:
    first, last = announced
    days = range(min((last - first).days, _DAYS) + 1)
    return any(str(first + timedelta(days=day)) in known for day in days)


def _is_other(
    meeting: Meeting, announced: tuple[date, date], following: Meeting, *, latest: date
) -> bool:
    """Say whether the meeting that follows must be the one that was announced for another day.

    Args:
        meeting: The one that announces.
        announced: The first and last day that it announces.
        following: The next one in the project.
        latest: The first day of the last one in the project.
    """
    first, last = announced
    day = following.first
    number, next_number = read_serial(meeting), read_serial(following)
    is_next = False
    if number and next_number and number.form == next_number.form:
        is_next = number.is_right_before(next_number)
        if not is_next:  # one between them is missing
            return False
    if _overlap(following.next_meeting, announced):  # this one was extraordinary
        return False
    if (day.month, day.day) == (first.month, first.day):
        return True
    half = (first - meeting.last) / 2
    if day > last:
        return is_next or day - last <= min(LATER, half)
    was_to_come = first <= latest or following.next_meeting is not None
    return was_to_come and first - day <= min(EARLIER, half)


def _overlap(one: tuple[date, date] | None, other: tuple[date, date]) -> bool:
    return one is not None and one[0] <= other[1] and other[0] <= one[1]
