"""The finished PDF, read back as a screen reader and a page see it."""

import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

import pdf_reading as reading
from arsrapport.document.nodes import (
    Cell,
    Code,
    Definitions,
    Figure,
    Footnote,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Span,
    Strong,
    Table,
    Text,
    Titles,
)
from arsrapport.document.walk import walk
from arsrapport.render.pdf.document import render_pdf
from arsrapport.source.place import Place
from arsrapport.source.tree import builtin_folder
from pdf_samples import (
    ASSETS,
    NOTE,
    REPORT,
    SEATS,
    cells,
    data,
    definition,
    faults_of,
    items,
    minutes,
    paragraph,
    png,
    read,
    text,
)

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 36 * MM, 36 * MM, 36 * MM, 32 * MM
"""The margins of the text, in points."""


def outside_the_text(found: reading.Reading) -> list[tuple[int, str]]:
    """What stands in a margin; a hyphen may hang there by its own width, a letter below the line."""
    edges = [(width - RIGHT, height - TOP) for width, height in found.sizes]
    return [
        (run.page, run.text)
        for run in found.runs
        for right, top in (edges[run.page - 1],)
        if run.text.strip()
        and run.mcid is not None
        and not (LEFT - 1 < run.left < run.right < right + 3 and BOTTOM - 1 < run.baseline < top)
    ]


LONG = "Rådet drøfta målingane frå i sommar, og kva kommunane kan gjere med vatna sine. "


@pytest.fixture(scope="module")
def report() -> reading.Reading:
    return read(REPORT)


# --- the file -------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(
    "document",
    [REPORT, replace(REPORT, draft=True), minutes(paragraph("Kort."))],
    ids=["report", "draft", "minutes"],
)
def test_a_file_breaks_no_rule_of_either_standard(profile, document):
    assert reading.failures(data(document), profile) == []


def test_the_gate_sees_a_file_that_breaks_the_rules():
    untagged = data(minutes(paragraph("x"))).replace(b"/Marked true", b"/Marked null")

    assert reading.failures(untagged, "ua1") != []


def test_the_gate_counts_streams_that_are_not_as_long_as_they_say():
    good = b"<</Length 3>>\nstream\nabc\nendstream <</Length 2>>stream\nab\rendstream"

    assert reading.bad_lengths(good) == 0
    assert reading.bad_lengths(good.replace(b"/Length 3", b"/Length 2")) == 1


def test_a_file_knows_its_title_language_day_and_page_labels(report):
    found = (report.title, report.language, report.created, report.labels)

    assert found == ("Årsrapport 2021", "nn-NO", "D:20220502000000Z", True)


def test_a_day_before_1970_can_be_the_day_of_a_file():
    assert read(minutes(paragraph("x"), created=date(1948, 5, 1))).created == "D:19480501000000Z"


def test_the_pages_are_counted():
    pdf, _ = render_pdf(REPORT, ASSETS, builtin_folder())

    assert pdf is not None
    assert pdf.pages == read(REPORT).pages == 9


def test_bookmarks_lead_to_every_heading(report):
    assert report.bookmarks == [
        (1, "Kolofon"),
        (1, "Føreord"),
        (1, "Samandrag"),
        (1, "Innhald"),
        (1, "1 Aktivitet"),
        (2, "1.1 Tal"),
        (1, "2 Saker"),
        (1, "Vedlegg A: Avtale"),
        (2, "Formål"),
        (1, "Vedlegg B: Referat 3. februar 2021"),
        (2, "Sak 1. Målinger"),
        (3, "a) Innrapportering"),
    ]


