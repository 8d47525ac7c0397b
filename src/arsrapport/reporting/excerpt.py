"""Excerpts: the line that a finding is about, as it stands in its file, with the place marked.

Text on a terminal stands in columns: an East Asian character takes two (Unicode Standard Annex 11),
a combining mark none. The mark is counted in the same columns, so that it stands under its place.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.source.characters import shown
from arsrapport.source.place import Place

LONGEST: Final = 96
"""Columns of a line that are shown, the marks where it was cut aside."""

BEFORE: Final = 32
"""Columns before the place that are shown of a line which is longer than that."""

CUT: Final = "…"

FIRST_MARK: Final = "\u0300"
"""The first character there is that takes another number of columns than one."""

_WORD: Final = re.compile(rf"\w{{1,{LONGEST}}}")


class Excerpt(Struct, frozen=True):
    """A line as it is shown, and which of its columns are marked."""

    line: str
    before: int
    """Columns before the mark."""
    width: int
    """Columns of the mark, at least one."""


def lines_of(texts: Mapping[str, str], path: str) -> Sequence[str]:
    """Return the lines of a file; none for one that is not there, or is no text."""
    text = texts.get(path)
    return () if text is None else text.split("\n")


def excerpt(lines: Sequence[str], place: Place) -> Excerpt | None:
    """Return the line that a place is in; None where there is none, or the whole file is meant.

    A place over several lines is marked to the end of its first. Where only the start is known, the
    word that begins there is marked, or else one character.
    """
    if _is_whole_file(place) or place.line > len(lines):
        return None
    line = lines[place.line - 1]
    start, end = _marked(line, place)
    left, right = _window(line, start)
    while left < start < len(line) and not width_of(line[start]):
        start -= 1  # a combining mark stands on the character before it
    cut = (CUT if left else "", CUT if right < len(line) else "")
    part = line[left:right]
    words = part if part.isprintable() else "".join(map(_visible, part))
    return Excerpt(
        line=f"{cut[0]}{words}{cut[1]}".rstrip(),
        before=len(cut[0]) + columns_of(line[left:start]),
        width=max(1, columns_of(line[start : min(end, right)])),
    )


def _is_whole_file(place: Place) -> bool:
    """Say whether a place was given as a path alone: what is wrong is no character of the file."""
    return place == Place(place.path)


def _marked(line: str, place: Place) -> tuple[int, int]:
    start = min(place.column - 1, len(line))
    if place.end_line > place.line:
        return start, len(line)
    if place.end_line:
        return start, max(start, min(place.end_column - 1, len(line)))
    word = _WORD.match(line, start)
    return start, word.end() if word else start + 1


def _window(line: str, start: int) -> tuple[int, int]:
    """Return which characters of a line are shown: some before the place, the more after it."""
    if _is_narrow(line[max(start - LONGEST, 0) : start + LONGEST]):
        right = min(max(start - BEFORE, 0) + LONGEST, len(line))
        return max(right - LONGEST, 0), right
    left = _reach(line, start, -1, BEFORE)
    right = _reach(line, left, 1, LONGEST)
    return _reach(line, right, -1, LONGEST), right


def _reach(line: str, position: int, step: int, columns: int) -> int:
    """Return how far one gets from a position with so many columns.

    What has no width counts as one, so that a heap of such characters has an end.
    """
    while 0 <= (there := position + min(step, 0)) < len(line):
        columns -= max(1, width_of(line[there]))
        if columns < 0:
            break
        position += step
    return position


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if _is_narrow(text) else sum(map(width_of, text))


def _is_narrow(text: str) -> bool:
    """Say whether every character takes one column, as those before the combining marks do."""
    return text.isascii() or max(text) < FIRST_MARK


def width_of(character: str) -> int:
    """Return how many columns of a terminal a character takes: none, one or two."""
    sign = _visible(character)
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _visible(character: str) -> str:
    """Return a character in one place; what cannot be seen at all becomes U+FFFD."""
    if character.isprintable():
        return character
    is_format = unicodedata.category(character) == "Cf"
    return "\N{REPLACEMENT CHARACTER}" if is_format else shown(character)
