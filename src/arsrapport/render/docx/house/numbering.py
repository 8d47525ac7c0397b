"""The lists of a template joined with ours: all are counted anew, those of the template first."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from arsrapport.render.docx.xml import Element, el, qualified


class Lists(Struct, frozen=True):
    """The numbers under which a file knows its lists."""

    bullets: int = 1
    """That with our signs."""
    ordered: int = 1
    """The form (`w:abstractNum`) of those that are counted."""


OWN: Lists = Lists()
"""Those of `templates/docx/`."""


def join_numbering(ours: bytes, theirs: bytes) -> tuple[bytes, Lists, Mapping[str, int]]:
    """Return the lists of both, our own among them, and what the template's are called now."""
    if not theirs:
        return ours, OWN, {}
    own, root = etree.fromstring(ours), etree.fromstring(theirs)
    forms, lists = (_by_id(root, name) for name in ("abstractNum", "num"))
    new = {id_: number for number, id_ in enumerate(forms)}
    known: dict[str, int] = {}
    kept: list[Element] = []
    for id_, element in lists.items():
        form = element.find(qualified("w:abstractNumId"))
        wanted = "" if form is None else form.get(qualified("w:val"), "")
        if form is not None and wanted in new:
            known[id_] = len(known) + 1
            form.set(qualified("w:val"), str(new[wanted]))
            element.set(qualified("w:numId"), str(known[id_]))
            kept.append(element)
    for id_, element in forms.items():
        element.set(qualified("w:abstractNumId"), str(new[id_]))
    first, second = own.iterchildren(qualified("w:abstractNum"))
    for number, element in ((len(new), first), (len(new) + 1, second)):
        element.set(qualified("w:abstractNumId"), str(number))
    bullets = el("w:num", el("w:abstractNumId", val=len(new)), numId=len(known) + 1)
    root[:] = [*forms.values(), first, second, *kept, bullets]
    return etree.tostring(root), Lists(len(known) + 1, len(new) + 1), known


def _by_id(root: Element, name: str) -> dict[str, Element]:
    found = list(root.iterchildren(qualified(f"w:{name}")))
    key = qualified("w:abstractNumId" if name == "abstractNum" else "w:numId")
    return {element.get(key, ""): element for element in found}
