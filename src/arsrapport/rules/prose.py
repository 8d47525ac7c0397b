"""Prose: what people wrote in sentences and titles, with the exact place of every character."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from msgspec import Struct

from arsrapport.document.nodes import Document, Node, Quote, Text
from arsrapport.document.walk import FIELDS, language_of
from arsrapport.language.languages import Language
from arsrapport.model.archive import Committee, Meeting
from arsrapport.rules.subject import Subject
from arsrapport.source.place import Place

BLANK: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character that is not the author's own words, so that indices stay the same."""

_QUOTED: Final = re.compile('«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|"[^"]*"')
_ENTITY: Final = re.compile(r"&#?\w{1,31};")
_SKIPPED: Final = re.compile(r"<!--.*?-->|\{%.*?%\}|\\\n|\\(?=[!-/:-@\[-`{-~])", re.DOTALL)
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
                yield Words(node.value, node.place, outside, quoted)
            continue
        inside = quoted or (isinstance(node, Quote) and node.kind == "quote")
        for field in reversed(FIELDS[type(node)]):
            if children := getattr(node, field):
                waiting.append((children, language_of(node, field, outside), inside))


# --- their places ---------------------------------------------------------------------------


def span(words: Words, start: int, end: int, texts: Mapping[str, str]) -> Place:
    """Return the place of the characters from `start` up to `end`.

    What the parser takes away (quote marks, indents, escapes, comments, folds of YAML) is stepped
    over in the file itself. Where the file does not go along, the words' own place is returned.
    """
    text = texts.get(words.place.path, "")
    spans = _align(words.value[:end], text, _index(text, words.place))
    if not start < end <= len(spans):
        return words.place
    return _place(words.place.path, text, spans[start][0], spans[end - 1][1])


def _align(value: str, text: str, at: int) -> list[tuple[int, int]]:
    """Return where each character of a value stands in a text from `at` on, as far as it does."""
    spans: list[tuple[int, int]] = []
    if value and text[at : at + 1] in {"'", '"'} and text[at] != value[0]:
        at += 1  # a title in quotes
    for sign in value:
        found = _find(sign, text, at)
        if found is None:
            break
        spans.append(found)
        at = found[1]
    return spans


def _find(sign: str, text: str, at: int) -> tuple[int, int] | None:
    """Return where a character stands, after what is not read; None when it does not."""
    while at < len(text):
        folded = _FOLD.match(text, at) if sign == " " else None
        if folded:
            return folded.span()
        skipped = _SKIPPED.match(text, at)
        if text[at] == sign and (skipped is None or sign != "\\"):
            return at, at + 1
        entity = _ENTITY.match(text, at)
        if entity and html.unescape(entity[0]) == sign:
            return entity.span()
        if skipped is None:
            return None
        at = skipped.end()
    return None


def _index(text: str, place: Place) -> int:
    begin = 0
    for _ in range(place.line - 1):
        begin = text.find("\n", begin) + 1
    return begin + place.column - 1


def _place(path: str, text: str, start: int, end: int) -> Place:
    return Place(path, *_position(text, start), *_position(text, end))


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