def test_the_same_document_gives_the_same_bytes_wherever_it_is_set(tmp_path):
    program = (
        "import hashlib, sys; import pdf_samples;"
        "sys.stdout.write(hashlib.sha256(pdf_samples.data(pdf_samples.REPORT)).hexdigest())"
    )
    expected = hashlib.sha256(data(REPORT)).hexdigest()
    tests = str(Path(__file__).parents[1])

    for zone, seed in (("Pacific/Auckland", "1"), ("America/New_York", "2")):
        paths = os.pathsep.join([tests, *sys.path])
        changes = {"TZ": zone, "PYTHONHASHSEED": seed, "HOME": str(tmp_path), "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env=os.environ | changes,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == expected


# --- structure ------------------------------------------------------------------------------


def test_headings_stand_in_order_without_a_jump(report):
    found = [(e.tag, e.text) for e in report.root.all("H1", "H2", "H3", "H4")]

    assert found == [
        ("H1", "Kolofon"),
        ("H1", "Føreord"),
        ("H1", "Samandrag"),
        ("H1", "Innhald"),
        ("H1", "1 Aktivitet"),
        ("H2", "1.1 Tal"),
        ("H1", "2 Saker"),
        ("H1", "Vedlegg A: Avtale"),
        ("H2", "Formål"),
        ("H1", "Vedlegg B: Referat 3. februar 2021"),
        ("H2", "Sak 1. Målinger"),
        ("H3", "a) Innrapportering"),
    ]


def test_the_contents_list_parts_and_sections_of_chapters_with_their_pages(report):
    found = [entry.text.replace("\xa0", " ") for entry in report.root.all("TOCI")]

    assert found == [
        "Føreord 3",
        "Samandrag 4",
        "1 Aktivitet 6",
        "1.1 Tal 6",
        "2 Saker 7",
        "Vedlegg A: Avtale 8",
        "Vedlegg B: Referat 3. februar 2021 9",
    ]


def test_a_title_page_names_the_publication_in_order(report):
    found = [run.text for run in report.runs if run.page == 1]

    assert " ".join("".join(found).split()) == (
        "VasstilsynetRapport 2022/7Årsrapport 2021Rådet for fjellvatn2. mai 2022"
    )


def test_every_word_is_marked_with_its_language(report):
    found = [(lang, words) for lang, words in report.root.spoken() if lang != "nn-NO"]

    appendix = "".join(words for lang, words in found[2:] if lang == "nb-NO")
    assert found[0] == ("en-GB", "Lakes at a Glance")
    assert found[1] == ("nb-NO", "Dette avsnittet er på bokmål.")
    assert appendix.startswith("Referat fra møte i Rådet for fjellvann")
    assert appendix.endswith("Vedtak. Vedtatt.")
    assert found[-1] == ("en-GB", "Water is life.")


def test_the_heading_of_an_appendix_keeps_the_language_of_the_report(report):
    head = report.root.all("H1")[-1]
    item = report.root.all("H2")[-1]

    assert head.spoken() == [("nn-NO", "Vedlegg B: Referat 3. februar 2021")]
    assert item.spoken() == [("nb-NO", "Sak 1. Målinger")]


def test_a_heading_is_in_the_language_of_its_section_and_so_is_its_mark():
    section = Section(text("The lakes"), (), level=2, language="en")
    found = read(minutes(section)).root.all("H2")[0]

    assert (found.language, found.spoken()) == ("en-GB", [("en-GB", "The lakes")])


def test_code_is_in_the_language_around_it():
    found = read(minutes(Paragraph((Code("make"), Span("en", (Code("test"),))))))

    assert [e.spoken() for e in found.root.all("Code")] == [
        [("nn-NO", "make")],
        [("en-GB", "test")],
    ]


def test_terms_and_values_are_a_list_with_labels(report):
    facts = next(e for e in report.root.all("L") if "Møteleder" in e.text)

    assert [label.text for label in facts.all("Lbl")] == [
        "Møteleder",
        "Til stede",
        "•",
        "•",
        "Forfall",
    ]
    assert [body.text for body in facts.all("LBody") if body.text] == [
        "Ada Li",
        "Ada Li (Fjellkommunene)",
        "Bo Ek",
        "ingen",
    ]


def test_an_ordered_list_counts_from_its_start():
    ordered = List(
        (ListItem((paragraph("a"),)), ListItem((paragraph("b"),))), ordered=True, start=9
    )

    found = read(minutes(ordered)).root.all("Lbl")

    assert [label.text for label in found] == ["9.", "10."]


def test_quotations_are_quotes_and_outcomes_are_not(report):
    assert [quote.text for quote in report.root.all("BlockQuote")] == ["Water is life."]


# --- tables and figures ---------------------------------------------------------------------


def test_each_cell_of_a_table_has_its_headers(report):
    signs, seats, bare = report.root.all("Table")

    def shape(table: reading.Element) -> list[list[tuple[str, str, str]]]:
        return [[(c.tag, c.scope, c.text) for c in row.all("TH", "TD")] for row in table.all("TR")]

    assert shape(signs)[1] == [("TH", "Row", "Null"), ("TD", "", "-")]
    assert shape(seats) == [
        [("TH", "Column", "Organisasjon"), ("TH", "Column", "Plassar")],
        [("TH", "Row", "Fjellkommunane"), ("TD", "", "2")],
        [("TH", "Row", "Vasstilsynet"), ("TD", "", "1")],
    ]
    assert shape(bare) == [
        [("TH", "Column", "År"), ("TH", "Column", "Vatn")],
        [("TD", "", "2020"), ("TD", "", "7")],
    ]


def test_a_caption_belongs_to_its_table_and_notes_follow_it(report):
    seats = report.root.all("Table")[1]
    order = [e.text for e in report.root.walk() if e.tag in {"Caption", "P"}]
    start = order.index("Tabell 1.1 Plassar etter organisasjon")

    assert [e.text for e in seats.all("Caption")] == ["Tabell 1.1 Plassar etter organisasjon"]
    assert order[start + 1 : start + 3] == ["Utan observatørar.", "Kjelde: Rådet."]


def test_a_figure_says_what_it_shows(report):
    figures = report.root.all("Figure")
    captions = [e.text for e in report.root.all("Caption")]

    assert [figure.alt for figure in figures] == ["Stolpar som veks frå to til ni."]
    assert captions[-1] == "Figur 1.1 Vatn med målingar"


def test_the_head_of_a_long_table_stands_on_each_of_its_pages():
    rows = tuple(cells(f"rad {n}", "x") for n in range(120))
    found = read(minutes(replace(SEATS, rows=rows)))

    heads = [run.page for run in found.runs if run.text == "Organisasjon"]
    assert found.pages > 2
    assert heads == list(range(1, found.pages + 1))
    assert len(found.root.all("Table")) == 1
    assert len(found.root.all("THead")) == 1
    assert reading.failures(data(minutes(replace(SEATS, rows=rows))), "ua1") == []


def test_a_note_in_the_head_of_a_long_table_is_set_once():
    head = (Cell((Text("Organisasjon"), NOTE)), Cell(text("Plassar")))
    rows = tuple(cells(f"rad {n}", "x") for n in range(120))
    found = read(minutes(replace(SEATS, head=head, rows=rows), paragraph("Sjå", NOTE)))

    assert [note.text for note in found.root.all("Note")] == ["1Tala er førebelse."]


def test_the_source_of_a_long_table_stays_with_its_last_row():
    """Many tables one after the other, so that they end at every height of a page."""
    tables = [
        replace(
            SEATS,
            rows=tuple(cells(f"{t}/{n}", "x") for n in range(30 + t % 7)),
            source=text(f"Kjelde {t}."),
            id=f"t{t}",
        )
        for t in range(60)
    ]
    pages = {run.text: run.page for run in read(minutes(*tables)).runs}

    apart = [t for t in range(60) if pages[f"{t}/{29 + t % 7}"] != pages[f"Kjelde {t}."]]
    assert apart == []


@pytest.mark.parametrize("lines", range(30, 46, 3))
def test_a_short_table_is_not_broken(lines):
    rows = tuple(cells(f"rad {n}", "x") for n in range(10))
    filler = [paragraph("Ei line.") for _ in range(lines)]
    found = read(minutes(*filler, replace(SEATS, rows=rows)))

    pages = {
        run.page for run in found.runs if run.text.startswith(("Tabell", "rad", "Utan", "Kjelde"))
    }
    assert len(pages) == 1


def test_a_row_longer_than_a_page_loses_nothing():
    long = Table(cells("A", "B"), (cells(LONG * 150, "x"),), ("left", "left"))
    found = read(minutes(long))

    assert found.pages > 1
    assert found.root.all("TD")[0].text.split() == (LONG * 150).split()
    assert outside_the_text(found) == []


@pytest.mark.parametrize(
    ("size", "shown"),
    [((40, 4000), (1.7 * MM, 170 * MM)), ((4000, 40), (138 * MM, 1.38 * MM)), ((72, 36), (72, 36))],
)
def test_a_picture_is_as_large_as_it_is_but_fits_on_the_page(size, shown):
    figure = Figure("a.png", "Ein stolpe", caption=text("Stolpe"), label="Figur 1", id="f")

    picture = read(minutes(figure), {"a.png": png(*size)}).pictures[0]

    assert (picture.width, picture.height) == pytest.approx(shown, abs=0.01)


# --- notes, references, links ---------------------------------------------------------------


def test_a_note_referred_to_twice_is_set_once(report):
    notes = [note.text for note in report.root.all("Note")]
    marks = [
        e.text for e in report.root.all("P") if e.text.startswith(("Rådet hadde", "Tala står"))
    ]

    assert notes == ["1Tala er førebelse.", "1Uten bilder."]
    assert marks[0].startswith("Rådet hadde tre møte i 20211")
    assert marks[1] == "Tala står fast1."


def test_a_note_of_several_blocks_is_set_whole():
    note = Footnote((paragraph("Først."), items("éin", "to"), paragraph("Sist.")), "3", "n")

    found = read(minutes(paragraph("Sjå", note)))

    assert found.root.all("Note")[0].text == "3Først.•éin•toSist."


def test_links_lead_out_and_references_within(report):
    links = {e.text for e in report.root.all("Link")}

    assert report.links == ["https://example.org/vatn"]
    assert {"vatn på nett", "Vedlegg B"} <= links


def test_a_note_in_a_title_is_neither_in_the_contents_nor_in_the_bookmarks():
    titled = Section(
        (Text("Tal"), NOTE, Text(" og "), Link("https://example.org/", text("vatn"))),
        (paragraph("Ja."),),
        kind="chapter",
        number="1",
        id="c",
    )
    found = read(replace(REPORT, front=(), chapters=(titled,), appendices=(), imprint=()))

    assert [e.text for e in found.root.all("TOCI")] == ["1 Tal og vatn\xa03"]
    assert found.bookmarks[-1] == (1, "1 Tal og vatn")
    assert [note.text for note in found.root.all("Note")] == ["1Tala er førebelse."]
    assert found.root.all("H1")[-1].text.startswith("1 Tal1")
    assert found.links == ["https://example.org/"]


# --- pages ----------------------------------------------------------------------------------


def top_and_foot(found: reading.Reading, page: int) -> str:
    """What stands outside the structure on a page."""
    return "|".join(r.text for r in found.runs if r.page == page and r.mcid is None)


def test_each_page_but_the_first_has_its_number_and_parts_have_a_header(report):
    assert [top_and_foot(report, page) for page in range(1, 10)] == [
        "",
        "2",
        "Rapport 2022/7 · Årsrapport 2021|Føreord|3",
        "Rapport 2022/7 · Årsrapport 2021|Samandrag|4",
        "Rapport 2022/7 · Årsrapport 2021|Innhald|5",
        "Rapport 2022/7 · Årsrapport 2021|1 Aktivitet|6",
        "Rapport 2022/7 · Årsrapport 2021|2 Saker|7",
        "Rapport 2022/7 · Årsrapport 2021|Vedlegg A: Avtale|8",
        "Rapport 2022/7 · Årsrapport 2021|Vedlegg B: Referat 3. februar 2021|9",
    ]


def test_a_draft_says_so_on_every_page():
    found = read(replace(REPORT, draft=True))

    marked = [
        (run.page, run.size > 50) for run in found.runs if run.text == "UTKAST" and run.mcid is None
    ]
    assert marked == [(page, is_large) for page in range(1, 10) for is_large in (True, False)]


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", ["ink", "accent", "quiet", "alarm"])
def test_text_of_every_colour_can_be_read_on_the_watermark(colour):
    """WCAG 2.1, 1.4.3; `soft` is darker than `quiet`."""
    look = (builtin_folder() / "pdf/look.typ").read_text("utf-8")
    found = dict(re.findall(r'^#let (\w+) = .*"(#[0-9a-f]{6})"', look, re.MULTILINE))

    light, dark = luminance(found["faint"]), luminance(found[colour])
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("word", ["Utkast", "Draft", "Førebels utgåve til merknad"])
def test_a_watermark_of_any_length_stays_on_the_page(word):
    words = tuple({**dict(REPORT.words), "draft": word}.items())
    found = read(replace(REPORT, draft=True, words=words))

    runs = [run for run in found.runs if run.text == word.upper() and run.size > 10]
    assert len(runs) >= 9
    assert all(0 <= run.left < run.right <= 595 for run in runs)


def test_minutes_begin_with_their_heading_and_have_a_header_from_the_second_page():
    found = read(minutes(*(paragraph(LONG * 5) for _ in range(12)), draft=True))

    assert found.root.children[0].children[0].tag == "H1"
    assert found.root.all("TOC", "Title") == []
    assert top_and_foot(found, 1) == "UTKAST|UTKAST|1"
    assert top_and_foot(found, 2) == "UTKAST|UTKAST|Møte i rådet|2"


def test_a_long_title_is_cut_at_the_top_of_the_page():
    titles = Titles("Møte", "Rådet", running="Møte i rådet for " + "fjell og " * 20)
    found = read(minutes(*(paragraph(LONG * 5) for _ in range(12)), titles=titles))

    assert top_and_foot(found, 2).startswith(f"Møte i rådet for{' fjell og' * 6} fjell…|")


def test_what_belongs_together_stays_on_one_page():
    """A heading, the facts under it and the first lines; a short lead and the start of its list."""
    sections = [
        Section(
            text(f"Sak {n}"),
            (
                Definitions(
                    (
                        definition("Innleiar", paragraph(f"Ada {n}")),
                        definition("Papir", paragraph(f"Notat {n}")),
                    )
                ),
                paragraph(f"Start {n}. " + LONG * (3 + n % 3)),
                paragraph(f"Dette {n}:"),
                items(f"éin {n}", "to"),
            ),
            level=2,
        )
        for n in range(60)
    ]
    found = read(minutes(*sections))
    pages = {run.text.split(".")[0].rstrip(": "): run.page for run in found.runs}

    for n in range(60):
        facts = [f"Sak {n}", f"Ada {n}", f"Notat {n}", f"Start {n}"]
        assert [(n, pages[fact]) for fact in facts] == [(n, pages[f"Sak {n}"])] * 4
        assert (n, pages[f"Dette {n}"]) == (n, pages[f"éin {n}"])


LONG_TABLE = replace(SEATS, rows=tuple(cells(f"rad {n}", "x") for n in range(60)))
FACTS = Definitions(tuple(definition(f"Namn {n}", paragraph(f"verdi {n}")) for n in range(8)))


@pytest.mark.parametrize("lines", range(24, 40))
@pytest.mark.parametrize(
    ("blocks", "together"),
    [
        ((paragraph("Dette:"), items("éin", "to")), ("Dette:", "éin")),
        ((LONG_TABLE,), ("Plassar etter ", "Organisasjon", "rad 0")),
        ((FACTS,), ("verdi 0", "verdi 7")),
    ],
    ids=["lead", "caption", "facts"],
)
def test_no_page_ends_between_them(lines, blocks, together):
    filler = (paragraph("Ei line.") for _ in range(lines))
    found = read(minutes(*filler, *blocks))

    first = {}
    for run in found.runs:
        first.setdefault(run.text, run.page)
    assert len({first[words] for words in together}) == 1


WORD = "målestasjonsovervakingssystemleverandøravtale"
ADDRESS = "https://www.example.org/" + "vatn-og-fjell/" * 8 + "tabell?" + "kode=123456789&" * 8
TOKEN = "0123456789abcdef" * 12


def test_no_line_is_wider_than_the_text():
    hostile = f"{WORD} {ADDRESS} {TOKEN} {WORD}"
    wide = tuple(f"{WORD} {n}" for n in range(9))
    blocks = (
        paragraph(hostile, Strong(text(hostile)), Code(hostile), Link(ADDRESS, text(ADDRESS))),
        items(hostile),
        Definitions((definition("Ansvar", paragraph(hostile)), definition(WORD, paragraph("x")))),
        Quote((paragraph(hostile),), kind="action"),
        Section(
            text(hostile), (paragraph("x", Footnote((paragraph(hostile),), "1", "n")),), level=2
        ),
        replace(SEATS, rows=(cells(hostile, "x"),), caption=text(hostile), source=text(hostile)),
        replace(SEATS, rows=(cells(hostile, hostile),)),
        Table(cells(*wide), (cells(*wide),), ("left",) * 9),
        Table((Cell(text(TOKEN)),), (cells(TOKEN),), ("right",)),
    )
    found = read(minutes(*blocks))

    assert outside_the_text(found) == []
    assert found.root.text.count(TOKEN) == 15


def test_the_contents_and_the_title_page_are_no_wider_than_the_text():
    titles = replace(REPORT.titles, title=f"Årsrapport {WORD} 2021", committee=f"{WORD} {WORD}")
    chapters = (replace(REPORT.chapters[0], title=text(f"{WORD} {WORD} {WORD}")),)
    found = read(replace(REPORT, titles=titles, chapters=chapters))

    assert outside_the_text(found) == []


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("nb", "overvåkningssystemer", "overvåknings|systemer"),
        ("nn", "internationalisation", "internatio|nalisation"),
        ("en", "internationalisation", "internation|alisation"),
    ],
)
def test_long_words_are_divided_as_their_language_does(language, word, divided):
    shown = set()
    for columns in range(3, 18):
        table = Table(cells(*"x" * columns), (cells(*[word] * columns),), ("left",) * columns)
        found = read(minutes(replace(table, language=language)))
        shown |= {"".join(w.text for w in cell.words()) for cell in found.root.all("TD")}

    assert divided.replace("|", "\u00ad") in shown
    assert {shown.replace("\u00ad", "") for shown in shown} == {word}


