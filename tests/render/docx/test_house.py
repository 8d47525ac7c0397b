"""An organisation's own template of Word: its looks stand, and nothing of its text and its author."""

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

import docx_reading
import house_templates as house
import libreoffice
from arsrapport.document.nodes import List, ListItem, Quote, Table
from arsrapport.model.theme import PLAIN, Logo, Theme
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import check_project
from arsrapport.render.docx.document import render_docx
from arsrapport.render.docx.house.read import read_house
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree, builtin_folder
from docx_reading import WP, R, W, value
from html_samples import WORDS, cells, chapter, paragraph, report, text
from pdf_samples import png
from themed import themed

FOOTER = "<w:p><w:r><w:t>Postboks 1, 0001 Oslo</w:t></w:r></w:p>"
DOCUMENT = report(
    chapter(
        paragraph("Eit avsnitt"),
        List((ListItem((paragraph("eit punkt"),)),)),
        List((ListItem((paragraph("fyrst"),)),), ordered=True),
        Quote((paragraph("eit sitat"),)),
        Table(cells("A", "B"), (cells("x", "1,5"),), ("left", "right"), caption=text("Tal")),
    )
)
BULLETS = (
    f'<w:numbering xmlns:w="{house.W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="\N{BLACK SQUARE}"/><w:lvlJc w:val="start"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def made(data: bytes, document=DOCUMENT, **fields) -> docx_reading.Reading:
    found, faults = read_house(data, "theme/house.docx")
    assert faults == ()
    words = tuple((dict(document.words) | {"internal_mark": "Internt"}).items())
    theme = replace(PLAIN, house=found)
    file, faults = render_docx(
        replace(document, words=words, **fields), {}, builtin_folder(), theme
    )
    assert faults == ()
    return docx_reading.Reading(file)


def listed(style: str) -> bytes:
    """A template with a list of its own, number 9."""
    parts = house.parts(style=style) | {"word/numbering.xml": BULLETS}
    parts["word/_rels/document.xml.rels"] = house.relations(
        ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")
    )
    return house.packed(parts)


def heads(reading, kind="header") -> dict[str, str]:
    """The words of each header, by name."""
    return {
        name: docx_reading.text(reading.part(name))
        for name in reading.names
        if re.fullmatch(rf"word/{kind}\d+\.xml", name)
    }


def told(data: bytes) -> list[str]:
    return [
        " ".join([d.code, *(value for _, value in d.arguments)])
        for d in read_house(data, "theme/house.docx")[1]
    ]


# --- its looks ------------------------------------------------------------------------------


def test_styles_are_found_by_name_whatever_language_their_ids_are_in():
    reading = made(house.template())

    used = {value(p, "pPr/pStyle") for p in reading.document.iter(f"{W}p")}
    assert {"Overskrift1", "Tittel", "Punktliste", "Sitat", "Bildetekst"} <= used
    assert "Heading1" not in reading.styles
    names = [name.lower() for name, _ in reading.styles.values()]
    assert len(names) == len(set(names))


def test_names_of_styles_are_the_same_in_capitals():
    style = house.styles().replace('"heading 1"', '"Heading 1"').replace('"caption"', '"Caption"')

    assert told(house.template(style=style)) == []
    assert "Overskrift1" in {
        value(p, "pPr/pStyle") for p in made(house.template(style=style)).document.iter(f"{W}p")
    }


def test_what_it_lacks_is_named_once_and_is_ours_in_its_font_and_colour():
    data = house.template(style=house.styles(lacking=("heading 2", "Quote")))
    assert told(data) == ["AR911 Heading 2, Quote"]

    found, _ = read_house(data, "theme/house.docx")
    file, _ = render_docx(DOCUMENT, {}, builtin_folder(), replace(PLAIN, house=found))
    reading = docx_reading.Reading(file)
    styles = {s.get(f"{W}styleId"): s for s in reading.part("word/styles.xml").iter(f"{W}style")}
    assert reading.styles["Heading2"] == ("heading 2", "Normal")
    font = styles["Heading2"].find(f"{W}rPr/{W}rFonts")
    assert font.get(f"{W}ascii") == "Georgia"
    assert styles["TableText"].find(f"{W}rPr/{W}rFonts") is None
    assert value(styles["CrossReference"], "rPr/color") == "7A1F5C"
    assert b"075745" not in reading.zip.read("word/styles.xml")


def test_a_colour_too_light_to_be_read_is_not_taken_over():
    style = house.styles().replace("7A1F5C", "BFD7EA")
    styles = made(house.template(style=style)).part("word/styles.xml")

    (found,) = (s for s in styles.iter(f"{W}style") if value(s, "name") == "Cross Reference")
    assert value(found, "rPr/color") == "auto"


@pytest.mark.parametrize("name", ["HeadingNumber", "CaptionLabel"])
def test_a_number_has_the_colour_of_the_templates_heading_or_caption(name):
    styles = made(house.template()).part("word/styles.xml")

    (found,) = (s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == name)
    assert value(found, "rPr/color") == ""


def test_a_caption_right_below_a_table_has_room_whatever_the_template_gives_it():
    one, two = (
        Table(cells("A"), (cells("1"),), ("left",), caption=text(words)) for words in ("Ein", "To")
    )
    reading = made(house.template(), report(chapter(one, two)))

    (caption,) = (p for p in reading.body.iter(f"{W}p") if docx_reading.text(p) == "To")
    assert caption.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "240"


def test_the_size_and_the_margins_of_its_pages_stand():
    reading = made(house.template())

    sizes = [
        (page.find(f"{W}pgSz").get(f"{W}w"), page.find(f"{W}pgMar").get(f"{W}left"))
        for page in reading.document.iter(f"{W}sectPr")
    ]
    assert set(sizes) == {("11906", "1418")}
    (table,) = reading.document.iter(f"{W}tbl")
    assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) <= 11906 - 2 * 1418


