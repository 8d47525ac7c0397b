"""Columns of a listing, each made of what it holds, and the listing made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from arsrapport.language.catalogue import label
from arsrapport.language.dates import numeric_date
from arsrapport.language.languages import Language
from arsrapport.language.numbers import grouped
from arsrapport.model.archive import Committee, Meeting
from arsrapport.model.listing import Cell, Column, Data, Listing, Row
from arsrapport.model.report import Period
from arsrapport.source.place import Place


class Scope(Struct, frozen=True):
    """What of a committee is asked about."""

    committee: Committee
    period: Period
    day: date
    """As of which members and actions are told."""
    held: tuple[Meeting, ...]
    """All its meetings that count up to the day that is asked for, if any is."""
    planned: tuple[Meeting, ...]
    """Those of the period that are only planned."""
    is_year: bool
    """Whether it is the period of a report, and not the whole history."""
    language: Language

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Those of the period that count."""
        return tuple(meeting for meeting in self.held if self.period.holds(meeting.first))

    @property
    def name(self) -> str:
        """What the committee is called."""
        return self.committee.name(self.language)


class Made(Struct, frozen=True):
    """A column with its cells."""

    column: Column
    cells: tuple[Cell, ...]


def texts(key: str, head: str, values: Iterable[str]) -> Made:
    """Return a column of texts; "" is nothing."""
    return Made(Column(key, head), tuple(Cell(value or None, value) for value in values))


def numbers(key: str, head: str, values: Iterable[int | None], language: Language) -> Made:
    """Return a column of numbers; None is nothing."""
    cells = (Cell(n, "" if n is None else grouped(n, language)) for n in values)
    return Made(Column(key, head), tuple(cells))


def days(key: str, head: str, values: Iterable[date | None], language: Language) -> Made:
    """Return a column of days; None is nothing."""
    cells = (Cell(day, numeric_date(day, language) if day else "") for day in values)
    return Made(Column(key, head), tuple(cells))


def lists(key: str, head: str, values: Iterable[tuple[str, ...]]) -> Made:
    """Return a column with several texts in a cell."""
    return Made(Column(key, head), tuple(Cell(value, ", ".join(value)) for value in values))


def told(key: str, head: str, data: Iterable[Data], words: Iterable[str]) -> Made:
    """Return a column with other words for people than for programs."""
    cells = (Cell(value, said) for value, said in zip(data, words, strict=True))
    return Made(Column(key, head), tuple(cells))


def hidden(key: str, values: Iterable[Data]) -> Made:
    """Return a column for programs only."""
    return Made(Column(key, ""), tuple(Cell(value, "") for value in values))


def listing(  # noqa: PLR0913 - what not every listing has is given by name
    scope: Scope,
    columns: Sequence[Made],
    places: Iterable[Iterable[Place | None]],
    *,
    is_as_of: bool = False,
    about: str = "",
    total: tuple[str, ...] = (),
    notes: Iterable[str] = (),
) -> Listing:
    """Return the listing of some columns. A column for people without a word in it is left out.

    Args:
        scope: Whose it is.
        columns: All of one length.
        places: Of each row.
        is_as_of: Whether it depends on the day, which then stands over it.
        about: Which of the committee's rows they are; "" for all.
        total: The last row, by the columns as they are given.
        notes: What explains it.
    """
    heads = [i for i, made in enumerate(columns) if made.column.head]
    sums = dict(zip(heads, total, strict=True)) if total else {}
    empty = {i for i in heads if not sums.get(i) and not any(c.words for c in columns[i].cells)}
    kept = [
        Made(Column(made.column.key, ""), made.cells) if i in empty else made
        for i, made in enumerate(columns)
        if i not in empty or made.column.key
    ]
    rows = zip(*(made.cells for made in kept), strict=True)
    day = label(scope.language, "as_of", date=numeric_date(scope.day, scope.language))
    name = f"{scope.name[:1].upper()}{scope.name[1:]}"
    title = f"{name}: {about}" if about else name
    return Listing(
        committee=scope.committee.id,
        title=f"{title}, {day}" if is_as_of else title,
        columns=tuple(made.column for made in kept),
        rows=tuple(
            Row(tuple(cells), _once(each)) for cells, each in zip(rows, places, strict=True)
        ),
        total=tuple(words for i, words in sums.items() if i not in empty),
        notes=tuple(notes),
    )


def _once(places: Iterable[Place | None]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for place in places if place is not None))
