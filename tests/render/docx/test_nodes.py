"""Each kind of node in a Word file: the style, the field or the part that Word has for it."""

import struct
import zlib

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

import docx_reading
import html_samples
from arsrapport.document.nodes import (
    Break,
    Cell,
    Code,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Hole,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Titles,
)
from arsrapport.render.docx.document import render_docx
from arsrapport.source.tree import builtin_folder
from docx_reading import WP, W, value
from html_samples import SVG, cells, chapter, paragraph, report, text
from pdf_samples import png

NBSP = "\N{NO-BREAK SPACE}"
MAP, GRAPH = "meetings/rad/2021/kart.png", "meetings/rad/2021/graf.svg"
ASSETS = {MAP: png(60, 40), GRAPH: SVG}
WORDS = html_samples.WORDS | {"internal_mark": "Internt"}


def data(document, assets=ASSETS) -> bytes:
    words = tuple((dict(document.words) | {"internal_mark": "Internt"}).items())
    made, faults = render_docx(replace(document, words=words), assets, builtin_folder())
    assert faults == ()
    return made


def made(*blocks, **fields) -> docx_reading.Reading:
    """The one chapter of a report, read back."""
    return docx_reading.Reading(data(report(chapter(*blocks, **fields))))


def shown(reading) -> list:
    """The paragraphs and tables of the last section, below its heading."""
    return [e for e in reading.sections[-1] if e.tag != f"{W}sectPr"][1:]


def styled(reading, elements=None) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    found = shown(reading) if elements is None else elements
    return [(reading.style(p), docx_reading.text(p)) for p in found if p.tag == f"{W}p"]


def looks(element) -> list[tuple[str, list[str]]]:
    """The words of each run with the names of its properties."""
    return [
        (
            docx_reading.text(run),
            [
                part.tag.removeprefix(W)
                + (f"={part.get(f'{W}val')}" if part.get(f"{W}val") else "")
                for part in run.iterfind(f"{W}rPr/*")
            ],
        )
        for run in element.iter(f"{W}r")
    ]


def audited(document, tmp_path) -> list[str]:
    file = tmp_path / "x.docx"
    file.write_bytes(data(document))
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


# --- in a line ------------------------------------------------------------------------------


def test_words_are_set_as_they_are_said() -> None:
    (found,) = shown(
        made(
            paragraph(
                "Ein",
                Emphasis(
                    text(
                        "to",
                    )
                ),
                Strong((Emphasis(text("tre")),)),
                Code("x = 1"),
                Span("en", text("four")),
                Break(),
                "fem",
            )
        )
    )

    assert looks(found) == [
        ("Ein", []),
        ("to", ["i", "iCs"]),
        ("tre", ["b", "bCs", "i", "iCs"]),
        ("x = 1", ["rStyle=Code"]),
        ("four", ["lang=en-GB"]),
        ("", []),
        ("fem", []),
    ]
    assert found.find(f".//{W}br") is not None


def test_the_languages_are_marked_where_they_differ_from_the_documents() -> None:
    reading = made(
        paragraph("Her"),
        Passage((paragraph("There ", Span("nb", text("er det"))),), language="en"),
        title=text("Chapter"),
        title_language="en",
        language="nb",
    )

    spoken = [block.spoken for block in reading.order([reading.sections[-1]]).blocks]
    assert reading.language == "nn-NO"
    assert spoken == [
        (("en-GB", "1 Chapter"),),
        (("nb-NO", "Her"),),
        (("en-GB", "There"), ("nb-NO", "er det")),
    ]


def test_a_soft_hyphen_is_words_own() -> None:
    (found,) = shown(made(paragraph("vass\N{SOFT HYPHEN}tilsyn")))

    assert docx_reading.text(found) == "vasstilsyn"
    assert len(list(found.iter(f"{W}softHyphen"))) == 1


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.no/æ b?c=1&d=2#e", "https://a.no/%C3%A6%20b?c=1&d=2#e"),
        ("mailto:a@b.no", "mailto:a@b.no"),
        ("https://a.no/%C3%A6", "https://a.no/%C3%A6"),
        ("https://a.no/\x00\ud800", "https://a.no/%EF%BF%BD%EF%BF%BD"),
    ],
)
def test_a_link_leads_out(href, expected) -> None:
    reading = made(paragraph(Link(href, text("her"))))

    assert reading.links(shown(reading)) == [("her", expected)]


