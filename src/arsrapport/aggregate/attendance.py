"""Attendance: who was there at the meetings of a period, by person and by organisation.

A meeting whose list of those present is not recorded is in no figure, nor is one in writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.aggregate.seats import (
    Filling,
    filling_of,
    own_seats_on,
    quorum_of,
    seats_on,
)
from arsrapport.model.archive import (
    Committee,
    Mandate,
    Meeting,
    Organisation,
    Participant,
    Person,
    Role,
    Seat,
)
from arsrapport.model.attendance import (
    Appearance,
    Attendance,
    OrganisationAttendance,
    PersonAttendance,
    Sitting,
)
from arsrapport.model.order import Order, order_of
from arsrapport.model.presence import attended
from arsrapport.model.report import Period
from arsrapport.source.place import Place

_Key: TypeAlias = tuple[Person, str | None, Role | Literal["guest"]]
"""A person, the name of her organisation, and her role."""

_ROLES: Final = ("member", "deputy", "observer", "secretary", "guest")
"""The order of the parts of the matrix."""

_ABSENT: Final = Appearance("absent")
_OUTSIDE: Final = Appearance("outside")


def attendance(committee: Committee, meetings: Sequence[Meeting], period: Period) -> Attendance:
    """Return who was there at the meetings of a period.

    Args:
        committee: With its seats and mandates.
        meetings: Those that count, in order.
        period: Mandates that do not touch it are left out.
    """
    sat = [m for m in meetings if m.present is not None and m.form != "written"]
    fillings = [filling_of(committee, meeting) for meeting in sat]
    return Attendance(
        sittings=tuple(map(_sitting, [committee] * len(sat), sat, fillings)),
        unrecorded=tuple(m for m in meetings if m.present is None and m.form != "written"),
        people=_people(committee, sat, period),
        organisations=_organisations(committee, sat, fillings, period),
    )


def _sitting(committee: Committee, meeting: Meeting, filling: Filling) -> Sitting:
    present = meeting.present or ()
    seats = seats_on(committee, meeting.first)
    filled = None if seats is None else sum(filling.by_seat.values())
    return Sitting(
        meeting=meeting,
        people=len({p.person for p in present if p.person is not None}),
        filled=filled,
        seats=seats,
        quorum=quorum_of(committee.quorum, filled, seats),
        places=_places(present),
    )


# --- person by person -----------------------------------------------------------------------


class _Row(Struct):
    """A person in one role, as she is gathered."""

    name: str
    organisation: Organisation | None
    mandates: list[Mandate]
    found: dict[int, Appearance] = field(default_factory=dict)
    """By the index of the sitting."""


def _people(
    committee: Committee, sat: Sequence[Meeting], period: Period
) -> tuple[PersonAttendance, ...]:
    rows = _mandated(committee, period)
    by_person: dict[Person, list[Mandate]] = {}
    for mandate in committee.mandates:
        by_person.setdefault(mandate.person, []).append(mandate)
    for index, meeting in enumerate(sat):
        order = order_of(item.number for item in meeting.items)
        for participant in meeting.present or ():
            if participant.person is not None:
                for row in _rows_of(rows, participant, by_person, meeting.first):
                    row.found[index] = _there(participant, order, row.found.get(index))
        for participant in meeting.apologies or ():
            own = by_person.get(participant.person, ()) if participant.person else ()
            for key in _keys_on(own, meeting.first, participant.organisation):
                if key in rows and index not in rows[key].found:
                    rows[key].found[index] = Appearance("apologies", place=participant.place)
    found = [_attendance(key, row, sat, by_person) for key, row in rows.items()]
    order_of_seats = {seat.organisation.name: n for n, seat in enumerate(committee.seats)}
    return tuple(sorted(found, key=lambda one: _rank(one, order_of_seats)))


def _mandated(committee: Committee, period: Period) -> dict[_Key, _Row]:
    """Return a row for each person, organisation and role that has a mandate in the period."""
    rows: dict[_Key, _Row] = {}
    for mandate in committee.mandates:
        first, last = mandate.term.first or date.min, mandate.term.last or date.max
        if first <= period.last and period.first <= last:
            row = rows.setdefault(_key(mandate), _Row(mandate.name, mandate.organisation, []))
            row.mandates.append(mandate)
    return rows


def _key(mandate: Mandate) -> _Key:
    name = mandate.organisation.name if mandate.organisation else None
    return mandate.person, name, mandate.role


def _keys_on(
    mandates: Iterable[Mandate], day: date, organisation: Organisation | None
) -> list[_Key]:
    """Return the rows of a person on a day: of her mandates in force those for an organisation.

    Of one who comes for another than she has a mandate for, all: she was there.
    """
    in_force = [mandate for mandate in mandates if mandate.term.holds(day)]
    own = [mandate for mandate in in_force if mandate.organisation == organisation]
    return list(dict.fromkeys(map(_key, own or in_force)))


def _rows_of(
    rows: dict[_Key, _Row],
    participant: Participant,
    by_person: Mapping[Person, Sequence[Mandate]],
    day: date,
) -> list[_Row]:
    person = participant.person
    if person is None:
        raise ValueError(participant)  # an organisation alone is nobody
    name = participant.organisation.name if participant.organisation else None
    keys = _keys_on(by_person.get(person, ()), day, participant.organisation)
    new = _Row(participant.name, participant.organisation, [])
    return [rows.setdefault(key, new) for key in keys or [(person, name, "guest")]]


def _there(participant: Participant, order: Order, before: Appearance | None) -> Appearance:
    """Return an appearance; one who is on the list twice is there for all that both say."""
    is_whole = len(attended(participant, order)) == order.size
    if before is not None and before.state == "present":
        return before
    return Appearance(
        state="present" if is_whole else "partial",
        items=(*(before.items if before else ()), *participant.items),
        away=(*(before.away if before else ()), *participant.away),
        stands_in_for=participant.stands_in_for,
        place=participant.place,
    )


def _attendance(
    key: _Key, row: _Row, sat: Sequence[Meeting], by_person: Mapping[Person, Sequence[Mandate]]
) -> PersonAttendance:
    person, _, role = key

    def appearance(index: int, meeting: Meeting) -> Appearance:
        found = row.found.get(index)
        if found is not None:
            return found
        own = (m for m in by_person.get(person, ()) if m.term.holds(meeting.first))
        return _ABSENT if key in map(_key, own) else _OUTSIDE

    return PersonAttendance(
        name=row.name,
        person=person,
        organisation=row.organisation,
        role=role,
        appearances=tuple(appearance(index, meeting) for index, meeting in enumerate(sat)),
        has_dates=any(m.term.first or m.term.last for m in row.mandates),
        places=tuple(mandate.place for mandate in row.mandates),
    )


def _rank(one: PersonAttendance, seats: Mapping[str, int]) -> tuple[int, int]:
    name = one.organisation.name if one.organisation else ""
    return _ROLES.index(one.role), seats.get(name, len(seats))


# --- organisation by organisation -----------------------------------------------------------


class _Tally(Struct):
    """What is counted of an organisation."""

    organisation: Organisation | None
    presences: int = 0
    days: list[date] = field(default_factory=list)
    """Of the meetings at which anybody was there for it."""
    filled: int = 0
    people: set[Person] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)


def _organisations(
    committee: Committee, sat: Sequence[Meeting], fillings: Sequence[Filling], period: Period
) -> tuple[OrganisationAttendance, ...]:
    seats = [s for s in committee.seats if _touches(s, period)]
    observers = [seat for seat in seats if seat.role == "observer"]
    tallies: dict[str | None, _Tally] = {}
    for seat in [*(seat for seat in seats if seat.role == "member"), *observers]:
        tallies.setdefault(seat.organisation.name, _Tally(seat.organisation))
    own = (m for m in committee.mandates if m.role == "member" and m.organisation is None)
    if any(_touches(mandate, period) for mandate in own):
        tallies.setdefault(None, _Tally(None))
    for meeting, filling in zip(sat, fillings, strict=True):
        _tally(meeting, filling, tallies)
    found = [
        _total(tally, [s for s in seats if s.organisation.name == name], sat, period)
        for name, tally in sorted(tallies.items(), key=lambda entry: entry[0] is None)
    ]
    return tuple(_with_own_seats(row, committee, sat, period) for row in found)


def _with_own_seats(
    row: OrganisationAttendance, committee: Committee, sat: Sequence[Meeting], period: Period
) -> OrganisationAttendance:
    """Return a row with the seats of members who are their own, if it is that of nobody's."""
    if row.organisation is not None:
        return row
    possible = sum(own_seats_on(committee, meeting.first) for meeting in sat)
    if not possible:
        return row
    seats = own_seats_on(committee, period.last)
    return replace(row, role="member", seats=seats, possible=possible)


