"""iCalendar (RFC 5545): the meetings of a report, held and planned, and the actions that are due.

Nothing in it comes from the clock or the machine. A UID is made of the committee's id and that of
the meeting or the action, so that a calendar knows an entry again when the report is exported anew.
DTSTAMP is the day of the minutes, else the meeting's last day: when it was known what it says. A
time has no zone, since the files name none: it is the time on the wall where the reader is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from arsrapport.document.editions import titled
from arsrapport.export.content_lines import content_line, escaped
from arsrapport.export.words import text_of
from arsrapport.language.catalogue import label
from arsrapport.language.dates import read_date
from arsrapport.language.languages import Language
from arsrapport.language.lists import enumerate_words
from arsrapport.language.openings import capitalised
from arsrapport.model.archive import Committee, Item, Meeting, Outcome
from arsrapport.model.report import Report

NAMESPACE: Final = UUID("d6fa566e-b5bd-547f-b193-c2b0af3849ae")
"""Of the UIDs: the URL `urn:arsrapport:calendar` as a UUID. It never changes, else every entry of
every calendar would come a second time."""

LONGEST_SUMMARY: Final = 200

_TIME: Final = re.compile(
    r"(?:kl\.? ?|at )?(?P<first>[0-9]{1,2}(?:[.:][0-9]{2})?)"
    r"(?: ?[-\N{EN DASH}] ?(?P<last>[0-9]{1,2}(?:[.:][0-9]{2})?))?",
    re.IGNORECASE,
)


def report_calendar(report: Report) -> bytes:
    """Return the meetings and the due actions of a report as an iCalendar file.

    An action stands in it when its due is a date. There are no attendees: an address is asked for
    there, and no address leaves a project.
    """
    own = capitalised(report.committee.name(report.language))
    name = escaped(titled(own, report.committee.edition, report.language))
    return b"".join(
        (
            content_line("BEGIN", "VCALENDAR"),
            content_line("VERSION", "2.0"),
            content_line("PRODID", "-//arsrapport//arsrapport//EN"),
            content_line("CALSCALE", "GREGORIAN"),
            content_line("NAME", name),
            content_line("X-WR-CALNAME", name),
            *_entries(report),
            content_line("END", "VCALENDAR"),
        )
    )


def _entries(report: Report) -> Iterator[bytes]:
    for meeting in sorted((*report.meetings, *report.planned), key=lambda m: (m.first, m.id)):
        yield from _event(meeting, report.committee, report.language)
    for meeting in report.meetings:
        unnamed = 0
        for item in meeting.items:
            for outcome in item.outcomes:
                if outcome.kind != "action":
                    continue
                unnamed += not outcome.id
                key = f"meeting/{report.committee.id}/{meeting.id}/action/{unnamed}"
                if outcome.id:
                    key = f"action/{report.committee.id}/{outcome.id}"
                yield from _task(outcome, key, meeting, report.language)


# --- meetings -------------------------------------------------------------------------------


def _event(meeting: Meeting, committee: Committee, language: Language) -> Iterator[bytes]:
    name = capitalised(committee.name(language))
    summary = f"{name}: {meeting.title}" if meeting.title else name
    yield content_line("BEGIN", "VEVENT")
    yield content_line("UID", _uid(f"meeting/{committee.id}/{meeting.id}"))
    yield content_line("DTSTAMP", _stamp(meeting))
    yield from _when(meeting)
    yield content_line("SUMMARY", escaped(summary))
    if meeting.location:
        yield content_line("LOCATION", escaped(meeting.location))
    if description := _agenda(meeting, language):
        yield content_line("DESCRIPTION", escaped(description))
    yield content_line("STATUS", "CONFIRMED" if meeting.counts else "TENTATIVE")
    yield content_line("END", "VEVENT")


def _when(meeting: Meeting) -> Iterator[bytes]:
    """Yield the time of a meeting: by the clock where one day's is plain, else whole days."""
    times = clock_times(meeting.time) if meeting.first == meeting.last else ()
    if times:
        names = ("DTSTART", "DTEND")
        for name, time in zip(names, times, strict=False):
            yield content_line(name, f"{_digits(meeting.first)}T{time}")
        return
    yield content_line("DTSTART;VALUE=DATE", _digits(meeting.first))
    if meeting.last < date.max:  # the end is not itself a day of the meeting; there is none after
        yield content_line("DTEND;VALUE=DATE", _digits(meeting.last + timedelta(days=1)))


def clock_times(text: str) -> tuple[str, ...]:
    """Read a plain clock time, *kl. 10*, or two, *10.00–15.30*, as `HHMMSS`; () for other words."""
    match = _TIME.fullmatch(text)
    if match is None:
        return ()
    times = tuple(_clock(written) for written in match.groups() if written)
    if "" in times or (len(times) > 1 and times[1] <= times[0]):
        return ()
    return times


def _clock(written: str) -> str:
    hours, _, minutes = written.replace(".", ":").partition(":")
    fits = int(hours) < 24 and int(minutes or 0) < 60  # noqa: PLR2004 - a day and an hour
    return f"{int(hours):02}{minutes or '00'}00" if fits else ""


def _agenda(meeting: Meeting, language: Language) -> str:
    time = f"{label(language, 'time')}: {meeting.time}" if meeting.time else ""
    lines = (_agenda_line(item) for item in meeting.items)
    return "\n".join(filter(None, (time, *lines)))


def _agenda_line(item: Item) -> str:
    return " ".join(filter(None, (item.number, item.title)))


# --- actions --------------------------------------------------------------------------------


def _task(action: Outcome, key: str, meeting: Meeting, language: Language) -> Iterator[bytes]:
    due = read_date(action.due)
    if due is None:
        return
    text = text_of(action.body)
    words = " ".join(filter(None, (action.id, action.title or _shortened(text))))
    yield content_line("BEGIN", "VTODO")
    yield content_line("UID", _uid(key))
    yield content_line("DTSTAMP", _stamp(meeting))
    yield content_line("DUE;VALUE=DATE", _digits(due))
    yield content_line("SUMMARY", escaped(words))
    responsible = enumerate_words(action.responsible, language)
    who = f"{label(language, 'responsible')}: {responsible}" if responsible else ""
    if description := "\n".join(filter(None, (text, who))):
        yield content_line("DESCRIPTION", escaped(description))
    yield content_line("END", "VTODO")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SUMMARY else f"{line[: LONGEST_SUMMARY - 1]}…"


# --- what both have -------------------------------------------------------------------------


def _uid(key: str) -> str:
    """Return an id that says nothing of anybody (RFC 7986, section 5.3)."""
    return str(uuid5(NAMESPACE, key))


def _stamp(meeting: Meeting) -> str:
    return f"{_digits(meeting.minutes_date or meeting.last)}T000000Z"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")
