"""Attendance as tables: people by meetings, organisations, and meetings; and a chart of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.compose.chapters.chart import Bar
from arsrapport.compose.chapters.counts import chart_of
from arsrapport.compose.inline import text
from arsrapport.compose.presence import brief_partial_words
from arsrapport.document.nodes import Alignment, Block, Cell, Inline, Table
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, numeric_days
from arsrapport.language.languages import Language
from arsrapport.language.numbers import find_noun, grouped
from arsrapport.language.tables import EN_DASH, NBSP
from arsrapport.model.attendance import (
    Appearance,
    Attendance,
    OrganisationAttendance,
    PersonAttendance,
    Sitting,
)
from arsrapport.source.place import Place

THERE: Final = "x"
ABSENT: Final = EN_DASH
OUTSIDE: Final = "."
MISSING: Final = ".."
ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
"""Stands for any number of an item."""

MEETINGS_A_TABLE: Final = 10
"""How many meetings stand side by side; further ones come in a table of their own."""


class _Column(Struct, frozen=True):
    """A column of a table: its head, its alignment, and its cells."""

    head: str
    align: Alignment
    cells: list[str]


def matrix(attendance: Attendance, language: Language) -> tuple[Block, ...]:
    """Return people by meetings: who was at which, and at how many of those held.

    The last columns hold the figures; they stand in the last table where there are several. Those
    before it leave out who comes when called, and came to none of their meetings.
    """
    people, sittings = attendance.people, attendance.sittings
    starts = range(0, len(sittings), MEETINGS_A_TABLE)
    heads = numeric_days([sitting.meeting.first for sitting in sittings], language)
    found: list[Block] = []
    for start in starts:
        some = range(start, min(start + MEETINGS_A_TABLE, len(sittings)))
        is_last = start == starts[-1]
        rows = [
            person
            for person in people
            if is_last
            or person.held is not None
            or any(person.appearances[index].is_present for index in some)
        ]
        columns = list(_who(rows, language))
        for index in some:
            cells = [mark(p.appearances[index], p.held is None, language) for p in rows]
            columns.append(_Column(heads[index], "center", cells))
        columns += _figures(rows, language) if is_last else ()
        notes = notes_on_people(attendance, language) if is_last else ()
        found += _table(columns, [_first(p) for p in rows], notes)
    return tuple(found)


def known_organisations(attendance: Attendance) -> tuple[OrganisationAttendance, ...]:
    """Return the rows by organisation; none where nobody's organisation is recorded."""
    rows = attendance.organisations
    return rows if any(row.organisation for row in rows) else ()


def organisations(attendance: Attendance, language: Language) -> tuple[Block, ...]:
    """Return organisations with their seats, presences, people, and meetings represented at."""
    rows = known_organisations(attendance)
    total = _total(rows, attendance)
    has_seats = any(row.possible is not None for row in rows)
    columns = [
        _Column(
            label(language, "organisation"),
            "left",
            [*(called(row, language) for row in rows), label(language, "in_all")],
        ),
        *(_seat_columns(rows, total, language) if has_seats else ()),
        _Column(
            label(language, "presences"),
            "right",
            [grouped(n, language) for n in (*(row.presences for row in rows), total.presences)],
        ),
        _Column(
            label(language, "persons"),
            "right",
            [grouped(n, language) for n in (*(row.persons for row in rows), total.persons)],
        ),
        _Column(
            label(language, "represented"),
            "right",
            [*(represented_words(row, language) for row in rows), ""],
        ),
        _Column(
            label(language, "share_represented"),
            "right",
            [*(represented_percent(row) for row in rows), ""],
        ),
    ]
    places = [*(row.places[0] if row.places else None for row in rows), None]
    lacks = any(row.role == "member" and None in {row.seats, row.possible} for row in rows)
    signs = ((MISSING, "sign_missing"),) if has_seats and lacks else ()
    return _table(columns, places, notes_on(signs, attendance, language)) if rows else ()


