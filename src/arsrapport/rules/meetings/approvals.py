"""Approvals: when minutes were written and approved, and in which meeting."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.dates import read_date
from arsrapport.language.names import number_key
from arsrapport.model.archive import Meeting
from arsrapport.rules.meetings.dated import dated, has_closed_folders
from arsrapport.rules.subject import Rule, Subject

NEAR: Final = timedelta(days=31)
"""How far from the day that is named a meeting may be, to be the one that was meant."""

_NAMED: Final = re.compile(
    r"(?P<id>(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[a-z]?)(?:/(?P<item>.+))?", re.IGNORECASE
)


class _Named(Struct, frozen=True):
    """The meeting that `approved.in` names."""

    day: date
    id: str
    """As it would be written: `2017-05-24`, `2018-04-19b`."""
    item: str = ""
    """Its key; "" for none."""
    is_id: bool = True
    """Whether it is written so, not in words or with a capital."""


def approved_too_early(subject: Subject) -> Iterator[Diagnostic]:
    """AR206: minutes approved before the meeting was held, or in an earlier one, or in itself.

    A meeting may approve its own minutes as its last item; then the item is named.
    """
    for meeting in dated(subject):
        held, positions = meeting.first, meeting.positions
        if meeting.approved_date and meeting.approved_date < held:
            place = positions.closest(("approved", "date"))
            day = str(meeting.approved_date)
            yield fault("AR206", place, date=day, held=str(held), reason="before")
        named = _read(meeting.approved_in)
        if named and (named.day < held or named == _Named(held, meeting.id)):
            place = positions.closest(("approved", "in"))
            reason = "before" if named.day < held else "itself"
            yield fault("AR206", place, date=str(named.day), held=str(held), reason=reason)


def approved_nowhere(subject: Subject) -> Iterator[Diagnostic]:
    """AR207: minutes approved in a meeting, or under an item, that is not there.

    Evidence is that no file in the project has the meeting's name, though the committee has held
    one as late as that; or that the meeting was read and has no such item. One later than the last
    is unknown: its minutes are not entered yet. One that is earlier is AR206.
    """
    meetings = dated(subject)
    by_id = {meeting.id: meeting for meeting in meetings if meeting.counts}
    latest = max((meeting.first for meeting in meetings if meeting.counts), default=date.min)
    numbers = cache(lambda name: frozenset(number_key(i.number) for i in by_id[name].items))
    names, has_closed = cache(partial(_names, subject)), cache(partial(has_closed_folders, subject))
    for meeting in meetings:
        named = _read(meeting.approved_in)
        if named is None or named.day < meeting.first:
            continue
        what = near = ""
        if named.id in subject.meetings:
            if not named.is_id:
                what, near = "meeting", named.id
            elif named.item and named.id in by_id and named.item not in numbers(named.id):
                what = "item"
        elif named.day <= latest and not (named.id in names() or has_closed()):
            what, near = "meeting", _nearest(named.day, meeting, meetings)
        if what:
            place = meeting.positions.closest(("approved", "in"))
            yield fault("AR207", place, name=meeting.approved_in, nearest=near, what=what)


def written_too_early(subject: Subject) -> Iterator[Diagnostic]:
    """AR213: minutes dated before the first day of their meeting; not of one only planned."""
    for meeting in dated(subject):
        if meeting.counts and meeting.minutes_date and meeting.minutes_date < meeting.first:
            place = meeting.positions.closest(("minutes", "date"))
            yield fault("AR213", place, date=str(meeting.minutes_date), held=str(meeting.first))


def approved_by_halves(subject: Subject) -> Iterator[Diagnostic]:
    """AR214: it stands when minutes were approved, or where, but the status is another."""
    for meeting in subject.committee.meetings:
        is_approved = meeting.approved_date or meeting.approved_in
        if is_approved and meeting.status not in {None, "approved"}:
            place = meeting.positions.closest(("status",))
            yield fault("AR214", place, status=str(meeting.status))


RULES: Final[tuple[Rule, ...]] = (
    approved_too_early,
    approved_nowhere,
    written_too_early,
    approved_by_halves,
)


def _read(text: str) -> _Named | None:
    """Read what stands in `approved.in`; None where it holds no date, and so names no meeting."""
    found = _NAMED.fullmatch(text)
    with suppress(ValueError):
        if found:
            id_ = found["id"].lower()
            day = date.fromisoformat(found["day"])
            return _Named(day, id_, number_key(found["item"] or ""), is_id=id_ == found["id"])
    in_words = None if found else read_date(text)
    return None if in_words is None else _Named(in_words, str(in_words), is_id=False)


def _names(subject: Subject) -> frozenset[str]:
    """Return the names of all files, also of other committees' and of those in wrong folders."""
    return frozenset(path.rpartition("/")[2].removesuffix(".md") for path in subject.texts)


def _nearest(day: date, meeting: Meeting, meetings: Sequence[Meeting]) -> str:
    """Return the id of the meeting nearest a day that can have approved another; "" for none."""
    at = bisect_left(meetings, day, key=lambda each: each.first)
    near = [
        (abs(each.first - day), each.id)
        for each in meetings[max(0, at - 1) : at + 1]
        if each.first > meeting.first and abs(each.first - day) <= NEAR
    ]
    return min(near, default=(NEAR, ""))[1]