def _touches(entry: Seat | Mandate, period: Period) -> bool:
    first, last = entry.term.first or date.min, entry.term.last or date.max
    return first <= period.last and period.first <= last


def _tally(meeting: Meeting, filling: Filling, tallies: dict[str | None, _Tally]) -> None:
    there: dict[str | None, list[Participant]] = {}
    for participant in meeting.present or ():
        name = participant.organisation.name if participant.organisation else None
        there.setdefault(name, []).append(participant)
    for name, participants in there.items():
        tally = tallies.setdefault(name, _Tally(participants[0].organisation))
        people = {p.person for p in participants if p.person is not None}
        tally.presences += len(people)
        tally.people |= people
        tally.days.append(meeting.first)
        tally.places += _places(participants)
    for name, filled in filling.by_seat.items():
        if name in tallies:
            tallies[name].filled += filled


def _total(
    tally: _Tally, seats: Sequence[Seat], sat: Sequence[Meeting], period: Period
) -> OrganisationAttendance:
    def is_in_force(day: date) -> bool:
        return not seats or any(seat.term.holds(day) for seat in seats)

    held = [m for m in sat if is_in_force(m.first)]
    members = [seat for seat in seats if seat.role == "member"]
    on_days = [[s.seats for s in members if s.term.holds(m.first)] for m in held]
    is_known = bool(members) and all(n is not None for day in on_days for n in day)
    role: Literal["member", "observer", "guest"] = "guest"
    if seats:
        role = "member" if members else "observer"
    return OrganisationAttendance(
        organisation=tally.organisation,
        role=role,
        seats=_at_end(members, period),
        presences=tally.presences,
        represented=sum(map(is_in_force, tally.days)),
        held=len(held),
        persons=len(tally.people),
        filled=tally.filled,
        possible=sum(n or 0 for day in on_days for n in day) if is_known else None,
        places=tuple(tally.places),
    )


def _at_end(seats: Sequence[Seat], period: Period) -> int | None:
    """Return the seats at the end of a period; None where they are not recorded."""
    numbers = [seat.seats for seat in seats if seat.term.holds(period.last)]
    if not seats or None in numbers:
        return None
    return sum(number or 0 for number in numbers)


def _places(participants: Iterable[Participant]) -> tuple[Place, ...]:
    return tuple(_only_places(participants))


def _only_places(participants: Iterable[Participant]) -> Iterator[Place]:
    return (p.place for p in participants if p.place is not None)
