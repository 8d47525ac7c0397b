"""Who is who: organisations, people, seats, mandates, and those on a meeting's lists."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import UNSET, Meta, UnsetType

from arsrapport.export.shapes.base import Places, Shape, Text, Texts
from arsrapport.model.archive import Role

Function: TypeAlias = Literal["Møteleder", "Referent"]
"""The two functions that Noark 5 names for M373."""


class OrganisationRecord(Shape, frozen=True, kw_only=True):
    """An organisation that the record names."""

    name: Annotated[Text, Meta(description="What the rest of the record calls it.")]
    short: Text | UnsetType = UNSET
    listed_as: Annotated[Text, Meta(description="What lists call it.")]
    places: Places


class PersonRecord(Shape, frozen=True, kw_only=True):
    """A person who was present, sent word or is a member."""

    id: Annotated[
        Text,
        Meta(
            description="What the rest of the record calls her: the name, with a number where the "
            "register has several people of it."
        ),
    ]
    name: Text
    initials: Text | UnsetType = UNSET
    organisations: Annotated[
        Texts, Meta(description="That she was there for, sent word for, or is a member for.")
    ]
    present: Annotated[Texts, Meta(description="Ids of meetings.")]
    apologies: Annotated[Texts, Meta(description="Ids of meetings.")]
    places: Places


class SeatRecord(Shape, frozen=True, kw_only=True):
    """An organisation's seats, as of the report's day."""

    organisation: Text
    role: Literal["member", "observer"]
    seats: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    secretariat: Annotated[bool, Meta(description="Whether it also holds the secretariat.")]
    note: Text | UnsetType = UNSET
    places: Places


class MemberRecord(Shape, frozen=True, kw_only=True):
    """A mandate in force on the report's day."""

    person: Text
    name: Annotated[Text, Meta(description="As written where the mandate stands.")]
    organisation: Text | UnsetType = UNSET
    role: Role
    places: Places


class WorkingGroupRecord(Shape, frozen=True, kw_only=True):
    """A working group, as of the report's day."""

    name: Text
    under: Text | UnsetType = UNSET
    committee: Text | UnsetType = UNSET
    places: Places


class ParticipantRecord(
    Shape,
    frozen=True,
    kw_only=True,
    rename={
        "name": "moetedeltakerNavn",
        "function": "moetedeltakerFunksjon",
        "away": "except",
        "stands_in_for": "for",
    },
):
    """Somebody on the list of those present, or of those who sent word."""

    name: Annotated[Text, Meta(description="M372. As written, without the organisation.")]
    function: Annotated[Function, Meta(description="M373.")] | UnsetType = UNSET
    written_organisation: Text | UnsetType = UNSET
    person: (
        Annotated[Text, Meta(description="Left out for an organisation that stands alone.")]
        | UnsetType
    ) = UNSET
    organisation: Text | UnsetType = UNSET
    role: (
        Annotated[
            Literal["member", "deputy", "observer", "secretary", "guest"],
            Meta(
                description="By the mandate in force on the meeting's first day. Left out where "
                "the committee has no mandates on record."
            ),
        ]
        | UnsetType
    ) = UNSET
    items: Annotated[Texts, Meta(description="There for these only; empty: for all.")]
    away: Annotated[Texts, Meta(description="There for all but these.")]
    stands_in_for: Text | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    places: Places
