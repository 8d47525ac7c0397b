"""Presence: who was there and was not, who is there twice, who stood in for whom."""

from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.names import split_organisation
from arsrapport.rules.people import presenters
from arsrapport.rules.people.sitting import SAME_LIMIT, Listed, Sitting, of_sittings
from arsrapport.rules.people.who import Identity
from arsrapport.rules.subject import Rule


def present_and_absent(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR305: on both lists, for items that overlap."""
    for who, absent in sitting.apologies.items():
        there = sitting.present.get(who, ())[:SAME_LIMIT]
        for listed in absent[:SAME_LIMIT]:
            if any(_same(listed, other) and _overlap(sitting, listed, other) for other in there):
                yield fault("AR305", sitting.place(listed), name=listed.entry.name)


def listed_twice(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR306: on one list twice, for items that overlap."""
    for by in (sitting.present, sitting.apologies):
        for entries in by.values():
            for count, listed in enumerate(entries[:SAME_LIMIT]):
                before = entries[:count]
                if any(
                    _same(listed, other) and _overlap(sitting, listed, other) for other in before
                ):
                    name, part = listed.entry.name, listed.part
                    yield fault("AR306", sitting.place(listed), name=name, list=part)


def two_in_one_seat(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR310: two people stand in for the same one, for items that overlap."""
    seats: dict[Identity, list[Listed]] = {}
    for who, listed in _stand_ins(sitting):
        before = seats.setdefault(who, [])
        for other in before[:SAME_LIMIT]:
            if other.entry.person != listed.entry.person and _overlap(sitting, listed, other):
                name = split_organisation(listed.entry.stands_in_for)[0]
                place = sitting.place(listed, "for")
                yield fault("AR310", place, name=name, other=other.entry.name)
                break
        before.append(listed)


def stand_in_for_somebody_present(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR311: somebody stands in for one who is there herself, for items that overlap."""
    for who, listed in _stand_ins(sitting):
        for other in sitting.present.get(who, ())[:SAME_LIMIT]:
            if other.is_sure and _overlap(sitting, listed, other):
                name, absent = listed.entry.name, other.entry.name
                yield fault("AR311", sitting.place(listed, "for"), name=name, other=absent)
                break


def _same(one: Listed, other: Listed) -> bool:
    """Say whether two entries of one name are certain to be one person.

    Two people may have a name, and one person may be there for two organisations; then these
    differ.
    """
    organisations = (one.entry.organisation, other.entry.organisation)
    written = one.entry.written_organisation and other.entry.written_organisation
    is_sure = one.is_sure and other.is_sure
    return is_sure and (not written or organisations[0] == organisations[1])


def _overlap(sitting: Sitting, one: Listed, other: Listed) -> bool:
    return sitting.overlap(one.entry, other.entry)


def _stand_ins(sitting: Sitting) -> Iterator[tuple[Identity, Listed]]:
    """Yield those present who stand in for a person, after the one whose place they take."""
    seen: set[int] = set()
    for entries in sitting.present.values():
        for listed in entries:
            if listed.entry.stands_in_for and listed.index not in seen:
                seen.add(listed.index)
                who = sitting.people.one(split_organisation(listed.entry.stands_in_for)[0])
                if who is not None:
                    yield who, listed


RULES: Final[tuple[Rule, ...]] = (
    of_sittings(
        present_and_absent,
        listed_twice,
        two_in_one_seat,
        stand_in_for_somebody_present,
        presenters.not_present,
        presenters.not_for_that_item,
        presenters.chair_not_present,
    ),
)
