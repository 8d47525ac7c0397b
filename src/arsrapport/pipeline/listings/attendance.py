"""Attendance as a listing: by person, by organisation, or by meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from arsrapport.aggregate.attendance import attendance
from arsrapport.compose.chapters.attendance import (
    MEETINGS_A_TABLE,
    MISSING,
    called,
    filled_words,
    mark,
    notes_on,
    notes_on_people,
    part_of,
    percent,
    percentage,
    quorum_words,
    represented_percent,
    represented_words,
)
from arsrapport.document.plain import plain_text
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, numeric_date
from arsrapport.language.languages import Language
from arsrapport.language.numbers import find_noun, grouped
from arsrapport.model.archive import Committee, Organisation
from arsrapport.model.attendance import (
    Attendance,
    OrganisationAttendance,
    PersonAttendance,
    Sitting,
    State,
)
from arsrapport.model.listing import Listing
from arsrapport.pipeline.listings.columns import (
    Made,
    Scope,
    hidden,
    listing,
    numbers,
    texts,
    told,
)
from arsrapport.source.place import Place

_TOLD: Final[Sequence[tuple[str, State]]] = (
    ("whole_meetings", "present"),
    ("part_of_meetings", "partial"),
    ("apologies", "apologies"),
    ("absent", "absent"),
)
"""Keys of the lists of meetings that programs have instead of a column a meeting."""


def attendance_listing(scope: Scope, by: str) -> Listing:
    """Return who was there, by `person`, `organisation` or `meeting`."""
    found = attendance(scope.committee, scope.meetings, scope.period)
    if by == "organisation":
        return _by_organisation(found, scope)
    return _by_meeting(found, scope) if by == "meeting" else _by_person(found, scope)


def _notes(columns: Iterable[Made], found: Attendance, language: Language) -> Iterator[str]:
    """Return what explains the sign in columns of seats, and which meetings are in no figure."""
    lacks = any(cell.words == MISSING for made in columns for cell in made.cells)
    signs = ((MISSING, "sign_missing"),) if lacks else ()
    return map(plain_text, notes_on(signs, found, language))


# --- by person ------------------------------------------------------------------------------


def _by_person(found: Attendance, scope: Scope) -> Listing:
    people, language = found.people, scope.language
    columns = [
        texts("name", label(language, "person_name"), (p.name for p in people)),
        _organisations([p.organisation for p in people], language),
        told(
            "role",
            label(language, "role") if any(p.role != "guest" for p in people) else "",
            (p.role for p in people),
            (find_noun(p.role, language).one for p in people),
        ),
        *_matrix(found, language),
        told(
            "present",
            label(language, "attended"),
            (p.present for p in people),
            (_attended(p, language) for p in people),
        ),
        hidden("held", (p.held for p in people)),
        told(
            "percent",
            label(language, "share"),
            (percentage(p.present, p.held or 0) for p in people),
            (percent(p.present, p.held or 0) for p in people),
        ),
        hidden("dates_known", (p.has_dates for p in people)),
        *(hidden(key, (_meetings(p, state, found) for p in people)) for key, state in _TOLD),
    ]
    places = ((*p.places, *_places_of_appearances(p, found)) for p in people)
    notes = map(plain_text, notes_on_people(found, language))
    return listing(scope, columns, places, notes=notes)


def _places_of_appearances(person: PersonAttendance, found: Attendance) -> Iterator[Place | None]:
    """Yield where a person is listed; of a meeting that she was absent from, the meeting."""
    for sitting, appearance in zip(found.sittings, person.appearances, strict=True):
        yield sitting.meeting.place if appearance.state == "absent" else appearance.place


def _organisations(found: Sequence[Organisation | None], language: Language) -> Made:
    return texts(
        "organisation", label(language, "organisation"), (o.listed if o else "" for o in found)
    )


def _matrix(found: Attendance, language: Language) -> Iterator[Made]:
    """Yield a column for each meeting, for people, where these are few enough for a table."""
    if len(found.sittings) > MEETINGS_A_TABLE:
        return
    for index, sitting in enumerate(found.sittings):
        marks = [mark(p.appearances[index], p.held is None, language) for p in found.people]
        head = numeric_date(sitting.meeting.first, language)
        yield told("", head, (None for _ in marks), marks)


def _attended(person: PersonAttendance, language: Language) -> str:
    if person.held is None:
        return grouped(person.present, language)
    return part_of(person.present, person.held, language)


def _meetings(person: PersonAttendance, state: State, found: Attendance) -> tuple[str, ...]:
    return tuple(
        sitting.meeting.id
        for sitting, appearance in zip(found.sittings, person.appearances, strict=True)
        if appearance.state == state
    )


# --- by organisation ------------------------------------------------------------------------


def _by_organisation(found: Attendance, scope: Scope) -> Listing:
    rows, language = found.organisations, scope.language
    columns = [
        told(
            "organisation",
            label(language, "organisation"),
            (row.organisation.listed if row.organisation else None for row in rows),
            (called(row, language) for row in rows),
        ),
        hidden("role", (row.role for row in rows)),
        told(
            "seats",
            label(language, "seats"),
            (row.seats for row in rows),
            (_seats(row, language) for row in rows),
        ),
        told(
            "seats_filled",
            label(language, "seats_filled"),
            (None if row.possible is None else row.filled for row in rows),
            (_filled(row, language) for row in rows),
        ),
        hidden("seats_possible", (row.possible for row in rows)),
        numbers(
            "presences", label(language, "presences"), (row.presences for row in rows), language
        ),
        numbers("people", label(language, "persons"), (row.persons for row in rows), language),
        told(
            "represented",
            label(language, "represented"),
            (row.represented for row in rows),
            (represented_words(row, language) for row in rows),
        ),
        hidden("held", (row.held for row in rows)),
        told(
            "percent",
            label(language, "share_represented"),
            (percentage(row.represented, row.held) for row in rows),
            (represented_percent(row) for row in rows),
        ),
    ]
    held = [sitting.meeting.place for sitting in found.sittings]
    places = ((*_places_of_entry(scope.committee, row), *row.places, *held) for row in rows)
    notes = _notes(columns[2:4], found, language)
    return listing(scope, columns, places, total=_total(found, language), notes=notes)


def _places_of_entry(committee: Committee, row: OrganisationAttendance) -> Iterator[Place]:
    """Yield where the seats of an organisation are recorded; of none, members' own."""
    for seat in committee.seats:
        if seat.organisation == row.organisation:
            yield seat.place
    for mandate in committee.mandates:
        if row.organisation is None and mandate.organisation is None and mandate.role == "member":
            yield mandate.place