@pytest.mark.parametrize("href", ["http://[::1", "https://a.no:x/", f"https://a.no/{'a' * 2000}"])
def test_a_link_that_word_would_call_damage_is_text(href) -> None:
    reading = made(paragraph(Link(href, text("her"))))

    assert reading.links(shown(reading)) == []
    assert styled(reading) == [("Normal", "her")]


def test_a_link_holds_no_other() -> None:
    inner = Reference("chapter:x", (Link("https://a.no", text("her")),), id="activity")
    reading = made(paragraph(inner))

    assert [link.words for link in reading.links(shown(reading))] == ["her"]


def test_the_number_of_a_reference_is_a_field_and_its_words_are_the_documents() -> None:
    reading = made(
        paragraph(
            Reference("table:x", text(f"Table{NBSP}1.1"), id="table-x"),
            Reference("chapter:x", text(f"kapittel{NBSP}1"), id="activity"),
            Reference("item:x", text(f"Vedlegg{NBSP}A, sak{NBSP}2"), id="item-x"),
            Reference("foreword", text("Føreord"), id="foreword"),
        ),
        Table(cells("A"), (), ("left",), caption=text("X"), label=f"Tabell{NBSP}1.1", id="table-x"),
        Section(text("Y"), (), "item", 2, f"Sak{NBSP}2.", "item-x"),
        Section(text("Føreord"), (), id="foreword", level=2),
    )
    links = reading.links(shown(reading)[:1])

    assert [f for f in reading.fields() if f.code.startswith("REF")] == [
        ("REF _Ref000002 \\h \\* MERGEFORMAT", "1.1"),
        ("REF _Ref000001 \\h \\* MERGEFORMAT", "1"),
        ("REF _Ref000003 \\h \\* MERGEFORMAT", "2"),
        ("REF _Ref000004 \\h \\* MERGEFORMAT", "Føreord"),
    ]
    assert links == [
        (f"Table{NBSP}1.1", f"Tabell{NBSP}1.1 X"),
        (f"kapittel{NBSP}1", "1 Aktivitet"),
        (f"Vedlegg{NBSP}A, sak{NBSP}2", f"Sak{NBSP}2. Y"),
        ("Føreord", "Føreord"),
    ]


def test_the_authors_own_words_are_no_field() -> None:
    reading = made(
        paragraph(
            Reference("chapter:x", text("sjå ovanfor"), id="activity"),
            Reference("meeting:2020-01-01", text("referat frå møte")),
        )
    )

    assert reading.links(shown(reading)) == [("sjå ovanfor", "1 Aktivitet")]
    assert [f for f in reading.fields() if f.code.startswith("REF")] == []
    assert styled(reading) == [("Normal", "sjå ovanforreferat frå møte")]


# --- footnotes ------------------------------------------------------------------------------


def note(number: str, *children) -> Footnote:
    return Footnote(children or (paragraph(f"Nr. {number}"),), number, f"note-{number}")


def marks(reading) -> list[str]:
    """The marks of footnotes that Word counts, *auto*, or that are printed as they are."""
    found = []
    for mark in reading.document.iter(f"{W}footnoteReference"):
        own = mark.get(f"{W}customMarkFollows")
        found.append(docx_reading.text(mark.getparent()) if own else "auto")
    return found


def test_footnotes_are_words_own_and_begin_anew_in_each_part() -> None:
    parts = (
        chapter(paragraph("x", note("1"), "y", note("2"))),
        chapter(paragraph("z", replace(note("1"), id="other"))),
    )
    reading = docx_reading.Reading(data(report(parts[0], replace(parts[1], id="b"))))

    assert marks(reading) == ["auto", "auto", "auto"]
    restarts = {
        s.find(f"{W}footnotePr/{W}numRestart").get(f"{W}val")
        for s in reading.document.iter(f"{W}sectPr")
    }
    assert restarts == {"eachSect"}
    assert [block.text for block in reading.order(reading.sections[-2:]).blocks] == [
        "1 Aktivitet",
        "x1y2",
        "1 Aktivitet",
        "z1",
    ]