WIDE = Table(
    cells(*("Ei overskrift",) * 8),
    tuple(cells(*(f"Institusjonsplassar {n}",) * 8) for n in range(30)),
    ("left",) * 8,
    header_column=True,
    caption=text("Plassar"),
    label="Tabell 1",
    source=text("Kjelde: Vasstilsynet"),
)


def sides(found: reading.Reading) -> str:
    """Which pages stand, and which lie on their side."""
    return "".join("-" if width > height else "|" for width, height in found.sizes)


def test_a_table_of_more_columns_than_fit_lies_on_pages_of_its_own():
    found = read(minutes(paragraph("Før."), WIDE, paragraph("Etter.")))
    pages = {n: found.page_text(n) for n in range(1, found.pages + 1)}

    assert sides(found) == "|--|"
    assert ["Før." in pages[1], "Etter." in pages[4]] == [True, True]
    # The head is repeated, the caption and the source are not.
    assert [pages[n].count("Ei overskrift") for n in (2, 3)] == [8, 8]
    assert [pages[n].count("Tabell 1") for n in (2, 3)] == [1, 0]
    assert [pages[n].count("Kjelde") for n in (2, 3)] == [0, 1]
    assert outside_the_text(found) == []


def test_a_turned_table_has_the_structure_of_any_other():
    before, after = paragraph("Før."), paragraph("Etter.")
    turned = read(minutes(before, WIDE, after))
    (table,) = turned.root.all("Table")

    assert len(table.all("TR")) == 31
    assert [cell.scope for cell in table.all("TH")] == ["Column"] * 8 + ["Row"] * 30
    order = turned.root.text
    assert order.index("Før.") < order.index("Plassar") < order.index("Etter.")
    for profile in ("ua1", "2a"):
        assert reading.failures(data(minutes(before, WIDE, after)), profile) == []