@pytest.mark.parametrize(
    "page",
    [
        "",
        '<w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:left="1" w:right="1" w:top="1" w:bottom="1"/>',
        house.PAGE.replace('w:left="1418"', 'w:left="9000"'),
        house.PAGE.replace('w:w="11906"', 'w:w="99999999999"'),
    ],
)
def test_pages_without_room_are_ours(page):
    reading = made(house.template(page=page))

    margins = {p.find(f"{W}pgMar").get(f"{W}left") for p in reading.document.iter(f"{W}sectPr")}
    assert margins == {"2041"}


def test_its_headings_do_not_number_themselves_for_the_document_does():
    numbered = (
        '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr><w:rPr><w:rFonts w:ascii="Georgia"'
    )
    style = house.styles().replace('<w:rPr><w:rFonts w:ascii="Georgia"', numbered)
    styles = made(listed(style)).part("word/styles.xml")

    (heading,) = (s for s in styles.iter(f"{W}style") if value(s, "name") == "heading 1")
    assert heading.find(f"{W}pPr/{W}numPr") is None


def test_its_bullets_stand_and_ours_are_where_it_has_none():
    bullet_style = '<w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>'
    style = house.styles().replace(
        bullet_style, f'{bullet_style}<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    )
    reading = made(listed(style))

    signs = {}
    for p in reading.document.iter(f"{W}p"):
        own = p.find(f"{W}pPr/{W}numPr/{W}numId")
        signs[docx_reading.text(p)] = None if own is None else own.get(f"{W}val")
    assert signs["eit punkt"] is None
    forms = {
        number.get(f"{W}numId"): value(number, "abstractNumId")
        for number in reading.numbering.iter(f"{W}num")
    }
    texts = {
        form.get(f"{W}abstractNumId"): value(form.find(f"{W}lvl"), "lvlText")
        for form in reading.numbering.iter(f"{W}abstractNum")
    }
    (bullet,) = (
        s
        for s in reading.part("word/styles.xml").iter(f"{W}style")
        if value(s, "name") == "List Bullet"
    )
    assert texts[forms[value(bullet, "pPr/numPr/numId")]] == "\N{BLACK SQUARE}"
    assert texts[forms[signs["fyrst"]]] == "%1."


# --- the top and the foot of its pages ----------------------------------------------------------


def test_its_headers_and_footers_stand_on_all_pages_and_ours_do_not():
    reading = made(house.template(header=house.HEADER, footer=FOOTER))

    assert list(heads(reading).values()) == ["Testdirektoratet"]
    assert list(heads(reading, "footer").values()) == ["Postboks 1, 0001 Oslo"]
    assert reading.zip.read("word/media/house1.png") == house.LOGO
    first, *others = reading.document.iter(f"{W}sectPr")
    assert len(first.findall(f"{W}headerReference")) == 1
    assert [page for page in others if page.findall(f"{W}headerReference")] == []


def test_without_headers_of_its_own_ours_say_where_the_reader_is():
    reading = made(house.template())

    assert "Rapport 2022/7 · Årsrapport 2021 1 Aktivitet" in heads(reading).values()
    assert list(heads(reading, "footer").values()) == ["1"]
    assert not [name for name in reading.names if name.startswith("word/media/")]  # no band


def test_an_empty_header_is_none():
    reading = made(house.template(header="<w:p/>"))

    assert "Rapport 2022/7 · Årsrapport 2021 1 Aktivitet" in heads(reading).values()


def test_a_page_number_of_its_own_at_the_top_is_enough():
    number = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'

    assert heads(made(house.template(header=number)), "footer") == {}


@pytest.mark.parametrize("template", [house.template(), house.template(header=house.HEADER)])
def test_marks_stand_on_every_page_in_any_case(template):
    reading = made(template, draft=True, edition="internal")

    assert all("Utkast · Internt" in words for words in heads(reading).values())
    for name in heads(reading):
        _, shape = reading.part(name).iter("{urn:schemas-microsoft-com:vml}textpath")
        assert shape.get("string") == "UTKAST"


def test_a_first_page_of_its_own_is_marked_too():
    data = house.template(header=house.HEADER, page=f"{house.PAGE}<w:titlePg/>")
    reading = made(data, draft=True)

    first, *others = reading.document.iter(f"{W}sectPr")
    assert first.find(f"{W}titlePg") is not None
    assert [page for page in others if page.find(f"{W}titlePg") is not None] == []
    kinds = {ref.get(f"{W}type") for ref in first.findall(f"{W}headerReference")}
    assert kinds == {"default", "first"}
    assert sorted(heads(reading).values()) == ["Testdirektoratet\xa0Utkast", "Utkast"]


def test_even_pages_of_its_own_stand_and_are_marked():
    parts = house.parts(header=house.HEADER)
    even = f'<w:hdr xmlns:w="{house.W}"><w:p><w:r><w:t>Jamn side</w:t></w:r></w:p></w:hdr>'
    parts["word/header2.xml"] = even
    parts["word/settings.xml"] = (
        f'<w:settings xmlns:w="{house.W}"><w:evenAndOddHeaders/></w:settings>'
    )
    parts["word/_rels/document.xml.rels"] = house.relations(
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rIdheader", "header", "header1.xml"),
        ("rIdeven", "header", "header2.xml"),
    )
    reference = '<w:headerReference w:type="even" r:id="rIdeven"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:sectPr>", f"<w:sectPr>{reference}"
    )
    reading = made(house.packed(parts), draft=True)

    assert sorted(heads(reading).values()) == ["Jamn side\xa0Utkast", "Testdirektoratet\xa0Utkast"]
    assert reading.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    footers = [ref.get(f"{W}type") for ref in reading.document.iter(f"{W}footerReference")]
    assert footers == ["default", "even"]  # the page number


