"""Seats and permanent members, as of a day."""

from datetime import date

from arsrapport.model.archive import Committee, Mandate
from arsrapport.model.report import MemberRow, SeatRow


def seat_rows(committee: Committee, day: date) -> tuple[SeatRow, ...]:
    """Return the organisations with their seats, in the order of committee.yaml."""
    secretariat: dict[str, list[Mandate]] = {}
    for mandate in committee.mandates:
        if mandate.role == "secretary" and mandate.organisation and mandate.term.holds(day):
            secretariat.setdefault(mandate.organisation.name, []).append(mandate)
    rows = []
    for seat in committee.seats:
        if seat.term.holds(day):
            secretaries = secretariat.get(seat.organisation.name, [])
            places = (seat.place, *(mandate.place for mandate in secretaries))
            rows.append(SeatRow(seat, bool(secretaries), places))
    return tuple(rows)


def member_rows(committee: Committee, day: date) -> tuple[MemberRow, ...]:
    """Return the permanent members by organisation.

    Organisations come in the order of the seats, then as they first occur among the members; within
    one, the order of committee.yaml. People without an organisation come last, under "".
    """
    names = [seat.organisation.name for seat in committee.seats]
    listed = {seat.organisation.name: seat.organisation.listed for seat in committee.seats}
    rows: dict[str, list[Mandate]] = {name: [] for name in names}
    alone: list[Mandate] = []
    for mandate in committee.mandates:
        if not mandate.term.holds(day):
            continue
        if mandate.organisation is None:
            alone.append(mandate)
        else:
            listed.setdefault(mandate.organisation.name, mandate.organisation.listed)
            rows.setdefault(mandate.organisation.name, []).append(mandate)
    found = [(listed[name], mandates) for name, mandates in rows.items() if mandates]
    return tuple(
        MemberRow(name, tuple(mandates), tuple(mandate.place for mandate in mandates))
        for name, mandates in (*found, *([("", alone)] if alone else []))
    )
