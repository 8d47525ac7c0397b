"""Spellings: how far a word is from one that is known, and whether it is a slip of it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

_LONGEST: Final = 100
"""Characters of what is compared; the comparison takes time with their square."""


def slips(word: str, known: str, limit: int) -> int:
    """Count the slips between two words: a letter too many, too few, another, or two swapped.

    Capitals make no difference.

    Args:
        word: As written.
        known: As it should be.
        limit: How many are of interest; more are not counted, and give one more than this.
    """
    first, second = word.casefold(), known.casefold()
    if abs(len(first) - len(second)) > limit or max(len(first), len(second)) > _LONGEST:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    last = ""
    for number, letter in enumerate(first, 1):
        above, before, row = before, row, [number]
        for index, (left, other) in enumerate(pairwise(f" {second}"), 1):
            count = min(before[index] + 1, row[-1] + 1, before[index - 1] + (letter != other))
            if index > 1 and number > 1 and (letter, last) == (left, other):
                count = min(count, above[index - 2] + 1)
            row.append(count)
        if min(row) > limit:
            return limit + 1
        last = letter
    return min(row[-1], limit + 1)


def slips_in(length: int) -> int:
    """Return how many slips in a word of some length leave no doubt which word was meant.

    None in short ones: a letter makes another word of *due*, *note* or *sak*.
    """
    return 0 if length < 5 else 1 if length < 9 else 2  # noqa: PLR2004 - the rule itself


def meant_word(word: str, known: Iterable[str]) -> str:
    """Return the known word that another is a slip of; "" when it is none, or known itself."""
    found = [(slips(word, right, slips_in(len(right))), right) for right in known]
    near = [(count, right) for count, right in found if count <= slips_in(len(right))]
    count, right = min(near, key=lambda pair: pair[0], default=(0, ""))
    return right if count else ""