def test_two_turned_tables_leave_no_empty_page_and_the_header_stays():
    found = read(replace(REPORT, chapters=(replace(REPORT.chapters[0], children=(WIDE, WIDE)),)))

    lying = [n for n, side in enumerate(sides(found), 1) if side == "-"]
    assert len(lying) == 4
    assert ["1 Aktivitet" in top_and_foot(found, n) for n in lying] == [True] * 4
    assert all(found.page_text(n).strip() for n in range(1, found.pages + 1))


@pytest.mark.parametrize(
    "outside",
    [
        lambda table: List((ListItem((table,)),)),
        lambda table: Quote((table,)),
        lambda table: Definitions((definition("A", table),)),
        lambda table: paragraph("x", Footnote((table,), "1", "n")),
    ],
    ids=["list", "quote", "definition", "footnote"],
)
def test_a_table_in_something_else_stays_where_it_is(outside):
    short = replace(WIDE, rows=WIDE.rows[:2])

    assert set(sides(read(minutes(outside(short))))) == {"|"}


def test_running_text_is_divided_too():
    found = read(minutes(*(paragraph("x" * n + " målestasjonsleverandør" * 9) for n in range(9))))

    assert "\u00ad" in "".join(run.text for run in found.runs)


# --- text is data ---------------------------------------------------------------------------