LOGO = Logo("theme/logo.png", png(40, 10), "Merket", 40, Place("theme/theme.yaml"))


@pytest.mark.parametrize(
    ("header", "expected"),
    [(house.HEADER, 0), ("<w:p><w:r><w:t>Hus</w:t></w:r></w:p>", 1), ("", 1)],
)
def test_the_logo_of_theme_yaml_stands_only_where_the_template_has_no_picture(header, expected):
    found, _ = read_house(house.template(header=header), "theme/house.docx")
    theme = Theme(house=found, logo=LOGO)
    minutes = replace(DOCUMENT, kind="minutes")

    counts = []
    for document in (DOCUMENT, minutes):
        file, _ = render_docx(document, {}, builtin_folder(), theme)
        counts.append(len(list(docx_reading.Reading(file).document.iter(f"{WP}anchor"))))
    assert counts == [expected, expected if not header else 0]


# --- what must not come along -------------------------------------------------------------------

TOLD = (
    '<w:p w:rsidR="00AB12CD"><w:ins w:author="Ola Nordmann" w:date="2026-01-01T00:00:00Z">'
    '<w:r><w:t>Sett inn</w:t></w:r></w:ins><w:del w:author="Ola Nordmann"><w:r>'
    "<w:delText>stroke</w:delText></w:r></w:del>"
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILENAME \\p </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>C:\\Users\\ola\\mal.docx'
    '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:fldSimple w:instr="DATE"><w:r><w:t>1.1.2026</w:t></w:r></w:fldSimple>'
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/></w:sdtPr><w:sdtContent><w:r><w:t>Ola Nordmann'
    "</w:t></w:r></w:sdtContent></w:sdt>"
    '<w:commentRangeStart w:id="0"/><w:r><w:t>slutt</w:t></w:r><w:r><w:commentReference w:id="0"/>'
    "</w:r></w:p>"
)


