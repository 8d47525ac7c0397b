"""How a table is set on paper: the widths of its columns, and where it may break.

Widths are estimated in characters, so that a table is set alike on every machine and a long one
costs no more than reading it once.
"""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from msgspec import Struct

from arsrapport.document.nodes import Table
from arsrapport.document.plain import plain_text

CAPACITY: Final = {9.0: 88.0, 8.0: 99.0, 7.0: 113.0}
"""How many characters of the sans stand on a line of the page, by size in points."""

PADDING: Final = 2.5
"""What the space between two columns takes, in characters."""

LONGEST_LINE: Final = 120
"""A column wants no more than this many characters: beyond it, lines only get fewer."""

SHORT_LINE: Final = 14
"""A column that wants no more than this is not narrowed for the sake of longer ones."""

SHORT_ROW: Final = 400
"""A row whose cells hold no more than this many characters stays on one page."""

SHORT_TABLE: Final = 24
"""A table of no more than this many lines stays on one page."""

_BREAK: Final = re.compile(r"[ \t\n]|(?<=[-/])")


class Layout(Struct, frozen=True):
    """How a table is set."""

    shares: tuple[float | None, ...]
    """Of the width of the page; None for a column that is as wide as its text."""
    limits: tuple[int, ...]
    """How many characters of a word fit in each column."""
    size: float
    """Of the letters, in points."""
    kept: bool
    """Whether the table stays on one page."""
    kept_rows: tuple[bool, ...]
    """Which rows stay on one page."""


def lay_out(table: Table) -> Layout:
    """Return how a table is set.

    A small table is as wide as its text. In others the widest column takes the room that is left,
    or, when lines must break, each column gets what its longest word needs and the rest goes to
    those with the most text: the way of automatic tables in CSS 2.2, 17.5.2.2.
    """
    rows = [[plain_text(cell.children) for cell in row] for row in (table.head, *table.rows)]
    columns = list(zip(*rows, strict=True))
    wanted = [float(min(LONGEST_LINE, max(map(len, column)))) for column in columns]
    needed = [
        min(most, _longest_word(column)) for most, column in zip(wanted, columns, strict=True)
    ]
    gaps = PADDING * (len(columns) - 1)
    size = next((s for s, room in CAPACITY.items() if sum(needed) + gaps <= room), min(CAPACITY))
    room = max(CAPACITY[size] - gaps, 3.0 * len(columns))
    fits = sum(wanted) <= room
    widths = wanted if fits else _narrow(wanted, needed, room)
    limits = tuple(max(3, int(width)) for width in widths)
    lines = sum(_lines(row, limits) for row in rows)
    kept = lines <= SHORT_TABLE
    shares: tuple[float | None, ...] = tuple(round(width + PADDING, 1) for width in widths)
    if fits:
        widest = wanted.index(max(wanted))
        is_small = kept and sum(wanted) <= room / 2
        shares = tuple(1.0 if i == widest and not is_small else None for i in range(len(widths)))
    kept_rows = tuple(all(len(text) <= SHORT_ROW for text in row) for row in rows[1:])
    return Layout(shares, limits, size, kept, kept_rows)


def _narrow(wanted: list[float], needed: list[float], room: float) -> list[float]:
    """Return the widths of columns that want more than there is room for."""
    least = [most if most <= SHORT_LINE else low for most, low in zip(wanted, needed, strict=True)]
    if sum(least) > room:
        least = _cap(needed, room)
    spare = (room - sum(least)) / max(1.0, sum(wanted) - sum(least))
    return [low + (high - low) * spare for low, high in zip(least, wanted, strict=True)]


def _cap(widths: list[float], room: float) -> list[float]:
    """Return the widths with the largest cut to one size, so that all have room."""
    if sum(widths) <= room:
        return widths
    for count, width in enumerate(ordered := sorted(widths)):
        # Those before are narrower; if the rest were as wide as this one, would there be room?
        share = (room - sum(ordered[:count])) / (len(ordered) - count)
        if share <= width:
            return [min(width, share) for width in widths]
    return widths


def _longest_word(texts: Sequence[str]) -> float:
    return float(max(len(word) for text in texts for word in _BREAK.split(text)))


def _lines(row: Sequence[str], limits: Sequence[int]) -> int:
    return max(ceil(len(text) / limit) or 1 for text, limit in zip(row, limits, strict=True))
