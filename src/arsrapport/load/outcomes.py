"""Decisions, conclusions and actions: quotes that begin with the bold word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import (
    Block,
    Break,
    Definition,
    Definitions,
    Emphasis,
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
from arsrapport.markup.blocks import unwrap
from arsrapport.model.archive import Outcome
from arsrapport.source.place import Place

Kind: TypeAlias = Literal["decision", "conclusion", "action"]
Label: TypeAlias = Literal["responsible", "due", "remark"]

KINDS: Final[tuple[Kind, ...]] = ("decision", "conclusion", "action")
LABELS: Final[tuple[Label, ...]] = ("responsible", "due", "remark")

_LEAD: Final = re.compile(r"(?P<word>\w+)(?: (?P<id>[^\s.]+))?[.:](?: (?P<title>.+?)\.?)?")
"""The bold words: `Tiltak K17-01. Belegg.`; a title may hold full stops, an id may not."""

_CONTAINERS: Final = (Section, Passage, List, ListItem)


@dataclass(frozen=True, slots=True)
class _Lead:
    """The bold words that an outcome begins with, and the rest of their paragraph."""

    kind: Kind
    id: str
    title: str
    rest: tuple[Inline, ...]
    """The first paragraph without them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that closes an action: *Frist: 15. november 2017*."""

    label: Label
    term: str
    """The word as written."""
    value: tuple[Inline, ...]
    place: Place | None


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
    outcomes: list[Outcome] = []
    diagnostics: list[Diagnostic] = []

    def visit(node: Any, around: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        if isinstance(node, Quote):
            quote, outcome, found = _read_quote(node, around)
            outcomes.extend(() if outcome is None else (outcome,))
            diagnostics.extend(found)
            return quote
        return map_children(node, around, visit) if isinstance(node, _CONTAINERS) else node

    printed = tuple(visit(block, language) for block in blocks)
    return printed, tuple(outcomes), tuple(diagnostics)


def _read_quote(
    quote: Quote, around: Language
) -> tuple[Quote, Outcome | None, tuple[Diagnostic, ...]]:
    lead = _read_lead(quote)
    if lead is None:
        return replace(quote, children=unwrap(quote.children)), None, ()
    children, lines = _closing_lines(quote.children) if lead.kind == "action" else (quote.children, ())
    children = unwrap(children)
    ...
