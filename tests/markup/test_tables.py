"""Tables of GFM."""

import pytest

from arsrapport.document.nodes import Break, Cell, Code, Emphasis, Paragraph, Reference, Table, Text


def c(*words):
    return Cell(tuple(Text(word) if isinstance(word, str) else word for word in words))


def test_a_table_with_its_alignments(read):
    text = "| A | B | C | D |\n|---|:--|:-:|--:|\n| 1 | *2* | `3|` \\| 4 | <item:5> |\n"

    assert read(text.replace("3|", "3\\|")) == (
        Table(
            (c("A"), c("B"), c("C"), c("D")),
            ((c("1"), c(Emphasis((Text("2"),))), c(Code("3|"), " | 4"), c(Reference("item:5"))),),
            ("left", "left", "center", "right"),
        ),
    )


def test_rows_are_as_wide_as_the_head(read):
    (table,) = read("a|b\n-|-\n1|\n1|2|3\n|\n")

    assert table.rows == ((c("1"), c()), (c("1"), c("2")), (c(), c()))


def test_a_line_of_a_cell_ends_at_br(read):
    (table,) = read("| a<br>b |\n|---|\n| c<BR />d<br/>e |\n")

    assert table.head == (c("a", Break(), "b"),)
    assert table.rows == ((c("c", Break(), "d", Break(), "e"),),)


@pytest.mark.parametrize(
    ("head", "expected"), [("|  | B |", True), ("| A | B |", False), ("| A |  |", False)]
)
def test_the_first_column_holds_headers_when_its_own_header_is_empty(head, expected, read):
    (table,) = read(f"{head}\n|---|---|\n| 1 | 2 |\n")

    assert table.header_column is expected


def test_a_table_needs_no_rows(read):
    assert read("| A |\n|---|\n") == (Table((c("A"),), (), ("left",)),)


def test_a_table_ends_at_a_line_without_a_bar(read):
    table, paragraph = read("| A | B |\n|---|---|\n| 1 | 2 |\ntekst rett under\n")

    assert len(table.rows) == 1
    assert paragraph == Paragraph((Text("tekst rett under"),))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("|  |  |\n|---|---|\n| 1 | 2 |\n", 1, 1),
        ("> | |\n> |-|\n", 1, 3),
        ("|---|---|\n| 1 | 2 |\n", 1, 1),
        ("tekst\n\n| A | B |\n|---|:-:|--:|\n| 1 | 2 |\n", 4, 1),
    ],
)
def test_a_table_without_a_head_is_told(text, line, column, faults):
    assert faults(text) == [("AR410", line, column, {})]


def test_dashes_and_bars_in_words_are_no_table(read):
    assert len(read("a | b - c\n\na -- b\n\n`|-|`\n")) == 3
