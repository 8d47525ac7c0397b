"""Archive: everything that the files of a project say, linked and frozen.

Names are kept as written where they stand, beside the person or organisation that they were found
to mean; what could not be resolved stays None and is for the rules to report.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.document.nodes import Block, Edition, Inline
from arsrapport.language.languages import Language
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions

NOWHERE: Final = Positions(Place(""))
"""The positions of what was not read from a file."""

Role: TypeAlias = Literal["member", "deputy", "observer", "secretary"]
Kind: TypeAlias = Literal[
    "information",
    "discussion",
    "decision",
    "approval",
    "follow-up",
    "any-other-business",
    "closing",
]
Status: TypeAlias = Literal["planned", "draft", "for-comment", "approved"]


class Organisation(Struct, frozen=True):
    """An organisation. One that stands in no register has only the name it was written by."""

    name: str
    short: str = ""
    listed_as: str = ""
    aliases: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def listed(self) -> str:
        """What it is called in lists: `listed_as`, else `short`, else the name."""
        return self.listed_as or self.short or self.name

    @property
    def full(self) -> str:
        """What the list of seats prints: *Kystverket (KV)*."""
        return f"{self.name} ({self.short})" if self.short else self.name


class Person(Struct, frozen=True):
    """A person. Two names that both stand in the register are two people."""

    name: str
    aliases: tuple[str, ...] = ()
    initials: str = ""
    place: Place | None = None
    is_initials_only: bool = False
    """Whether the public edition calls her by her initials alone."""


class Term(Struct, frozen=True):
    """When an entry is in force; None is unknown, and counts as always."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether the entry is in force on a day, both ends included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Seat(Struct, frozen=True):
    """An organisation's places in a committee. `seats` None: not recorded."""

    organisation: Organisation
    seats: int | None
    role: Literal["member", "observer"]
    note: str
    term: Term
    place: Place


class Mandate(Struct, frozen=True):
    """A person's time in a committee, for an organisation or (None) for herself."""

    person: Person
    organisation: Organisation | None
    role: Role
    term: Term
    place: Place
    written: str = ""
    """Her name as written in this line; "" where it is the person's own."""

    @property
    def name(self) -> str:
        """Her name as lists print it: as it is written where she has her mandate."""
        return self.written or self.person.name


class WorkingGroup(Struct, frozen=True):
    """A working group of a committee, and whom it sorts under."""

    name: str
    under: str
    committee: str
    term: Term
    place: Place


class Participant(Struct, frozen=True):
    """Somebody on a meeting's list of those present, or of those who sent word."""

    name: str
    """As written, without the organisation."""
    written_organisation: str
    """As written; "" when only the mandate tells."""
    person: Person | None
    """None for an organisation that stands alone on the list."""
    organisation: Organisation | None
    items: tuple[str, ...] = ()
    """The items she was there for, as written (`4`, `1-5`); empty for all of it."""
    away: tuple[str, ...] = ()
    """The items she was away for, as written."""
    stands_in_for: str = ""
    note: str = ""
    place: Place | None = None


class Presenter(Struct, frozen=True):
    """Who presents an item: a person, or an organisation alone."""

    name: str
    """As written, without the organisation in brackets."""
    written_organisation: str
    organisation: Organisation | None
    """From the brackets, else from those present, else from the mandates."""
    place: Place | None = None


class Outcome(Struct, frozen=True):
    """A decision, a conclusion or an action, as minuted under an item."""

    kind: Literal["decision", "conclusion", "action"]
    id: str
    title: str
    body: tuple[Block, ...]
    """Its text, without the bold word and the closing lines."""
    language: Language
    responsible: tuple[str, ...] = ()
    due: str = ""
    """As written."""
    note: str = ""
    place: Place | None = None
    places: tuple[tuple[str, Place], ...] = ()
    """Where the values of its closing lines begin: `responsible`, `due`, `remark`, `supersedes`."""
    supersedes: tuple[str, ...] = ()
    """The ids of the decisions or conclusions that it takes the place of."""


class Withheld(Struct, frozen=True):
    """Why an item is withheld from the public, and the title the public sees."""

    basis: str
    title: str


class Item(Struct, frozen=True):
    """An item of an agenda, with what was minuted under it."""

    number: str
    """*4*, *1/22*, *4.1*; "" for an item without a number."""
    title: str
    listed_as: str
    presenters: tuple[Presenter, ...]
    kind: Kind | None
    papers: tuple[str, ...]
    outcome: Literal["postponed", "withdrawn"] | None
    language: Language
    body: tuple[Block, ...]
    outcomes: tuple[Outcome, ...]
    withheld: Withheld | None
    continues: tuple[str, ...]
    is_heading: bool
    """Whether it only heads its sub-items (4 with 4.1), and so is not counted."""
    has_section: bool
    place: Place
    heading: Place | None = None
    """Where the heading of its section begins."""


