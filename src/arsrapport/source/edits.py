"""Edits: how a file is to be changed, told in the text as it is read, done to its own bytes."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.source.place import Place

What: TypeAlias = Literal["characters", "mark", "line-ends"]

MARK: Final = "\ufeff"
"""The byte-order mark, at the very beginning of a file."""

_LINE_END: Final = re.compile("\r\n|\r|\n")


class Edit(Struct, frozen=True, order=True):
    """A change of one file.

    The characters of `place` become `text`; where the place ends as it begins, the text is put in.
    Both are of the file as it is read: without byte-order mark, with LF line ends. Two changes are
    of what cannot be seen there, and have no place but the file: `mark` takes the byte-order mark
    away, `line-ends` makes `text` of all that ends a line.
    """

    place: Place
    text: str = ""
    what: What = "characters"


class Change(Struct, frozen=True):
    """What becomes of a file."""

    path: str
    before: bytes
    after: bytes


def apply(edits: Iterable[Edit], data: bytes) -> bytes:
    """Return the bytes of a file as the edits make them; what they do not touch stays as it is.

    A line break in a new text is written as the line that it comes from is ended.

    Args:
        edits: Of one file. Of those that overlap, the first in the file is made and the others are
            left for the next run; texts put in at one place come in the order given.
        data: UTF-8, as it was when the places were found.
    """
    chosen = compatible(edits)
    text = data.decode()
    mark = MARK if text.startswith(MARK) else ""
    text = _rewritten(text.removeprefix(MARK), [e for e in chosen if e.what == "characters"])
    for edit in chosen:
        if edit.what == "mark":
            mark = ""
        elif edit.what == "line-ends":
            text = edit.text.join(_LINE_END.split(text))
    return f"{mark}{text}".encode()


def compatible(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return those of a file's edits that can be made together, each once, in their order."""
    chosen: list[Edit] = []
    done = (0, 0)
    for edit in sorted(dict.fromkeys(edits), key=_span):
        start, end = _span(edit)
        if edit.what == "characters":
            if start < done:
                continue
            done = end
        chosen.append(edit)
    return tuple(chosen)


def _span(edit: Edit) -> tuple[tuple[int, int], tuple[int, int]]:
    place = edit.place
    return (place.line, place.column), (place.end_line, place.end_column)


def _rewritten(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with the places of edits, which are in order and apart, rewritten."""
    if not edits:
        return text
    breaks = list(_LINE_END.finditer(text))
    starts = [0, *(found.end() for found in breaks)]
    ends = [found[0] for found in breaks]
    parts: list[str] = []
    done = 0
    for edit in edits:
        (line, column), (end_line, end_column) = _span(edit)
        begin, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
        parts += (text[done:begin], _with_ends(edit.text, ends, line, end_line))
        done = end
    return _joined((*parts, text[done:]))


def _joined(parts: Iterable[str]) -> str:
    """Join parts so that each line break stays one: a lone CR before an LF would become one end."""
    joined: list[str] = []
    for part in filter(None, parts):
        if joined and joined[-1].endswith("\r") and part.startswith("\n"):
            joined.append("\n")
        joined.append(part)
    return "".join(joined)


def _with_ends(text: str, ends: Sequence[str], line: int, end_line: int) -> str:
    """Return a new text with its lines ended as those that it replaces, or as the one it is in."""
    first, *rest = text.split("\n")
    here = _end_of(ends, line)
    told = (_end_of(ends, line + n) if line + n < end_line else here for n in range(len(rest)))
    return _joined((first, *chain.from_iterable(zip(told, rest, strict=True))))


def _end_of(ends: Sequence[str], line: int) -> str:
    """Return what ends a line: the last one may have no end, and has that of the one before."""
    if not ends:
        return "\n"
    return ends[min(line, len(ends)) - 1]
