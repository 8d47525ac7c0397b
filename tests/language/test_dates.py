from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from arsrapport.language.dates import (
    date_list,
    date_range,
    day_month,
    day_range,
    long_date,
    month_list,
    month_year,
    numeric_date,
    numeric_days,
    range_list,
    read_date,
    weekday,
)
from arsrapport.language.languages import LANGUAGES

NBSP = "\N{NO-BREAK SPACE}"
LOCALES = {"nn": "nn_NO", "nb": "nb_NO", "en": "en_GB"}

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
languages = st.sampled_from(LANGUAGES)


def plain(text):
    return text.replace(NBSP, " ")


# --- one day --------------------------------------------------------------------------------


def test_a_day_is_held_to_its_month():
    assert f"15.{NBSP}mars 2017" == long_date(date(2017, 3, 15), "nn")
    assert f"15{NBSP}March 2017" == long_date(date(2017, 3, 15), "en")
    assert f"1.{NBSP}mai" == day_month(date(2017, 5, 1), "nb")


def test_days_of_one_year_leave_it_out():
    days = [date(2017, 3, 15), date(2017, 11, 22)]

    assert numeric_days(days, "nn") == ["15.3.", "22.11."]
    assert numeric_days(days, "en") == [f"15{NBSP}March", f"22{NBSP}November"]
    assert numeric_days([*days, date(2018, 1, 2)], "nb") == ["15.3.2017", "22.11.2017", "2.1.2018"]
    assert numeric_days([], "nb") == []


def test_a_month_has_no_capital_in_norwegian():
    assert month_year(date(2017, 3, 15), "nn") == "mars 2017"
    assert month_year(date(2017, 3, 15), "en") == "March 2017"


def test_figures_have_no_zero_in_front_and_no_place_in_english():
    assert numeric_date(date(2017, 4, 11), "nn") == "11.4.2017"
    assert numeric_date(date(2017, 12, 1), "nb") == "1.12.2017"
    assert plain(numeric_date(date(2017, 4, 11), "en")) == "11 April 2017"


def test_weekdays_differ_between_the_languages():
    week = [date(2017, 3, 13) + timedelta(n) for n in range(7)]

    nynorsk = "måndag tysdag onsdag torsdag fredag laurdag søndag"
    bokmaal = "mandag tirsdag onsdag torsdag fredag lørdag søndag"
    assert nynorsk.split() == [weekday(day, "nn") for day in week]
    assert bokmaal.split() == [weekday(day, "nb") for day in week]
    assert weekday(date(2017, 3, 15), "en") == "Wednesday"


@given(days, languages)
def test_long_dates_and_weekdays_are_those_of_babel(day, language):
    locale = LOCALES[language]

    assert format_date(day, "long", locale) == plain(long_date(day, language))
    assert format_date(day, "EEEE", locale) == weekday(day, language)


# --- several days ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "nynorsk", "english"),
    [
        (date(2018, 4, 19), date(2018, 4, 19), "19. april 2018", "19 April 2018"),
        (date(2018, 4, 19), date(2018, 4, 20), "19.–20. april 2018", "19–20 April 2018"),
        (
            date(2017, 8, 31),
            date(2017, 9, 1),
            "31. august–1. september 2017",
            "31 August – 1 September 2017",
        ),
        (
            date(2017, 12, 31),
            date(2018, 1, 1),
            "31. desember 2017–1. januar 2018",
            "31 December 2017 – 1 January 2018",
        ),
    ],
)
def test_a_range_says_nothing_twice(first, last, nynorsk, english):
    assert nynorsk == plain(date_range(first, last, "nn"))
    assert nynorsk == plain(date_range(first, last, "nb"))
    assert english == plain(date_range(first, last, "en"))


def test_no_line_begins_with_the_dash_of_a_range():
    assert f"31{NBSP}August{NBSP}– 1{NBSP}September" == day_range(
        date(2017, 8, 31), date(2017, 9, 1), "en"
    )


def test_a_range_without_the_year_keeps_years_that_differ():
    assert plain(day_range(date(2018, 4, 19), date(2018, 4, 20), "nn")) == "19.–20. april"
    assert plain(day_range(date(2018, 4, 19), date(2018, 4, 19), "nn")) == "19. april"
    assert (
        plain(day_range(date(2017, 12, 31), date(2018, 1, 1), "nn"))
        == "31. desember 2017–1. januar 2018"
    )


