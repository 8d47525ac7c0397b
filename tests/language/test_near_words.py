"""Words that are nearly those of the format."""

import pytest

from arsrapport.language.keywords import keyword
from arsrapport.language.near_words import (
    is_condition,
    is_keyword,
    misspelt_keyword,
    replaced_keyword,
)
from arsrapport.language.tables import read_table

LABELS = ("responsible", "due", "remark")
LEADS = ("decision", "conclusion", "action")


@pytest.mark.parametrize(
    ("word", "expected"), [("Frist", True), ("ansvarlig", True), ("Tiltak", False), ("", False)]
)
def test_a_word_is_one_of_the_format_by_its_kind(word, expected):
    assert is_keyword(word, LABELS) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ansvr", "ansvar"),
        ("Ansvr", "Ansvar"),
        ("Frits", "Frist"),
        ("frist", ""),
        ("First", ""),
        ("fris t", "frist"),
        ("du", ""),
    ],
)
def test_a_slip_is_put_right_with_its_capital(word, expected):
    assert misspelt_keyword(word, LABELS) == expected


def test_a_slip_of_another_kind_is_none():
    assert misspelt_keyword("Ansvr", LEADS) == ""


@pytest.mark.parametrize(
    ("word", "wrong", "expected"),
    [
        ("Deadline", "labels", "Due"),
        ("deadline", "leads", ""),
        ("Aksjon", "leads", "Tiltak"),
        ("sak", "labels", ""),
    ],
)
def test_a_word_that_people_write_instead_is_put_right(word, wrong, expected):
    assert replaced_keyword(word, wrong) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("føresett finansiering", True), ("If possible", True), ("Ifølgje", False), ("Bo Li", False)],
)
def test_a_condition_is_known_by_its_first_word(words, expected):
    assert is_condition(words) is expected


@pytest.mark.parametrize(("wrong", "kinds"), [("leads", LEADS), ("labels", LABELS)])
def test_every_word_to_be_replaced_is_small_not_right_itself_and_gives_a_right_one(wrong, kinds):
    right = [word for kind in kinds for word in keyword(kind)]

    for word, better in read_table("near_words")[wrong].items():
        assert word == word.casefold()
        assert word not in right
        assert better in right
