"""Dated meetings: those whose day is certain, in order."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from arsrapport.model.archive import Meeting
from arsrapport.rules.subject import Subject


def dated(subject: Subject) -> tuple[Meeting, ...]:
    """Return the meetings whose date is that of their file's name.

    Where the two differ (AR201), nobody can say what comes before or after.
    """
    meetings = subject.committee.meetings
    return tuple(meeting for meeting in meetings if meeting.id.startswith(str(meeting.first)))


def held(subject: Subject) -> tuple[Meeting, ...]:
    """Return the dated meetings at which people met: not planned, and not in writing."""
    return tuple(
        meeting for meeting in dated(subject) if meeting.counts and meeting.form != "written"
    )


def has_closed_folders(subject: Subject) -> bool:
    """Say whether a folder could not be looked into: any meeting may lie there."""
    return any(path.endswith("/") for path in subject.texts)


def next_after(day: date, meetings: Sequence[Meeting]) -> Meeting | None:
    """Return the first of some meetings, in order, that began after a day."""
    at = bisect_right(meetings, day, key=lambda meeting: meeting.first)
    return meetings[at] if at < len(meetings) else None


def days_of(first: date, last: date) -> str:
    """Return the days of a meeting as they stand in its file: `2018-04-19/2018-04-20`."""
    return str(first) if first == last else f"{first}/{last}"
