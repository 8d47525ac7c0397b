"""theme.yaml in Word: colours, fonts, margins, the logo and the running head; and what is as it was."""

import os
import re

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

import docx_reading
import libreoffice
from arsrapport.model.theme import PLAIN, Logo, Theme
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.render.docx.document import render_docx
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree, builtin_folder
from docx_reading import WP, W, value
from html_samples import chapter, paragraph, report
from pdf_samples import png
from themed import NAMES, themed

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
MM = 1440 / 25.4
ACCENTS = {"fjell": b"7A1F5C", "hav": b"0B4F8A", "by": b"A3341C"}
FONTS = {
    "fjell": ("Fjell Grotesk", "Fjell Antikva"),
    "hav": ("Hav Sans", "Source Serif Pro"),
    "by": ("Source Serif Pro", "Source Sans Pro"),
}
MARGINS = {"fjell": (30, 30), "hav": (22, 22), "by": (45, 45)}
"""To the left and to the right, in millimetres."""


def build(name, folder, use_case=build_reports, what="2021", **more):
    request = Request(folder, (), ("docx",), lambda *_: None, **more)
    outcome = use_case(MemoryTree(themed(name)), what, request)
    assert outcome.diagnostics == ()
    (file,) = outcome.built[0].files
    return file


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return {name: build(name, tmp_path_factory.mktemp(name or "plain")) for name in ("", *NAMES)}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory):
    return {
        name: build(name, tmp_path_factory.mktemp(name), build_minutes, "2021-01-01")
        for name in NAMES
    }


def read(file):
    return docx_reading.Reading(file.read_bytes())


def anchors(reading, part="word/document.xml"):
    return list(reading.part(part).iter(f"{WP}anchor"))


@pytest.mark.parametrize("name", NAMES)
def test_the_words_and_their_order_are_those_without_a_theme(name, files):
    with_theme, without = read(files[name]), read(files[""])

    (logo,) = anchors(with_theme)
    logo.getparent().getparent().remove(logo.getparent())
    for anchor in list(with_theme.document.iter(f"{WP}anchor")):
        anchor.getparent().getparent().remove(anchor.getparent())
    assert with_theme.order(with_theme.sections) == without.order(without.sections)
    assert with_theme.outline() == without.outline()


@pytest.mark.parametrize("name", NAMES)
def test_colours_are_the_publishers_and_none_of_ours_is_left(name, files):
    reading = read(files[name])

    for part in ("word/styles.xml", "word/theme/theme1.xml"):
        data = reading.zip.read(part)
        assert ACCENTS[name] in data
        assert b"075745" not in data


@pytest.mark.parametrize("name", NAMES)
def test_fonts_are_named_in_words_theme_and_in_its_list(name, files):
    reading = read(files[name])
    theme = reading.part("word/theme/theme1.xml")

    found = tuple(
        theme.find(f".//{A}{kind}Font/{A}latin").get("typeface") for kind in ("major", "minor")
    )
    listed = {font.get(f"{W}name") for font in reading.part("word/fontTable.xml")}
    assert found == FONTS[name]
    assert set(FONTS[name]) <= listed
    assert not [part for part in reading.names if "fonts/" in part]  # none is put into the file


@pytest.mark.parametrize("name", NAMES)
def test_margins_move_the_line_and_the_tabs_at_its_end(name, files):
    reading = read(files[name])
    left, right = MARGINS[name]
    line = 11906 - round(left * MM) - round(right * MM)

    margins = {
        tuple(int(page.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("left", "right"))
        for page in reading.document.iter(f"{W}sectPr")
        if page.find(f"{W}pgSz").get(f"{W}orient") is None
    }
    assert margins == {(round(left * MM), round(right * MM))}
    tabs = {
        int(tab.get(f"{W}pos"))
        for tab in reading.part("word/styles.xml").iter(f"{W}tab")
        if tab.get(f"{W}val") == "right"
    }
    assert tabs == {line}
    for table in reading.document.iter(f"{W}tbl"):
        assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) <= line


@pytest.mark.parametrize("name", NAMES)
def test_the_logo_on_the_title_page_is_for_the_eye_where_its_words_stand_beside_it(name, files):
    reading = read(files[name])
    (anchor,) = anchors(reading)
    known = anchor.find(f"{WP}docPr")

    publisher = "Vasstilsynet"
    assert reading.style(next(anchor.iterancestors(f"{W}p"))) in {"Publisher", "Series", "Title"}
    is_decorative = known.find(f".//{ADEC}decorative") is not None
    assert is_decorative == (known.get("descr") == "")
    assert known.get("descr") != publisher
    assert int(anchor.find(f"{WP}extent").get("cy")) <= 36 * 36000


