"""Tables that have a page of their own, which lies on its side: where the text is cut for them."""

from __future__ import annotations

from typing import Final

from lxml import etree
from msgspec import Struct

from arsrapport.render.docx.gathered import Gathered
from arsrapport.render.docx.xml import Element, is_a, qualified

_TURNED: Final = "turned"
"""Holds what is to be turned until the text is cut; no element of Word's."""


TURNED_MARGIN: Final = 1417
"""To the left and to the right on a page on its side: 25 mm, in twentieths of a point."""


class Piece(Struct, frozen=True):
    """What of a part stands on pages that lie the same way."""

    elements: list[Element]
    turned: bool
    is_back: bool
    """Whether the pages before it were turned, and its own are not."""


def turned(elements: list[Element]) -> Element:
    """Return what is to stand on pages of its own as one element."""
    found = etree.Element(_TURNED)
    found.extend(elements)
    return found


def pieces(elements: list[Element], gathered: Gathered) -> list[Piece]:
    """Cut a part where its pages turn; headings go with the table below them."""
    headings = gathered.headings()
    runs: list[tuple[list[Element], bool]] = [([], False)]
    for element in elements:
        if element.tag != _TURNED:
            if runs[-1][1]:
                runs.append(([], False))
            runs[-1][0].append(element)
            continue
        before, was_turned = runs[-1]
        if was_turned:  # each has a page of its own, but not a section
            before.extend(element)
            continue
        taken: list[Element] = []
        while before and _style(before[-1]) in headings and not _is_noted(before[-1]):
            taken.insert(0, before.pop())
        if not before:
            runs.pop()
        runs.append(([*taken, *element], True))
    return [
        Piece(held, is_turned, not is_turned and number > 0)
        for number, (held, is_turned) in enumerate(runs)
    ]


def _style(element: Element) -> str:
    held = element.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
    if held is None or not is_a(element, "w:p"):
        return ""
    return held.get(qualified("w:val"), "")


def _is_noted(element: Element) -> bool:
    """Say whether a footnote stands in it, which Word would count anew on the page on its side."""
    return element.find(f".//{qualified('w:footnoteReference')}") is not None


def turned_line(gathered: Gathered) -> int:
    """Return how broad a line is on a page that lies on its side."""
    return gathered.base.height - 2 * TURNED_MARGIN


def turn(kept: list[Element]) -> None:
    """Let pages lie on their side, with room for a broad table."""
    size, margins = kept[:2]
    width, height = (size.get(qualified(f"w:{side}"), "0") for side in ("w", "h"))
    size.set(qualified("w:w"), height)
    size.set(qualified("w:h"), width)
    size.set(qualified("w:orient"), "landscape")
    for side in ("left", "right"):
        margins.set(qualified(f"w:{side}"), str(TURNED_MARGIN))
