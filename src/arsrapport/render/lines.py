"""Text as it must fit on a line of a page: words that may break anywhere, titles cut to a line."""

import re
from collections.abc import Iterator
from typing import Final

from arsrapport.document.nodes import Document, Section
from arsrapport.document.plain import plain_text

LONGEST_RUN: Final = 30
"""What is no word (a code, a file name) may break anywhere when it has more characters."""

LONGEST_WORD: Final = 50
"""So may a word with more letters, which no dictionary knows how to divide."""

LONGEST_IN_TITLE: Final = 20
"""Likewise on the title page, in letters three times as large."""

NARROWEST: Final = 8
"""In a column with room for so many characters, words are hyphenated as everywhere else."""

LONGEST_RUNNING: Final = 60
"""How many characters of a title stand at the top of a page, where two stand side by side."""

LONGEST_ALONE: Final = 80
"""The same where there is but one, with the broadest of margins."""

_SPACE: Final = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_SPACES: Final = r" \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_DASHES: Final = r"/\u00ad\u2010\u2013\u2014-"
_UNBROKEN: Final = re.compile(rf"(?:[^{_SPACES}{_DASHES}]|[{_DASHES}](?![^\W\d_]))+")
"""Characters between two places where a line may break: spaces, and dashes before a letter. Between
dashes, and before a digit, it may not (Unicode Standard Annex 14, LB21 and LB25)."""
_HELD: Final = re.compile(r"[\u00a0\u2007\u202f]")
"""Spaces at which no line breaks."""


def one_line(text: str) -> str:
    """Return a text with all white space that is not hard as single spaces, as browsers show it."""
    return _SPACE.sub(" ", text)


def split_runs(text: str, limit: int) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and of each whether it is too long for a line.

    Args:
        text: On one line.
        limit: How many characters of what is no word surely fit on a line.
    """
    start = 0
    shortest = min(limit, LONGEST_WORD)
    if max(map(len, text.split(" "))) <= shortest:  # nearly every text, and quickly seen
        if text:
            yield text, False
        return
    for run in _UNBROKEN.finditer(text):
        if run.end() - run.start() > shortest and _is_too_long(run[0], limit):
            if start < run.start():
                yield text[start : run.start()], False
            if _HELD.search(run[0]):
                # More is held together than fits: then it must break where its words end.
                yield from split_runs(_HELD.sub(" ", run[0]), limit)
            else:
                yield run[0], True
            start = run.end()
    if start < len(text):
        yield text[start:], False


def _is_too_long(run: str, limit: int) -> bool:
    if limit >= NARROWEST and run.strip(".,;:!?()«»“”\"'…").isalpha():
        return len(run) > LONGEST_WORD
    return len(run) > limit


def running_line(document: Document) -> str:
    """Return what stands first at the top of each page; in minutes it is all that does."""
    limit = LONGEST_RUNNING if document.kind == "report" else LONGEST_ALONE
    return shorten(document.titles.running, limit)


def part_line(part: Section) -> str:
    """Return the number and the title of a part, as they stand at the top of its pages."""
    return " ".join(words for words in (part.number, plain_text(part.title)) if words)


def shorten(title: str, limit: int = LONGEST_RUNNING) -> str:
    """Return a title for the top of a page: one line, cut at a word."""
    line = one_line(title)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return f"{cut.rsplit(' ', 1)[0]}\N{HORIZONTAL ELLIPSIS}"
