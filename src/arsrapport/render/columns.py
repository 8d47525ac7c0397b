"""How a table is set on paper: the widths of its columns, and where it may break.

Widths are estimated in letters of average breadth, so that a table is set alike on every machine
and a long one costs no more than reading it once.
"""

import re
from collections.abc import Sequence
from math import ceil
from operator import itemgetter
from typing import Final

from msgspec import Struct

from arsrapport.document.nodes import Table
from arsrapport.document.plain import plain_text
from arsrapport.render.decimals import decimal_pads

CAPACITY: Final = {9.0: 88.0, 8.0: 99.0, 7.0: 113.0}
"""How many letters of the sans stand on a line of the page, by size in points."""

GAP: Final = 1 / 39
"""What the space between two columns takes of a line: 10 points."""

BOLD: Final = 1.06
"""How much broader the letters of the head are."""

_BREADTHS: Final = {
    **dict.fromkeys("fijlrtI.,:;'’!|()[]-/ \N{NO-BREAK SPACE}", 0.6),
    **dict.fromkeys("bdhnopquø", 1.1),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZØÅ", 1.2),
    **dict.fromkeys("mwMWæÆ%@\N{EM DASH}", 1.6),
}
"""Letters that are not of average breadth, 0.495 of their size (measured in Source Sans 3)."""

LONGEST_LINE: Final = 120
"""A column wants no more than this many letters: beyond it, lines only get fewer."""

SHORT_LINE: Final = 14
"""A column that wants no more than this is not narrowed for the sake of longer ones."""

COMFORT: Final = 18
"""A column that wants to be broader has comfort from here on: a name stays on one line."""

SHORT_ROW: Final = 400
"""A row whose cells hold no more than this many characters stays on one page."""

SHORT_TABLE: Final = 24
"""A table of no more than this many lines stays on one page."""

SMALLEST: Final = min(CAPACITY)

LONG_WORD: Final = 26
"""No table is turned for a longer word, which is an address or the like."""

TURNED: Final = 1.45
"""How many more letters stand on a line of a page on its side, with the narrowest of margins."""

SHORT_TURNED: Final = 14
"""The same of a turned one: its page is lower."""

ROUNDING: Final = 1e-6
"""A width and a breadth that differ by no more are equal."""

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
    widths: tuple[float, ...] = ()
    """What each column takes, in letters of average breadth, of the `CAPACITY` of a line."""
    turned: bool = False
    """Whether it has a page of its own that lies on its side."""
    pads: tuple[tuple[str, ...], ...] = ()
    """What stands unseen behind each cell of the rows (`render.decimals`)."""


