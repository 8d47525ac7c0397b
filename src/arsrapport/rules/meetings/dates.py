"""Dates in sentences: a weekday that does not fit."""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.dates import weekday
from arsrapport.language.weekdays import DatedWeekday, read_weekdays
from arsrapport.rules.prose import Hit, Words, span
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Rule, Subject


def wrong_weekdays(words: Words, subject: Subject) -> Iterator[Hit]:
    """AR209: a weekday beside a date that falls on another one.

    A date without a year is judged only when it is a day of the meeting itself, or of the next one
    that its file announces: then the year is certain. Quotations are others' words.
    """
    for found in read_weekdays(words.own):
        day = _day(found, words, subject)
        if day is None or day.weekday() == found.weekday:
            continue
        written, right = words.value[found.start : found.end], weekday(day, words.language)
        arguments = (
            ("weekday", written),
            ("date", day.isoformat()),
            ("right", right.capitalize() if written[0].isupper() else right),
        )
        yield Hit("AR209", found.start, found.end, arguments)


def wrong_weekdays_in_front(subject: Subject) -> Iterator[Diagnostic]:
    """AR209: the same in `time` and `title`, which are no prose."""
    for meeting in subject.committee.meetings:
        for key, text in (("time", meeting.time), ("title", meeting.title)):
            place = meeting.positions.closest((key,))
            words = Words(text, place, meeting.language, in_body=False)
            for hit in wrong_weekdays(words, subject):
                exact = span(words, hit.start, hit.end, subject.texts)
                yield fault(hit.code, exact, **dict(hit.arguments))


def _day(found: DatedWeekday, words: Words, subject: Subject) -> date | None:
    """Return the date that stands beside a weekday; None when its year is not certain."""
    if found.year is not None:
        with suppress(ValueError):
            return date(found.year, found.month, found.day)
        return None
    known = {
        day
        for day in _days_of_meeting(words.place.path, subject)
        if (day.month, day.day) == (found.month, found.day)
    }
    return known.pop() if len(known) == 1 else None


def _days_of_meeting(path: str, subject: Subject) -> Iterator[date]:
    """Yield the first and last days of the meeting that a file is of, and of the next one.

    The file is found by the date in its name, since the meetings stand in order of theirs; of two
    meetings that day both are yielded.
    """
    try:
        day = date.fromisoformat(path.rpartition("/")[2][: len("2017-03-15")])
    except ValueError:  # a chapter, or a standing text
        return
    meetings = subject.committee.meetings
    for meeting in meetings[bisect_left(meetings, day, key=lambda meeting: meeting.first) :]:
        if meeting.first != day:
            return
        yield from (meeting.first, meeting.last, *(meeting.next_meeting or ()))


RULES: Final[tuple[Rule, ...]] = (wrong_weekdays_in_front,)
PROSE: Final[tuple[ProseRule, ...]] = (wrong_weekdays,)
