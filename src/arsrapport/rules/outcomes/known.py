"""Known names: whom and what a committee's files name, and which of them another is meant for."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from arsrapport.language.dates import read_date
from arsrapport.language.keywords import keyword
from arsrapport.language.likeness import (
    Spelled,
    are_like_organisations,
    keys,
    keys_of_organisation,
    likeness,
    spell,
)
from arsrapport.language.names import name_key, split_organisation
from arsrapport.language.near_words import is_condition
from arsrapport.rules.people.who import mentions, names_of
from arsrapport.rules.subject import Subject

_BETWEEN: Final = re.compile(r"\s*[/;+]\s*")
_AND: Final = re.compile(r"\s*&\s*|\s+(?:og|and)\s+", re.IGNORECASE)
"""Stands within names, too: *Vann- og avløpsetaten*."""

_LONGEST: Final = 200
_COMPARED: Final = 20
_SHORTEST: Final = 4
"""Letters of an abbreviation, or of one of a person's names, that tell whom it means."""


class Doubt(Struct, frozen=True):
    """Why a name is most likely a mistake."""

    nearest: str = ""
    """What was probably meant, several names with commas between; "" when that is not known."""
    is_no_name: bool = False
    """Whether it is none at all, whatever other files say."""


class _Name(Struct, frozen=True):
    name: str
    spelled: Spelled
    is_organisation: bool


class Known(Struct):
    """The names that are known: of people, organisations, groups and everyone."""

    names: dict[str, str]
    """As first written, by key."""
    alike: dict[str, list[_Name]] = field(default_factory=dict)
    """By the keys of which two that are alike have one in common."""
    parts: dict[str, dict[str, None]] = field(default_factory=dict)
    """The people of each first name and surname, as keys."""
    organisations: list[tuple[str, str]] = field(default_factory=list)
    """Keys of organisations' names, in order, each with the full name."""

    def doubt(self, name: str) -> Doubt | None:
        """Say why a name is most likely a mistake; None when it is known, or just unknown."""
        base, organisation = split_organisation(name)
        if self.has(name) or len(name) > _LONGEST:
            return None
        if not any(map(str.isalpha, name)) or read_date(name) or is_condition(name):
            return Doubt(is_no_name=True)
        several = self._several(name)
        if several:
            return Doubt(several)
        if self.has(base):
            return None
        near = self._near(base)
        return None if near is None else Doubt(f"{near} ({organisation})" if organisation else near)

    def has(self, name: str) -> bool:
        """Say whether a name is known as it is."""
        return name_key(name) in self.names

    def _several(self, name: str) -> str:
        """Return names that stand in one, with commas between; "" when there are not several."""
        parts = list(filter(None, _BETWEEN.split(name)))
        if len(parts) > 1 and any(map(self.has, parts)):
            return ", ".join(self._near(part) or part for part in parts)
        parts = list(filter(None, _AND.split(name)))
        return ", ".join(parts) if len(parts) > 1 and all(map(self.has, parts)) else ""

    def _near(self, name: str) -> str | None:
        """Return the known name that another is most likely meant for.

        None when it is like none of them, "" when it is a part of several.
        """
        key = name_key(name).rstrip(".")
        if key in self.names:
            return None
        spelled = spell(name)
        wanted = dict.fromkeys([*keys(spelled), *keys_of_organisation(spelled)])
        found = [other for key in wanted for other in self.alike.get(key, ())[:_COMPARED]]
        like = next((other.name for other in found if _are_alike(spelled, other)), None)
        return like or self._whole(key, name) or self._of_part(key)

    def _whole(self, key: str, written: str) -> str | None:
        """Return the one organisation whose name begins as an abbreviation does."""
        is_short = written.endswith(".") or written[:1].isupper()
        if len(key) < _SHORTEST or not is_short:
            return None
        start = bisect_left(self.organisations, (key, ""))
        near = self.organisations[start : start + _COMPARED]
        found = {name for known, name in near if known.startswith(key)}
        return found.pop() if len(found) == 1 else None

    def _of_part(self, key: str) -> str | None:
        found = self.parts.get(key, {}) if len(key) >= _SHORTEST else {}
        return next(iter(found)) if len(found) == 1 else "" if found else None


def _are_alike(spelled: Spelled, other: _Name) -> bool:
    if other.is_organisation:
        return are_like_organisations(spelled, other.spelled)
    return bool(likeness(spelled, other.spelled))


# --- gathering them -------------------------------------------------------------------------


def known_names(subject: Subject) -> Known:
    """Return the names that a committee's files, its project's register and its minutes have."""
    known = Known({word: word for word in keyword("everyone")})
    for organisation in subject.archive.organisations:
        for name in names_of(organisation):
            known.organisations.append((name_key(name), organisation.name))
            _add(known, name, is_organisation=True)
    known.organisations.sort()
    for name in _groups(subject):
        _add(known, name, is_organisation=True)
    for name, person in _people(subject):
        if _add(known, name, is_organisation=False):
            for part in name_key(name).split():
                known.parts.setdefault(part, {})[person] = None
    for initials in (person.initials for person in subject.archive.people if person.initials):
        known.names.setdefault(name_key(initials), initials)
    return known


def _add(known: Known, name: str, *, is_organisation: bool) -> bool:
    """Take note of a name; say whether it is a new one."""
    key = name_key(name)
    if not key or key in known.names:
        return False
    known.names[key] = name
    entry = _Name(name, spell(name), is_organisation)
    for like in set((keys_of_organisation if is_organisation else keys)(entry.spelled)):
        known.alike.setdefault(like, []).append(entry)
    return True


def _groups(subject: Subject) -> Iterator[str]:
    for group in subject.committee.working_groups:
        yield from (group.name, group.under, group.committee)
    for committee in subject.archive.committees:
        yield committee.id
        yield from dict(committee.names).values()


def _people(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield the names of people, each with the one that its person is best known by."""
    for person in subject.archive.people:
        yield from ((name, person.name) for name in (person.name, *person.aliases))
    for mandate in subject.committee.mandates:
        yield mandate.name, mandate.person.name
    for index, meeting in enumerate(subject.committee.meetings):
        for mention in mentions(index, meeting):
            yield mention.name, mention.name
