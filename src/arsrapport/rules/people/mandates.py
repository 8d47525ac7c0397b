"""Mandates: people outside theirs, members of whom nothing is said, more members than seats."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, TypeVar

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.likeness import may_be, spell
from arsrapport.language.names import split_organisation
from arsrapport.model.archive import Mandate, Meeting, Organisation, Person, Seat, Term
from arsrapport.rules.people.sitting import Sitting, of_sittings
from arsrapport.rules.people.who import Identity, entries
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.within import within

_NAMES_LIMIT: Final = 200
"""Members of a committee whose names are compared with one that is not theirs."""


def outside_the_mandate(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR309: somebody present without an organisation, whose mandates are not in force."""
    meeting = sitting.meeting
    for who, found in sitting.present.items():
        for listed in found:
            entry = listed.entry
            if not listed.is_sure or entry.organisation or entry.stands_in_for:
                continue
            if sitting.mandates(who) and not _in_force(sitting, who):
                place, day = sitting.place(listed), meeting.first.isoformat()
                yield fault("AR309", place, name=entry.name, date=day)


def member_on_neither_list(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR314: a member in force is on neither list, where the minutes list absentees.

    They do when somebody is on the list of apologies; `[]` says that nobody sent word, and of those
    who sent none there is no list. Nothing is told where somebody stands in for the member, where
    her organisation stands on a list alone, or where a name may be hers in another spelling.
    """
    meeting = sitting.meeting
    if not (sitting.lists_people and meeting.apologies and sitting.subject.is_whole):
        return
    lists = (*(meeting.present or ()), *meeting.apologies)
    alone = {entry.organisation for entry in lists if entry.person is None}
    absent = {who for entry in lists for who in _stood_in_for(sitting, entry.stands_in_for)}
    told: set[Person] = set()
    for mandate in _members(sitting):
        who = mandate.person
        on_a_list = who in sitting.present or who in sitting.apologies
        if on_a_list or who in absent or who in told or mandate.organisation in alone:
            continue
        told.add(who)
        if not any(sitting.may_find(name) for name in (mandate.name, who.name, *who.aliases)):
            yield fault(
                "AR314", meeting.positions.closest(("apologies",), key=True), name=mandate.name
            )


def stand_in_for_no_member(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR316: somebody stands in for one without a mandate in force, where members have one."""
    meeting = sitting.meeting
    if not sitting.subject.is_whole or not any(_members(sitting)):
        return
    for index, entry in enumerate(entries(meeting, "present")):
        name = split_organisation(entry.stands_in_for)[0]
        if not name or any(_in_force(sitting, who) for who in sitting.people.meant(name)):
            continue
        if not _may_be_member(sitting, name):
            place = meeting.positions.closest(("present", index, "for"))
            named = within(place, name, sitting.subject.texts)
            yield fault("AR316", named, name=name, date=meeting.first.isoformat())


def _stood_in_for(sitting: Sitting, text: str) -> tuple[Identity, ...]:
    return sitting.people.meant(split_organisation(text)[0]) if text else ()


def _members(sitting: Sitting) -> Iterator[Mandate]:
    """Yield the mandates of members that are in force as long as a meeting lasts."""
    first, last = sitting.meeting.first, sitting.meeting.last
    for mandate in sitting.subject.committee.mandates:
        if mandate.role == "member" and mandate.term.holds(first) and mandate.term.holds(last):
            yield mandate


def _in_force(sitting: Sitting, who: Identity) -> bool:
    """Say whether a person has a mandate in force on some day of a meeting."""
    return any(_touches(mandate.term, sitting.meeting) for mandate in sitting.mandates(who))


def _touches(term: Term, meeting: Meeting) -> bool:
    begins = term.first is None or term.first <= meeting.last
    return begins and (term.last is None or meeting.first <= term.last)


def _may_be_member(sitting: Sitting, name: str) -> bool:
    """Say whether somebody with a mandate in force may be meant by another spelling."""
    spelled = spell(name)
    mandates = sitting.subject.committee.mandates[:_NAMES_LIMIT]
    return any(
        _touches(mandate.term, sitting.meeting) and may_be(spelled, spell(mandate.name))
        for mandate in mandates
    )


# --- seats ----------------------------------------------------------------------------------


class _Worst(Struct, frozen=True):
    """The day on which an organisation has most members too many."""

    day: date
    members: int
    seats: int


def more_members_than_seats(subject: Subject) -> Iterator[Diagnostic]:
    """AR315: on some day an organisation has more members than seats, as far as these are known.

    Deputies, observers and secretaries take no member's seat; a person with two mandates takes one.
    """
    committee = subject.committee
    seats: dict[Organisation, list[tuple[int, Seat]]] = {}
    for index, seat in enumerate(committee.seats):
        if seat.role == "member":
            seats.setdefault(seat.organisation, []).append((index, seat))
    members: dict[Organisation, list[Mandate]] = {}
    for mandate in committee.mandates:
        if mandate.role == "member" and mandate.organisation in seats:
            members.setdefault(mandate.organisation, []).append(mandate)
    for organisation, mandates in members.items():
        worst = _worst(_changes(seat for _, seat in seats[organisation]), _changes(mandates))
        if worst is not None:
            index = next(i for i, seat in seats[organisation] if seat.term.holds(worst.day))
            yield fault(
                "AR315",
                committee.positions.closest(("organisations", index, "seats")),
                organisation=organisation.name,
                members=worst.members,
                seats=worst.seats,
            )


_Entry = TypeVar("_Entry", Seat, Mandate)


def _changes(entries: Iterable[_Entry]) -> Mapping[date, list[tuple[int, _Entry]]]:
    """Return the entries that come into force (1) and have gone out of it (-1), by day."""
    changes: dict[date, list[tuple[int, _Entry]]] = {}
    for entry in entries:
        changes.setdefault(entry.term.first or date.min, []).append((1, entry))
        if entry.term.last is not None and entry.term.last < date.max:
            changes.setdefault(entry.term.last + timedelta(days=1), []).append((-1, entry))
    return changes


def _worst(
    seats: Mapping[date, list[tuple[int, Seat]]], mandates: Mapping[date, list[tuple[int, Mandate]]]
) -> _Worst | None:
    worst = None
    people: Counter[Person] = Counter()
    members = places = known = unknown = 0
    for day in sorted(seats.keys() | mandates.keys()):
        for sign, seat in seats.get(day, ()):
            places += sign * (seat.seats or 0)
            known += sign * (seat.seats is not None)
            unknown += sign * (seat.seats is None)
        for sign, mandate in mandates.get(day, ()):
            people[mandate.person] += sign
            members += sign * (people[mandate.person] == (sign > 0))
        too_many = members - places if known and not unknown else 0
        if too_many > (worst.members - worst.seats if worst else 0):
            worst = _Worst(day, members, places)
    return worst


RULES: Final[tuple[Rule, ...]] = (
    of_sittings(outside_the_mandate, member_on_neither_list, stand_in_for_no_member),
    more_members_than_seats,
)
