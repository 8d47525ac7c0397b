"""The page that the HTML renderer makes, read back as a browser would read it."""

import subprocess
import sys

import pytest
from msgspec.structs import replace

import html_reading as reading
from arsrapport.document.nodes import (
    Break,
    Cell,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Link,
    List,
    ListItem,
    Note,
    Passage,
    Quote,
    Section,
    Table,
    Text,
    Titles,
)
from arsrapport.language import catalogue
from arsrapport.language.languages import LANGUAGES
from arsrapport.render.html.document import render_html
from html_samples import (
    NOTE,
    SAMPLE,
    body,
    cells,
    page,
    paragraph,
    render,
    text,
)

# --- the page -------------------------------------------------------------------------------


def test_a_report_has_its_landmarks_each_once_and_the_contents_by_name() -> None:
    found = reading.landmarks(reading.parse(render(SAMPLE)))

    assert found == [("banner", ""), ("navigation", "Innhald"), ("main", ""), ("contentinfo", "")]


def test_the_outline_has_one_first_heading_and_no_jump() -> None:
    found = reading.outline(reading.parse(render(SAMPLE)))

    assert found == [
        (1, "Årsrapport 2021"),
        (2, "Føreord"),
        (2, "1 Aktivitet"),
        (3, "1.1 Tal"),
        (2, "Vedlegg A: Møtet 3. februar 2021"),
        (3, "Sak 1. Målinger"),
        (2, "Kolofon"),
    ]


def test_the_title_page_says_who_what_and_when_in_that_order() -> None:
    header = reading.parse(render(SAMPLE)).find("body/header")

    assert [(e.get("class", e.tag), e.text) for e in header] == [
        ("publisher", "Vasstilsynet"),
        ("series", "Rapport 2022/7"),
        ("h1", "Årsrapport 2021"),
        ("committee", "Rådet for fjellvatn"),
        ("date", "Mai 2022"),
    ]


def test_the_contents_list_parts_and_the_level_below_but_nothing_inside_an_appendix() -> None:
    nav = reading.parse(render(SAMPLE)).find("body/nav")

    assert reading.links(nav) == [
        ("Føreord", "#foreword"),
        ("1 Aktivitet", "#activity"),
        ("1.1 Tal", "#activity-figures"),
        ("Vedlegg A: Møtet 3. februar 2021", "#meeting-2021-02-03"),
        ("Kolofon", "#_imprint"),
    ]


def test_the_contents_are_lists_in_a_list() -> None:
    nav = reading.parse(render(SAMPLE)).find("body/nav")

    assert [reading.words(e) for e in nav.iterfind("details/ol/li/ol/li")] == ["1.1 Tal"]
    assert len(nav.findall("details/ol/li")) == 4


def test_a_heading_in_the_contents_has_neither_link_nor_footnote_of_its_own() -> None:
    title = (
        Text("Om "),
        Link("https://example.org", (Emphasis(text("vatn")),)),
        NOTE,
        Break(),
        Text("og is"),
    )
    nav = page(paragraph("x"), title=title).find("body/nav")

    assert [reading.words(e) for e in nav.iter("a")] == ["1 Om vatn og is"]
    assert nav.find("details/ol/li/a/em") is not None


def test_sections_within_a_passage_stand_in_the_contents_in_their_language() -> None:
    inner = Section(text("Lakes"), (), level=2, id="lakes")
    nav = page(Passage((inner,), language="en")).find("body/nav")

    (link,) = nav.findall("details/ol/li/ol/li/a")
    assert (link.get("lang"), link.text) == ("en-GB", "Lakes")


def test_sections_two_levels_below_a_part_are_not_in_the_contents() -> None:
    inner = Section(text("Djupare"), (), level=3, id="deeper")
    nav = page(Section(text("Tal"), (inner,), level=2, id="figures")).find("body/nav")

    assert [reading.words(link) for link in nav.iter("a")] == ["1 Aktivitet", "Tal"]


def test_a_part_without_an_id_is_listed_without_a_link() -> None:
    found = page(paragraph("x"), id="")

    assert reading.links(found) == [("Hopp til innhaldet", "#_content")]
    assert reading.words(found.find("body/nav/details/ol/li")) == "1 Aktivitet"