MARKUP = '#read("/etc/passwd") *x* _x_ $x$ @ref <lab> ] } " \\ // /* = - ~ -- <script> {{7*7}} #{'


def test_markup_in_a_text_is_printed_as_it_stands():
    blocks = (
        paragraph(MARKUP, Code(MARKUP), Strong(text(MARKUP))),
        items(MARKUP),
        Definitions((definition(MARKUP, paragraph(MARKUP)),)),
        Table(cells(MARKUP), (cells(MARKUP),), ("left",), caption=text(MARKUP), label=MARKUP),
        Section(text(MARKUP), (), level=2, number=MARKUP),
    )
    found = read(minutes(*blocks, titles=Titles(MARKUP, MARKUP, running=MARKUP)))

    assert found.root.text.replace("\n", "").count(MARKUP) == 12
    assert found.title == MARKUP


def test_all_words_of_a_document_are_in_the_file(report):
    shown = "".join("".join(words.text for words in report.root.words()).split()).replace(
        "\u00ad", ""
    )
    parts = (*REPORT.imprint, *REPORT.front, *REPORT.chapters, *REPORT.appendices)
    texts = [node.value for part in parts for node, _ in walk(part, "nn") if isinstance(node, Text)]

    assert len(texts) > 50
    assert [value for value in texts if "".join(value.split()) not in shown] == []
    assert "\ufffd" not in shown


