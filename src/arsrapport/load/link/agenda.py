"""The numbers of an agenda's items, and which of them only head others."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.names import number_key
from arsrapport.model.files.meeting import AgendaItem
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions

NO_NUMBER: Final = "none"

_SERIES: Final = re.compile(r"(?P<before>.*?)(?P<count>[0-9]{1,9})(?P<after>/[0-9]{1,9})")
_LEADING: Final = re.compile(r"(?P<count>[0-9]{1,9})(?![0-9])")


class Entry(Struct, frozen=True):
    """An item as the agenda names it."""

    number: str
    """As written or counted; "" for an item without one."""
    title: str
    public_title: str
    """What a withheld item is called in public; "" otherwise."""
    is_heading: bool
    """Whether it only heads its sub-items (4 with 4.1)."""
    place: Place
    """Of its title."""


class _Series(Struct, frozen=True):
    """How the next number is written: *5* after *4*, *4a* and *4.2*; *2/22* after *1/22*."""

    count: int = 0
    width: int = 1
    before: str = ""
    after: str = ""

    @property
    def following(self) -> str:
        return f"{self.before}{str(self.count + 1).zfill(self.width)}{self.after}"


def number_items(written: Sequence[str | None]) -> tuple[str, ...]:
    """Return the number of each item.

    Numbers run from 1. Where none is written it is the one before plus one: 5 after 4, 4a and 4.2,
    and 2/22 after 1/22. `none` is for an item without a number, and takes none.
    """
    numbers: list[str] = []
    series = _Series()
    for number in written:
        if number is not None and number_key(number) == NO_NUMBER:
            numbers.append("")
            continue
        numbers.append(" ".join(number.split()) if number is not None else series.following)
        series = _read_series(numbers[-1]) or series
    return tuple(numbers)


def _read_series(number: str) -> _Series | None:
    """Return the series that a number stands in; None when it has no count to go on from."""
    if match := _SERIES.fullmatch(number):
        count = match["count"]
        return _Series(int(count), len(count), match["before"], match["after"])
    if match := _LEADING.match(number):
        return _Series(int(match["count"]), len(match["count"]))
    return None


def read_agenda(
    items: Sequence[AgendaItem], positions: Positions
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Number the items of an agenda, and report numbers that two of them have (AR406)."""
    numbers = number_items([item.number for item in items])
    headings = {key.rpartition(".")[0] for key in map(number_key, numbers) if key[-1:] != "."}
    entries, diagnostics = [], []
    seen: set[str] = set()
    for index, (item, number) in enumerate(zip(items, numbers, strict=True)):
        key = number_key(number)
        if key and key in seen:
            place = positions.closest(("agenda", index, "number"))
            diagnostics.append(fault("AR406", place, number=number))
        seen.add(key)
        entries.append(
            Entry(
                number=number,
                title=item.title,
                public_title=(item.withheld.title or "") if item.withheld else "",
                is_heading=bool(key) and key in headings,
                place=positions.closest(("agenda", index, "title")),
            )
        )
    return tuple(entries), tuple(diagnostics)
