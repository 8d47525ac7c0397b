"""Names: a person who was probably meant to be another, by the spelling of her name."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.likeness import Spelled, keys, likeness, spell
from arsrapport.language.names import name_key
from arsrapport.model.archive import Person
from arsrapport.rules.people.who import Identity, Mention, People, mentions, people_of
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.within import within

_COMPARED: Final = 30
"""Names of one key that another is compared with."""

_BEFORE: Final = re.compile(r"\([^()]*\)\s*")
"""An organisation before the name, not after it."""

_TOLD: Final = 3
"""Known names that are told beside one that is not."""


class _Seen(Struct):
    """What the minutes tell of a name, or of a known person under all her names."""

    first: Mention | None = None
    count: int = 0
    organisations: set[str] = field(default_factory=set)
    on_lists: set[int] = field(default_factory=set)
    """The meetings that have it on a list."""
    alone: set[int] = field(default_factory=set)
    """The meetings that have it elsewhere, without an organisation: she is one of those there."""

    def add(self, mention: Mention) -> None:
        """Take note of one more place that has the name."""
        self.first = self.first or mention
        self.count += 1
        if mention.organisation is not None:
            self.organisations.add(name_key(mention.organisation.name))
        if mention.is_listed:
            self.on_lists.add(mention.meeting)
        elif not mention.written_organisation:
            self.alone.add(mention.meeting)


class _Name(Struct):
    """A name as it is written, and what is seen of it."""

    name: str
    spelled: Spelled
    seen: _Seen
    person: Person | None = None
    """Who is known by it."""


class _Index(Struct):
    """Names by keys of which two that are alike have one in common."""

    by_key: dict[str, list[_Name]] = field(default_factory=dict)

    def add(self, name: _Name) -> None:
        for key in dict.fromkeys(keys(name.spelled)):
            self.by_key.setdefault(key, []).append(name)

    def alike(self, name: _Name) -> list[_Name]:
        """Return the names that are probably the same person's, the most alike first."""
        found: dict[str, dict[str, _Name]] = {"likely": {}, "possible": {}}
        for key in dict.fromkeys(keys(name.spelled)):
            for other in self.by_key.get(key, ())[:_COMPARED]:
                alike = likeness(name.spelled, other.spelled)
                if alike in found and _is_evidence(alike, name.seen, other.seen):
                    found[alike][other.name] = other
        return [*found["likely"].values(), *found["possible"].values()]


def _is_evidence(alike: str, one: _Seen, other: _Seen) -> bool:
    """Say whether two names that are alike are probably one person's.

    Side by side on the lists of one meeting, for two organisations, they are two; so are two forms
    of a name, whatever the organisation. Elsewhere two forms need the same organisation, or that
    one of them chairs, presents or minutes a meeting where the other is on a list.
    """
    is_shared = not one.organisations.isdisjoint(other.organisations)
    side_by_side = not one.on_lists.isdisjoint(other.on_lists)
    if alike == "likely":
        has_two = one.organisations and other.organisations and not is_shared
        return not (side_by_side and has_two)
    are_apart = one.alone.isdisjoint(other.on_lists) and other.alone.isdisjoint(one.on_lists)
    return not side_by_side and (is_shared or not are_apart)


class _Survey(Struct, frozen=True):
    """All names of a committee's files."""

    known: tuple[_Name, ...]
    """Those of people whom the register or a mandate names; one person may have several."""
    unknown: dict[str, _Name]
    """Those of all others, by their keys, in the order of the minutes."""
    people: People


def misspelt_names(subject: Subject) -> Iterator[Diagnostic]:
    """AR303, AR304: see `unknown_names`, `misspelt_members` and `two_spellings`."""
    if subject.is_whole:
        survey = _survey(subject)
        meant = _known_ones(survey)
        yield from unknown_names(subject, meant)
        yield from misspelt_members(subject, survey)
        yield from two_spellings(subject, survey, told=frozenset(meant))


def unknown_names(subject: Subject, meant: dict[str, str]) -> Iterator[Diagnostic]:
    """AR303: a name nobody knows, while a known person has nearly the same."""
    if not meant:
        return
    for mention in _mentions(subject):
        nearest = meant.get(name_key(mention.name))
        if nearest:
            place = within(mention.place, mention.name, subject.texts)
            yield fault("AR303", place, name=mention.name, nearest=nearest)


def misspelt_members(subject: Subject, survey: _Survey) -> Iterator[Diagnostic]:
    """AR303: a member who is not in the register, while somebody there has nearly her name."""
    registered = _Index()
    for name in survey.known:
        if name.person is not None and name.person.place is not None:
            registered.add(name)
    seen = {name.person: name.seen for name in survey.known}
    for index, mandate in enumerate(subject.committee.mandates):
        if mandate.person.place is None:
            written = _Name(mandate.name, spell(mandate.name), seen[mandate.person])
            nearest = _join(registered.alike(written))
            if nearest:
                place = subject.committee.positions.closest(("members", index, "name"))
                yield fault("AR303", place, name=mandate.name, nearest=nearest)


def two_spellings(subject: Subject, survey: _Survey, told: frozenset[str]) -> Iterator[Diagnostic]:
    """AR304: two spellings of a name that neither the register nor a mandate has.

    Told once, where the rarer of the two, or the later, first stands.
    """
    index = _Index()
    others = (name for key, name in survey.unknown.items() if key not in told)
    for name in sorted(others, key=lambda name: -name.seen.count):
        found = index.alike(name)
        index.add(name)
        if found and name.seen.first and found[0].seen.first:
            place = within(name.seen.first.place, name.name, subject.texts)
            before = str(found[0].seen.first.place)
            yield fault("AR304", place, name=name.name, other=found[0].name, place=before)


def _known_ones(survey: _Survey) -> dict[str, str]:
    """Return the known names that are near to unknown ones, by the keys of these."""
    index = _Index()
    for name in survey.known:
        index.add(name)
    near = ((key, _join(index.alike(name))) for key, name in survey.unknown.items())
    return {key: nearest for key, nearest in near if nearest}


def _join(names: list[_Name]) -> str:
    return ", ".join(name.name for name in names[:_TOLD])


def _survey(subject: Subject) -> _Survey:
    people = people_of(subject)
    seen: dict[Identity, _Seen] = {}
    unknown: dict[str, _Name] = {}
    for mention in _mentions(subject):
        if people.is_organisation(mention.name):
            continue
        for who in people.meant(mention.name):
            if not isinstance(who, Person) and who not in unknown:
                before = _BEFORE.match(mention.name)
                spelled = spell(mention.name[before.end() :] if before else mention.name)
                unknown[who] = _Name(mention.name, spelled, seen.setdefault(who, _Seen()))
            seen.setdefault(who, _Seen()).add(mention)
    for mandate in subject.committee.mandates:
        found = seen.setdefault(mandate.person, _Seen())
        if mandate.organisation:
            found.organisations.add(name_key(mandate.organisation.name))
    everyone = dict.fromkeys(person for them in people.known.values() for person in them)
    known = tuple(
        _Name(name, spell(name), seen.setdefault(person, _Seen()), person)
        for person in everyone
        for name in (person.name, *person.aliases)
    )
    return _Survey(known, unknown, people)


def _mentions(subject: Subject) -> Iterator[Mention]:
    for index, meeting in enumerate(subject.committee.meetings):
        yield from mentions(index, meeting)


RULES: Final[tuple[Rule, ...]] = (misspelt_names,)
