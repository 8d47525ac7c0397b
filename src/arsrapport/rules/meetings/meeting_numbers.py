"""Numbers of meetings: *3/2017*, *17/3*, *58*, and in which order they come."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.names import number_key
from arsrapport.model.archive import Meeting
from arsrapport.rules.meetings.dated import dated
from arsrapport.rules.subject import Subject

_FIGURES: Final = re.compile(r"[0-9]+")
_A_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST: Final = 40


class Serial(Struct, frozen=True):
    """A number as a series counts."""

    form: str
    """What is the same in all numbers of the series."""
    has_year: bool
    year: int
    """That of the number, else that of the meeting."""
    count: int

    def is_before(self, other: "Serial") -> bool:
        """Say whether another number of the series comes after this one.

        A series without a year may begin anew at 1, on whichever day its period does.
        """
        if not self.has_year and other.count == 1 < self.count:
            return True
        return (self.year, self.count) < (other.year, other.count)

    def is_right_before(self, other: "Serial") -> bool:
        """Say whether another number of the series comes next."""
        is_first = other.count == 1 and other.year > self.year
        is_next = other.count == self.count + 1 and (not self.has_year or other.year == self.year)
        return is_first or is_next


def read_serial(meeting: Meeting) -> Serial | None:
    """Read the number of a meeting; None where it does not show what is counted."""
    number = number_key(meeting.number)
    runs = [] if len(number) > _LONGEST else _FIGURES.findall(number)
    form = _FIGURES.sub("#", number)
    year = meeting.first.year
    if len(runs) == 1:
        return Serial(form, has_year=False, year=year, count=int(runs[0]))
    if len(runs) != 2:  # noqa: PLR2004 - a year and a count
        return None
    for index in (1, 0):
        written, count = runs[index], int(runs[1 - index])
        if written in {str(year), str(year)[2:]}:
            return Serial(f"{form} {index}", has_year=True, year=year, count=count)
    for index in (1, 0):
        if _A_YEAR.fullmatch(runs[index]):
            count = int(runs[1 - index])
            return Serial(f"{form} {index}", has_year=True, year=int(runs[index]), count=count)
    return None


def numbers_out_of_order(subject: Subject) -> Iterator[Diagnostic]:
    """AR210: a meeting's number does not come after that of the meeting before in the same series.

    A series is numbers of one form; a gap is none, for a meeting may be missing in the project. Two
    meetings on one day may share a number.
    """
    last: dict[str, tuple[Serial, Meeting]] = {}
    for meeting in dated(subject):
        serial = read_serial(meeting)
        if serial is None:
            continue
        before = last.get(serial.form)
        last[serial.form] = (serial, meeting)
        if before and before[1].first != meeting.first and not before[0].is_before(serial):
            place = meeting.positions.closest(("number",))
            yield fault("AR210", place, number=meeting.number, before=before[1].number)