def sittings(attendance: Attendance, language: Language) -> tuple[Block, ...]:
    """Return the meetings with how many people were there, and whether there was a quorum."""
    rows = attendance.sittings
    days = [date_range(s.meeting.first, s.meeting.last, language) for s in rows]
    columns = [
        _Column(label(language, "meeting"), "left", days),
        _Column(label(language, "persons"), "right", [grouped(s.people, language) for s in rows]),
    ]
    if any(s.seats is not None for s in rows):
        filled = [filled_words(sitting, language) for sitting in rows]
        columns.append(_Column(label(language, "seats_filled"), "right", filled))
    if any(s.quorum is not None for s in rows):
        told = [quorum_words(sitting, language) for sitting in rows]
        columns.append(_Column(label(language, "quorum"), "left", told))
    lacks = len({s.seats is None for s in rows}) > 1
    signs = ((MISSING, "sign_missing"),) if lacks else ()
    return _table(columns, [s.meeting.place for s in rows], notes_on(signs, attendance, language))


def chart(attendance: Attendance, language: Language) -> tuple[Block, ...]:
    """Return a chart of the presences of each organisation; its numbers are its text."""
    rows = [Bar(called(row, language), row.presences) for row in known_organisations(attendance)]
    return chart_of("attendance", "chart_of_presences", rows, language)


# --- columns --------------------------------------------------------------------------------


def _who(people: Sequence[PersonAttendance], language: Language) -> Iterator[_Column]:
    yield _Column(label(language, "person_name"), "left", [person.name for person in people])
    if any(person.organisation for person in people):
        names = [person.organisation.listed if person.organisation else "" for person in people]
        yield _Column(label(language, "organisation"), "left", names)
    if any(person.role != "guest" for person in people):
        roles = [find_noun(person.role, language).one for person in people]
        yield _Column(label(language, "role"), "left", roles)


def _figures(people: Sequence[PersonAttendance], language: Language) -> Iterator[_Column]:
    counts = [
        grouped(person.present, language)
        if person.held is None
        else part_of(person.present, person.held, language)
        for person in people
    ]
    yield _Column(label(language, "attended"), "right", counts)
    if any(person.held is not None for person in people):
        shares = ["" if p.held is None else percent(p.present, p.held) for p in people]
        yield _Column(label(language, "share"), "right", shares)


def _seat_columns(
    rows: Sequence[OrganisationAttendance], total: OrganisationAttendance, language: Language
) -> Iterator[_Column]:
    seats = ["" if r.role != "member" else _known(r.seats, language) for r in (*rows, total)]
    yield _Column(label(language, "seats"), "right", seats)
    filled = [
        ""
        if row.role != "member"
        else MISSING
        if row.possible is None
        else part_of(row.filled, row.possible, language)
        for row in (*rows, total)
    ]
    yield _Column(label(language, "seats_filled"), "right", filled)


def _total(
    rows: Sequence[OrganisationAttendance], attendance: Attendance
) -> OrganisationAttendance:
    members = [row for row in rows if row.role == "member"]
    is_known = bool(members) and all(row.possible is not None for row in members)
    has_seats = bool(members) and all(row.seats is not None for row in members)
    return OrganisationAttendance(
        organisation=None,
        role="member",
        seats=sum(row.seats or 0 for row in members) if has_seats else None,
        presences=sum(row.presences for row in rows),
        represented=0,
        held=len(attendance.sittings),
        persons=len({p.person for p in attendance.people if p.present}),
        filled=sum(row.filled for row in members),
        possible=sum(row.possible or 0 for row in members) if is_known else None,
        places=(),
    )


# --- cells ----------------------------------------------------------------------------------


def mark(appearance: Appearance, is_called: bool, language: Language) -> str:  # noqa: FBT001 - its one flag
    """Return the sign of a person at a meeting, or the items that she was there for.

    Of those who come when they are called, guests and deputies, it is no sign that they did not.
    """
    match appearance.state:
        case "present":
            return THERE
        case "partial":
            return ", ".join(brief_partial_words(appearance.items, appearance.away, language))
        case "apologies":
            return label(language, "apologies_mark")
        case "absent":
            return "" if is_called else ABSENT
        case "outside":
            return "" if is_called else OUTSIDE


def part_of(part: int, whole: int, language: Language) -> str:
    """Return *3 of 4*."""
    return label(language, "part_of", part=grouped(part, language), whole=grouped(whole, language))


def percent(part: int, whole: int) -> str:
    """Return a share in whole per cent; nothing where there is nothing to share."""
    share = percentage(part, whole)
    return "" if share is None else f"{share}{NBSP}%"


def percentage(part: int, whole: int) -> int | None:
    """Return a share in whole per cent; None where there is nothing to share.

    Halves go up, but what is not all is never 100 %, and what is something never 0 %.
    """
    if not whole:
        return None
    nearest = (200 * part + whole) // (2 * whole)
    if part in {0, whole}:
        return nearest
    return min(99, max(1, nearest)) if part < whole else nearest