def test_a_footnote_referred_to_again_is_a_field() -> None:
    reading = made(paragraph("x", note("1"), "y", note("1")))

    assert marks(reading) == ["auto"]
    assert ("NOTEREF _Ref000001 \\f \\h", "1") in reading.fields()


def test_a_footnote_in_a_table_has_its_own_number_and_so_have_those_after_it() -> None:
    """LibreOffice shows 0 for one that it is to count there."""
    table = Table(cells("A"), ((Cell((*text("b"), note("2"))),),), ("left",))
    reading = made(paragraph(note("1")), table, paragraph(note("3")))

    assert marks(reading) == ["auto", "2", "3"]


def test_a_footnote_in_a_footnote_stands_below_it() -> None:
    inner = note("2", paragraph("Inst."))
    reading = made(paragraph("x", note("1", paragraph("Ytst", inner, ".")), note("3")))

    assert marks(reading) == ["auto", "3"]
    assert [
        [docx_reading.text(p) for p in n.iter(f"{W}p")]
        for n in reading.notes
        if n.get(f"{W}type") is None
    ] == [["Ytst2.", "2 Inst."], ["3 Nr. 3"]]


# --- blocks ---------------------------------------------------------------------------------


def test_headings_have_the_level_of_the_document() -> None:
    deep = Section(text("Ni"), (), level=12)
    reading = made(
        Section(
            text("To"), (Section(text("Tre"), (deep,), level=3),), level=2, number="1.1", id="b"
        )
    )

    assert [e for e in reading.outline() if e[1] != "Kolofon"] == [
        (1, "1 Aktivitet"),
        (2, "1.1 To"),
        (3, "Tre"),
        (9, "Ni"),
    ]
    assert [reading.style(p) for p in shown(reading)] == ["heading 2", "heading 3", "heading 9"]


def test_a_heading_that_the_contents_leave_out_is_none_of_words_own() -> None:
    reading = made(Section(text("Målinger"), (), "item", 2, "Sak 1.", "item-1"))

    assert styled(reading) == [("Unlisted Heading 2", "Sak 1. Målinger")]
    assert (2, "Sak 1. Målinger") in reading.outline()


def test_paragraphs_are_styled_by_their_role() -> None:
    reading = made(paragraph("a"), paragraph("b", role="byline"), paragraph("c", role="subtitle"))

    assert styled(reading) == [("Normal", "a"), ("Byline", "b"), ("Part Subtitle", "c")]


def item(*children) -> ListItem:
    return ListItem(tuple(paragraph(c) if isinstance(c, str) else c for c in children))


def numbered(reading) -> list[tuple[str, str, str, str]]:
    """Style, level, number of the list, and words of each paragraph."""
    return [
        (
            reading.style(p),
            value(p, "pPr/numPr/ilvl"),
            value(p, "pPr/numPr/numId"),
            docx_reading.text(p),
        )
        for p in shown(reading)
    ]


def test_lists_have_levels_and_what_belongs_to_an_item_stands_under_it() -> None:
    inner = List((item("b"),))
    reading = made(List((item("a", inner, "c"), item())))

    assert numbered(reading) == [
        ("List Bullet", "0", "1", "a"),
        ("List Bullet 2", "1", "1", "b"),
        ("List Continue", "", "", "c"),
        ("List Bullet", "0", "1", ""),
    ]


def test_each_numbered_list_begins_with_its_own_number() -> None:
    reading = made(
        List((item("a", List((item("b"),), ordered=True, start=0)),), ordered=True, start=7),
        List((item("c"),), ordered=True),
    )

    assert [row[2] for row in numbered(reading)] == ["2", "3", "4"]
    starts = [
        (n.get(f"{W}numId"), value(n, "lvlOverride/startOverride"))
        for n in reading.numbering.iter(f"{W}num")
    ]
    assert starts == [("1", ""), ("2", "7"), ("3", "0"), ("4", "1")]


