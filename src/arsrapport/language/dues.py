"""Dues: what stands behind *Frist:*, and the day that it comes to."""

from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from arsrapport.language.dates import read_date
from arsrapport.language.keywords import keyword
from arsrapport.language.names import one_line
from arsrapport.language.tables import read_table

DueKind: TypeAlias = Literal["date", "ongoing", "next-meeting", "words", "unknown"]

_LONGEST: Final = 200
"""Characters of what may be a date; longer texts are words."""


class Due(Struct, frozen=True):
    """When an action is to be done.

    An action that is *ongoing* or due in other words (*hausten 2018*) is never overdue.
    """

    kind: DueKind
    written: str = ""
    day: date | None = None
    """Of a date; of the next meeting where it is known. The action is overdue the day after."""


UNKNOWN: Final = Due("unknown")


def read_due(written: str) -> Due:
    """Return what a due says, in whatever language; the next meeting's day is not known here.

    One without a letter or a figure (`?`) says that nobody knows.
    """
    if not any(map(str.isalnum, written)):
        return Due("unknown", written)
    if len(written) > _LONGEST:
        return Due("words", written)
    day = read_date(written)
    if day is not None:
        return Due("date", written, day)
    words = one_line(written).casefold().rstrip(".")
    if words in keyword("ongoing"):
        return Due("ongoing", written)
    return Due("next-meeting" if _names_next_meeting(words) else "words", written)


def _names_next_meeting(words: str) -> bool:
    """Say whether it is *neste møte*, *til neste møte*, *by the next meeting*."""
    end = next((name for name in keyword("next_meeting_due") if words.endswith(name)), None)
    return end is not None and set(words.removesuffix(end).split()) <= _before_dates()


def _before_dates() -> frozenset[str]:
    return frozenset(read_table("dues")["before"])
