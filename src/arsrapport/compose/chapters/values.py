"""What a chapter's expressions give: values in no language yet, and the views that hold them.

A value becomes words or blocks only in `fill`, in the language of the passage that it stands in. A
view is all that a chapter sees of the Report: its fields and nothing else, no attribute of any
Python object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.document.nodes import Block
from arsrapport.language.languages import Language

DayForm: TypeAlias = Literal["date", "day", "month"]
"""*15. mars 2017*, *15. mars*, *mars 2017*."""


class Words(Struct, frozen=True):
    """A name, a title or another text; never Markdown. `language` is its own where it has one."""

    text: str
    language: Language | None = None


class Wording(Struct, frozen=True):
    """A text that the files hold in several languages: a committee's name."""

    texts: tuple[tuple[Language, str], ...]


class Count(Struct, frozen=True):
    """A number in running text, with the noun that it counts: *fire møte*. "" for no noun."""

    number: int
    noun: str = ""


class Number(Struct, frozen=True):
    """A number that is always set in digits."""

    number: int


class Day(Struct, frozen=True):
    """A day, or the first and last of several."""

    first: date
    last: date
    form: DayForm = "date"


class Days(Struct, frozen=True):
    """Several days: their months (*mars, mai og september*) or each of them."""

    days: tuple[Day, ...]
    form: Literal["months", "dates"]


class Enumeration(Struct, frozen=True):
    """Several values, one after the other: *A, B og C*."""

    parts: tuple[InlineValue, ...]


class Target(Struct, frozen=True):
    """A reference to a name: `meeting:2017-03-15`."""

    name: str


class Nodes(Struct, frozen=True):
    """A whole table or list, built in a language."""

    kind: str
    """What it is called when it stands where it cannot: `seats`."""
    build: Callable[[Language], tuple[Block, ...]]
    weight: int = 0
    """About how many characters it prints."""


InlineValue: TypeAlias = Words | Wording | Count | Number | Day | Days | Enumeration | Target
Value: TypeAlias = InlineValue | Nodes


class View(Struct, frozen=True):
    """A thing that a chapter may ask for its fields: a meeting, an item, the report itself."""

    kind: str
    fields: Mapping[str, Thing]
    printed: Value | None = None
    """What it is when it is printed; None when it cannot be."""


class Rows(Struct, frozen=True):
    """Several things: to be counted, gone through, and some of them printed as a whole."""

    kind: str
    items: tuple[Thing, ...]
    printed: Value | None = None
    fields: Mapping[str, Thing] = {}
    """What may be said of all of them: `actions.chart`."""


class Misfit(Struct, frozen=True):
    """What came of an expression that a fault was already found in."""


Thing: TypeAlias = Value | View | Rows | Misfit | str | int | bool | None
"""All that an expression can give."""

MISFIT: Final = Misfit()

_PLAIN_KINDS: Final[dict[type, str]] = {
    str: "text",
    int: "number",
    bool: "truth",
    type(None): "nothing",
}


def kind_of(thing: Thing) -> str:
    """Return the word for a thing in a diagnostic: `meeting`, `text`, `nothing`."""
    if isinstance(thing, View | Rows | Nodes):
        return thing.kind
    return _PLAIN_KINDS.get(type(thing)) or type(thing).__name__.lower()


def printable(thing: Thing) -> Value | None:
    """Return the value that a thing is printed as; None when it cannot be printed."""
    match thing:
        case View() | Rows():
            return thing.printed
        case str():
            return Words(thing)
        case bool() | None | Misfit():
            return None
        case int():
            return Count(thing)
        case _:
            return thing


def is_true(thing: Thing) -> bool:
    """Say whether a thing counts as true in `{% if %}`: there is something of it."""
    match thing:
        case Rows(items=items) | Enumeration(parts=items) | Days(days=items):
            return bool(items)
        case Words(text=text):
            return bool(text)
        case Count(number=number) | Number(number=number):
            return bool(number)
        case Misfit():
            return False
        case str() | int() | None:
            return bool(thing)
        case _:
            return True


def plain(thing: Thing) -> Thing:
    """Return what a thing is compared as: a text in a language as the text alone."""
    match thing:
        case Words(text=text):
            return text
        case Count(number=number) | Number(number=number):
            return number
        case _:
            return thing


def is_number(thing: Thing) -> bool:
    """Say whether a thing can be more or less than another."""
    found = plain(thing)
    return isinstance(found, int) and not isinstance(found, bool)


def is_comparable(thing: Thing) -> bool:
    """Say whether a thing can be equal to another: no list, nothing with fields."""
    return not isinstance(thing, View | Rows | Nodes | Misfit)


def weight_of(value: Value) -> int:
    """Return about how many characters a value prints; it bounds what a loop can print."""
    match value:
        case Words(text=text):
            return len(text)
        case Wording(texts=texts):
            return max((len(text) for _, text in texts), default=0)
        case Enumeration(parts=parts):
            return sum(weight_of(part) for part in parts)
        case Days(days=days):
            return 20 * len(days)
        case Nodes(weight=weight):
            return weight
        case _:
            return 20


def as_day(thing: Thing) -> Day | None:
    """Return the day of a thing: a day, or something that is held on one."""
    if isinstance(thing, View):
        return as_day(thing.fields.get("date"))
    return thing if isinstance(thing, Day) else None


def day_of(first: date, last: date | None = None) -> Day:
    """Make a Day of one date or two."""
    return Day(first, last or first)


def in_form(day: Day, form: DayForm) -> Day:
    """Return a day to be printed in another form."""
    return replace(day, form=form)