def test_numbers_that_word_cannot_count_to_are_text() -> None:
    reading = made(List((item("a"), item("b")), ordered=True, start=20170315))

    assert [row[1:] for row in numbered(reading)] == [
        ("", "", "20170315. a"),
        ("", "", "20170316. b"),
    ]


def test_lists_deeper_than_word_has_levels_are_there() -> None:
    inner = List((item("inst"),))
    for _ in range(30):
        inner = List((item("x", inner),))
    rows = numbered(made(inner))

    assert [row[1] for row in rows] == [*map(str, range(9)), *["8"] * 22]
    assert rows[-1][0] == "List Bullet 5"


def test_terms_stand_beside_what_belongs_to_them_or_above_it() -> None:
    people = List((item("Ada"),))
    reading = made(
        Definitions(
            (
                Definition(text("Ansvar"), (paragraph("alle"), paragraph("andre"))),
                Definition(text("Til stades"), (people,)),
            )
        ),
        Definitions((Definition(text("Eit omgrep " * 9), (paragraph("x"),)),)),
    )

    assert styled(reading) == [
        ("Definition", "Ansvar alle"),
        ("Definition", "andre"),
        ("Definition", "Til stades"),
        ("List Bullet", "Ada"),
        ("Definition", " ".join(["Eit omgrep"] * 9)),
        ("Definition", "x"),
    ]
    assert value(shown(reading)[0], "r/rPr/rStyle") == "Term"


def test_quotes_and_outcomes_have_styles_and_stay_together() -> None:
    words = (paragraph("a"), paragraph("b"))
    definitions = Definitions((Definition(text("Ansvar"), (paragraph("alle"),)),))
    reading = made(
        Quote(words),
        Quote(words, "decision"),
        Quote(words, "conclusion"),
        Quote((*words, definitions), "action"),
        Note(words),
    )
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in shown(reading)]

    assert [style for style, _ in styled(reading)] == [
        *["Quote"] * 2,
        *["Decision"] * 2,
        *["Conclusion"] * 2,
        *["Action"] * 3,
        *["Note"] * 2,
    ]
    assert kept == [False, False, True, False, True, False, True, True, False, True, False]


def test_a_list_in_an_outcome_stands_in_its_frame() -> None:
    (found,) = shown(made(Quote((List((item("a"),)),), "decision")))

    assert found.find(f"{W}pPr/{W}pBdr/{W}left") is not None


def test_what_stands_further_in_has_the_frame_where_the_others_have_it() -> None:
    inner = List((item("c"),))
    listed = List((ListItem((paragraph("b"), paragraph("under b"), inner)),), ordered=True)
    found = shown(made(Quote((paragraph("a"), listed, paragraph("d")), "action")))

    def at(element, name: str, side: str) -> int:
        part = element.find(f"{W}pPr/{name}")
        return 0 if part is None else int(part.get(f"{W}{side}", "0"))

    assert [docx_reading.text(p) for p in found] == ["a", "b", "under b", "c", "d"]
    places = [
        at(p, f"{W}ind", "left") - at(p, f"{W}ind", "hanging") - 20 * at(p, f"{W}pBdr/{W}left", "space")
        for p in found[1:4]
    ]  # fmt: skip
    assert places == [places[0]] * 3
    spaces = [at(p, f"{W}pBdr/{W}left", "space") for p in found[1:4]]
    assert spaces == [12, 12 + 17, 12 + 17]


def test_a_frame_is_never_farther_from_a_text_than_word_allows() -> None:
    deep = List((item("e"),))
    for _ in range(4):
        deep = List((ListItem((paragraph("d"), deep)),))
    found = shown(made(Quote((deep,), "decision")))

    spaces = [int(p.find(f"{W}pPr/{W}pBdr/{W}left").get(f"{W}space")) for p in found]
    assert spaces == [12, 29, 31, 31, 31]