def test_characters_of_the_languages_here_and_common_signs_can_be_set():
    signs = "čđŋšŧž ČĐŊŠŦŽ æøå äöü éèêë ñ → ≥ ≤ − × ½ № ™ € § ° ² ³ Ω α « » „ “ – — …"

    found = read(minutes(Paragraph((Text(signs), Strong(text(signs)))), paragraph(Code(signs))))

    assert [found.root.text.count(sign) for sign in signs.split()] == [3] * len(signs.split())


# --- what cannot be set ---------------------------------------------------------------------


def test_a_character_that_no_font_has_is_reported_wherever_it_stands():
    found = faults_of(
        minutes(
            Paragraph((Text("Godt 😀 møte", Place("a.md", 7, 3)), Text("漢", Place("a.md", 9)))),
            paragraph("og 😀 til", place=Place("b.md", 3)),
            Table(cells("x"), ((Cell((Code("\ue000"),)),),), ("left",), place=Place("b.md", 5)),
        )
    )

    assert [(f.code, str(f.place), f.arguments) for f in found] == [
        ("AR614", "a.md:7:3", (("character", "😀"),)),
        ("AR614", "a.md:9:1", (("character", "漢"),)),
        ("AR614", "b.md:3:1", (("character", "😀"),)),
        ("AR614", "b.md:5:1", (("character", "\ue000"),)),
    ]


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\ufffe", "👩🏽‍🚒"])
def test_a_character_that_is_none_is_reported_and_never_a_traceback(character):
    found = faults_of(minutes(paragraph(f'"a" \\ {character}', place=Place("a.md", 4))))

    assert {(f.code, str(f.place)) for f in found} == {("AR614", "a.md:4:1")}


