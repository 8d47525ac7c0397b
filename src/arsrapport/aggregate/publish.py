"""Publish: the Archive in one edition, before anything counts or composes it.

This is the only way from an Archive to what may be aggregated, and nobody comes by without saying
for whom it is.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import asdict, replace

from arsrapport.aggregate.initials import with_initials
from arsrapport.aggregate.redact import redact
from arsrapport.document.editions import in_edition
from arsrapport.document.nodes import Block, Edition
from arsrapport.language.languages import Language
from arsrapport.model.archive import (
    Archive,
    Committee,
    Item,
    Meeting,
    Outcome,
    Published,
    PublishedCommittee,
    StandingText,
)


def publish(archive: Archive, edition: Edition) -> Published:
    """Return an Archive as an edition has it.

    The public one is without what is withheld, and calls people by initials who asked for that.
    The internal one has it all; withheld passages are marked, and an item says itself that it is
    withheld.
    """
    match edition:
        case "public":
            shown = with_initials(redact(archive))
        case "internal":
            shown = replace(archive, committees=tuple(map(_marked, archive.committees)))
        case _:
            assert_never(edition)
    return Published(
        publisher=shown.publisher,
        language=shown.language,
        organisations=shown.organisations,
        people=shown.people,
        committees=tuple(_published(committee, edition) for committee in shown.committees),
    )


def _published(committee: Committee, edition: Edition) -> PublishedCommittee:
    return PublishedCommittee(**asdict(committee), edition=edition)


# --- the internal edition -------------------------------------------------------------------


def _marked(committee: Committee) -> Committee:
    return replace(committee, meetings=tuple(map(_meeting, committee.meetings)))


def _meeting(meeting: Meeting) -> Meeting:
    language = meeting.language
    return replace(
        meeting,
        introduction=_blocks(meeting.introduction, language),
        items=tuple(map(_item, meeting.items)),
        attachments=tuple(_text(text, language) for text in meeting.attachments),
    )


def _item(item: Item) -> Item:
    outcomes = tuple(map(_outcome, item.outcomes))
    return replace(item, body=_blocks(item.body, item.language), outcomes=outcomes)


def _outcome(outcome: Outcome) -> Outcome:
    return replace(outcome, body=_blocks(outcome.body, outcome.language))


def _text(text: StandingText, outside: Language) -> StandingText:
    return replace(text, body=_blocks(text.body, text.language or outside))


def _blocks(blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    return in_edition(blocks, "internal", language)
