"""Cleaning: what of a template may stand in a document that others publish.

Who wrote it and when, comments and changes, fields that tell of a machine or a clock, and whatever
hangs on a part that is not taken along: all that goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from lxml import etree
from msgspec import Struct

from arsrapport.render.docx.xml import NAMES, Element, drop, qualified

_GONE: Final = frozenset(
    qualified(f"w:{name}")
    for name in (
        *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart"),
        *("moveToRangeEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("annotationRef", "proofErr", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd"),
        *("footnoteReference", "endnoteReference", "altChunk", "subDoc", "object", "control"),
        *("lastRenderedPageBreak", "rsid", "embedRegular", "embedBold", "embedItalic"),
        *("embedBoldItalic", "lvlPicBulletId", "smartTagPr", "customXmlPr", "cellIns", "cellDel"),
    )
)
_OPENED: Final = frozenset(
    qualified(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink")
)
_CONTROL: Final = qualified("w:sdt")
_HOLDERS: Final = frozenset(
    (
        *(qualified(name) for name in ("w:drawing", "w:pict", "w:object")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    )
)
_EXTENSION: Final = f"{{{NAMES['a']}}}ext"

_VALUE: Final = qualified("w:val")
_SIDED: Final = frozenset(map(qualified, ("w:jc", "w:lvlJc")))
_SIDES: Final = {"start": "left", "end": "right"}
"""LibreOffice writes words of the strict form into the usual one."""

_FIELDS: Final = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF"))
"""Fields that tell of the document. Others may tell who made it, where, or the time of day."""

_MACHINE: Final = re.compile(r"\s*(?:[A-Za-z]:[\\/]|\\\\|file:)", re.IGNORECASE)
"""The beginning of a path on somebody's machine."""


def clean_tree(root: Element, kept: Collection[str] = ()) -> None:
    """Take out of a part what does not belong in a document of others.

    Args:
        root: The part.
        kept: The ids by which it knows what is taken along with it.
    """
    _clean_fields(root)
    for element in list(root.iter(etree.Element)):
        if element is root:
            continue
        name = str(element.tag).rpartition("}")[2]
        if element.tag in _GONE or name.endswith("Change"):
            drop(element)
        elif element.tag == _CONTROL:
            _open_control(element)
        elif element.tag in _OPENED and not _is_kept(element, kept):
            _open(element, element)
    for element in list(root.iter(etree.Element)):
        _clean_attributes(element, kept)


def _is_kept(element: Element, kept: Collection[str]) -> bool:
    """Say whether it is a link that goes on leading somewhere."""
    return element.get(qualified("r:id")) in kept


def _clean_attributes(element: Element, kept: Collection[str]) -> None:
    if element.tag in _SIDED and element.get(_VALUE) in _SIDES:
        element.set(_VALUE, _SIDES[element.get(_VALUE, "")])
    for name, value in list(element.attrib.items()):
        local = str(name).rpartition("}")[2]
        if local.startswith("rsid") or local == "characterSet" or _MACHINE.match(str(value)):
            del element.attrib[name]
        elif str(name).startswith(f"{{{NAMES['r']}}}") and value not in kept:
            _drop_holder(element)
            return


def _drop_holder(element: Element) -> None:
    """Take away what shows something that is not taken along: all of the picture, or its twin."""
    for above in (element, *element.iterancestors()):
        if above.tag in _HOLDERS or (above.tag == _EXTENSION and above is not element):
            drop(above)
            return
    for name in list(element.attrib):
        if str(name).startswith(f"{{{NAMES['r']}}}"):
            del element.attrib[name]


def _open_control(control: Element) -> None:
    """Open a content control. What stands in it for a reader to fill in, or from a file, goes."""
    content = control.find(qualified("w:sdtContent"))
    held = control.find(qualified("w:sdtPr"))
    filled = ("w:dataBinding", "w:showingPlcHdr", "w:date")
    if content is None:
        drop(control)
        return
    if held is not None and any(held.find(qualified(name)) is not None for name in filled):
        for run in list(content.iter(qualified("w:r"))):
            drop(run)
    _open(control, content)


def _open(element: Element, content: Element) -> None:
    """Put what an element holds in its place."""
    for child in list(content):
        element.addprevious(child)
    drop(element)


class _Field(Struct):
    """A field that has begun; others may stand in it."""

    order: str = ""
    depth: int = 1
    has_result: bool = False
    marks: list[Element] = []
    """The runs that make it one."""
    shown: list[Element] = []

    def take(self, part: Element) -> None:
        """Read on, in the next part of a run."""
        kind = part.get(qualified("w:fldCharType"))
        self.depth += (kind == "begin") - (kind == "end")
        if self.depth == 1:
            self.has_result |= kind == "separate"
            self.order += (part.text or "") if part.tag == qualified("w:instrText") else ""


def _clean_fields(root: Element) -> None:
    for field in list(root.iter(qualified("w:fldSimple"))):
        if _order(field.get(qualified("w:instr"), "")) not in _FIELDS:
            drop(field)
    begun: _Field | None = None
    for run in list(root.iter(qualified("w:r"))):
        held = begun
        for part in run:
            if begun is not None:
                begun.take(part)
            elif part.get(qualified("w:fldCharType")) == "begin":
                begun = held = _Field()
            if begun is not None and begun.depth == 0:
                _close(begun.order, [*begun.marks, run], begun.shown)
                begun = held = None
        if held is not None:
            is_words = held.has_result and run.find(qualified("w:fldChar")) is None
            (held.shown if is_words else held.marks).append(run)
    if begun is not None:
        _close("", begun.marks, begun.shown)


def _close(order: str, marks: Iterable[Element], shown: Iterable[Element]) -> None:
    """Take away a field that has ended, unless it is one of those that may stand."""
    if _order(order) in _FIELDS:
        return
    for run in marks:
        drop(run)
    if _order(order) != "HYPERLINK":  # its words are the publisher's own
        for run in shown:
            drop(run)


def _order(words: str) -> str:
    return (words.split() or [""])[0].upper()
