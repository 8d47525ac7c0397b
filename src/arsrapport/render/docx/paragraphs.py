"""Paragraphs, and what holds them together on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.xml import Element, el, is_a, properties, put, qualified


def paragraph(
    children: Iterable[Element], where: Where, gathered: Gathered, style: str = ""
) -> Element:
    """Return a paragraph in a style, "" for the one that plain paragraphs have in that place."""
    chosen = style or where.style
    known = gathered.base.styles[chosen.lower()]
    held = el("w:pPr", el("w:pStyle", val=known.id))
    found = el("w:p", held, *children)
    if where.frame and chosen != where.frame:
        for part in gathered.base.styles[where.frame.lower()].frame:
            put(found, deepcopy(part))
    left = where.indent if chosen == where.style else where.indent + known.left
    if (left, where.right) != (known.left, known.right):
        indent(found, left, right=where.right)
    return found


def indent(found: Element, left: int, hanging: int = 0, right: int = 0) -> None:
    """Set how far in the text of a paragraph stands."""
    sides = {"left": left, "right": right, "hanging": hanging}
    put(
        found, el("w:ind", **{side: size for side, size in sides.items() if size or side == "left"})
    )


def space(found: Element, before: int | None = None, after: int | None = None) -> None:
    """Set the room above or below a paragraph, and leave the rest to its style."""
    known = found.find(f"{qualified('w:pPr')}/{qualified('w:spacing')}")
    element = el("w:spacing") if known is None else known
    for side, size in (("before", before), ("after", after)):
        if size is not None:
            element.set(qualified(f"w:{side}"), str(size))
    if known is None:
        put(found, element)


FARTHEST_BORDER = 31
"""Points from a text to its border, the most that there may be (ECMA-376, 17.18.68)."""


def line_up(elements: Iterable[Element], edge: int) -> None:
    """Let the borders on the left of paragraphs that stand further in be one line with the others.

    Word sets a border as far from where a paragraph begins as it says. `edge` is where those begin
    that need no change, in twentieths of a point.
    """
    for element in elements:
        border = element.find("/".join(map(qualified, ("w:pPr", "w:pBdr", "w:left"))))
        place = element.find("/".join(map(qualified, ("w:pPr", "w:ind"))))
        if border is None or place is None:
            continue
        left, hanging = (int(place.get(qualified(f"w:{n}"), "0")) for n in ("left", "hanging"))
        further = max(0, left - hanging - edge) // 20
        gap = int(border.get(qualified("w:space"), "0"))
        border.set(qualified("w:space"), str(min(FARTHEST_BORDER, gap + further)))


def keep_together(elements: Sequence[Element]) -> None:
    """Keep paragraphs and tables on one page with each other, but not with what follows."""
    for element in elements[:-1]:
        keep_with_next(element)
    for element in elements[-1:]:
        if is_a(element, "w:tbl"):
            *above, _ = element.iter(qualified("w:tr"))
            for row in above:
                keep_with_next(row)


def keep_with_next(element: Element) -> None:
    """Keep a paragraph, or all of a table, with what follows."""
    for found in element.iter(qualified("w:p")):
        put(found, el("w:keepNext"))


def close_tables(elements: Sequence[Element], gathered: Gathered) -> list[Element]:
    """Return elements with room below each table.

    Word has none of its own there, and takes two tables with nothing between them for one.
    """
    found: list[Element] = []
    for element in elements:
        if found and is_a(found[-1], "w:tbl"):
            if is_a(element, "w:tbl"):
                found.append(spacer(gathered))
            elif is_a(element, "w:p") and not _is_spaced(element, gathered):
                space(element, before=ROOM_BELOW)
        found.append(element)
    return found


ROOM_BELOW = 240
"""Below a table, in twentieths of a point."""


def spacer(gathered: Gathered) -> Element:
    """Return a paragraph without height, to stand where Word must have one."""
    return el("w:p", el("w:pPr", el("w:pStyle", val=gathered.style("Spacer"))))


def _is_spaced(found: Element, gathered: Gathered) -> bool:
    """Say whether a paragraph has its own room above: a heading, a caption, a table's note."""
    style = properties(found).find(qualified("w:pStyle"))
    known = None if style is None else style.get(qualified("w:val"))
    # What room a template gives its captions nobody knows: often none.
    captions = () if gathered.base.house else ("caption",)
    others = map(gathered.style, ("table note", "spacer", *captions))
    return known in {*others, *gathered.headings()}
