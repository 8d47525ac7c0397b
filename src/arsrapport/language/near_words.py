"""Words that are nearly those of the format: *Tilak*, *Ansvr*, *Deadline*."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from arsrapport.language.keywords import Keyword, keyword
from arsrapport.language.openings import capitalised
from arsrapport.language.spellings import meant_word
from arsrapport.language.tables import read_table

Wrong: TypeAlias = Literal["leads", "labels"]
"""Which words people are known to write instead of the right ones."""


def is_keyword(word: str, kinds: Sequence[Keyword]) -> bool:
    """Say whether a word is one of the format's."""
    return word.casefold() in _known(kinds)


def misspelt_keyword(word: str, kinds: Sequence[Keyword]) -> str:
    """Return the word of the format that another is a slip of, with its capital; else ""."""
    small = word.casefold()
    if small in _known(kinds) or small in read_table("near_words")["others"]["words"]:
        return ""
    return _like(word, meant_word(small, _known(kinds)))


def replaced_keyword(word: str, wrong: Wrong) -> str:
    """Return the word of the format that people are known to write another for; else ""."""
    return _like(word, read_table("near_words")[wrong].get(word.casefold(), ""))


def is_condition(words: str) -> bool:
    """Say whether words say on which condition, as those do that stand beside a name."""
    first = words.casefold().partition(" ")[0]
    return first in read_table("near_words")["conditions"]["words"]


def _known(kinds: Sequence[Keyword]) -> tuple[str, ...]:
    return tuple(known.casefold() for kind in kinds for known in keyword(kind))


def _like(word: str, right: str) -> str:
    return capitalised(right) if word[:1].isupper() else right
