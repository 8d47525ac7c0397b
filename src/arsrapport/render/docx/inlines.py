"""What stands in a line: runs of text, links, references as fields, the marks of footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never
from urllib.parse import quote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.document import nodes
from arsrapport.document.nodes import Inline
from arsrapport.document.plain import plain_text, whole_texts
from arsrapport.language.languages import Language
from arsrapport.render.docx.gathered import HYPERLINK, Gathered, Noted
from arsrapport.render.docx.xml import SPACE, Element, clean, el

LONGEST_ADDRESS: Final = 2000
"""Word takes no longer link (2,083 characters, Microsoft's limit for addresses)."""

_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"


class Look(Struct, frozen=True):
    """How a run is set, and in which language."""

    language: Language
    bold: bool = False
    italic: bool = False
    style: str = ""
    linked: bool = False
    """Whether it stands in a link, which holds no other."""
    in_table: bool = False


def inlines(children: Iterable[Inline], look: Look, gathered: Gathered) -> list[Element]:
    """Return inline nodes as runs and what holds runs."""
    return [element for node in whole_texts(children) for element in _inline(node, look, gathered)]


def run(text: str, look: Look, gathered: Gathered) -> Element:
    """Return a run of text. What the author put in it never becomes markup."""
    parts: list[Element] = []
    for number, piece in enumerate(clean(text).split(_SOFT_HYPHEN)):
        if number:
            parts.append(el("w:softHyphen"))
        if piece:
            words = el("w:t")
            words.text = piece
            words.set(SPACE, "preserve")
            parts.append(words)
    return el("w:r", *_properties(look, gathered), *parts)


def field(code: str, shown: list[Element], look: Look, gathered: Gathered) -> list[Element]:
    """Return a field with its result filled in, so that Word need not compute it to show it."""

    def signed(*children: Element) -> Element:
        return el("w:r", *_properties(look, gathered), *children)

    order = el("w:instrText")
    order.text = f" {code} "
    order.set(SPACE, "preserve")
    begin, separate, end = (
        signed(el("w:fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return [begin, signed(order), separate, *shown, end]


def _inline(  # noqa: C901, PLR0911 - one case for each kind of inline node
    node: Inline, look: Look, gathered: Gathered
) -> list[Element]:
    match node:
        case nodes.Text():
            return [run(node.value, look, gathered)]
        case nodes.Emphasis():
            return inlines(node.children, replace(look, italic=not look.italic), gathered)
        case nodes.Strong():
            return inlines(node.children, replace(look, bold=True), gathered)
        case nodes.Code():
            return [run(node.value, replace(look, style="Code"), gathered)]
        case nodes.Link():
            return _link(node, look, gathered)
        case nodes.Reference():
            return _reference(node, look, gathered)
        case nodes.Footnote():
            return _footnote(node, look, gathered)
        case nodes.Span():
            return inlines(node.children, replace(look, language=node.language), gathered)
        case nodes.Break():
            return [el("w:r", el("w:br"))]
        case nodes.Hole():
            raise ValueError("the hole of a computed value has come as far as a renderer")
        case _:
            assert_never(node)


def _properties(look: Look, gathered: Gathered) -> list[Element]:
    """Return the properties of a run as one element, none where it has none (17.3.2.28)."""
    found = []
    if look.style:
        found.append(el("w:rStyle", val=gathered.style(look.style)))
    if look.bold:
        found += [el("w:b"), el("w:bCs")]
    if look.italic:
        found += [el("w:i"), el("w:iCs")]
    if (tongue := gathered.tongue(look.language)) is not None:
        found.append(tongue)
    return [el("w:rPr", *found)] if found else []


def _link(link: nodes.Link, look: Look, gathered: Gathered) -> list[Element]:
    address = _address(link.href)
    if look.linked or not address:
        return inlines(link.children, look, gathered)
    inside = inlines(link.children, replace(look, style="Hyperlink", linked=True), gathered)
    return [el("w:hyperlink", *inside, r_id=gathered.relate(HYPERLINK, address), history=1)]


def _address(href: str) -> str:
    """Return an address as Word takes it, "" for one that it would call a damaged file."""
    address = quote(clean(href), safe="!#$%&'()*+,/:;=?@[]~", errors="replace")
    try:
        known = urlsplit(address)
        _ = known.port
    except ValueError:
        return ""
    return address if len(address) <= LONGEST_ADDRESS and known.scheme else ""


def _reference(reference: nodes.Reference, look: Look, gathered: Gathered) -> list[Element]:
    """Return a reference as a link; the number in it is a field that follows its target.

    What stands before the number (*kapittel*, *Vedlegg B, sak*) is in the words of the passage
    that refers, which Word could not make.
    """
    if look.linked or not reference.id:
        return inlines(reference.children, look, gathered)
    name = gathered.bookmark(reference.id)
    inner = replace(look, style="Cross Reference", linked=True)
    words, number = plain_text(reference.children), gathered.outline.numbers.get(reference.id, "")
    if not number or not _ends_with(words, number) or len(reference.children) > 1:
        shown = inlines(reference.children, inner, gathered)
        return [el("w:hyperlink", *shown, anchor=name, history=1)]
    before = words.removesuffix(number)
    shown = field(
        f"REF {name} \\h \\* MERGEFORMAT", [run(number, inner, gathered)], inner, gathered
    )
    lead = [run(before, inner, gathered)] if before else []
    return [el("w:hyperlink", *lead, *shown, anchor=name, history=1)]


def _ends_with(words: str, number: str) -> bool:
    before = words.removesuffix(number)
    return words.endswith(number) and (not before or before[-1] in " \N{NO-BREAK SPACE}")


def _footnote(note: nodes.Footnote, look: Look, gathered: Gathered) -> list[Element]:
    """Return the mark of a footnote; one that has been set already is referred to."""
    mark = replace(look, style="footnote reference")
    if note.id in gathered.noted:
        known = gathered.noted[note.id]
        return field(f"NOTEREF {known} \\f \\h", [run(note.number, mark, gathered)], mark, gathered)
    if gathered.inner is not None:
        gathered.inner.append(Noted(0, note, look.language, own_mark=True))
        return [run(note.number or "*", mark, gathered)]
    number = len(gathered.notes) + 1
    # Word counts anew in each section; where its count is not the document's, ours is printed.
    # So it is in tables: LibreOffice 7.4 shows 0 for a note there that is to be counted anew.
    own_mark = look.in_table or gathered.is_cut or note.number != str(gathered.counted + 1)
    if not own_mark:
        gathered.counted += 1
    gathered.notes.append(Noted(number, note, look.language, own_mark))
    style = el("w:rPr", el("w:rStyle", val=gathered.style(mark.style)))
    if own_mark:
        shown = run(note.number or "*", mark, gathered)
        reference = el("w:footnoteReference", customMarkFollows=1, id=number)
        shown.insert(1, reference)
        found = [shown]
    else:
        found = [el("w:r", style, el("w:footnoteReference", id=number))]
    if not note.id:
        return found
    gathered.noted[note.id] = gathered.bookmark(note.id)
    return gathered.marked(gathered.noted[note.id], found)
