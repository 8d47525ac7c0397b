"""Decisions, conclusions and actions: quotes that begin with the bold word."""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic
from arsrapport.document.nodes import (
    Block,
    Inline,
    List,
    ListItem,
    Paragraph,
    Passage,
    Quote,
    Section,
    Strong,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import map_children
from arsrapport.language.keywords import keyword
from arsrapport.language.languages import Language
from arsrapport.load.link.closing_lines import (
    ClosingLine,
    as_definitions,
    judge_closing_lines,
    parted,
    take_closing_lines,
)
from arsrapport.load.link.names import one_line
from arsrapport.markup.blocks import unwrap
from arsrapport.model.archive import Outcome

Kind: TypeAlias = Literal["decision", "conclusion", "action"]

KINDS: Final[tuple[Kind, ...]] = ("decision", "conclusion", "action")

_LEAD: Final = re.compile(r"(?P<word>\w+)(?: (?P<id>[^\s.]+))?[.:](?: (?P<title>.+?)\.?)?")
"""The bold words: `Tiltak K17-01. Belegg.`; a title may hold full stops, an id may not."""

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
        body=unwrap(_without_lead(kept)),
        language=language,
        responsible=parted(values.get("responsible", "")),
        due=values.get("due", ""),
        note=values.get("remark", ""),
        place=quote.place,
        places=tuple((line.label, line.value_place) for line in lines if line.value_place),
    )
    children = (*unwrap(kept), *as_definitions(lines))
    printed = replace(quote, kind=lead.kind, children=children)
    return printed, outcome, tuple(judge_closing_lines(lines, quote.place))


def _take_lines(
    blocks: tuple[Block, ...], kind: Kind
) -> tuple[tuple[Block, ...], tuple[ClosingLine, ...]]:
    return take_closing_lines(blocks) if kind == "action" else (blocks, ())


# --- the bold words -------------------------------------------------------------------------


@cache
def _kinds() -> dict[str, Kind]:
    return {word.casefold(): kind for kind in KINDS for word in keyword(kind)}


def _read_lead(blocks: Sequence[Block]) -> _Lead | None:
    """Read the bold words of a quote; None when it does not begin with those of an outcome."""
    if not blocks or not isinstance(blocks[0], Paragraph):
        return None
    words, _ = _split_lead(blocks[0].children)
    match = _LEAD.fullmatch(words)
    kind = _kinds().get(match["word"].casefold()) if match else None
    if match is None or kind is None:
        return None
    return _Lead(kind, match["id"] or "", match["title"] or "")


def _split_lead(children: Sequence[Inline]) -> tuple[str, tuple[Inline, ...]]:
    """Split a paragraph after the bold words that it begins with ("" when there are none).

    A full stop or colon that stands right after the bold words belongs to them.
    """
    if not children or not isinstance(children[0], Strong):
        return "", tuple(children)
    words, after = one_line(plain_text(children[0].children)), list(children[1:])
    if after and isinstance(after[0], Text):
        value = after[0].value
        if not words.endswith((".", ":")) and value.startswith((".", ":")):
            words, value = words + value[0], value[1:]
        after[0] = replace(after[0], value=value.lstrip())
        after = after[0 if after[0].value else 1 :]
    return words, tuple(after)


def _without_lead(blocks: Sequence[Block]) -> tuple[Block, ...]:
    first, *others = blocks
    if not isinstance(first, Paragraph):
        return tuple(blocks)
    _, after = _split_lead(first.children)
    return (replace(first, children=after), *others) if after else tuple(others)
