"""Slugs: names that can be those of folders on every system."""

import re
import unicodedata
from typing import Final

from arsrapport.source.windows import is_device

LONGEST: Final = 40
"""Characters; with the files below it a path stays well within the 260 that Windows allows."""

_LETTERS: Final = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th"}
)
"""Letters that Unicode does not take apart into a plain one and a mark, as it does å (a)."""


def slug(text: str, fallback: str) -> str:
    """Return a text as `a-z`, `0-9` and `-`: *Utvalet for sjøkart* → `utvalet-for-sjokart`.

    It is cut between two words where it is long. With nothing left it is `fallback`, and that word
    goes before a name that Windows keeps for itself (`con`).
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    words = re.sub("[^a-z0-9]+", "-", plain.translate(_LETTERS)).strip("-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    if is_device(words):
        return f"{fallback}-{words}"
    return words or fallback
