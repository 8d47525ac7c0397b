"""Weekdays in running text, each with the date that stands beside it, in whatever language.

Read are *onsdag 15. mars 2017*, *onsdag 15.3.2017*, *onsdag 15/3-2017*, *onsdag 2017-03-15* and
*Wednesday, March 15, 2017*, with or without the year; the first day of *onsdag 15.–16. mars 2017*;
and *15. mars 2017 (onsdag)*. Short forms (*ons.*) are not: *man* and *fri* are words of their own.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from arsrapport.language.dates import month_number
from arsrapport.language.languages import LANGUAGES
from arsrapport.language.tables import grammar


class DatedWeekday(Struct, frozen=True):
    """A weekday beside a date."""

    start: int
    """Where its word begins in the text."""
    end: int
    weekday: int
    """From Monday, which is 0."""
    day: int
    month: int
    year: int | None
    """None where the text does not say."""


def read_weekdays(text: str) -> Iterator[DatedWeekday]:
    """Yield the weekdays of a text that stand beside a date, whether there is such a day or not.

    Where several weekdays share a date, or a day is one of many (*kvar onsdag*), none is read.
    """
    for word in _words().finditer(text):
        weekday = _numbers().get(word[0].casefold())
        date = _date_behind(text, word) or _date_in_front(text, word)
        month = month_number(date["month"]) if date else 0
        if weekday is not None and date and month and not _is_one_of_many(text, word):
            year = int(date["year"]) if date["year"] else None
            yield DatedWeekday(word.start(), word.end(), weekday, int(date["day"]), month, year)


def _date_behind(text: str, word: re.Match[str]) -> re.Match[str] | None:
    gap = _GAP.match(text, word.end())
    if gap is None:
        return None
    is_english = word[0].casefold() in map(str.casefold, grammar("en").weekdays)
    forms = _IN_ENGLISH if is_english else _IN_NORWEGIAN
    return next(filter(None, (form.match(text, gap.end()) for form in forms)), None)


def _date_in_front(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """Return the date that a weekday in brackets stands behind; only one with a year."""
    if text[word.start() - 1 : word.start()] != "(" or text[word.end() : word.end() + 1] != ")":
        return None
    before = text[max(0, word.start() - _LONGEST) : word.start() - 1]
    return next(filter(None, (form.search(before) for form in _IN_FRONT)), None)


def _is_one_of_many(text: str, word: re.Match[str]) -> bool:
    before = text[max(0, word.start() - _LONGEST) : word.start()]
    return _MANY.search(before) is not None or _pair().search(before) is not None


# --- the forms ------------------------------------------------------------------------------

_LONGEST: Final = 40
"""Characters in front of a weekday that are looked at; no date is longer."""

_GAP: Final = re.compile(r",?\s{1,2}(?:(?:den|the)\s)?", re.IGNORECASE)
_MANY: Final = re.compile(r"(?<!\w)(?:kvar|hver|every|each)\s$", re.IGNORECASE)

_DAY: Final = r"(?P<day>[0-9]{1,2})"
_MONTH: Final = r"(?P<month>[^\W\d_]{3,9})(?!\w)\.?"
_MONTH_IN_FIGURES: Final = r"(?P<month>[0-9]{1,2})"
_YEAR: Final = r"(?P<year>[0-9]{4})(?!\w)"
_ORDINAL: Final = r"(?:\.|st|nd|rd|th)?"
_MORE_DAYS: Final = (
    r"(?:\s?(?:[-–—,/&]|og|and|til|to)\s?(?:[^\W\d_]{3,9},?\s)?[0-9]{1,2}" + _ORDINAL + "){0,3}"
)
_NO_YEAR: Final = (  # neither 15. mars 17 nor 15. mars neste år; but 15. mars 10.30
    r"(?!,?\s?['’]?[0-9]{2}(?!\w|[.:][0-9])|\s(?:neste|next|last)\s(?:år|year)|\si\sfjor)"
)
_NO_FIGURES: Final = r"(?!\w|[-./]?\s?[0-9])"

_ISO: Final = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w-])"
_NAMED: Final = rf"{_ORDINAL}{_MORE_DAYS}\s{{0,2}}(?:of\s)?{_MONTH}"
_FIGURES: Final = rf"{_DAY}\.(?:\s?[-–]\s?[0-9]{{1,2}}\.)?\s?{_MONTH_IN_FIGURES}"


def _forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_IN_BOTH: Final = _forms(
    _ISO,
    rf"{_DAY}{_NAMED}(?:,?\s{{1,2}}{_YEAR}|{_NO_YEAR})",
    rf"{_FIGURES}(?:\.\s?{_YEAR}|\.?{_NO_FIGURES})",
)
_IN_NORWEGIAN: Final = (
    *_IN_BOTH,
    *_forms(rf"{_DAY}/{_MONTH_IN_FIGURES}(?:[-/\s]{_YEAR}|{_NO_FIGURES})"),
)
_IN_ENGLISH: Final = (
    *_IN_BOTH,
    *_forms(rf"{_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?!\w)(?:,?\s{_YEAR}|{_NO_YEAR})"),
)
_IN_FRONT: Final = _forms(
    rf"(?<![\w-]){_ISO}\s?$",
    rf"(?<![\w.–-]){_DAY}{_ORDINAL}\s{{0,2}}(?:of\s)?{_MONTH},?\s{{1,2}}{_YEAR}\s?$",
    rf"(?<![\w.–-]){_DAY}\.\s?{_MONTH_IN_FIGURES}\.\s?{_YEAR}\s?$",
)


# --- the words ------------------------------------------------------------------------------


@cache
def _numbers() -> Mapping[str, int]:
    return {
        name.casefold(): number
        for language in LANGUAGES
        for number, name in enumerate(grammar(language).weekdays)
    }


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_numbers()))})(?!\w)", re.IGNORECASE)


@cache
def _pair() -> re.Pattern[str]:
    """Return what finds a weekday in front of another: *onsdag og torsdag 15.–16. mars*."""
    names = "|".join(sorted(_numbers()))
    between = r"(?:,?\s(?:og|eller|til|and|or|to)\s|\s?[-–—/&,]\s?)"
    return re.compile(rf"(?<!\w)(?:{names}){between}$", re.IGNORECASE)
