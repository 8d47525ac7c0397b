"""Values become words, in a language."""

from __future__ import annotations

from collections.abc import Iterable

from arsrapport.compose.chapters.sentences import Spot
from arsrapport.compose.chapters.values import (
    Count,
    Day,
    Days,
    Enumeration,
    InlineValue,
    Number,
    Target,
    Wording,
    Words,
)
from arsrapport.document.nodes import Inline, Reference, Span, Text
from arsrapport.language.dates import date_range, day_range, month_list, month_year, range_list
from arsrapport.language.languages import Language
from arsrapport.language.numbers import counted, grouped, numeral
from arsrapport.language.openings import capitalised
from arsrapport.language.tables import grammar
from arsrapport.source.place import Place


def words_for(
    value: InlineValue, language: Language, spot: Spot, place: Place | None
) -> tuple[Inline, ...]:
    """Return the nodes of a value; raises UnknownNounError for a count of nobody knows what."""
    match value:
        case Words(text=text, language=own) if own is not None and own != language:
            return (Span(own, (Text(text, place),)),)
        case Words(text=text):
            return (Text(text, place),)
        case Wording(texts=texts):
            name = dict(texts)[language]
            return (Text(capitalised(name) if spot.opens else name, place),)
        case Target(name=name):
            return (Reference(name, place=place),)
        case Enumeration(parts=parts):
            words = [words_for(part, language, spot, place) for part in parts]
            return tuple(_enumerated(words, language))
        case _:
            computed = _computed(value, language, spot)
            return (Text(capitalised(computed) if spot.opens else computed, place),)


def _computed(value: Count | Number | Day | Days, language: Language, spot: Spot) -> str:
    match value:
        case Count():
            return _count(value, language, spot)
        case Number(number=number):
            return grouped(number, language)
        case Day():
            return _day(value, language)
        case Days(days=days, form="months"):
            return month_list((day.first for day in days), language)
        case Days(days=days):
            return range_list(((day.first, day.last) for day in days), language)


def _count(value: Count, language: Language, spot: Spot) -> str:
    """Return *fire møte*; nothing stays *ingen*, however large the other numbers are."""
    digits = spot.digits and value.number != 0
    if value.noun:
        return counted(value.number, value.noun, language, digits=digits)
    return grouped(value.number, language) if digits else numeral(value.number, language)


def _day(value: Day, language: Language) -> str:
    match value.form:
        case "date":
            return date_range(value.first, value.last, language)
        case "day":
            return day_range(value.first, value.last, language)
        case "month":
            return month_year(value.first, language)


def _enumerated(words: list[tuple[Inline, ...]], language: Language) -> Iterable[Inline]:
    """Yield *A, B og C*, as `language.lists` writes it, each part with its own nodes."""
    last = len(words) - 1
    for index, part in enumerate(words):
        if index:
            yield Text(f" {grammar(language).conjunction} " if index == last else ", ")
        yield from part