def test_presenter_and_papers_stay_with_the_item_and_a_long_list_does_not() -> None:
    short = Definitions((Definition(text("Innleiar"), (paragraph("Ada"), paragraph("Bo"))),))
    people = List(tuple(item(f"Person {n}") for n in range(9)))
    long = Definitions((Definition(text("Til stades"), (people,)),))

    assert keeping(made(short, paragraph("Teksten"))) == [True, True, False]
    # A term above what belongs to it stays with the first line of that.
    assert keeping(made(long, paragraph("Teksten"))) == [True, *[False] * 10]


def test_a_short_paragraph_stays_with_the_list_that_it_leads_up_to() -> None:
    listed = List((item("a"), item("b")))

    assert keeping(made(paragraph("Dette:"), listed)) == [True, False, False]
    assert keeping(made(paragraph("mange ord " * 17), listed)) == [False, False, False]
    assert keeping(made(paragraph("Dette:"), paragraph("a"))) == [False, False]


def keeping(reading) -> list[bool]:
    """Which paragraphs stay with the next one."""
    return [p.find(f"{W}pPr/{W}keepNext") is not None for p in shown(reading)]


# --- tables ---------------------------------------------------------------------------------


def test_columns_have_room_for_letters_a_fifth_broader_than_ours() -> None:
    reading = made(Table(cells("Møte", "Personar"), (cells("1", "2"),), ("left", "right")))

    # A line of 138 mm (7824) holds 88 letters. By their breadths, bold, with the gap of 88 / 39:
    # 4.3 * 1.06 + 2.26 = 6.81 and 7.6 * 1.06 + 2.26 = 10.31.
    (grid,) = reading.body.iter(f"{W}tblGrid")
    widths = [int(column.get(f"{W}w")) for column in grid]
    assert widths == pytest.approx([6.81 * 7824 / 88 * 1.2, 10.31 * 7824 / 88 * 1.2], abs=2)


TABLE = Table(
    cells("Organisasjon", "Plassar"),
    (cells("Fjellkommunane", "2"),),
    ("left", "right"),
    header_column=True,
    caption=text("Plassar"),
    label=f"Tabell{NBSP}1.1",
    notes=(text("Utan observatørar."),),
    source=text("Kjelde: Rådet"),
    id="table-seats",
)


def test_a_table_has_caption_head_notes_and_source() -> None:
    reading = made(TABLE)
    table = next(reading.body.iter(f"{W}tbl"))
    head, row = table.iterfind(f"{W}tr")

    assert styled(reading) == [
        ("caption", f"Tabell{NBSP}1.1 Plassar"),
        ("Table Note", "Utan observatørar."),
        ("Table Note", "Kjelde: Rådet"),
    ]
    assert reading.tables()[-1] == [["Organisasjon", "Plassar"], ["Fjellkommunane", "2"]]
    assert ("SEQ Tabell \\* ARABIC \\r 1", "1") in reading.fields()
    assert value(table, "tblPr/tblStyle") == "ReportTable"
    assert value(table, "tblPr/tblCaption") == "Plassar"
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}tblHeader") is None
    assert [value(c, "p/pPr/jc") for c in row.iterfind(f"{W}tc")] == ["", "right"]


def test_captions_after_the_first_count_on() -> None:
    second = replace(TABLE, label=f"Tabell{NBSP}1.2", id="table-b")
    found = [f for f in made(TABLE, second).fields() if f.code.startswith("SEQ")]

    assert found == [("SEQ Tabell \\* ARABIC \\r 1", "1"), ("SEQ Tabell \\* ARABIC", "2")]


def test_two_tables_do_not_become_one() -> None:
    bare = replace(TABLE, caption=(), label="", notes=(), source=(), id="")
    names = [e.tag.removeprefix(W) for e in shown(made(bare, bare, paragraph("x")))]

    assert names == ["tbl", "p", "tbl", "p"]


def test_what_follows_a_table_has_room_above_it() -> None:
    bare = replace(TABLE, caption=(), label="", notes=(), source=(), id="")
    head = Section(text("Målinger"), (), "item", 2, "Sak 1.", "item-1")
    found = shown(made(bare, paragraph("x"), bare, head))

    rooms = [p.find(f"{W}pPr/{W}spacing") is not None for p in found if p.tag == f"{W}p"]
    assert rooms == [True, False]  # a heading has its own


