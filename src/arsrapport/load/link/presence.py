"""Presence: who stands on a meeting's lists, and for which organisation."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from arsrapport.load.link.names import split_organisation
from arsrapport.load.link.roll import Roll
from arsrapport.model.archive import Organisation, Participant, Person, Presenter
from arsrapport.model.files.meeting import MeetingFile, PresentPerson
from arsrapport.source.place import Place


def split_participant(person: PresentPerson) -> tuple[str, str]:
    """Return the name and the organisation of somebody on a list, as written."""
    if person.organisation:
        return person.name, person.organisation
    return split_organisation(person.name)


def written_people(meeting: MeetingFile) -> Iterator[tuple[str, str]]:
    """Yield the names on a meeting's lists, each with the organisation that is written with it."""
    for person in (*(meeting.present or ()), *(meeting.apologies or ())):
        yield split_participant(person)


def written_organisations(meeting: MeetingFile) -> Iterator[str]:
    """Yield the organisations that a meeting writes beside its people."""
    for _, organisation in written_people(meeting):
        if organisation:
            yield organisation
    for item in meeting.agenda:
        for presenter in item.presenter or ():
            organisation = split_organisation(presenter)[1]
            if organisation:
                yield organisation


def link_participant(person: PresentPerson, roll: Roll, day: date, place: Place) -> Participant:
    """Link somebody on a list: a person, or an organisation that stands there alone.

    Somebody who stands in for another is there for that one's organisation, unless her own is
    written or follows from a mandate.
    """
    found: Person | None = None
    organisation = None if person.organisation else roll.organisations.find(person.name)
    name, written = person.name, ""
    if organisation is None:
        name, written = split_participant(person)
        found, organisation = roll.who(name, written, day)
    if organisation is None and person.for_:
        organisation = roll.who(*split_organisation(person.for_), day)[1]
    return Participant(
        name=name,
        written_organisation=written,
        person=found,
        organisation=organisation,
        items=person.items or (),
        away=person.except_ or (),
        stands_in_for=person.for_ or "",
        note=person.note or "",
        place=place,
    )


class Attendance(Struct, frozen=True):
    """Those whom a meeting may mean by a name."""

    roll: Roll
    day: date
    """On which mandates must be in force."""
    present: Mapping[Person, Organisation]
    """Those who were there, with the organisation that they were there for."""


def attendance(roll: Roll, day: date, present: Iterable[Participant]) -> Attendance:
    """Return a meeting's attendance."""
    there = {p.person: p.organisation for p in present if p.person and p.organisation}
    return Attendance(roll, day, there)


def link_presenter(text: str, attendance: Attendance, place: Place) -> Presenter:
    """Link who presents an item: a person, or an organisation.

    The organisation is the one in brackets, else what a person was present for, else that of the
    mandate.
    """
    roll, present = attendance.roll, attendance.present
    alone = roll.organisations.find(text)
    if alone is not None:
        return Presenter(text, "", alone, place)
    name, written = split_organisation(text)
    organisation = roll.who(name, written, attendance.day)[1]
    if not written:
        there = (present[p] for p in roll.candidates(name) if p in present)
        organisation = next(there, organisation)
    return Presenter(name, written, organisation, place)
