"""Captions and sources: paragraphs above and below tables and figures become parts of them."""

import re
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from msgspec.structs import replace

from arsrapport.document.nodes import (
    Block,
    Definition,
    Definitions,
    Figure,
    Inline,
    List,
    ListItem,
    Note,
    Paragraph,
    Passage,
    Quote,
    Section,
    Table,
    Text,
)
from arsrapport.document.walk import map_children
from arsrapport.language.keywords import keyword
from arsrapport.language.languages import Language
from arsrapport.markup.lines import text_after

_Kind: TypeAlias = Literal["table", "figure"]

CONTAINERS: Final = (Section, Passage, Quote, List, ListItem, Note, Definitions, Definition)
"""The nodes that hold blocks."""


def captioned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks whose tables and figures have their captions, names and sources.

    `Tabell seats: …` right above a table, `Figur kpr: …` right above or below a figure, and then
    `Kjelde: …` below, which is kept whole. What has a caption or a source keeps it, so that doing
    it again changes nothing; compose does, once a table stands in its hole.
    """
    return tuple(_visit(block, "nn") for block in _beside(blocks))


def is_caption_line(text: str) -> bool:
    """Say whether a line that begins so may be the caption or the source of a picture beside it."""
    return any(pattern.match(text) for pattern in (_caption("figure"), _source()))


def _visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    if not isinstance(node, CONTAINERS):
        return node
    if not isinstance(node, List | Definitions):
        node = replace(node, children=_beside(node.children))
    return map_children(node, language, _visit)


def _beside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Caption the tables and figures among blocks that stand beside each other."""
    kept: list[Block] = []
    rest = list(reversed(blocks))
    while rest:
        block = rest.pop()
        if isinstance(block, Table):
            block = _with_source(_captioned_by(block, "table", kept), rest)
        elif isinstance(block, Figure):
            above = _captioned_by(block, "figure", kept)
            block = _with_source(_captioned_by(above, "figure", rest), rest)
        kept.append(block)
    return tuple(kept)


def _captioned_by(block: Any, kind: _Kind, neighbours: list[Block]) -> Any:  # noqa: ANN401 - see below
    """Give a table or figure the caption that ends a list of neighbours, and take it from there."""
    found = _read_caption(neighbours[-1], kind) if neighbours and not block.caption else None
    if found is None:
        return block
    neighbours.pop()
    name, caption = found
    return replace(block, caption=caption, name=block.name or name)


def _read_caption(block: Block, kind: _Kind) -> tuple[str, tuple[Inline, ...]] | None:
    """Return the name and the words of a paragraph that is a caption."""
    first = _first_words(block)
    match = _caption(kind).match(first.value) if first else None
    if first is None or match is None or not isinstance(block, Paragraph):
        return None
    caption = (*text_after(first, match.end()), *block.children[1:])
    return (f"{kind}:{match['name']}" if match["name"] else "", caption) if caption else None


def _with_source(block: Any, below: list[Block]) -> Any:  # noqa: ANN401 - a Table or a Figure
    first = _first_words(below[-1]) if below and not block.source else None
    if first is None or not _source().match(first.value):
        return block
    paragraph = below.pop()
    return replace(block, source=getattr(paragraph, "children", ()))


def _first_words(block: Block) -> Text | None:
    """Return the words that a paragraph begins with, if it begins with plain words."""
    if not isinstance(block, Paragraph) or block.role or not block.children:
        return None
    first = block.children[0]
    return first if isinstance(first, Text) else None


@cache
def _caption(kind: _Kind) -> re.Pattern[str]:
    words = "|".join(map(re.escape, keyword(kind)))
    pattern = rf"(?:{words})(?:[ \t\xa0]+(?P<name>[^\s:]{{1,100}}))?[ \t\xa0]*:[ \t\xa0]*"
    return re.compile(pattern, re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, keyword('source')))})[ \t\xa0]*:", re.IGNORECASE
    )
