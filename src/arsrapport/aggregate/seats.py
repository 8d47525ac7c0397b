"""Seats: how many there are on a day, how many are filled at a meeting, and what is enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from msgspec import Struct

from arsrapport.language.names import name_key, split_organisation
from arsrapport.model.archive import Committee, Mandate, Meeting, Participant, Person
from arsrapport.model.attendance import Quorum

_SHARES: Final[Mapping[str, Fraction]] = {"half": Fraction(1, 2), "two-thirds": Fraction(2, 3)}


class Filling(Struct, frozen=True):
    """The seats that were filled at a meeting."""

    by_seat: Mapping[str | None, int]
    """By the name of the organisation; None for members who are their own seats."""


def seats_on(committee: Committee, day: date) -> int | None:
    """Return how many seats there are; None where those of an organisation are not recorded.

    A member without an organisation is her own seat. Without either, nothing is recorded.
    """
    counts = [s.seats for s in committee.seats if s.role == "member" and s.term.holds(day)]
    own = _holders(committee, day).get(None, set())
    if any(count is None for count in counts) or not (counts or own):
        return None
    return sum(count or 0 for count in counts) + len(own)


def filling_of(committee: Committee, meeting: Meeting) -> Filling:
    """Return the seats that were filled.

    A seat is filled by the member who holds it, or by who stands in for her or is a deputy. Further
    people of an organisation fill none, but for seats that nobody is named for; secretaries
    and observers fill none. An organisation that is on the list without anybody fills one.
    """
    day = meeting.first
    holders = _holders(committee, day)
    there: dict[str | None, set[Person]] = {}
    further: dict[str | None, set[Person]] = {}
    alone: set[str | None] = set()
    for participant in meeting.present or ():
        name = participant.organisation.name if participant.organisation else None
        if participant.person is None:
            alone.add(name)
        elif mandate := _filled_by(committee, participant, day):
            of = mandate.organisation.name if mandate.organisation else None
            there.setdefault(of, set()).add(mandate.person)
        elif not _is_beside(committee, participant.person, day):
            further.setdefault(name, set()).add(participant.person)
    filled: dict[str | None, int] = {}
    for name, seats in _seats_of(committee, day).items():
        free = max(0, seats - len(holders.get(name, ())))
        most = len(there.get(name, ())) + min(free, len(further.get(name, ())))
        filled[name] = min(seats, most or int(name in alone))
    if None in holders:
        filled[None] = len(there.get(None, set()) & holders[None])
    return Filling(filled)


def quorum_of(rule: str, filled: int | None, seats: int | None) -> Quorum | None:
    """Return whether there was a quorum; None where none is asked for or seats are not recorded.

    Args:
        rule: *half*: at least half of the seats (kommuneloven § 11-9 has so); *majority*: more than
            half; *two-thirds*: at least so many; or a number of seats; "" for none.
        filled: Seats that were filled.
        seats: All there are.
    """
    if not rule or filled is None or seats is None:
        return None
    if rule == "majority":
        needed = seats // 2 + 1
    elif rule in _SHARES:
        needed = ceil(seats * _SHARES[rule])
    else:
        needed = int(rule)
    return Quorum(filled, seats, needed)


def own_seats_on(committee: Committee, day: date) -> int:
    """Return how many members there are on a day who are their own seats."""
    return len(_holders(committee, day).get(None, ()))


def _seats_of(committee: Committee, day: date) -> dict[str, int]:
    """Return the seats of each organisation on a day, where they are recorded."""
    found: dict[str, int] = {}
    for seat in committee.seats:
        if seat.role == "member" and seat.term.holds(day) and seat.seats is not None:
            name = seat.organisation.name
            found[name] = found.get(name, 0) + seat.seats
    return found


def _holders(committee: Committee, day: date) -> dict[str | None, set[Person]]:
    """Return the members on a day by organisation; by None those who are their own seats."""
    found: dict[str | None, set[Person]] = {}
    for mandate in committee.mandates:
        if mandate.role == "member" and mandate.term.holds(day):
            name = mandate.organisation.name if mandate.organisation else None
            found.setdefault(name, set()).add(mandate.person)
    return found


def _filled_by(committee: Committee, participant: Participant, day: date) -> Mandate | None:
    """Return the mandate with which somebody fills a seat: her own, or whose she stands in for.

    A member of an organisation who comes for another fills no seat; one who is her own seat does,
    whomever she works for.
    """
    in_force = [m for m in committee.mandates if m.term.holds(day)]
    if participant.stands_in_for:
        name, organisation = split_organisation(participant.stands_in_for)
        members = (m for m in in_force if m.role == "member" and _is_called(m, name, organisation))
        return next(members, None)
    own = [m for m in in_force if m.person == participant.person]
    for mandate in own:
        if mandate.role in {"member", "deputy"} and mandate.organisation in {
            participant.organisation,
            None,
        }:
            return mandate
    return None


def _is_called(mandate: Mandate, name: str, organisation: str) -> bool:
    """Say whether a mandate is that of a name, and of an organisation if one is written."""
    person, of = mandate.person, mandate.organisation
    if name_key(name) not in map(name_key, (mandate.name, person.name, *person.aliases)):
        return False
    if not organisation or of is None:
        return True
    known = (of.name, of.short, of.listed_as, *of.aliases)
    return name_key(organisation) in map(name_key, filter(None, known))


def _is_beside(committee: Committee, person: Person, day: date) -> bool:
    """Say whether somebody is there as a secretary or an observer."""
    return any(
        m.role in {"secretary", "observer"} and m.person == person and m.term.holds(day)
        for m in committee.mandates
    )
