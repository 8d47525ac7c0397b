"""Dates that are meant and cannot be read: *31.2.2018*, *15/11/2017*, *12. augst 2018*, *1. mai*.

Words that are no date (*veke 49*, *hausten 2018*, *ca. 20. juni*) are words, and so is a text that
says more than a date and what people set before one.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from msgspec import Struct

from arsrapport.language.dates import month_number, read_date
from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.language.names import one_line
from arsrapport.language.spellings import slips, slips_in
from arsrapport.language.tables import grammar, read_table

_LONGEST: Final = 100

_DAY: Final = r"(?P<day>[0-9]{1,2})"
_FIGURES: Final = r"(?P<month>[0-9]{1,2})"
_WORD: Final = r"(?P<month>[^\W\d_]{3,12})"
_YEAR: Final = r"(?P<year>[0-9]{4}|['’]?[0-9]{2})"
_END: Final = r"(?:\.|st|nd|rd|th)?"
_CLOCK: Final = re.compile(r",? (?:kl\.?|at) ?[0-9]{1,2}(?:[.:]?[0-9]{2})?$", re.IGNORECASE)

_YEAR_FIRST: Final = re.compile(
    rf"(?P<year>[0-9]{{4}})[-./]{_FIGURES}[-./]{_DAY}"
    r"|(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"
)
_IN_FIGURES: Final = re.compile(rf"{_DAY}(?P<sign> ?[-./] ?){_FIGURES}(?: ?[-./] ?| ){_YEAR}")
_IN_WORDS: Final = re.compile(
    rf"{_DAY}{_END} ?(?:of )?{_WORD}\.?,? ?{_YEAR}"
    rf"|(?P<m>[^\W\d_]{{3,12}})\.? (?P<d>[0-9]{{1,2}}){_END},? (?P<y>[0-9]{{4}})",
    re.IGNORECASE,
)
_WITHOUT_YEAR: Final = re.compile(
    rf"{_DAY}{_END} ?(?:of )?(?P<month>[^\W\d_]{{3,12}}|(?<=\.)[0-9]{{1,2}}(?=\.))\.?"
    r"|(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})\.?",
    re.IGNORECASE,
)


class MistakenDate(Struct, frozen=True):
    """A date that cannot be read, with the day that it most likely means."""

    likely: date | None


def mistaken_date(text: str, language: Language, after: date) -> MistakenDate | None:
    """Find out whether a text is meant as a date that cannot be read.

    Args:
        text: What stands where a date may stand.
        language: Of the text; in English *3/4/2021* may be either of two days.
        after: The day from which on the next one is meant, for a date without a year.

    Returns:
        None for a text that can be read, or is not meant as a date.
    """
    if len(text) > _LONGEST or read_date(text) is not None:
        return None
    core = _without_words(one_line(text))
    if found := _YEAR_FIRST.fullmatch(core):
        return MistakenDate(_date(*_parts(found)))
    if found := _IN_FIGURES.fullmatch(core):
        is_doubtful = language == "en" and found["sign"].strip() != "."
        return MistakenDate(_day_first(*_parts(found), is_doubtful=is_doubtful))
    if found := _IN_WORDS.fullmatch(core):
        year, month, day = _parts(found)
        number = month_number(month) or _misspelt_month(month)
        return MistakenDate(_date(year, number, day)) if number else None
    if found := _WITHOUT_YEAR.fullmatch(core):
        return _without_year(*_parts(found)[1:], after)
    return None


def _without_words(text: str) -> str:
    """Return a text without what people set before a date, and without a clock time."""
    words = _CLOCK.sub("", text).split(" ")
    while len(words) > 1 and words[0].casefold().rstrip(",") in _before_dates():
        words = words[1:]
    return " ".join(words)


@cache
def _before_dates() -> frozenset[str]:
    weekdays = (name.casefold() for language in LANGUAGES for name in grammar(language).weekdays)
    return frozenset(read_table("dues")["before"]) | frozenset(weekdays)


def _parts(found: re.Match[str]) -> tuple[str, str, str]:
    groups = found.groupdict()
    year, month, day = (groups.get(name) or groups.get(name[0]) or "" for name in _PARTS)
    return year, month, day


_PARTS: Final = ("year", "month", "day")


# --- the day that is meant ------------------------------------------------------------------


def _day_first(year: str, month: str, day: str, *, is_doubtful: bool) -> date | None:
    usual, other = _date(year, month, day), _date(year, day, month)
    if usual is None or (is_doubtful and other is None):
        return usual or other
    return None if is_doubtful and other != usual else usual


def _without_year(month: str, day: str, after: date) -> MistakenDate | None:
    """Return the next such day; figures that make none are a number or a clock time."""
    number = month_number(month)
    years = range(after.year, min(after.year + 9, date.max.year + 1))
    days: Iterable[date | None] = (_date(str(year), number, day) for year in years)
    likely = next((found for found in days if found is not None and found >= after), None)
    is_meant = bool(number) and (likely is not None or not month.isdecimal())
    return MistakenDate(likely) if is_meant else None


def _date(year: str, month: str | int, day: str) -> date | None:
    figures = year.strip("'’")
    try:
        return date(int(figures) + (0 if len(figures) == 4 else 2000), int(month), int(day))  # noqa: PLR2004 - of two figures
    except ValueError:
        return None


def _misspelt_month(word: str) -> int:
    """Return the month that a word between figures is a slip of; 0 for another word.

    What stands around it tells more than usual: a slip in *juni* is one, too.
    """
    names = sorted({name for language in LANGUAGES for name in grammar(language).months})
    for name in names:
        limit = max(slips_in(len(name)), 1)
        if len(name) > 3 and slips(word, name, limit) <= limit:  # noqa: PLR2004 - *mai*, *May*
            return month_number(name)
    return 0
