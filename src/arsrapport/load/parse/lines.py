"""Lines of a text, and the places of its characters."""

import re
from bisect import bisect_right

from msgspec import Struct

from arsrapport.source.place import Place


class Lines(Struct, frozen=True):
    """Where the lines of a text begin; made once per text, so that a place costs little."""

    path: str
    first_line: int
    """The number of the text's first line in its file."""
    starts: tuple[int, ...]
    """The index of each line's first character."""

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of the characters from `start` up to `end`."""
        line, column = self._position(start)
        if end is None:
            return Place(self.path, line, column)
        return Place(self.path, line, column, *self._position(end))

    def index(self, line: int, column: int) -> int:
        """Return the index of the character at a place."""
        return self.starts[line - self.first_line] + column - 1

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self.starts, index)
        return line + self.first_line - 1, index - self.starts[line - 1] + 1


def lines_of(text: str, path: str, first_line: int = 1) -> Lines:
    """Find the lines of a text. Only a line feed ends a line, as in editors and in git."""
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    return Lines(path, first_line, starts)
