"""Weekdays beside dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.weekdays import read_weekdays

MARCH = (15, 3, 2017)


def read(text):
    return [
        (text[day.start : day.end], (day.day, day.month, day.year)) for day in read_weekdays(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "onsdag 15. mars 2017",
        "onsdag den 15. mars 2017",
        "onsdag, 15. mars 2017",
        "onsdag 15.mars 2017",
        "onsdag 15 mars 2017",
        "onsdag\N{NO-BREAK SPACE}15.\N{NO-BREAK SPACE}mars 2017",
        "onsdag 15. mar. 2017",
        "onsdag 15.3.2017",
        "onsdag 15.03.2017",
        "onsdag 15. 3. 2017",
        "onsdag 15/3-2017",
        "onsdag 15/3 2017",
        "onsdag 2017-03-15",
        "onsdag 15.–16. mars 2017",
        "onsdag 15.-16.3.2017",
        "onsdag 15. og 16. mars 2017",
        "onsdag 15., 16. og 17. mars 2017",
        "15. mars 2017 (onsdag)",
        "den 15.3.2017 (onsdag)",
        "2017-03-15 (onsdag)",
    ],
)
def test_a_date_may_be_written_in_many_ways(text):
    assert read(f"Møte {text}.") == [("onsdag", MARCH)]


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday 15 March 2017",
        "Wednesday, 15 March, 2017",
        "Wednesday the 15th of March 2017",
        "Wednesday, March 15, 2017",
        "Wednesday March 15th 2017",
    ],
)
def test_so_in_english(text):
    assert read(f"Meeting on {text}.") == [("Wednesday", MARCH)]


@pytest.mark.parametrize(
    ("word", "weekday"),
    [
        ("måndag", 0),
        ("mandag", 0),
        ("Monday", 0),
        ("tysdag", 1),
        ("tirsdag", 1),
        ("TORSDAG", 3),
        ("laurdag", 5),
        ("lørdag", 5),
        ("Søndag", 6),
        ("sunday", 6),
    ],
)
def test_the_weekdays_of_every_language_are_known(word, weekday):
    assert [day.weekday for day in read_weekdays(f"{word} 15 mars 2017")] == [weekday]


@pytest.mark.parametrize(
    "text",
    [
        "onsdag 15. mars",
        "onsdag 15. mars kl. 10",
        "onsdag 15. mars 10.30–12",
        "onsdag 15.3.",
        "onsdag 15.3 kl. 10",
        "onsdag 15/3",
        "Wednesday 15 March",
        "Wednesday, March 15",
    ],
)
def test_the_year_may_be_left_out(text):
    assert [date for _, date in read(text)] == [(15, 3, None)]


def test_each_weekday_has_its_own_date():
    text = "onsdag 15. og torsdag 16. mars 2017, eller fredag 24.3.2017"

    assert read(text) == [
        ("onsdag", (15, 3, 2017)),
        ("torsdag", (16, 3, 2017)),
        ("fredag", (24, 3, 2017)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "onsdag",
        "onsdag i mars 2017",
        "onsdag kl. 15",
        "onsdagar 15. mars 2017",
        "ons. 15. mars 2017",
        "skal man 15. mars 2017 møte",
        "15. mars 2017, onsdag",  # what follows it may be its date
        "onsdag 15. mars 17",  # which century
        "onsdag 15.3.17",
        "onsdag 15/3-17",
        "onsdag 15. mars neste år",
        "Wednesday 15 March last year",
        "Wednesday 3/15/2017",  # the order of an American
        "onsdag og torsdag 15.–16. mars 2017",  # which is whose
        "onsdag–torsdag 15.–16. mars 2017",
        "onsdag/torsdag 15. mars 2017",
        "flytta frå onsdag til torsdag 16. mars 2017",
        "15.–16. mars 2017 (torsdag)",
        "kvar onsdag 15. mars–12. april 2017",
        "every Wednesday 15 March 2017",
        "onsdag 15. marsipan 2017",
        "askeonsdag 15. mars 2017",
        "onsdag 15. mars2017",
        "frıday 15 March 2017",
    ],
)
def test_what_is_doubtful_is_not_read(text):
    assert read(text) == []


def test_a_day_that_does_not_exist_is_read_as_it_stands():
    assert read("onsdag 31. februar 2017") == [("onsdag", (31, 2, 2017))]
    assert read("onsdag 10.30") == [("onsdag", (10, 30, None))]  # a clock time


@given(st.text(st.sampled_from("onsdag15.3/–,() 2017mars\n"), max_size=80))
def test_any_text_can_be_read(text):
    for day in read_weekdays(text):
        assert text[day.start : day.end] == "onsdag"
        assert 0 <= day.day < 100
