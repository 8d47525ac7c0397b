"""Likeness: two names that may be one name, spelled or shortened in two ways.

Names one letter apart are often two people (*Anne* and *Arne*, *Hansen* and *Jansen*, *Marit* and
*Marita*). So the parts of two names must agree but for one, and the longer that part is, the less
likely a letter is to be meant. The bounds are ours, set by Norwegian names.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.language.names import name_key

Likeness: TypeAlias = Literal["same", "likely", "possible", ""]
"""*likely*: one name, misspelt. *possible*: two forms of a name, which people choose; somebody else
may have the other, unless something more says that it is she. "": two names."""

LONGEST: Final = 80
"""Characters of a name that is compared; hostile ones are not."""

_MOST_PARTS: Final = 8

_SHORTEST: Final = 6
"""Letters of a part that may be misspelt at all."""

_SWAP: Final = 6
"""Letters of a part of which two beside each other are likely to be swapped: *Kirsti, Kristi*."""

_INNER: Final = 9
"""Letters of a part in which one is likely to be too much, too little or mistaken."""

_POSSIBLE: Final = 7
"""Letters of a part in which that is possible; at its end, of both."""

_DOUBLED: Final = 6
"""Letters of a part of which one is likely to be doubled by mistake: *Jenssen*, but not *Anne*."""

_BREAKS: Final = re.compile(r"[\s.,;:/()\"-]+")
_LETTERS: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "ä": "ae", "ö": "o", "ü": "u", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
)
_DOUBLES: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = (
    (re.compile("ch|ck|q"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("c"), "k"),
    (re.compile("w"), "v"),
    (re.compile("x"), "ks"),
)
_DEFINITE: Final = re.compile("(?<=.{6})e[tn]$")


class Part(Struct, frozen=True):
    """A part of a name, more and more of its spelling taken away."""

    plain: str
    """Without what a keyboard may lack: *as* for *ås* and *aas*."""
    single: str
    """Without doubled letters: *jensen* for *jenssen*."""
    sound: str
    """Without letters that sound alike: *kristian* for *christian*."""


class Spelled(Struct, frozen=True):
    """A name, ready to be compared; without parts when it cannot be."""

    parts: tuple[Part, ...]
    ordered: tuple[str, ...] = ()
    """Its plain parts, in the order of the alphabet."""
    initials: frozenset[str] = frozenset()
    """The first letter of each part, as it sounds; names that are alike have the same."""

    @property
    def key(self) -> str:
        """What names have in common that differ in spaces and spelling alone."""
        return "".join(part.sound for part in self.parts)


def spell(name: str) -> Spelled:
    """Make a name ready to be compared. One with figures in it is a number, and like no other."""
    return _spell(name) if len(name) <= LONGEST else Spelled(())


@lru_cache(maxsize=10_000)
def _spell(name: str) -> Spelled:
    if any(sign.isdigit() for sign in name):
        return Spelled(())
    words = [word for word in _BREAKS.split(name_key(name)) if word]
    if len(words) > _MOST_PARTS:
        return Spelled(())
    parts = tuple(part for part in map(_part, words) if part.plain)
    return Spelled(
        parts,
        ordered=tuple(sorted(part.plain for part in parts)),
        initials=frozenset(part.sound[:1] for part in parts),
    )


def _part(word: str) -> Part:
    letters = unicodedata.normalize("NFD", word.translate(_LETTERS))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    plain = plain.replace("aa", "a").replace("oe", "o")
    single = _DOUBLES.sub(r"\1", plain)
    sound = single
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return Part(plain, single, _DOUBLES.sub(r"\1", sound))


# --- people ---------------------------------------------------------------------------------


def likeness(one: Spelled, other: Spelled) -> Likeness:
    """Say how alike the names of two people are; a single word is nobody's whole name."""
    if min(len(one.parts), len(other.parts)) < 2:  # noqa: PLR2004 - a name and a surname
        return ""
    if len(one.parts) != len(other.parts):
        short, long = sorted((one.parts, other.parts), key=len)
        return "possible" if _is_shortened(short, long) else ""
    if one.ordered == other.ordered:
        return "likely"
    pairs = zip(one.parts, other.parts, strict=True)
    return _worst([pair for pair in pairs if pair[0].plain != pair[1].plain])


def _worst(unlike: Sequence[tuple[Part, Part]]) -> Likeness:
    """Return how alike names are of which these parts are not the same.

    They may all be typed otherwise; beyond that, the spelling of one may differ.
    """
    if len(unlike) > 1 and sum(part.sound != other.sound for part, other in unlike) > 1:
        return ""
    found = [_parts_alike(part, other) for part, other in unlike]
    typed = [part.single == other.single for part, other in unlike]
    slips = sum(alike == "possible" or not same for alike, same in zip(found, typed, strict=True))
    if "" in found or slips > 1:
        return ""
    return "possible" if "possible" in found else "likely"