def test_a_picture_that_cannot_be_set_is_reported_at_each_figure():
    broken = png(10, 10)[:-20]
    figures = [
        Figure(path, "Noko", place=Place("a.md", line))
        for path, line in (("a.png", 1), ("b.png", 2), ("a.png", 3))
    ]

    found = faults_of(minutes(*figures), {"a.png": broken, "b.png": png(1, 1)})

    assert [(f.code, str(f.place), f.arguments) for f in found] == [
        ("AR419", "a.md:1:1", (("path", "a.png"),)),
        ("AR419", "a.md:3:1", (("path", "a.png"),)),
    ]


def test_a_picture_of_another_kind_is_reported_before_anything_is_set():
    found = faults_of(minutes(Figure("a.gif", "x", place=Place("a.md", 2))), {"a.gif": b"GIF89a"})

    assert [(f.code, str(f.place)) for f in found] == [("AR419", "a.md:2:1")]


def test_a_heading_without_words_is_reported_where_it_stands():
    empty = Section((), (paragraph("x"),), level=2, place=Place("a.md", 12))

    found = faults_of(minutes(paragraph("y", place=Place("a.md", 3)), empty))

    assert [(f.code, str(f.place)) for f in found] == [("AR615", "a.md:12:1")]
    assert "heading" in dict(found[0].arguments)["problem"]


