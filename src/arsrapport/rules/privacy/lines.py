"""Lines: running texts in one piece, whatever marks and values stand in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from arsrapport.document.nodes import (
    Break,
    Code,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Reference,
    Span,
    Strong,
    Text,
)
from arsrapport.language.languages import Language
from arsrapport.rules.prose import BLANK, Words, span
from arsrapport.source.place import Place


class Line(Struct, frozen=True):
    """A paragraph as it is read."""

    value: str
    """Code, and references that are not numbered yet, are blanks."""
    starts: tuple[int, ...]
    """Where each piece begins in it."""
    pieces: tuple[Words, ...]

    @property
    def own(self) -> str:
        """The same with what stands in quotation marks blanked out."""
        return Words(self.value, Place(""), "nn").own

    def place(self, start: int, end: int, texts: Mapping[str, str]) -> Place | None:
        """Return the place of some characters; None when the author did not write them.

        A value stands in a chapter as an expression, and so its words are nowhere.
        """
        first, last = (bisect_right(self.starts, at) - 1 for at in (start, end - 1))
        if first < 0:
            return None
        begin = self._part(first, start, end, texts)
        finish = begin if first == last else self._part(last, start, end, texts)
        if not begin.end_line or not finish.end_line:
            return None
        return Place(begin.path, begin.line, begin.column, finish.end_line, finish.end_column)

    def _part(self, index: int, start: int, end: int, texts: Mapping[str, str]) -> Place:
        """Return the place of those characters that stand in one piece."""
        words, at = self.pieces[index], self.starts[index]
        return span(words, max(start - at, 0), min(end - at, len(words.value)), texts)


def line_of(inlines: Iterable[Inline], language: Language) -> Line:
    """Join a running text; footnotes are no part of it."""
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[Words] = []
    at = 0
    for node in _leaves(inlines):
        if isinstance(node, Text):
            part = node.value.replace("\n", " ")
            if node.place is not None and part:
                starts.append(at)
                pieces.append(Words(node.value, node.place, language, pieces=node.pieces))
        elif isinstance(node, Code):
            part = BLANK * len(node.value)
        else:
            part = " " if isinstance(node, Break) else BLANK
        parts.append(part)
        at += len(part)
    return Line("".join(parts), tuple(starts), tuple(pieces))


def _leaves(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield what stands in a running text without other inline nodes in it."""
    waiting = list(inlines)[::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Emphasis | Strong | Link | Span | Reference) and node.children:
            waiting += node.children[::-1]
        elif not isinstance(node, Footnote):
            yield node
