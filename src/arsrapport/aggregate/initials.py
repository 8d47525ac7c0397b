"""Initials: people who stand in public with their initials alone.

Who it is stays told apart, so that no figure changes: only what she is called does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.aggregate.closing import with_lines
from arsrapport.language.names import name_key, split_organisation
from arsrapport.model.archive import (
    Archive,
    Committee,
    Item,
    Mandate,
    Meeting,
    Participant,
    Person,
    Presenter,
    ReportPlan,
    WorkingGroup,
)

_FIRST: Final = re.compile(r"(?<![^\W_])[^\W\d_]")


class _Called(Struct, frozen=True):
    """What people are called in public."""

    people: Mapping[Person, Person]
    names: Mapping[str, str]
    """Their initials, by the key of each of their names."""

    def person(self, person: Person) -> Person:
        """Return a person as she is called; somebody of her name may be her."""
        name = None if person.place else self.names.get(name_key(person.name))
        own = person if name is None else replace(person, name=name, initials=name)
        return self.people.get(person, own)

    def name(self, written: str) -> str:
        """Return a name, with its organisation or without, as it stands in public."""
        name, organisation = split_organisation(written)
        for whole, beside in ((written, ""), (name, organisation)):
            found = self.names.get(name_key(whole))
            if found is not None:
                return f"{found} ({beside})" if beside else found
        return written

    def all(self, written: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self.name, written))


def with_initials(archive: Archive) -> Archive:
    """Return an Archive in which those with `public: initials` have no other name.

    Names in lists and fields are replaced, however they are written; sentences are not rewritten,
    `check` tells of them (AR706).
    """
    if not any(person.is_initials_only for person in archive.people):
        return archive
    called = _called(archive.people)
    return replace(
        archive,
        people=tuple(dict.fromkeys(map(called.person, archive.people))),
        committees=tuple(_committee(committee, called) for committee in archive.committees),
    )


def initials_of(person: Person) -> str:
    """Return a person's initials: those that are written, else the first letters of her names."""
    return person.initials or "".join(_FIRST.findall(person.name)) or "N.N."


def _called(people: tuple[Person, ...]) -> _Called:
    """Give initials that nobody else goes by: two of the same would be one person in figures."""
    taken = {
        name_key(name)
        for person in people
        if not person.is_initials_only
        for name in (person.name, *person.aliases)
    }
    found: dict[Person, Person] = {}
    names: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for person in people:
        if person.is_initials_only:
            own = initials = initials_of(person)
            while name_key(initials) in taken:
                numbers[own] += 1
                initials = f"{own} {numbers[own] + 1}"
            taken.add(name_key(initials))
            found[person] = replace(person, name=initials, aliases=(), initials=initials)
            for name in (person.name, *person.aliases):
                names.setdefault(name_key(name), initials)
    return _Called(found, names)


# --- where names stand ----------------------------------------------------------------------


def _committee(committee: Committee, called: _Called) -> Committee:
    return replace(
        committee,
        mandates=tuple(_mandate(mandate, called) for mandate in committee.mandates),
        working_groups=tuple(_group(group, called) for group in committee.working_groups),
        meetings=tuple(_meeting(meeting, called) for meeting in committee.meetings),
        plans=tuple(_plan(plan, called) for plan in committee.plans),
    )


def _mandate(mandate: Mandate, called: _Called) -> Mandate:
    person = called.person(mandate.person)
    written = mandate.written if person == mandate.person else ""
    return replace(mandate, person=person, written=written)


def _group(group: WorkingGroup, called: _Called) -> WorkingGroup:
    return replace(group, under=called.name(group.under))


def _plan(plan: ReportPlan, called: _Called) -> ReportPlan:
    return replace(plan, signed_by=called.all(plan.signed_by))


def _meeting(meeting: Meeting, called: _Called) -> Meeting:
    listed = partial(_participants, called=called)
    return replace(
        meeting,
        minutes_by=called.all(meeting.minutes_by),
        chair=called.all(meeting.chair),
        present=listed(meeting.present),
        apologies=listed(meeting.apologies),
        items=tuple(_item(item, called) for item in meeting.items),
    )


_Listed: TypeAlias = tuple[Participant, ...] | None


def _participants(listed: _Listed, called: _Called) -> _Listed:
    return None if listed is None else tuple(_participant(one, called) for one in listed)


def _participant(one: Participant, called: _Called) -> Participant:
    person = called.person(one.person) if one.person else None
    name = one.name if person == one.person or person is None else person.name
    return replace(one, name=name, person=person, stands_in_for=called.name(one.stands_in_for))


def _item(item: Item, called: _Called) -> Item:
    return replace(
        item,
        presenters=tuple(_presenter(presenter, called) for presenter in item.presenters),
        body=with_lines(item.body, "responsible", called.all),
        outcomes=tuple(replace(o, responsible=called.all(o.responsible)) for o in item.outcomes),
    )


def _presenter(presenter: Presenter, called: _Called) -> Presenter:
    return replace(presenter, name=called.name(presenter.name))