def test_what_nests_too_deep_is_reported_and_never_a_traceback():
    block = paragraph("innerst")
    for _ in range(60):
        block = List((ListItem((block,)),))

    assert [f.code for f in faults_of(minutes(block))] == ["AR615"]


def test_a_problem_names_no_folder_of_this_machine(tmp_path):
    templates = copied(tmp_path)
    (templates / "pdf" / "tables.typ").unlink()

    _, faults = render_pdf(REPORT, ASSETS, templates)

    problem = dict(faults[0].arguments)["problem"]
    assert "tables.typ" in problem
    assert "arsrapport-" not in problem


def test_a_warning_is_a_fault(tmp_path):
    templates = copied(tmp_path)
    look = templates / "pdf" / "look.typ"
    look.write_text(
        look.read_text(encoding="utf-8").replace("Source Serif Pro", "Nowhere Sans"),
        encoding="utf-8",
    )

    pdf, faults = render_pdf(REPORT, ASSETS, templates)

    assert pdf is None
    assert [(f.code, dict(f.arguments)["problem"]) for f in faults] == [
        ("AR615", "unknown font family: nowhere sans")
    ]


def test_a_node_that_the_templates_do_not_know_stops_the_build(tmp_path):
    templates = copied(tmp_path)
    nodes = templates / "pdf" / "nodes.typ"
    nodes.write_text(
        nodes.read_text(encoding="utf-8").replace("quote: blocks.quote-of,", ""), encoding="utf-8"
    )

    _, faults = render_pdf(REPORT, ASSETS, templates)

    assert [f.code for f in faults] == ["AR615"]
    assert "unknown node quote" in dict(faults[0].arguments)["problem"]


def copied(folder: Path) -> Path:
    """The templates, to be changed."""
    for path in sorted(builtin_folder().rglob("*")):
        if path.suffix in {".typ", ".ttf"}:
            target = folder / path.relative_to(builtin_folder())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder
