"""The text of a chapter before it is expanded, and where each character of it stands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from msgspec import Struct

from arsrapport.source.place import Place

FAULTS_LIMIT: Final = 100
"""How many faults of one chapter are told; a chapter with more is broken as a whole."""


class LineIndex(Struct, frozen=True):
    """Where the lines of a text begin."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """Index a text whose lines end with a line feed."""
        lengths = (len(line) + 1 for line in text.split("\n"))
        return cls(tuple(accumulate(lengths, initial=0))[:-1], len(text))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both from 1; one outside is drawn inside."""
        row = min(max(line, 1), len(self.starts)) - 1
        last = self.starts[row + 1] - 1 if row + 1 < len(self.starts) else self.length
        return min(self.starts[row] + max(column, 1) - 1, last)

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both from 1."""
        row = bisect_right(self.starts, offset) - 1
        return row + 1, offset - self.starts[row] + 1


class TemplateSource(Struct, frozen=True):
    """A chapter's text, its lines parted by line feeds only."""

    path: str
    text: str
    first_line: int
    index: LineIndex

    @classmethod
    def of(cls, path: str, text: str, first_line: int) -> TemplateSource:
        """Take a text as it was read."""
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return cls(path, plain, first_line, LineIndex.of(plain))

    def place(self, offset: int) -> Place:
        """Return the place of an offset in the file."""
        line, column = self.index.position(offset)
        return Place(self.path, self.first_line + line - 1, column)
