"""Blocks: each kind of node as paragraphs and tables, in the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from msgspec.structs import replace

from arsrapport.document import nodes
from arsrapport.document.nodes import Block, Section
from arsrapport.render.columns import BOLD, breadth
from arsrapport.render.docx.figures import figure
from arsrapport.render.docx.gathered import LEVELS, UNLISTED, Gathered, Where
from arsrapport.render.docx.inlines import Look, inlines, run
from arsrapport.render.docx.lists import FARTHEST, definitions, list_of
from arsrapport.render.docx.outline import LISTED_LEVELS, number_of
from arsrapport.render.docx.paragraphs import (
    close_tables,
    indent,
    keep_together,
    keep_with_next,
    line_up,
    paragraph,
    space,
)
from arsrapport.render.docx.tables import table
from arsrapport.render.docx.xml import Element, is_a
from arsrapport.render.keeping import leads

OUTCOMES: Final = {"decision": "Decision", "conclusion": "Conclusion", "action": "Action"}
ROLES: Final = {"": "", "byline": "Byline", "subtitle": "Part Subtitle"}

FEW: Final = 8
"""So many paragraphs of an outcome stay on one page."""

SHORT_NUMBER: Final = 4
"""Characters of a number beside which a title of several lines hangs."""

LETTER, GAP = 0.495, 0.5
"""The breadth of an average letter, and of the space after a number, by the letters' size."""


def blocks(children: Iterable[Block], where: Where, gathered: Gathered) -> list[Element]:
    """Return blocks as what stands in the body of a file."""
    known = tuple(children)
    made = [_block(block, where, gathered) for block in known]
    for before, after, elements in zip(known, known[1:], made, strict=False):
        if leads(before, after):
            keep_with_next(elements[-1])
    return close_tables([element for elements in made for element in elements], gathered)


def _block(  # noqa: C901, PLR0911 - one case for each kind of block
    block: Block, outside: Where, gathered: Gathered
) -> list[Element]:
    where = replace(outside, language=block.language or outside.language)
    match block:
        case Section():
            return section(block, outside, gathered)
        case nodes.Paragraph():
            words = inlines(block.children, Look(where.language), gathered)
            return [paragraph(words, where, gathered, ROLES[block.role])]
        case nodes.List():
            return list_of(block, where, gathered, blocks)
        case nodes.Definitions():
            return definitions(block, where, gathered, blocks)
        case nodes.Table():
            return table(block, where, gathered)
        case nodes.Figure():
            return figure(block, where, gathered)
        case nodes.Quote():
            return _quote(block, where, gathered)
        case nodes.Note():
            return _framed(block.children, "Note", where, gathered)
        case nodes.Passage():
            if block.internal:
                raise ValueError("a withheld passage has come as far as a renderer")
            return blocks(block.children, where, gathered)
        case _:
            assert_never(block)


def section(node: Section, outside: Where, gathered: Gathered) -> list[Element]:
    """Return a heading with what stands under it."""
    where = replace(outside, language=node.language or outside.language)
    title = replace(where, language=node.title_language or where.language)
    is_unlisted = node.id in gathered.outline.unlisted and node.level == LISTED_LEVELS
    style = UNLISTED if is_unlisted else f"heading {min(node.level, LEVELS)}"
    heading = paragraph(_heading(node, title, gathered), title, gathered, style)
    if hang := _hang(node, gathered.base.styles[style.lower()].size):
        indent(heading, hang, hang)
    return [heading, *blocks(node.children, where, gathered)]


def _heading(node: Section, title: Where, gathered: Gathered) -> list[Element]:
    """Return number and title, in the bookmark that the contents lead to.

    What references print of it is in another: the number, else the title.
    """
    words = inlines(node.title, Look(title.language), gathered)
    is_wanted = node.id in gathered.outline.wanted
    if node.number:
        look = Look(title.language, style="Heading Number")
        number = number_of(node)
        before, _, after = node.number.rpartition(number)
        marked = [run(number, look, gathered)]
        if is_wanted:
            marked = gathered.marked(gathered.bookmark(node.id), marked)
        lead = [run(before, look, gathered)] if before else []
        words = [*lead, *marked, run(f"{after}\N{EN SPACE}", look, gathered), *words]
    elif is_wanted:
        words = gathered.marked(gathered.bookmark(node.id), words)
    if name := gathered.outline.contents.get(node.id):
        return gathered.marked(name, words)
    return words


def _hang(node: Section, size: float) -> int:
    """Return how far a title of several lines hangs beside its number, in twentieths of a point."""
    if not node.number or len(node.number) > SHORT_NUMBER:
        return 0
    letters = BOLD * breadth(node.number) * LETTER + GAP
    return int(letters * size * 20)


def _quote(block: nodes.Quote, where: Where, gathered: Gathered) -> list[Element]:
    if block.kind != "quote":
        return _framed(block.children, OUTCOMES[block.kind], where, gathered)
    left = gathered.base.styles["quote"].left
    inner = replace(where, style="Quote", indent=min(where.indent + left, FARTHEST))
    return blocks(block.children, inner, gathered)


def _framed(
    children: tuple[Block, ...], style: str, where: Where, gathered: Gathered
) -> list[Element]:
    """Return blocks that stand together in the frame of a style."""
    known = gathered.base.styles[style.lower()]
    inner = replace(
        where,
        style=style,
        frame=style,
        indent=min(where.indent + known.left, FARTHEST),
        right=where.right + known.right,
    )
    found = blocks(children, inner, gathered)
    line_up(found, inner.indent)
    if len(found) <= FEW:
        keep_together(found)
    for end, sides in ((found[:1], {"before": 240}), (found[-1:], {"after": 240})):
        for element in end:
            if is_a(element, "w:p"):
                space(element, **sides)
    return found
