"""Each kind of node in HTML, read back as a browser would read it."""

import base64
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from msgspec.structs import replace

import html_reading as reading
from arsrapport.document.nodes import (
    Block,
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
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Titles,
)
from arsrapport.render.html.document import render_html
from arsrapport.source.tree import builtin_folder
from html_samples import (
    JPEG,
    NOTE,
    PNG,
    SAMPLE,
    SVG,
    WORDS,
    body,
    cells,
    chapter,
    page,
    paragraph,
    render,
    report,
    text,
)

# --- tables, figures, lists -----------------------------------------------------------------


def test_a_table_with_a_header_column_gives_each_cell_both_its_headers() -> None:
    (table,) = reading.tables(reading.parse(render(SAMPLE)))

    assert table.caption == "Tabell 1.1 Plassar etter organisasjon"
    assert table.rows == [
        [(("Organisasjon",), "Fjellkommunane"), (("Plassar", "Fjellkommunane"), "2")],
        [(("Organisasjon",), "Vasstilsynet"), (("Plassar", "Vasstilsynet"), "1")],
    ]


def test_a_table_without_a_header_column_gives_each_cell_its_column() -> None:
    (table,) = reading.tables(
        page(Table(cells("År", "Møte"), (cells("2021", "3"),), ("left", "right")))
    )

    assert table == ("", ["År", "Møte"], [[(("År",), "2021"), (("Møte",), "3")]])


def test_an_empty_corner_is_no_header() -> None:
    found = page(
        Table(cells("", "Møte"), (cells("2021", "3"),), ("left", "left"), header_column=True)
    )

    assert [cell.tag for cell in found.find("body//thead/tr")] == ["td", "th"]


def test_notes_and_source_stand_under_the_table_that_the_id_names() -> None:
    table = reading.by_id(reading.parse(render(SAMPLE)), "table-seats")

    assert [reading.words(p) for p in table.findall("p")] == ["Utan observatørar.", "Kjelde: Rådet"]
    assert table.find("div/table") is not None


@pytest.mark.parametrize(
    ("caption", "name"), [(text("Oppmøte"), "Tabell 1.1 Oppmøte"), ((), "Tabell")]
)
def test_a_wide_table_can_be_scrolled_from_the_keyboard_and_has_a_name(caption, name) -> None:
    label = "Tabell 1.1" if caption else ""
    wide = Table(
        cells(*"abc"), (cells(*"123"),), ("left",) * 3, caption=caption, label=label, id="t"
    )
    found = page(wide)

    assert ("region", name) in reading.landmarks(found)
    assert found.find(".//div[@role='region']").get("tabindex") == "0"


def test_a_narrow_table_is_no_stop_for_the_keyboard() -> None:
    found = page(Table(cells(*"ab"), (cells(*"12"),), ("left",) * 2))

    assert found.find(".//*[@tabindex]") is None


def test_a_figure_has_its_picture_inside_with_text_and_caption() -> None:
    figure = reading.by_id(reading.parse(render(SAMPLE)), "figure-lakes")
    picture = figure.find("img")

    assert picture.get("alt") == "Stolpar som veks frå to til ni."
    assert [(child.tag, reading.words(child)) for child in figure] == [
        ("figcaption", "Figur 1.1 Vatn med målingar"),
        ("img", ""),
        ("p", "Kjelde: Vasstilsynet"),
    ]
    kind, _, data = picture.get("src").partition(";base64,")
    assert (kind, base64.b64decode(data)) == ("data:image/svg+xml", SVG)


@pytest.mark.parametrize(
    ("data", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (SVG, "image/svg+xml")]
)
def test_a_picture_is_of_the_kind_that_its_bytes_show(data: bytes, kind: str) -> None:
    document = report(chapter(Figure("bilde.dat", "x")))

    assert (
        f'src="data:{kind};base64,'
        in render_html(document, {"bilde.dat": data}, builtin_folder()).decode()
    )


@pytest.mark.parametrize("data", [b"", b"<html><svg></svg>", b"GIF89a", b"%PDF-1.7"])
def test_a_picture_that_cannot_be_set_fails(data: bytes) -> None:
    with pytest.raises(ValueError, match="picture that cannot be set"):
        render_html(report(chapter(Figure("x.png", "x"))), {"x.png": data}, builtin_folder())


def test_blocks_are_the_elements_that_mean_the_same() -> None:
    one = (ListItem((paragraph("a"),)),)

    assert body(List(one)) == "<ul>\n<li>a</li>\n</ul>"
    assert body(List(one, ordered=True)) == "<ol>\n<li>a</li>\n</ol>"
    assert body(List(one, ordered=True, start=3)) == '<ol start="3">\n<li>a</li>\n</ol>'
    assert body(Definitions((Definition(text("Frist"), (paragraph("1. mai"),)),))) == (
        "<dl>\n<div><dt>Frist</dt><dd>1. mai</dd></div>\n</dl>"
    )
    assert body(Quote((paragraph("a"),))) == "<blockquote>\n<p>a</p>\n</blockquote>"
    assert (
        body(Quote((paragraph("a"),), kind="action"))
        == '<div class="outcome action">\n<p>a</p>\n</div>'
    )
    assert body(Note((paragraph("a"),))) == '<div class="note" role="note">\n<p>a</p>\n</div>'
    assert body(paragraph("a", role="byline")) == '<p class="byline">a</p>'


