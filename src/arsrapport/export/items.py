"""The items of an agenda, with what they ended with, as a record has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import UNSET, Struct

from arsrapport.export.shapes.items import (
    ActionRecord,
    AgendaLineRecord,
    CaseType,
    DecisionRecord,
    DocumentRecord,
    FollowUpRecord,
    ItemRecord,
    PresenterRecord,
    ScreeningRecord,
    WordingRecord,
)
from arsrapport.export.values import day_in, given, place_records
from arsrapport.export.words import text_of
from arsrapport.model.archive import FollowUp, Item, Kind, Outcome, Presenter
from arsrapport.model.report import AgendaLine, Report
from arsrapport.source.place import Place

CASE_TYPES: Final[Mapping[Kind, CaseType]] = {
    "information": "orientering",
    "discussion": "annet",
    "decision": "annet",
    "approval": "godkjenning",
    "follow-up": "annet",
    "any-other-business": "annet",
    "closing": "annet",
}
"""eInnsyn's words. It has none for a discussion, and *politisk* is not for any decision."""


class Treated(Struct, frozen=True):
    """What a report says of items: which are treated, and how its agenda lists have them."""

    places: frozenset[Place]
    lines: Mapping[Place, AgendaLine]


def treated_of(report: Report) -> Treated:
    """Return what a report says of items, by their places."""
    lines = {line.item.place: line for agenda in report.agendas for line in agenda.lines}
    return Treated(frozenset(report.item_places), lines)


def item_record(item: Item, day: date, treated: Treated) -> ItemRecord:
    """Return an item; `day` is the last of its meeting."""
    line = treated.lines.get(item.place)
    return ItemRecord(
        number=given(item.number),
        title=item.title,
        language=item.language,
        kind=item.kind or UNSET,
        case_type=CASE_TYPES[item.kind] if item.kind else UNSET,
        heading=item.is_heading,
        treated=item.place in treated.places,
        outcome=item.outcome or UNSET,
        withheld=ScreeningRecord(item.withheld.basis) if item.withheld else UNSET,
        presenter=tuple(map(_presenter, item.presenters)),
        papers=tuple(map(DocumentRecord, item.papers)),
        continues=item.continues,
        listed=_line(line) if line else UNSET,
        text=given(text_of(item.body)),
        decisions=tuple(_decision(o, day) for o in item.outcomes if o.kind != "action"),
        actions=tuple(_action(o) for o in item.outcomes if o.kind == "action"),
        places=place_records([item.place]),
    )


def follow_up_records(entries: Iterable[FollowUp]) -> tuple[FollowUpRecord, ...]:
    """Return follow-ups as they stand."""
    return tuple(
        FollowUpRecord(
            action=entry.actions,
            date=entry.day,
            status=entry.status or UNSET,
            to=entry.to,
            due=given(entry.due),
            due_date=day_in(entry.due),
            note=given(entry.note),
            places=place_records([entry.place]),
        )
        for entry in entries
    )


def _presenter(presenter: Presenter) -> PresenterRecord:
    return PresenterRecord(
        name=presenter.name,
        written_organisation=given(presenter.written_organisation),
        organisation=presenter.organisation.name if presenter.organisation else UNSET,
        places=place_records([presenter.place]),
    )


def _line(line: AgendaLine) -> AgendaLineRecord:
    return AgendaLineRecord(
        organisations=line.organisations,
        title=line.title,
        language=line.language,
        places=place_records(line.places),
    )


def _decision(outcome: Outcome, day: date) -> DecisionRecord:
    return DecisionRecord(
        kind="decision" if outcome.kind == "decision" else "conclusion",
        id=given(outcome.id),
        title=given(outcome.title),
        text=WordingRecord(text_of(outcome.body), "text/plain"),
        date=day,
        language=outcome.language,
        places=place_records([outcome.place]),
    )


def _action(outcome: Outcome) -> ActionRecord:
    return ActionRecord(
        id=given(outcome.id),
        title=given(outcome.title),
        text=text_of(outcome.body),
        responsible=outcome.responsible,
        due=given(outcome.due),
        due_date=day_in(outcome.due),
        note=given(outcome.note),
        language=outcome.language,
        places=place_records([outcome.place]),
    )
