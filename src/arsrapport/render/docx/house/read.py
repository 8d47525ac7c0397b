"""A publisher's template of Word, read: what of it is used, and what is wrong with it.

Its styles are known by their names, which are English in every Word; their ids are translated. Of
its text nothing is kept but the shape of its last pages, with what stands at their top and foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.theme import House
from arsrapport.render.docx.house.cleaning import clean_tree
from arsrapport.render.docx.house.heads import read_head, references_of
from arsrapport.render.docx.house.package import Package, RefusedError, open_package
from arsrapport.render.docx.xml import NAMES, Element, el, qualified
from arsrapport.source.place import Place

STANDARD: Final = (
    *("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4"),
    *("Caption", "List Bullet", "List Number", "Quote", "Footnote Text", "TOC 1", "TOC 2"),
)
"""The styles that a template is to have. What it lacks of others is nothing that anybody chose."""

_SIZE: Final = {"w": (6000, 34000), "h": (6000, 34000)}
_MARGINS: Final = {
    **dict.fromkeys(("left", "right"), (0, 10000)),
    **dict.fromkeys(("top", "bottom"), (-15000, 15000)),
    **dict.fromkeys(("header", "footer", "gutter"), (0, 5000)),
}
"""Bounds of pages, in twentieths of a point."""
NARROWEST: Final = 4500
"""Of the lines of a page: 8 cm."""


def read_house(data: bytes, path: str) -> tuple[House | None, tuple[Diagnostic, ...]]:
    """Read a template.

    Args:
        data: The bytes of a Word file, which may hold anything.
        path: Where it lies in the project.

    Returns:
        What of it is used, None if that is nothing; and what is wrong: AR910 for a file that cannot
        be a template, AR911 for styles that it lacks.
    """
    place = Place(path)
    try:
        house = _house(open_package(data), place)
    except RefusedError as error:
        return None, (fault("AR910", place, reason=error.reason),)
    except Exception:  # noqa: BLE001 - bytes that any file may hold
        return None, (fault("AR910", place, reason="broken"),)
    known = style_names(house.styles)
    lacking = [name for name in STANDARD if name.lower() not in known]
    if not lacking:
        return house, ()
    return house, (fault("AR911", place, names=", ".join(lacking)),)


def style_names(styles: bytes) -> frozenset[str]:
    """Return the names of the paragraphs' styles, in small letters."""
    root = etree.fromstring(styles)
    found = (
        style.find(qualified("w:name"))
        for style in root.iter(qualified("w:style"))
        if style.get(qualified("w:type"), "paragraph") == "paragraph"
    )
    return frozenset(name.get(qualified("w:val"), "").lower() for name in found if name is not None)


def _house(package: Package, place: Place) -> House:
    known = package.relations(package.main)
    styles = package.part(known, "styles")
    body = package.root(package.main).find(qualified("w:body"))
    if not styles or body is None:
        raise RefusedError("broken")
    section = body.find(qualified("w:sectPr"))
    pictures: dict[str, bytes] = {}
    references = () if section is None else references_of(section)
    heads = tuple(
        head
        for name, kind, id_ in references
        if id_ in known and (head := read_head(package, known[id_].target, (name, kind), pictures))
    )
    settings = package.part(known, "settings")
    even = _has(package.root(settings), "w:evenAndOddHeaders") if settings else False
    return House(
        styles=_cleaned(package, styles),
        theme=_theme(package, package.part(known, "theme")),
        fonts=_cleaned(package, package.part(known, "fontTable")),
        numbering=_cleaned(package, package.part(known, "numbering")),
        page=b"" if section is None else _page(section),
        heads=heads,
        first_page=section is not None and _has(section, "w:titlePg"),
        even_pages=even and any(head.kind == "even" for head in heads),
        pictures=pictures,
        place=place,
    )


def _has(element: Element, name: str) -> bool:
    """Say whether something is switched on."""
    found = element.find(qualified(name))
    return found is not None and found.get(qualified("w:val"), "1") not in {"0", "false", "off"}


def _cleaned(package: Package, name: str) -> bytes:
    if not name:
        return b""
    root = package.root(name)
    clean_tree(root)
    return etree.tostring(root)


def _theme(package: Package, name: str) -> bytes:
    """Return Word's theme; one with pictures in its patterns is left out."""
    data = _cleaned(package, name)
    return b"" if name and package.relations(name) else data


def _page(section: Element) -> bytes:
    """Return the size and the margins of pages; b"" when no text would have room on them."""
    size, margins = (section.find(qualified(f"w:{name}")) for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return b""
    sides, room = _within(size, _SIZE), _within(margins, _MARGINS)
    if len(sides) < len(_SIZE) or not {"left", "right", "top", "bottom"} <= room.keys():
        return b""
    if sides["w"] - room["left"] - room["right"] < NARROWEST:
        return b""
    if sides["h"] - abs(room["top"]) - abs(room["bottom"]) < NARROWEST:
        return b""
    usual = dict.fromkeys(("header", "footer"), 708) | {"gutter": 0}
    turned = {"orient": "landscape"} if sides["w"] > sides["h"] else {}
    borders = section.find(qualified("w:pgBorders"))
    found = el("w:sectPr", el("w:pgSz", **sides, **turned), el("w:pgMar", **(usual | room)))
    if borders is not None and not borders.xpath(".//@r:*", namespaces={"r": NAMES["r"]}):
        found.append(borders)
    return etree.tostring(found)


def _within(element: Element, bounds: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    found = {}
    for name, (low, high) in bounds.items():
        written = element.get(qualified(f"w:{name}"), "")
        if written.lstrip("-").isascii() and written.lstrip("-").isdigit() and len(written) < 9:  # noqa: PLR2004 - digits
            value = int(written)
            if low <= value <= high:
                found[name] = value
    return found
