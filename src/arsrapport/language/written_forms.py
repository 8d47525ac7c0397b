"""Written forms: words of bokmål that are wrong in nynorsk, and the other way round, as data.

The official spelling of 2012 (nynorsk) and 2005 (bokmål) holds, with all the freedom that it gives:
a form is listed only where it is wrong in every sense. What is right in some other sense is told
only where the words around it show which one is meant.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.language.tables import read_table

Norwegian: TypeAlias = Literal["nn", "nb"]

UNSURE: Final = ""
"""The better form when a word is surely wrong, but what to write instead depends on the sense."""

LONGEST: Final = 60
"""Letters of a word that is looked at; no word of either form is that long."""

_SHORTEST: Final = 4
"""Letters of what a compound begins with; shorter ones are found where they are none."""


class _Forms(Struct, frozen=True):
    words: Mapping[str, str]
    endings: Mapping[str, str]
    lengths: tuple[int, ...]
    """Of the endings, the longest first."""
    firsts: Mapping[str, str]
    """What is wrong at the beginning of a compound, if not alone."""
    right: tuple[str, ...]
    """Words and endings that are right though an ending fits them."""


class Homograph(Struct, frozen=True):
    """A word that is right in one sense, and how it looks where it is wrong."""

    pattern: re.Pattern[str]
    """The word, as its group `word`, with what must stand around it."""
    better: str


@lru_cache(maxsize=1 << 16)
def better_form(form: Norwegian, word: str) -> str | None:
    """Return what to write instead of a word, or None when nothing is wrong with it.

    Args:
        form: The written form of the text.
        word: In small letters.
    """
    forms = _forms(form)
    if word in forms.words:
        return forms.words[word]
    if len(word) > LONGEST or word.endswith(forms.right):
        return None
    for length in forms.lengths:
        first = word[:-length]
        if word[-length:] in forms.endings and len(first) != 1:
            return _compound(form, first, forms.endings[word[-length:]])
    return None


def _compound(form: Norwegian, first: str, last: str) -> str:
    """Return a compound, its beginning made right too: *sykehus|tjenesten*."""
    firsts = _forms(form).firsts
    for size in range(len(first), _SHORTEST - 1, -1):
        better = firsts.get(first[:size], better_form(form, first[:size]))
        if better is not None:
            return better + first[size:] + last if better.isalpha() and last else UNSURE
    return first + last if last else UNSURE


@cache
def homographs(form: Norwegian) -> Mapping[str, tuple[Homograph, ...]]:
    """Return the words that only what stands around them shows to be wrong."""
    table = read_table(f"spelling/{form}")
    found: dict[str, tuple[Homograph, ...]] = {}
    for context in table["contexts"]:
        for word, better in context["words"].items():
            pattern = _pattern(word, context, table["sets"])
            found[word] = (*found.get(word, ()), Homograph(pattern, better))
    return found


def _pattern(word: str, context: Mapping[str, str], sets: Mapping[str, str]) -> re.Pattern[str]:
    unless, before, after = (context.get(key, "") for key in ("unless", "before", "after"))
    never = rf"(?<!\b{unless})" if unless else ""
    written = rf"(?<![\w-]){never}{before}(?P<word>{word})(?![\w-]){after}(?!\w)"
    for name, words in sets.items():
        written = written.replace("{" + name + "}", words)
    return re.compile(written, re.IGNORECASE)


@cache
def _forms(form: Norwegian) -> _Forms:
    table = read_table(f"spelling/{form}")
    lengths = sorted({len(ending) for ending in table["endings"]}, reverse=True)
    return _Forms(
        words=table["words"],
        endings=table["endings"],
        lengths=tuple(lengths),
        firsts=table["firsts"],
        right=tuple(table["right"]),
    )
