"""The file that a Word document begins as: styles, lists, settings, the shape of its pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from arsrapport.render.docx.xml import Element, child, el, qualified


class Style(Struct, frozen=True):
    """What must be known of a style to set something else that looks like it."""

    id: str
    """Is translated in files of a Norwegian Word; the name never is."""
    left: int = 0
    """How far in its text stands, in twentieths of a point."""
    right: int = 0
    frame: tuple[Element, ...] = ()
    """Its border and its shading."""


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


def open_base(templates: Path) -> Base:
    """Open the file that stands unpacked in `templates/docx/`."""
    import docx  # noqa: PLC0415 - start-up

    document = docx.Document(_packed(templates / "docx"))
    body = document.element.body
    section = body.sectPr
    body.remove(section)
    entries = list(document.styles.element.iterchildren(qualified("w:style")))
    by_id = {entry.get(qualified("w:styleId"), ""): entry for entry in entries}
    styles = {_value(entry, "w:name").lower(): _style(id_, by_id) for id_, entry in by_id.items()}
    return Base(document, styles, section, _line(section))


def add_numbering(base: Base, ordered: tuple[tuple[int, int], ...]) -> None:
    """Add a numbered list for each level and first number; the first of them is number 2."""
    numbering = base.document.part.numbering_part.element
    for number, (level, start) in enumerate(ordered, 2):
        begins = el("w:lvlOverride", el("w:startOverride", val=start), ilvl=level)
        numbering.append(el("w:num", el("w:abstractNumId", val=1), begins, numId=number))


def _packed(folder: Path) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                file.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    packed.seek(0)
    return packed


def _line(section: Element) -> int:
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    width = int(size.get(qualified("w:w"), "0"))
    return width - sum(int(margins.get(qualified(f"w:{side}"), "0")) for side in ("left", "right"))


def _style(wanted: str, by_id: Mapping[str, Element], depth: int = 10) -> Style:
    """Return a style with what it has from those that it is based on, ten at the most."""
    entry = by_id[wanted]
    parent = _value(entry, "w:basedOn")
    above = _style(parent, by_id, depth - 1) if parent in by_id and depth else Style("")
    held = entry.find(qualified("w:pPr"))
    if held is None:
        return Style(wanted, above.left, above.right, above.frame)
    own = {part.tag: part for part in held if part.tag in _FRAME}
    frame = {part.tag: part for part in above.frame} | own
    indents = held.find(qualified("w:ind"))
    left, right = (
        int(outer if indents is None else indents.get(qualified(f"w:{side}"), outer))
        for side, outer in (("left", above.left), ("right", above.right))
    )
    return Style(wanted, left, right, tuple(frame[tag] for tag in _FRAME if tag in frame))


_FRAME = (qualified("w:pBdr"), qualified("w:shd"))


def _value(entry: Element, name: str) -> str:
    found = entry.find(qualified(name))
    return "" if found is None else found.get(qualified("w:val"), "")