def test_nothing_of_its_author_its_machine_or_its_clock_comes_along():
    parts = house.parts(header=TOLD)
    parts["word/comments.xml"] = "<w>Ola Nordmann</w>"
    parts["customXml/item1.xml"] = "<a>Ola Nordmann</a>"
    parts["word/printerSettings/p.bin"] = b"Ola Nordmann"
    parts["word/settings.xml"] = f'<w:settings xmlns:w="{house.W}"/>'
    parts["word/_rels/settings.xml.rels"] = house.relations(
        ("rId1", "attachedTemplate", "file:///C:\\Users\\ola\\mal.dotm")
    )
    reading = made(house.packed(parts))

    assert list(heads(reading).values()) == ["Sett inn7slutt"]
    for name in reading.names:
        data = reading.zip.read(name)
        for word in (b"Nordmann", b"Users", b"2026", b"00AB12CD", b"stroke", b"FILENAME", b"DATE"):
            assert word not in data, (name, word)
    assert not [n for n in reading.names if n.startswith(("customXml", "word/comments"))]


def test_a_machines_path_in_the_words_of_a_picture_goes():
    reading = made(house.template(header=house.HEADER))

    (name,) = heads(reading)
    (known,) = reading.part(name).iter(f"{WP}docPr")
    assert known.get("descr") is None


def test_a_link_to_the_web_goes_on_leading_there_and_others_are_words():
    links = (
        '<w:p><w:hyperlink r:id="rIdA"><w:r><w:t>test.no</w:t></w:r></w:hyperlink>'
        '<w:hyperlink r:id="rIdB"><w:r><w:t>disk</w:t></w:r></w:hyperlink></w:p>'
    )
    parts = house.parts(footer=links)
    parts["word/_rels/footer1.xml.rels"] = house.relations(
        ("rIdA", "hyperlink", "https://test.no/"), ("rIdB", "hyperlink", "file:///C:/ola")
    )
    reading = made(house.packed(parts))

    (name,) = heads(reading, "footer")
    (link,) = reading.part(name).iter(f"{W}hyperlink")
    rels = reading.part(name.replace("word/", "word/_rels/") + ".rels")
    assert docx_reading.text(reading.part(name)) == "test.nodisk"
    assert {rel.get("Id"): rel.get("Target") for rel in rels} == {
        link.get(f"{R}id"): "https://test.no/"
    }