class FollowUp(Struct, frozen=True):
    """An entry in an action's later history; kept as written until a ledger reads it."""

    actions: tuple[str, ...]
    day: date
    status: Literal["open", "done", "moved", "dropped"] | None
    to: tuple[str, ...]
    due: str
    note: str
    place: Place
    positions: Positions = NOWHERE
    """Of its keys and values."""


class StandingText(Struct, frozen=True):
    """A chapter-like text that never passes through Jinja: an agreement, an attachment."""

    path: str
    title: tuple[Inline, ...]
    """Its `#`; empty when it has none."""
    body: tuple[Block, ...]
    language: Language | None
    place: Place


class Meeting(Struct, frozen=True):
    """One meeting, one file."""

    id: str
    """The file's name without its end: `2017-03-15`, `2018-04-19b`."""
    committee: str
    first: date
    last: date
    language: Language
    status: Status | None
    minutes_by: tuple[str, ...]
    minutes_date: date | None
    minutes_link: str
    """Where the minutes lie when not here; "" otherwise."""
    approved_date: date | None
    approved_in: str
    chair: tuple[str, ...]
    present: tuple[Participant, ...] | None
    """None: not recorded."""
    apologies: tuple[Participant, ...] | None
    introduction: tuple[Block, ...]
    items: tuple[Item, ...]
    follow_up: tuple[FollowUp, ...]
    next_meeting: tuple[date, date] | None
    """Its first and last day."""
    form: Literal["physical", "digital", "hybrid", "written"] | None
    time: str
    location: str
    number: str
    title: str
    attachments: tuple[StandingText, ...]
    place: Place
    positions: Positions = NOWHERE
    """Of the keys and values of its front matter."""

    @property
    def counts(self) -> bool:
        """Whether it is in the figures: everything but what is only planned."""
        return self.status != "planned"

    @property
    def has_appendix(self) -> bool:
        """Whether its minutes are here: it has sections, and they do not lie elsewhere."""
        return not self.minutes_link and any(item.has_section for item in self.items)

    @property
    def is_unapproved(self) -> bool:
        """Whether its minutes are here and are said to be a draft, or out for comment.

        Without a status nothing is known of them: most of old ones were approved.
        """
        return self.has_appendix and self.status in {"draft", "for-comment"}


class ReportPlan(Struct, frozen=True):
    """What report.yaml asks for; empty and None where it says nothing."""

    folder: str
    """`meetings/kontakt/2017/report`, whether it exists or not."""
    year: str
    title: str = ""
    series: str = ""
    isbn: str = ""
    issn: str = ""
    published: date | None = None
    licence: str = ""
    """As written: an SPDX identifier, or an address."""
    subjects: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    signed_date: date | None = None
    signed_place: str = ""
    period: tuple[date, date] | None = None
    as_of: date | None = None
    language: Language | None = None
    front: tuple[str, ...] | None = None
    chapters: tuple[str, ...] | None = None
    appendices: tuple[str, ...] | None = None
    places: tuple[tuple[str, Place], ...] = ()
    """Where each key stands (`chapters/2` for the third entry of a list)."""
    place: Place | None = None


class Committee(Struct, frozen=True):
    """A committee with its meetings, in order of their dates."""

    id: str
    names: tuple[tuple[str, str], ...]
    """By language; the language "" is for all."""
    language: Language
    seats: tuple[Seat, ...]
    mandates: tuple[Mandate, ...]
    working_groups: tuple[WorkingGroup, ...]
    meetings: tuple[Meeting, ...]
    plans: tuple[ReportPlan, ...]
    """One for each year that has a report folder, in order."""
    follow_up: tuple[FollowUp, ...]
    place: Place
    """Where its name is written."""
    positions: Positions = NOWHERE
    """Of the keys and values of committee.yaml."""
    quorum: str = ""
    """*half*, *majority*, *two-thirds*, or a number of seats; "" where none is asked for."""

    def name(self, language: Language) -> str:
        """Return its name in a language, else in its own, else in whichever it has."""
        names = dict(self.names)
        return (
            names.get(language)
            or names.get("")
            or names.get(self.language)
            or next(iter(names.values()), self.id)
        )


class Archive(Struct, frozen=True):
    """A whole project."""

    publisher: str
    language: Language
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    committees: tuple[Committee, ...]


class PublishedCommittee(Committee, frozen=True, kw_only=True):
    """A committee as one edition tells of it; only this is aggregated and composed."""

    edition: Edition


class Published(Archive, frozen=True, kw_only=True):
    """An Archive in one edition, and all that may be aggregated.

    Only `aggregate.publish` makes one, and asks for which edition: in the public one what is
    withheld has been taken out, in the internal one it is marked.
    """

    committees: tuple[PublishedCommittee, ...]
