"""Tables in the columns of a terminal, as wide as it is and no wider; no word of them is cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.reporting.excerpt import columns_of, width_of

GAP: Final = 2
"""Spaces between columns."""

FLOOR: Final = 13
"""What a column of longer words has at the least: a date fits."""

WORD: Final = 24
"""Longer words than this are broken before the table is."""

NARROWEST: Final = 2 * FLOOR + GAP


class Shape(Struct, frozen=True):
    """A table as texts, each of its rows as long as the head."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    """The columns that stand to the right."""
    below: Mapping[int, Sequence[str]] = {}
    """Lines that stand below a row, by its index; they are not broken."""


def table_lines(shape: Shape, width: int) -> Iterator[str]:
    """Yield a table. Where its columns do not fit beside one another, it is several tables.

    Each begins with the first column. What stands below rows stands in the first one.
    """
    width = max(width, NARROWEST)
    columns = [_sizes(each) for each in zip(shape.head, *shape.rows, strict=True)]
    for index, part in enumerate(_parts(columns, width)):
        if index:
            yield ""
        widths = _widths([columns[n] for n in part], width)
        yield from _part(shape, part, widths, is_first=not index)


class _Sizes(Struct, frozen=True):
    """How wide a column is with every text on one line, with every word, and at the least."""

    whole: int
    word: int
    least: int


def _sizes(texts: Sequence[str]) -> _Sizes:
    whole = max(map(_columns, texts))
    word = min(max(map(_longest_word, texts)), WORD)
    return _Sizes(whole, word, min(word, FLOOR))


def _longest_word(text: str) -> int:
    return max(map(_columns, text.split(" ")))


def _columns(text: str) -> int:
    return columns_of(text) if text else 0


def _parts(columns: Sequence[_Sizes], width: int) -> Iterator[list[int]]:
    """Yield the columns that stand beside one another."""
    part, taken = [0], columns[0].least
    for column in range(1, len(columns)):
        if taken + GAP + columns[column].least > width and len(part) > 1:
            yield part
            part, taken = [0], columns[0].least
        part.append(column)
        taken += GAP + columns[column].least
    yield part


def _widths(columns: Sequence[_Sizes], width: int) -> list[int]:
    """Return the width of each column: no word is broken if that can be, the widest give way."""
    room = width - GAP * (len(columns) - 1)
    for longest in range(WORD, FLOOR - 1, -1):
        least = [max(min(column.word, longest), column.least) for column in columns]
        if sum(least) <= room:
            break
    else:
        return [min(column.least, room) for column in columns]
    widths = least
    for cap in range(FLOOR, room + 1):
        wider = [min(c.whole, max(cap, own)) for c, own in zip(columns, least, strict=True)]
        if sum(wider) > room:
            break
        widths = wider
    return widths


def _part(
    shape: Shape,
    part: Sequence[int],
    widths: Sequence[int],
    *,
    is_first: bool,
) -> Iterator[str]:
    def line(cells: Sequence[str]) -> list[str]:
        broken = [wrapped(cells[n], width) for n, width in zip(part, widths, strict=True)]
        return [
            _joined(
                [each[row] if row < len(each) else "" for each in broken],
                widths,
                [n in shape.numbers for n in part],
            )
            for row in range(max(map(len, broken)))
        ]

    yield from line(shape.head)
    yield (" " * GAP).join("-" * width for width in widths)
    rows = [line(cells) for cells in shape.rows]
    is_tall = any(len(lines) > 1 for lines in rows)
    for index, lines in enumerate(rows):
        if index and is_tall:
            yield ""
        yield from lines
        if is_first:
            yield from shape.below.get(index, ())


def _joined(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for cell, width, is_right in zip(cells, widths, right, strict=True):
        space = " " * (width - columns_of(cell))
        parts.append(f"{space}{cell}" if is_right else f"{cell}{space}")
    return (" " * GAP).join(parts).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of so many columns, broken at spaces; a longer word within itself."""
    lines, line, taken = [], "", 0
    for word in text.split(" "):
        size = columns_of(word) if word else 0
        if line and taken + 1 + size <= width:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, width) if size > width else [word]
        lines += whole
        taken = columns_of(line) if line else 0
    return [*lines, line]


def _broken(word: str, width: int) -> list[str]:
    pieces, start, taken = [], 0, 0
    for index, character in enumerate(word):
        size = width_of(character)
        if taken + size > width:
            pieces.append(word[start:index])
            start, taken = index, 0
        taken += size
    return [*pieces, word[start:]]
