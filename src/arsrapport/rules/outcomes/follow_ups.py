"""Follow-ups: what became of actions, and what cannot have."""

import re
from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import Committee, FollowUp, Meeting
from arsrapport.model.follow_ups import histories, id_key, targets_of
from arsrapport.rules.outcomes.action_ids import Ids, decided_actions
from arsrapport.rules.outcomes.action_words import near_leads
from arsrapport.rules.outcomes.overdue import overdue_actions
from arsrapport.rules.subject import Rule, Subject

_MEETING: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY: Final = len("2021-03-10")


# --- the actions that are followed up -------------------------------------------------------


def unknown_actions(subject: Subject) -> Iterator[Diagnostic]:
    """AR511: a follow-up of an action that nobody decided.

    Not told while a file is broken, nor of an id that stands in a quote which is nearly an action.
    """
    if not subject.is_whole:
        return
    decided = decided_actions(subject.committee)
    nearly = {id_key(lead.id) for lead in near_leads(subject.committee)}
    ids = Ids(decided)
    for _, follow_up in _entries(subject.committee):
        for index, id_ in enumerate(follow_up.actions):
            if id_key(id_) not in decided and id_key(id_) not in nearly:
                place = follow_up.positions.entry(("action",), index)
                yield fault("AR511", place, id=id_, nearest=ids.nearest(id_))


def closed_actions(subject: Subject) -> Iterator[Diagnostic]:
    """AR512: a follow-up that closes an action, or gives it a due, when it is closed already.

    It may be opened again first. A note alone is no fault: there is more to say of what is done.
    """
    if not subject.is_whole:
        return
    decided = decided_actions(subject.committee)
    for key, steps in histories(subject.committee).items():
        closed: FollowUp | None = None
        for step in steps if key in decided else ():
            entry = step.follow_up
            if entry.status == "open":
                closed = None
            elif closed is None:
                closed = entry if entry.status else None
            elif entry.status or step.due:
                place = entry.positions.entry(("action",), step.index)
                state = {"status": closed.status or "", "date": closed.day.isoformat()}
                yield fault("AR512", place, id=entry.actions[step.index], **state)


def early_follow_ups(subject: Subject) -> Iterator[Diagnostic]:
    """AR513: a follow-up that is dated before the meeting that decided the action."""
    decided = decided_actions(subject.committee)
    for _, follow_up in _entries(subject.committee):
        for index, id_ in enumerate(follow_up.actions):
            action = decided.get(id_key(id_))
            if action is not None and follow_up.day < action.day:
                written = follow_up.positions.at("date")
                place = written.value if written else follow_up.positions.entry(("action",), index)
                days = {"date": follow_up.day.isoformat(), "decided": action.day.isoformat()}
                yield fault("AR513", place, id=id_, **days)


def lost_actions(subject: Subject) -> Iterator[Diagnostic]:
    """AR514: an action that has moved to nowhere: no such item or action, or none is named.

    Of a meeting after all those in the project nothing is known yet, and so nothing told.
    """
    targets, last = targets_of(subject.committee), max(subject.meetings, default="")
    for meeting, follow_up in _entries(subject.committee):
        if follow_up.status == "moved" and not follow_up.to:
            yield fault("AR514", follow_up.positions.closest(("status",)), to="")
        for index, written in enumerate(follow_up.to if subject.is_whole else ()):
            is_known = targets.find(written, meeting).is_known
            if not is_known and not _is_later(written, last):
                yield fault("AR514", follow_up.positions.entry(("to",), index), to=written)


def _is_later(written: str, last: str) -> bool:
    """Say whether a text names a meeting on a later day than that of an id."""
    found = _MEETING.match(written)
    return found is not None and found[0] > last[:_DAY]


def _entries(committee: Committee) -> Iterator[tuple[Meeting | None, FollowUp]]:
    """Yield all follow-ups, those of planned meetings too."""
    for meeting in committee.meetings:
        for follow_up in meeting.follow_up:
            yield meeting, follow_up
    for follow_up in committee.follow_up:
        yield None, follow_up


RULES: Final[tuple[Rule, ...]] = (
    unknown_actions,
    closed_actions,
    early_follow_ups,
    lost_actions,
    overdue_actions,
)
