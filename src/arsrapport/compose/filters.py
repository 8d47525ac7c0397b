"""The filters of a chapter: what it may ask of a value after a `|`.

Each is a function from a thing (and the filter's arguments) to a thing; MISFIT when the filter has
no sense for what it was given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from arsrapport.compose.values import (
    MISFIT,
    Count,
    DayForm,
    Days,
    Enumeration,
    Nodes,
    Number,
    Rows,
    Thing,
    View,
    Words,
    as_day,
    in_form,
    printable,
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with the number of arguments that it takes."""

    apply: Callable[..., Thing]
    arguments: int = 0


def counted(thing: Thing, noun: Thing) -> Thing:
    """`meetings | counted("møte")`: *fire møte*; of a list or a number."""
    number = length(thing)
    if not isinstance(number, int) or not isinstance(noun, str):
        return MISFIT
    return Count(number, noun)


def number(thing: Thing) -> Thing:
    """`meetings | number`: *4*, in digits whatever stands around it; of a list or a number."""
    found = length(thing)
    return Number(found) if isinstance(found, int) else MISFIT


def length(thing: Thing) -> Thing:
    """`meetings | length`: how many there are, to compare with; of a list or a number."""
    match thing:
        case Rows(items=items):
            return len(items)
        case bool():
            return MISFIT
        case int():
            return thing
        case Count(number=count) | Number(number=count):
            return count
        case _:
            return MISFIT


def first(thing: Thing) -> Thing:
    """`meetings | first`: the first of a list, nothing when it is empty."""
    if not isinstance(thing, Rows):
        return MISFIT
    return thing.items[0] if thing.items else None


def last(thing: Thing) -> Thing:
    """`meetings | last`: the last of a list, nothing when it is empty."""
    if not isinstance(thing, Rows):
        return MISFIT
    return thing.items[-1] if thing.items else None


def months(thing: Thing) -> Thing:
    """`meetings | months`: *mars, mai, september og november*."""
    return _days(thing, "months")


def dates(thing: Thing) -> Thing:
    """`meetings | dates`: *15. mars, 24. mai og 20. september 2017*."""
    return _days(thing, "dates")


def enumerate_things(thing: Thing) -> Thing:
    """`working_groups | list`: *A, B og C*."""
    if not isinstance(thing, Rows):
        return MISFIT
    parts = []
    for item in thing.items:
        value = printable(item)
        if value is None or isinstance(value, Nodes):
            return MISFIT
        parts.append(value)
    return Enumeration(tuple(parts))


def where(thing: Thing, key: Thing, wanted: Thing) -> Thing:
    """`items | where("kind", "decision")`: those of a list whose field is just that."""
    if not isinstance(thing, Rows) or not isinstance(key, str):
        return MISFIT
    kept = []
    for item in thing.items:
        if not isinstance(item, View) or key not in item.fields:
            return MISFIT
        if plain(item.fields[key]) == plain(wanted):
            kept.append(item)
    return Rows(thing.kind, tuple(kept))


def plain(thing: Thing) -> Thing:
    """Return what a thing is compared as: a text in a language as the text alone."""
    match thing:
        case Words(text=text):
            return text
        case Count(number=count) | Number(number=count):
            return count
        case _:
            return thing


def _as(form: DayForm) -> Callable[[Thing], Thing]:
    def apply(thing: Thing) -> Thing:
        day = as_day(thing)
        return MISFIT if day is None else in_form(day, form)

    return apply


def _days(thing: Thing, form: str) -> Thing:
    things = thing.items if isinstance(thing, Rows) else (thing,)
    days = tuple(day for day in map(as_day, things) if day is not None)
    if len(days) != len(things):
        return MISFIT
    return Days(days, "months" if form == "months" else "dates")


FILTERS: Final[dict[str, Filter]] = {
    "count": Filter(length),
    "counted": Filter(counted, 1),
    "date": Filter(_as("date")),
    "dates": Filter(dates),
    "day": Filter(_as("day")),
    "first": Filter(first),
    "last": Filter(last),
    "length": Filter(length),
    "list": Filter(enumerate_things),
    "month": Filter(_as("month")),
    "months": Filter(months),
    "number": Filter(number),
    "where": Filter(where, 2),
}

