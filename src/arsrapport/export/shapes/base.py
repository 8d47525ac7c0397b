"""What the shapes are made of: texts, days, places, figures."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

Day: TypeAlias = dt.date
Text: TypeAlias = Annotated[str, Meta(min_length=1)]
Texts: TypeAlias = tuple[Text, ...]


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    """What all shapes are: frozen, and nothing else in them than what stands here."""


class PlaceRecord(Shape, frozen=True):
    """Where in the project's files something stands. Lines and columns count from 1."""

    path: Text
    line: Annotated[int, Meta(ge=1)]
    column: Annotated[int, Meta(ge=1, description="In characters.")]


class DaysRecord(Shape, frozen=True):
    """A first and a last day; the same where there is one."""

    first: Day
    last: Day


Places: TypeAlias = Annotated[
    tuple[PlaceRecord, ...], Meta(description="Every place in the files that it comes from.")
]


class Figure(Shape, frozen=True):
    """A number that was computed, with the places of all that it counts."""

    value: Annotated[int, Meta(ge=0)]
    places: Places


class Figures(Shape, frozen=True):
    """The figures of the period."""

    meetings: Annotated[Figure, Meta(description="Meetings held; those only planned never count.")]
    items: Annotated[
        Figure,
        Meta(
            description="Items treated: no headings, nothing postponed or withdrawn, no closing "
            "items."
        ),
    ]
    people: Annotated[
        Figure,
        Meta(
            description="Different people who were present. The places are all their entries in "
            "the lists of those present, so there may be more of them than people."
        ),
    ]