def _parts_alike(part: Part, other: Part) -> Likeness:
    if part.plain == other.plain:
        return "same"
    lengths = sorted((len(part.plain), len(other.plain)))
    if part.single == other.single:
        return "likely" if lengths[1] >= _DOUBLED else "possible"
    if part.sound == other.sound or _is_initial(part, other):
        return "possible"
    return _slip(part.single, other.single, *lengths) if lengths[0] >= _SHORTEST else ""


def _slip(one: str, other: str, shorter: int, longer: int) -> Likeness:
    """Say how likely it is that one of two words of these lengths is the other, misspelt."""
    edit = _one_edit(one, other)
    if (edit == "swap" and shorter >= _SWAP) or (edit == "inner" and shorter >= _INNER):
        return "likely"
    if (edit == "inner" and longer >= _POSSIBLE) or (edit == "end" and shorter >= _POSSIBLE):
        return "possible"
    return ""


def _is_initial(part: Part, other: Part) -> bool:
    return 1 in {len(part.plain), len(other.plain)} and part.plain[0] == other.plain[0]


def _is_shortened(short: tuple[Part, ...], long: tuple[Part, ...]) -> bool:
    """Say whether names have the first and the last part in common, and one lacks some between."""
    ends = ((short[0], long[0]), (short[-1], long[-1]))
    if any(part.single != other.single for part, other in ends):
        return False
    left = iter(long[1:-1])
    return all(any(_is_form(part, other) for other in left) for part in short[1:-1])


def _is_form(part: Part, other: Part) -> bool:
    return part.sound == other.sound or _is_initial(part, other)


def _one_edit(one: str, other: str) -> Literal["swap", "inner", "end", ""]:
    """Say which single slip parts two words: two letters swapped, or one more, less or other.

    The first letter is seldom mistaken, and the last makes another name of many (*Kristin* and
    *Kristine*).
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1 or (short[:3] != long[:3] and short[-2:] != long[-2:]):
        return ""
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at == 0:
        return ""
    if short == f"{long[:at]}{long[at : at + 2][::-1]}{long[at + 2 :]}":
        return "swap"
    rest = at + 1 if len(short) == len(long) else at
    if short[rest:] != long[at + 1 :]:
        return ""
    return "end" if at == len(long) - 1 else "inner"


def may_be(one: Spelled, other: Spelled) -> bool:
    """Say whether two names may be one person's, whichever parts are left out or shortened.

    Far more than `likeness` finds: good for holding something back, not for telling it.
    """
    short, long = (one, other) if len(one.parts) <= len(other.parts) else (other, one)
    if not short.parts or not short.initials <= long.initials:
        return False
    return all(any(_parts_alike(part, other) for other in long.parts) for part in short.parts)


def keys(spelled: Spelled) -> Iterator[str]:
    """Yield keys of which two people's names that are alike have at least one in common."""
    parts = spelled.parts
    if len(parts) < 2:  # noqa: PLR2004 - a name and a surname
        return
    sounds = [part.sound for part in parts]
    yield " ".join(sorted(sounds))
    yield f"{sounds[0]} … {sounds[-1]}"
    yield from _keys_but_one(parts)


def _keys_but_one(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield, for each part, the others with its first letter."""
    sounds = [part.sound for part in parts]
    for index, part in enumerate(parts):
        yield " ".join([*sounds[:index], f"{part.single[:1]}…", *sounds[index + 1 :]])


# --- organisations --------------------------------------------------------------------------


def are_like_organisations(one: Spelled, other: Spelled) -> bool:
    """Say whether two names are one organisation's, misspelt or with spaces put otherwise.

    Short names of a few letters are never misspelt ones: *KV* and *KT* are two.
    """
    if not one.parts or not other.parts:
        return False
    if "".join(part.plain for part in one.parts) == "".join(part.plain for part in other.parts):
        return True
    if one.key == other.key:
        return len(one.key) >= _DOUBLED
    if len(one.parts) != len(other.parts):
        return False
    pairs = zip(one.parts, other.parts, strict=True)
    unlike = [pair for pair in pairs if pair[0].single != pair[1].single]
    return len(unlike) == 1 and _are_like_words(*unlike[0])


def _are_like_words(part: Part, other: Part) -> bool:
    lengths = sorted((len(part.plain), len(other.plain)))
    if part.sound == other.sound:
        return lengths[0] >= _DOUBLED
    if _DEFINITE.sub("", part.plain) == _DEFINITE.sub("", other.plain):
        return True
    match _one_edit(part.single, other.single):
        case "swap":
            return lengths[0] >= _SWAP
        case "inner":
            return lengths[1] >= _POSSIBLE
        case "end":
            return lengths[0] >= _POSSIBLE
        case _:
            return False


def keys_of_organisation(spelled: Spelled) -> Iterator[str]:
    """Yield keys of which two organisations' names that are alike have at least one in common."""
    if spelled.parts:
        yield spelled.key
        yield from _keys_but_one(spelled.parts)
