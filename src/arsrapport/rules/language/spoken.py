"""Spoken words: what an author wrote in her own words, not what she names, cites or links to."""

import re
from functools import lru_cache
from typing import Final

from arsrapport.rules.prose import BLANK, Words

WORD: Final = re.compile(r"[^\W\d_]+")
"""Letters, and nothing between them: *PC-bruken* is two words."""
_DOTTED: Final = re.compile(r"\.\w|@|://")

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]{1,64}@\S+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:no|com|org|net|eu|int|dk|se|uk)\b\S*"
    r"|(?<![\w.-])[\w-]{1,99}\.(?:pdf|docx?|xlsx?|pptx?|csv|md|html?|ya?ml|json|zip|txt)\b",
    re.IGNORECASE,
)
"""Addresses and names of files; their bounds keep a hostile line linear."""


def spoken(words: Words) -> str:
    """Return the author's own words, with addresses and names of files blanked out too."""
    own = words.own
    if not _DOTTED.search(own):
        return own
    return _ADDRESS.sub(lambda found: BLANK * len(found[0]), own)


@lru_cache(maxsize=1)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in small letters; each rule asks for those of the same run."""
    return frozenset(WORD.findall(text.lower()))
