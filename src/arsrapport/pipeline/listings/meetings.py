"""Meetings, their agendas, and the members of a committee as listings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from arsrapport.aggregate.agendas import agenda_list, is_treated
from arsrapport.aggregate.members import member_rows, seat_rows
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, numeric_date
from arsrapport.language.languages import Language
from arsrapport.language.numbers import find_noun
from arsrapport.language.tables import EN_DASH
from arsrapport.model.archive import Mandate, Meeting, Role, Seat, Status, Term
from arsrapport.model.listing import Listing
from arsrapport.model.report import AgendaLine
from arsrapport.pipeline.listings.columns import (
    Scope,
    days,
    hidden,
    listing,
    lists,
    numbers,
    texts,
    told,
)
from arsrapport.source.place import Place

_STATUS: Final[Mapping[Status, str]] = {
    "planned": "minutes_planned",
    "draft": "minutes_draft",
    "for-comment": "minutes_for_comment",
    "approved": "minutes_approved",
}


def meetings_listing(scope: Scope) -> Listing:
    """Return the meetings, those that are only planned too."""
    rows, language = _meetings(scope), scope.language
    counts = [[o.kind for item in m.items for o in item.outcomes] for m in rows]
    columns = [
        told(
            "meeting",
            label(language, "meeting"),
            (m.id for m in rows),
            (date_range(m.first, m.last, language) for m in rows),
        ),
        hidden("date", (m.first for m in rows)),
        hidden("last_day", (m.last for m in rows)),
        texts("title", "", (m.title for m in rows)),
        texts("location", label(language, "location"), (m.location for m in rows)),
        hidden("form", (m.form for m in rows)),
        told(
            "status",
            label(language, "status"),
            (m.status for m in rows),
            (label(language, _STATUS[m.status]) if m.status else "" for m in rows),
        ),
        numbers("present", label(language, "present"), map(_present, rows), language),
        numbers(
            "items",
            label(language, "items"),
            (sum(map(is_treated, m.items)) if m.counts else len(m.items) for m in rows),
            language,
        ),
        hidden("decisions", (sum(kind != "action" for kind in kinds) for kinds in counts)),
        hidden("actions", (kinds.count("action") for kinds in counts)),
    ]
    places = (
        (
            m.place,
            *(p.place for p in m.present or ()),
            *(item.place for item in m.items),
            *(outcome.place for item in m.items for outcome in item.outcomes),
        )
        for m in rows
    )
    return listing(scope, columns, places)


def _meetings(scope: Scope) -> list[Meeting]:
    return sorted(
        (*scope.meetings, *scope.planned), key=lambda meeting: (meeting.first, meeting.id)
    )


def _present(meeting: Meeting) -> int | None:
    """Return how many different people were there; None where that is not recorded."""
    if meeting.present is None:
        return None
    return len({p.person for p in meeting.present if p.person is not None})


def agenda_listing(scope: Scope) -> Listing:
    """Return the agendas of the meetings, without the closing items."""
    language = scope.language
    rows = [(m, line) for m in _meetings(scope) for line in agenda_list(m, language).lines]
    columns = [
        told(
            "meeting",
            label(language, "meeting"),
            (m.id for m, _ in rows),
            (numeric_date(m.first, language) for m, _ in rows),
        ),
        days("date", "", (m.first for m, _ in rows), language),
        hidden("meeting_status", (m.status for m, _ in rows)),
        texts("item", label(language, "item"), (line.item.number for _, line in rows)),
        hidden("kind", (line.item.kind for _, line in rows)),
        texts("title", label(language, "title"), (line.title for _, line in rows)),
        hidden(
            "withheld",
            (line.item.withheld.basis if line.item.withheld else None for _, line in rows),
        ),
        hidden("outcome", (line.item.outcome for _, line in rows)),
        lists("presenters", label(language, "presenter"), (_presenters(line) for _, line in rows)),
        lists("organisations", "", (line.organisations for _, line in rows)),
        lists("papers", "", (line.item.papers for _, line in rows)),
    ]
    return listing(scope, columns, (line.places for _, line in rows))


def _presenters(line: AgendaLine) -> tuple[str, ...]:
    return tuple(
        f"{p.name} ({p.written_organisation})" if p.written_organisation else p.name
        for p in line.item.presenters
    )


# --- members --------------------------------------------------------------------------------

_Member = tuple[str, str, Role, int | None, Term, tuple[Place, ...]]
"""An organisation, a name, a role, seats, and when."""


def members_listing(scope: Scope) -> Listing:
    """Return the members in force on a day, by organisation, and seats that nobody is named for."""
    language, rows = scope.language, _members(scope)
    columns = [
        texts("organisation", label(language, "organisation"), (row[0] for row in rows)),
        numbers("seats", label(language, "seats"), (row[3] for row in rows), language),
        texts("name", label(language, "person_name"), (row[1] for row in rows)),
        told(
            "role",
            label(language, "role"),
            (row[2] for row in rows),
            (find_noun(row[2], language).one for row in rows),
        ),
        told("from", "", (row[4].first for row in rows), ("" for _ in rows)),
        told("to", "", (row[4].last for row in rows), ("" for _ in rows)),
        told(
            "",
            label(language, "period"),
            (None for _ in rows),
            (_term(row[4], language) for row in rows),
        ),
    ]
    return listing(scope, columns, (row[5] for row in rows), is_as_of=True)


def _members(scope: Scope) -> list[_Member]:
    """Return a row for each mandate; the seats of an organisation stand in its first row."""
    seats = {
        row.seat.organisation.listed: row.seat for row in seat_rows(scope.committee, scope.day)
    }
    found: list[_Member] = []
    for group in member_rows(scope.committee, scope.day):
        for index, mandate in enumerate(group.mandates):
            seat = seats.pop(group.organisation, None) if not index else None
            found.append(_member(group.organisation, mandate, seat))
    found += [
        (name, "", seat.role, seat.seats, seat.term, (seat.place,)) for name, seat in seats.items()
    ]
    return found


def _member(organisation: str, mandate: Mandate, seat: Seat | None) -> _Member:
    places = (mandate.place,) if seat is None else (seat.place, mandate.place)
    number = None if seat is None else seat.seats
    return organisation, mandate.name, mandate.role, number, mandate.term, places


def _term(term: Term, language: Language) -> str:
    first, last = (numeric_date(day, language) if day else "" for day in (term.first, term.last))
    if first and last:
        return f"{first}{EN_DASH}{last}"
    if first:
        return label(language, "term_from", date=first)
    return label(language, "term_to", date=last) if last else ""
