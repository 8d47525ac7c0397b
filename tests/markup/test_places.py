"""Every block and every text knows where it stands in the file."""

import pytest

from arsrapport.document.nodes import Paragraph, Quote, Section, Table, Text
from arsrapport.document.walk import walk
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.source.place import Place


def texts(blocks):
    return {
        node.value.strip(): (node.place.line, node.place.column)
        for block in blocks
        for node, _ in walk(block, "nn")
        if isinstance(node, Text) and node.value.strip()
    }


def test_lines_count_from_the_first_line_of_the_body():
    (paragraph,), _ = parse_blocks("\nHei\n", line_locator("a/b.md", 20), base="a/b.md")

    assert paragraph == Paragraph((Text("Hei", Place("a/b.md", 21)),), place=Place("a/b.md", 21))


def test_a_chapter_says_itself_where_its_lines_come_from():
    (paragraph,), (found,) = parse_blocks(
        "Hei [du](x)\n", lambda line, column: Place("k.md", line + 40, column * 2), base="k.md"
    )

    assert (paragraph.place, found.place) == (Place("k.md", 41, 2), Place("k.md", 41, 10))


def test_texts_around_and_in_marks(parse):
    blocks, _ = parse(
        "ein *to **tre*** [fire](https://a.no/tre) `x` fem\n  seks <https://b.no> sju\n"
    )

    assert texts(blocks) == {
        "ein": (1, 1), "to": (1, 6), "tre": (1, 11), "fire": (1, 19),
        "fem\n  seks".replace("\n ", ""): (1, 46), "https://b.no": (2, 9), "sju": (2, 22),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Tittel ##\n", {"Tittel": (1, 4)}),
        ("> > ein\n> > to\n", {"ein": (1, 5), "to": (2, 5)}),
        ("> ein\nto\n", {"ein": (1, 3), "to": (2, 1)}),
        ("1.  ein\n\n    *to*\n", {"ein": (1, 5), "to": (3, 6)}),
        ("- a\n\n\tb\n\tc\n", {"a": (1, 3), "b c": (3, 2)}),
        ("a <!-- b\nc --> d *e*\n", {"a d": (1, 1), "e": (2, 10)}),
        ("<!-- a\nb --> c\n", {"c": (2, 7)}),
        ("[^n] a\n\n[^n]: b\n\n    c\n", {"b": (3, 7), "c": (5, 5), "a": (1, 5)}),
        ("æ [øå]{lang=en} *é*\n", {"æ": (1, 1), "øå": (1, 4), "é": (1, 18)}),
        ("a\r\nb\r\n\r\n*c*\r\n", {"a b": (1, 1), "c": (4, 2)}),
    ],
)
def test_texts_below_marks_of_lists_and_quotes(text, expected, parse):
    blocks, _ = parse(text)

    assert texts(blocks) == expected


def test_cells_even_where_bars_are_written_with_a_backslash(parse):
    blocks, _ = parse("> | ein | to |\n> |--|--|\n> | a \\| *b* |   |\n> | | a |\n")
    (quote,) = blocks
    (table,) = quote.children

    found = [
        [
            (t.value, t.place.line, t.place.column)
            for t, _ in walk(cell, "nn")
            if isinstance(t, Text)
        ]
        for row in (table.head, *table.rows)
        for cell in row
    ]
    assert found == [
        [("ein", 1, 5)], [("to", 1, 11)],
        [("a | ", 3, 5), ("b", 3, 11)], [],
        [], [("a", 4, 7)],
    ]  # fmt: skip


def test_blocks_begin_at_their_first_mark(parse):
    blocks, _ = parse("  ## A\n\n   > b\n\n- c\n\n   | d |\n   |---|\n")
    (section,) = blocks
    quote, bullets = section.children[:2]

    assert (type(section), section.place.line, section.place.column) == (Section, 1, 3)
    assert (type(quote), quote.place.line, quote.place.column) == (Quote, 3, 4)
    assert (bullets.place.line, bullets.place.column) == (5, 1)
    (table,) = bullets.items[0].children[1:]
    assert (type(table), table.place.line, table.place.column) == (Table, 7, 4)
