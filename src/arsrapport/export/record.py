"""From a Report to the record that is published of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from arsrapport.export.items import Treated, follow_up_records, item_record, treated_of
from arsrapport.export.people import Names, names_of, organisation_records, people_records
from arsrapport.export.shapes.base import DaysRecord, Figure, Figures
from arsrapport.export.shapes.report import (
    SCHEMA,
    ApprovedRecord,
    AttachmentRecord,
    MeetingRecord,
    MinutesRecord,
    Record,
    SignedRecord,
)
from arsrapport.export.shapes.who import (
    Function,
    MemberRecord,
    ParticipantRecord,
    SeatRecord,
    WorkingGroupRecord,
)
from arsrapport.export.values import given, place_records
from arsrapport.export.words import line_of, text_of
from arsrapport.model.archive import Meeting, Participant, Person, ReportPlan
from arsrapport.model.report import Report


def record_of(report: Report, people: Sequence[Person]) -> Record:
    """Return the record of a report.

    Args:
        report: Of either edition.
        people: All of the project, those of the register first: they tell what she is called who
            has her name with others.
    """
    names, treated, plan = names_of(report.committee, people), treated_of(report), report.plan
    return Record(
        schema=SCHEMA,
        edition=UNSET if report.committee.edition == "public" else "internal",
        committee=report.committee.id,
        name=report.committee.name(report.language),
        publisher=given(report.publisher),
        language=report.language,
        title=given(report.title),
        series=given(plan.series),
        isbn=given(plan.isbn),
        issn=given(plan.issn),
        published=plan.published or UNSET,
        licence=given(plan.licence),
        subjects=plan.subjects or UNSET,
        signed=_signed(plan),
        period=DaysRecord(report.period.first, report.period.last),
        as_of=report.as_of,
        figures=_figures(report),
        seats=_seats(report),
        members=_members(report, names),
        working_groups=_working_groups(report),
        organisations=organisation_records(report),
        people=people_records(report, names),
        meetings=_meetings(report.meetings, names, treated),
        planned=_meetings(report.planned, names, treated),
        follow_up=follow_up_records(
            entry
            for entry in report.committee.follow_up
            if report.period.first <= entry.day <= report.as_of
        ),
    )


def _signed(plan: ReportPlan) -> SignedRecord | UnsetType:
    if not (plan.signed_by or plan.signed_date or plan.signed_place):
        return UNSET
    return SignedRecord(
        by=plan.signed_by, date=plan.signed_date or UNSET, place=given(plan.signed_place)
    )


def _figures(report: Report) -> Figures:
    return Figures(
        meetings=Figure(len(report.meetings), place_records(m.place for m in report.meetings)),
        items=Figure(report.items, place_records(report.item_places)),
        people=Figure(report.people, place_records(report.people_places)),
    )


def _seats(report: Report) -> tuple[SeatRecord, ...]:
    return tuple(
        SeatRecord(
            organisation=row.seat.organisation.name,
            role=row.seat.role,
            seats=UNSET if row.seat.seats is None else row.seat.seats,
            secretariat=row.has_secretariat,
            note=given(row.seat.note),
            places=place_records(row.places),
        )
        for row in report.seats
    )


def _members(report: Report, names: Names) -> tuple[MemberRecord, ...]:
    return tuple(
        MemberRecord(
            person=names.ids[mandate.person],
            name=mandate.name,
            organisation=mandate.organisation.name if mandate.organisation else UNSET,
            role=mandate.role,
            places=place_records([mandate.place]),
        )
        for row in report.members
        for mandate in row.mandates
    )


def _working_groups(report: Report) -> tuple[WorkingGroupRecord, ...]:
    return tuple(
        WorkingGroupRecord(
            name=group.name,
            under=given(group.under),
            committee=given(group.committee),
            places=place_records([group.place]),
        )
        for group in report.working_groups
    )


# --- meetings -------------------------------------------------------------------------------


def _meetings(
    meetings: Sequence[Meeting], names: Names, treated: Treated
) -> tuple[MeetingRecord, ...]:
    ids: list[str | UnsetType] = [UNSET, *(meeting.id for meeting in meetings), UNSET]
    return tuple(
        MeetingRecord(
            id=meeting.id,
            date=meeting.first,
            last_day=meeting.last,
            number=given(meeting.number),
            title=given(meeting.title),
            language=meeting.language,
            status=meeting.status or UNSET,
            form=meeting.form or UNSET,
            time=given(meeting.time),
            location=given(meeting.location),
            minutes=_minutes(meeting),
            approved=_approved(meeting),
            previous=ids[index],
            next=ids[index + 2],
            next_meeting=DaysRecord(*meeting.next_meeting) if meeting.next_meeting else UNSET,
            chair=meeting.chair,
            present=_participants(meeting.present, meeting, names),
            apologies=_participants(meeting.apologies, meeting, names),
            introduction=given(text_of(meeting.introduction)),
            items=tuple(item_record(item, meeting.last, treated) for item in meeting.items),
            attachments=_attachments(meeting),
            follow_up=follow_up_records(meeting.follow_up),
            places=place_records([meeting.place]),
        )
        for index, meeting in enumerate(meetings)
    )


def _minutes(meeting: Meeting) -> MinutesRecord | UnsetType:
    if not (meeting.minutes_by or meeting.minutes_date or meeting.minutes_link):
        return UNSET
    return MinutesRecord(
        by=meeting.minutes_by,
        date=meeting.minutes_date or UNSET,
        link=given(meeting.minutes_link),
    )


def _approved(meeting: Meeting) -> ApprovedRecord | UnsetType:
    if not (meeting.approved_date or meeting.approved_in):
        return UNSET
    return ApprovedRecord(meeting.approved_date or UNSET, given(meeting.approved_in))


def _participants(
    listed: Sequence[Participant] | None, meeting: Meeting, names: Names
) -> tuple[ParticipantRecord, ...] | UnsetType:
    if listed is None:
        return UNSET
    return tuple(
        ParticipantRecord(
            name=participant.name,
            function=_function(participant, meeting),
            written_organisation=given(participant.written_organisation),
            person=names.ids[participant.person] if participant.person else UNSET,
            organisation=participant.organisation.name if participant.organisation else UNSET,
            role=names.role(participant, meeting.first),
            items=participant.items,
            away=participant.away,
            stands_in_for=given(participant.stands_in_for),
            note=given(participant.note),
            places=place_records([participant.place]),
        )
        for participant in listed
    )


def _function(participant: Participant, meeting: Meeting) -> Function | UnsetType:
    """Return whether somebody chaired the meeting or wrote its minutes, by any of her names."""
    person = participant.person
    called = {participant.name, *((person.name, *person.aliases) if person else ())}
    if not called.isdisjoint(meeting.chair):
        return "Møteleder"
    return "Referent" if not called.isdisjoint(meeting.minutes_by) else UNSET


def _attachments(meeting: Meeting) -> tuple[AttachmentRecord, ...]:
    return tuple(
        AttachmentRecord(
            title=given(line_of(attachment.title)),
            language=attachment.language or meeting.language,
            text=text_of(attachment.body),
            places=place_records([attachment.place]),
        )
        for attachment in meeting.attachments
    )
