"""The clock, which nothing else in the program reads, and the days that somebody asks for."""

from contextlib import suppress
from datetime import date


def today() -> date:
    """Return the day it is, where somebody sits."""
    return date.today()  # noqa: DTZ011, TID251 - only a default, and the command line's


def read_day(text: str) -> date | None:
    """Return the day that `2021-03-10` is; None for any other form, and for a day that is none."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        # From Python 3.11 on other forms than this one are read too.
        return day if day.isoformat() == text else None
    return None