@pytest.mark.parametrize("name", NAMES)
def test_the_logo_at_the_head_of_minutes_has_room_in_the_margin(name, minutes):
    (anchor,) = anchors(read(minutes[name]))

    # Only the words of hav say something else than the publisher's name below it.
    is_read_out = name == "hav"
    assert bool(anchor.find(f"{WP}docPr").get("descr")) == is_read_out
    top = int(next(read(minutes[name]).document.iter(f"{W}pgMar")).get(f"{W}top")) / MM
    offset = int(anchor.find(f"{WP}positionV/{WP}posOffset").text) / 36000
    assert offset + int(anchor.find(f"{WP}extent").get("cy")) / 36000 <= top


def test_a_tall_logo_is_no_higher_than_the_margin_has_room_for():
    logo = Logo("theme/logo.png", png(10, 40), "Merket", 40, Place("theme/theme.yaml"))
    document = replace(report(chapter(paragraph("x"))), kind="minutes")
    file, _ = render_docx(document, {}, builtin_folder(), Theme(logo=logo))

    (anchor,) = anchors(docx_reading.Reading(file))
    extent = anchor.find(f"{WP}extent")
    # 36 mm of margin, without 12 above the logo and 5 below it.
    assert round(int(extent.get("cy")) / 36000, 1) == 19.0
    assert round(int(extent.get("cx")) / 36000, 2) == 4.75


def test_a_logo_that_cannot_be_set_is_told_of():
    logo = Logo("theme/logo.png", b"\x89PNG\r\n\x1a\n", "Merket", 40, Place("theme/theme.yaml"))
    made = render_docx(report(chapter(paragraph("x"))), {}, builtin_folder(), Theme(logo=logo))

    assert made[0] is None
    assert [(d.code, d.place.path) for d in made[1]] == [("AR419", "theme/theme.yaml")]


def test_the_band_has_the_publishers_colour(files):
    bands = {
        name: [read(file).zip.read(n) for n in read(file).names if n.startswith("word/media/")]
        for name, file in files.items()
    }
    dots = {name: [p for p in found if len(p) < 80] for name, found in bands.items()}
    assert all(len(found) == 1 for found in dots.values())
    assert len({found[0] for found in dots.values()}) == 4


def test_the_running_head_begins_with_the_publishers_words(files):
    reading = read(files["hav"])
    heads = [reading.part(n) for n in reading.names if re.match(r"word/header\d+", n)]

    shown = [docx_reading.text(head) for head in heads]
    assert len([words for words in shown if words.startswith("Havtilsynet · ")]) > 3


def test_without_a_theme_nothing_is_other_than_it_was():
    document = report(chapter(paragraph("x")))

    assert (
        render_docx(document, {}, builtin_folder())[0]
        == (render_docx(document, {}, builtin_folder(), PLAIN)[0])
    )
    assert (
        render_docx(document, {}, builtin_folder(), Theme(running_head="x"))[0]
        == (render_docx(document, {}, builtin_folder())[0])
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_of_open_xml_are_kept(name, files, minutes, tmp_path):
    drafted = build(name, tmp_path, state="draft", edition="internal")

    for file in (files[name], minutes[name], drafted):
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_a_draft_has_its_word_across_each_page_and_no_other_has(files, tmp_path):
    drafted = read(build("fjell", tmp_path, state="draft"))

    for reading, expected in ((drafted, 1), (read(files["fjell"]), 0)):
        heads = [reading.part(n) for n in reading.names if re.match(r"word/header\d+", n)]
        found = [
            [
                path.get("string")
                for path in head.iter("{urn:schemas-microsoft-com:vml}textpath")
                if path.get("string")
            ]
            for head in heads
        ]
        assert found == [["UTKAST"] * expected] * len(heads)
        spids = [
            shape for head in heads for shape in head.iter("{urn:schemas-microsoft-com:vml}shape")
        ]
        names = [shape.get("id") for shape in spids]
        assert len(set(names)) == len(names)
        assert {shape.get("alt") for shape in spids} <= {""}
    assert drafted.order(drafted.sections) == read(files["fjell"]).order(
        read(files["fjell"]).sections
    )


@pytest.mark.skipif(os.name == "nt", reason="the tools that judge are Debian's")
def test_libreoffice_keeps_the_headings_and_tables_of_a_themed_draft(tmp_path):
    file = build("hav", tmp_path, state="draft")
    reading, found = read(file), libreoffice.as_pdf(file, tmp_path)

    assert libreoffice.headings(found) == [" ".join(w.split()) for _, w in reading.outline()]
    assert libreoffice.elements(found)["Table"] == len(reading.tables())


def test_styles_that_are_asked_for_by_name_are_all_there(files):
    for file in files.values():
        reading = read(file)
        used = {value(p, "pPr/pStyle") for p in reading.document.iter(f"{W}p")} - {""}
        assert used <= reading.styles.keys()
