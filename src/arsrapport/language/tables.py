"""The data files of this room, and what a grammar holds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from arsrapport.language.languages import Language

NBSP = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """Read a data file by its name without the end: `labels/nn`. One that is missing is a bug."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


class Grammar(Struct, frozen=True):
    """The words and signs that dates, numbers and lists are made of."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    conjunction: str
    no: str
    """The word for 0 before a noun: *ingen møte*."""
    numerals: tuple[str, ...]
    """From 0 to 12; 1 in the masculine."""
    one: Mapping[str, str]
    """The stressed word for 1, by gender."""
    decimal_mark: str
    group_mark: str
    """Between groups of three figures."""
    day_end: str
    """What follows the figures of a day: *15.* in Norwegian, nothing in English."""
    long_dash: str
    """Between two dates of several words."""


@cache
def grammar(language: Language) -> Grammar:
    """Return the grammar of a language."""
    table = read_table(f"grammar/{language}")
    return Grammar(
        months=tuple(table["months"]),
        weekdays=tuple(table["weekdays"]),
        conjunction=table["and"],
        no=table["no"],
        numerals=tuple(table["numerals"]),
        one=table["one"],
        decimal_mark=table["decimal_mark"],
        group_mark=table["group_mark"],
        day_end=table["day_end"],
        long_dash=table["long_dash"],
    )
