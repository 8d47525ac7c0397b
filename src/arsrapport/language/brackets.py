"""Brackets: what stands after a name where an organisation might, and is something else."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal, TypeAlias, cast

from msgspec import Struct

from arsrapport.language.names import name_key
from arsrapport.language.tables import read_table

Key: TypeAlias = Literal["note", "items", "for", "chair", "minutes", "role", ""]
"""The key of the format that a text belongs to: `role` in committee.yaml, the others in a meeting;
"" when it may be an organisation."""

_LONGEST: Final = 100
_WORD: Final = re.compile(r"[\w-]+")
_TIME: Final = re.compile(r"[0-9]{1,2}[.:][0-9]{2}")


class _Words(Struct, frozen=True):
    small: frozenset[str]
    words: Mapping[str, frozenset[str]]
    times: frozenset[str]
    """Among the words of a note, those that tell of a part of a meeting."""
    openings: Mapping[str, Sequence[Sequence[str]]]
    numbered: Mapping[str, frozenset[str]]


@cache
def _known() -> _Words:
    table = read_table("brackets")
    words = {key: frozenset(listed) for key, listed in table["words"].items()}
    times = words.pop("time")
    return _Words(
        small=frozenset(table["small"]),
        words={**words, "note": words["note"] | times},
        times=times,
        openings={
            key: [opening.split() for opening in openings]
            for key, openings in table["openings"].items()
        },
        numbered={key: frozenset(words) for key, words in table["numbered"].items()},
    )


def belongs_to(text: str) -> Key:
    """Return the key that a text belongs to: `digitalt` is a note, `sak 4` names items.

    A text with a single word that is not known is nothing of the kind: it may be an organisation.
    """
    if len(text) > _LONGEST:
        return ""
    known = _known()
    tokens = _WORD.findall(name_key(text))
    for key, openings in known.openings.items():
        if any(_begins(tokens, opening) for opening in openings):
            return cast("Key", key)
    fillers = known.small | known.words["note"]
    if _TIME.search(text) and _is_numbered(tokens, fillers):
        return "note"
    for key, words in known.numbered.items():
        if any(token in words for token in tokens) and _is_numbered(tokens, fillers | words):
            return cast("Key", key)
    said = [token for token in tokens if token not in known.small]
    for key, words in known.words.items():
        if said and words.issuperset(said):
            return cast("Key", key)
    return ""


def _begins(tokens: Sequence[str], opening: Sequence[str]) -> bool:
    """Say whether words begin so; after a short *for* comes a whole name."""
    left = len(tokens) - len(opening)
    return left >= (1 if len(opening) > 1 else 2) and tokens[: len(opening)] == opening


def _is_numbered(tokens: Sequence[str], others: frozenset[str]) -> bool:
    """Say whether words are numbers, and others that may stand among them."""
    numbers = [token for token in tokens if token[0].isdigit()]
    return bool(numbers) and all(token in others or token[0].isdigit() for token in tokens)


def tells_time(note: str) -> bool:
    """Say whether a note may tell of a part of a meeting: a clock time, *siste del*, a number."""
    tokens = _WORD.findall(name_key(note[:_LONGEST]))
    return any(token in _known().times or token[0].isdigit() for token in tokens)