def _seats(row: OrganisationAttendance, language: Language) -> str:
    if row.role != "member":
        return ""
    return MISSING if row.seats is None else grouped(row.seats, language)


def _filled(row: OrganisationAttendance, language: Language) -> str:
    if row.role != "member":
        return ""
    return MISSING if row.possible is None else part_of(row.filled, row.possible, language)


def _total(found: Attendance, language: Language) -> tuple[str, ...]:
    """Return the sums; none of meetings represented at, which cannot be added up."""
    rows = found.organisations
    members = [row for row in rows if row.role == "member"]
    if not rows:
        return ()
    seats = [row.seats for row in members if row.seats is not None]
    possible = [row.possible for row in members if row.possible is not None]
    filled = sum(row.filled for row in members)
    return (
        label(language, "in_all"),
        grouped(sum(seats), language) if members and len(seats) == len(members) else "",
        part_of(filled, sum(possible), language)
        if members and len(possible) == len(members)
        else "",
        grouped(sum(row.presences for row in rows), language),
        grouped(len({p.person for p in found.people if p.present}), language),
        "",
        "",
    )


# --- by meeting -----------------------------------------------------------------------------


def _by_meeting(found: Attendance, scope: Scope) -> Listing:
    rows, language = found.sittings, scope.language
    has_seats = any(row.seats is not None for row in rows)
    has_quorum = any(row.quorum is not None for row in rows)
    columns = [
        told(
            "meeting",
            label(language, "meeting"),
            (row.meeting.id for row in rows),
            (date_range(row.meeting.first, row.meeting.last, language) for row in rows),
        ),
        hidden("date", (row.meeting.first for row in rows)),
        numbers("people", label(language, "persons"), (row.people for row in rows), language),
        told(
            "seats_filled",
            label(language, "seats_filled") if has_seats else "",
            (row.filled for row in rows),
            (filled_words(row, language) for row in rows),
        ),
        hidden("seats", (row.seats for row in rows)),
        told(
            "quorum",
            label(language, "quorum") if has_quorum else "",
            (_reached(row) for row in rows),
            (quorum_words(row, language) for row in rows),
        ),
        hidden("quorum_needed", (row.quorum.needed if row.quorum else None for row in rows)),
    ]
    shown = [made for made in columns if made.column.head]
    places = (
        (
            row.meeting.place,
            *row.places,
            *_places_of_seats(scope.committee, row),
            *_places_of_quorum(scope.committee, row),
        )
        for row in rows
    )
    notes = _notes(shown[2:], found, language)
    return listing(scope, columns, places, notes=notes)


def _places_of_quorum(committee: Committee, sitting: Sitting) -> Iterator[Place]:
    found = committee.positions.at("quorum")
    if sitting.quorum is not None and found is not None:
        yield found.value


def _places_of_seats(committee: Committee, sitting: Sitting) -> Iterator[Place]:
    """Yield where the seats of a sitting are recorded: of organisations, and members' own."""
    if sitting.seats is None:
        return
    day = sitting.meeting.first
    for seat in committee.seats:
        if seat.role == "member" and seat.term.holds(day):
            yield seat.place
    for mandate in committee.mandates:
        if mandate.role == "member" and mandate.organisation is None and mandate.term.holds(day):
            yield mandate.place


def _reached(sitting: Sitting) -> bool | None:
    return sitting.quorum.is_reached if sitting.quorum else None
