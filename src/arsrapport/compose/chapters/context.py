"""What a chapter knows of a Report: names, and under them values, lists and views."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from arsrapport.compose.chapters import attendance as tables_of_attendance
from arsrapport.compose.chapters import registers, tables
from arsrapport.compose.chapters.values import (
    Nodes,
    Rows,
    Target,
    Thing,
    View,
    Wording,
    Words,
    day_of,
)
from arsrapport.document.nodes import Block, Passage, Text
from arsrapport.document.walk import walk
from arsrapport.language.languages import LANGUAGES
from arsrapport.model.archive import Committee, Item, Mandate, Meeting, Outcome, WorkingGroup
from arsrapport.model.attendance import (
    Attendance,
    OrganisationAttendance,
    PersonAttendance,
    Sitting,
)
from arsrapport.model.ledger import Action
from arsrapport.model.report import AgendaLine, AgendaList, Case, Report, SeatRow

ROW_WEIGHT = 100
"""About how many characters the frame of one row weighs, in any output."""


def context_of(report: Report) -> Mapping[str, Thing]:
    """Return the names that a chapter knows.

    `report`, `committee`; the lists `meetings`, `items` (those treated), `actions` and `decisions`
    (conclusions too); `ledger` (actions with their status), `cases`, and `attendance` with its
    tables; and `seats`, `members`, `agendas` and `working_groups`, which are lists, and whole
    tables or lists when they are printed.
    """
    meetings = [_meeting(agenda) for agenda in report.agendas]
    agendas = tuple(map(_agenda, meetings))
    items = tuple(item for meeting in meetings for item in _treated(meeting))
    outcomes = [
        (outcome, _outcome(outcome, item, agenda.meeting))
        for agenda in report.agendas
        for item in agenda.meeting.items
        for outcome in item.outcomes
    ]
    mandates = tuple(mandate for row in report.members for mandate in row.mandates)
    return {
        "report": _report(report),
        "committee": _committee(report.committee),
        "meetings": Rows("meetings", tuple(meetings)),
        "items": Rows("items", items),
        "actions": Rows(
            "actions", tuple(v for o, v in outcomes if o.kind == "action"), _actions(report)
        ),
        "ledger": Rows("ledger", tuple(map(_entry, report.actions)), _actions(report)),
        "decisions": Rows(
            "decisions", tuple(v for o, v in outcomes if o.kind != "action"), _decisions(report)
        ),
        "cases": Rows("cases", tuple(map(_case, report.cases)), _cases(report)),
        "attendance": _attendance(report.attendance),
        "seats": Rows("seats", tuple(map(_seat, report.seats)), _seats(report)),
        "members": Rows("members", tuple(map(_member, mandates)), _members(report)),
        "agendas": Rows("agendas", agendas, _agendas(report)),
        "working_groups": Rows(
            "working_groups", tuple(map(_group, report.working_groups)), _groups(report)
        ),
    }


def _report(report: Report) -> View:
    plan, period = report.plan, report.period
    return View(
        "report",
        {
            "title": report.title,
            "year": period.label,
            "period": period.label if period.is_whole_years else day_of(period.first, period.last),
            "first": day_of(period.first),
            "last": day_of(period.last),
            "as_of": day_of(report.as_of),
            "published": day_of(plan.published) if plan.published else None,
            "publisher": report.publisher,
            "series": plan.series,
            "isbn": plan.isbn,
            "issn": plan.issn,
            "items": report.items,
            "people": report.people,
        },
    )


def _committee(committee: Committee) -> View:
    name = Wording(tuple((language, committee.name(language)) for language in LANGUAGES))
    return View("committee", {"name": name, "id": committee.id}, name)


# --- meetings and their items ---------------------------------------------------------------


def _meeting(agenda: AgendaList) -> View:
    meeting = agenda.meeting
    fields = _meeting_fields(meeting)
    outer = View("meeting", fields)
    lines = tuple(_item(line, outer, meeting) for line in agenda.lines)
    return View("meeting", {**fields, "items": Rows("items", lines)})


def _meeting_fields(meeting: Meeting) -> Mapping[str, Thing]:
    present = meeting.present
    return {
        "id": meeting.id,
        "date": day_of(meeting.first, meeting.last),
        "place": meeting.location,
        "time": meeting.time,
        "form": meeting.form or "",
        "number": meeting.number,
        "title": Words(meeting.title, meeting.language),
        "status": meeting.status or "",
        "chair": Rows("chair", meeting.chair),
        "present": None if present is None else len(present),
        "has_appendix": meeting.has_appendix,
        "reference": Target(f"meeting:{meeting.id}"),
    }


def _item(line: AgendaLine, meeting: View, source: Meeting) -> View:
    title = Words(line.title, line.language)
    return View(
        "item",
        {
            **_item_fields(line.item, source),
            "title": title,
            "organisations": Rows("organisations", line.organisations),
            "meeting": meeting,
            "date": meeting.fields["date"],
        },
        title,
    )


def _item_fields(item: Item, meeting: Meeting) -> Mapping[str, Thing]:
    return {
        "number": item.number,
        "kind": item.kind or "",
        "outcome": item.outcome or "",
        "is_heading": item.is_heading,
        "reference": Target(f"item:{meeting.id}/{item.number}") if item.number else "",
    }


def _treated(meeting: View) -> Iterator[View]:
    """Yield the items of a meeting that count as treated, as `Report.items` counts them."""
    listed = meeting.fields["items"]
    for item in listed.items if isinstance(listed, Rows) else ():
        if isinstance(item, View) and not item.fields["is_heading"] and not item.fields["outcome"]:
            yield item


def _agenda(meeting: View) -> View:
    return View(
        "agenda",
        {
            "meeting": meeting,
            "date": meeting.fields["date"],
            "lines": meeting.fields["items"],
        },
    )


def _outcome(outcome: Outcome, item: Item, meeting: Meeting) -> View:
    return View(
        outcome.kind,
        {
            "id": outcome.id,
            "title": Words(outcome.title, outcome.language),
            "kind": outcome.kind,
            "text": Nodes(
                "text",
                lambda _: (Passage(outcome.body, outcome.language, place=outcome.place),),
                _weight(outcome.body),
            ),
            "responsible": Rows("responsible", outcome.responsible),
            "due": outcome.due,
            "note": outcome.note,
            "item": item.number,
            "reference": Target(f"item:{meeting.id}/{item.number}") if item.number else "",
            "date": day_of(meeting.first, meeting.last),
        },
    )


def _weight(blocks: Iterable[Block]) -> int:
    nodes = (node for block in blocks for node, _ in walk(block, "nn"))
    return sum(len(node.value) if isinstance(node, Text) else ROW_WEIGHT for node in nodes)


# --- who is represented ---------------------------------------------------------------------


def _seat(row: SeatRow) -> View:
    seat = row.seat
    return View(
        "seat",
        {
            "organisation": seat.organisation.full,
            "short": seat.organisation.listed,
            "seats": seat.seats,
            "role": seat.role,
            "note": seat.note,
            "secretariat": row.has_secretariat,
        },
        Words(seat.organisation.listed),
    )


def _member(mandate: Mandate) -> View:
    organisation = mandate.organisation
    return View(
        "member",
        {
            "name": mandate.name,
            "organisation": organisation.listed if organisation else "",
            "role": mandate.role,
        },
        Words(mandate.name),
    )


def _group(group: WorkingGroup) -> View:
    return View("working_group", {"name": group.name, "under": group.under}, Words(group.name))


# --- what became of it ----------------------------------------------------------------------


def _entry(action: Action) -> View:
    fields = _outcome(action.outcome, action.item, action.meeting).fields
    own: Mapping[str, Thing] = {"status": action.status, "overdue": action.is_overdue}
    return View("action", {**fields, **own})


def _case(case: Case) -> View:
    title = Words(case.title, case.items[0][1].language)
    meetings = {meeting.id: day_of(meeting.first, meeting.last) for meeting, _ in case.items}
    days = Rows("meetings", tuple(View("meeting", {"date": day}) for day in meetings.values()))
    return View("case", {"title": title, "meetings": days}, title)


def _attendance(attendance: Attendance) -> View:
    people, sittings = attendance.people, attendance.sittings
    cells = (len(people) + 1) * (len(sittings) + 4)
    rows = len(attendance.organisations)

    def whole(kind: str, build: Callable[..., tuple[Block, ...]], weight: int) -> Nodes:
        return Nodes(kind, lambda language: build(attendance, language), weight)

    return View(
        "attendance",
        {
            "sittings": Rows("sittings", tuple(_sitting(sitting) for sitting in sittings)),
            "unrecorded": len(attendance.unrecorded),
            "matrix": Rows(
                "matrix",
                tuple(map(_person, people)),
                whole("matrix", tables_of_attendance.matrix, 20 * cells),
            ),
            "organisations": Rows(
                "organisations",
                tuple(map(_organisation, attendance.organisations)),
                whole("organisations", tables_of_attendance.organisations, ROW_WEIGHT * rows),
            ),
            "meetings": whole(
                "meetings", tables_of_attendance.sittings, ROW_WEIGHT * len(sittings)
            ),
            "chart": whole("chart", tables_of_attendance.chart, ROW_WEIGHT * rows),
        },
    )


def _person(person: PersonAttendance) -> View:
    organisation = person.organisation
    return View(
        "person",
        {
            "name": person.name,
            "organisation": organisation.listed if organisation else "",
            "role": person.role,
            "present": person.present,
            "held": person.held,
        },
        Words(person.name),
    )


def _organisation(row: OrganisationAttendance) -> View:
    name = row.organisation.listed if row.organisation else ""
    return View(
        "organisation",
        {
            "name": name,
            "role": row.role,
            "seats": row.seats,
            "presences": row.presences,
            "persons": row.persons,
            "represented": row.represented,
            "held": row.held,
            "filled": row.filled,
            "possible": row.possible,
        },
        Words(name),
    )


def _sitting(sitting: Sitting) -> View:
    quorum = sitting.quorum
    return View(
        "sitting",
        {
            "date": day_of(sitting.meeting.first, sitting.meeting.last),
            "people": sitting.people,
            "seats": sitting.seats,
            "filled": sitting.filled,
            "has_quorum": None if quorum is None else quorum.is_reached,
        },
    )


# --- printed as a whole ---------------------------------------------------------------------


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
    weight = sum(ROW_WEIGHT + _weight(action.outcome.body) for action in rows)
    return Nodes("actions", lambda language: registers.actions_table(rows, language), weight)


def _decisions(report: Report) -> Nodes:
    rows = report.decisions
    weight = sum(ROW_WEIGHT + _weight(row.outcome.body) for row in rows)
    return Nodes("decisions", lambda language: registers.decisions_table(rows, language), weight)


def _cases(report: Report) -> Nodes:
    rows = report.cases
    bodies = (o.body for case in rows for _, item in case.items for o in item.outcomes)
    weight = sum(ROW_WEIGHT * len(case.items) for case in rows) + sum(map(_weight, bodies))
    return Nodes("cases", lambda language: registers.cases_list(rows, language), weight)
