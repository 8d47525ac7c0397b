"""The sample reports, minutes and made-up committees as Word files, against their pages in HTML."""

import os
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from openxml_audit import OpenXmlValidator

import docx_reading
import generated
import html_reading
import libreoffice
import reading_order
from arsrapport.language.catalogue import words
from conftest import arsrapport, copy_sample, write_project

TAGS = {"nn": "nn-NO", "nb": "nb-NO", "en": "en-GB"}
REPORTS = ("2017", "2018", "nn-0", "nn-40", "nb-1", "en-3")
NAMES = (*REPORTS, "minutes")


class Published(NamedTuple):
    """A document as Word and as HTML."""

    docx: Path
    html: Path
    language: str
    is_report: bool = True


def build(folder: Path, *arguments: str) -> Path:
    formats = ("--format", "docx", "--format", "html")
    done = arsrapport(*arguments, *formats, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = (folder / "build").rglob("*.docx")
    return found


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> dict[str, Published]:
    found = {}
    for name, language, arguments in (
        ("2017", "nn", ("build", "2017")),
        ("2018", "nb", ("build", "2018")),
        ("minutes", "nn", ("minutes", "2017-03-15")),
    ):
        folder = copy_sample(tmp_path_factory.mktemp(name))
        file = build(folder, *arguments)
        found[name] = Published(file, file.with_suffix(".html"), language, name != "minutes")
    for name in REPORTS[2:]:
        language, _, meetings = name.partition("-")
        files = generated.committee(language, meetings=int(meetings))
        if meetings == "0":  # a report of no meeting is asked for by its plan
            files |= {"meetings/kart/2021/report/report.yaml": b"period: 2021\n"}
        file = build(write_project(tmp_path_factory.mktemp(name), files), "build", "2021")
        found[name] = Published(file, file.with_suffix(".html"), language)
    return found


@pytest.fixture(params=NAMES)
def document(request, documents) -> Published:
    return documents[request.param]


read = cache(lambda path: docx_reading.Reading(path.read_bytes()))
page_of = cache(lambda path: html_reading.parse(path.read_bytes()))


@pytest.fixture
def reading(document) -> docx_reading.Reading:
    return read(document.docx)


@pytest.fixture
def page(document):
    return page_of(document.html)


def parts(reading: docx_reading.Reading) -> list[list]:
    """The sections with text: without title page, imprint and contents."""
    aside = {"Title", "Imprint Heading", "TOC Heading"}
    return [
        section
        for section in reading.sections
        if not aside & {reading.style(p) for p in section if p.tag == f"{docx_reading.W}p"}
    ]


def spoken_alike(blocks: list[reading_order.Block]) -> list:
    """Blocks with the language of each piece. A picture's alternative has none in Word."""
    return [
        (block.kind, block.text) if block.kind == "figure" else (block.kind, block.spoken)
        for block in blocks
    ]


# --- the same as the page in HTML -----------------------------------------------------------


def test_the_text_is_read_in_the_same_order_and_language_as_the_page(document, reading, page):
    expected = reading_order.of_html(
        page.find(".//main"), TAGS[document.language], int(document.is_report)
    )
    found = reading.order(parts(reading))
    if not document.is_report:
        publisher, *expected_header = reading_order.of_html(
            page.find(".//header"), TAGS[document.language], 0
        ).blocks
        assert expected_header == []
        expected.blocks.insert(0, publisher)

    assert spoken_alike(expected.blocks) == spoken_alike(found.blocks)
    assert expected.notes == found.notes
    assert len(found.blocks) > 5


def test_the_imprint_is_that_of_the_page(document, reading, page):
    if not document.is_report:
        assert not [s for s in reading.sections if "Imprint Heading" in map(reading.style, s)]
        return
    footer = page.find(".//footer")
    (section,) = (s for s in reading.sections if reading.style(s[0]) == "Imprint Heading")
    expected = reading_order.of_html(footer, TAGS[document.language], 0)

    found = reading.order([section])
    assert [block.text for block in expected.blocks[:-1]] == [block.text for block in found.blocks]


def test_references_have_the_same_words_and_lead_to_the_same_places(reading, page):
    """Those of footnotes stand elsewhere, so all are put in one order."""
    expected = [
        (html_reading.words(link), goal(page, link.get("href")))
        for link in page.find(".//main").iter("a")
        if link.get("role") not in {"doc-noteref", "doc-backlink"}
    ]
    found = [
        *reading.links(element for section in parts(reading) for element in section),
        *reading.links([reading.notes], "footnotes"),
    ]

    assert sorted(expected) == sorted(map(tuple, found))


def goal(page, href: str) -> str:
    """An address, or the words of the heading or the caption that it leads to."""
    if not href.startswith("#"):
        return href
    element = html_reading.by_id(page, href[1:])
    caption = element.find(".//caption")
    caption = element.find(".//figcaption") if caption is None else caption
    return html_reading.words(element if caption is None else caption)


# --- what Word makes of it ------------------------------------------------------------------


def test_the_schema_and_the_rules_of_open_xml_are_kept(document):
    result = OpenXmlValidator().validate(document.docx)

    assert [str(error) for error in result.errors] == []


def test_the_audit_sees_a_file_that_is_broken(documents, tmp_path):
    broken = tmp_path / "x.docx"
    with zipfile.ZipFile(documents["nb-1"].docx) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:keepNext/>", b"<w:keepNxt/>"))

    assert OpenXmlValidator().validate(broken).errors


def test_ids_and_bookmarks_are_told_apart_and_every_field_finds_its_own(reading):
    marks = [
        (mark.get(f"{docx_reading.W}name"), mark.get(f"{docx_reading.W}id"))
        for mark in reading.document.iter(f"{docx_reading.W}bookmarkStart")
    ]
    names, ids = [name for name, _ in marks], [id_ for _, id_ in marks]
    ends = [
        e.get(f"{docx_reading.W}id") for e in reading.document.iter(f"{docx_reading.W}bookmarkEnd")
    ]
    drawn = [e.get("id") for e in reading.document.iter(f"{docx_reading.WP}docPr")]

    assert len(set(names)) == len(names)
    assert sorted(set(ids)) == sorted(ids) == sorted(ends)
    assert len(set(drawn)) == len(drawn)
    assert [name for name in names if not re.fullmatch(r"_(Ref|Toc)\d{6}", name)] == []
    codes = [f.code for root in (reading.document, reading.notes) for f in reading.fields(root)]
    wanted = [code.split()[1] for code in codes if code.startswith(("REF", "NOTEREF"))]
    assert [name for name in wanted if name not in names] == []


def test_what_a_field_shows_is_what_word_will_count(reading):
    """Captions by SEQ, begun anew in each part; references by the text of their bookmark."""
    counts: dict[str, int] = {}
    for field in reading.fields():
        if field.code.startswith("SEQ"):
            name = field.code.split()[1]
            counts[name] = 1 if field.code.endswith("\\r 1") else counts.get(name, 0) + 1
            assert str(counts[name]) == field.result
    shown = marked(reading)
    for root in (reading.document, reading.notes):
        for field in reading.fields(root):
            if field.code.startswith("REF"):
                assert shown[field.code.split()[1]] == field.result


def marked(reading: docx_reading.Reading) -> dict[str, str]:
    """The words inside each bookmark."""
    found: dict[str, str] = {}
    open_: dict[str, str] = {}
    for element in reading.document.iter():
        if element.tag == f"{docx_reading.W}bookmarkStart":
            open_[element.get(f"{docx_reading.W}id")] = element.get(f"{docx_reading.W}name")
            found[element.get(f"{docx_reading.W}name")] = ""
        elif element.tag == f"{docx_reading.W}bookmarkEnd":
            del open_[element.get(f"{docx_reading.W}id")]
        elif element.tag == f"{docx_reading.W}t":
            for name in open_.values():
                found[name] += element.text
    return found


def test_the_contents_lead_to_every_part_and_numbered_section(document, reading):
    if not document.is_report:
        assert not any(field.code.startswith("TOC") for field in reading.fields())
        return
    (contents,) = (s for s in reading.sections if reading.style(s[0]) == "TOC Heading")
    entries = reading.links(contents)
    builtin = [
        docx_reading.text(p)
        for section in reading.sections
        for p in section
        if p.tag == f"{docx_reading.W}p" and re.fullmatch("heading [12]", reading.style(p))
    ]

    assert [docx_reading.text(contents[0])] == [words(document.language)["contents"]]
    # What Word makes of the field is what stands there: links to the built-in headings.
    assert [link.words for link in entries] == [link.target for link in entries] == builtin
    (field,) = (field for field in reading.fields() if field.code.startswith("TOC"))
    assert field.code == 'TOC \\o "1-2" \\h \\z'
    assert not any(field.code.startswith("PAGEREF") for field in reading.fields())


def test_heads_are_repeated_and_short_rows_whole(reading):
    for table in reading.body.iter(f"{docx_reading.W}tbl"):
        head, *rows = table.iterfind(f"{docx_reading.W}tr")
        assert head.find(f"{docx_reading.W}trPr/{docx_reading.W}tblHeader") is not None
        for row in rows:
            assert row.find(f"{docx_reading.W}trPr/{docx_reading.W}cantSplit") is not None


def test_nothing_asks_or_tells_of_the_machine(document, reading):
    settings = reading.zip.read("word/settings.xml")

    assert b"updateFields" not in settings
    for name in reading.names:
        data = reading.zip.read(name)
        assert b"/tmp" not in data
        assert str(document.docx.parent).encode() not in data
        assert reading.zip.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)
    assert reading.names == sorted(reading.names)


