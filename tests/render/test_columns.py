"""How tables are set: widths by hand, in characters."""

from hypothesis import given
from hypothesis import strategies as st

from arsrapport.document.nodes import Cell, Table, Text
from arsrapport.render.columns import CAPACITY, PADDING, lay_out


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


def test_text_that_must_break_gets_the_room_that_short_columns_leave():
    words = "ord " * 60
    found = lay_out(table(("Tiltak", "Kva", "Frist"), ("K17-01", words, "1. mai 2017")))

    # 6 and 11 characters for the short ones; of 88, less two gaps of 2.5, 66 are left.
    assert found.shares == (6 + PADDING, 66 + PADDING, 11 + PADDING)
    assert found.limits == (6, 66, 11)


def test_two_texts_share_the_room_by_what_they_want():
    found = lay_out(table(("A", "B"), ("aa " * 20, "bb " * 40)))

    # They want 60 and 120 and need 2 each; 85.5 - 4 is shared out as 58 to 118.
    assert found.shares == (
        round(2 + 81.5 * 58 / 176 + 2.5, 1),
        round(2 + 81.5 * 118 / 176 + 2.5, 1),
    )


def test_letters_are_smaller_when_the_words_have_no_room():
    assert lay_out(table(tuple("x" * 10 for _ in range(7)))).size == 9
    assert lay_out(table(tuple("x" * 11 for _ in range(7)))).size == 8
    assert lay_out(table(tuple("x" * 12 for _ in range(7)))).size == 8
    assert lay_out(table(tuple("x" * 20 for _ in range(7)))).size == 7


def test_when_even_the_smallest_are_too_wide_the_longest_words_give_way():
    found = lay_out(table(("x" * 5, "y" * 90, "z" * 90)))

    # 113 less two gaps is 108; less 5, halved, 51.5.
    assert found.shares == (5 + PADDING, 51.5 + PADDING, 51.5 + PADDING)


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
    if all(share is not None for share in found.shares) and len(rows[0]) > 1:
        assert sum(found.shares) <= CAPACITY[found.size] + 3 * len(rows[0]) + PADDING
