"""The vocabulary of a project: the words that it avoids itself, and the names that it knows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from arsrapport.model.archive import Archive

PHRASES: Final = 1000
"""How many of a project's own phrases are looked for, and names with one word in common."""
_WORD: Final = re.compile(r"[^\W\d_]+")


class Vocabulary(Struct, frozen=True):
    """What a project says of words."""

    avoided: Mapping[str, Mapping[str, str]]
    """By language: words in small letters, each with the one to use; "" to allow it."""
    phrases: Mapping[str, re.Pattern[str]]
    """By language: those that are more than one word."""
    names: Mapping[str, tuple[str, ...]]
    """Organisations and people, by each word in their names, in small letters."""

    def is_in_a_name(self, text: str, start: int, end: int) -> bool:
        """Say whether the characters from `start` up to `end` are within a name."""
        for name in self.names.get(text[start:end].lower(), ()):
            first = text.find(name, max(0, end - len(name)), start + len(name))
            if first != -1:
                return True
        return False


def vocabulary(archive: Archive, words: Mapping[str, Mapping[str, str]]) -> Vocabulary:
    """Return the vocabulary of a project."""
    avoided = {
        language: {word.lower(): better for word, better in listed.items()}
        for language, listed in words.items()
    }
    phrases = {language: _phrases(listed) for language, listed in avoided.items()}
    found = {language: phrase for language, phrase in phrases.items() if phrase}
    return Vocabulary(avoided, found, _by_word(_names(archive)))


def _phrases(words: Iterable[str]) -> re.Pattern[str] | None:
    written = [re.escape(word) for word in words if word.strip() and not _WORD.fullmatch(word)]
    if not written:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(written[:PHRASES])})(?!\w)", re.IGNORECASE)


def _names(archive: Archive) -> Iterator[str]:
    for organisation in archive.organisations:
        yield from (organisation.name, organisation.short, organisation.listed_as)
        yield from organisation.aliases
    for person in archive.people:
        yield from (person.name, *person.aliases)
    for committee in archive.committees:
        yield from (name for _, name in committee.names)
        yield from (group.name for group in committee.working_groups)


def _by_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        for word in set(_WORD.findall(name.lower())):
            known = found.setdefault(word, [])
            if len(known) < PHRASES:
                known.append(name)
    return {word: tuple(known) for word, known in found.items()}
