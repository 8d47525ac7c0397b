"""A committee: committee.yaml, linked with its meetings and report plans."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.language.names import name_key
from arsrapport.load.link.people import Organisations
from arsrapport.load.link.roll import term
from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.model.archive import Organisation, ReportPlan, Seat, WorkingGroup
from arsrapport.model.files.committee import CommitteeFile
from arsrapport.model.files.report import ReportFile, Signed
from arsrapport.source.place import Place

_SUGGESTIONS: Final = 10
"""Faults of one file for which the nearest name is looked for; the search is not cheap."""


def link_seats(parsed: ParsedFile[CommitteeFile], organisations: Organisations) -> tuple[Seat, ...]:
    """Return the organisations with their seats."""
    return tuple(
        Seat(
            organisation=organisations.named(seat.name),
            seats=seat.seats,
            role=seat.role or "member",
            note=seat.note or "",
            term=term(seat),
            place=parsed.positions.closest(("organisations", index)),
        )
        for index, seat in enumerate(parsed.data.organisations or ())
    )


def link_working_groups(parsed: ParsedFile[CommitteeFile]) -> tuple[WorkingGroup, ...]:
    """Return the working groups; whom they sort under stays as written."""
    return tuple(
        WorkingGroup(
            name=group.name,
            under=group.under or "",
            committee=group.committee or "",
            term=term(group),
            place=parsed.positions.closest(("working_groups", index)),
        )
        for index, group in enumerate(parsed.data.working_groups or ())
    )


def judge_committee(
    parsed: ParsedFile[CommitteeFile],
    register: Mapping[str, Organisation] | None,
    committees: Collection[str],
) -> Iterator[Diagnostic]:
    """Report members of unknown organisations (AR301) and groups of unknown committees (AR611).

    Where committee.yaml lists organisations, that list is meant to be whole: a member's must stand
    in it or in the register. Secretaries hold no seat, so theirs need not. Whom a working group
    sorts under may be anybody: neither list says that it is.

    Args:
        parsed: committee.yaml.
        register: From `register_organisations`; None when it could not be read, and so is no
            evidence.
        committees: The ids of all committees.
    """
    if register is not None:
        yield from _unknown_organisations(parsed, register)
    for index, group in enumerate(parsed.data.working_groups or ()):
        if group.committee and group.committee not in committees:
            place = parsed.positions.closest(("working_groups", index, "committee"))
            close = nearest(group.committee, committees)
            yield fault("AR611", place, name=group.committee, nearest=close)


def _unknown_organisations(
    parsed: ParsedFile[CommitteeFile], register: Mapping[str, Organisation]
) -> Iterator[Diagnostic]:
    file = parsed.data
    seats = {name_key(seat.name): seat.name for seat in file.organisations or ()}
    known = seats.keys() | register.keys()
    names = [*seats.values(), *(entry.name for entry in register.values())]
    unknown = [
        (index, member.organisation)
        for index, member in enumerate(file.members or ())
        if seats and member.organisation and member.role != "secretary"
        if name_key(member.organisation) not in known
    ]
    for count, (index, name) in enumerate(unknown):
        place = parsed.positions.closest(("members", index, "organisation"))
        close = nearest(name, names) if count < _SUGGESTIONS else ""
        yield fault("AR301", place, name=name, nearest=close)


def link_plan(folder: str, year: str, parsed: ParsedFile[ReportFile] | None) -> ReportPlan:
    """Return what a report.yaml asks for; nothing in particular where there is none."""
    if parsed is None:
        return ReportPlan(folder=folder, year=year)
    file, signed = parsed.data, parsed.data.signed or Signed()
    return ReportPlan(
        folder=folder,
        year=year,
        title=file.title or "",
        series=file.series or "",
        isbn=file.isbn or "",
        issn=file.issn or "",
        published=file.published,
        licence=file.licence or "",
        subjects=file.subjects or (),
        signed_by=signed.by or (),
        signed_date=signed.date,
        signed_place=signed.place or "",
        period=file.period,
        as_of=file.as_of,
        language=file.language,
        front=file.front,
        chapters=file.chapters,
        appendices=file.appendices,
        places=tuple(_plan_places(parsed)),
        place=Place(parsed.path),
    )


def _plan_places(parsed: ParsedFile[ReportFile]) -> Iterator[tuple[str, Place]]:
    """Yield where each key of report.yaml stands, and each entry below it."""
    for key, value in parsed.positions.children.items():
        yield str(key), value.value
        for entry, below in value.children.items():
            yield f"{key}/{entry}", below.value
