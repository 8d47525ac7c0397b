"""Redact: what is withheld leaves the Archive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial

from msgspec.structs import replace

from arsrapport.aggregate.closing import with_lines
from arsrapport.aggregate.ties import without_ties
from arsrapport.document.editions import is_internal, without
from arsrapport.document.nodes import Block, Footnote, Link, Node, Quote, Reference
from arsrapport.document.walk import walk
from arsrapport.language.catalogue import label
from arsrapport.model.archive import (
    Archive,
    Committee,
    FollowUp,
    Item,
    Meeting,
    Outcome,
    StandingText,
)
from arsrapport.model.follow_ups import id_key
from arsrapport.model.withheld import Lines, lines_in, withheld_sections

_Withheld = Callable[[Node], bool]


def redact(archive: Archive) -> Archive:
    """Return an Archive without what is withheld.

    A withheld item keeps its number, its public title and the basis; presenter, papers, body and
    outcomes are gone. A passage `::: internal` is gone wherever it stands, and so is a footnote
    whose text stands in either. What became of an action that is gone is gone with it, no decision
    tells that it took the place of one that is, and no case or guest is tied to a withheld item.
    """
    return replace(archive, committees=tuple(map(_redact_committee, archive.committees)))


def _redact_committee(committee: Committee) -> Committee:
    meetings = tuple(map(_redact_meeting, without_ties(committee)))
    hidden = _ids(committee.meetings) - _ids(meetings)
    return replace(
        committee,
        meetings=tuple(_without_ids(meeting, hidden) for meeting in meetings),
        follow_up=_public(committee.follow_up, hidden),
    )


# --- ids of what is gone --------------------------------------------------------------------


def _ids(meetings: Iterable[Meeting]) -> set[str]:
    return {
        id_key(outcome.id)
        for meeting in meetings
        for item in meeting.items
        for outcome in item.outcomes
        if outcome.id
    }


def _without_ids(meeting: Meeting, hidden: Collection[str]) -> Meeting:
    follow_up = _public(meeting.follow_up, hidden)
    if not any(_names(outcome, hidden) for item in meeting.items for outcome in item.outcomes):
        return replace(meeting, follow_up=follow_up)
    kept = partial(_kept, hidden=hidden)
    items = tuple(
        replace(
            item,
            body=with_lines(item.body, "supersedes", kept),
            outcomes=tuple(replace(o, supersedes=kept(o.supersedes)) for o in item.outcomes),
        )
        for item in meeting.items
    )
    return replace(meeting, items=items, follow_up=follow_up)


def _names(outcome: Outcome, hidden: Collection[str]) -> bool:
    return _kept(outcome.supersedes, hidden) != outcome.supersedes


def _kept(ids: tuple[str, ...], hidden: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_key(id_) not in hidden)


def _public(entries: tuple[FollowUp, ...], hidden: Collection[str]) -> tuple[FollowUp, ...]:
    """Return follow-ups without actions of the ids hidden; a note that may tell of one goes too."""
    found = []
    for entry in entries:
        actions, to = _kept(entry.actions, hidden), _kept(entry.to, hidden)
        note = entry.note if (actions, to) == (entry.actions, entry.to) else ""
        if actions:
            found.append(replace(entry, actions=actions, to=to, note=note))
    return tuple(found)


# --- meetings -------------------------------------------------------------------------------


def _redact_meeting(meeting: Meeting) -> Meeting:
    lines = lines_in(withheld_sections(meeting))
    is_withheld = partial(_is_withheld, lines=lines) if lines.starts else is_internal
    return replace(
        meeting,
        introduction=without(meeting.introduction, is_withheld),
        items=tuple(_redact_item(item, is_withheld) for item in meeting.items),
        attachments=tuple(_redact_text(text) for text in meeting.attachments),
    )


def _is_withheld(node: Node, lines: Lines) -> bool:
    """Say whether a node is; a footnote's text and a link's address may be in a section that is."""
    if isinstance(node, Link | Reference) and node.defined is not None:
        return is_internal(node) or node.defined.place.line in lines
    if not isinstance(node, Footnote):
        return is_internal(node)
    places = (getattr(inner, "place", None) for inner, _ in walk(node, "nn"))
    place = next((place for place in places if place is not None), None)
    return is_internal(node) or (place is not None and place.line in lines)


def _redact_text(text: StandingText) -> StandingText:
    title, body = without(text.title, is_internal), without(text.body, is_internal)
    return replace(text, title=title, body=body)


def _redact_item(item: Item, is_withheld: _Withheld) -> Item:
    if item.withheld is None:
        body = without(item.body, is_withheld)
        return replace(item, body=body, outcomes=_still_there(item.outcomes, body, is_withheld))
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


def _still_there(
    outcomes: tuple[Outcome, ...], body: tuple[Block, ...], is_withheld: _Withheld
) -> tuple[Outcome, ...]:
    places = {
        node.place for block in body for node, _ in walk(block, "nn") if isinstance(node, Quote)
    }
    return tuple(
        replace(outcome, body=without(outcome.body, is_withheld))
        for outcome in outcomes
        if outcome.place in places
    )
