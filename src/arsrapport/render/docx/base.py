"""The file that a Word document begins as: styles, lists, settings, the shape of its pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from arsrapport.model.theme import PLAIN, House, Theme
from arsrapport.render.docx.dressing import LINE, dress
from arsrapport.render.docx.house.entries import all_styles, based_on, style_name
from arsrapport.render.docx.house.join import Joined, join
from arsrapport.render.docx.house.numbering import OWN, Lists
from arsrapport.render.docx.xml import Element, child, el, qualified

HOUSE_BREADTH: Final = 1.1
"""Of the letters of a template, whose font is not known, beside Source Sans: about Arial's."""


class Style(Struct, frozen=True):
    """What must be known of a style to set something else that looks like it."""

    id: str
    """Is translated in files of a Norwegian Word; the name never is."""
    left: int = 0
    """How far in its text stands, in twentieths of a point."""
    right: int = 0
    frame: tuple[Element, ...] = ()
    """Its border and its shading."""
    size: float = 10.5
    """Of its letters, in points."""
    tabs: tuple[int, ...] = ()
    """Where its tabs stand."""
    signed: bool = False
    """Whether it is a template's that brings the sign of its list."""


class Base(Struct, frozen=True):
    """An open file without content."""

    document: Any
    """python-docx's."""
    styles: Mapping[str, Style]
    """By name, in small letters."""
    section: Element
    """The shape of its pages (`w:sectPr`)."""
    line: int
    """How broad a line of text is, in twentieths of a point."""
    theme: Theme = PLAIN
    lists: Lists = OWN

    @property
    def height(self) -> int:
        """How high a page is, in twentieths of a point."""
        return int(child(self.section, "w:pgSz").get(qualified("w:h"), "0"))

    @property
    def is_wide(self) -> bool:
        """Whether its pages lie on their side already."""
        return int(child(self.section, "w:pgSz").get(qualified("w:w"), "0")) > self.height

    @property
    def house(self) -> House | None:
        """The publisher's template that its styles are from."""
        return self.theme.house

    @property
    def room(self) -> float:
        """How many letters stand on a line of a table, beside those without a theme."""
        return self.line / LINE / HOUSE_BREADTH if self.house else self.theme.room


def open_base(templates: Path, theme: Theme = PLAIN) -> Base:
    """Open the file that stands unpacked in `templates/docx/`, as a theme would have it look."""
    import docx  # noqa: PLC0415 - start-up

    files, house = _files(templates / "docx"), theme.house
    joined = join(files, house) if house else Joined(dress(files, theme), OWN, frozenset())
    document = docx.Document(_packed(joined.files))
    body = document.element.body
    section = body.sectPr
    body.remove(section)
    if house and house.page:
        section = etree.fromstring(house.page)
    entries = all_styles(document.styles.element)
    by_id = {entry.get(qualified("w:styleId"), ""): entry for entry in reversed(entries)}
    styles = {style_name(entry): _style(id_, by_id, joined.signed) for id_, entry in by_id.items()}
    return Base(document, styles, section, _line(section), theme, joined.lists)


def add_numbering(base: Base, ordered: tuple[tuple[int, int], ...]) -> None:
    """Add a numbered list for each level and first number; the first comes after the bullets."""
    numbering = base.document.part.numbering_part.element
    for number, (level, start) in enumerate(ordered, base.lists.bullets + 1):
        begins = el("w:lvlOverride", el("w:startOverride", val=start), ilvl=level)
        form = el("w:abstractNumId", val=base.lists.ordered)
        numbering.append(el("w:num", form, begins, numId=number))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _packed(files: Mapping[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    packed.seek(0)
    return packed


def _line(section: Element) -> int:
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    width = int(size.get(qualified("w:w"), "0"))
    return width - sum(int(margins.get(qualified(f"w:{side}"), "0")) for side in ("left", "right"))


def _style(
    wanted: str, by_id: Mapping[str, Element], signed: frozenset[str], depth: int = 10
) -> Style:
    """Return a style with what it has from those that it is based on, ten at the most."""
    entry = by_id[wanted]
    parent = based_on(entry)
    above = _style(parent, by_id, signed, depth - 1) if parent in by_id and depth else Style("")
    found = replace(above, id=wanted, signed=wanted in signed)
    letters = entry.find(f"{qualified('w:rPr')}/{qualified('w:sz')}")
    if letters is not None:
        found = replace(found, size=_number(letters, "val", int(above.size * 2)) / 2)
    held = entry.find(qualified("w:pPr"))
    if held is None:
        return found
    own = {part.tag: part for part in held if part.tag in _FRAME}
    frame = {part.tag: part for part in above.frame} | own
    every = islice(held.iter(qualified("w:tab")), MOST_TABS)
    tabs = {_number(tab, "pos", 0) for tab in every}
    indents = held.find(qualified("w:ind"))
    left, right = (
        outer if indents is None else _number(indents, side, outer)
        for side, outer in (("left", above.left), ("right", above.right))
    )
    return replace(
        found,
        left=left,
        right=right,
        frame=tuple(frame[tag] for tag in _FRAME if tag in frame),
        tabs=tuple(sorted(tabs | {*above.tabs})[:MOST_TABS]),
    )


MOST_TABS: Final = 64
"""Of a paragraph in Word."""

_FRAME = (qualified("w:pBdr"), qualified("w:shd"))

_FARTHEST: Final = 4000
"""Twentieths of a point: no template's style stands further in."""


def _number(element: Element, name: str, usual: int) -> int:
    """Return a number of a template, which may hold anything, or a length in another unit."""
    written = element.get(qualified(f"w:{name}"), "")
    if not (written.isascii() and written.isdigit() and len(written) <= len("31680")):
        return usual
    return min(int(written), _FARTHEST) if name in {"left", "right"} else int(written)