def test_the_first_link_leads_past_the_contents_to_the_text() -> None:
    found = reading.parse(render(SAMPLE))

    assert reading.links(found)[0] == ("Hopp til innhaldet", "#_content")
    assert reading.by_id(found, "_content").tag == "main"


def test_every_id_is_unique_and_every_address_within_the_page_leads_somewhere() -> None:
    found = reading.parse(render(SAMPLE))
    ids = reading.ids(found)

    assert sorted(set(ids)) == sorted(ids)
    assert reading.dangling(found) == []
    assert {
        "activity",
        "table-seats",
        "figure-lakes",
        "note-activity-1",
        "item-2021-02-03-1",
    } < set(ids)


def test_nothing_is_fetched_from_elsewhere_and_nothing_runs() -> None:
    assert reading.outside(reading.parse(render(SAMPLE))) == []


def test_the_head_says_title_language_policy_and_what_schemes_it_knows() -> None:
    found = reading.parse(render(SAMPLE))
    meta = {e.get("name") or e.get("http-equiv"): e.get("content") for e in found.iter("meta")}

    assert found.get("lang") == "nn-NO"
    assert found.findtext("head/title") == "Årsrapport 2021 – Rådet for fjellvatn"
    assert meta == {
        None: None,
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'",
        "referrer": "no-referrer",
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "description": "Årsrapport 2021 · Rådet for fjellvatn · Vasstilsynet · Rapport 2022/7 · Mai 2022",
        "author": "Rådet for fjellvatn",
        "generator": "arsrapport",
    }


def test_a_draft_says_so_at_the_top_and_only_a_draft() -> None:
    (draft,) = reading.parse(render(replace(SAMPLE, draft=True))).findall(
        "body/aside[@class='stamp']"
    )

    assert reading.words(draft) == "Utkast"
    assert b'class="stamp"' not in render(SAMPLE)


def test_what_is_marked_says_so_on_every_page_that_is_printed() -> None:
    words = tuple(catalogue.words("nn").items())
    both = render(replace(SAMPLE, words=words, draft=True, edition="internal")).decode()

    # The words of the mark as a string of CSS, in which a sign is its number in base 16.
    assert 'content: "Utkast\\20 \\b7 \\20 Internt\\3a \\20 unnateke\\20 offentlegheit"' in both
    assert "@top-right" not in render(SAMPLE).decode()


def test_minutes_have_their_heading_as_the_page_title_and_no_contents() -> None:
    minutes = replace(
        SAMPLE,
        kind="minutes",
        language="nb",
        titles=Titles("Møte 3. februar 2021", "Rådet for fjellvatn"),
        front=(),
        chapters=(
            replace(
                SAMPLE.appendices[0], kind="chapter", number="", title=text("Møte 3. februar 2021")
            ),
        ),
        appendices=(),
        imprint=(),
    )
    found = reading.parse(render(minutes))

    assert reading.outline(found) == [(1, "Møte 3. februar 2021"), (2, "Sak 1. Målinger")]
    assert reading.landmarks(found) == [("main", ""), ("contentinfo", "")]
    assert found.get("lang") == "nb-NO"
    assert found.findtext("head/title") == "Møte 3. februar 2021"


# --- languages ------------------------------------------------------------------------------


def test_every_piece_of_text_is_read_out_in_its_own_language() -> None:
    main = reading.parse(render(SAMPLE))

    found = reading.languages(main)

    assert [language for language, _ in found] == [
        "nn-NO",
        "en-GB",
        "nn-NO",
        "nb-NO",
        "en-GB",
        "nn-NO",
        "nb-NO",
        "nn-NO",
    ]
    assert found[1][1] == "Lakes at a Glance"
    assert found[2][1].endswith("Vedlegg A: Møtet 3. februar 2021")
    assert found[3][1].startswith("Møte i rådet Referatet er et utkast. Til stede")
    assert found[4][1] == "Water is life."
    assert found[5:7] == [("nn-NO", "Fotnotar"), ("nb-NO", "1 I bokmål.")]


