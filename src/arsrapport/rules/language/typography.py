"""Typography: abbreviations, dates, ranges and signs as Språkrådet has them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from arsrapport.language.tables import grammar, read_table
from arsrapport.rules.language.ranges import hyphens_in_ranges
from arsrapport.rules.language.spoken import spoken, words_in
from arsrapport.rules.prose import Hit, Words
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Subject

_NORWEGIAN: Final = frozenset({"nn", "nb"})
_SPACE: Final = "[ \N{NO-BREAK SPACE}]"
_NEAR: Final = 40
"""How many characters before figures may tell that they are no date."""
_TWO_FIGURES: Final = 99
_LEAP: Final = 2000
"""To this years of two figures are added; a day and a month alone are of a leap year."""


def abbreviations(words: Words, _: Subject) -> Iterator[Hit]:
    """AR803: an abbreviation is not written as in Språkrådet's list: *jfr.*, *bl. a.*, *kl 9*."""
    if words.language not in _NORWEGIAN or _traces().isdisjoint(words_in(words.value)):
        return
    text = spoken(words)
    for found in _abbreviated().finditer(text):
        written, kind = found[0], found.lastgroup or ""
        if not found[kind][1:].islower():
            continue  # *JF*, *DVS*: names
        right = _right(found, kind)
        if written[0].isupper():
            right = right[0].upper() + right[1:]
        yield _hit("AR803", found.start(), written, right)


def slash_dates(words: Words, _: Subject) -> Iterator[Hit]:
    """AR804: a date with a slash: *15/11-17*, or *15/11* beside a word that says it is a date."""
    if words.language not in _NORWEGIAN or not _SLASH.search(words.value):
        return
    text = spoken(words)
    for found in _slashed().finditer(text):
        day, month, year = found["day"], found["month"], found["year"] or ""
        is_marked = found["mark"] is not None
        is_sure = is_marked or (year and (found["by"] != "/" or len(year) == len("2017")))
        if not is_sure or not _is_date(day, month, year):
            continue
        start = found.start("day")
        if is_marked or not _numbers().search(text, max(0, start - _NEAR), start):
            yield _hit("AR804", start, text[start : found.end()], f"{day}.{month}.{year}")


def percent_signs(words: Words, _: Subject) -> Iterator[Hit]:
    """AR806: no space between a number and the sign for per cent: *8%*; English has none."""
    if words.language in _NORWEGIAN and "%" in words.value:
        for found in _PERCENT.finditer(spoken(words)):
            yield _hit("AR806", found.start(), found[0], f"{found[1]} %")


def _hit(code: str, start: int, written: str, right: str) -> Hit:
    return Hit(code, start, start + len(written), (("written", written), ("right", right)))


# --- patterns -------------------------------------------------------------------------------

_SLASH: Final = re.compile(r"\d/\d")
_PERCENT: Final = re.compile(r"(?<![\w.,])(\d[\d.,]*)%(?![\w-])")


@cache
def _traces() -> frozenset[str]:
    return frozenset(read_table("typography")["traces"])


@cache
def _abbreviated() -> re.Pattern[str]:
    table = read_table("typography")
    # The longest first: *m. a. o.* before what it begins with.
    wrong = sorted(table["abbreviations"].values(), key=len, reverse=True)
    spaced = "|".join(f"(?P<right{index}>{one})" for index, one in enumerate(wrong))
    spaced = spaced.replace(" ", _SPACE)
    stopped, bare = (_any(table["numbered"][key]) for key in ("stopped", "bare"))
    numbered = rf"(?P<stopped>{stopped})(?:\.|{_SPACE})?\d+|(?P<bare>{bare})\.{_SPACE}?\d+"
    return re.compile(rf"(?<![\w.-])(?:(?:{spaced})(?![\w-])|{numbered})", re.IGNORECASE)


def _right(found: re.Match[str], kind: str) -> str:
    number = found[0][len(found[kind]) :].lstrip(". \N{NO-BREAK SPACE}")
    if kind == "stopped":
        return f"{found[kind]}. {number}"
    if kind == "bare":
        return f"{found[kind]} {number}"
    return _rights()[int(kind.removeprefix("right"))]


@cache
def _rights() -> tuple[str, ...]:
    table = read_table("typography")["abbreviations"]
    return tuple(sorted(table, key=lambda right: len(table[right]), reverse=True))


@cache
def _slashed() -> re.Pattern[str]:
    weekdays = [*grammar("nn").weekdays, *grammar("nb").weekdays]
    marks = _any([*read_table("typography")["dates"]["marks"], *weekdays])
    return re.compile(
        rf"(?:\b(?P<mark>{marks})(?::|{_SPACE}er)?{_SPACE}(?:den{_SPACE})?)?"
        r"(?<![\w/.,–-])(?P<day>\d{1,2})/(?P<month>\d{1,2})"
        rf"(?:(?P<by>/|-|{_SPACE})(?P<year>(?:19|20)\d\d|(?<!{_SPACE})\d\d))?"
        r"(?![\w/]|-\w)",
        re.IGNORECASE,
    )


@cache
def _numbers() -> re.Pattern[str]:
    words = _any(read_table("typography")["dates"]["numbers"])
    # More figures may stand between: *sak 15/11-17, 16/11-17 og 17/11-17*.
    return re.compile(rf"\b(?:{words})\W{{1,3}}(?:[\d/-]++[, ]*+(?:og )?+)*+$", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _is_date(day: str, month: str, year: str) -> bool:
    number = int(year or 0)
    try:
        date(number if number > _TWO_FIGURES else _LEAP + number, int(month), int(day))
    except ValueError:
        return False
    return True


PROSE: Final[tuple[ProseRule, ...]] = (
    abbreviations,
    slash_dates,
    hyphens_in_ranges,
    percent_signs,
)