@given(days, st.integers(0, 800), languages)
def test_a_range_ends_with_its_last_day_and_holds_the_parts_of_its_first(first, length, language):
    last = first + timedelta(length)

    words = date_range(first, last, language)

    assert words.endswith(long_date(last, language))
    assert (first == last) == ("–" not in words)
    assert str(first.day) in words
    assert month_year(first, language).split()[0] in words
    assert str(first.year) in words


FOUR = [date(2017, 3, 15), date(2017, 5, 24), date(2017, 9, 20), date(2017, 11, 22)]


def test_months_are_listed_once_and_in_order():
    assert month_list(FOUR, "nn") == "mars, mai, september og november"
    assert month_list(FOUR, "en") == "March, May, September and November"
    assert month_list([FOUR[1], date(2017, 3, 1), FOUR[0]], "nb") == "mars og mai"
    assert month_list([], "nn") == ""


def test_months_of_several_years_have_their_years():
    assert month_list([date(2018, 3, 1), FOUR[3]], "nn") == "november 2017 og mars 2018"
    assert month_list([FOUR[0], date(2018, 3, 1)], "nn") == "mars 2017 og mars 2018"


def test_dates_of_one_year_share_the_year():
    expected = "15. mars, 24. mai, 20. september og 22. november 2017"

    assert expected == plain(date_list(reversed(FOUR), "nn"))
    assert plain(date_list(FOUR[:2], "en")) == "15 March and 24 May 2017"
    assert plain(date_list([FOUR[0], FOUR[0]], "nb")) == "15. mars 2017"
    assert date_list([], "nn") == ""


def test_dates_of_several_years_have_a_year_each():
    days = [date(2018, 1, 17), FOUR[3], FOUR[2]]

    expected = "20. september 2017, 22. november 2017 og 17. januar 2018"
    assert expected == plain(date_list(days, "nn"))


def test_ranges_are_listed_as_dates_are():
    spans = [(date(2018, 11, 27), date(2018, 11, 27)), (date(2018, 4, 19), date(2018, 4, 20))]

    assert plain(range_list(spans, "nn")) == "19.–20. april og 27. november 2018"


@given(st.lists(days, max_size=6), languages)
def test_lists_do_not_depend_on_the_order_they_are_given_in(several, language):
    assert date_list(several, language) == date_list(several[::-1], language)
    assert month_list(several, language) == month_list(several[::-1], language)


# --- reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Frist: 15. november 2017",
        "Due: 15 November 2017",
        "Frist: innan onsdag 15. november 2017",
        "Frist: 15.november 2017",
        "Frist: 15. November 2017.",
        "frist 15. nov. 2017",
        "15th of November 2017",
        "15.11.2017",
        "15. 11. 2017",
        "2017-11-15",
        f"15.{NBSP}november{NBSP}2017",
        "(15. november 2017)",
        "15. november 2017 kl. 12",
        "15.11.2017, kl. 09.00",
        "15 November 2017 at 12:00",
    ],
)
def test_a_date_is_read_in_any_usual_form(text):
    assert date(2017, 11, 15) == read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "løpande",
        "neste møte",
        "hausten 2017",
        "november 2017",
        "15. november",
        "15.11.17",
        "15/11/2017",
        "31. februar 2017",
        "15. hundar 2017",
        "2017-13-01",
        "0000-01-01",
        "1.–15. november 2017",
        "15. og 16. november 2017",
        "15. november 2017 eller 1. mars 2018",
        "2017-11-15/2017-11-16",
        "115.11.2017",
        "15.11.20171",
        "2017-11-15T10:00",
        "K15.11.2017",
        "15.11.2017b",
        "15. november ٢٠١٧",
    ],
)
def test_what_is_no_single_day_is_left_as_words(text):
    assert None is read_date(text)


@given(st.dates(date(1000, 1, 1)), languages)
@example(date(2017, 5, 1), "en")
def test_every_form_that_is_written_is_read(day, language):
    assert day == read_date(f"Frist: {long_date(day, language)}")
    assert day == read_date(numeric_date(day, language))
    assert day == read_date(day.isoformat())


@given(st.text())
def test_any_text_can_be_asked_for_a_date(text):
    assert read_date(text) is None or isinstance(read_date(text), date)


def test_a_very_long_line_is_no_trouble():
    assert None is read_date("15. november " * 200_000)
    assert None is read_date("1" * 2_000_000)
