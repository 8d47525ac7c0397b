"""Prose: what people wrote in sentences and titles, with the exact place of every character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from msgspec import Struct

from arsrapport.document.nodes import Document, Node, Quote, Text
from arsrapport.document.walk import FIELDS, language_of
from arsrapport.language.languages import Language
from arsrapport.model.archive import Committee, Meeting
from arsrapport.rules.alignment import align
from arsrapport.rules.subject import Subject
from arsrapport.source.place import Place

BLANK: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character that is not the author's own words, so that indices stay the same."""

_QUOTED: Final = re.compile('«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|"[^"]*"')
_ENTITY: Final = re.compile(r"&#?\w{1,31};")
_SKIPPED: Final = re.compile(r"<!--.*?-->|\{%.*?%\}|\\\n|\\(?=[!-/:-@\[-`{-~])", re.DOTALL)
_LEADING: Final = 99
_FOLD: Final = re.compile(r"[ \t]*\n[ \t>]*|\t")
"""What is read as one space."""


class Words(Struct, frozen=True):
    """A run of words in one language: a line of a paragraph, what stands in bold, a title."""

    value: str
    """As it is read: a line break is a space."""
    place: Place
    """Of its first character."""
    language: Language
    in_quote: bool = False
    """Whether somebody else said it: a quote that is no decision, conclusion or action."""
    in_body: bool = True
    """Whether it is a text, not the title of an item in front matter."""
    pieces: tuple[tuple[int, Place], ...] = ()
    """Where parts of it begin that stand elsewhere in the file, as in a `Text`."""

    @property
    def own(self) -> str:
        """The words with what stands in quotation marks blanked out, as long as `value`."""
        if self.in_quote:
            return BLANK * len(self.value)
        return _QUOTED.sub(lambda found: BLANK * len(found[0]), self.value)


class Hit(Struct, frozen=True):
    """What a rule found in words: the characters from `start` up to `end`."""

    code: str
    start: int
    end: int
    arguments: tuple[tuple[str, str | int], ...] = ()


Rule: TypeAlias = Callable[[Words, Subject], Iterator[Hit]]
"""A rule of prose: what is wrong with a run of words, whatever it stands in."""


# --- finding them ---------------------------------------------------------------------------


def words_of_committee(committee: Committee) -> Iterator[Words]:
    """Yield the words of a committee's minutes: titles of items, texts, attachments."""
    for meeting in committee.meetings:
        yield from words_of_meeting(meeting)


def words_of_meeting(meeting: Meeting) -> Iterator[Words]:
    """Yield the words of one meeting, in the order of its file."""
    for index, item in enumerate(meeting.items):
        place = meeting.positions.closest(("agenda", index, "title"))
        yield Words(item.title, place, item.language, in_body=False)
    yield from words_of_blocks(meeting.introduction, meeting.language)
    for item in meeting.items:
        yield from words_of_blocks(item.body, item.language)
    for attachment in meeting.attachments:
        language = attachment.language or meeting.language
        for part in (attachment.title, attachment.body):
            yield from words_of_blocks(part, language)


def words_of_document(document: Document, paths: frozenset[str]) -> Iterator[Words]:
    """Yield the words of those files among `paths` that a document holds: chapters, agreements."""
    parts = (*document.imprint, *document.front, *document.chapters, *document.appendices)
    for words in words_of_blocks(parts, document.language):
        if words.place.path in paths:
            yield words


def words_of_blocks(blocks: Iterable[Node], language: Language) -> Iterator[Words]:
    """Yield the words of nodes, in reading order; code, addresses and values are left out."""
    waiting: list[tuple[Any, Language, bool]] = [(tuple(blocks), language, False)]
    while waiting:
        node, outside, quoted = waiting.pop()
        if isinstance(node, tuple):
            waiting += [(part, outside, quoted) for part in reversed(node)]
            continue
        if isinstance(node, Text):
            if node.place is not None and node.value.strip():
                yield Words(node.value, node.place, outside, quoted, pieces=node.pieces)
            continue
        inside = quoted or (isinstance(node, Quote) and node.kind == "quote")
        for field in reversed(FIELDS[type(node)]):
            if children := getattr(node, field):
                waiting.append((children, language_of(node, field, outside), inside))


# --- their places ---------------------------------------------------------------------------


def span(words: Words, start: int, end: int, texts: Mapping[str, str]) -> Place:
    """Return the place of the characters from `start` up to `end`.

    What the parser takes away (quote marks, indents, escapes, comments, folds of YAML) is stepped
    over in the file itself. Where the file does not go along, the place has no end, and is that of
    the words, or of the part of them.
    """
    text = texts.get(words.place.path, "")
    begins = ((0, words.place), *words.pieces)
    spans = align(words.value, text, tuple((index, _index(text, at)) for index, at in begins))
    first, last = (spans[start], spans[end - 1]) if start < end <= len(spans) else (None, None)
    if first is None or last is None:
        return [place for index, place in begins if index <= start][-1]
    if first[0] >= last[1]:  # from the end of a loop to its beginning
        return Place(words.place.path, *_position(text, first[0]))
    return place_between(words.place.path, text, first[0], last[1])


def leading(words: Words, texts: Mapping[str, str]) -> str:
    """Return what stands before words in their line, the last of it if it is long."""
    text = texts.get(words.place.path, "")
    at = _index(text, words.place)
    return text[max(0, at - _LEADING) : at].rpartition("\n")[2]


def place_between(path: str, text: str, start: int, end: int) -> Place:
    """Return the place of some characters of a file's text."""
    return Place(path, *_position(text, start), *_position(text, end))


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[int, ...]:
    """Return where each line begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def _index(text: str, place: Place) -> int:
    starts = _starts(text)
    return starts[min(place.line, len(starts)) - 1] + place.column - 1


def _position(text: str, index: int) -> tuple[int, int]:
    starts = _starts(text)
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1
