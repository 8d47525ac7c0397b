"""Texts that YAML cuts short: the line as it should be, with the text in quotes.

`title: Sak: noko` and `title: Tabell #3` are the two slips that a secretary makes most. The reader
says how the line should be, reads on as if it were so, and thus finds the next fault in one run.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from arsrapport.source.characters import shown

_COMMENT: Final = re.compile(r"[ \t]+#")
_HASH: Final = re.compile(r"(?<=[ \t])#")
_COLON: Final = re.compile(r":(?:[ \t]|$)")
_IN_BRACKETS: Final = re.compile(r"[^,\[\]{}\n]*")
_KEY: Final = re.compile("[a-z_]+ *")
_WORDS: Final = re.compile("[ \t]+[^\\s\"'\\[{&*!|>]")
_NUMBER: Final = re.compile(" [0-9]")
_LONGEST_LINE: Final = 500
_TITLES: Final = frozenset({"title", "listed_as", "papers"})
"""Keys whose texts are titles, in which a `#` may well stand between spaces."""


class Span(Struct, frozen=True):
    """The characters from `start` up to `end`."""

    start: int
    end: int


class Draft(Struct, frozen=True):
    """A text, as mended so far."""

    text: str
    before: "Draft | None" = None
    """As it was before the spans in `old` were put in quotes."""
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    """What they became, in the same order."""

    def quote(self, spans: Sequence[Span]) -> "Draft":
        """Put spans in quotes; they must be in order and apart."""
        parts: list[str] = []
        new: list[Span] = []
        done = length = 0
        for span in spans:
            kept, grown = self.text[done : span.start], quoted(self.text[span.start : span.end])
            new.append(Span(length + len(kept), length + len(kept) + len(grown)))
            parts += (kept, grown)
            done, length = span.end, new[-1].end
        return Draft("".join((*parts, self.text[done:])), self, tuple(spans), tuple(new))

    def original(self, index: int) -> int:
        """Return where a character stands in the text that was given first."""
        if self.before is None:
            return index
        return self.before.original(self._before(index))

    def _before(self, index: int) -> int:
        number = bisect_right(self.new, index, key=attrgetter("start")) - 1
        if number < 0:
            return index
        old, new = self.old[number], self.new[number]
        if index >= new.end:
            return index - new.end + old.end
        return min(max(old.start, old.start + index - new.start - 1), old.end)


def quoted(text: str) -> str:
    """Return a text as a quoted scalar, in double quotes if it can stand in them as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def mended_line(text: str, span: Span) -> str:
    """Return the line in which a span begins as it should be: the span in quotes."""
    begin = text.rfind("\n", 0, span.start) + 1
    finish = text.find("\n", span.end)
    after = text[span.end : finish if finish >= 0 else len(text)]
    text_itself = quoted(shown(text[span.start : span.end], _LONGEST_LINE))
    return shown(text[begin : span.start] + text_itself + after, _LONGEST_LINE)


def is_surely_text(text: str, start: int, sign: int) -> bool:
    """Say whether a text that YAML cuts is certain to be one, so that quotes may be put around it.

    It is not where a key may be meant (`name: Kari`, `Notat: [a, b]`) or a comment (`Eventuelt #
    hugs kaffi`), nor where a part of it is in quotes (`"Kari": leiar`), which may be a part of it.

    Args:
        text: The whole text.
        start: Of the text that is cut.
        sign: Where the `:` or `#` stands that cuts it.
    """
    if text[start] in "\"'":
        return False
    if text[sign] == ":":
        return bool(_WORDS.match(text, sign + 1)) and not _KEY.fullmatch(text, start, sign)
    return not _stands_apart(text, sign + 1) or bool(_NUMBER.match(text, sign + 1))


def cut_text(text: str, scalar: Span, key: str, *, in_brackets: bool, column: int) -> Span | None:
    """Return the span of the text that a comment behind a plain scalar would cut short.

    A comment stands apart: there is a space after its `#`, or a row of signs. So `#3` and `#sak`
    are text. In a title, where `Tabell # 3` is likely, it is a comment only two spaces away.

    Args:
        text: The whole text.
        scalar: The plain scalar, as YAML reads it.
        key: The key that it stands under, or the key of its list.
        in_brackets: Whether it stands in `[…]` or `{…}`, where a comma or a bracket ends it.
        column: How far in, from 0, the key or list entry stands that it belongs to.
    """
    comment = _COMMENT.match(text, scalar.end)
    if comment is None:
        return None
    in_title = key in _TITLES and comment[0] == " #"
    if _stands_apart(text, comment.end()) and not in_title:
        return None
    if in_brackets:
        end = next(_IN_BRACKETS.finditer(text, scalar.end)).end()
        return _trimmed(text, scalar.start, end)
    return whole_text(text, Span(scalar.start, comment.end()), column)


def whole_text(text: str, begun: Span, column: int) -> Span:
    """Return the span of a text that goes on behind what YAML read of it.

    It goes on to the end of the line, or to a comment, and over the lines below that stand further
    in and are neither `key: …` nor `- …`.
    """
    end = _end_of_line(text, begun.end)
    while text[end : end + 1] == "\n":
        stop = _end_of_line(text, end + 1)
        line = text[end + 1 : stop]
        words = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if not words or indent <= column or words.startswith(("- ", "#")) or _COLON.search(words):
            break
        end = stop
    return _trimmed(text, begun.start, end)


def _end_of_line(text: str, start: int) -> int:
    """Return where a line's text ends: at a comment that stands apart, or at the line's end."""
    newline = text.find("\n", start)
    stop = newline if newline >= 0 else len(text)
    for sign in _HASH.finditer(text, start, stop):
        if _stands_apart(text, sign.end()):
            return sign.start()
    return stop


def _stands_apart(text: str, index: int) -> bool:
    """Say whether a space, more signs or nothing (which is in every text) comes behind a `#`."""
    return text[index : index + 1] in " \t\n#-=*~_"


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
