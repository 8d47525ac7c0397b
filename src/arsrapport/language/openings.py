"""Where a sentence begins, and the capital letter that it begins with."""

import re
from functools import cache
from typing import Final

from arsrapport.language.tables import read_table

_LONGEST_WORD: Final = 12
_OPENING: Final = r"[\s\"'«“(\[]*"
_ENDED: Final = re.compile(rf"[.!?…][\"'»”’)\]]{{0,3}}\s+{_OPENING}\Z")
_BLANK: Final = re.compile(rf"{_OPENING}\Z")


def opens_sentence(before: str) -> bool:
    """Say whether a sentence begins after a text; its last few words are enough."""
    ended = _ENDED.search(before)
    return bool(_BLANK.match(before)) or bool(ended and not is_abbreviation(before, ended.start()))


def is_abbreviation(text: str, stop: int) -> bool:
    """Say whether the full stop at an offset is that of an abbreviation or an initial."""
    word = re.split(r"[\s(\[«“]", text[max(0, stop - _LONGEST_WORD) : stop + 1])[-1]
    return word.lower() in _abbreviations() or bool(re.fullmatch(r"[A-ZÆØÅ]\.", word))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_table("sentences")["abbreviations"])


def capitalised(words: str) -> str:
    """Return words with a capital first letter; *15. mars* and *eInnsyn* as they are."""
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]
