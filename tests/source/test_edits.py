"""Edits: what is told in the text as it is read, done to the bytes as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.parse.text import read_text
from arsrapport.source.edits import Edit, apply, compatible
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree

MARK = "\ufeff"


def edit(start, end, text):
    return Edit(Place("a.md", *start, *end), text)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("ein\nto\ntre\n", "ein\nTO\ntre\n", id="LF"),
        pytest.param("ein\r\nto\r\ntre\r\n", "ein\r\nTO\r\ntre\r\n", id="CRLF"),
        pytest.param("ein\rto\r\ntre\n", "ein\rTO\r\ntre\n", id="each line its own"),
        pytest.param(f"{MARK}ein\nto", f"{MARK}ein\nTO", id="a mark, and no end"),
    ],
)
def test_a_word_is_replaced_and_every_other_byte_stays(data, expected):
    made = apply([edit((2, 1), (2, 3), "TO")], data.encode())

    assert made.decode() == expected


def test_columns_count_characters_and_not_bytes():
    made = apply([edit((1, 4), (1, 5), "o")], f"{MARK}åø𝄞x\n".encode())

    assert made.decode() == f"{MARK}åø𝄞o\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("a\nb\n", "a\nny\n\nb\n", id="LF"),
        pytest.param("a\r\nb\r\n", "a\r\nny\r\n\r\nb\r\n", id="CRLF"),
        pytest.param("a\nb\r\nc", "a\nny\r\n\r\nb\r\nc", id="as the line that it comes before"),
        pytest.param("a\rb", "a\rny\r\rb", id="as the one above, where that line has no end"),
        pytest.param("a\n", "a\nny\n\n", id="at the end"),
    ],
)
def test_a_new_line_ends_as_the_lines_around_it(data, expected):
    assert apply([edit((2, 1), (2, 1), "ny\n\n")], data.encode()).decode() == expected


def test_a_new_line_in_a_file_without_any_ends_in_lf():
    assert apply([edit((1, 2), (1, 2), "\nb\n")], b"a") == b"a\nb\n"


def test_lines_that_are_replaced_keep_their_ends():
    made = apply([edit((1, 2), (3, 2), '"b\nc\nd"')], b"abb\rccc\r\nddd\n")

    assert made == b'a"b\rc\r\nd"dd\n'


def test_several_edits_are_made_wherever_they_come_in_the_list():
    made = apply(
        [edit((2, 1), (2, 2), "B"), edit((1, 1), (1, 2), "A"), edit((1, 3), (1, 3), "!")],
        b"ab\nba\n",
    )

    assert made == b"Ab!\nBa\n"


def test_of_edits_that_overlap_the_first_is_made():
    first, second = edit((1, 1), (1, 4), "x"), edit((1, 3), (1, 5), "y")
    third = edit((1, 4), (1, 5), "z")

    assert compatible([second, third, first]) == (first, third)
    assert apply([second, third, first], b"abcdef") == b"xzef"


def test_what_is_put_in_at_one_place_comes_in_the_order_given_and_each_but_once():
    here = (1, 2), (1, 2)

    made = apply([edit(*here, "2"), edit(*here, "1"), edit(*here, "2")], b"ab")

    assert made == b"a21b"


def test_what_is_put_in_at_the_edge_of_another_edit_overlaps_nothing():
    made = apply(
        [edit((1, 2), (1, 3), "B"), edit((1, 2), (1, 2), "<"), edit((1, 3), (1, 3), ">")], b"abc"
    )

    assert made == b"a<B>c"


def test_a_byte_order_mark_is_taken_away_and_nothing_else():
    taken = Edit(Place("a.md"), what="mark")

    assert apply([taken], f"{MARK}{MARK}a\r\n".encode()).decode() == f"{MARK}a\r\n"
    assert apply([taken], b"a\r") == b"a\r"


def test_all_line_ends_are_made_alike_those_of_new_lines_too():
    alike = Edit(Place("a.md"), "\r\n", "line-ends")

    assert apply([alike], b"a\rb\nc\r\n\r\n") == b"a\r\nb\r\nc\r\n\r\n"
    assert apply([alike, edit((1, 2), (1, 2), "\nx")], b"a\rb\n") == b"a\r\nx\r\nb\r\n"


def test_two_lines_that_come_together_stay_two():
    """A lone CR and an LF beside each other would be one line end."""
    assert apply([edit((2, 1), (2, 2), "")], b"a\rx\nb") == b"a\r\n\nb"
    assert apply([edit((1, 2), (2, 2), "\n")], b"a\rx\nb") == b"a\r\n\nb"


def test_no_edit_changes_nothing():
    data = f"{MARK}a\rb\r\n\x0b\u2028".encode()

    assert apply([], data) == data


LINES = st.lists(
    st.tuples(st.text("abåø𝄞 \x0b\u2028", max_size=4), st.sampled_from(["\n", "\r\n", "\r"])),
    max_size=6,
)


@given(LINES, st.text("xy", max_size=2), st.booleans(), st.data())
def test_whatever_the_bytes_an_edit_changes_what_is_read_just_so(lines, last, has_mark, data):
    text = "".join(f"{line}{end}" for line, end in lines) + last
    written = f"{MARK if has_mark else ''}{text}".encode()
    read, _ = read_text(MemoryTree({"a.md": written}), "a.md")
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(read))] * 2)))
    new = data.draw(st.text("NY\n", max_size=4))

    def at(index):
        return read.count("\n", 0, index) + 1, index - read.rfind("\n", 0, index)

    made = apply([edit(at(begin), at(end), new)], written)

    expected = read[:begin] + new + read[end:]
    assert read_text(MemoryTree({"a.md": made}), "a.md")[0] == expected
    assert made.startswith(MARK.encode()) == has_mark