def test_a_long_row_may_break_and_a_head_with_a_note_is_not_repeated() -> None:
    head = (Cell((*text("A"), note("1"))),)
    reading = made(Table(head, (cells("x" * 401), cells("y")), ("left",)))
    rows = list(next(reading.body.iter(f"{W}tbl")).iterfind(f"{W}tr"))

    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False, True]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is None


def test_more_columns_than_word_takes_become_more_tables() -> None:
    count = 130
    wide = Table(
        cells(*map(str, range(count))),
        (cells(*("x" * count)),),
        ("left",) * count,
        header_column=True,
    )
    found = made(wide).tables()

    assert [len(table[0]) for table in found] == [63, 63, 6]
    assert {table[0][0] for table in found} == {"0"}


# --- figures --------------------------------------------------------------------------------


def figure(asset: str, **fields) -> Figure:
    return Figure(asset, "Ei strandlinje.", **fields)


def test_a_picture_has_its_alternative_caption_and_source() -> None:
    reading = made(
        figure(MAP, caption=text("Kysten"), label=f"Figur{NBSP}1.1", source=text("Kjelde: X"))
    )
    (drawn,) = reading.document.iter(f"{WP}docPr")

    assert drawn.get("descr") == "Ei strandlinje."
    assert styled(reading) == [
        ("caption", f"Figur{NBSP}1.1 Kysten"),
        ("Picture", ""),
        ("Table Note", "Kjelde: X"),
    ]
    assert ("SEQ Figur \\* ARABIC \\r 1", "1") in reading.fields()
    media = [reading.zip.read(n) for n in reading.names if "media/" in n]
    assert png(60, 40) in media


def test_a_drawing_is_set_in_dots_the_same_each_time() -> None:
    first, second = (
        {n: r.zip.read(n) for n in r.names if "media/" in n}
        for r in (made(figure(GRAPH)), made(figure(GRAPH)))
    )
    (drawn,) = (data for data in first.values() if len(data) > 100)
    width, _ = struct.unpack(">II", drawn[16:24])

    assert first == second
    assert width == 833  # 400 pixels of CSS, 96 to an inch, in 200 dots to an inch
    assert zlib.crc32(drawn[12:29]) == int.from_bytes(drawn[29:33])


def test_a_picture_is_no_broader_than_the_line() -> None:
    document = report(chapter(figure(MAP)))
    reading = docx_reading.Reading(data(document, {MAP: png(6000, 100)}))
    (extent,) = (inline.find(f"{WP}extent") for inline in reading.document.iter(f"{WP}inline"))

    assert int(extent.get("cx")) == pytest.approx(138 / 25.4 * 914_400, rel=0.001)
    assert int(extent.get("cy")) == pytest.approx(int(extent.get("cx")) / 60, rel=0.01)


def test_a_picture_is_no_higher_than_a_page_with_its_caption() -> None:
    document = report(chapter(figure(MAP)))
    reading = docx_reading.Reading(data(document, {MAP: png(100, 6000)}))
    (extent,) = (inline.find(f"{WP}extent") for inline in reading.document.iter(f"{WP}inline"))

    assert int(extent.get("cy")) == pytest.approx(170 / 25.4 * 914_400, rel=0.001)
    assert int(extent.get("cx")) == pytest.approx(int(extent.get("cy")) / 60, rel=0.01)


