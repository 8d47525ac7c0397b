"""What can be referred to, and the words by which it is referred to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.source.place import Place

TargetKind: TypeAlias = Literal["chapter", "appendix", "section", "item", "table", "figure"]


class Target(Struct, frozen=True):
    """Something with a name, numbered."""

    name: str
    kind: TargetKind
    number: str
    """*4*, *4.1*, *B*, *3.1*, or an item's own number; "" for none."""
    title: str
    """Its words, for what has no number."""
    id: str
    part: str
    """The name of the part that it stands in."""
    place: Place | None = None


class Targets(Struct, frozen=True):
    """Every target of a document, by part and name, and the letters of its appendices."""

    by_name: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)

    def find(self, name: str, part: str) -> tuple[Target, ...]:
        """Return those of that name, only those of the part itself when it has any."""
        found = self.by_name.get(name, ())
        return tuple(target for target in found if target.part == part) or found


def words_for(target: Target, targets: Targets, part: str, language: Language) -> str:
    """Return the words of a reference: *kapittel 4*, *Vedlegg B*, *Vedlegg B, sak 2*.

    Number and word are held together by a non-breaking space.
    """
    if not target.number:
        return target.title
    if target.kind == "item":
        own = _numbered("item", target.number, language, lower=True)
        if target.part == part or not (outer := targets.by_name.get(target.part)):
            return own
        return f"{words_for(outer[0], targets, part, language)}, {own}"
    if target.kind in {"chapter", "section"}:
        return _numbered("chapter", target.number, language, lower=True)
    return _numbered(target.kind, target.number, language)


def words_for_range(found: tuple[Target, ...], language: Language) -> str:
    """Return the words for several appendices in a row: *Vedlegg B–E*; one alone: *Vedlegg B*."""
    numbers = [target.number for target in found]
    if len(numbers) == 1:
        return _numbered("appendix", numbers[0], language)
    return _numbered("appendices", f"{numbers[0]}\N{EN DASH}{numbers[-1]}", language)


def letter(index: int) -> str:
    """Return the letter of an appendix: A … Z, AA, AB … for 0, 1, …."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def make_id(*words: str) -> str:
    """Return an address for the output: ASCII letters, digits and hyphens, from words."""
    plain = unicodedata.normalize("NFKD", "-".join(words).translate(_NORDIC))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})


def unique_id(wanted: str, taken: set[str]) -> str:
    """Return the id, or with a number added when it is taken; and take it."""
    candidate, count = wanted or "part", 1
    while candidate in taken:
        count += 1
        candidate = f"{wanted or 'part'}-{count}"
    taken.add(candidate)
    return candidate


def index_targets(targets: Iterable[Target]) -> Targets:
    """Put targets in order of their names."""
    by_name: dict[str, list[Target]] = {}
    for target in targets:
        by_name.setdefault(target.name, []).append(target)
    return Targets({name: tuple(found) for name, found in by_name.items()})


def _numbered(key: str, number: str, language: Language, *, lower: bool = False) -> str:
    word = label(language, key)
    return f"{word.lower() if lower else word}\N{NO-BREAK SPACE}{number}"
