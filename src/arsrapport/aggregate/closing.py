"""Closing lines as they are printed: who is responsible, which decisions are superseded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

from msgspec.structs import replace

from arsrapport.document.nodes import Block, Definition, Definitions, Paragraph, Quote, Text
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import map_children
from arsrapport.language.keywords import keyword
from arsrapport.language.languages import Language

Names: TypeAlias = tuple[str, ...]
Rewrite: TypeAlias = Callable[[Names], Names]


def with_lines(
    body: tuple[Block, ...], key: Literal["responsible", "supersedes"], rewrite: Rewrite
) -> tuple[Block, ...]:
    """Return the text of an item with the names or ids in a closing line made others.

    A line that is left without any is gone. Only outcomes have such lines: what else looks so is
    what somebody wrote.
    """
    terms = frozenset(word.casefold() for word in keyword(key))

    def visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        if isinstance(node, Quote) and node.kind != "quote":
            lines = (line for block in node.children for line in _block(block, terms, rewrite))
            return replace(node, children=tuple(lines))
        return map_children(node, language, visit)

    return tuple(visit(block, "nn") for block in body)


def _block(block: Block, terms: frozenset[str], rewrite: Rewrite) -> Iterator[Block]:
    if not isinstance(block, Definitions):
        yield block
        return
    rows = tuple(row for item in block.items for row in _row(item, terms, rewrite))
    if rows:
        yield replace(block, items=rows)


def _row(row: Definition, terms: frozenset[str], rewrite: Rewrite) -> Iterator[Definition]:
    if plain_text(row.term).casefold() not in terms:
        yield row
        return
    (value,) = (child for child in row.children if isinstance(child, Paragraph))
    written = tuple(filter(None, (part.strip() for part in plain_text(value.children).split(","))))
    kept = rewrite(written)
    if kept == written:
        yield row
    elif kept:
        yield replace(
            row, children=(replace(value, children=(Text(", ".join(kept), value.place),)),)
        )
