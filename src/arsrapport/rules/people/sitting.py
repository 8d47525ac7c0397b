"""A sitting: a meeting with its lists, its agenda and the people who may be meant."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.brackets import tells_time
from arsrapport.language.likeness import may_be, spell
from arsrapport.model.archive import Mandate, Meeting, Participant, Person
from arsrapport.model.order import Order, order_of
from arsrapport.model.presence import attended, is_certain
from arsrapport.rules.people.who import Identity, People, entries, people_of
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.within import within
from arsrapport.source.place import Place

Part: TypeAlias = Literal["present", "apologies"]

WORK_LIMIT: Final = 1_000_000
"""Items and presenters, times people and what is said of their items, of a meeting that is judged;
none that is real has a hundredth of it."""

SAME_LIMIT: Final = 20
"""Entries of one person on a list that are looked at."""


class Listed(Struct, frozen=True):
    """Somebody on a list of a meeting."""

    entry: Participant
    part: Part
    index: int
    """In the list."""
    is_sure: bool
    """Whether the name can mean only her."""


class Sitting(Struct, frozen=True):
    """A meeting as rules look at it."""

    subject: Subject
    meeting: Meeting
    people: People
    order: Order
    present: Mapping[Identity, tuple[Listed, ...]]
    """Those on the list of those present, by each of those whom their name may mean."""
    apologies: Mapping[Identity, tuple[Listed, ...]]
    """Those who sent word, likewise."""

    @property
    def lists_people(self) -> bool:
        """Whether people came together, and the minutes say who."""
        meeting = self.meeting
        return bool(meeting.present) and meeting.counts and meeting.form != "written"

    def find(self, name: str, *parts: Part) -> tuple[Listed, ...]:
        """Return those on lists (both, unless said) whom a name may mean."""
        meant = self.people.meant(name)
        lists = [self._listed(part) for part in parts or ("present", "apologies")]
        return tuple(found for by in lists for who in meant for found in by.get(who, ()))

    def mandates(self, who: Identity) -> tuple[Mandate, ...]:
        """Return the mandates of a person."""
        return self.people.mandates.get(who, ()) if isinstance(who, Person) else ()

    def _listed(self, part: Part) -> Mapping[Identity, tuple[Listed, ...]]:
        return self.present if part == "present" else self.apologies

    def may_find(self, name: str, *parts: Part) -> bool:
        """Say whether somebody on lists (both, unless said) may be meant by some other spelling."""
        spelled = spell(name)
        return any(
            may_be(spelled, spell(entry.name))
            for part in parts or ("present", "apologies")
            for entry in entries(self.meeting, part)
        )

    def place(self, listed: Listed, key: str = "name") -> Place:
        """Return the place of the name of somebody on a list, or of another value."""
        place = self.meeting.positions.closest((listed.part, listed.index, key))
        return within(place, listed.entry.name, self.subject.texts) if key == "name" else place

    def overlap(self, one: Participant, other: Participant) -> bool:
        """Say whether two entries of the lists are certain to have an item in common.

        They are not when one is for a part of the meeting (`note: til kl. 12`), or for items that
        the agenda does not have.
        """
        both = (one, other)
        if any(tells_time(entry.note) or not is_certain(entry, self.order) for entry in both):
            return False
        if not any(entry.items or entry.away for entry in both):
            return True
        return not attended(one, self.order).isdisjoint(attended(other, self.order))


SittingRule: TypeAlias = Callable[[Sitting], Iterator[Diagnostic]]
"""A rule of one meeting."""


def of_sittings(*rules: SittingRule) -> Rule:
    """Return the rule of a committee that judges each of its meetings by these rules."""

    def judge(subject: Subject) -> Iterator[Diagnostic]:
        people = people_of(subject)
        for meeting in subject.committee.meetings:
            if not _is_too_large(meeting):
                sitting = _sit(subject, meeting, people)
                for rule in rules:
                    yield from rule(sitting)

    return judge


def _sit(subject: Subject, meeting: Meeting, people: People) -> Sitting:
    return Sitting(
        subject=subject,
        meeting=meeting,
        people=people,
        order=order_of(item.number for item in meeting.items),
        present=_by_identity(meeting, "present", people),
        apologies=_by_identity(meeting, "apologies", people),
    )


def _by_identity(
    meeting: Meeting, part: Part, people: People
) -> Mapping[Identity, tuple[Listed, ...]]:
    found: dict[Identity, list[Listed]] = {}
    for index, entry in enumerate(entries(meeting, part)):
        if entry.person is not None:
            sure = people.on_list(entry)
            listed = Listed(entry, part, index, is_sure=sure is not None)
            for who in people.meant(entry.name) if sure is None else (sure,):
                found.setdefault(who, []).append(listed)
    return {who: tuple(them) for who, them in found.items()}


def _is_too_large(meeting: Meeting) -> bool:
    people = (*(meeting.present or ()), *(meeting.apologies or ()))
    said = sum(1 + len(entry.items) + len(entry.away) for entry in people)
    presenters = sum(len(item.presenters) for item in meeting.items)
    others = len(meeting.items) + presenters + len(meeting.chair)
    return said * others > WORK_LIMIT
