"""Follow-ups: the history of each action, from the minutes and from follow-up.yaml."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.language.dues import Due, read_due
from arsrapport.language.names import number_key
from arsrapport.model.archive import Committee, FollowUp, Item, Meeting, Outcome

_RANKS: Final = {None: 0, "open": 1, "dropped": 2, "moved": 3, "done": 4}
"""Of several follow-ups of one day the last of these counts: what was closed that day is closed."""


class Target(Struct, frozen=True):
    """What has taken over an action: an item, a meeting as a whole, or another action."""

    written: str
    meeting: str = ""
    """Its id."""
    number: str = ""
    """Of the item, as the agenda has it."""
    action: str = ""
    """The action's id, as decided."""

    @property
    def is_known(self) -> bool:
        """Whether there is such a thing."""
        return bool(self.meeting or self.action)

    def __str__(self) -> str:
        """Give `2018-11-27/3`, or the id of an action; what was written where there is none."""
        item = f"{self.meeting}/{self.number}" if self.number else self.meeting
        return item or self.action or self.written


class Step(Struct, frozen=True):
    """A follow-up as it counts for one of the actions that it names."""

    follow_up: FollowUp
    index: int
    """Of the action among those that the follow-up names."""
    due: Due | None
    """The new due; None when there is none."""
    to: tuple[Target, ...]


def histories(committee: Committee, day: date = date.max) -> Mapping[str, Sequence[Step]]:
    """Return the follow-ups of each action up to a day, in order, by `id_key` of its id.

    They are ordered by what they say, day and status first, not by where they stand: the same
    entries in other files are the same history.
    """
    found: dict[str, list[Step]] = {}
    targets, days = targets_of(committee), meeting_days(committee, day)
    for meeting, follow_up in follow_ups_of(committee):
        if follow_up.day > day:
            continue
        due = with_meeting(read_due(follow_up.due), follow_up.day, days)
        new = None if due.kind == "unknown" else due
        to = tuple(targets.find(written, meeting) for written in follow_up.to)
        for index, id_ in enumerate(follow_up.actions):
            found.setdefault(id_key(id_), []).append(Step(follow_up, index, new, to))
    return {key: sorted(steps, key=_order) for key, steps in found.items()}


def id_key(id_: str) -> str:
    """Return what two spellings of one id have in common: capitals say nothing."""
    return id_.casefold()


def follow_ups_of(committee: Committee) -> Iterator[tuple[Meeting | None, FollowUp]]:
    """Yield the follow-ups that count, each with the meeting in whose minutes it stands."""
    for meeting in held(committee):
        for follow_up in meeting.follow_up:
            yield meeting, follow_up
    for follow_up in committee.follow_up:
        yield None, follow_up


def held(committee: Committee) -> list[Meeting]:
    """Return the meetings that count, in order; one that is only planned does not."""
    meetings = (meeting for meeting in committee.meetings if meeting.counts)
    return sorted(meetings, key=lambda meeting: (meeting.first, meeting.id))


def actions_of(meeting: Meeting) -> Iterator[tuple[Item, Outcome]]:
    """Yield the actions that a meeting decided, each with its item."""
    for item in meeting.items:
        for outcome in item.outcomes:
            if outcome.kind == "action":
                yield item, outcome


def _order(step: Step) -> tuple[object, ...]:
    entry = step.follow_up
    due = step.due.day.isoformat() if step.due and step.due.day else ""
    return (
        *(entry.day, _RANKS[entry.status], due, entry.due),
        *(entry.to, entry.note, entry.place, step.index),
    )


# --- the next meeting -----------------------------------------------------------------------


def meeting_days(committee: Committee, day: date) -> list[date]:
    """Return the first days of the meetings held up to a day, in order."""
    return [meeting.first for meeting in held(committee) if meeting.first <= day]


def with_meeting(due: Due, after: date, days: Sequence[date]) -> Due:
    """Return a due, if *next meeting* with the day of the first meeting after a day."""
    if due.kind != "next-meeting":
        return due
    index = bisect_right(days, after)
    return replace(due, day=days[index]) if index < len(days) else due


# --- what takes over ------------------------------------------------------------------------


class Targets(Struct, frozen=True):
    """What an action can have moved to: the items and actions of all meetings, planned ones too."""

    items: Mapping[str, Mapping[str, str]]
    """For each meeting the numbers of its items, by their key."""
    actions: Mapping[str, str]
    """The ids of actions, by their key."""

    def find(self, written: str, meeting: Meeting | None) -> Target:
        """Return what a text names: `3` in a meeting's own agenda, an action, `2018-11-27/3`."""
        own = self.items.get(meeting.id, {}).get(number_key(written)) if meeting else None
        if meeting and own:
            return Target(written, meeting.id, own)
        action = self.actions.get(id_key(written))
        if action:
            return Target(written, action=action)
        id_, _, number = written.partition("/")
        items = self.items.get(id_)
        if items is None:
            return Target(written)
        item = items.get(number_key(number), "")
        return Target(written, id_, item) if item or not number else Target(written)


def targets_of(committee: Committee) -> Targets:
    """Return what the actions of a committee can have moved to."""
    meetings = committee.meetings
    return Targets(
        items={
            meeting.id: {number_key(item.number): item.number for item in meeting.items}
            for meeting in meetings
        },
        actions={
            id_key(outcome.id): outcome.id
            for meeting in meetings
            for _, outcome in actions_of(meeting)
            if outcome.id
        },
    )
