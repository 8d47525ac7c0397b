"""Dates that are meant and cannot be read, with the day that they likely mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.dates import read_date
from arsrapport.language.mistaken_dates import mistaken_date

AFTER = date(2017, 5, 1)


def likely(text, language="nn"):
    found = mistaken_date(text, language, AFTER)
    assert found is not None
    return found.likely and found.likely.isoformat()


@pytest.mark.parametrize(
    "text", ["31.2.2018", "2018-02-31", "32. mai 2018", "0. mai 2018", "9999-99-99", "1. mai 0000"]
)
def test_a_day_that_there_is_not_means_nothing_in_particular(text):
    assert likely(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "15/11/2017",
        "15/11-2017",
        "15-11-2017",
        "15.11.17",
        "15.11 2017",
        "15/11-17",
        "15. november '17",
        "15.nov.2017",
        "2017/11/15",
        "2017.11.15",
        "20171115",
        "November 15, 2017",
        "11/15/2017",
        "15. novmber 2017",
        "15. november",
        "15th of November",
        "15.11.",
        "15/11",
        "onsdag 15.11.17 kl. 12",
        "innan onsdag 15. november",
        "no later than 15/11/2017",
    ],
)
def test_other_forms_of_a_date_mean_its_day(text):
    assert likely(text) == "2017-11-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2017-5-3", "2017-05-03"), ("15. jnui 2018", "2018-06-15"), ("12. augst 2018", "2018-08-12")],
)
def test_what_is_nearly_a_date_means_that(text, expected):
    assert likely(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. mai", "2017-05-01"),
        ("30. april", "2018-04-30"),
        ("29. februar", "2020-02-29"),
        ("1.6.", "2017-06-01"),
    ],
)
def test_a_date_without_a_year_means_the_next_such_day(text, expected):
    assert likely(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/2017", None),
        ("3-4-17", None),
        ("4/4/2017", "2017-04-04"),
        ("13/4/2017", "2017-04-13"),
        ("3.4.17", "2017-04-03"),
    ],
)
def test_in_english_two_orders_of_figures_are_in_use(text, expected):
    assert likely(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "15. november 2017",
        "2017-11-15",
        "15.11.2017 kl. 12",
        "hausten 2018",
        "veke 49",
        "3. kvartal 2018",
        "mai 2018",
        "juni 19",
        "2. møte 2018",
        "10 dagar",
        "15 mann 2018",
        "1/22",
        "31.9.",
        "9.3",
        "kl. 12",
        "sak 9.3.12",
        "ca. 20. juni",
        "3. og 4. mai",
        "15.–16. november 2017",
        "1. mai og 1. juni 2018",
        "",
        "1" * 1000,
    ],
)
def test_what_can_be_read_or_is_no_date_is_not_told(text):
    assert mistaken_date(text, "nn", AFTER) is None


@given(st.text("0123456789./- maijunofvebr", max_size=40), st.dates())
def test_no_text_stops_it_and_none_is_told_that_can_be_read(text, after):
    found = mistaken_date(text, "nb", after)

    assert found is None or read_date(text) is None
