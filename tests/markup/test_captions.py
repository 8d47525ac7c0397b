"""Captions, names and sources of tables and figures."""

import pytest

from arsrapport.document.nodes import (
    Cell,
    Emphasis,
    Figure,
    Link,
    List,
    Paragraph,
    Passage,
    Quote,
    Section,
    Table,
    Text,
)
from arsrapport.markup.blocks import captioned
from arsrapport.source.place import Place

TABLE = "| A |\n|---|\n| 1 |\n"
IMAGE = "![Eit kart](kart.png)\n"


def p(text):
    return Paragraph((Text(text),))


def labels(block):
    return block.name, block.caption, block.source


@pytest.mark.parametrize("word", ["Tabell", "Table", "tabell", "TABLE"])
def test_a_paragraph_above_a_table_is_its_caption(word, read):
    (table,) = read(f"{word} seats: Plassar *etter* organisasjon\n\n{TABLE}")

    assert labels(table) == (
        "table:seats",
        (Text("Plassar "), Emphasis((Text("etter"),)), Text(" organisasjon")),
        (),
    )


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("word", ["Kjelde", "Kilde", "Source"])
def test_a_paragraph_below_is_its_source_and_is_kept_whole(gap, word, read):
    (table,) = read(f"Tabell: Plassar\n{gap}{TABLE}{gap}{word}: Kartverket, https://a.no\n")

    link = Link("https://a.no", (Text("https://a.no"),))
    assert labels(table) == ("", (Text("Plassar"),), (Text(f"{word}: Kartverket, "), link))


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "lines",
    [
        ["Figur kpr: Kart", IMAGE.strip(), "Kjelde: Alfa"],
        [IMAGE.strip(), "Figure kpr: Kart", "Kjelde: Alfa"],
    ],
)
def test_the_caption_of_a_figure_stands_above_or_below(lines, gap, read):
    (figure,) = read(f"\n{gap}".join(lines))

    assert labels(figure) == ("figure:kpr", (Text("Kart"),), (Text("Kjelde: Alfa"),))


def test_each_figure_takes_its_own_caption(read):
    above = read(f"Figur a: A\n\n{IMAGE}\nFigur b: B\n\n{IMAGE}")
    below = read(f"{IMAGE}\nFigur a: A\n\n{IMAGE}\nFigur b: B\n")

    assert [figure.name for figure in above] == ["figure:a", "figure:b"]
    assert [figure.name for figure in below] == ["figure:a", "figure:b"]


@pytest.mark.parametrize(
    "text",
    [
        "Tabellen viser: ja",
        "Tabell 1 viser: ja",
        "Tabell seats",
        "Figur seats: ja",
        "*Tabell*: ja",
        "Sjå Tabell: ja",
        "Tabell seats:",
    ],
)
def test_other_paragraphs_stay_what_they_are(text, read):
    paragraph, table = read(f"{text}\n\n{TABLE}")

    assert isinstance(paragraph, Paragraph)
    assert labels(table) == ("", (), ())


def test_a_caption_of_a_table_does_not_stand_below_it_nor_far_off(read):
    blocks = read(f"Tabell a: A\n\ntekst\n\n{TABLE}\nTabell b: B\n")

    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Table, Paragraph]
    assert labels(blocks[2]) == ("", (), ())


def test_captions_inside_sections_passages_quotes_and_lists(read):
    inner = f"Tabell a: A\n\n{TABLE}"
    quoted = "".join(f"> {line}\n" for line in inner.splitlines())
    listed = "".join(f"  {line}\n" for line in inner.splitlines())
    (section,) = read(f"## S\n\n{inner}\n::: nb\n{inner}:::\n\n{quoted}\n- \n{listed}")

    table, passage, quote, bullets = section.children
    assert (type(passage), type(quote), type(bullets)) == (Passage, Quote, List)
    tables = [table, passage.children[0], quote.children[0], bullets.items[0].children[0]]
    assert [labels(found) for found in tables] == [("table:a", (Text("A"),), ())] * 4


def test_the_caption_keeps_its_place(parse):
    (table,), _ = parse(f"\n  Tabell seats: Plassar\n\n{TABLE}")

    assert table.caption == (Text("Plassar", Place("meetings/kart/2021/m.md", 2, 17)),)


def test_a_table_that_comes_later_takes_the_paragraphs_beside_it_once():
    table = Table((Cell(()),), (), ("left",))
    blocks = (
        Section((), (p("Tabell a: A"), p("Tabell b: B"), table, p("Kjelde: X"), p("Kjelde: Y"))),
    )

    once = captioned(blocks)

    expected = Table(
        (Cell(()),),
        (),
        ("left",),
        caption=(Text("B"),),
        source=(Text("Kjelde: X"),),
        name="table:b",
    )
    assert once == (Section((), (p("Tabell a: A"), expected, p("Kjelde: Y"))),)
    assert captioned(once) == once


def test_what_has_a_caption_keeps_it():
    figure = Figure("a.png", "A", caption=(Text("Min"),), source=(Text("Kjelde: X"),))
    blocks = (p("Figur a: Ny"), figure, p("Kjelde: Y"))

    assert captioned(blocks) == blocks
