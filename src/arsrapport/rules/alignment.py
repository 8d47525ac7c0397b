"""Alignment: where each character of some words stands in the text of their file."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

Span: TypeAlias = tuple[int, int]
"""From the first character up to the last, exclusive."""

_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
_COMMENT_APART: Final = re.compile(r"<!--.*?-->[\s>]*", re.DOTALL)
"""With the spaces behind it, of which nothing is left where others stand before it."""
_ESCAPE: Final = re.compile(r"\\\n|\\(?=[!-/:-@\[-`{-~])")
_ENTITY: Final = re.compile(r"&#?\w{1,31};")
_FOLD: Final = re.compile(r"[ \t]*\n[ \t>]*|\t")
"""What is read as one space."""


# What one text and one run of words come to is kept for the next hit in them: a file may hold
# thousands.


@lru_cache(maxsize=1)
def align(value: str, text: str, pieces: tuple[tuple[int, int], ...]) -> tuple[Span | None, ...]:
    """Return where each character of a value stands in a text; None where that is not known.

    What a parser takes away (quote marks, indents, escapes, comments, folds of YAML) is stepped
    over in the text.

    Args:
        value: As it was read.
        text: Of its file.
        pieces: In order, where in the value each part of it begins, the first of them at 0, and
            where in the text.
    """
    spans: list[Span | None] = []
    for (first, at), (last, _) in pairwise((*pieces, (len(value), 0))):
        found = list(_align_piece(value[first:last], text, at))
        spans += found
        spans += [None] * (last - first - len(found))
    return tuple(spans)


def _align_piece(value: str, text: str, at: int) -> Iterator[Span]:
    """Yield where the characters of one piece stand, as far as the text goes along."""
    quote = ""
    if value and text[at : at + 1] in {"'", '"'} and text[at] != value[0]:
        quote, at = text[at], at + 1  # a title in quotes
    begin = 0
    if value[:1] == " " and not text[at : at + 1].isspace():
        yield at, at  # a line break, which stands before the place
        begin = 1
    for index in range(begin, len(value)):
        if quote == value[index] == "'" and text.startswith("''", at):
            found: Span | None = (at, at + 2)
        else:
            found = _find(value, index, text, at)
        if found is None:
            return
        yield found
        at = found[1]


def _find(value: str, index: int, text: str, at: int) -> Span | None:
    """Return where a character stands, after what is not read; None when it does not."""
    sign = value[index]
    comment = _COMMENT if sign == " " else _COMMENT_APART
    while at < len(text):
        folded = _FOLD.match(text, at) if sign == " " else None
        if folded:
            return folded.span()
        entity = _ENTITY.match(text, at)
        if entity and html.unescape(entity[0]) == sign and not value.startswith(entity[0], index):
            return entity.span()
        skipped = comment.match(text, at) or _ESCAPE.match(text, at)
        if text[at] == sign and (skipped is None or sign != "\\"):
            return at, at + 1
        if skipped is None:
            return None
        at = skipped.end()
    return None
