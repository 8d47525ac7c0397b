"""Who is who to the rules: the people that are known, and every place that names one."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from msgspec import Struct

from arsrapport.language.names import name_key, split_organisation
from arsrapport.model.archive import Mandate, Meeting, Organisation, Participant, Person
from arsrapport.rules.subject import Subject
from arsrapport.source.place import Place

Identity: TypeAlias = Person | str
"""A person whom register.yaml or a mandate names; for all others, the key of the name."""

LISTS: Final = ("present", "apologies")


class People(Struct, frozen=True):
    """The people whom register.yaml or a mandate of the committee names."""

    known: Mapping[str, tuple[Person, ...]]
    """By the keys of their names and aliases; in the register a name goes before an alias."""
    mandates: Mapping[Person, tuple[Mandate, ...]]
    organisations: Mapping[str, Organisation]
    """Those that register.yaml or committee.yaml lists, by the keys of their names."""

    def meant(self, name: str) -> tuple[Identity, ...]:
        """Return everyone whom a name may mean."""
        key = name_key(name)
        return self.known.get(key) or (key,)

    def one(self, name: str) -> Identity | None:
        """Return whom a name means; None when it may mean several, or is an organisation's."""
        found = self.meant(name)
        return found[0] if len(found) == 1 and not self.is_organisation(name) else None

    def on_list(self, participant: Participant) -> Identity | None:
        """Return who somebody on a list is; None when that is not certain."""
        if participant.person is None:
            return None
        found = self.meant(participant.name)
        if participant.person in found:
            return participant.person
        return found[0] if len(found) == 1 else None

    def is_known(self, name: str) -> bool:
        """Say whether the register or a mandate names somebody so."""
        return name_key(name) in self.known

    def organisation(self, name: str) -> Organisation | None:
        """Return the listed organisation of a name; None when there is none."""
        return self.organisations.get(name_key(name))

    def is_organisation(self, name: str) -> bool:
        """Say whether a name is that of a listed organisation."""
        return self.organisation(name) is not None


def people_of(subject: Subject) -> People:
    """Return the people and organisations that a committee's files and the register list."""
    mandates: dict[Person, list[Mandate]] = {}
    for mandate in subject.committee.mandates:
        mandates.setdefault(mandate.person, []).append(mandate)
    names: dict[str, list[Person]] = {}
    others: dict[str, list[Person]] = {}
    for person in dict.fromkeys([*subject.archive.people, *mandates]):
        if person.place is not None or person in mandates:
            names.setdefault(name_key(person.name), []).append(person)
            for key in dict.fromkeys(map(name_key, person.aliases)):
                others.setdefault(key, []).append(person)
    return People(
        {key: tuple(them) for key, them in (others | names).items()},
        {person: tuple(them) for person, them in mandates.items()},
        _organisations(subject),
    )


def _organisations(subject: Subject) -> dict[str, Organisation]:
    committee = subject.committee
    listed = [
        *(found for found in subject.archive.organisations if found.place is not None),
        *(seat.organisation for seat in committee.seats),
        *(mandate.organisation for mandate in committee.mandates if mandate.organisation),
    ]
    return {
        name_key(name): organisation
        for organisation in reversed(dict.fromkeys(listed))
        for name in names_of(organisation)
    }


def names_of(organisation: Organisation) -> tuple[str, ...]:
    """Return the names of an organisation, the full one first."""
    found = (
        organisation.name,
        organisation.full,
        organisation.short,
        organisation.listed_as,
        *organisation.aliases,
    )
    return tuple(filter(None, found))


# --- where they are named -------------------------------------------------------------------


class Mention(Struct, frozen=True):
    """A place that names a person, or an organisation that stands where a person may."""

    name: str
    written_organisation: str
    """As written with the name; "" when there is none."""
    organisation: Organisation | None
    """Whom she is there for, as far as the minutes tell."""
    meeting: int
    """Its index among the committee's meetings."""
    is_listed: bool
    """Whether it is on the list of those present or of apologies."""
    place: Place
    """Of the text that holds the name."""
    organisation_place: Place
    """Of the text that holds the organisation."""


def mentions(index: int, meeting: Meeting) -> Iterator[Mention]:
    """Yield every place of a meeting's front matter that names somebody, in its order there.

    Args:
        index: Of the meeting in the committee.
        meeting: The meeting.
    """
    at = meeting.positions
    for count, name in enumerate(meeting.minutes_by):
        yield _by_name(name, index, at.entry(("minutes", "by"), count))
    for count, name in enumerate(meeting.chair):
        yield _by_name(name, index, at.entry(("chair",), count))
    for part in LISTS:
        for count, participant in enumerate(entries(meeting, part)):
            yield _participant(participant, index, meeting, (part, count))
            if participant.stands_in_for:
                place = at.closest((part, count, "for"))
                yield _by_name(participant.stands_in_for, index, place)
    for item in meeting.items:
        for presenter in item.presenters:
            place = presenter.place or meeting.place
            yield Mention(
                name=presenter.name,
                written_organisation=presenter.written_organisation,
                organisation=presenter.organisation,
                meeting=index,
                is_listed=False,
                place=place,
                organisation_place=place,
            )


def entries(meeting: Meeting, part: str) -> tuple[Participant, ...]:
    """Return those on one of a meeting's lists, `present` or `apologies`; none if not recorded."""
    return (meeting.present if part == "present" else meeting.apologies) or ()


def _participant(
    participant: Participant, index: int, meeting: Meeting, route: tuple[str, int]
) -> Mention:
    at = meeting.positions
    name_place = at.closest((*route, "name"))
    written = at.at(*route, "organisation")
    return Mention(
        name=participant.name,
        written_organisation=participant.written_organisation,
        organisation=participant.organisation,
        meeting=index,
        is_listed=True,
        place=name_place,
        organisation_place=written.value if written else name_place,
    )


def _by_name(text: str, index: int, place: Place) -> Mention:
    name, organisation = split_organisation(text)
    return Mention(
        name, organisation, None, index, is_listed=False, place=place, organisation_place=place
    )
