"""Lists, and terms with what belongs to them. `go` sets the blocks inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from msgspec.structs import replace

from arsrapport.document import nodes
from arsrapport.document.nodes import Block, Paragraph
from arsrapport.document.plain import plain_text
from arsrapport.render.columns import BOLD, breadth
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.inlines import Look, inlines, run
from arsrapport.render.docx.paragraphs import indent, keep_with_next, paragraph, space
from arsrapport.render.docx.xml import Element, el, is_a, put
from arsrapport.render.keeping import is_short

Go: TypeAlias = Callable[[Iterable[Block], Where, Gathered], list[Element]]

STEP: Final = 340
"""How much further in a level of a list stands, in twentieths of a point, as in numbering.xml."""

DEEPEST: Final = 9
"""Levels of a list in Word."""

STYLED: Final = 5
"""Levels of a list that have a style."""

FARTHEST: Final = 4500
"""Text that stands further in would have no room; deeper levels stand as far in as this."""

LARGEST_NUMBER: Final = 32_767
"""Of an item that Word counts; a larger one is printed as text."""

NARROWEST, BROADEST, GAP = 1020, 2835, 227
"""Of the column of terms: 18 to 50 mm, and 4 mm beside it."""

TERM_LETTER: Final = 0.495 * 10 * 20
"""The breadth of an average letter of a term."""


def list_of(node: nodes.List, where: Where, gathered: Gathered, go: Go) -> list[Element]:
    """Return a list; what an item holds stands under its first paragraph."""
    start = max(node.start, 0)
    counted = not node.ordered or start + len(node.items) <= LARGEST_NUMBER
    level = min(where.depth, DEEPEST - 1)
    number = gathered.base.lists.bullets
    if node.ordered and counted:
        gathered.ordered.append((level, start))
        number += len(gathered.ordered)
    styled = _suffixed(where.depth)
    name = f"List {'Number' if node.ordered else 'Bullet'}{styled}"
    signed = not node.ordered and gathered.base.styles[name.lower()].signed
    inner = replace(
        where,
        style=f"List Continue{styled}",
        indent=min(where.indent + STEP, FARTHEST),
        depth=where.depth + 1,
    )
    found: list[Element] = []
    for count, item in enumerate(node.items, start):
        place = replace(inner, language=item.language or where.language)
        first, rest = _first(item.children)
        own = replace(place, language=(first.language if first else None) or place.language)
        words = inlines(first.children, Look(own.language), gathered) if first else []
        shown = [] if counted else [run(f"{count}. ", Look(where.language), gathered)]
        head = paragraph([*shown, *words], own, gathered, name)
        if counted:
            if not signed:
                put(head, el("w:numPr", el("w:ilvl", val=level), el("w:numId", val=number)))
            indent(head, inner.indent, STEP, where.right)
        else:
            indent(head, inner.indent, right=where.right)
        found += [head, *go(rest, place, gathered)]
    if not where.depth and found and is_a(found[-1], "w:p"):
        space(found[-1], after=140)
    return found


def definitions(node: nodes.Definitions, where: Where, gathered: Gathered, go: Go) -> list[Element]:
    """Return terms in a column of their own, as broad as the broadest, unless one is too long.

    A few lines stay with what follows, as in the PDF: presenter and papers with the item.
    """
    names = [plain_text(item.term) for item in node.items]
    widest = max((BOLD * breadth(name) * TERM_LETTER for name in names), default=0.0)
    width = max(NARROWEST, int(widest)) + GAP
    aside = width < BROADEST
    step = width if aside else GAP
    name = "Definition" if where.style == "Normal" else where.style
    inner = replace(where, style=name, indent=min(where.indent + step, FARTHEST))
    found: list[Element] = []
    for item in node.items:
        term = inlines(item.term, Look(where.language, style="Term"), gathered)
        first, rest = _first(item.children) if aside else (None, item.children)
        if first is None:
            head = paragraph(term, where, gathered, name)
            space(head, after=40)
            if item.children:
                put(head, el("w:keepNext"))
        else:
            look = Look(first.language or where.language)
            words = inlines(first.children, look, gathered)
            tab = el("w:r", el("w:tab"))
            head = paragraph([*term, tab, *words], where, gathered, name)
            indent(head, inner.indent, width, where.right)
        under = replace(inner, indent=where.indent) if _is_listed(rest) else inner
        found += [head, *go(rest, under, gathered)]
    if found and is_a(found[-1], "w:p"):
        space(found[-1], after=200)
    if is_short(node):
        # In a frame they are the end of it, which holds together by itself.
        for element in found[:-1] if where.frame else found:
            keep_with_next(element)
    return found


def _first(children: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    """Return the first plain paragraph, if they begin with one, and the rest."""
    match children:
        case (Paragraph(role="") as first, *rest):
            return first, tuple(rest)
        case _:
            return None, children


def _is_listed(children: tuple[Block, ...]) -> bool:
    """Say whether what stands under a term is only lists, which stand in by themselves."""
    return all(isinstance(child, nodes.List) for child in children)


def _suffixed(depth: int) -> str:
    """Return the end of the name of a style of lists on a level: nothing, then 2 to 5."""
    level = min(depth + 1, STYLED)
    return f" {level}" if level > 1 else ""
