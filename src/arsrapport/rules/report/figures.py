"""Figures: what a report adds up to, and how else somebody may have counted it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, TypeAlias

from msgspec import Struct

from arsrapport.language.tables import read_table
from arsrapport.model.archive import Committee, Item, Mandate, Meeting, Role, Term
from arsrapport.model.report import Report

_MOST_DAYS: Final = 50
"""Days on which seats and members may change; with more, nothing is told of them."""

_MEMBERS: Final[tuple[frozenset[Role], ...]] = (
    frozenset({"member"}),
    frozenset({"member", "secretary"}),
    frozenset({"member", "deputy"}),
    frozenset({"member", "observer"}),
    frozenset({"member", "deputy", "observer", "secretary"}),
)
"""Who may be counted as members."""

Counts: TypeAlias = list[int]
"""What a figure may come to, first as the program counts it; empty when the data do not tell."""


class Figure(Struct, frozen=True):
    """A number that the data give. Only what is none of its readings contradicts it."""

    number: int
    readings: frozenset[int]


def figure_of(name: str, report: Report, whole: Committee) -> Figure | None:
    """Return a figure of a period; None when the data do not tell, or there is nothing of it.

    Args:
        name: As in language/claims/common.toml.
        report: Of the period.
        whole: The committee with what is withheld.
    """
    counts = _FIGURES[name](report, whole)
    return Figure(counts[0], frozenset(counts)) if counts and counts[0] else None


# --- meetings -------------------------------------------------------------------------------


def _meetings(report: Report, _: Committee) -> Counts:
    """Not everybody calls it a meeting when papers went round."""
    written = sum(meeting.form == "written" for meeting in report.meetings)
    return [len(report.meetings), len(report.meetings) - written]


def _items(report: Report, _: Committee) -> Counts:
    """Those treated; or with what was put off, or without what stands on every agenda."""
    listed = [line.item for agenda in report.agendas for line in agenda.lines]
    titled = [item for item in listed if not item.is_heading]
    treated = [item for item in titled if item.outcome is None]
    return [count for items in (treated, titled, listed) for count in _without_routine(items)]


def _without_routine(items: Sequence[Item]) -> Counts:
    other = sum(item.kind == "any-other-business" for item in items)
    approvals = sum(item.kind == "approval" for item in items)
    titles = tuple(read_table("claims/common")["routine"]["titles"])
    routine = sum(
        item.kind in {"any-other-business", "approval"} or item.title.casefold().startswith(titles)
        for item in items
    )
    every = len(items)
    return [every, every - other, every - approvals, every - other - approvals, every - routine]


def _people(report: Report, whole: Committee) -> Counts:
    """Different people, or all entries; with the secretaries or without."""
    lists = [meeting.present for meeting in report.meetings if meeting.form != "written"]
    people = [participant.person for present in lists for participant in present or ()]
    if None in lists or None in people:
        return []
    secretaries = {mandate.person for mandate in whole.mandates if mandate.role == "secretary"}
    others = [person for person in people if person not in secretaries]
    return [report.people, len({*others}), len(people), len(others)]


# --- who is represented ---------------------------------------------------------------------


def _days(report: Report) -> list[date]:
    """Return the days in the period on which somebody may have counted: whenever one changes."""
    committee = report.committee
    terms: list[Term] = [seat.term for seat in committee.seats]
    terms += [mandate.term for mandate in committee.mandates]
    terms += [group.term for group in committee.working_groups]
    changes = {term.first for term in terms if term.first}
    changes |= {term.last + timedelta(1) for term in terms if term.last and term.last < date.max}
    inside = {day for day in changes if report.period.first <= day <= report.as_of}
    days = [report.as_of, report.period.first, report.period.last, *sorted(inside)]
    return days if len(days) <= _MOST_DAYS else []


def _seats(report: Report, _: Committee) -> Counts:
    """Those of members, or of observers too."""
    counts = []
    for day in _days(report):
        rows = [seat for seat in report.committee.seats if seat.term.holds(day)]
        if any(seat.seats is None for seat in rows):
            return []
        members = [seat.seats or 0 for seat in rows if seat.role == "member"]
        counts += [sum(members), sum(seat.seats or 0 for seat in rows)]
    return counts


def _shares(report: Report, whole: Committee) -> Counts:
    """The seats of one meeting, or of all."""
    counts = _seats(report, whole)
    return [*counts, *(count * len(report.meetings) for count in counts)]


def _organisations(report: Report, _: Committee) -> Counts:
    """Those with seats, those of members alone, or those of anybody with a mandate."""
    counts = []
    for day in _days(report):
        rows = [seat for seat in report.committee.seats if seat.term.holds(day)]
        members = {seat.organisation for seat in rows if seat.role == "member"}
        every = {seat.organisation for seat in rows}
        people = {m.organisation for m in _mandates(report, day) if m.organisation}
        counts += [len(members), len(every), len(people), len(every | people)]
    return counts


def _members(report: Report, whole: Committee) -> Counts:
    """People of some roles; or organisations, or seats, where these are called members."""
    counts = []
    for day in _days(report):
        mandates = _mandates(report, day)
        for roles in _MEMBERS:
            people = [mandate.person for mandate in mandates if mandate.role in roles]
            counts += [len(people), len({*people})]
    return [*counts, *_organisations(report, whole), *_seats(report, whole)]


def _mandates(report: Report, day: date) -> list[Mandate]:
    return [mandate for mandate in report.committee.mandates if mandate.term.holds(day)]


def _working_groups(report: Report, _: Committee) -> Counts:
    groups = report.committee.working_groups
    return [sum(group.term.holds(day) for group in groups) for day in _days(report)]


# --- outcomes -------------------------------------------------------------------------------


def _outcomes(report: Report, whole: Committee, *, first: str, also: str = "") -> Counts:
    """Those of a kind, or of another too; with what is withheld or without."""
    if not all(meeting.has_appendix for meeting in report.meetings):
        return []
    held = {meeting.id for meeting in report.meetings}
    every = [meeting for meeting in whole.meetings if meeting.id in held]
    counts = []
    for meetings in (report.meetings, every):
        kinds = _kinds(meetings)
        counts += [kinds.count(first), kinds.count(first) + kinds.count(also)]
    return counts


def _kinds(meetings: Iterable[Meeting]) -> list[str]:
    return [
        outcome.kind for meeting in meetings for item in meeting.items for outcome in item.outcomes
    ]


_FIGURES: Final[dict[str, Callable[[Report, Committee], Counts]]] = {
    "meetings": _meetings,
    "times": _meetings,
    "items": _items,
    "people": _people,
    "seats": _seats,
    "shares": _shares,
    "organisations": _organisations,
    "members": _members,
    "working_groups": _working_groups,
    "actions": partial(_outcomes, first="action"),
    "decisions": partial(_outcomes, first="decision", also="conclusion"),
    "conclusions": partial(_outcomes, first="conclusion", also="decision"),
}