def lay_out(table: Table, share: float = 1.0, *, may_turn: bool = False) -> Layout:
    """Return how a table is set.

    `share` is how many letters stand on a line, beside those of `CAPACITY`: with other margins, or
    with fonts that are broader. With `may_turn` a table is turned when even in the smallest letters
    its columns cannot all be read: names would stand in pieces, or words be divided.

    A small table is as wide as its text. In others the widest column of words, else of numbers,
    takes the room that is left, or, when lines must break, each column gets what its longest word
    needs and the rest goes to those with the most text: the way of automatic tables in CSS 2.2,
    17.5.2.2.
    """
    pads = decimal_pads(table)
    unseen = (("",) * len(table.head), *pads)
    rows = [
        [plain_text(cell.children) + pad for cell, pad in zip(row, behind, strict=True)]
        for row, behind in zip((table.head, *table.rows), unseen, strict=True)
    ]
    columns = list(zip(*rows, strict=True))
    words = [_words(column) for column in columns]
    wanted = [min(float(LONGEST_LINE), _broadest(column)) for column in columns]
    needed = [
        min(most, max(map(itemgetter(1), found))) for most, found in zip(wanted, words, strict=True)
    ]
    gaps = GAP * (len(columns) - 1)
    least = sum(map(_bearable, columns, needed))
    turned = may_turn and least > CAPACITY[SMALLEST] * share * (1 - gaps)
    share = share * TURNED if turned else share
    size = _size(wanted, needed, gaps, share)
    capacity = CAPACITY[size] * share
    room = max(capacity * (1 - gaps), 3.0 * len(columns))
    fits = sum(wanted) <= room
    widths = wanted if fits else _narrow(wanted, needed, room)
    limits = tuple(map(_limit, words, widths))
    lines = sum(_lines(row, widths) for row in rows)
    kept = lines <= (SHORT_TURNED if turned else SHORT_TABLE)
    padding = capacity * GAP
    shares: tuple[float | None, ...] = tuple(round(width + padding, 1) for width in widths)
    if fits:
        widest = max(
            range(len(wanted)), key=lambda i: (table.align[i] == "left", wanted[i], -i), default=0
        )
        is_small = kept and sum(wanted) <= room / 2
        shares = tuple(1.0 if i == widest and not is_small else None for i in range(len(widths)))
    kept_rows = tuple(all(len(text) <= SHORT_ROW for text in row) for row in rows[1:])
    taken = tuple(width + padding for width in widths)
    return Layout(shares, limits, size, kept, kept_rows, taken, turned, pads)


def _size(wanted: Sequence[float], needed: Sequence[float], gaps: float, share: float) -> float:
    """Return the largest letters with which all columns have comfort, if only the smallest lack it.

    Else the largest with which no word must be divided: many lines of large letters are read more
    easily than fewer lines of the smallest.
    """
    comfort = _comfort(wanted, needed)
    for least, sizes in ((comfort, [s for s in CAPACITY if s > SMALLEST]), (needed, [*CAPACITY])):
        for size in sizes:
            if sum(least) <= CAPACITY[size] * share * (1 - gaps):
                return size
    return SMALLEST


def _bearable(column: Sequence[str], needed: float) -> float:
    """Return the least width in which a column can be read; a head may have many lines."""
    widest = max(map(breadth, column[1:]), default=0.0)
    return max(min(LONG_WORD, needed), min(COMFORT, widest))


def _comfort(wanted: Sequence[float], needed: Sequence[float]) -> list[float]:
    """Return the widths with which all columns have comfort."""
    return [max(low, min(most, COMFORT)) for most, low in zip(wanted, needed, strict=True)]


def _narrow(wanted: list[float], needed: list[float], room: float) -> list[float]:
    """Return the widths of columns that want more than there is room for."""
    least = _comfort(wanted, needed)
    if sum(least) > room:
        least = [hi if hi <= SHORT_LINE else low for hi, low in zip(wanted, needed, strict=True)]
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


def breadth(text: str) -> float:
    """Return how broad a text is, in letters of average breadth."""
    return sum(_BREADTHS.get(letter, 1.0) for letter in text)


def _broadest(column: Sequence[str]) -> float:
    head, *rows = column
    return max([BOLD * breadth(head), *map(breadth, rows)])


def _words(column: Sequence[str]) -> list[tuple[int, float]]:
    """Return the words of a column, each by its letters and its breadth."""
    return [
        (len(word), breadth(word) * (1.0 if row else BOLD))
        for row, text in enumerate(column)
        for word in _BREAK.split(text)
    ]


def _limit(words: Sequence[tuple[int, float]], width: float) -> int:
    """Return how many letters a word may have that surely fits."""
    too_broad = [letters for letters, breadth in words if breadth > width + ROUNDING]
    return max(3, min(too_broad) - 1 if too_broad else max(letters for letters, _ in words))


def _lines(row: Sequence[str], widths: Sequence[float]) -> int:
    """Return how many lines a row takes, or a little less: a line ends at a word."""
    return max(
        ceil(breadth(text) / max(1.0, width)) or 1 for text, width in zip(row, widths, strict=True)
    )
