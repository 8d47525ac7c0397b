"""Tables of a record, one row a person, a meeting, an item, an entry of a list, an action.

Columns are called what the properties of the record are called, in every language: a program that
reads the reports of two committees must not need a dictionary. Each row says whose it is, so that
the tables of several committees and years can be put under one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct, UnsetType

from arsrapport.export.shapes.base import Places
from arsrapport.export.shapes.items import ItemRecord
from arsrapport.export.shapes.report import ApprovedRecord, MeetingRecord, MinutesRecord, Record
from arsrapport.export.shapes.who import ParticipantRecord

Cell: TypeAlias = str | int | bool | date | tuple[str, ...] | UnsetType
"""Several texts are one cell; UNSET and "" are empty ones."""

Row: TypeAlias = tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table by its name in the file's name."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


WHOSE = ("committee", "period_first", "period_last")


def tables_of(record: Record) -> tuple[Table, ...]:
    """Return the tables of a record. Meetings that are only planned are in none of them."""
    whose = (record.committee, record.period.first, record.period.last)
    return tuple(
        Table(name, (*WHOSE, *columns), tuple((*whose, *row) for row in rows))
        for name, columns, rows in (
            ("people", PEOPLE, _people(record)),
            ("meetings", MEETINGS, _meetings(record)),
            ("items", ITEMS, _items(record)),
            ("presence", PRESENCE, _presence(record)),
            ("actions", ACTIONS, _actions(record)),
        )
    )


# --- rows -----------------------------------------------------------------------------------

PEOPLE = (
    "id",
    "name",
    "initials",
    "organisations",
    "roles",
    "present",
    "apologies",
    "path",
    "line",
)


def _people(record: Record) -> Iterator[Row]:
    roles: dict[str, dict[str, None]] = {}
    for member in record.members:
        roles.setdefault(member.person, {}).setdefault(member.role)
    for person in record.people:
        yield (
            person.id,
            person.name,
            person.initials,
            person.organisations,
            tuple(roles.get(person.id, ())),
            len(person.present),
            len(person.apologies),
            *_at(person.places),
        )


MEETINGS = (
    *("meeting", "moetedato", "last_day", "moetenummer", "offentligTittel", "language", "status"),
    *("form", "time", "moetested", "chair", "minutes_by", "minutes_date", "approved_date"),
    *("approved_in", "next_meeting", "present", "apologies", "moetesak", "treated", "vedtak"),
    *("actions", "path", "line"),
)


def _meetings(record: Record) -> Iterator[Row]:
    for meeting in record.meetings:
        minutes = meeting.minutes or MinutesRecord(by=())
        approved = meeting.approved or ApprovedRecord()
        items = meeting.items
        yield (
            meeting.id,
            meeting.date,
            meeting.last_day,
            meeting.number,
            meeting.title,
            meeting.language,
            meeting.status,
            meeting.form,
            meeting.time,
            meeting.location,
            meeting.chair,
            minutes.by,
            minutes.date,
            approved.date,
            approved.meeting,
            meeting.next_meeting.first if meeting.next_meeting else "",
            len(meeting.present) if isinstance(meeting.present, tuple) else "",
            len(meeting.apologies) if isinstance(meeting.apologies, tuple) else "",
            len(items),
            sum(item.treated for item in items),
            sum(len(item.decisions) for item in items),
            sum(len(item.actions) for item in items),
            *_at(meeting.places),
        )


ITEMS = (
    *("meeting", "moetedato", "number", "offentligTittel", "language", "moetesakstype", "kind"),
    *("heading", "treated", "outcome", "skjermingshjemmel", "presenter", "organisations"),
    *("dokumentbeskrivelse", "continues", "vedtak", "actions", "path", "line"),
)


def _items(record: Record) -> Iterator[Row]:
    for meeting, item in _each_item(record):
        yield (
            meeting.id,
            meeting.date,
            item.number,
            item.title,
            item.language,
            item.case_type,
            item.kind,
            item.heading,
            item.treated,
            item.outcome,
            item.withheld.basis if item.withheld else "",
            tuple(presenter.name for presenter in item.presenter),
            tuple(p.organisation for p in item.presenter if p.organisation),
            tuple(paper.title for paper in item.papers),
            item.continues,
            len(item.decisions),
            len(item.actions),
            *_at(item.places),
        )


PRESENCE = (
    *("meeting", "moetedato", "list", "moetedeltakerNavn", "moetedeltakerFunksjon"),
    *("written_organisation", "person", "organisation", "role", "items", "except", "for", "note"),
    *("path", "line"),
)


def _presence(record: Record) -> Iterator[Row]:
    for meeting in record.meetings:
        for name, listed in (("present", meeting.present), ("apologies", meeting.apologies)):
            for participant in listed if isinstance(listed, tuple) else ():
                yield (meeting.id, meeting.date, name, *_participant(participant))


def _participant(participant: ParticipantRecord) -> Row:
    return (
        participant.name,
        participant.function,
        participant.written_organisation,
        participant.person,
        participant.organisation,
        participant.role,
        participant.items,
        participant.away,
        participant.stands_in_for,
        participant.note,
        *_at(participant.places),
    )


ACTIONS = (
    *("meeting", "moetedato", "number", "id", "title", "text", "responsible", "due", "due_date"),
    *("note", "language", "path", "line"),
)


def _actions(record: Record) -> Iterator[Row]:
    for meeting, item in _each_item(record):
        for action in item.actions:
            yield (
                meeting.id,
                meeting.date,
                item.number,
                action.id,
                action.title,
                action.text,
                action.responsible,
                action.due,
                action.due_date,
                action.note,
                action.language,
                *_at(action.places),
            )


def _each_item(record: Record) -> Iterator[tuple[MeetingRecord, ItemRecord]]:
    for meeting in record.meetings:
        for item in meeting.items:
            yield meeting, item


def _at(places: Places) -> tuple[Cell, Cell]:
    """Return the path and line of the first place; the record has them all."""
    return (places[0].path, places[0].line) if places else ("", "")
