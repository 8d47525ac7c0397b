"""Report: what a period adds up to. Every row keeps the Places that it came from."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from arsrapport.language.languages import Language
from arsrapport.model.archive import (
    Item,
    Mandate,
    Meeting,
    Outcome,
    PublishedCommittee,
    ReportPlan,
    Seat,
    WorkingGroup,
)
from arsrapport.model.attendance import Attendance
from arsrapport.model.ledger import Action
from arsrapport.source.place import Place


class Period(Struct, frozen=True):
    """The first and last day that the report covers."""

    first: date
    last: date

    @property
    def label(self) -> str:
        """*2017* for a calendar year, *2017–2018* for one that crosses into the next."""
        if self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.year}\N{EN DASH}{self.last.year}"

    @property
    def is_whole_years(self) -> bool:
        """Whether the label says it all: it begins on New Year's Day, ends on New Year's Eve."""
        ends = (self.first.month, self.first.day, self.last.month, self.last.day)
        return ends == (1, 1, 12, 31)

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the period."""
        return self.first <= day <= self.last


class DecisionRow(Struct, frozen=True):
    """A decision or a conclusion, with what it supersedes and what supersedes it."""

    meeting: Meeting
    item: Item
    outcome: Outcome
    supersedes: tuple[str, ...] = ()
    """Ids, as written."""
    superseded_by: tuple[str, ...] = ()
    """Ids of later ones; of one without, its item: `2021-03-10/2`."""
    later: tuple[Place, ...] = ()
    """Where those later ones stand."""


class Case(Struct, frozen=True):
    """Items that continue one another, in the order in which they were treated."""

    items: tuple[tuple[Meeting, Item], ...]

    @property
    def title(self) -> str:
        """That of the first."""
        return self.items[0][1].title


class AgendaLine(Struct, frozen=True):
    """A line of a meeting's agenda list: *KV – Djupner ved kysten*."""

    organisations: tuple[str, ...]
    """Of its presenters, each once, in order; as they are called in lists."""
    title: str
    language: Language
    item: Item
    places: tuple[Place, ...]


class AgendaList(Struct, frozen=True):
    """A meeting with the lines of its agenda that a report lists (closing items left out)."""

    meeting: Meeting
    lines: tuple[AgendaLine, ...]


class SeatRow(Struct, frozen=True):
    """An organisation with its seats, and whether it also holds the secretariat."""

    seat: Seat
    has_secretariat: bool
    places: tuple[Place, ...]


class MemberRow(Struct, frozen=True):
    """An organisation (or "" for people without one) with its permanent members."""

    organisation: str
    mandates: tuple[Mandate, ...]
    places: tuple[Place, ...]


class Report(Struct, frozen=True):
    """A committee's period."""

    committee: PublishedCommittee
    plan: ReportPlan
    language: Language
    publisher: str
    period: Period
    as_of: date
    meetings: tuple[Meeting, ...]
    """Those that count, by date."""
    agendas: tuple[AgendaList, ...]
    seats: tuple[SeatRow, ...]
    members: tuple[MemberRow, ...]
    working_groups: tuple[WorkingGroup, ...]
    items: int
    """Items treated: no headings, nothing postponed or withdrawn, no closing items."""
    people: int
    """Different people who were present."""
    planned: tuple[Meeting, ...] = ()
    """Meetings in the period that are only planned, and so are in no figure."""
    item_places: tuple[Place, ...] = ()
    """Of the items treated, one each."""
    people_places: tuple[Place, ...] = ()
    """Of every entry of a list of those present that a person counts by."""
    attendance: Attendance = Attendance()
    """Who was there, over the meetings."""
    actions: tuple[Action, ...] = ()
    """Of the committee, decided up to `as_of`, those that the period has to do with."""
    decisions: tuple[DecisionRow, ...] = ()
    """Decisions and conclusions of the period, in order."""
    cases: tuple[Case, ...] = ()
    """Items that continue one another, with one in the period among them."""

    @property
    def title(self) -> str:
        """The report's own title, "" when it has none."""
        return self.plan.title
