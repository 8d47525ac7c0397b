"""The lists of a Report as whole tables and lists, in the language of the passage around them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from msgspec.structs import replace

from arsrapport.compose.inline import paragraph, text
from arsrapport.document.nodes import (
    Alignment,
    Block,
    Cell,
    Definition,
    Definitions,
    Inline,
    List,
    ListItem,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
)
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, day_range
from arsrapport.language.languages import Language
from arsrapport.language.numbers import find_noun, grouped
from arsrapport.language.tables import EN_DASH, NBSP
from arsrapport.model.archive import Mandate, WorkingGroup
from arsrapport.model.report import AgendaLine, AgendaList, MemberRow, Period, SeatRow
from arsrapport.source.place import Place

MISSING: Final = ".."
"""Statistics Norway's standard sign for a figure that is not recorded."""

_Column: TypeAlias = tuple[str, Alignment, list[str]]
"""The key of its label, its alignment, and its cells."""


def seats_table(rows: tuple[SeatRow, ...], language: Language) -> tuple[Block, ...]:
    """Return the organisations with their seats; nothing when there are none.

    Seats are a column when any are recorded, status is one when any organisation has it. A figure
    that is not recorded has its standard sign, explained under the table.
    """
    known = any(row.seat.seats is not None for row in rows)
    seats = [_seats(row, language) for row in rows]
    status = [_status(row, language) for row in rows]
    columns: list[_Column] = [("organisation", "left", [r.seat.organisation.full for r in rows])]
    if known:
        columns.append(("seats", "right", seats))
    if any(status):
        columns.append(("status", "left", status))
    notes: tuple[tuple[Inline, ...], ...] = ()
    if known and MISSING in seats:
        notes = (text(f"{MISSING} = {label(language, 'sign_missing')}"),)
    tables = _table(columns, [row.seat.place for row in rows], language)
    return tuple(replace(table, notes=notes) for table in tables)


def members_list(rows: tuple[MemberRow, ...], language: Language) -> tuple[Block, ...]:
    """Return the permanent members by organisation, and a line that explains (s) where it stands.

    When nobody has an organisation it is one plain list of names.
    """
    if not rows:
        return ()
    mandates = [mandate for row in rows for mandate in row.mandates]
    explained: tuple[Block, ...] = ()
    if any(mandate.role == "secretary" for mandate in mandates):
        explained = (paragraph(label(language, "secretariat_explained")),)
    if not any(row.organisation for row in rows):
        return (_names(mandates, language), *explained)
    definitions = tuple(
        Definition(
            text(row.organisation or label(language, "without_organisation"), _first(row.places)),
            (_line_of_names(row.mandates, language),),
        )
        for row in rows
    )
    return (Definitions(definitions, place=_first(rows[0].places)), *explained)


def agendas_list(
    agendas: tuple[AgendaList, ...], period: Period, language: Language
) -> tuple[Block, ...]:
    """Return the meetings with their agendas: *15. mars (jf. Vedlegg B)*, and under it its lines.

    The year stands at each date when the period has more than one.
    """
    if not agendas:
        return ()
    write = date_range if period.first.year != period.last.year else day_range
    items = []
    for agenda in agendas:
        meeting = agenda.meeting
        dates = Text(write(meeting.first, meeting.last, language), meeting.place)
        head = Paragraph((dates, *_reference(agenda, language)), place=meeting.place)
        lines = tuple(_agenda_line(line, language) for line in agenda.lines)
        nested = (List(lines, place=meeting.place),) if lines else ()
        items.append(ListItem((head, *nested)))
    return (List(tuple(items), place=agendas[0].meeting.place),)


def working_groups_table(groups: tuple[WorkingGroup, ...], language: Language) -> tuple[Block, ...]:
    """Return the working groups and whom they sort under, where that is known of any."""
    columns: list[_Column] = [("working_group", "left", [group.name for group in groups])]
    if any(group.under for group in groups):
        columns.append(("ministry_under", "left", [group.under for group in groups]))
    return _table(columns, [group.place for group in groups], language)


# --- parts of them --------------------------------------------------------------------------


def _table(columns: list[_Column], places: list[Place], language: Language) -> tuple[Table, ...]:
    """Return a table of columns, each with its label, alignment and cells; none without rows."""
    if not places:
        return ()
    cells = zip(*(column for _, _, column in columns), strict=True)
    rows = tuple(
        tuple(Cell(text(words, place) if words else ()) for words in row)
        for row, place in zip(cells, places, strict=True)
    )
    return (
        Table(
            head=tuple(Cell(text(label(language, key))) for key, _, _ in columns),
            rows=rows,
            align=tuple(align for _, align, _ in columns),
            header_column=True,
            place=places[0],
        ),
    )


def _seats(row: SeatRow, language: Language) -> str:
    """Return how many; an observer needs none, so nothing is missing where none are written."""
    if row.seat.seats is None:
        return "" if row.seat.role == "observer" else MISSING
    return grouped(row.seat.seats, language)


def _status(row: SeatRow, language: Language) -> str:
    """Return the note, else that it only observes; and that it holds the secretariat too."""
    observes = row.seat.role == "observer"
    secretariat = label(language, "with_secretariat") if row.has_secretariat else ""
    status = row.seat.note or (find_noun("observer", language).one if observes else "")
    return ", ".join(part for part in (secretariat, status) if part)


def _names(mandates: Iterable[Mandate], language: Language) -> List:
    mandates = tuple(mandates)
    items = tuple(
        ListItem((paragraph(_name(mandate, language), mandate.place),)) for mandate in mandates
    )
    return List(items, place=mandates[0].place if mandates else None)


def _line_of_names(mandates: tuple[Mandate, ...], language: Language) -> Paragraph:
    names: list[Inline] = []
    for mandate in mandates:
        names += [Text(", ")] if names else []
        names.append(Text(_name(mandate, language), mandate.place))
    return Paragraph(tuple(names), place=mandates[0].place)


def _name(mandate: Mandate, language: Language) -> str:
    """Return a name with its role in brackets, when that is not member."""
    match mandate.role:
        case "member":
            return mandate.name
        case "secretary":
            return f"{mandate.name}{NBSP}{label(language, 'secretariat_mark')}"
        case "deputy" | "observer":
            return f"{mandate.name} ({find_noun(mandate.role, language).one})"


def _reference(agenda: AgendaList, language: Language) -> tuple[Inline, ...]:
    meeting = agenda.meeting
    if not meeting.has_appendix:
        return ()
    target = Reference(f"meeting:{meeting.id}", place=meeting.place)
    return (Text(f" ({label(language, 'cf')}{NBSP}"), target, Text(")"))


def _agenda_line(line: AgendaLine, language: Language) -> ListItem:
    place = _first(line.places)
    title: Inline = Text(line.title, place)
    if line.language != language:
        title = Span(line.language, (title,))
    organisations = "/".join(line.organisations)
    before = text(f"{organisations} {EN_DASH} ", place) if organisations else ()
    return ListItem((Paragraph((*before, title), place=place),))


def _first(places: tuple[Place, ...]) -> Place | None:
    return places[0] if places else None
