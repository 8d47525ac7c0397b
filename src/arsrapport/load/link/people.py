"""Who is who: organisations and people by the names that they are written by."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from arsrapport.language.names import name_key
from arsrapport.model.archive import Organisation, Person
from arsrapport.model.files.committee import CommitteeFile, OrganisationFile, PersonFile
from arsrapport.source.place import Place


class Organisations(Struct, frozen=True):
    """The organisations of a project, by normalised name."""

    listed: Mapping[str, Organisation] = field(default_factory=dict)
    """Those of register.yaml, by each of their names, and of the committee.yaml files."""
    written: Mapping[str, Organisation] = field(default_factory=dict)
    """Those that are only written in minutes, called as the first of these calls them."""

    def find(self, text: str) -> Organisation | None:
        """Return the listed organisation that a text is a name of."""
        return self.listed.get(name_key(text))

    def named(self, text: str) -> Organisation:
        """Return the organisation of a name, listed or not."""
        key = name_key(text)
        return self.listed.get(key) or self.written.get(key) or Organisation(text)

    def all(self) -> tuple[Organisation, ...]:
        """Return each organisation once, those of the register first."""
        return tuple(dict.fromkeys([*self.listed.values(), *self.written.values()]))


class Entry(Struct, frozen=True):
    """A person in the register, and the organisations that tell her from others of her name."""

    person: Person
    organisations: frozenset[Organisation] = frozenset()


class Register(Struct, frozen=True):
    """The people of register.yaml, by normalised name and alias."""

    by_name: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    by_alias: Mapping[str, Sequence[Entry]] = field(default_factory=dict)

    def entries(self, key: str) -> Sequence[Entry]:
        """Return those of a name, else those of an alias.

        Two names that both stand in the register are two people, whatever the aliases say.
        """
        return self.by_name.get(key) or self.by_alias.get(key) or ()

    def all(self) -> tuple[Person, ...]:
        """Return each person once."""
        return tuple(entry.person for entries in self.by_name.values() for entry in entries)


def register_organisations(
    files: Sequence[OrganisationFile], places: Sequence[Place]
) -> dict[str, Organisation]:
    """Return the organisations of the register by each of their names.

    A full name outranks another organisation's short name or alias; else the first entry counts.
    """
    entries = [
        Organisation(
            name=file.name,
            short=file.short or "",
            listed_as=file.listed_as or "",
            aliases=file.aliases or (),
            place=place,
        )
        for file, place in zip(files, places, strict=True)
    ]
    found: dict[str, Organisation] = {}
    for entry in entries:
        found.setdefault(name_key(entry.name), entry)
    for entry in entries:
        for name in (entry.full, entry.short, entry.listed_as, *entry.aliases):
            if name:
                found.setdefault(name_key(name), entry)
    return found


def list_organisations(
    register: Mapping[str, Organisation],
    committees: Iterable[CommitteeFile],
    written: Iterable[str],
) -> Organisations:
    """Gather the organisations of a project.

    Args:
        register: From `register_organisations`.
        committees: In order; the first spelling of an organisation outside the register counts.
        written: The names that minutes write beside people, in order.
    """
    listed = dict(register)
    for committee in committees:
        seats = [seat.name for seat in committee.organisations or ()]
        mandates = [member.organisation for member in committee.members or ()]
        for name in (*seats, *mandates):
            if name:
                listed.setdefault(name_key(name), Organisation(name))
    others: dict[str, Organisation] = {}
    for name in written:
        key = name_key(name)
        if key not in listed:
            others.setdefault(key, Organisation(name))
    return Organisations(listed, others)


def register_people(
    files: Sequence[PersonFile], places: Sequence[Place], organisations: Organisations
) -> Register:
    """Return the people of the register by each of their names."""
    by_name: dict[str, list[Entry]] = {}
    by_alias: dict[str, list[Entry]] = {}
    for file, place in zip(files, places, strict=True):
        aliases = file.aliases or ()
        entry = Entry(
            Person(
                name=file.name,
                aliases=aliases,
                initials=file.initials or "",
                place=place,
                is_initials_only=file.public == "initials",
            ),
            frozenset(organisations.named(name) for name in file.organisations or ()),
        )
        by_name.setdefault(name_key(file.name), []).append(entry)
        for key in dict.fromkeys(name_key(alias) for alias in aliases):
            by_alias.setdefault(key, []).append(entry)
    return Register(by_name, by_alias)


def choose(entries: Sequence[Entry], organisation: Organisation) -> Person | None:
    """Return the one of several people of a name who is there for an organisation.

    A person who is alone in having the name is meant whatever the organisation: she may have
    changed hers. None when nothing tells which of them it is.
    """
    if len(entries) == 1:
        return entries[0].person
    for entry in entries:
        if organisation in entry.organisations:
            return entry.person
    anywhere = [entry for entry in entries if not entry.organisations]
    return anywhere[0].person if len(anywhere) == 1 else None