@pytest.mark.parametrize("bad", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'><x"])
def test_a_picture_that_cannot_be_set_is_told(bad) -> None:
    words = tuple(WORDS.items())
    document = replace(report(chapter(figure(MAP))), words=words)
    made, faults = render_docx(document, {MAP: bad}, builtin_folder())

    assert made is None
    assert [(fault.code, dict(fault.arguments)["path"]) for fault in faults] == [("AR419", MAP)]


# --- the whole file -------------------------------------------------------------------------


def heads(reading) -> list[str]:
    return [
        docx_reading.text(reading.part(name)) for name in reading.names if "word/header" in name
    ]


def test_the_stamp_of_a_draft_is_on_every_page() -> None:
    reading = docx_reading.Reading(data(replace(html_samples.SAMPLE, draft=True)))

    assert len(heads(reading)) >= 5
    assert all("Utkast" in head for head in heads(reading))
    assert not any(
        "Utkast" in head for head in heads(docx_reading.Reading(data(html_samples.SAMPLE)))
    )


def test_the_title_page_says_whose_report_it_is() -> None:
    reading = docx_reading.Reading(data(html_samples.SAMPLE))
    title, imprint, *_ = reading.sections

    assert styled(reading, title) == [
        ("Publisher", "Vasstilsynet"),
        ("Series", "Rapport 2022/7"),
        ("Title", "Årsrapport 2021"),
        ("Subtitle", "Rådet for fjellvatn"),
        ("Title Date", "Mai 2022"),
        ("Spacer", ""),
    ]
    assert styled(reading, imprint) == [
        ("Imprint Heading", "Kolofon"),
        ("Imprint", "© Vasstilsynet. ISSN 1234-5678."),
    ]


def test_minutes_alone_have_no_title_page() -> None:
    part = chapter(paragraph("x"), title=text("Referat frå møte"), number="")
    document = replace(report(part), kind="minutes")
    reading = docx_reading.Reading(data(document))

    assert [line for section in reading.sections for line in styled(reading, section)] == [
        ("Publisher", "Vasstilsynet"),
        ("heading 1", "Referat frå møte"),
        ("Normal", "x"),
    ]
    assert sorted(heads(reading)) == ["", "Rapport 2022/7 · Årsrapport 2021"]


def test_a_document_with_every_kind_of_node_is_sound(tmp_path) -> None:
    assert audited(html_samples.SAMPLE, tmp_path) == []


HOSTILE = (
    "<script> {{7*7}} & &amp; ]]> \x00\x08\x1f\ud800\ufffe \\* MERGEFORMAT {REF x} \u202eעברית"
)
AS_SHOWN = "<script> {{7*7}} & &amp; ]]> ����� \\* MERGEFORMAT {REF x} \u202eעברית"


def test_hostile_text_is_text_everywhere(tmp_path) -> None:
    words = text(HOSTILE)
    document = report(
        chapter(
            paragraph(HOSTILE, Code(HOSTILE), Footnote((paragraph(HOSTILE),), "1", "n")),
            List((ListItem((paragraph(HOSTILE),)),)),
            Definitions((Definition(words, (paragraph(HOSTILE),)),)),
            Table(
                (Cell(words),),
                ((Cell(words),),),
                ("left",),
                caption=words,
                notes=(words,),
                source=words,
                label=HOSTILE,
                id="t",
            ),
            Figure(MAP, HOSTILE, caption=words, source=words, label=HOSTILE, id="f"),
            paragraph(Reference("t", words, id="t"), Link(f"https://a.no/{HOSTILE}", words)),
            Section(words, (), level=2, number=HOSTILE, id="s"),
            title=words,
        ),
        titles=Titles(*[HOSTILE] * 6),
    )
    reading = docx_reading.Reading(data(document))

    assert audited(document, tmp_path) == []
    assert (
        next(e for e in reading.document.iter(f"{WP}docPr") if e.get("descr")).get("descr")
        == AS_SHOWN
    )
    whole = "".join(reading.document.itertext())
    assert whole.count("<script>") >= 20
    codes = {field.code.split()[0] for field in reading.fields()}
    assert codes == {"TOC", "SEQ", "REF"}


def test_what_a_renderer_may_not_see_stops_it() -> None:
    with pytest.raises(ValueError, match="withheld"):
        made(Passage((paragraph("x"),), internal=True))
    with pytest.raises(ValueError, match="hole"):
        made(paragraph(Hole(0)))
    with pytest.raises(KeyError):
        made(figure("meetings/none.png"))


def test_a_node_of_an_unknown_kind_stops_it() -> None:
    with pytest.raises((AssertionError, KeyError, AttributeError)):
        made(Paragraph(("bare",)))