def test_the_file_says_what_it_is(documents):
    reading = read(documents["2017"].docx)
    core = reading.part("docProps/core.xml")

    known = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert known == {
        "title": "Årsrapport 2017",
        "category": "Notater",
        "creator": "Kontaktutvalet for helse- og omsorgsstatistikk og sosialstatistikk",
        "lastModifiedBy": "Kontaktutvalet for helse- og omsorgsstatistikk og sosialstatistikk",
        "language": "nn-NO",
        "created": "2017-12-31T00:00:00Z",
        "modified": "2017-12-31T00:00:00Z",
        "revision": "1",
    }
    assert b"<Company>Statistisk sentralbyr" in reading.zip.read("docProps/app.xml")


def test_each_page_says_where_it_is(documents):
    """The line at the top of each part is a field that follows its heading, with its result."""
    reading = read(documents["2017"].docx)
    heads = [reading.part(n) for n in reading.names if re.match(r"word/header\d+", n)]

    fields = [field for head in heads for field in reading.fields(head)]
    assert {field.code for field in fields} == {"STYLEREF 1"}
    assert {re.sub(r"\s", " ", field.result) for field in fields} == {
        re.sub(r"\s", " ", docx_reading.text(section[0])) for section in parts(reading)
    }


@pytest.mark.skipif(os.name == "nt", reason="the tools that judge are Debian's")
def test_libreoffice_keeps_every_heading_table_footnote_and_figure(document, reading, tmp_path):
    found = libreoffice.as_pdf(document.docx, tmp_path)
    pictures = list(reading.document.iter(f"{docx_reading.WP}inline"))
    outline = [" ".join(words.split()) for _, words in reading.outline()]
    kinds, shown = libreoffice.elements(found), libreoffice.letters(found)

    assert libreoffice.headings(found) == outline
    assert kinds["Table"] == len(reading.tables())
    assert kinds["Figure"] == len(pictures)
    for table in reading.tables():
        for row in table:
            for cell in row:
                assert libreoffice.only_letters(cell) in shown
    for note in reading.notes:
        assert libreoffice.only_letters(docx_reading.text(note))[:40] in shown
    for link in reading.links([reading.body]):
        assert libreoffice.only_letters(link.words) in shown
