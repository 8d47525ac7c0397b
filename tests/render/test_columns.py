"""How tables are set: widths by hand, in letters of average breadth.

At 9 points a line holds 88 of them, and a gap between two columns takes 88/39 = 2.26.
"""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from arsrapport.document.nodes import Cell, Table, Text
from arsrapport.render.columns import CAPACITY, GAP, lay_out


def table(*rows: tuple[str, ...]) -> Table:
    head, *body = (tuple(Cell((Text(value),)) for value in row) for row in rows)
    return Table(head, tuple(body), ("left",) * len(head))


def test_a_small_table_is_as_wide_as_its_text():
    found = lay_out(table(("Teikn", "Tyding"), ("..", "manglar")))

    assert found.shares == (None, None)
    assert found.size == 9
    assert found.kept


def test_the_widest_column_takes_the_room_that_is_left():
    found = lay_out(table(("Nr.", "Organisasjon", "Plassar"), ("1", "x" * 40, "2")))

    assert found.shares == (None, 1.0, None)


def test_numbers_stay_together_and_the_words_before_them_take_the_room():
    found = lay_out(
        replace(
            table(
                ("Organisasjon", "Plassar", "Del av alle møta i heile perioden"),
                ("x" * 12, "1", "2"),
            ),
            align=("left", "right", "right"),
        )
    )

    assert found.shares == (1.0, None, None)


def test_text_that_must_break_gets_the_room_that_short_columns_leave():
    words = "ord " * 60
    found = lay_out(table(("Tiltak", "Kva", "Frist"), ("K17-01", words, "1. mai 2017")))

    # «K17-01» is 5.8 broad and «1. mai 2017» 10; of 88, less two gaps, 67.69 are left.
    assert found.shares == (8.1, 69.9, 12.3)
    assert found.limits == (6, 3, 5)


def test_two_texts_share_the_room_by_what_they_want():
    found = lay_out(table(("A", "B"), ("aa " * 20, "bb " * 40)))

    # They want 52 and 112 and have comfort with 18; 85.74 - 36 is shared out as 34 to 94.
    assert found.shares == (
        round(18 + 49.74 * 34 / 128 + 2.26, 1),
        round(18 + 49.74 * 94 / 128 + 2.26, 1),
    )


NAME = "ååååååå ååååååååå"
"""16.6 broad, its longer word 9."""


def test_letters_are_smaller_rather_than_names_on_two_lines():
    found = lay_out(table(("A",) * 8, (NAME, NAME, *("x" * 7 for _ in range(6)))))

    # 75.2 in all: more than the 72.2 of 9 points, less than the 81.2 of 8.
    assert found.size == 8
    assert None in found.shares  # no line breaks


def test_but_names_on_one_line_are_not_worth_the_smallest():
    found = lay_out(table(("A",) * 9, (NAME, NAME, NAME, *("x" * 7 for _ in range(6)))))

    # 91.8 in all, and 78.7 is there at 8 points; with the names broken it is 69, and 69.9 at 9.
    assert found.size == 9


def test_letters_are_smaller_when_the_words_have_no_room():
    assert lay_out(table(tuple("x" * 10 for _ in range(7)))).size == 9
    assert lay_out(table(tuple("x" * 11 for _ in range(7)))).size == 8
    assert lay_out(table(tuple("x" * 12 for _ in range(7)))).size == 7
    assert lay_out(table(tuple("x" * 20 for _ in range(7)))).size == 7


def test_when_even_the_smallest_are_too_wide_the_longest_words_give_way():
    found = lay_out(table(("x" * 6, "y" * 90, "z" * 90)))

    # 113 less two gaps of 2.9 is 107.2; less 6.36 (a head is bold), halved, 50.42.
    assert found.shares == (9.3, 53.3, 53.3)


def test_a_word_too_broad_for_its_column_may_be_divided_and_one_that_fits_may_not():
    heads = (*("Institusjonsplasser",) * 7, "Kommuner")
    found = lay_out(table(heads, ("45 678",) * 8))

    # Even at 7 points: 113 less seven gaps is 92.7; «Kommuner» takes 9.9 of it, and 11.8 are left
    # for each «Institusjonsplasser», which is 17.7 broad.
    assert found.size == 7
    assert found.limits == (18,) * 7 + (8,)


def test_a_long_table_may_break_but_its_short_rows_may_not():
    rows = [("Tekst",), *[("kort",)] * 30, ("lang " * 100,)]
    found = lay_out(table(*rows))

    assert not found.kept
    assert found.kept_rows == (True,) * 30 + (False,)


def test_a_long_table_is_as_wide_as_the_page():
    assert lay_out(table(("Nr.",), *[("1",)] * 30)).shares == (1.0,)


def test_an_empty_table_has_columns_too():
    found = lay_out(table(("", "")))

    assert found.shares == (None, None)
    assert found.limits == (3, 3)


@given(
    st.integers(1, 30).flatmap(
        lambda n: st.lists(st.tuples(*[st.text(max_size=200)] * n), min_size=1, max_size=5)
    )
)
def test_no_table_is_wider_than_the_page_and_no_column_has_no_room(rows):
    found = lay_out(table(*rows))

    assert len(found.shares) == len(found.limits) == len(rows[0])
    assert len(found.kept_rows) == len(rows) - 1
    assert all(share is None or share > 0 for share in found.shares)
    assert all(limit >= 3 for limit in found.limits)
    padding = CAPACITY[found.size] * GAP
    if all(share is not None for share in found.shares) and len(rows[0]) > 1:
        assert sum(found.shares) <= CAPACITY[found.size] + 3 * len(rows[0]) + padding


# --- turned ---------------------------------------------------------------------------------


def of_columns(count: int, cell: str, head: str = "A", rows: int = 1) -> Table:
    return table((head,) * count, *[(cell,) * count] * rows)


def test_a_table_is_turned_when_its_columns_cannot_all_be_read():
    # At 7 points 5 columns have 113 less four gaps, 101.4: 83 is wanted. 6 have 98.5 and want 99.6.
    assert not lay_out(of_columns(5, NAME), may_turn=True).turned
    assert lay_out(of_columns(6, NAME), may_turn=True).turned
    assert not lay_out(of_columns(6, NAME)).turned


def test_a_head_of_many_words_turns_no_table_but_words_that_would_be_divided_do():
    # 8 columns have 92.7: six letters, bold, are 6.36 broad; twelve are 12.72.
    words = lay_out(of_columns(8, "1 234", "åååååå " * 6), may_turn=True)
    word = lay_out(of_columns(8, "1 234", "å" * 12), may_turn=True)

    assert (words.turned, word.turned) == (False, True)


def test_no_table_is_turned_for_addresses():
    assert not lay_out(of_columns(1, "å" * 500), may_turn=True).turned
    assert not lay_out(of_columns(4, "å" * 500), may_turn=True).turned
    assert lay_out(of_columns(5, "å" * 500), may_turn=True).turned


def test_a_turned_table_has_more_letters_on_a_line():
    found = lay_out(of_columns(7, NAME), may_turn=True)

    # 116.2 are wanted: more than the 88 * 1.45 less six gaps, 108, of 9 points; 8 have 121.5.
    assert (found.turned, found.size) == (True, 8)
    assert None in found.shares  # no line breaks


def test_a_turned_table_stays_on_one_page_when_it_is_lower():
    # The head is one line.
    assert lay_out(of_columns(7, NAME, rows=13), may_turn=True).kept
    assert not lay_out(of_columns(7, NAME, rows=14), may_turn=True).kept
