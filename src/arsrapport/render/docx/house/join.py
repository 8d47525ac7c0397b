"""A template joined with ours: its styles, and of ours those that it lacks, in its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec import Struct

from arsrapport.model.theme import House
from arsrapport.render.docx.colouring import recoloured
from arsrapport.render.docx.house.colours import colours_of
from arsrapport.render.docx.house.entries import (
    all_styles,
    based_on,
    is_default,
    rename,
    style_key,
    style_name,
)
from arsrapport.render.docx.house.numbering import Lists, join_numbering
from arsrapport.render.docx.xml import Element, drop, el, put, qualified

_HEADING: Final = re.compile("heading ([1-9])")
_AFTER_LEVEL: Final = (qualified("w:divId"), qualified("w:cnfStyle"))
"""What of a style stands behind its level (ECMA-376, 17.7.5.1)."""

_HEADED: Final = ("heading", "title", "subtitle", "publisher", "series", "imprint heading")
"""Styles that, where they are ours, are set in the font of the template's headings."""

_NUMBERS: Final = ("heading number", "caption label")
"""Styles of letters that have the colour of what they stand in: the template's own."""


class Joined(Struct, frozen=True):
    """The files of a template joined with ours."""

    files: Mapping[str, bytes]
    """Of the folder `templates/docx/`, by name."""
    lists: Lists
    signed: frozenset[str]
    """The styles of lists that bring their own signs, by id."""


def join(files: Mapping[str, bytes], house: House) -> Joined:
    """Join our files with a template."""
    numbering, lists, numbers = join_numbering(files["word/numbering.xml"], house.numbering)
    theirs = etree.fromstring(house.styles)
    ours = etree.fromstring(recoloured(files["word/styles.xml"], colours_of(theirs)))
    signed = frozenset(_prepare(theirs, numbers))
    _add_lacking(theirs, ours, lists.bullets)
    made = {
        **files,
        "word/styles.xml": etree.tostring(theirs),
        "word/numbering.xml": numbering,
        "word/fontTable.xml": _fonts(files["word/fontTable.xml"], house.fonts),
        "word/settings.xml": _settings(files["word/settings.xml"], house),
    }
    if house.theme:
        made["word/theme/theme1.xml"] = house.theme
    return Joined(made, lists, signed)


def _prepare(root: Element, numbers: Mapping[str, int]) -> Iterator[str]:
    """Make a template's styles fit for a document that says its numbers and its language itself.

    Yields:
        The id of each style of lists that brings its own sign.
    """
    defaults = root.find(qualified("w:docDefaults"))
    if defaults is None:
        defaults = el("w:docDefaults")
        root.insert(0, defaults)
    held = defaults.find(qualified("w:rPrDefault"))
    if held is None:
        held = el("w:rPrDefault")
        defaults.insert(0, held)
    if held.find(qualified("w:rPr")) is None:
        held.append(el("w:rPr"))
    for style in root.iterchildren(qualified("w:style")):
        for tongue in list(style.iter(qualified("w:lang"))):
            drop(tongue)
        if level := _HEADING.fullmatch(style_name(style)):
            _set_level(style, int(level[1]) - 1)
        for number in list(style.iter(qualified("w:numPr"))):
            id_ = number.find(qualified("w:numId"))
            known = numbers.get("" if id_ is None else id_.get(qualified("w:val"), ""), 0)
            is_list = style_name(style).startswith("list ") or style.get(qualified("w:type")) in {
                "numbering",
                "table",
            }
            if id_ is None or not known or not is_list:
                drop(number)
                continue
            id_.set(qualified("w:val"), str(known))
            yield style.get(qualified("w:styleId"), "")


def _set_level(style: Element, level: int) -> None:
    """Say the level of a heading: Word knows it by the style's name, other programs do not."""
    held = style.find(qualified("w:pPr"))
    if held is None:
        held = el("w:pPr")
        letters = style.find(qualified("w:rPr"))
        if letters is None:
            style.append(held)
        else:
            letters.addprevious(held)
    for known in list(held.iterchildren(qualified("w:outlineLvl"))):
        held.remove(known)
    last = [part for part in held if part.tag in _AFTER_LEVEL]
    held.insert(len(held) - len(last), el("w:outlineLvl", val=level))


