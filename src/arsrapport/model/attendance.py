"""Attendance: who was there, over the meetings of a period.

Three figures, never mixed: a person's presence over the meetings held while her mandate ran; how
far an organisation's seats were filled; and at how many meetings an organisation was represented.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from arsrapport.model.archive import Meeting, Organisation, Person, Role
from arsrapport.source.place import Place

State: TypeAlias = Literal["present", "partial", "apologies", "absent", "outside"]
"""Whether she was there: for all of it, for some items, sent word, did not, or had no mandate."""


class Appearance(Struct, frozen=True):
    """One person at one meeting."""

    state: State
    items: tuple[str, ...] = ()
    """The items she was there for, as written, where it was not all."""
    away: tuple[str, ...] = ()
    """The items she was away for, as written."""
    stands_in_for: str = ""
    place: Place | None = None
    """On the list; None where she is on neither."""

    @property
    def is_present(self) -> bool:
        """Whether she was there, for all of it or a part."""
        return self.state in {"present", "partial"}


class PersonAttendance(Struct, frozen=True):
    """A person with a mandate for an organisation, or a guest of one, over all sittings."""

    name: str
    person: Person
    organisation: Organisation | None
    role: Role | Literal["guest"]
    appearances: tuple[Appearance, ...]
    """One for each sitting."""
    has_dates: bool
    """Whether it is known when her mandate began or ends; if not, it counts as the whole period."""
    places: tuple[Place, ...]
    """Of her mandates."""

    @property
    def present(self) -> int:
        """At how many sittings she was."""
        return sum(appearance.is_present for appearance in self.appearances)

    @property
    def held(self) -> int | None:
        """How many sittings were held while her mandate ran.

        None for those who come when they are called: a guest, and a deputy.
        """
        if self.role in {"guest", "deputy"}:
            return None
        return sum(appearance.state != "outside" for appearance in self.appearances)


class OrganisationAttendance(Struct, frozen=True):
    """An organisation over all sittings; None stands for people who are there for none."""

    organisation: Organisation | None
    role: Literal["member", "observer", "guest"]
    """Guest: it has no seat and observes nothing."""
    seats: int | None
    """At the end of the period; None where they are not recorded, or it has none."""
    presences: int
    """People times sittings."""
    represented: int
    """At how many sittings anyone was there for it."""
    held: int
    """How many sittings were held while it had its entry; for guests all of them."""
    persons: int
    """Different people."""
    filled: int
    """Seats times sittings: at each no more than its seats, and no secretaries."""
    possible: int | None
    """The seats that could be filled, over the sittings; None where they are not recorded."""
    places: tuple[Place, ...]
    """Of its people on the lists."""


class Quorum(Struct, frozen=True):
    """Whether enough seats were filled: *7 of 12 seats, 7 needed*."""

    filled: int
    seats: int
    needed: int

    @property
    def is_reached(self) -> bool:
        """Whether there was a quorum."""
        return self.filled >= self.needed


class Sitting(Struct, frozen=True):
    """A meeting whose list of those present was recorded."""

    meeting: Meeting
    people: int
    """Different people who were there."""
    filled: int | None
    """Seats filled; None where the seats are not recorded."""
    seats: int | None
    quorum: Quorum | None
    """None where none is asked for, or the seats are not recorded."""
    places: tuple[Place, ...]
    """Of those on its list."""


class Attendance(Struct, frozen=True):
    """Who was there, over the meetings of a period."""

    sittings: tuple[Sitting, ...] = ()
    unrecorded: tuple[Meeting, ...] = ()
    """Meetings that count, but whose list of those present is not recorded."""
    people: tuple[PersonAttendance, ...] = ()
    """Members by organisation, then deputies, observers, the secretariat, guests."""
    organisations: tuple[OrganisationAttendance, ...] = ()
    """Those with seats in the order of committee.yaml, observers, then guests as they came."""
