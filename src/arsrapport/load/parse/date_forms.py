"""Dates in other forms than the ISO one, which alone a file takes: what they would be in that."""

import re
from datetime import date
from typing import Final

from arsrapport.language.dates import read_date

_YEAR_FIRST: Final = re.compile("([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_SLASH: Final = re.compile("([0-9]{1,2})/([0-9]{1,2})[- .]([0-9]{4})")
_ONE_DAY: Final = re.compile(
    rf"{_YEAR_FIRST.pattern}|{_SLASH.pattern}|[0-9]{{1,2}}\. ?[0-9]{{1,2}}\. ?[0-9]{{4}}"
    r"|[0-9]{1,2}(?:\.|st|nd|rd|th)? {0,2}(?:of )?[^\W\d_]{3,9}\.? {1,2}[0-9]{4}",
    re.IGNORECASE,
)
"""A date in one of the forms that are read, and nothing else."""


def iso_form(text: str, *, takes_two: bool) -> str:
    """Return a date in a usual form as it should be written; "" when it is none.

    Args:
        text: What stands there.
        takes_two: Whether a first and a last day may stand there.
    """
    if day := _day(text):
        return day.isoformat()
    first, last = (_day(part) for part in text.split("/")) if text.count("/") == 1 else (None, None)
    if takes_two and first and last and first <= last:
        return f"{first.isoformat()}/{last.isoformat()}"
    return ""


def is_bare(text: str) -> bool:
    """Say whether nothing stands beside the dates of a text that has an ISO form.

    A weekday or a clock time would be lost if that were put in its place.
    """
    is_one = _ONE_DAY.fullmatch(text.strip())
    return bool(is_one) or all(_ONE_DAY.fullmatch(part.strip()) for part in text.split("/"))


def _day(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, day = found.groups()
        text = f"{day}.{month}.{year}"
    elif found := _SLASH.fullmatch(text.strip()):
        text = ".".join(found.groups())
    return read_date(text)