@pytest.mark.parametrize(
    "block",
    [
        paragraph("x", language="en"),
        List((ListItem((paragraph("x"),)),), language="en"),
        List((ListItem((paragraph("x"),), language="en"),)),
        List((ListItem((paragraph("x", language="en"),)),)),
        Definitions((Definition(text("x"), ()),), language="en"),
        Table((Cell(text("x"), "en"),), (), ("left",)),
        Table(cells(""), ((Cell(text("x"), "en"),),), ("left",)),
        Table(cells(""), ((Cell(text("x"), "en"),),), ("left",), header_column=True),
        Table((), (cells("x"),), ("left",), language="en"),
        Figure("meetings/rad/2021/kart.png", "x", language="en"),
        Quote((paragraph("x"),), language="en"),
        Quote((paragraph("x"),), kind="decision", language="en"),
        Note((paragraph("x"),), language="en"),
        Passage((paragraph("x"),), language="en"),
        Section(text("x"), (), level=2, language="en"),
        Section(text("x"), (), level=2, title_language="en"),
    ],
    ids=lambda block: type(block).__name__,
)
def test_whatever_can_carry_a_language_marks_it(block) -> None:
    main = reading.by_id(page(block), "_content")

    assert ("en-GB", "x") in reading.languages(main, "nn-NO")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_every_word_that_a_page_needs(language) -> None:
    document = replace(SAMPLE, words=tuple(catalogue.words(language).items()), draft=True)
    nav = reading.parse(render(document)).find("body/nav")

    assert reading.words(nav.find("details/summary")) == catalogue.label(language, "contents")


# --- footnotes ------------------------------------------------------------------------------


def test_a_footnote_stands_after_its_part_once_with_a_way_back_to_each_mark() -> None:
    main = reading.by_id(reading.parse(render(SAMPLE)), "_content")
    part = main.findall("section")[1]
    (note,) = part.findall("ol[@class='footnotes']/li")

    assert (note.get("id"), reading.words(note)) == (
        "note-activity-1",
        "1 Tala er førebelse. ↩︎1 ↩︎2",
    )
    assert reading.links(note) == [
        ("Tilbake til teksten, 1.1 (1 Aktivitet)", "#_note-activity-1-1"),
        ("Tilbake til teksten, 1.2 (1 Aktivitet)", "#_note-activity-1-2"),
    ]
    marks = [reading.by_id(main, f"_note-activity-1-{n}") for n in (1, 2)]
    assert [(m.text, m.get("href")) for m in marks] == [("1", "#note-activity-1")] * 2


def test_ways_back_have_different_names_in_parts_that_number_alike() -> None:
    back = [n for n, h in reading.links(reading.parse(render(SAMPLE))) if h.startswith("#_note")]

    assert len(back) == 3
    assert len(set(back)) == 3
    assert "Tilbake til teksten, 1 (Vedlegg A: Møtet 3. februar 2021)" in back


def test_a_footnote_to_a_footnote_and_one_of_several_blocks_are_set_in_order() -> None:
    second = Footnote((paragraph("To."),), "2", "note-2")
    first = Footnote(
        (paragraph("Ein", second, "."), List((ListItem((paragraph("punkt"),)),))), "1", "note-1"
    )
    found = page(paragraph("x", first))

    notes = found.findall("body/main/section/ol/li")
    assert [reading.words(n) for n in notes] == ["1 Ein2. punkt ↩︎", "2 To. ↩︎"]
    assert reading.dangling(found) == []


def test_the_mark_of_a_footnote_within_a_link_stands_behind_the_link() -> None:
    assert '<a href="https://a.no" class="address">ord</a><sup><a href="#note-activity-1"' in body(
        paragraph(Link("https://a.no", (Text("ord"), NOTE)))
    )


# --- the file -------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(SAMPLE) == render(SAMPLE)


def test_templates_are_read_from_the_folder_that_is_given(tmp_path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "document.html").write_bytes(b"<p>\r\n{{ document.titles.title }}</p>\r\n")

    assert render_html(SAMPLE, {}, tmp_path) == "<p>\nÅrsrapport 2021</p>".encode()


def test_jinja_is_imported_only_when_something_is_rendered() -> None:
    code = "import sys, arsrapport.render.html.document; sys.exit('jinja2' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_line_may_end_at_the_stroke_between_two_long_words() -> None:
    words = "Kvardagsrehabilitering/rehabilitering <b>, og/eller km/time, barnebustad/avlastning"

    found = body(paragraph(words))

    assert (
        "rehabilitering/<wbr>rehabilitering &lt;b&gt;, og/eller km/time, barnebustad/<wbr>" in found
    )
