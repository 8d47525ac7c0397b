"""Presence: who stands on a meeting's lists, and for which organisation."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.language.names import split_organisation
from arsrapport.load.link.roll import Roll
from arsrapport.model.archive import Meeting, Organisation, Participant, Person, Presenter
from arsrapport.model.files.meeting import PresentPerson
from arsrapport.source.place import Place


def participant_as_written(person: PresentPerson, place: Place) -> Participant:
    """Return somebody on a list before anyone is linked: the name may hold the organisation."""
    return Participant(
        name=person.name,
        written_organisation=person.organisation or "",
        person=None,
        organisation=None,
        items=person.items or (),
        away=person.except_ or (),
        stands_in_for=person.for_ or "",
        note=person.note or "",
        place=place,
    )


def presenter_as_written(text: str, place: Place) -> Presenter:
    """Return who presents an item before anyone is linked: the name may hold the organisation."""
    return Presenter(text, "", None, place)


def written_people(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the names on a meeting's lists, each with the organisation that is written with it.

    The meeting is as written; its people are not linked yet.
    """
    for person in (*(meeting.present or ()), *(meeting.apologies or ())):
        yield _split(person)


def written_organisations(meeting: Meeting) -> Iterator[str]:
    """Yield the organisations that a meeting, as written, has beside its people."""
    for _, organisation in written_people(meeting):
        if organisation:
            yield organisation
    for item in meeting.items:
        for presenter in item.presenters:
            organisation = split_organisation(presenter.name)[1]
            if organisation:
                yield organisation


def _split(person: Participant) -> tuple[str, str]:
    if person.written_organisation:
        return person.name, person.written_organisation
    return split_organisation(person.name)


def link_people(meeting: Meeting, roll: Roll) -> Meeting:
    """Link the people and organisations of a meeting that is as written."""
    day = meeting.first
    present = _link_list(meeting.present, roll, day)
    there = attendance(roll, day, present or ())
    return replace(
        meeting,
        present=present,
        apologies=_link_list(meeting.apologies, roll, day),
        items=tuple(
            replace(item, presenters=tuple(link_presenter(p, there) for p in item.presenters))
            for item in meeting.items
        ),
    )


def _link_list(
    listed: tuple[Participant, ...] | None, roll: Roll, day: date
) -> tuple[Participant, ...] | None:
    return None if listed is None else tuple(link_participant(p, roll, day) for p in listed)


def link_participant(written: Participant, roll: Roll, day: date) -> Participant:
    """Link somebody on a list: a person, or an organisation that stands there alone.

    Somebody who stands in for another is there for that one's organisation, unless her own is
    written or follows from a mandate.
    """
    alone = None if written.written_organisation else roll.organisations.find(written.name)
    if alone is not None:
        return replace(written, organisation=alone)
    name, beside = _split(written)
    person, organisation = roll.who(name, beside, day)
    if organisation is None and written.stands_in_for:
        organisation = roll.who(*split_organisation(written.stands_in_for), day)[1]
    return replace(
        written, name=name, written_organisation=beside, person=person, organisation=organisation
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


def link_presenter(presenter: Presenter, attendance: Attendance) -> Presenter:
    """Link who presents an item: a person, or an organisation.

    The organisation is the one in brackets, else what a person was present for, else that of the
    mandate.
    """
    roll, present = attendance.roll, attendance.present
    alone = roll.organisations.find(presenter.name)
    if alone is not None:
        return replace(presenter, organisation=alone)
    name, written = split_organisation(presenter.name)
    organisation = roll.who(name, written, attendance.day)[1]
    if not written:
        there = (present[p] for p in roll.candidates(name) if p in present)
        organisation = next(there, organisation)
    return Presenter(name, written, organisation, presenter.place)
