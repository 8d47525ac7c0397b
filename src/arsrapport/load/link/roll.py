"""The roll of a committee: the people whom its files name, and their mandates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from arsrapport.language.names import name_key
from arsrapport.load.link.people import Organisations, Register, choose
from arsrapport.model.archive import Mandate, Organisation, Person, Term
from arsrapport.model.files.committee import InForce, MandateFile
from arsrapport.source.place import Place


class Roll(Struct, frozen=True):
    """Those whom a committee's files name."""

    organisations: Organisations
    register: Register
    unlisted: Mapping[str, Person]
    """People outside the register, by normalised name; called as committee.yaml calls them, else
    as the first of the minutes does."""
    mandates: Mapping[Person, Sequence[Mandate]] = field(default_factory=dict)

    def mandate(self, person: Person, day: date) -> Mandate | None:
        """Return a person's first mandate that is in force on a day."""
        return next((m for m in self.mandates.get(person, ()) if m.term.holds(day)), None)

    def candidates(self, name: str) -> tuple[Person, ...]:
        """Return everyone whom a name may mean."""
        key = name_key(name)
        entries = self.register.entries(key)
        return tuple(entry.person for entry in entries) or (self._unlisted(name, key),)

    def who(self, name: str, organisation: str, day: date) -> tuple[Person, Organisation | None]:
        """Return the person whom a name means, and the organisation that she is there for.

        Without an organisation it is that of the mandate. Of several people of the name it is the
        one with a mandate; when nothing tells which, it is somebody of that name and no more.
        """
        key = name_key(name)
        entries = self.register.entries(key)
        if organisation:
            found = self.organisations.named(organisation)
            return choose(entries, found) or self._unlisted(name, key), found
        people = [entry.person for entry in entries] or [self._unlisted(name, key)]
        mandates = [m for person in people if (m := self.mandate(person, day)) is not None]
        if len(mandates) == 1:
            return mandates[0].person, mandates[0].organisation
        return people[0] if len(people) == 1 else self._unlisted(name, key), None

    def _unlisted(self, name: str, key: str) -> Person:
        return self.unlisted.get(key) or Person(name)


def call_roll(
    organisations: Organisations,
    register: Register,
    members: Sequence[MandateFile],
    places: Sequence[Place],
    names: Iterable[str],
) -> tuple[Roll, tuple[Mandate, ...]]:
    """Gather a committee's people.

    Args:
        organisations: Of the project.
        register: Of the project.
        members: Of committee.yaml, one line a mandate.
        places: Of these lines.
        names: The names on the lists of its minutes, in order, without organisations.
    """
    unlisted: dict[str, Person] = {}
    for name in (*(member.name for member in members), *names):
        unlisted.setdefault(name_key(name), Person(name))
    roll = Roll(organisations, register, unlisted)
    mandates = tuple(_mandate(roll, *line) for line in zip(members, places, strict=True))
    by_person: dict[Person, list[Mandate]] = {}
    for mandate in mandates:
        by_person.setdefault(mandate.person, []).append(mandate)
    return Roll(organisations, register, unlisted, by_person), mandates


def _mandate(roll: Roll, member: MandateFile, place: Place) -> Mandate:
    person, organisation = roll.who(member.name, member.organisation or "", date.min)
    role = member.role or "member"
    return Mandate(person, organisation, role, term(member), place, member.name)


def term(entry: InForce) -> Term:
    """Return when an entry of committee.yaml is in force."""
    return Term(entry.from_, entry.to)
