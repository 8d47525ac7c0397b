"""Excerpts: the line of a finding, and where the mark stands under it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.reporting.excerpt import excerpt, lines_of
from arsrapport.source.place import Place

PATH = "meetings/kart/2021/2021-03-10.md"


def marked(text, *place):
    """Return the line as it is shown, and the mark under it, or None."""
    found = excerpt(text.split("\n"), Place(PATH, *place))
    return found and (found.line, " " * found.before + "^" * found.width)


def test_what_is_wrong_is_marked_from_its_first_character_to_its_last():
    assert marked("a: b\npresent:\n  - Kari Ås\n", 3, 5, 3, 12) == (
        "  - Kari Ås",
        "    ^^^^^^^",
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((1, 4), "   ^^^^^^"),  # a word begins there
        ((1, 9), "        ^"),  # its last letter
        ((1, 10), "         ^"),  # a sign
        ((1, 11), "          ^"),  # a space
        ((1, 12), "           ^^"),
        ((1, 14), "             ^"),  # behind the line
        ((1, 99), "             ^"),  # far behind it
        ((1, 4, 1, 4), "   ^"),  # nothing is there, and something is missing
        ((1, 12, 1, 99), "           ^^"),
    ],
)
def test_a_place_without_an_end_is_its_word_or_one_character(place, expected):
    assert marked("år\tpapers: på\n", *place) == ("år papers: på", expected)


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first():
    text = "agenda:\n  - title: x\n    kind: y\n"

    assert marked(text, 2, 5, 3, 12) == ("  - title: x", "    ^^^^^^^^")
    assert marked(text, 2, 13, 3, 5) == ("  - title: x", "            ^")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 2)),
        ("one\n", (1, 1)),  # a path alone: the whole file
        ("one\n", (3, 1, 3, 2)),
        ("one\n", (9, 9)),
    ],
)
def test_there_is_no_excerpt_where_there_is_no_line(text, place):
    assert marked(text, *place) is None or text == ""
    assert excerpt((), Place(PATH, *place)) is None


def test_an_empty_line_is_shown_where_something_is_missing():
    assert marked("one\n\ntwo", 2, 1, 2, 1) == ("", "^")


def test_a_file_that_is_not_there_has_no_lines():
    assert lines_of({}, PATH) == ()
    assert lines_of({PATH: "a\nb"}, PATH) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        # a tab is one space, and so are its columns
        ("\t\ttitle: x", (1, 3, 1, 8), ("  title: x", "  ^^^^^")),
        # East Asian letters take two columns each
        ("日本: 語 x", (1, 5, 1, 6), ("日本: 語 x", "      ^^")),
        ("日本: ｘ", (1, 5, 1, 6), ("日本: ｘ", "      ^^")),
        # a letter and its ring are two characters in one column
        ("A\u030as sa", (1, 5, 1, 7), ("A\u030as sa", "   ^^")),
        ("A\u030as sa", (1, 2, 1, 3), ("A\u030as sa", "^")),
        # what steers a terminal, and what cannot be seen, is shown as a sign
        ("a\x1b[31mb\u202ec", (1, 7, 1, 8), ("a\ufffd[31mb\ufffdc", "      ^")),
        ("del\u00ading \u200b!", (1, 9, 1, 10), ("del\ufffding \ufffd!", "        ^")),
        ("a\u2028b\u0085c\rd", (1, 7, 1, 8), ("a\ufffdb\ufffdc\ufffdd", "      ^")),
        ("\ue000\ufffe", (1, 2, 1, 3), ("\ue000\ufffd", " ^")),
    ],
)
def test_the_mark_stands_under_its_place_whatever_is_before_it(text, place, expected):
    assert marked(text, *place) == expected


LONG = "".join(f"{number:05}" for number in range(2, 42))  # 200 characters


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((1, 1, 1, 3), (f"{LONG[:96]}…", "^^")),
        ((1, 33, 1, 34), (f"{LONG[:96]}…", " " * 32 + "^")),
        ((1, 34, 1, 35), (f"…{LONG[1:97]}…", " " * 33 + "^")),
        ((1, 101, 1, 104), (f"…{LONG[68:164]}…", " " * 33 + "^^^")),
        ((1, 199, 1, 201), (f"…{LONG[104:]}", " " * 95 + "^^")),
        ((1, 201), (f"…{LONG[104:]}", " " * 97 + "^")),
        ((1, 101, 1, 201), (f"…{LONG[68:164]}…", " " * 33 + "^" * 64)),
    ],
)
def test_of_a_long_line_the_part_around_the_place_is_shown(place, expected):
    assert marked(LONG, *place) == expected


def test_a_line_of_wide_letters_is_cut_by_columns():
    line, mark = marked("日" * 200, 1, 101, 1, 102)

    assert (line, mark) == (f"…{'日' * 48}…", " " * 33 + "^^")


def test_a_line_that_just_fits_is_whole():
    assert marked(LONG[:96], 1, 90, 1, 91) == (LONG[:96], " " * 89 + "^")


def test_a_heap_of_marks_on_one_letter_has_an_end():
    found = excerpt(["a" + "\u030a" * 1_000_000], Place(PATH, 1, 500_000, 1, 500_001))

    assert len(found.line) < 100
    assert found.width == 1


SIGNS = st.text(
    st.one_of(
        st.sampled_from("abæøå –\t日本\u030a\u0301\u202e\x1b\u00ad\u200dｘ한🎉…^|"),
        st.characters(exclude_characters="\n§語", exclude_categories=["Cs"]),
    ),
    max_size=150,
)


def on_a_terminal(line):
    """Return which character stands in which column; a combining mark stands in none of its own."""
    columns = []
    for sign in line:
        if unicodedata.category(sign) not in ("Mn", "Me"):
            columns += [sign] * (2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1)
    return columns


@given(SIGNS, st.text("§語", min_size=1, max_size=150), SIGNS)
def test_the_mark_stands_under_what_is_marked_and_nothing_else(before, wrong, after):
    place = Place(PATH, 2, len(before) + 1, 2, len(before + wrong) + 1)

    found = excerpt(["§", before + wrong + after, "§"], place)

    columns = on_a_terminal(found.line)
    assert [at for at, sign in enumerate(columns) if sign in "§語"] == [
        *range(found.before, found.before + found.width)
    ]
    assert len(columns) <= 98
    assert not [sign for sign in found.line if unicodedata.category(sign) in ("Cc", "Cf", "Zl")]


@given(SIGNS, st.integers(1, 200), st.integers(0, 3), st.integers(1, 200))
def test_there_is_a_mark_wherever_a_place_leads(line, column, end_line, end_column):
    found = excerpt([line], Place(PATH, 1, column, end_line, end_column))

    if found is None:
        assert (column, end_line) == (1, 0)
    else:
        assert found.width >= 1
        assert 0 <= found.before <= max(len(on_a_terminal(found.line)), 1) + 1
