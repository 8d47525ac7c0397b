"""A meeting, and the whole record."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, UnsetType

from arsrapport.export.shapes.base import Day, DaysRecord, Figures, Places, Shape, Text, Texts
from arsrapport.export.shapes.items import FollowUpRecord, ItemRecord
from arsrapport.export.shapes.who import (
    MemberRecord,
    OrganisationRecord,
    ParticipantRecord,
    PersonRecord,
    SeatRecord,
    WorkingGroupRecord,
)
from arsrapport.language.languages import Language
from arsrapport.model.archive import Status

SCHEMA: Final = "urn:arsrapport:schema:report:1"
"""The schema's name; the number goes up when a record of the old shape no longer fits."""


class MinutesRecord(Shape, frozen=True, kw_only=True):
    """Who wrote the minutes and when, or where they lie."""

    by: Texts
    date: Day | UnsetType = UNSET
    link: Text | UnsetType = UNSET


class ApprovedRecord(Shape, frozen=True, rename={"meeting": "in"}):
    """When, and in which meeting, the minutes were approved."""

    date: Day | UnsetType = UNSET
    meeting: Text | UnsetType = UNSET


class AttachmentRecord(Shape, frozen=True, kw_only=True, rename={"title": "tittel"}):
    """A text that belongs to a meeting."""

    title: Text | UnsetType = UNSET
    language: Language
    text: str
    places: Places


class MeetingRecord(
    Shape,
    frozen=True,
    kw_only=True,
    rename={
        "date": "moetedato",
        "number": "moetenummer",
        "title": "offentligTittel",
        "location": "moetested",
        "previous": "referanseForrigeMoete",
        "next": "referanseNesteMoete",
        "present": "moetedeltaker",
        "items": "moetesak",
    },
):
    """A meeting (Noark 5: moetemappe, eInnsyn: Moetemappe)."""

    id: Text
    date: Annotated[Day, Meta(description="M102. The first day.")]
    last_day: Day
    number: Annotated[Text, Meta(description="M008.")] | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    language: Language
    status: Status | UnsetType = UNSET
    form: Literal["physical", "digital", "hybrid", "written"] | UnsetType = UNSET
    time: Annotated[Text, Meta(description="As written.")] | UnsetType = UNSET
    location: Annotated[Text, Meta(description="M371.")] | UnsetType = UNSET
    minutes: MinutesRecord | UnsetType = UNSET
    approved: ApprovedRecord | UnsetType = UNSET
    previous: (
        Annotated[Text, Meta(description="M221. The meeting before it in this record.")] | UnsetType
    ) = UNSET
    next: (
        Annotated[Text, Meta(description="M222. The meeting after it in this record.")] | UnsetType
    ) = UNSET
    next_meeting: (
        Annotated[DaysRecord, Meta(description="As this meeting's minutes announce it.")]
        | UnsetType
    ) = UNSET
    chair: Texts
    present: (
        Annotated[
            tuple[ParticipantRecord, ...],
            Meta(description="Those present. Left out where nothing was recorded."),
        ]
        | UnsetType
    ) = UNSET
    apologies: (
        Annotated[
            tuple[ParticipantRecord, ...],
            Meta(description="Those who sent word. Left out where nothing was recorded."),
        ]
        | UnsetType
    ) = UNSET
    introduction: (
        Annotated[Text, Meta(description="What was minuted before the first item.")] | UnsetType
    ) = UNSET
    items: tuple[ItemRecord, ...]
    attachments: tuple[AttachmentRecord, ...]
    follow_up: tuple[FollowUpRecord, ...]
    places: Places


class SignedRecord(Shape, frozen=True, kw_only=True):
    """Who signed the foreword."""

    by: Texts
    date: Day | UnsetType = UNSET
    place: Text | UnsetType = UNSET


class Record(
    Shape,
    frozen=True,
    kw_only=True,
    rename={"schema": "$schema", "name": "utvalg", "meetings": "moetemappe"},
):
    """A committee's period."""

    schema: Literal["urn:arsrapport:schema:report:1"]
    edition: (
        Annotated[Literal["internal"], Meta(description="Left out in the public edition.")]
        | UnsetType
    ) = UNSET
    committee: Annotated[Text, Meta(description="The name of the committee's folder.")]
    name: Annotated[Text, Meta(description="M370. In the language of the report.")]
    publisher: Text | UnsetType = UNSET
    language: Language
    title: Text | UnsetType = UNSET
    series: Text | UnsetType = UNSET
    isbn: Text | UnsetType = UNSET
    issn: Text | UnsetType = UNSET
    published: Day | UnsetType = UNSET
    licence: Annotated[Text, Meta(description="An SPDX identifier, or an address.")] | UnsetType = (
        UNSET
    )
    subjects: Texts | UnsetType = UNSET
    signed: SignedRecord | UnsetType = UNSET
    period: Annotated[DaysRecord, Meta(description="What the report covers.")]
    as_of: Annotated[Day, Meta(description="The day for seats, members and working groups.")]
    figures: Figures
    seats: tuple[SeatRecord, ...]
    members: tuple[MemberRecord, ...]
    working_groups: tuple[WorkingGroupRecord, ...]
    organisations: tuple[OrganisationRecord, ...]
    people: tuple[PersonRecord, ...]
    meetings: Annotated[tuple[MeetingRecord, ...], Meta(description="Those held, by date.")]
    planned: Annotated[
        tuple[MeetingRecord, ...], Meta(description="Those only planned; in no figure.")
    ]
    follow_up: Annotated[
        tuple[FollowUpRecord, ...],
        Meta(
            description="Entries between meetings, from the first day of the period to `as_of`. "
            "Those of a meeting stand there."
        ),
    ]
