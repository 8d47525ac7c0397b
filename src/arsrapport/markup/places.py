"""Places: from a character of a Markdown text to the line and column of its file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from arsrapport.source.place import Place

Locate: TypeAlias = Callable[[int, int], Place]
"""Gives the Place in the file for a line and a column of a text, both from 1."""

TRIMMED: Final = " \t\n\f\v\r"
"""What the parser strips from both ends of a paragraph, a heading and a cell."""


def line_locator(path: str, first_line: int) -> Locate:
    """Return the Locate of a text that stands in its file as it is, from `first_line` on."""

    def locate(line: int, column: int) -> Place:
        return Place(path, first_line + line - 1, column)

    return locate


class Source(Struct, frozen=True):
    """The text that is parsed, and where its lines begin; it ends in a line feed."""

    text: str
    locate: Locate
    starts: tuple[int, ...]
    breaks: tuple[int, ...] = ()
    """Where the text goes on with what does not come next in the file, in order."""

    @classmethod
    def of(cls, text: str, locate: Locate, breaks: tuple[int, ...] = ()) -> Source:
        """Take a text whose lines end with a line feed."""
        starts, end = [0], text.find("\n")
        while 0 <= end < len(text) - 1:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        return cls(text, locate, tuple(starts), breaks)

    def line_at(self, offset: int) -> int:
        """Return the index of the line that holds a character."""
        return bisect_right(self.starts, offset) - 1

    def line_end(self, line: int) -> int:
        """Return the offset of the line feed that ends a line."""
        return (self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)) - 1

    def place(self, offset: int) -> Place:
        """Return the place of a character in the file."""
        line = self.line_at(offset)
        return self.locate(line + 1, offset - self.starts[line] + 1)

    def pieces(self, begin: int, length: int) -> tuple[tuple[int, Place], ...]:
        """Return where parts of some characters begin that do not stand right behind the others.

        They do themselves when a break is near before them: words above it may be joined to them.
        """
        if not self.breaks:
            return ()
        line_above = self.starts[max(self.line_at(begin) - 1, 0)]
        inside = self.breaks[
            bisect_right(self.breaks, begin) : bisect_left(self.breaks, begin + length)
        ]
        near = self.breaks[bisect_left(self.breaks, line_above) : bisect_right(self.breaks, begin)]
        first = (begin,) if near else ()
        return tuple((at - begin, self.place(at)) for at in (*first, *inside))


class Origin(Struct, frozen=True):
    """Where the characters of a block's running text come from.

    The parser takes quote marks and indents away before it reads running text; a piece is what is
    the same in both, as a rule a line.
    """

    content: str
    pieces: tuple[int, ...]
    """Where each piece begins in the running text."""
    offsets: tuple[int, ...]
    """Where each piece begins in the source."""

    def offset(self, at: int) -> int:
        """Return the offset in the source of a character of the running text."""
        piece = bisect_right(self.pieces, at) - 1
        return self.offsets[piece] + at - self.pieces[piece]


def paragraph_origin(source: Source, content: str, begin: int) -> Origin:
    """Return the origin of lines: each is the end of its line in the source, but for spaces.

    A tab that the parser takes away in part is spaces in the content; a piece begins after those.
    """
    begin = _skip(source.text, begin, TRIMMED)
    pieces, offsets = [0], [begin]
    line, at = source.line_at(begin), content.find("\n")
    while at >= 0 and line + 1 < len(source.starts):
        line, end = line + 1, content.find("\n", at + 1)
        stop = end if end >= 0 else len(content)
        words = content[at + 1 : stop].rstrip(TRIMMED)
        written = source.text[source.starts[line] : source.line_end(line)].rstrip(TRIMMED)
        indent = len(words) - len(words.lstrip(TRIMMED))
        pieces.append(at + 1 + indent)
        offsets.append(source.starts[line] + max(len(written) - len(words) + indent, 0))
        at = end
    return Origin(content, tuple(pieces), tuple(offsets))


def heading_origin(source: Source, content: str, begin: int) -> Origin:
    """Return the origin of a heading that begins with `#`."""
    begin = _skip(source.text, begin, "#")
    return Origin(content, (0,), (_skip(source.text, begin, " \t"),))


def row_begin(source: Source, line: int) -> int:
    """Return where a row of a table begins, after the indent and the marks of quotes."""
    return min(_skip(source.text, source.starts[line], " \t>"), source.line_end(line))


def cell_origins(source: Source, contents: Sequence[str], begin: int) -> list[Origin]:
    """Return the origins of the cells of a row that begins at an offset."""
    origins, end = [], source.line_end(source.line_at(begin))
    for content in contents:
        written = content.replace("|", "\\|")
        found = source.text.find(written, begin, end) if content else begin
        found = begin if found < 0 else found
        origins.append(_cell_origin(content, found))
        begin = min(found + len(written), end)
    return origins


def _cell_origin(content: str, begin: int) -> Origin:
    """Each bar in a cell is written with a backslash, which the parser takes away."""
    bars = [at for at, character in enumerate(content) if character == "|"]
    shifted = (begin + at + count for count, at in enumerate(bars, 1))
    return Origin(content, (0, *bars), (begin, *shifted))


def _skip(text: str, offset: int, characters: str) -> int:
    while offset < len(text) - 1 and text[offset] in characters:
        offset += 1
    return offset
