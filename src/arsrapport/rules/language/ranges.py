"""Ranges: a hyphen where an en dash belongs, told only beside words that make it a range."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from arsrapport.language.languages import Language
from arsrapport.language.tables import EN_DASH, grammar, read_table
from arsrapport.rules.language.spoken import spoken, words_in
from arsrapport.rules.prose import Hit, Words
from arsrapport.rules.subject import Subject

_SPACE: Final = "[ \N{NO-BREAK SPACE}]"
_DASH: Final = f"{_SPACE}?-{_SPACE}?"
_BEGIN: Final = r"(?<![\w.,/:–-])"
_END: Final = r"(?![\w/–-]|[.,:]\d)"
_CENTURY: Final = 100
_MONTHS: Final = 12
_NEAR: Final = 24
"""How many characters before figures may tell that they are a number of something."""

_FIGURES: Final = re.compile(rf"\d\.?{_DASH}\d")


def hyphens_in_ranges(words: Words, _: Subject) -> Iterator[Hit]:
    """AR805: a hyphen in a range; evidence is two years, or words beside it: *s. 5-7*, *2-3 år*."""
    patterns: tuple[re.Pattern[str], ...] = ()
    if "-" in words.value:
        if not _names(words.language).isdisjoint(words_in(words.value)):
            patterns = _of_names(words.language)
        if _FIGURES.search(words.value):
            patterns += _of_figures(words.language)
    text = spoken(words) if patterns else ""
    for pattern in patterns:
        for found in pattern.finditer(text):
            first, last, start = found["first"], found["last"], found.start("first")
            if _rises(first, last) and not _is_code(text, start):
                yield _hit(words.language, text[start : found.end("last")], start, first, last)


def _hit(language: Language, written: str, start: int, first: str, last: str) -> Hit:
    is_day = language != "en" and last.endswith(".") and first.isdecimal()
    right = f"{first}{'.' if is_day else ''}{EN_DASH}{last}"  # *3-6. juni* is *3.–6. juni*
    return Hit("AR805", start, start + len(written), (("written", written), ("right", right)))


def _rises(first: str, last: str) -> bool:
    """Say whether figures rise, as those of a range do; what is not only figures may be one."""
    low, high = (_number(part) for part in (first, last))
    if low is None or high is None:
        return True
    if low >= _CENTURY * 10 and high < _CENTURY:  # *2015-17*
        return high > max(low % _CENTURY, _MONTHS)
    return low < high


def _number(figures: str) -> float | None:
    bare = re.sub(_SPACE, "", figures).replace(",", ".")
    return float(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None


def _is_code(text: str, start: int) -> bool:
    return _codes().search(text, max(0, start - _NEAR), start) is not None


# --- patterns -------------------------------------------------------------------------------


@cache
def _codes() -> re.Pattern[str]:
    words = _any(read_table("typography")["codes"]["words"])
    return re.compile(rf"\b(?:{words})\b[^\w]{{0,4}}(?:[\d-]+[^\w]{{0,2}})?$", re.IGNORECASE)


@cache
def _names(language: Language) -> frozenset[str]:
    words = (*grammar(language).months, *grammar(language).weekdays)
    return frozenset(word.lower() for word in words)


@cache
def _of_names(language: Language) -> tuple[re.Pattern[str], ...]:
    """Match *måndag-fredag*, *januar-mars*, *mai-10. september*."""
    months, days = grammar(language).months, grammar(language).weekdays
    name, month = _any((*months, *days)), _any(months)
    day = rf"\d{{1,2}}\.?(?={_SPACE}(?:{month})(?!\w))"
    return (_shape(language, r"(?<![\w–-])", name, f"{name}|{day}", r"(?![\w–-])"),)


@cache
def _of_figures(language: Language) -> tuple[re.Pattern[str], ...]:
    """Match years, and figures beside a word for what they are: pages, hours, days, numbers."""
    table = read_table("typography")["ranges"][language]
    pages, periods, many, units = (
        _any(table[key]) for key in ("pages", "periods", "many", "units")
    )
    year, small = r"(?:19|20)\d\d", r"\d{1,4}"
    number = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{1,6}}(?:[.,]\d{{1,3}})?"
    beside = rf"(?={_SPACE}?%|{_SPACE}(?:{units})(?![\w-]))"
    shapes = (
        (_BEGIN, year, year, _END),
        (rf"\b(?:{periods}){_SPACE}", year, r"\d\d", _END),
        (rf"\b(?:{pages})\.?{_SPACE}", small, small, _END),
        (rf"\b(?:{many}){_SPACE}", small, small, _END),
        (_BEGIN, number, number, beside),
        (_BEGIN, r"\d{1,2}:\d\d", r"\d{1,2}:\d\d", _END),
        *(_english() if language == "en" else _norwegian(_any(table["clock"]))),
    )
    return tuple(_shape(language, *shape) for shape in shapes)


def _norwegian(clock: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield *kl. 9-11*, *3.-6. juni*, *15.3.-17.3.2017*."""
    months = _any({*grammar("nn").months, *grammar("nb").months})
    hour, day = r"\d{1,2}(?:[.:]\d\d)?", r"\d{1,2}\.?"
    dated = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?"
    yield rf"\b(?:{clock})\.?{_SPACE}?", hour, hour, _END
    yield _BEGIN, day, day, rf"(?={_SPACE}(?:{months})(?!\w))"
    yield _BEGIN, rf"{dated}|\d{{1,2}}\.", dated, r"(?![\w–-])"


def _english() -> Iterator[tuple[str, str, str, str]]:
    """Yield *9-11 am*, *3-6 June*, *June 3-6*."""
    months = _any(grammar("en").months)
    hour, day = r"\d{1,2}(?:[.:]\d\d)?", r"\d{1,2}"
    yield _BEGIN, hour, hour, rf"(?={_SPACE}?[ap]\.?m\b)"
    yield _BEGIN, day, day, rf"(?={_SPACE}(?:{months})(?!\w))"
    yield rf"\b(?:{months}){_SPACE}", day, day, _END


def _shape(language: Language, before: str, first: str, last: str, after: str) -> re.Pattern[str]:
    flags = re.NOFLAG if language == "en" else re.IGNORECASE  # *may* is no month
    return re.compile(rf"{before}(?P<first>{first}){_DASH}(?P<last>{last}){after}", flags)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
