"""Standard signs: explained where a table uses them, and only those."""

import pytest
from msgspec.structs import replace

from arsrapport.compose.signs import signs_table, signs_used
from arsrapport.document.nodes import Cell, Section, Table, Text
from arsrapport.document.plain import plain_text


def cells(*values):
    return tuple(Cell((Text(value),)) for value in values)


def table(*values, head=("A", "B"), notes=(), header_column=False):
    """A table of two columns, with these in the second."""
    return Table(
        head=cells(*head),
        rows=tuple(cells("x", value) for value in values),
        align=("left", "right"),
        notes=tuple((Text(note),) for note in notes),
        header_column=header_column,
    )


def used(*tables):
    return signs_used([Section((Text("T"),), tables)])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], set()),
        (["1", "2,5", "", "x"], set()),
        (["."], {"."}),
        ([" .. "], {".."}),
        (["…"], {"…"}),
        (["..."], {"…"}),
        ([":"], {":"}),
        (["-"], {"-"}),
        (["–"], set()),
        (["0"], set()),
        (["0", "-"], {"0", "-"}),
        (["0,0", "1,5"], {"0"}),
        (["0.0"], {"0"}),
        (["12*"], {"*"}),
        (["*"], {"*"}),
        (["sjå *"], set()),
        (["10:30", "e.", "..,", "- 1"], set()),
    ],
)
def test_a_sign_is_used_where_it_stands_alone_in_a_cell(values, expected):
    assert used(table(*values)) == expected


def test_a_year_with_a_star_at_the_head_of_a_column_is_provisional():
    assert used(table("1", head=("A", "2017*"))) == {"*"}
    assert used(table("1", head=("-", "."))) == set()


def test_names_of_rows_are_no_signs():
    found = table("1", header_column=True)
    found = replace(found, rows=(cells("-", "1"), cells(".", "2")))

    assert used(found) == set()
    assert used(replace(found, header_column=False)) == {"-", "."}


def test_what_a_table_explains_itself_is_not_explained_again():
    explained = table(".", "..", notes=["x = til stades; . = ikkje oppnemnd då"])

    assert used(explained) == {".."}
    assert used(explained, table(".")) == {".", ".."}
    assert used(table("..", notes=[".. = oppgåve manglar"])) == set()


def test_tables_count_wherever_they_stand():
    inner = Section((Text("T"),), (table(":"),), level=2)

    assert signs_used([Section((Text("A"),), ()), Section((Text("B"),), (inner,))]) == {":"}


def test_the_signs_that_are_used_come_in_their_order():
    (found,) = signs_table(frozenset({"*", ".", "-"}), "nn")

    assert [[plain_text(cell.children) for cell in row] for row in (found.head, *found.rows)] == [
        ["Standardteikn i tabellar", "Symbol"],
        ["Tal kan ikkje førekome", "."],
        ["Null", "-"],
        ["Førebels tal", "*"],
    ]
    assert signs_table(frozenset(), "nn") == ()