def test_a_heading_below_the_sixth_level_keeps_its_level() -> None:
    deep = Section(text("Djupt"), (), level=6)

    assert (7, "Djupt") in reading.outline(page(deep))


# --- running text ---------------------------------------------------------------------------


def test_inline_nodes_get_no_space_of_their_own() -> None:
    everything = paragraph(
        "a", Emphasis(text("b")), "c", Strong(text("d")), "e", Code("f"), "g", Span("en", text("h")), "i",
        Link("https://j.no", text("j")), "k", Reference("x", text("l"), id="activity"), "m",
        Reference("y", text("n")), "o", Break(), "p",
    )  # fmt: skip

    assert body(everything) == (
        '<p>a<em>b</em>c<strong>d</strong>e<code>f</code>g<span lang="en-GB">h</span>i'
        '<a href="https://j.no" class="address">j</a>k<a href="#activity">l</a>mno<br>p</p>'
    )


def test_the_mark_of_a_footnote_leans_on_its_word() -> None:
    found = page(paragraph("ord", NOTE, "."))

    assert reading.words(found.find("body/main/section/p")) == "ord1."


@pytest.mark.parametrize(
    ("href", "words", "attributes"),
    [
        ("https://a.no/b?c=1&d", "ord", 'href="https://a.no/b?c=1&amp;d" class="address"'),
        ("https://a.no", "https://a.no", 'href="https://a.no"'),
        ("mailto:a@b.no", "a@b.no", 'href="mailto:a@b.no"'),
    ],
)
def test_print_shows_an_address_only_where_the_text_does_not(href, words, attributes) -> None:
    assert body(paragraph(Link(href, text(words)))) == f"<p><a {attributes}>{words}</a></p>"


HOSTILE = "<script>alert(1)</script> {{7*7}} {% x %} {# y #} & &amp; \" ' --> ]]> </style> עברית \u202eabc"


def test_hostile_text_is_text_everywhere() -> None:
    words = text(HOSTILE)
    item = (ListItem((paragraph(HOSTILE),)),)
    found = page(
        paragraph(HOSTILE, Code(HOSTILE), Footnote((paragraph(HOSTILE),), "1", "n")),
        List(item),
        Definitions((Definition(words, (paragraph(HOSTILE),)),)),
        Table(
            (Cell(words),),
            ((Cell(words),),),
            ("left",),
            caption=words,
            notes=(words,),
            source=words,
            label=HOSTILE,
        ),
        Figure("meetings/rad/2021/kart.png", HOSTILE, caption=words, source=words),
        Section(words, (), level=2, number=HOSTILE),
        title=words,
    )

    assert reading.outside(found) == []
    assert found.find(".//img").get("alt") == HOSTILE
    assert "".join(found.itertext()).count(HOSTILE) == 20
    assert reading.words(found).count("49") == 0


def test_hostile_titles_and_words_are_text() -> None:
    titles = Titles(*[HOSTILE] * 6)
    words = tuple((key, HOSTILE) for key in WORDS)
    found = reading.parse(render(replace(SAMPLE, titles=titles, words=words, draft=True)))

    assert reading.outside(found) == []
    assert found.findtext("head/title") == f"{HOSTILE} – {HOSTILE}"


def test_what_no_html_file_may_hold_is_replaced_by_a_visible_sign() -> None:
    found = page(paragraph("a\x00b\x0cc\x1bd\x7fe\x85f\ud800g\ufdd0h\U0001fffei\tj"))

    assert (
        found.findtext("body/main/section/p")
        == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh\ufffdi\tj"
    )


def test_lines_end_with_lf_alone() -> None:
    assert b"\r" not in render(SAMPLE)
    assert body(paragraph("a\r\nb\rc")) == "<p>a\nb\nc</p>"


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_no_text_whatever_breaks_the_page(value: str) -> None:
    found = page(paragraph(value, Code(value)), title=text(value))

    assert reading.outside(found) == []
    assert [e.tag for e in found.find("body/main/section")] == ["h2", "p"]


# --- the closed set -------------------------------------------------------------------------


@dataclass(frozen=True)
class Strange:
    language: None = None


@pytest.mark.parametrize(
    "block", [Strange(), paragraph(Strange()), paragraph(Hole(0)), paragraph("x").children[0]]
)
def test_a_node_of_an_unknown_kind_fails(block) -> None:
    with pytest.raises((UndefinedError, KeyError)):
        page(block)


def test_a_withheld_passage_fails_rather_than_being_shown() -> None:
    with pytest.raises(ValueError, match="withheld"):
        page(Passage((paragraph("løyndom"),), internal=True))


def test_a_missing_word_fails() -> None:
    with pytest.raises(UndefinedError, match="skip_to_content"):
        render(replace(SAMPLE, words=()))


def test_deep_nesting_is_set_whole() -> None:
    block: Block = paragraph("botn")
    for _ in range(40):
        block = List((ListItem((block,)),))

    assert len(list(page(block).iter("ul"))) == 40
