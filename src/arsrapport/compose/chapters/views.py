"""Views: what a chapter may say of one thing of a Report, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    OrganisationAttendance,
    PersonAttendance,
    Sitting,
)
from arsrapport.model.ledger import Action
from arsrapport.model.report import AgendaLine, AgendaList, Case, Report, SeatRow

ROW_WEIGHT = 100
"""About how many characters the frame of one row weighs, in any output."""


def report_view(report: Report) -> View:
    """Return what a chapter may say of the report itself."""
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


def committee_view(committee: Committee) -> View:
    """Return a committee, which reads as its name in the language of the text."""
    name = Wording(tuple((language, committee.name(language)) for language in LANGUAGES))
    return View("committee", {"name": name, "id": committee.id}, name)


# --- meetings and their items ---------------------------------------------------------------


def meeting_view(agenda: AgendaList) -> View:
    """Return a meeting with its items."""
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


def treated(meeting: View) -> Iterator[View]:
    """Yield the items of a meeting that count as treated, as `Report.items` counts them."""
    listed = meeting.fields["items"]
    for item in listed.items if isinstance(listed, Rows) else ():
        if isinstance(item, View) and not item.fields["is_heading"] and not item.fields["outcome"]:
            yield item


def agenda_view(meeting: View) -> View:
    """Return the agenda of a meeting."""
    return View(
        "agenda",
        {
            "meeting": meeting,
            "date": meeting.fields["date"],
            "lines": meeting.fields["items"],
        },
    )


def outcome_view(outcome: Outcome, item: Item, meeting: Meeting) -> View:
    """Return a conclusion, a decision or an action, with where it was minuted."""
    return View(
        outcome.kind,
        {
            "id": outcome.id,
            "title": Words(outcome.title, outcome.language),
            "kind": outcome.kind,
            "text": Nodes(
                "text",
                lambda _: (Passage(outcome.body, outcome.language, place=outcome.place),),
                weight_of(outcome.body),
            ),
            "responsible": Rows("responsible", outcome.responsible),
            "due": outcome.due,
            "note": outcome.note,
            "item": item.number,
            "reference": Target(f"item:{meeting.id}/{item.number}") if item.number else "",
            "date": day_of(meeting.first, meeting.last),
        },
    )


def weight_of(blocks: Iterable[Block]) -> int:
    """Return about how many characters some blocks make in any output."""
    nodes = (node for block in blocks for node, _ in walk(block, "nn"))
    return sum(len(node.value) if isinstance(node, Text) else ROW_WEIGHT for node in nodes)


# --- who is represented ---------------------------------------------------------------------


def seat_view(row: SeatRow) -> View:
    """Return the seats of an organisation."""
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


def member_view(mandate: Mandate) -> View:
    """Return a mandate, which reads as a name."""
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


def group_view(group: WorkingGroup) -> View:
    """Return a working group, which reads as its name."""
    return View("working_group", {"name": group.name, "under": group.under}, Words(group.name))


# --- what became of it ----------------------------------------------------------------------


def entry_view(action: Action) -> View:
    """Return an action with what has become of it."""
    fields = outcome_view(action.outcome, action.item, action.meeting).fields
    own: Mapping[str, Thing] = {"status": action.status, "overdue": action.is_overdue}
    return View("action", {**fields, **own})


def case_view(case: Case) -> View:
    """Return a case with the meetings it went through."""
    title = Words(case.title, case.items[0][1].language)
    meetings = {meeting.id: day_of(meeting.first, meeting.last) for meeting, _ in case.items}
    days = Rows("meetings", tuple(View("meeting", {"date": day}) for day in meetings.values()))
    return View("case", {"title": title, "meetings": days}, title)


def person_view(person: PersonAttendance) -> View:
    """Return how often a person was there."""
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


def organisation_view(row: OrganisationAttendance) -> View:
    """Return how an organisation was represented."""
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


def sitting_view(sitting: Sitting) -> View:
    """Return how a meeting was attended."""
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
