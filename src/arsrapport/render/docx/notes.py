"""Footnotes: the part of the file that holds their text. The marks stand in the text itself."""

from __future__ import annotations

from typing import Any

from arsrapport.document.nodes import Paragraph
from arsrapport.render.docx.blocks import blocks
from arsrapport.render.docx.gathered import Gathered, Noted, Where
from arsrapport.render.docx.inlines import Look, inlines, run
from arsrapport.render.docx.paragraphs import paragraph, spacer
from arsrapport.render.docx.xml import Element, el, is_a

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def add_notes(gathered: Gathered) -> None:
    """Set the notes that have been gathered from the text."""
    from docx.opc.part import XmlPart  # noqa: PLC0415 - start-up
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - likewise

    main = gathered.base.document.part
    ((name, old),) = ((r.rId, r.target_part) for r in main.rels.values() if r.reltype == FOOTNOTES)
    root: Any = parse_xml(old.blob)
    gathered.part = XmlPart(old.partname, old.content_type, root, old.package)
    main.rels.add_relationship(FOOTNOTES, gathered.part, name)
    for noted in gathered.notes:
        root.append(_note(noted, gathered))


def _note(noted: Noted, gathered: Gathered) -> Element:
    """Return a note, and below it those that stand in it, each with its number."""
    waiting = [noted]
    gathered.inner = []
    found: list[Element] = []
    while waiting:
        found += _text(waiting.pop(0), gathered)
        waiting += gathered.inner
        gathered.inner = []
    if is_a(found[-1], "w:tbl"):
        found.append(spacer(gathered))
    return el("w:footnote", *found, id=noted.number)


def _text(noted: Noted, gathered: Gathered) -> list[Element]:
    where = Where(noted.language, style="footnote text")
    style = el("w:rPr", el("w:rStyle", val=gathered.style("footnote reference")))
    look = Look(noted.language, style="footnote reference")
    number = noted.note.number or "*"
    mark = run(number, look, gathered) if noted.own_mark else el("w:r", style, el("w:footnoteRef"))
    lead = [mark, run(" ", Look(noted.language), gathered)]
    match noted.note.children:
        case (Paragraph(role="") as first, *rest):
            language = first.language or noted.language
            lead += inlines(first.children, Look(language), gathered)
        case rest:
            pass
    return [paragraph(lead, where, gathered), *blocks(rest, where, gathered)]
