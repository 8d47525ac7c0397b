"""Where computed words stand in their sentences: at the beginning, and beside which other numbers.

Source of the rule: Språkrådet, «Tal, tid og dato»: words up to and including twelve, figures above,
and the same for all numbers of one sentence (not *ni av 13 saker*).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from msgspec import Struct

from arsrapport.language.languages import LANGUAGES
from arsrapport.language.numbers import spelled_out
from arsrapport.language.openings import is_abbreviation
from arsrapport.language.tables import grammar, read_table

SLOT: Final = "\ue000"
"""Stands in a text before the words of each value."""

COUNTED: Final = "N"
"""Stands for the words of a count, which are not known yet."""

_END: Final = re.compile(r"[.!?…][\"'»”’)\]]{0,3}\s+")
_OPENING: Final = re.compile(rf"[\s\"'«“(\[{SLOT}]*")
_FINISHED: Final = re.compile(r"[.!?…:][\"'»”’)\]]{0,3}\s*\Z")
_LONGEST_WORD: Final = 12

_TYPED: Final = re.compile(
    r"(?<![\w.,:/§–-])(?<![§–-]\s)(?:1[3-9]|[2-9]\d|[1-9]\d\d)(?=\s[a-zæøå])"
)
"""A number above twelve that an author wrote, in figures, before a word in small letters."""
_WORD: Final = re.compile(r"\w+")


class Spot(Struct, frozen=True):
    """How a value is to be written."""

    opens: bool
    """It begins a sentence, so its first letter is a capital."""
    digits: bool
    """Another number of the sentence is in figures, so this one is too."""


def find_spots(text: str, numbers: tuple[int | None, ...], *, heading: bool) -> tuple[Spot, ...]:
    """Return the spot of each slot in a text.

    Args:
        text: With a SLOT for each value, in order.
        numbers: The number of each slot that is a count, else None.
        heading: Whether the text begins with a capital though it has no full stop.
    """
    starts = _starts(text)
    slots = [index for index, character in enumerate(text) if character == SLOT]
    sentence_of = [bisect_right(starts, slot) - 1 for slot in slots]
    large = {
        sentence
        for sentence, number in zip(sentence_of, numbers, strict=True)
        if number is not None and not spelled_out(number)
    }
    large |= {bisect_right(starts, offset) - 1 for offset in _typed(text)}
    begins = [_end_of_opening(text, start) for start in starts]
    opened = len(starts) > 1 or heading or _FINISHED.search(text) is not None
    return tuple(
        Spot(opens=opened and slot < begins[sentence], digits=sentence in large)
        for slot, sentence in zip(slots, sentence_of, strict=True)
    )


def _starts(text: str) -> list[int]:
    """Return where the sentences of a text begin."""
    found = [0]
    for match in _END.finditer(text):
        begin = _end_of_opening(text, match.end())
        after = text[begin : begin + 1]
        if after and not after.islower() and not is_abbreviation(text, match.start()):
            found.append(match.end())
    return found


def _end_of_opening(text: str, start: int) -> int:
    """Return where the words of a sentence begin, after quotation marks, brackets and slots."""
    opening = _OPENING.match(text, start)
    return opening.end() if opening else start


def _typed(text: str) -> list[int]:
    """Return where numbers above twelve stand that are surely counts."""
    found = []
    for match in _TYPED.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].lower().split()
        after = _WORD.search(text, match.end())
        is_name = bool(before) and before[-1] in _entries("numbered")
        is_measure = after is not None and after[0].lower() in _measures()
        if not is_name and not is_measure:
            found.append(match.start())
    return found


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(read_table("sentences")[name])


@cache
def _measures() -> frozenset[str]:
    months = (month.lower() for language in LANGUAGES for month in grammar(language).months)
    return _entries("measures").union(months)