def test_its_language_does_not_overrule_the_documents():
    styles = made(house.template(), report(chapter(paragraph("x")), language="en")).part(
        "word/styles.xml"
    )

    assert [tongue.get(f"{W}val") for tongue in styles.iter(f"{W}lang")] == ["en-GB"]


# --- what cannot be one -------------------------------------------------------------------------


def changed(name: str, data) -> bytes:
    return house.packed(house.parts() | {name: data})


def styled(text_: str) -> bytes:
    return changed("word/styles.xml", text_)


BOMB = house.packed(house.parts() | {f"word/media/{n}.png": bytes(7_000_000) for n in range(9)})
DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'
MACROS = house.WORD.replace("openxmlformats-officedocument.wordprocessingml", "ms-word")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"<html>", "broken"),
        (house.template()[:-40], "broken"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "locked"),
        (BOMB, "large"),
        (changed("word/styles.xml", b" " * 5_000_001), "large"),
        (house.packed(house.parts() | {f"x/{n}.xml": b"" for n in range(1001)}), "large"),
        (changed("../evil.xml", b""), "broken"),
        (changed("word/../../evil.xml", b""), "broken"),
        (changed("C:/evil.xml", b""), "broken"),
        (changed("WORD/STYLES.XML", house.styles()), "broken"),
        (styled(DTD + house.styles()), "broken"),
        (styled(house.styles().encode("utf-16")), "broken"),
        (styled("<w:styles"), "broken"),
        (styled("<x>" * 300 + "</x>" * 300), "broken"),
        (house.template(kind=f"{MACROS}.document.macroEnabled.main+xml"), "macros"),
        (changed("word/vbaProject.bin", b"x"), "macros"),
        (house.template(kind="application/vnd.ms-excel"), "broken"),
        (
            changed(
                "word/_rels/header1.xml.rels",
                house.relations(("rId1", "image", "https://evil.example/logo.png")),
            ),
            "linked",
        ),
        (
            changed(
                "_rels/.rels",
                house.relations(
                    ("a", "http://purl.oclc.org/ooxml/officeDocument/relationships/x", "w.xml")
                ),
            ),
            "strict",
        ),
    ],
)
def test_a_file_that_cannot_be_a_template_is_told_of(data, reason):
    assert read_house(data, "theme/house.docx")[0] is None
    assert told(data) == [f"AR910 {reason}"]


def test_a_template_of_the_kind_dotx_is_one():
    assert told(house.template(kind=f"{house.WORD}.template.main+xml")) == []


WHOLE = house.template(header=house.HEADER, footer=FOOTER)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_file_with_any_bytes_is_a_template_or_is_told_of(position, data):
    broken = WHOLE[:position] + data + WHOLE[position + len(data) :]
    found, faults = read_house(broken, "theme/house.docx")

    assert (found is None) == bool([d for d in faults if d.code == "AR910"])


STYLES = house.styles()


@given(
    st.sampled_from(["1", "-1", "99999999", "210mm", "", "æ", "none", "x" * 300]),
    st.sampled_from(["w:sz", "w:numId", "w:ilvl", "w:basedOn", "w:name", "w:color", "w:next"]),
    st.sampled_from(["w:left", "w:right", "w:hanging", "w:start"]),
)
@settings(max_examples=60, deadline=None)
def test_a_style_may_say_anything_and_the_file_can_be_made(said, name, side):
    own = (
        f'<w:basedOn w:val="{said}"/><w:pPr><w:numPr><w:{name[2:]} w:val="{said}"/></w:numPr>'
        f'<w:tabs><w:tab w:val="left" w:pos="{said}"/></w:tabs><w:ind {side}="{said}"/></w:pPr>'
        f'<w:rPr><{name} w:val="{said}"/></w:rPr>'
    )
    style = STYLES.replace('<w:name w:val="heading 1"/>', f'<w:name w:val="heading 1"/>{own}')
    found, _ = read_house(house.template(style=style), "theme/house.docx")
    file, faults = render_docx(DOCUMENT, {}, builtin_folder(), replace(PLAIN, house=found))

    assert faults == ()
    assert docx_reading.Reading(file).outline() == [(1, "1 Aktivitet")]


