"""Decisions, conclusions and actions: quotes that begin with the bold word."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic
from arsrapport.document.lead import read_lead, split_lead
from arsrapport.document.nodes import (
    Block,
    List,
    ListItem,
    Passage,
    Quote,
    Section,
)
from arsrapport.document.walk import map_children
from arsrapport.language.keywords import keyword
from arsrapport.language.languages import Language
from arsrapport.load.link.closing_lines import (
    OF_ACTIONS,
    OF_DECISIONS,
    ClosingLine,
    as_definitions,
    judge_closing_lines,
    parted,
    take_closing_lines,
)
from arsrapport.markup.blocks import unwrap
from arsrapport.model.archive import Outcome

Kind: TypeAlias = Literal["decision", "conclusion", "action"]

KINDS: Final[tuple[Kind, ...]] = ("decision", "conclusion", "action")

_CONTAINERS: Final = (Section, Passage, List, ListItem)


class _Lead(Struct, frozen=True):
    """The bold words that an outcome begins with."""

    kind: Kind
    id: str
    title: str


class _Found(Struct):
    """What was read of an item so far.

    It is handed on, not closed over: a function that calls itself by a name around it is a circle,
    which would hold the text of an item until Python looks for such.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_outcomes(
    blocks: Sequence[Block], language: Language
) -> tuple[tuple[Block, ...], tuple[Outcome, ...], tuple[Diagnostic, ...]]:
    """Find the outcomes among the blocks of an item, wherever they stand.

    Quotes within a quote are what somebody else said, and so no outcomes.

    Args:
        blocks: From markup; line breaks in quotes are still there.
        language: Of the item; a passage around an outcome may have its own.

    Returns:
        The blocks as they are to be printed (quotes with their kind, closing lines as
        definitions), the outcomes in reading order, and AR502 for a closing line that stands twice.
    """
    found = _Found()
    printed = tuple(_visit(found, block, language) for block in blocks)
    return printed, tuple(found.outcomes), tuple(found.diagnostics)


def _visit(found: _Found, node: Any, around: Language) -> Any:  # noqa: ANN401 - any node
    if isinstance(node, Quote):
        quote, outcome, diagnostics = _read_quote(node, node.language or around)
        found.outcomes += () if outcome is None else (outcome,)
        found.diagnostics += diagnostics
        return quote
    if isinstance(node, _CONTAINERS):
        return map_children(node, around, partial(_visit, found))
    return node


def _read_quote(
    quote: Quote, language: Language
) -> tuple[Quote, Outcome | None, Sequence[Diagnostic]]:
    lead = _read_lead(quote.children)
    if lead is None:
        return replace(quote, children=unwrap(quote.children)), None, ()
    kept, lines = _take_lines(quote.children, lead.kind)
    values = {line.label: line.words for line in reversed(lines)}
    outcome = Outcome(
        kind=lead.kind,
        id=lead.id,
        title=lead.title,
        body=unwrap(split_lead(kept)[1]),
        language=language,
        responsible=parted(values.get("responsible", "")),
        due=values.get("due", ""),
        note=values.get("remark", ""),
        place=quote.place,
        places=tuple((line.label, line.value_place) for line in lines if line.value_place),
        supersedes=parted(values.get("supersedes", "")),
    )
    children = (*unwrap(kept), *as_definitions(lines))
    printed = replace(quote, kind=lead.kind, children=children)
    return printed, outcome, tuple(judge_closing_lines(lines, quote.place))


def _take_lines(
    blocks: tuple[Block, ...], kind: Kind
) -> tuple[tuple[Block, ...], tuple[ClosingLine, ...]]:
    return take_closing_lines(blocks, OF_ACTIONS if kind == "action" else OF_DECISIONS)


# --- the bold words -------------------------------------------------------------------------


@cache
def _kinds() -> dict[str, Kind]:
    return {word.casefold(): kind for kind in KINDS for word in keyword(kind)}


def _read_lead(blocks: Sequence[Block]) -> _Lead | None:
    """Read the bold words of a quote; None when it does not begin with those of an outcome."""
    lead = read_lead(split_lead(blocks)[0])
    kind = _kinds().get(lead.word.casefold()) if lead else None
    return None if lead is None or kind is None else _Lead(kind, lead.id, lead.title)
