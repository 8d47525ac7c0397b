"""The filters of a chapter: what it may ask of a value after a `|`.

Each is a function from a thing (and the filter's arguments) to a thing; MISFIT when the filter has
no sense for what it was given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from arsrapport.compose.chapters.values import (
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
    as_day,
    in_form,
    is_comparable,
    plain,
    printable,
)


class Filter(Struct, frozen=True):
    """A filter with the number of arguments that it takes."""

    apply: Callable[..., Thing]
    arguments: int = 0


def counted(thing: Thing, noun: Thing) -> Thing:
    """Give how many there are with a noun, *fire møte*; of a list or a number."""
    number = length(thing)
    if not isinstance(number, int) or not isinstance(noun, str):
        return MISFIT
    return Count(number, noun)


def number(thing: Thing) -> Thing:
    """Give *4* for `meetings | number`, in figures whatever stands beside it."""
    found = length(thing)
    return Number(found) if isinstance(found, int) else MISFIT


def length(thing: Thing) -> Thing:
    """Give a number to compare with: `meetings | length > 1`; of a list or a number."""
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
    """Give the first of a list, nothing when it is empty."""
    if not isinstance(thing, Rows):
        return MISFIT
    return thing.items[0] if thing.items else None


def last(thing: Thing) -> Thing:
    """Give the last of a list, nothing when it is empty."""
    if not isinstance(thing, Rows):
        return MISFIT
    return thing.items[-1] if thing.items else None


def months(thing: Thing) -> Thing:
    """Give *mars, mai og november* for `meetings | months`."""
    return _days(thing, "months")


def dates(thing: Thing) -> Thing:
    """Give *15. mars, 24. mai og 20. september 2017* for `meetings | dates`."""
    return _days(thing, "dates")


def enumerate_things(thing: Thing) -> Thing:
    """Give *A, B og C* for `working_groups | list`."""
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
    """Give those of a list whose field has just that value."""
    if not isinstance(thing, Rows) or not isinstance(key, str) or not is_comparable(wanted):
        return MISFIT
    kept = []
    for item in thing.items:
        found = item.fields.get(key, MISFIT) if isinstance(item, View) else MISFIT
        if not is_comparable(found):
            return MISFIT
        if plain(found) == plain(wanted):
            kept.append(item)
    return Rows(thing.kind, tuple(kept))


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
