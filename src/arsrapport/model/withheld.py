"""Where minutes are withheld: the lines of items that are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from arsrapport.model.archive import Meeting

_END: Final = 1 << 30
"""A line behind the last of any file."""


class Lines(Struct, frozen=True):
    """Lines of a file."""

    starts: tuple[int, ...] = ()
    """The first of each run of lines, in order."""
    ends: tuple[int, ...] = ()
    """The line behind the last of each run."""

    def __contains__(self, line: int) -> bool:
        """Say whether a line is among them."""
        index = bisect_right(self.starts, line) - 1
        return index >= 0 and line < self.ends[index]


def lines_in(ranges: Iterable[range]) -> Lines:
    """Return the lines of all ranges."""
    starts: list[int] = []
    ends: list[int] = []
    for each in sorted(ranges, key=lambda each: (each.start, each.stop)):
        if ends and each.start <= ends[-1]:
            ends[-1] = max(ends[-1], each.stop)
        else:
            starts.append(each.start)
            ends.append(each.stop)
    return Lines(tuple(starts), tuple(ends))


def withheld_sections(meeting: Meeting) -> Iterator[range]:
    """Yield the lines of each section that is withheld, its heading among them."""
    starts = sorted(item.heading.line for item in meeting.items if item.heading)
    after = dict(pairwise(starts))
    for item in meeting.items:
        if item.withheld and item.heading:
            yield range(item.heading.line, after.get(item.heading.line, _END))


def withheld_entries(meeting: Meeting) -> Iterator[range]:
    """Yield the lines of each entry of the agenda that is withheld."""
    starts = sorted(item.place.line for item in meeting.items)
    for item in meeting.items:
        if item.withheld:
            start = item.place.line
            yield range(start, line_after(start, max(item.place.end_line, start), starts))


def line_after(start: int, last: int, starts: list[int]) -> int:
    """Return the line after an entry that begins and may end somewhere: the next one's, or its own.

    Args:
        start: Its first line.
        last: The last that anything of it is known to stand in.
        starts: The first lines of all entries, in order.
    """
    index = bisect_right(starts, start)
    return min(starts[index], last + 1) if index < len(starts) else last + 1
