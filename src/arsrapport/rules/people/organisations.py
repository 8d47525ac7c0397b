"""Organisations: what stands where one should, and is none, or nearly one."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.brackets import Key, belongs_to
from arsrapport.language.likeness import (
    LONGEST,
    Spelled,
    are_like_organisations,
    keys_of_organisation,
    spell,
)
from arsrapport.language.names import name_key, split_organisation
from arsrapport.rules.people.who import Mention, People, mentions, names_of, people_of
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.within import within

_COMPARED: Final = 30
"""Listed names of one key that a name is compared with."""

_PARTS: Final = re.compile(r"\s*[,;/]\s*|\s+[-\N{EN DASH}]\s+")
"""Between an organisation and something else: *Kystverket, referent*."""


class _Listed(Struct):
    """The names of the organisations that are listed, and those that are nearly one."""

    by_key: dict[str, list[tuple[str, Spelled]]] = field(default_factory=dict)
    nearest: dict[str, str] = field(default_factory=dict)

    def near(self, name: str) -> str:
        """Return the listed name that a name is nearly; "" when there is none."""
        key = name_key(name)
        if key not in self.nearest:
            self.nearest[key] = self._find(spell(name))
        return self.nearest[key]

    def _find(self, spelled: Spelled) -> str:
        for key in keys_of_organisation(spelled):
            for name, other in self.by_key.get(key, ())[:_COMPARED]:
                if are_like_organisations(spelled, other):
                    return name
        return ""


def misnamed_organisations(subject: Subject) -> Iterator[Diagnostic]:
    """AR307, AR308: see `no_organisation` and `nearly_listed`."""
    people = people_of(subject)
    listed = _list(people)
    for index, meeting in enumerate(subject.committee.meetings):
        for mention in mentions(index, meeting):
            found = list(no_organisation(mention, people, subject))
            yield from found
            if not found and subject.is_whole:
                yield from nearly_listed(mention, people, listed, subject)


def no_organisation(mention: Mention, people: People, subject: Subject) -> Iterator[Diagnostic]:
    """AR307: a note, items, a role or the like, where the organisation should stand.

    The evidence is that nobody lists it, and that it is made of words of that kind
    (language/brackets.toml).
    """
    # In *Kari Ås (sak 4) (Kystverket)* the first bracket is still with the name.
    name, before = split_organisation(mention.name)
    beside = {before: mention.place, mention.written_organisation: mention.organisation_place}
    for text, around in beside.items():
        if not text or len(text) > LONGEST or people.is_organisation(text):
            continue
        for value, key in _kinds(text):
            place = within(around, value, subject.texts, last=text is not before)
            yield fault("AR307", place, name=name or mention.name, value=value, key=key)


def _kinds(text: str) -> Iterator[tuple[str, Key]]:
    """Yield a text, or parts of it, that are no organisation, with the keys they belong to."""
    key = belongs_to(text)
    if key:
        yield text, key
        return
    for part in _PARTS.split(text):
        key = belongs_to(part)
        if key:
            yield part, key


def nearly_listed(
    mention: Mention, people: People, listed: _Listed, subject: Subject
) -> Iterator[Diagnostic]:
    """AR308: an organisation that nobody lists, while one that is listed has nearly its name."""
    text = mention.written_organisation or mention.name
    if people.is_organisation(text) or (text == mention.name and people.is_known(text)):
        return
    nearest = listed.near(text)
    if nearest:
        is_beside = bool(mention.written_organisation)
        place = mention.organisation_place if is_beside else mention.place
        named = within(place, text, subject.texts, last=is_beside)
        yield fault("AR308", named, name=text, nearest=nearest)


def _list(people: People) -> _Listed:
    listed = _Listed()
    for organisation in dict.fromkeys(people.organisations.values()):
        for name in names_of(organisation):
            spelled = spell(name)
            for key in dict.fromkeys(keys_of_organisation(spelled)):
                listed.by_key.setdefault(key, []).append((name, spelled))
    return listed


RULES: Final[tuple[Rule, ...]] = (misnamed_organisations,)
