"""The contents: a field that Word can make anew, with its result filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from arsrapport.document.nodes import Document
from arsrapport.document.plain import unlinked
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.inlines import Look, field, inlines, run
from arsrapport.render.docx.outline import LISTED_LEVELS
from arsrapport.render.docx.paragraphs import indent, paragraph
from arsrapport.render.docx.xml import Element, el

FIELD: Final = f'TOC \\o "1-{LISTED_LEVELS}" \\h \\z'
"""Of the built-in headings, as links, without numbers on the web."""

COLUMNS: Final = {1: 454, 2: 567}
"""How broad the column of numbers is, by level, in twentieths of a point."""

STEP: Final = 454
"""How far in the second level stands."""

SHORT_NUMBER: Final = 4
"""A longer number (*Vedlegg B:*) runs on with the title."""


def contents(document: Document, words: Mapping[str, str], gathered: Gathered) -> list[Element]:
    """Return the heading of the contents and their entries.

    They have no numbers of pages until the reader lets Word fill them in (F9): no program but the
    one that shows the file knows them, and those of the PDF are wrong for four headings in five
    (docs/architecture.md).
    """
    where = Where(document.language)
    own = Look(document.language)
    head = paragraph([run(words["contents"], own, gathered)], where, gathered, "TOC Heading")
    entries = []
    for section, language in gathered.outline.entries:
        level = min(section.level, LISTED_LEVELS)
        look = Look(language, linked=True)
        title = inlines(unlinked(section.title), look, gathered)
        is_aside = 0 < len(section.number) <= SHORT_NUMBER
        if section.number:
            gap = el("w:r", el("w:tab")) if is_aside else run("\N{EN SPACE}", look, gathered)
            title = [run(section.number, look, gathered), gap, *title]
        name = gathered.outline.contents[section.id]
        entry = el("w:hyperlink", *title, anchor=name, history=1)
        found = paragraph([entry], Where(language), gathered, f"toc {level}")
        hang = COLUMNS[level] if is_aside else 0
        indent(found, STEP * (level - 1) + hang, hang, gathered.base.styles[f"toc {level}"].right)
        entries.append(found)
    return [_made(head, entries, gathered)] if entries else [head]


def _made(head: Element, entries: list[Element], gathered: Gathered) -> Element:
    """Return the contents as Word keeps its own: with a button by which they are made anew."""
    look = Look(gathered.language)
    *begin, end = field(FIELD, [], look, gathered)
    for position, part in enumerate(begin, 1):  # after the properties of the paragraph
        entries[0].insert(position, part)
    entries[-1].append(end)
    kind = el(
        "w:docPartObj", el("w:docPartGallery", val="Table of Contents"), el("w:docPartUnique")
    )
    return el("w:sdt", el("w:sdtPr", kind), el("w:sdtContent", head, *entries))
