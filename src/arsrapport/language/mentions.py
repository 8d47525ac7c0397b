"""Mentions: where a text names one of some people or things.

The time taken is linear in the text, however many names there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.language.names import name_key

LONGEST: Final = 8
"""Words of a name that are looked at; a longer one is known by its first ones."""

_WORD: Final = re.compile(r"[\w\u0300-\u036f]+")


class Mentions(Struct, frozen=True):
    """Names to look for, each as its words; what stands between them makes no difference."""

    names: frozenset[tuple[str, ...]]
    lengths: Mapping[str, Sequence[int]]
    """How many words the names have that begin with a word, the longest first."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where names begin and end in a text; a genitive with *s* is one too."""
        found = list(_WORD.finditer(text))
        words = [name_key(word[0]) for word in found]
        index = 0
        while index < len(found):
            length = self._length(words[index : index + LONGEST])
            if length:
                yield found[index].start(), found[index + length - 1].end()
            index += length or 1

    def are_in(self, text: str) -> bool:
        """Say whether a text has any of the names."""
        return any(True for _ in self.spans(text))

    def _length(self, words: Sequence[str]) -> int:
        """Return how many of some words, from the first on, are a name; 0 for none."""
        firsts = dict.fromkeys((words[0], words[0].removesuffix("s")))
        for length in (each for first in firsts for each in self.lengths.get(first, ())):
            name = tuple(words[:length])
            bare = (*name[:-1], name[-1].removesuffix("s"))
            if len(name) == length and (name in self.names or bare in self.names):
                return length
        return 0


def mentions_of(names: Iterable[str]) -> Mentions:
    """Return what finds these names; one without letters or figures is never found."""
    known = {tuple(words_of(name)[:LONGEST]) for name in names} - {()}
    lengths: dict[str, set[int]] = {}
    for words in known:
        lengths.setdefault(words[0], set()).add(len(words))
    ordered = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    return Mentions(frozenset(known), ordered)


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded as names are."""
    return [name_key(word) for word in _WORD.findall(text)]
