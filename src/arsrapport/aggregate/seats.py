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
    own = _own_seats(committee, day)
    if any(count is None for count in counts) or not (counts or own):
        return None
    return sum(count or 0 for count in counts) + len(own)


def filling_of(committee: Committee, meeting: Meeting) -> Filling:
    """Return the seats that were filled.

    Of an organisation: the lesser of its seats and those there who are not secretaries. A stand-in
    fills the seat of the person she stands in for, and the two of them fill one.
    """
    day = meeting.first
    own = _own_seats(committee, day)
    there: dict[str | None, set[Person | str]] = {}
    for participant in meeting.present or ():
        mandate = _mandate(committee, participant.person, day)
        if mandate is not None and mandate.role == "secretary" and not participant.stands_in_for:
            continue
        name, who = _seat(committee, participant, day)
        there.setdefault(name, set()).add(who)
    filled: dict[str | None, int] = {
        seat.organisation.name: min(seat.seats, len(there.get(seat.organisation.name, ())))
        for seat in committee.seats
        if seat.role == "member" and seat.term.holds(day) and seat.seats is not None
    }
    if own:
        filled[None] = len(there.get(None, set()) & own)
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
    return len(_own_seats(committee, day))


def _own_seats(committee: Committee, day: date) -> set[Person | str]:
    return {
        mandate.person
        for mandate in committee.mandates
        if mandate.role == "member" and mandate.organisation is None and mandate.term.holds(day)
    }


def _mandate(committee: Committee, person: Person | None, day: date) -> Mandate | None:
    held = (m for m in committee.mandates if m.person == person and m.term.holds(day))
    return next(held, None)


def _seat(
    committee: Committee, participant: Participant, day: date
) -> tuple[str | None, Person | str]:
    """Return the organisation whose seat somebody may fill, and whose place in it that is."""
    organisation = participant.organisation.name if participant.organisation else None
    if participant.stands_in_for:
        key = name_key(split_organisation(participant.stands_in_for)[0])
        for mandate in committee.mandates:
            names = (mandate.name, mandate.person.name, *mandate.person.aliases)
            if mandate.term.holds(day) and key in map(name_key, names):
                name = mandate.organisation.name if mandate.organisation else None
                return name, mandate.person
    return organisation, participant.person or (organisation or "")