def _known(number: int | None, language: Language) -> str:
    return MISSING if number is None else grouped(number, language)


def called(row: OrganisationAttendance, language: Language) -> str:
    """Return what an organisation is called, and what people are of whom none is recorded."""
    if row.organisation:
        return row.organisation.listed
    key = "organisation_unknown" if row.role == "guest" else "without_organisation"
    return label(language, key)


def represented_words(row: OrganisationAttendance, language: Language) -> str:
    """Return *3 of 4*; nothing where there is no organisation to represent."""
    return part_of(row.represented, row.held, language) if row.organisation else ""


def represented_percent(row: OrganisationAttendance) -> str:
    """Return the share of the meetings that an organisation was represented at."""
    return percent(row.represented, row.held) if row.organisation else ""


def quorum_words(sitting: Sitting, language: Language) -> str:
    """Return whether there was a quorum, and why."""
    quorum = sitting.quorum
    if quorum is None:
        return MISSING
    key = "quorum_reached" if quorum.is_reached else "quorum_missed"
    numbers = {"filled": quorum.filled, "seats": quorum.seats, "needed": quorum.needed}
    return label(language, key, **{name: grouped(n, language) for name, n in numbers.items()})


def filled_words(sitting: Sitting, language: Language) -> str:
    """Return how many seats were filled of those there are."""
    if sitting.seats is None:
        return MISSING
    return part_of(sitting.filled or 0, sitting.seats, language)


# --- tables ---------------------------------------------------------------------------------


def _table(
    columns: Sequence[_Column],
    places: Sequence[Place | None],
    notes: tuple[tuple[Inline, ...], ...],
) -> tuple[Table, ...]:
    if not places:
        return ()
    rows = zip(*(column.cells for column in columns), strict=True)
    return (
        Table(
            head=tuple(Cell(text(column.head)) for column in columns),
            rows=tuple(
                tuple(Cell(text(words, place) if words else ()) for words in row)
                for row, place in zip(rows, places, strict=True)
            ),
            align=tuple(column.align for column in columns),
            header_column=True,
            notes=notes,
            place=next((place for place in places if place is not None), None),
        ),
    )


def notes_on_people(attendance: Attendance, language: Language) -> tuple[tuple[Inline, ...], ...]:
    """Return what explains the signs of people by meetings, and what the figures rest on.

    Only signs that are used; a name that looks like one is none.
    """
    people = attendance.people
    used = {
        mark(appearance, person.held is None, language)
        for person in people
        for appearance in person.appearances
        if appearance.state != "partial"
    }
    signs = [
        (THERE, "mark_there"),
        (label(language, "apologies_mark"), "mark_apologies"),
        (ABSENT, "mark_absent"),
        (OUTSIDE, "mark_outside"),
    ]
    partial = [a for person in people for a in person.appearances if a.state == "partial"]
    if any(appearance.items for appearance in partial):
        used.add(some_item := label(language, "part_item", items=ELLIPSIS))
        signs.insert(1, (some_item, "mark_partial"))
    if any(appearance.away for appearance in partial):
        used.add(no_item := label(language, "not_part_item", items=ELLIPSIS))
        signs.insert(-3, (no_item, "mark_away"))
    told = notes_on([entry for entry in signs if entry[0] in used], attendance, language)
    if all(person.held is None or person.has_dates for person in people):
        return told
    return (*told, text(label(language, "mandates_without_dates")))


def notes_on(
    signs: Sequence[tuple[str, str]], attendance: Attendance, language: Language
) -> tuple[tuple[Inline, ...], ...]:
    """Return what explains signs, and which meetings are in no figure.

    Args:
        signs: Each with the label that says what it means.
        attendance: Over the meetings.
        language: Of the notes.
    """
    told = [f"{sign} = {label(language, key)}" for sign, key in signs]
    notes = [text("; ".join(told))] if told else []
    if attendance.unrecorded:
        days = ", ".join(date_range(m.first, m.last, language) for m in attendance.unrecorded)
        notes.append(text(label(language, "presence_unrecorded", dates=days)))
    return tuple(notes)


def _first(person: PersonAttendance) -> Place | None:
    listed = (appearance.place for appearance in person.appearances if appearance.place)
    return next(iter(person.places), None) or next(listed, None)
