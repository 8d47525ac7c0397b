"""WordprocessingML as elements: made by their prefixed names, put in the order of the schema."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, TypeAlias

from lxml import etree

from arsrapport.render.lines import one_line

Element: TypeAlias = etree._Element  # noqa: SLF001 - the class has no other name

NAMES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_OWN: Final = {"w": NAMES["w"]}
"""What most elements need; more would make each of them dear."""

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_INVALID: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold (XML 1.0, 2.2)."""

_PROPERTIES: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind"),
    *("contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"),
)
"""The properties of a paragraph in the order that the schema wants (ECMA-376, 17.3.1.26)."""


@cache
def qualified(name: str) -> str:
    """Return a name such as `w:p` as lxml writes it: `{http://…}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}" if local else name


def el(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element of WordprocessingML; its attributes are in the same namespace.

    Args:
        name: `w:p`, say.
        children: What stands in it.
        attributes: `val="left"` is `w:val`; `r_id` is `r:id`.
    """
    element = etree.Element(qualified(name), nsmap=_OWN)
    for key, value in attributes.items():
        element.set(qualified(key.replace("_", ":") if "_" in key else f"w:{key}"), str(value))
    element.extend(children)
    return element


def child(parent: Element, name: str) -> Element:
    """Return the first child of a name; it is added last when there is none."""
    found = parent.find(qualified(name))
    if found is None:
        found = el(name)
        parent.append(found)
    return found


def clean(text: str) -> str:
    """Return a text on one line, with a mark for each character that XML cannot hold."""
    return _INVALID.sub("\N{REPLACEMENT CHARACTER}", one_line(text))


def properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, which always come first in it."""
    found = paragraph.find(qualified("w:pPr"))
    if found is None:
        found = el("w:pPr")
        paragraph.insert(0, found)
    return found


def drop(element: Element) -> None:
    """Take an element out of what holds it; one that nothing holds stays as it is."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put(paragraph: Element, element: Element) -> None:
    """Give a paragraph a property, in its place; one of that name is replaced."""
    held = properties(paragraph)
    before = _rank(element)
    for other in held:
        if _rank(other) == before:
            held.replace(other, element)
            return
        if _rank(other) > before:
            other.addprevious(element)
            return
    held.append(element)


def is_a(element: Element, name: str) -> bool:
    """Say whether an element has a name such as `w:tbl`."""
    return element.tag == qualified(name)


def _rank(element: Element) -> int:
    return _PROPERTIES.index(etree.QName(element).localname)
