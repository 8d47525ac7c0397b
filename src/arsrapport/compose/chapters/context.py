"""What a chapter knows of a Report: names, and under them values, lists and views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from arsrapport.compose.chapters import attendance as tables_of_attendance
from arsrapport.compose.chapters import counts as counting
from arsrapport.compose.chapters import registers, tables
from arsrapport.compose.chapters.counts import Counts
from arsrapport.compose.chapters.outcomes import Appendices
from arsrapport.compose.chapters.values import (
    Nodes,
    Rows,
    Thing,
    View,
)
from arsrapport.compose.chapters.views import (
    ROW_WEIGHT,
    agenda_view,
    case_view,
    committee_view,
    entry_view,
    group_view,
    meeting_view,
    member_view,
    organisation_view,
    outcome_view,
    person_view,
    report_view,
    seat_view,
    sitting_view,
    treated,
    weight_of,
)
from arsrapport.document.nodes import Block
from arsrapport.language.languages import Language
from arsrapport.model.attendance import (
    Attendance,
)
from arsrapport.model.report import Report

Build: TypeAlias = Callable[[Counts, Language], tuple[Block, ...]]


def context_of(report: Report) -> Mapping[str, Thing]:
    """Return the names that a chapter knows.

    `report`, `committee`; the lists `meetings`, `items` (those treated), `actions` and `decisions`
    (conclusions too); `ledger` (actions with their status), `cases`, and `attendance` with its
    tables; and `seats`, `members`, `agendas` and `working_groups`, which are lists, and whole
    tables or lists when they are printed.
    """
    meetings = [meeting_view(agenda) for agenda in report.agendas]
    agendas = tuple(map(agenda_view, meetings))
    items = tuple(item for meeting in meetings for item in treated(meeting))
    outcomes = [
        (outcome, outcome_view(outcome, item, agenda.meeting))
        for agenda in report.agendas
        for item in agenda.meeting.items
        for outcome in item.outcomes
    ]
    mandates = tuple(mandate for row in report.members for mandate in row.mandates)
    kinds = counting.kinds_of(str(item.fields["kind"]) for item in items)
    statuses = _statuses(report)
    return {
        "report": report_view(report),
        "committee": committee_view(report.committee),
        "meetings": Rows("meetings", tuple(meetings)),
        "items": Rows("items", items, fields=_kinds(kinds)),
        "actions": Rows(
            "actions",
            tuple(v for o, v in outcomes if o.kind == "action"),
            _actions(report),
            statuses,
        ),
        "ledger": Rows(
            "ledger", tuple(map(entry_view, report.actions)), _actions(report), statuses
        ),
        "decisions": Rows(
            "decisions", tuple(v for o, v in outcomes if o.kind != "action"), _decisions(report)
        ),
        "cases": Rows("cases", tuple(map(case_view, report.cases)), _cases(report)),
        "attendance": _attendance(report.attendance),
        "seats": Rows("seats", tuple(map(seat_view, report.seats)), _seats(report)),
        "members": Rows("members", tuple(map(member_view, mandates)), _members(report)),
        "agendas": Rows("agendas", agendas, _agendas(report)),
        "working_groups": Rows(
            "working_groups", tuple(map(group_view, report.working_groups)), _groups(report)
        ),
    }


# --- printed as a whole ---------------------------------------------------------------------


def _attendance(attendance: Attendance) -> View:
    people, sittings = attendance.people, attendance.sittings
    cells = (len(people) + 1) * (len(sittings) + 4)
    known = tables_of_attendance.known_organisations(attendance)
    rows = len(known)

    def whole(kind: str, build: Callable[..., tuple[Block, ...]], weight: int) -> Nodes:
        return Nodes(kind, lambda language: build(attendance, language), weight)

    return View(
        "attendance",
        {
            "sittings": Rows("sittings", tuple(sitting_view(sitting) for sitting in sittings)),
            "unrecorded": len(attendance.unrecorded),
            "has_seats": any(row.possible is not None for row in known),
            "has_members": any(person.held is not None for person in people),
            "matrix": Rows(
                "matrix",
                tuple(map(person_view, people)),
                whole("matrix", tables_of_attendance.matrix, 20 * cells),
            ),
            "organisations": Rows(
                "organisations",
                tuple(map(organisation_view, known)),
                whole("organisations", tables_of_attendance.organisations, ROW_WEIGHT * rows),
            ),
            "meetings": whole(
                "meetings", tables_of_attendance.sittings, ROW_WEIGHT * len(sittings)
            ),
            "chart": whole("chart", tables_of_attendance.chart, ROW_WEIGHT * rows),
        },
    )


def _kinds(counts: Counts) -> Mapping[str, Thing]:
    table, chart = counting.kinds_table, counting.kinds_chart
    return {"kinds": _counted("kinds", counts, table), "chart": _whole("chart", counts, chart)}


def _statuses(report: Report) -> Mapping[str, Thing]:
    counts = counting.statuses_of(report.actions)
    table, chart = counting.statuses_table, counting.statuses_chart
    return {
        "statuses": _counted("statuses", counts, table),
        "chart": _whole("chart", counts, chart),
    }


def _counted(kind: str, counts: Counts, build: Build) -> Rows:
    """Return how many there are of each, as a list and a table."""
    rows = tuple(View("count", {"name": name, "number": number}) for name, number in counts)
    return Rows(kind, rows, _whole(kind, counts, build))


def _whole(kind: str, counts: Counts, build: Build) -> Nodes:
    return Nodes(kind, lambda language: build(counts, language), ROW_WEIGHT * len(counts))


def _seats(report: Report) -> Nodes:
    rows = report.seats
    weight = sum(ROW_WEIGHT + len(row.seat.organisation.full) + len(row.seat.note) for row in rows)
    return Nodes("seats", lambda language: tables.seats_table(rows, language), weight)


def _members(report: Report) -> Nodes:
    rows = report.members
    names = [mandate.name for row in rows for mandate in row.mandates]
    weight = sum(ROW_WEIGHT + len(name) for name in names)
    return Nodes("members", lambda language: tables.members_list(rows, language), weight)


def _agendas(report: Report) -> Nodes:
    agendas, period = report.agendas, report.period
    lines = [line for agenda in agendas for line in agenda.lines]
    weight = sum(ROW_WEIGHT + len(line.title) for line in lines) + ROW_WEIGHT * len(agendas)
    return Nodes("agendas", lambda language: tables.agendas_list(agendas, period, language), weight)


def _groups(report: Report) -> Nodes:
    rows = report.working_groups
    weight = sum(ROW_WEIGHT + len(group.name) + len(group.under) for group in rows)
    return Nodes(
        "working_groups", lambda language: tables.working_groups_table(rows, language), weight
    )


def _actions(report: Report) -> Nodes:
    rows = report.actions
    weight = sum(ROW_WEIGHT + weight_of(action.outcome.body) for action in rows)
    inside = _appendices(report)
    return Nodes(
        "actions", lambda language: registers.actions_table(rows, inside, language), weight
    )


def _decisions(report: Report) -> Nodes:
    rows, inside = report.decisions, _appendices(report)
    weight = sum(ROW_WEIGHT + weight_of(row.outcome.body) for row in rows)
    return Nodes(
        "decisions", lambda language: registers.decisions_table(rows, inside, language), weight
    )


def _cases(report: Report) -> Nodes:
    rows, inside = report.cases, _appendices(report)
    bodies = (o.body for case in rows for _, item in case.items for o in item.outcomes)
    weight = sum(ROW_WEIGHT * len(case.items) for case in rows) + sum(map(weight_of, bodies))
    return Nodes("cases", lambda language: registers.cases_list(rows, inside, language), weight)


def _appendices(report: Report) -> Appendices:
    """Return the meetings whose minutes are in the report."""
    listed = report.plan.appendices
    if listed is not None and "minutes" not in listed:
        return {}
    return {meeting.id: meeting for meeting in report.meetings if meeting.has_appendix}
