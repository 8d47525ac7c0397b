"""Tables that lie on their side, and numbers that stand under one another."""

import io
import os
import re

import pikepdf
import pytest
from openxml_audit import OpenXmlValidator

import docx_reading
import libreoffice
from arsrapport.document.nodes import Footnote, List, ListItem, Section, Table
from arsrapport.document.plain import plain_text
from arsrapport.render.docx.document import render_docx
from arsrapport.source.tree import builtin_folder
from docx_reading import R, W, value
from html_samples import cells, chapter, paragraph, report, text

NBSP = "\N{NO-BREAK SPACE}"
HEAD = tuple(f"Kommunehelseteneste{n}" for n in range(8))


def wide(**fields) -> Table:
    row = cells(*(f"omsorgstenestene i{NBSP}{n}" for n in range(8)))
    return Table(cells(*HEAD), (row,) * 3, ("left",) * 8, **fields)


def note(number: str) -> Footnote:
    return Footnote((paragraph(f"Nr. {number}"),), number, f"note-{number}")


def made(*blocks, **fields) -> docx_reading.Reading:
    document = report(chapter(*blocks, **fields))
    return docx_reading.Reading(data(document))


def data(document) -> bytes:
    file, faults = render_docx(document, {}, builtin_folder())
    assert faults == ()
    return file


def pages(reading) -> list[tuple[str, list[str]]]:
    """How the pages of each section lie, and what stands in it."""
    found = []
    for section in reading.sections:
        page = section[-1].find(f"{W}pPr/{W}sectPr")
        page = reading.body.find(f"{W}sectPr") if page is None else page
        shown = [docx_reading.text(e)[:12] if e.tag == f"{W}p" else "table" for e in section]
        orient = page.find(f"{W}pgSz").get(f"{W}orient", "portrait")
        found.append((orient, [words for words in shown if words]))
    return found


def test_a_wide_table_has_pages_of_its_own_that_lie_on_their_side():
    reading = made(
        paragraph("føre"), wide(caption=text("Brei"), label=f"Tabell{NBSP}1.1"), paragraph("etter")
    )

    assert pages(reading)[-3:] == [
        ("portrait", ["1 Aktivitet", "føre"]),
        ("landscape", ["Tabell\N{NO-BREAK SPACE}1.1 B"[:12], "table"]),
        ("portrait", ["etter"]),
    ]
    (table,) = reading.body.iter(f"{W}tbl")
    width = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    assert 7824 < width <= 16838 - 2 * 1417


def test_a_heading_goes_with_the_table_that_it_stands_above():
    reading = made(Section(text("Tal"), (wide(),), level=2), paragraph("etter"))

    assert pages(reading)[-2:] == [
        ("landscape", ["1 Aktivitet", "Tal", "table"]),
        ("portrait", ["etter"]),
    ]


def test_a_heading_with_a_footnote_stays_where_word_counts_it():
    title = (*text("Tal"), note("2"))
    reading = made(paragraph("a", note("1")), Section(title, (wide(),), level=2))

    assert [orient for orient, _ in pages(reading)][-2:] == ["portrait", "landscape"]
    assert pages(reading)[-2][1] == ["1 Aktivitet", "a", "Tal"]


def test_two_wide_tables_lie_in_one_section_and_are_two():
    reading = made(wide(), wide())

    assert pages(reading)[-1] == ("landscape", ["1 Aktivitet", "table", "table"])
    # Word takes two with nothing between them for one.
    kinds = [element.tag.removeprefix(W) for element in reading.sections[-1]]
    assert kinds == ["p", "tbl", "p", "tbl", "p", "sectPr"][: len(kinds)]


def test_a_wide_table_in_a_list_stays_where_it_is():
    reading = made(List((ListItem((paragraph("x"), wide())),)))

    assert {orient for orient, _ in pages(reading)} == {"portrait"}