def _add_lacking(theirs: Element, ours: Element, bullets: int) -> None:
    """Add to the styles of a template those of ours that it lacks."""
    known = {style_key(style): style for style in reversed(all_styles(theirs))}
    taken = {style.get(qualified("w:styleId"), "") for style in all_styles(theirs)}
    names = {name for _, name in known}
    has_default = {kind for (kind, _), style in known.items() if is_default(style)}
    ids: dict[str, str] = {}
    lacking = []
    for style in all_styles(ours):
        own, key = style.get(qualified("w:styleId"), ""), style_key(style)
        if key in known:
            ids[own] = known[key].get(qualified("w:styleId"), "")
            continue
        if key[1] in names:  # of another type: Word knows a name once
            for other in (s for (_, name), s in known.items() if name == key[1]):
                rename(other)
        ids[own] = _free(own, taken)
        taken.add(ids[own])
        if key[0] in has_default and qualified("w:default") in style.attrib:
            del style.attrib[qualified("w:default")]
        lacking.append(style)
    normal = known.get(("paragraph", "normal"))
    head = known.get(("paragraph", "heading 1"))
    for style in lacking:
        _lead(style, ids, bullets)
        _set_font(style, head)
        if style_name(style) in _NUMBERS:
            for colour in list(style.iter(qualified("w:color"))):
                drop(colour)
        if normal is not None and based_on(style) == normal.get(qualified("w:styleId")):
            _straighten(style, normal)
        theirs.append(style)


def _lead(style: Element, ids: Mapping[str, str], bullets: int) -> None:
    """Let a style of ours lead to what others, and lists, are called in the file that it joins."""
    style.set(qualified("w:styleId"), ids[style.get(qualified("w:styleId"), "")])
    for name in ("w:basedOn", "w:next", "w:link"):
        for part in style.iterchildren(qualified(name)):
            part.set(qualified("w:val"), ids[part.get(qualified("w:val"), "")])
    for number in style.iter(qualified("w:numId")):
        number.set(qualified("w:val"), str(bullets))


def _set_font(style: Element, head: Element | None) -> None:
    """Give a style of ours the template's font: that of headings or that of the text."""
    font = None if head is None else head.find(f"{qualified('w:rPr')}/{qualified('w:rFonts')}")
    is_headed = style_name(style).startswith(_HEADED)
    for own in list(style.iter(qualified("w:rFonts"))):
        if own.get(qualified("w:ascii")):  # of code
            continue
        if is_headed and font is not None:
            own.addprevious(deepcopy(font))
        drop(own)


def _straighten(style: Element, normal: Element) -> None:
    """Let a style of ours stand to the left, whatever the template's text does."""
    held = style.find(qualified("w:pPr"))
    theirs = normal.find(qualified("w:pPr"))
    if held is None or theirs is None:
        return
    if theirs.find(qualified("w:jc")) is not None and held.find(qualified("w:jc")) is None:
        put(style, el("w:jc", val="left"))
    if theirs.find(qualified("w:ind")) is not None and held.find(qualified("w:ind")) is None:
        put(style, el("w:ind", left=0, right=0, firstLine=0))


def _fonts(ours: bytes, theirs: bytes) -> bytes:
    if not theirs:
        return ours
    root = etree.fromstring(theirs)
    names = {font.get(qualified("w:name")) for font in root}
    root.extend(
        font
        for font in list(etree.fromstring(ours).iterchildren(qualified("w:font")))
        if font.get(qualified("w:name")) not in names
    )
    return etree.tostring(root)


def _settings(ours: bytes, house: House) -> bytes:
    if not house.even_pages:
        return ours
    mark = b"<w:characterSpacingControl"
    return ours.replace(mark, b"<w:evenAndOddHeaders/>" + mark)


def _free(id_: str, taken: set[str]) -> str:
    while id_ in taken:
        id_ += "A"
    return id_
