"""Finished PDF files, judged by page-validation and qpdf, and read through pikepdf.

That a machine finds nothing is no proof that people can use a file; see docs/accessibility.md.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest

import html_reading
import pdf_marks
import pdf_reading
import reading_order
from arsrapport.language.catalogue import words
from judging import Published, output, tool
from reading_order import Block, text_of

read = cache(lambda path: pdf_reading.read_pdf(path.read_bytes()))
page_of = cache(lambda path: html_reading.parse(path.read_bytes()))


@pytest.fixture
def reading(document) -> pdf_reading.Reading:
    return read(document.pdf)


@pytest.fixture
def page(document):
    return page_of(document.html)


@pytest.fixture
def pdf(document) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(document.pdf) as opened:
        yield opened


def own_words(document: Published) -> dict[str, str]:
    return dict(words(document.language[:2]))


# --- by tools that are not ours ---------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_page_validation_finds_no_rule_broken(document, profile):
    assert pdf_reading.failures(document.pdf.read_bytes(), profile) == []


def test_qpdf_finds_no_fault(document):
    said = output(tool("qpdf"), "--check", str(document.pdf))

    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


def test_qpdf_sees_a_file_that_is_broken(documents, tmp_path):
    broken = tmp_path / "x.pdf"
    broken.write_bytes(documents["minutes"].pdf.read_bytes()[:-2000])

    assert "WARNING" in output(tool("qpdf"), "--check", str(broken))


# --- the same as the page in HTML -------------------------------------------------------------


def body_of(document: Published) -> reading_order.Order:
    """The text of a PDF: title page, or who publishes minutes, imprint and contents are not in it."""
    known = own_words(document)
    parts = reading_order.parts_of_pdf(read(document.pdf).root)
    aside = {"", known["imprint"], known["contents"]} if document.is_report else {""}
    return reading_order.of_pdf(
        child for name, children in parts.items() if name not in aside for child in children
    )


def test_blocks_are_read_in_the_order_of_the_page_in_the_same_languages(document, page):
    expected = reading_order.of_html(
        page.find("body/main"), document.language, raised=int(document.is_report)
    )
    assert len(expected.blocks) > 20

    found = body_of(document)

    assert found.blocks == expected.blocks
    assert found.notes == expected.notes


def test_the_imprint_is_that_of_the_page(document, page):
    if not document.is_report:
        assert page.find("body/footer/section") is None
        return
    parts = reading_order.parts_of_pdf(read(document.pdf).root)
    section = page.find("body/footer/section")

    found = reading_order.of_pdf(parts[own_words(document)["imprint"]])

    assert found == reading_order.of_html(section, document.language, raised=1)


def test_the_order_is_compared_down_to_a_single_word_and_its_language():
    """A sequence of blocks tells apart what the tests above must tell apart."""
    one = html_reading.parse(b'<!DOCTYPE html><html lang="nn"><title>x</title><p>a <i>b</i></html>')
    other = html_reading.parse(
        b'<!DOCTYPE html><html lang="nn"><title>x</title><p>a <span lang="en">b</span></html>'
    )

    found = [reading_order.of_html(page.find("body"), "nn", 0).blocks for page in (one, other)]

    assert found[1] == [Block("p", (("nn", "a"), ("en", "b")))]
    assert found[0] != found[1]


def test_each_cell_has_the_headers_that_it_has_on_the_page(reading, page):
    expected = html_reading.tables(page.find("body/footer")) + html_reading.tables(
        page.find("body/main")
    )

    found = [as_read(table) for table in reading.root.all("Table")]

    assert found == [table._replace(caption="") for table in spaced(expected)]


def as_read(table: pdf_reading.Element) -> html_reading.ReadTable:
    (top,) = table.all("THead")[0].all("TR")
    columns = [text_of(cell) if cell.scope == "Column" else "" for cell in cells(top)]
    rows = []
    for row in table.all("TBody")[0].all("TR"):
        beside = [text_of(cell) for cell in cells(row) if cell.scope == "Row"]
        rows.append(
            [
                (tuple(filter(None, (columns[i], *(b for b in beside if i)))), text_of(cell))
                for i, cell in enumerate(cells(row))
            ]
        )
    return html_reading.ReadTable("", [text_of(cell) for cell in cells(top)], rows)


def cells(row: pdf_reading.Element) -> list[pdf_reading.Element]:
    return row.all("TH", "TD")


def spaced(value: Any) -> Any:
    """Return texts, however deep they are, with plain spaces."""
    if isinstance(value, str):
        return value.replace("\N{NO-BREAK SPACE}", " ")
    if isinstance(value, html_reading.ReadTable):
        return html_reading.ReadTable(*map(spaced, value))
    return type(value)(map(spaced, value))


def test_pictures_say_what_they_show(reading, page):
    every = [(image.get("class"), image.get("alt")) for image in page.iter("img")]
    # A logo beside the publisher's name is for the eye alone.
    expected = [alt for kind, alt in every if (kind, alt) != ("logo", "")]
    assert "" not in expected

    assert [figure.alt for figure in reading.root.all("Figure")] == expected


# --- what a PDF has beside its text ------------------------------------------------------------


def test_a_viewer_shows_the_title_and_goes_through_fields_and_links_in_order(document, pdf, page):
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert pdf.Root.MarkInfo.Marked is True
    assert str(pdf.Root.Lang) == document.language
    assert {str(page_.get("/Tabs")) for page_ in pdf.pages} == {"/S"}
    with pdf.open_metadata() as about:
        title = about["dc:title"]
    assert title == str(pdf.docinfo.Title)
    assert html_reading.words(page.find("head/title")).startswith(title)


def test_bookmarks_are_the_headings(reading):
    headings = [
        (int(block.kind[1:]), block.text)
        for block in reading_order.of_pdf(reading.root.children).blocks
        if re.fullmatch(r"h\d", block.kind)
    ]

    found = [(level, " ".join(title.split())) for level, title in reading.bookmarks]

    assert len(found) > 5
    assert found == headings


def test_all_that_is_painted_is_in_the_structure_or_an_artifact(pdf):
    seen = list(pdf_marks.painted(pdf))
    assert len(seen) > 100

    assert [one for one in seen if (one.mcid is None) == (one.artifact is None)] == []


def test_the_structure_holds_each_piece_of_content_once(pdf):
    marked = {(one.page, one.mcid) for one in pdf_marks.painted(pdf) if one.mcid is not None}
    held = pdf_marks.held(pdf)

    assert sorted(marked) == sorted(held)


def test_heads_feet_and_rules_of_pages_are_artifacts(document, pdf, reading):
    artifacts = [one for one in pdf_marks.painted(pdf) if one.artifact is not None]
    with_foot = {one.page for one in artifacts if one.artifact == "Pagination Footer"}

    assert {one.artifact for one in artifacts} <= {
        "",
        "Background",
        "Layout",
        "Pagination",
        "Pagination Header",
        "Pagination Footer",
    }
    # The title page has no number; single minutes begin without a title page.
    first = 2 if document.is_report else 1
    assert sorted(with_foot) == list(range(first, reading.pages + 1))
    running = [run.text for run in reading.runs if run.mcid is None and run.page == reading.pages]
    assert str(reading.pages) in running


def test_every_link_is_in_the_structure_and_says_in_words_where_it_leads(document, pdf, reading):
    found = pdf_marks.links(pdf)
    known = own_words(document)

    assert [link for link in found if not link.is_held] == []
    assert {link.element.objgen for link in found} == {
        element.objgen for element in pdf_marks.elements(pdf) if element.S == "/Link"
    }
    assert [link.said for link in found if not re.search(r"\w{2}", link.said)] == []
    notes = [link.said for link in found if re.search(r"[Ff]o?o?tnote", link.said)]
    assert [said for said in notes if not said.startswith(known["footnote"])] == []
    assert len(found) >= len(reading.links)


def test_a_link_that_leads_out_says_the_words_of_the_page(pdf, page):
    """A screen reader takes the description in place of the words."""
    expected = {
        (link.get("href"), html_reading.words(link))
        for link in page.iter("a")
        if not link.get("href", "#").startswith("#")
    }

    found = {
        (link.leads, " ".join(link.said.split()))
        for link in pdf_marks.links(pdf)
        if not link.leads.isdigit()
    }

    assert found == expected


def test_lists_are_made_of_labels_and_bodies(reading):
    """A list inside an item follows the item, as Typst sets it (ISO 32000-2, 14.8.4.8.2, allows both)."""
    lists = reading.root.all("L")
    assert len(lists) > 1

    assert {kid.tag for each in lists for kid in each.children} <= {"LI", "L"}
    assert {
        tuple(kid.tag for kid in item.children) for each in lists for item in each.all("LI")
    } == {("Lbl", "LBody")}
    empty = [
        item.text
        for each in lists
        for item, after in zip(each.children, [*each.children[1:], None], strict=True)
        if item.tag == "LI" and not item.children[1].text and getattr(after, "tag", "") != "L"
    ]
    assert empty == []


def test_footnotes_have_names_and_follow_their_marks(document, pdf, page):
    notes = [one for one in pdf_marks.elements(pdf) if one.S == "/Note"]
    names = [str(note.ID) for note in notes]
    expected = [item for ol in page.iter("ol") if ol.get("class") == "footnotes" for item in ol]

    assert len(set(names)) == len(names) == len(expected)
    for note in notes:
        label = pdf_marks.many(note.K)[0]
        beside = pdf_marks.many(note.P.K)
        at = next(
            i
            for i, kid in enumerate(beside)
            if not isinstance(kid, int) and kid.objgen == note.objgen
        )
        assert (label.S, beside[at - 1].S) == ("/Lbl", "/Lbl")
    marks = [
        link
        for link in pdf_marks.links(pdf)
        if link.said.startswith(own_words(document)["footnote"])
    ]
    assert len(marks) >= len(notes)


def test_no_element_has_a_role_that_readers_do_not_know(pdf):
    standard = re.findall(
        r"\w+",
        """Document Part Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6
        L LI Lbl LBody Table TR TH TD THead TBody Span Reference Note Code Link Figure""",
    )
    roles = {str(key)[1:]: str(value)[1:] for key, value in pdf.Root.StructTreeRoot.RoleMap.items()}
    used = {str(one.S)[1:] for one in pdf_marks.elements(pdf)}

    assert {roles.get(name, name) for name in used} <= set(standard)
