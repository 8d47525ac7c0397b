"""How far a word is from one that is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.spellings import meant_word, slips, slips_in


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("frist", "frist", 0),
        ("FRIST", "frist", 0),
        ("fris", "frist", 1),
        ("friste", "frist", 1),
        ("frisk", "frist", 1),
        ("frits", "frist", 1),
        ("fritsk", "frist", 2),
        ("ansvr", "ansvar", 1),
        ("tiltal", "tiltak", 1),
        ("tiltale", "tiltak", 2),
        ("", "frist", 5),
        ("abc", "cab", 2),
    ],
)
def test_slips_are_letters_too_many_too_few_other_or_swapped(word, known, expected):
    assert slips(word, known, 9) == expected


def test_beyond_the_limit_nothing_is_counted():
    assert slips("abcdef", "uvwxyz", 2) == 3
    assert slips("x" * 1_000_000, "x" * 999_999, 2) == 3


@given(st.text(max_size=12), st.text(max_size=12))
def test_there_are_as_many_slips_in_either_direction(one, other):
    assert slips(one, other, 12) == slips(other, one, 12)
    assert (slips(one, other, 12) == 0) is (one.casefold() == other.casefold())


@pytest.mark.parametrize(("length", "expected"), [(0, 0), (4, 0), (5, 1), (8, 1), (9, 2), (30, 2)])
def test_the_longer_a_word_the_more_slips_leave_no_doubt(length, expected):
    assert slips_in(length) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ansvr", "ansvar"), ("ansvar", ""), ("anvarlegg", "ansvarleg"), ("du", ""), ("xyz", "")],
)
def test_the_nearest_known_word_is_meant(word, expected):
    assert meant_word(word, ["ansvar", "ansvarleg", "due"]) == expected
