"""Redact: withheld text leaves the Archive before anything counts or composes it."""

from collections.abc import Iterable

from msgspec.structs import replace

from arsrapport.document.nodes import Block, Quote
from arsrapport.document.walk import walk, without_internal
from arsrapport.language.catalogue import label
from arsrapport.model.archive import (
    Archive,
    Committee,
    FollowUp,
    Item,
    Meeting,
    Outcome,
    Redacted,
    StandingText,
)


def redact(archive: Archive) -> Redacted:
    """Return the public Archive.

    A withheld item keeps its number, its public title and the basis; presenter, papers, body and
    outcomes are gone. A passage `::: internal` is gone wherever it stands. What became of an action
    that is gone is gone with it.
    """
    return Redacted(
        publisher=archive.publisher,
        language=archive.language,
        organisations=archive.organisations,
        people=archive.people,
        committees=tuple(_redact_committee(committee) for committee in archive.committees),
    )


def _redact_committee(committee: Committee) -> Committee:
    meetings = tuple(_redact_meeting(meeting) for meeting in committee.meetings)
    hidden = _ids(committee.meetings) - _ids(meetings)
    return replace(
        committee,
        meetings=tuple(replace(m, follow_up=_public(m.follow_up, hidden)) for m in meetings),
        follow_up=_public(committee.follow_up, hidden),
    )


def _ids(meetings: Iterable[Meeting]) -> set[str]:
    return {
        outcome.id.casefold()
        for meeting in meetings
        for item in meeting.items
        for outcome in item.outcomes
        if outcome.id
    }


def _public(entries: tuple[FollowUp, ...], hidden: set[str]) -> tuple[FollowUp, ...]:
    """Return follow-ups without actions of the ids hidden; a note on one of these goes too."""
    found = []
    for entry in entries:
        actions = tuple(id_ for id_ in entry.actions if id_.casefold() not in hidden)
        to = tuple(id_ for id_ in entry.to if id_.casefold() not in hidden)
        note = entry.note if actions == entry.actions else ""
        if actions:
            found.append(replace(entry, actions=actions, to=to, note=note))
    return tuple(found)


def _redact_meeting(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        introduction=without_internal(meeting.introduction),
        items=tuple(_redact_item(item) for item in meeting.items),
        attachments=tuple(_redact_text(text) for text in meeting.attachments),
    )


def _redact_text(text: StandingText) -> StandingText:
    return replace(text, body=without_internal(text.body))


def _still_there(outcomes: tuple[Outcome, ...], body: tuple[Block, ...]) -> tuple[Outcome, ...]:
    places = {
        node.place for block in body for node, _ in walk(block, "nn") if isinstance(node, Quote)
    }
    return tuple(
        replace(outcome, body=without_internal(outcome.body))
        for outcome in outcomes
        if outcome.place in places
    )


def _redact_item(item: Item) -> Item:
    if item.withheld is None:
        body = without_internal(item.body)
        return replace(item, body=body, outcomes=_still_there(item.outcomes, body))
    public = item.withheld.title or label(item.language, "withheld_title")
    return replace(
        item,
        title=public,
        listed_as="",
        presenters=(),
        papers=(),
        body=(),
        outcomes=(),
    )
