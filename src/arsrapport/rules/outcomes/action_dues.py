"""Dues: those that cannot be read, lie before the meeting, or have a year that looks mistaken."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.dates import long_date
from arsrapport.language.dues import Due, read_due
from arsrapport.language.languages import Language
from arsrapport.language.mistaken_dates import mistaken_date
from arsrapport.language.tables import NBSP
from arsrapport.model.archive import Committee, FollowUp, Meeting, Outcome
from arsrapport.model.follow_ups import actions_of, id_key
from arsrapport.rules.subject import Subject
from arsrapport.rules.written import Lines, spanned, value_place
from arsrapport.source.place import Place

_MONTH: Final = timedelta(days=31)
_NINE_MONTHS: Final = timedelta(days=274)


class _Written(Struct, frozen=True):
    """A due as somebody wrote it: under an action, or in a follow-up of one."""

    due: Due
    language: Language
    decided: date | None
    """The first day of the meeting that decided the action; None when none did."""
    day: date
    """That on which the due was set."""
    place: Place
    in_text: bool
    """Whether it stands in a text, not in front matter."""


def unreadable_dues(subject: Subject) -> Iterator[Diagnostic]:
    """AR507: a due that is meant as a date, and cannot be read as one.

    There is no such day, it is in a form that is not read, the month is misspelt, or the year is
    missing. Words that are no date (*hausten 2018*, *veke 49*) are no fault.
    """

    def judge(written: _Written) -> dict[str, str] | None:
        if written.due.kind != "words":
            return None
        words = written.due.written
        found = mistaken_date(words, written.language, written.day)
        if found is None:
            return None
        day, write = found.likely, _in_words if written.in_text else _in_figures
        return {"due": words, "likely": write(day, written.language) if day else ""}

    yield from _judge("AR507", subject, judge)


def early_dues(subject: Subject) -> Iterator[Diagnostic]:
    """AR509: a due that lies before the meeting that decided the action; AR510 goes first."""

    def judge(written: _Written) -> dict[str, str] | None:
        day, decided = written.due.day, written.decided
        if day is None or decided is None or day >= decided or _likely(written):
            return None
        return {"due": written.due.written, "date": decided.isoformat()}

    yield from _judge("AR509", subject, judge)


def mistaken_years(subject: Subject) -> Iterator[Diagnostic]:
    """AR510: a due whose year looks mistaken.

    It lies before the meeting, and a year later it would be at most nine months after; or it lies
    more than a year after, and a year earlier it would be within a month of the meeting.
    """

    def judge(written: _Written) -> dict[str, str] | None:
        day, likely = written.due.day, _likely(written)
        if day is None or likely is None:
            return None
        words = written.due.written
        return {"due": words, "likely": words.replace(f"{day.year:04}", f"{likely.year:04}")}

    yield from _judge("AR510", subject, judge)


def _likely(written: _Written) -> date | None:
    """Return the due in the year that was most likely meant; None for its own."""
    due, decided, day = written.due.day, written.decided, written.day
    if due is None or decided is None:
        return None
    if due < decided:
        later = _in_year(due, due.year + 1)
        return later if later and day <= later <= _after(day, _NINE_MONTHS) else None
    earlier = _in_year(due, due.year - 1)
    return earlier if earlier and day < earlier <= _after(day, _MONTH) else None


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _after(day: date, time: timedelta) -> date:
    return day + min(time, date.max - day)


def _in_words(day: date, language: Language) -> str:
    return long_date(day, language).replace(NBSP, " ")


def _in_figures(day: date, _language: Language) -> str:
    return day.isoformat()


# --- where they stand -----------------------------------------------------------------------


def _judge(
    code: str, subject: Subject, judge: Callable[[_Written], dict[str, str] | None]
) -> Iterator[Diagnostic]:
    lines = Lines(subject.texts)
    for written in _dues_of(subject.committee):
        arguments = judge(written)
        if arguments is not None:
            yield fault(code, spanned(written.place, written.due.written, lines), **arguments)


def _dues_of(committee: Committee) -> Iterator[_Written]:
    decided: dict[str, date] = {}
    for meeting in committee.meetings:
        for _, outcome in actions_of(meeting):
            decided.setdefault(id_key(outcome.id), meeting.first)
            if outcome.due:
                yield _of_action(outcome, meeting)
    for meeting in committee.meetings:
        for follow_up in meeting.follow_up:
            yield _of_follow_up(follow_up, meeting.language, decided)
    for follow_up in committee.follow_up:
        yield _of_follow_up(follow_up, committee.language, decided)


def _of_action(outcome: Outcome, meeting: Meeting) -> _Written:
    return _Written(
        due=read_due(outcome.due),
        language=outcome.language,
        decided=meeting.first,
        day=meeting.last,
        place=value_place(outcome, "due"),
        in_text=True,
    )


def _of_follow_up(follow_up: FollowUp, language: Language, decided: dict[str, date]) -> _Written:
    days = [decided[key] for key in map(id_key, follow_up.actions) if key in decided]
    return _Written(
        due=read_due(follow_up.due),
        language=language,
        decided=min(days, default=None),
        day=follow_up.day,
        place=follow_up.positions.closest(("due",)),
        in_text=False,
    )