def test_check_and_build_tell_the_same(tmp_path):
    lacking = house.template(style=house.styles(lacking=("Quote",)))
    for data, expected in ((b"<html>", ["AR910"]), (lacking, ["AR911"]), (WHOLE, [])):
        tree = MemoryTree(themed("") | {"theme/house.docx": data})
        request = Request(tmp_path, (), ("docx",), lambda *_: None)
        outcome = build_reports(tree, "2021", request)

        assert [d.code for d in check_project(tree).diagnostics] == expected
        assert [d.code for d in outcome.diagnostics] == expected
        assert outcome.wrote == (expected != ["AR910"])


def test_a_template_changes_nothing_but_word(tmp_path):
    files = themed("")
    made = []
    for more in ({}, {"theme/house.docx": WHOLE}):
        request = Request(tmp_path, (), ("html", "md"), lambda *_: None)
        outcome = build_reports(MemoryTree(files | more), "2021", request)
        made.append([path.read_bytes() for path in outcome.built[0].files])

    assert made[0] == made[1]


# --- the finished file --------------------------------------------------------------------------

HARD = {
    "plain": house.template(),
    "heads": house.template(header=house.HEADER, footer=FOOTER),
    "told": house.template(header=TOLD),
    "as LibreOffice has them": listed(house.styles()),
    "lacking": house.template(style=house.styles(ids={"Normal": "a"})),
    "nothing": house.template(style=f'<w:styles xmlns:w="{house.W}"/>'),
    "other types": house.template(
        style=house.styles(
            more='<w:style w:type="character" w:styleId="x"><w:name w:val="Note"/></w:style>'
        )
    ),
    "wide": house.template(
        page='<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1418" w:right="1418" '
        'w:top="1418" w:bottom="1418"/>'
    ),
}


@pytest.mark.parametrize("name", HARD)
def test_the_rules_of_open_xml_are_kept_and_the_bytes_are_the_same(name, tmp_path):
    theme = replace(PLAIN, house=read_house(HARD[name], "theme/house.docx")[0])
    words = tuple((WORDS | {"internal_mark": "Internt"}).items())
    document = replace(DOCUMENT, draft=True, edition="internal", words=words)
    one, _ = render_docx(document, {}, builtin_folder(), theme)
    other, _ = render_docx(document, {}, builtin_folder(), theme)
    (tmp_path / "x.docx").write_bytes(one)

    assert one == other
    assert [str(e) for e in OpenXmlValidator().validate(tmp_path / "x.docx").errors] == []


@pytest.mark.skipif(os.name == "nt", reason="the tools that judge are Debian's")
def test_libreoffice_keeps_the_headings_tables_and_heads(tmp_path):
    (tmp_path / "x.docx").write_bytes(made(HARD["heads"], draft=True).zip.fp.getvalue())
    found = libreoffice.as_pdf(tmp_path / "x.docx", tmp_path)

    assert libreoffice.headings(found) == ["1 Aktivitet"]
    assert libreoffice.elements(found)["Table"] == 1
    assert libreoffice.letters(found).count("Testdirektoratet") == 3  # pages
    assert libreoffice.letters(found).count("Postboks1,0001Oslo") == 3


def test_the_words_are_the_same_in_the_same_order():
    with_house = made(HARD["heads"])
    file, _ = render_docx(DOCUMENT, {}, builtin_folder())
    without = docx_reading.Reading(file)

    assert with_house.order(with_house.sections) == without.order(without.sections)
    assert with_house.outline() == without.outline()
