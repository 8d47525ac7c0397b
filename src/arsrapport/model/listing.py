"""Listing: a table that a command shows, whatever form it takes in the end."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from arsrapport.source.place import Place

Data: TypeAlias = str | int | bool | date | tuple[str, ...] | None
"""What a program reads: several texts are one value, None is not recorded, or nothing."""


class Column(Struct, frozen=True):
    """A column by its name for programs, the same in every language, and its head for people.

    One of the two may be "": such a column is only for the others.
    """

    key: str
    head: str


class Cell(Struct, frozen=True):
    """A value as programs read it, and as people do."""

    data: Data
    words: str


class Row(Struct, frozen=True):
    """A row, and every place that it comes from, each once."""

    cells: tuple[Cell, ...]
    places: tuple[Place, ...] = ()


class Listing(Struct, frozen=True):
    """A table of one committee."""

    committee: str
    """Its id."""
    title: str
    """What stands over it, for people."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[str, ...] = ()
    """A last row for people, in the columns that are for them; empty for none."""
    notes: tuple[str, ...] = ()
    """What people need to know of signs and figures."""
