"""Listings as tables that fit, and as data."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.export.listing import listings_csv
from arsrapport.model.listing import Cell, Column, Listing, Row
from arsrapport.render.markdown.listing import listings_markdown
from arsrapport.reporting.columns import NARROWEST, Shape, table_lines, wrapped
from arsrapport.reporting.excerpt import columns_of
from arsrapport.reporting.show import listing_lines, listings_json
from arsrapport.source.place import Place

PLACES = (Place("meetings/kart/2021/2021-01-10.md", 9, 5), Place("meetings/kart/x.yaml", 2))


def listing(*rows, committee="kart", title="Kart", keys=("name", "count"), **more):
    """A table of a text and a number, each as both read them."""
    return Listing(
        committee=committee,
        title=title,
        columns=tuple(Column(key, key.capitalize()) for key in keys),
        rows=tuple(
            Row(tuple(Cell(v, "" if v is None else str(v)) for v in row), PLACES) for row in rows
        ),
        **more,
    )


def lines(*listings, width=100, explain=False):
    return list(listing_lines(listings, "en", width, explain=explain))


# --- on a terminal --------------------------------------------------------------------------


def test_a_table_that_fits():
    found = lines(listing(("Alfa", 4), ("Beta", None), total=("Sum", "4"), notes=("x = there",)))

    assert found == [
        *("Kart", ""),
        "Name  Count",
        "----  -----",
        "Alfa      4",
        "Beta",
        "Sum       4",
        *("", "x = there"),
    ]


def test_each_committee_has_its_table_and_one_without_rows_says_so():
    assert lines(listing(("A", 1)), listing(title="Leier")) == [
        *("Kart", "", "Name  Count", "----  -----", "A         1", ""),
        *("Leier", "", "none"),
    ]


def test_the_places_of_a_row_stand_below_it():
    assert lines(listing(("A", 1), ("B", 2)), explain=True)[4:] == [
        "A         1",
        "    meetings/kart/2021/2021-01-10.md:9",
        "    meetings/kart/x.yaml:2",
        "B         2",
        "    meetings/kart/2021/2021-01-10.md:9",
        "    meetings/kart/x.yaml:2",
    ]


def test_a_long_text_is_wrapped_and_rows_are_parted():
    words = "ein to tre fire fem seks sju åtte ni ti"

    assert lines(listing((words, 1), ("kort", 2)), width=30)[2:] == [
        "Name                     Count",
        "-----------------------  -----",
        "ein to tre fire fem          1",
        "seks sju åtte ni ti",
        "",
        "kort                         2",
    ]


def test_columns_that_do_not_fit_come_in_a_table_of_their_own():
    shape = Shape(head=["A", "B", "C"], rows=[["a" * 20, "b" * 20, "c" * 20]])

    assert list(table_lines(shape, 30)) == [
        "A               B",
        "--------------  --------------",
        "aaaaaaaaaaaaaa  bbbbbbbbbbbbbb",
        "aaaaaa          bbbbbb",
        "",
        "A               C",
        "--------------  --------------",
        "aaaaaaaaaaaaaa  cccccccccccccc",
        "aaaaaa          cccccc",
    ]


def test_wide_letters_are_counted_as_two():
    assert wrapped("表" * 5, 6) == ["表表表", "表表"]


def test_what_would_steer_a_terminal_is_shown_as_a_mark():
    (row,) = lines(listing(("\x1b[31mA\u202e", 1)))[4:]

    assert row == "\N{REPLACEMENT CHARACTER}[31mA\N{REPLACEMENT CHARACTER}      1"


texts = st.text(st.sampled_from("ab é表\u0301-"), max_size=60)
tables = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(texts, min_size=n, max_size=n), min_size=1, max_size=5)
)


@given(tables, st.integers(-1, 120))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(table, width):
    head, *rows = table
    found = list(table_lines(Shape(head, rows), width))

    assert max(map(columns_of, filter(None, found)), default=0) <= max(width, NARROWEST)
    for sign in "abé表":
        written = sum(cell.count(sign) for line in table for cell in line[1:])
        assert "".join(found).count(sign) >= written


@given(texts, st.integers(2, 40))
def test_wrapping_keeps_every_letter(text, width):
    found = wrapped(text, width)

    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(columns_of(line) <= width for line in found if line)


# --- as data --------------------------------------------------------------------------------

MIXED = (
    listing(("=1+1", 4, date(2021, 1, 10), ("a", "b")), keys=("name", "count", "day", "many")),
    listing(("B", None), committee="leier", keys=("name", "more")),
)


def test_json_says_that_it_is_of_the_internal_edition():
    documents = [
        json.loads(listings_json(MIXED, "x", edition)) for edition in ("public", "internal")
    ]

    assert [document.get("edition") for document in documents] == [None, "internal"]


def test_json_has_an_object_for_each_row():
    document = json.loads(listings_json(MIXED, "actions"))

    places = ["meetings/kart/2021/2021-01-10.md:9", "meetings/kart/x.yaml:2"]
    assert document == {
        "version": 1,
        "show": "actions",
        "rows": [
            {
                "committee": "kart",
                "name": "=1+1",
                "count": 4,
                "day": "2021-01-10",
                "many": ["a", "b"],
                "places": places,
            },
            {"committee": "leier", "name": "B", "more": None, "places": places},
        ],
    }


def test_csv_has_the_columns_of_all_committees_and_guards_formulas():
    assert listings_csv(MIXED, explain=False).decode() == (
        "\ufeffcommittee;name;count;day;many;more\r\n"
        "kart;'=1+1;4;2021-01-10;a | b;\r\n"
        "leier;B;;;;\r\n"
    )


def test_csv_has_places_where_they_are_asked_for():
    (head, row, *_) = listings_csv([listing(("A", 1))], explain=True).decode().split("\r\n")

    assert head.endswith("name;count;places")
    assert row == "kart;A;1;meetings/kart/2021/2021-01-10.md:9 | meetings/kart/x.yaml:2"


def test_markdown_is_a_table_whose_cells_are_no_markdown():
    found = listings_markdown(
        [listing(("a|b *c* <d>", 1), total=("Sum", "1"))], "en", explain=False
    )

    assert found.decode() == (
        "## Kart\n\n| Name | Count |\n|---|---|\n| a\\|b \\*c\\* \\<d> | 1 |\n| Sum | 1 |\n"
    )


def test_markdown_has_places_in_a_column():
    found = listings_markdown([listing(("A", 1))], "en", explain=True).decode().splitlines()

    assert found[2] == "| Name | Count | Source |"
    assert found[4].startswith("| A | 1 | meetings/kart/2021/2021-01-10.md:9; ")


@pytest.mark.parametrize("key", ["", "name"])
def test_a_column_for_one_kind_of_reader_is_not_told_to_the_other(key):
    one = Listing("kart", "Kart", (Column(key, "" if key else "Name"),), (Row((Cell("d", "w"),)),))

    assert ("d" in listings_csv([one], explain=False).decode().splitlines()[1]) is bool(key)
    assert ("name" in json.loads(listings_json([one], "x"))["rows"][0]) is bool(key)
