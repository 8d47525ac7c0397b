"""Meetings: what their dates, numbers and states say of each other."""

from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.rules.meetings import announcements, approvals
from arsrapport.rules.meetings.dated import dated, held, next_after
from arsrapport.rules.meetings.meeting_numbers import numbers_out_of_order
from arsrapport.rules.subject import Rule, Subject

LONG_PLANNED: Final = 30
"""Days after which a planned meeting is long past."""

LONG_UNAPPROVED: Final = 90
"""Days after which minutes are long unapproved."""

LONG_AFTER_THE_NEXT: Final = 30
"""Days after the next meeting, which might have approved them, from which they are too."""


def long_planned(subject: Subject) -> Iterator[Diagnostic]:
    """AR211: a meeting is called planned more than thirty days after it."""
    for meeting in dated(subject):
        days = (subject.as_of - meeting.last).days
        if meeting.status == "planned" and days > LONG_PLANNED:
            place = meeting.positions.closest(("status",))
            yield fault("AR211", place, date=str(meeting.last), days=days)


def long_unapproved(subject: Subject) -> Iterator[Diagnostic]:
    """AR212: minutes are called a draft, or out for comment, long after the meeting.

    That is ninety days after it, or thirty after the next meeting, which might have approved them.
    Minutes that say when they were approved, or where, are not unapproved (AR214).
    """
    met = held(subject)
    for meeting in dated(subject):
        is_approved = meeting.approved_date or meeting.approved_in
        if is_approved or meeting.status not in {"draft", "for-comment"}:
            continue
        following = next_after(meeting.last, met)
        since = (subject.as_of - following.last).days if following else 0
        days = (subject.as_of - meeting.last).days
        if days > LONG_UNAPPROVED or since > LONG_AFTER_THE_NEXT:
            place = meeting.positions.closest(("status",))
            yield fault("AR212", place, date=str(meeting.last), days=days)


RULES: Final[tuple[Rule, ...]] = (
    *approvals.RULES,
    *announcements.RULES,
    numbers_out_of_order,
    long_planned,
    long_unapproved,
)
