"""Dates in running text, and dates read from it. No clock, no time zones.

Sources: Språkrådet, «Tal, tid og dato»: *15. mars 2017*, numeric *15.3.2017*, ranges with an en
dash without spaces. English is British: *15 March 2017*.

The day is held to its month by a no-break space, since a line that ends in *15.* reads as the end
of a sentence, and a month that begins a line has lost its day. The year is not: a long run without
a break would leave holes in justified text and overflow a narrow screen.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeAlias

from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.language.lists import enumerate_words
from arsrapport.language.tables import EN_DASH, NBSP, grammar

Span: TypeAlias = tuple[date, date]
"""The first and the last day, in that order; the same for one day."""


def long_date(day: date, language: Language) -> str:
    """Return *15. mars 2017*; in English *15 March 2017*."""
    return f"{day_month(day, language)} {day.year}"


def day_month(day: date, language: Language) -> str:
    """Return *15. mars*; in English *15 March*."""
    return f"{_day(day, language)}{NBSP}{_month(day, language)}"


def month_year(day: date, language: Language) -> str:
    """Return *mars 2017*."""
    return f"{_month(day, language)} {day.year}"


def numeric_date(day: date, language: Language) -> str:
    """Return *11.4.2017*; in English, where figures are read in two orders, *11 April 2017*."""
    if language == "en":
        return long_date(day, language)
    return f"{day.day}.{day.month}.{day.year}"


def numeric_days(days: Sequence[date], language: Language) -> list[str]:
    """Return *15.3.* for each, where all are of one year; else *15.3.2017*; in English words."""
    if _years(days) > 1:
        return [numeric_date(day, language) for day in days]
    if language == "en":
        return [day_month(day, language) for day in days]
    return [f"{day.day}.{day.month}." for day in days]


def weekday(day: date, language: Language) -> str:
    """Return *onsdag*; in English *Wednesday*."""
    return grammar(language).weekdays[day.weekday()]


def date_range(first: date, last: date, language: Language) -> str:
    """Return *19.–20. april 2018*, *31. august–1. september 2017*, or one date when both are it."""
    if first.year == last.year:
        return f"{day_range(first, last, language)} {last.year}"
    dash = grammar(language).long_dash
    return f"{long_date(first, language)}{dash}{long_date(last, language)}"


def day_range(first: date, last: date, language: Language) -> str:
    """Return *19.–20. april*, without the year; with the years when they differ."""
    if first.year != last.year:
        return date_range(first, last, language)
    if first == last:
        return day_month(first, language)
    if first.month == last.month:
        return f"{_day(first, language)}{EN_DASH}{day_month(last, language)}"
    dash = grammar(language).long_dash
    return f"{day_month(first, language)}{dash}{day_month(last, language)}"


def month_list(days: Iterable[date], language: Language) -> str:
    """Return *mars, mai og november*: each month once, in order, with years if they differ."""
    months = sorted({day.replace(day=1) for day in days})
    write = month_year if _years(months) > 1 else _month
    return enumerate_words([write(month, language) for month in months], language)


def date_list(days: Iterable[date], language: Language) -> str:
    """Return *15. mars, 24. mai og 22. november 2017*: each day once, in order.

    Within one year the year stands once, last; else at every date, so that none is doubtful.
    """
    return range_list(((day, day) for day in days), language)


def range_list(spans: Iterable[Span], language: Language) -> str:
    """Return what `date_list` does, for spans: *15. mars og 19.–20. april 2018*."""
    ordered = sorted(set(spans))
    if _years([day for span in ordered for day in span]) > 1:
        return enumerate_words([date_range(*span, language) for span in ordered], language)
    words = enumerate_words([day_range(*span, language) for span in ordered], language)
    return f"{words} {ordered[0][0].year}" if ordered else ""


def read_date(text: str) -> date | None:
    """Return the date in a line such as `Frist: 15. november 2017`, in whatever language.

    Read are ISO dates, *15.11.2017*, and *15. november 2017* with the month whole or cut to three
    letters; a weekday, other words and a clock time (*kl. 12*) may stand beside it. None when there
    is no such date, or when other figures leave in doubt what is meant (two dates, a range): then
    the line is kept as words. Two figures for the year are not read, nor *15/11/2017*, which means
    another day to an American.
    """
    found = next((match for form in _FORMS if (match := form.search(text))), None)
    if found is None:
        return None
    rest = text[: found.start()] + text[found.end() :]
    if any(character.isdecimal() for character in rest):
        return None
    try:
        return date(int(found["year"]), month_number(found["month"]), int(found["day"]))
    except ValueError:
        return None


def month_number(written: str) -> int:
    """Return 3 for *mars*, *Mar*, *03*, whatever the language; 0 for a word that is no month."""
    return int(written) if written.isdecimal() else _month_numbers().get(written.casefold(), 0)


_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4})"
_CLOCK = r"(?:,?\s{1,2}(?:kl\.?|at)\s{0,2}[0-9]{1,2}(?:[.:]?[0-9]{2})?)?"
_FORMS = tuple(
    re.compile(rf"(?<!\w){form}{_CLOCK}(?!\w)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
        rf"{_DAY}\.\s?(?P<month>[0-9]{{1,2}})\.\s?{_YEAR}",
        rf"{_DAY}(?:\.|st|nd|rd|th)?\s{{0,2}}(?:of\s)?(?P<month>[^\W\d_]{{3,9}})\.?\s{{1,2}}{_YEAR}",
    )
)


@cache
def _month_numbers() -> Mapping[str, int]:
    whole = {
        name.casefold(): number
        for language in LANGUAGES
        for number, name in enumerate(grammar(language).months, start=1)
    }
    return {"sept": 9} | {name[:3]: number for name, number in whole.items()} | whole


def _day(day: date, language: Language) -> str:
    return f"{day.day}{grammar(language).day_end}"


def _month(day: date, language: Language) -> str:
    return grammar(language).months[day.month - 1]


def _years(days: Iterable[date]) -> int:
    return len({day.year for day in days})
