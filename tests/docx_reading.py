"""Reads a finished Word file back, as Word would: styles, fields, footnotes, sections, languages.

Text comes in the shape of `reading_order`, so that it can be compared with the page in HTML.
Footnotes are counted as Word counts them, anew in each section, whatever number the program meant.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from reading_order import Block, Order, _add, _spoken

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Field(NamedTuple):
    """A field: what Word is told to compute, and what stands there until it does."""

    code: str
    result: str


class Link(NamedTuple):
    """A link: its words, and the address, or the words of the paragraph, that it leads to."""

    words: str
    target: str


class Reading:
    """A Word file, opened."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.zip.namelist()
        self.document = self.part("word/document.xml")
        self.body = self.document.find(f"{W}body")
        self.notes = self.part("word/footnotes.xml")
        self.numbering = self.part("word/numbering.xml")

    def part(self, name: str):
        return etree.fromstring(self.zip.read(name))

    @cached_property
    def styles(self) -> dict[str, tuple[str, str]]:
        """The name of each style, and the one it is based on, by id."""
        return {
            style.get(f"{W}styleId"): (value(style, "name"), value(style, "basedOn"))
            for style in self.part("word/styles.xml").iter(f"{W}style")
        }

    @cached_property
    def language(self) -> str:
        """The document's own."""
        (found,) = self.part("word/styles.xml").iterfind(f"{W}docDefaults//{W}lang")
        return found.get(f"{W}val")

    @cached_property
    def sections(self) -> list[list]:
        """The paragraphs and tables of each section."""
        found: list[list] = [[]]
        for child in self.body.iterchildren(f"{W}p", f"{W}tbl", f"{W}sdt"):
            inner = child.find(f"{W}sdtContent") if child.tag == f"{W}sdt" else [child]
            found[-1] += list(inner)
            if child.find(f"{W}pPr/{W}sectPr") is not None:
                found.append([])
        return found

    def style(self, paragraph) -> str:
        """Return the name of a paragraph's style, "" for a table."""
        if paragraph.tag == f"{W}tbl":
            return ""
        return self.styles[value(paragraph, "pPr/pStyle")][0]

    def level(self, paragraph) -> int:
        """Return the level of a heading, 0 for what is none: that of its style, or of its base."""
        wanted = value(paragraph, "pPr/pStyle")
        while wanted:
            name, base = self.styles[wanted]
            if name == "TOC Heading":
                return 0
            if found := re.fullmatch(r"heading (\d)", name):
                return int(found[1])
            wanted = base
        return 0

    def outline(self) -> list[tuple[int, str]]:
        """Return every heading with its level."""
        return [(self.level(p), text(p)) for p in self.body.iter(f"{W}p") if self.level(p)]

    def tables(self) -> list[list[list[str]]]:
        return [
            [[text(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def fields(self, root=None) -> list[Field]:
        """Return every field, in the order in which they end."""
        found, begun = [], []
        for element in (self.document if root is None else root).iter(
            f"{W}fldChar", f"{W}instrText", f"{W}t"
        ):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                begun.append(["", "", False])
            elif kind == "separate":
                begun[-1][2] = True
            elif kind == "end":
                code, result, _ = begun.pop()
                found.append(Field(code.strip(), result))
                if begun:
                    begun[-1][1] += result
            elif begun:
                begun[-1][1 if begun[-1][2] else 0] += element.text or ""
        assert not begun
        return found

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """The words of the paragraph in which each bookmark stands."""
        return {
            mark.get(f"{W}name"): text(next(mark.iterancestors(f"{W}p")))
            for mark in self.document.iter(f"{W}bookmarkStart")
        }

    def links(self, roots, part: str = "document") -> list[Link]:
        """Return every link in some elements of the text, or of another part."""
        rels = f"word/_rels/{part}.xml.rels"
        outside = (
            {rel.get("Id"): rel.get("Target") for rel in self.part(rels)}
            if rels in self.names
            else {}
        )
        return [
            Link(
                text(link),
                outside[link.get(f"{R}id")]
                if link.get(f"{R}id")
                else self.bookmarks[link.get(f"{W}anchor")],
            )
            for root in roots
            for link in root.iter(f"{W}hyperlink")
        ]

    # --- in reading order -----------------------------------------------------------------

    def order(self, sections) -> Order:
        """Return sections as they are read out, and the footnotes whose marks stand in them."""
        order = Order([], [])
        for section in sections:
            counted = _Count(order, self)
            for element in section:
                self._element(element, counted)
        return order

    def _element(self, element, counted: "_Count", kind: str = "") -> None:
        if element.tag == f"{W}tbl":
            look = element.find(f"{W}tblPr/{W}tblLook")
            for number, row in enumerate(element.iterfind(f"{W}tr")):
                for column, cell in enumerate(row.iterfind(f"{W}tc")):
                    is_row = column == 0 and look.get(f"{W}firstColumn") == "1"
                    name = "th-col" if number == 0 else "th-row" if is_row else "td"
                    for inner in cell.iterfind(f"{W}p"):
                        self._element(inner, counted, name)
            return
        for drawing in element.iter(f"{WP}docPr"):
            alt = ((self.language, drawing.get("descr")),)
            counted.order.blocks.append(Block("figure", alt))
        level = self.level(element)
        kind = kind or (f"h{level}" if level else "")
        kind = kind or ("caption" if self.style(element) == "caption" else "p")
        terms, words = [], []
        for run in element.iter(f"{W}r"):
            style = self.styles.get(value(run, "rPr/rStyle"), ("", ""))[0]
            (terms if style == "Term" else words).extend(self._run(run, counted))
        _add(counted.order, "term", terms)
        _add(counted.order, kind, words)

    def _run(self, run, counted: "_Count") -> Iterator[tuple[str, str]]:
        language = value(run, "rPr/lang") or self.language
        for part in run:
            if part.tag == f"{W}t":
                yield language, part.text or ""
            elif part.tag in {f"{W}br", f"{W}tab"}:
                yield language, " "
            elif part.tag == f"{W}footnoteReference":
                yield language, counted.count(part)

    def note(self, wanted: str):
        """Return what a footnote says, without its number."""
        (note,) = (n for n in self.notes if n.get(f"{W}id") == wanted)
        order = Order([], [])
        note = deepcopy(note)
        mark = next(note.iter(f"{W}r"))  # Word's count, or a number of its own
        assert value(mark, "rPr/rStyle") == "FootnoteReference"
        mark.getparent().remove(mark)
        for element in note:
            self._element(element, _Count(order, self))
        return _spoken(
            (language, f" {words}") for block in order.blocks for language, words in block.spoken
        )


class _Count:
    """Footnotes as Word counts them in one section."""

    def __init__(self, order: Order, reading: Reading) -> None:
        self.order, self.reading, self.number = order, reading, 0

    def count(self, mark) -> str:
        self.order.notes.append(self.reading.note(mark.get(f"{W}id")))
        if mark.get(f"{W}customMarkFollows"):
            return ""  # the mark itself follows as text
        self.number += 1
        return str(self.number)


def value(element, path: str) -> str:
    """Return the `w:val` of what stands on a path, "" when there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return "" if found is None else found.get(f"{W}val") or ""


def text(element) -> str:
    """Return the words of an element, with every run of white space as one space."""
    pieces = [
        part.text or "" if part.tag == f"{W}t" else " "
        for part in element.iter(f"{W}t", f"{W}tab", f"{W}br")
    ]
    return re.sub("[ \n\t\N{EN SPACE}]+", " ", "".join(pieces)).strip()
