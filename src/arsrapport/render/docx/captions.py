"""Captions: a label whose last number Word counts, the words, and the address of what is below."""

from __future__ import annotations

from arsrapport.document.nodes import Figure, Table
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.inlines import Look, field, inlines, run
from arsrapport.render.docx.outline import number_of
from arsrapport.render.docx.paragraphs import paragraph
from arsrapport.render.docx.xml import Element


def caption(node: Table | Figure, where: Where, gathered: Gathered) -> list[Element]:
    """Return the caption of a table or a figure, nothing where it has none."""
    if not node.caption:
        return []
    look = Look(where.language)
    label = _label(node, where, gathered) if node.label else []
    gap = [run("\N{EN SPACE}", look, gathered)] if label else []
    words = inlines(node.caption, look, gathered)
    return [paragraph([*label, *gap, *words], where, gathered, "Caption")]


def _label(node: Table | Figure, where: Where, gathered: Gathered) -> list[Element]:
    """Return *Tabell 3.1*, with 3.1 in a bookmark and 1 as a field that begins anew in each part.

    The field counts as the document does: from 1 after each heading of the first level.
    """
    look = Look(where.language, style="Caption Label")
    number = number_of(node)
    word = node.label.removesuffix(number)
    part, dot, last = number.rpartition(".")
    sequence = gathered.sequences[type(node).__name__]
    anew = " \\r 1" if last == "1" else ""
    code = f"SEQ {sequence} \\* ARABIC{anew}"
    counted = field(code, [run(last, look, gathered)], look, gathered)
    before = [run(f"{part}{dot}", look, gathered)] if part else []
    whole = [*before, *counted]
    if node.id in gathered.outline.wanted:
        whole = gathered.marked(gathered.bookmark(node.id), whole)
    return [*([run(word, look, gathered)] if word else []), *whole]
