"""Ledger: the actions of a committee, and what has become of them by a day.

An action lives where it was decided; its history is in the follow-ups of later meetings and of
follow-up.yaml. Its state on a day follows from what stands up to that day alone, whatever is known
later. Meetings that are only planned count no more here than elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.language.dues import UNKNOWN, Due, read_due
from arsrapport.model.archive import Committee, Item, Meeting, Outcome
from arsrapport.model.follow_ups import (
    Step,
    Target,
    actions_of,
    held,
    histories,
    id_key,
    meeting_days,
    with_meeting,
)

Status: TypeAlias = Literal["open", "done", "moved", "dropped"]


class Action(Struct, frozen=True):
    """An action with its state on a day."""

    meeting: Meeting
    """That decided it."""
    item: Item
    outcome: Outcome
    steps: tuple[Step, ...]
    """The follow-ups up to the day, in order."""
    status: Status
    to: tuple[Target, ...]
    """What has taken it over; empty unless it is moved."""
    dues: tuple[Due, ...]
    """The first due and later ones, in order; the last one holds. Empty when none is known."""
    is_overdue: bool
    """Whether it is open, and its due was before the day."""

    @property
    def due(self) -> Due:
        """The due that holds."""
        return self.dues[-1] if self.dues else UNKNOWN


def ledger(committee: Committee, day: date) -> tuple[Action, ...]:
    """Return the actions that were decided up to a day, each with its state at the end of it.

    They come in the order of the meetings and their items; one is decided when its meeting ends. Of
    actions that share an id, which is a fault, each has all the follow-ups of that id. The time
    taken is linear in the number of actions and follow-ups.
    """
    told = _Told(
        day=day,
        meetings=meeting_days(committee, day),
        states={key: _state(steps) for key, steps in histories(committee, day).items()},
    )
    return tuple(
        _action(meeting, item, outcome, told)
        for meeting in held(committee)
        if meeting.last <= day
        for item, outcome in actions_of(meeting)
    )


class _State(Struct, frozen=True):
    """What follow-ups say of an action, whatever it is."""

    steps: tuple[Step, ...] = ()
    status: Status = "open"
    to: tuple[Target, ...] = ()
    dues: tuple[Due, ...] = ()


_NEW: Final = _State()


class _Told(Struct, frozen=True):
    """What is known of a committee on a day."""

    day: date
    meetings: Sequence[date]
    states: Mapping[str, _State]
    """By the keys of ids."""


def _state(steps: Sequence[Step]) -> _State:
    last = next((step for step in reversed(steps) if step.follow_up.status), None)
    status = last.follow_up.status if last else None
    return _State(
        steps=tuple(steps),
        status=status or "open",
        to=last.to if last and status == "moved" else (),
        dues=tuple(step.due for step in steps if step.due),
    )


def _action(meeting: Meeting, item: Item, outcome: Outcome, told: _Told) -> Action:
    state = told.states.get(id_key(outcome.id), _NEW)
    first = with_meeting(read_due(outcome.due), meeting.last, told.meetings)
    dues = state.dues if first.kind == "unknown" else (first, *state.dues)
    until = dues[-1].day if dues else None
    return Action(
        meeting=meeting,
        item=item,
        outcome=outcome,
        steps=state.steps,
        status=state.status,
        to=state.to,
        dues=dues,
        is_overdue=state.status == "open" and until is not None and until < told.day,
    )