def test_the_line_at_the_top_reaches_to_the_edge_of_the_text_on_both():
    reading = made(paragraph("føre"), wide(), paragraph("etter"))
    rels = {
        rel.get("Id"): rel.get("Target") for rel in reading.part("word/_rels/document.xml.rels")
    }

    tabs = []
    for page in list(reading.document.iter(f"{W}sectPr"))[-3:]:
        (reference,) = page.findall(f"{W}headerReference")
        head = reading.part(f"word/{rels[reference.get(f'{R}id')]}")
        assert docx_reading.text(head).endswith("1 Aktivitet")
        tabs.append(
            [(t.get(f"{W}val"), t.get(f"{W}pos")) for t in head.iter(f"{W}tab") if t.attrib]
        )
        assert not page.findall(f"{W}pgNumType")  # page numbers go on
    assert tabs == [[], [("clear", "7824"), ("right", "14004")], []]


def test_footnotes_go_on_counting_over_turned_pages():
    reading = made(
        paragraph("a", note("1"), "b", note("2")),
        wide(),
        paragraph("c", note("3")),
        wide(),
        paragraph("d", note("4")),
    )

    # Word counts anew in each section, so that after the first their numbers are text.
    own = [m.get(f"{W}customMarkFollows") for m in reading.document.iter(f"{W}footnoteReference")]
    assert own == [None, None, "1", "1"]
    words = [b.text for b in reading.order(reading.sections).blocks]
    assert {"a1b2", "c3", "d4"} <= {w.replace(" ", "") for w in words}


@pytest.mark.parametrize("blocks", [(wide(),), (paragraph("x"), wide(), paragraph("y", note("1")))])
def test_the_rules_of_open_xml_are_kept(blocks, tmp_path):
    (tmp_path / "x.docx").write_bytes(data(report(chapter(*blocks))))

    assert [str(e) for e in OpenXmlValidator().validate(tmp_path / "x.docx").errors] == []


@pytest.mark.skipif(os.name == "nt", reason="the tools that judge are Debian's")
def test_libreoffice_turns_the_page(tmp_path):
    (tmp_path / "x.docx").write_bytes(
        data(report(chapter(paragraph("x", note("1")), wide(), paragraph("y", note("2")))))
    )
    found = libreoffice.as_pdf(tmp_path / "x.docx", tmp_path)
    with pikepdf.open(io.BytesIO(found)) as pdf:
        lying = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
    assert lying[-3:] == [False, True, False]
    assert libreoffice.elements(found)["Table"] == 1
    assert {"x1", "y2"} <= set(re.findall("[xy][0-9]", libreoffice.letters(found)))


# --- numbers under one another ------------------------------------------------------------------


def rights(*values: str, align="right") -> list[tuple[str, int]]:
    """The words of each cell of a column, and how far from its edge they end."""
    rows = tuple(cells(f"r{n}", each) for n, each in enumerate(values))
    reading = made(Table(cells("A", "B"), rows, ("left", align)))
    (table,) = reading.body.iter(f"{W}tbl")
    found = []
    for row in list(table.iterfind(f"{W}tr"))[1:]:
        (_, cell) = row.iterfind(f"{W}tc/{W}p")
        indent = cell.find(f"{W}pPr/{W}ind")
        found.append(
            (docx_reading.text(cell), int(indent.get(f"{W}right")) if indent is not None else 0)
        )
    return found


def test_a_number_with_fewer_decimals_stands_further_in():
    # A figure of 9 points is 0.497 × 9 × 20 = 89.5 twentieths of a point broad, a comma half of it.
    assert rights("1,25", "10,5", "7") == [("1,25", 0), ("10,5", 89), ("7", 224)]


def test_the_sign_of_what_is_provisional_hangs_to_the_right():
    assert rights("12*", "7") == [("12*", 0), ("7", 75)]


def test_words_and_columns_to_the_left_are_not_moved():
    assert rights("1,25", "ukjent", "7", align="left") == [("1,25", 0), ("ukjent", 0), ("7", 0)]
    assert rights("1,25", "ukjent")[1] == ("ukjent", 0)


def test_no_sign_stands_unseen_in_a_cell():
    rows = (cells("a", "1,25"), cells("b", "7"))
    table = Table(cells("A", "B"), rows, ("left", "right"))
    expected = [[plain_text(cell.children) for cell in row] for row in (table.head, *rows)]

    reading = made(table)
    assert reading.tables() == [expected]
    assert not list(reading.document.iter(f"{W}vanish"))
    assert value(next(reading.document.iter(f"{W}tbl")), "tr/tc/p/pPr/jc") in {"", "right"}
