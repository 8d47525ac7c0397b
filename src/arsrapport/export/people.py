"""Who is who in a record: what its parts call people, and the lists of those whom it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from arsrapport.export.shapes.who import OrganisationRecord, PersonRecord
from arsrapport.export.values import given, place_records
from arsrapport.model.archive import Committee, Mandate, Organisation, Participant, Person, Role
from arsrapport.model.report import Report
from arsrapport.source.place import Place

AnyRole: TypeAlias = Role | Literal["guest"]


class Names(Struct, frozen=True):
    """What a record calls people, and their mandates in the committee."""

    ids: Mapping[Person, str]
    mandates: Mapping[Person, Sequence[Mandate]]
    mandates_for: Mapping[tuple[Person, Organisation | None], Sequence[Mandate]]
    """By the organisation too."""

    def role(self, participant: Participant, day: date) -> AnyRole | UnsetType:
        """Return what somebody was at a meeting on a day.

        The role of a mandate in force, rather one for the organisation that she was there for;
        without one she is a guest. Where no mandate is on record at all, nobody can tell.
        """
        person, organisation = participant.person, participant.organisation
        if person is None or not self.mandates:
            return UNSET
        for found in (self.mandates_for.get((person, organisation)), self.mandates.get(person)):
            for mandate in found or ():
                if mandate.term.holds(day):
                    return mandate.role
        return "guest"


def names_of(committee: Committee, people: Iterable[Person]) -> Names:
    """Return what a record of a committee calls people.

    Args:
        committee: With its mandates, in force or not.
        people: All of the project, those of the register first and in its order.
    """
    mandates: dict[Person, list[Mandate]] = {}
    mandates_for: dict[tuple[Person, Organisation | None], list[Mandate]] = {}
    for mandate in committee.mandates:
        mandates.setdefault(mandate.person, []).append(mandate)
        mandates_for.setdefault((mandate.person, mandate.organisation), []).append(mandate)
    return Names(person_ids(people), mandates, mandates_for)


def person_ids(people: Iterable[Person]) -> dict[Person, str]:
    """Return a text for each person that no other has: her name.

    Several people of one name in the register are numbered in its order, *Bo Li (1)*, *Bo Li (2)*,
    whether a report has all of them or not. *Bo Li* is then somebody of that name, and nothing
    tells which.
    """
    everyone = tuple(dict.fromkeys(people))
    registered = Counter(person.name for person in everyone if person.place is not None)
    ids: dict[Person, str] = {}
    used: set[str] = set()
    numbers: Counter[str] = Counter()
    for person in everyone:
        name = id_ = person.name
        doubled = person.place is not None and registered[name] > 1
        while id_ in used or (doubled and id_ == name):
            numbers[name] += 1
            id_ = f"{name} ({numbers[name]})"
        used.add(id_)
        ids[person] = id_
    return ids


# --- the lists of those whom a record names -------------------------------------------------


class _Mention(Struct, frozen=True):
    """A line of the files that names a person: a mandate, or an entry on a meeting's list."""

    organisation: Organisation | None
    place: Place | None
    present: str = ""
    """The id of the meeting that she was present at."""
    apologies: str = ""
    """The id of the meeting that she sent word to."""


def people_records(report: Report, names: Names) -> tuple[PersonRecord, ...]:
    """Return the members, then the others in the order in which the minutes name them."""
    mentions: dict[Person, list[_Mention]] = {}
    for person, mention in _mentions(report):
        mentions.setdefault(person, []).append(mention)
    return tuple(
        PersonRecord(
            id=names.ids[person],
            name=person.name,
            initials=given(person.initials),
            organisations=_each(m.organisation.name for m in found if m.organisation),
            present=_each(m.present for m in found if m.present),
            apologies=_each(m.apologies for m in found if m.apologies),
            places=place_records(m.place for m in found),
        )
        for person, found in mentions.items()
    )


def _mentions(report: Report) -> Iterator[tuple[Person, _Mention]]:
    for row in report.members:
        for mandate in row.mandates:
            yield mandate.person, _Mention(mandate.organisation, mandate.place)
    for meeting in (*report.meetings, *report.planned):
        held = meeting.id if meeting.counts else ""
        for p in meeting.present or ():
            if p.person is not None:
                yield p.person, _Mention(p.organisation, p.place, present=held)
        for p in meeting.apologies or ():
            if p.person is not None:
                yield p.person, _Mention(p.organisation, p.place, apologies=held)


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def organisation_records(report: Report) -> tuple[OrganisationRecord, ...]:
    """Return the organisations that a record names: those with seats, then as they occur."""
    places: dict[str, list[Place | None]] = {}
    named: dict[str, Organisation] = {}
    for organisation, place in _organisations(report):
        named.setdefault(organisation.name, organisation)
        places.setdefault(organisation.name, [organisation.place]).append(place)
    return tuple(
        OrganisationRecord(
            name=name,
            short=given(organisation.short),
            listed_as=organisation.listed,
            places=place_records(places[name]),
        )
        for name, organisation in named.items()
    )


def _organisations(report: Report) -> Iterator[tuple[Organisation, Place | None]]:
    for row in report.seats:
        yield row.seat.organisation, row.seat.place
    for found in (_of_people(report), _of_meetings(report)):
        for organisation, place in found:
            if organisation is not None:
                yield organisation, place


def _of_people(report: Report) -> Iterator[tuple[Organisation | None, Place | None]]:
    for row in report.members:
        for mandate in row.mandates:
            yield mandate.organisation, mandate.place


def _of_meetings(report: Report) -> Iterator[tuple[Organisation | None, Place | None]]:
    for meeting in (*report.meetings, *report.planned):
        for participant in (*(meeting.present or ()), *(meeting.apologies or ())):
            yield participant.organisation, participant.place
        for item in meeting.items:
            for presenter in item.presenters:
                yield presenter.organisation, presenter.place
