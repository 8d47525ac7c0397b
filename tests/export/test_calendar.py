"""Meetings and due actions as iCalendar, read back with the icalendar package."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import generated
from arsrapport.export.calendar import clock_times, report_calendar
from arsrapport.export.content_lines import content_line, escaped
from arsrapport.source.characters import CONTROL
from export_samples import FILES, made_of

MARCH = "meetings/kart/2021/2021-03-10.md"


def exported(files=FILES, year="2021") -> bytes:
    return report_calendar(made_of(files, year)[0])


def entries(data: bytes, kind: str) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(data).walk(kind))


def march(*changes: tuple[str, str]) -> dict[str, str]:
    text = FILES[MARCH]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {**FILES, MARCH: text}


# --- the whole --------------------------------------------------------------------------------

BARE = {
    "arsrapport.yaml": "",
    "meetings/kart/committee.yaml": "name: Kart\nlanguage: nb\n",
    "meetings/kart/2021/2021-03-10.md": (
        "---\ndate: 2021-03-10/2021-03-11\nplace: Oslo\nagenda:\n  - title: Dybder, grunner\n---\n"
        "## Sak 1\n> **Tiltak K1.** Gjør det.\n> Ansvar: Bo Li\n> Frist: 1.6.2021\n"
    ),
}


def test_the_file_line_for_line():
    assert exported(BARE).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//arsrapport//arsrapport//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Kart",
        "X-WR-CALNAME:Kart",
        "BEGIN:VEVENT",
        "UID:90917252-c1fd-5f24-8503-894c5217f548",
        "DTSTAMP:20210311T000000Z",
        "DTSTART;VALUE=DATE:20210310",
        "DTEND;VALUE=DATE:20210312",
        "SUMMARY:Kart",
        "LOCATION:Oslo",
        r"DESCRIPTION:1 Dybder\, grunner",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "BEGIN:VTODO",
        "UID:f83181fc-c3a7-5ae3-9fa1-2e3494502923",
        "DTSTAMP:20210311T000000Z",
        "DUE;VALUE=DATE:20210601",
        "SUMMARY:K1 Gjør det.",
        r"DESCRIPTION:Gjør det.\nAnsvar: Bo Li",
        "END:VTODO",
        "END:VCALENDAR",
        "",
    ]


def test_a_calendar_knows_every_property_and_asks_for_no_address():
    calendar = icalendar.Calendar.from_ical(exported())

    assert [calendar.errors, *(entry.errors for entry in calendar.subcomponents)] == [[]] * 4
    assert not re.search(rb"ATTENDEE|ORGANIZER|mailto|@", exported())


# --- meetings ---------------------------------------------------------------------------------


def test_a_meeting_with_plain_times_has_them_on_the_wall_of_where_it_is():
    held = entries(exported(), "VEVENT")[0]

    assert datetime(2021, 3, 10, 10, 0) == held.DTSTART  # noqa: DTZ001 - no zone is the point
    assert datetime(2021, 3, 10, 15, 30) == held.DTEND  # noqa: DTZ001 - likewise
    assert datetime(2021, 3, 17, tzinfo=UTC) == held.DTSTAMP
    assert (held["SUMMARY"], held["STATUS"]) == ("Sjøkartutvalet", "CONFIRMED")
    assert held["LOCATION"] == "Oslo, rom 4; fløy B"
    assert held["DESCRIPTION"] == (
        "Møtetid: 10.00–15.30\n1 Djupner ved kysten\n2 Farleier\n3 Ferje\n4 Slutt"
    )


def test_one_time_has_no_end():
    held = entries(exported(march(("time: 10.00–15.30", "time: kl. 9"))), "VEVENT")[0]

    assert datetime(2021, 3, 10, 9, 0) == held.DTSTART  # noqa: DTZ001 - no zone is the point
    assert "DTEND" not in held


@pytest.mark.parametrize("time", ["etter lunsj", "10 til 11", "25.00", "15–10"])
def test_other_words_for_the_time_make_it_a_whole_day(time):
    held = entries(exported(march(("time: 10.00–15.30", f"time: {time}"))), "VEVENT")[0]

    assert (date(2021, 3, 10), date(2021, 3, 11)) == (held.DTSTART, held.DTEND)
    assert f"Møtetid: {time}" in held["DESCRIPTION"]


def test_several_days_are_whole_days_and_the_end_is_the_day_after():
    files = march(("date: 2021-03-10", "date: 2021-03-10/2021-03-12"))
    held = entries(exported(files), "VEVENT")[0]

    assert (date(2021, 3, 10), date(2021, 3, 13)) == (held.DTSTART, held.DTEND)


def test_a_planned_meeting_is_tentative():
    planned = entries(exported(), "VEVENT")[1]

    assert (planned.DTSTART, planned["STATUS"]) == (date(2021, 12, 1), "TENTATIVE")


def test_a_meeting_with_a_title_of_its_own_says_so_after_the_committee():
    held = entries(exported(march(("number: 1/21", "title: Årsmøte"))), "VEVENT")[0]

    assert held["SUMMARY"] == "Sjøkartutvalet: Årsmøte"


def test_the_last_day_that_there_is_has_none_after_it():
    files = {**BARE, "meetings/kart/9999/9999-12-31.md": "---\ndate: 9999-12-31\nagenda: []\n---\n"}
    data = exported(files, "9999")

    assert b"DTSTART;VALUE=DATE:99991231\r\n" in data
    assert b"DTEND" not in data


def test_a_report_without_meetings_is_a_calendar_without_entries():
    calendar = icalendar.Calendar.from_ical(exported(generated.committee("nb", 0)))

    assert (calendar["X-WR-CALNAME"], calendar.subcomponents) == ("Utvalget for sjøkart", [])


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10", ("100000",)),
        ("kl. 10", ("100000",)),
        ("kl 09.15", ("091500",)),
        ("Kl. 9:05", ("090500",)),
        ("10–12", ("100000", "120000")),
        ("kl. 10.00 - 15.30", ("100000", "153000")),
        ("0.00", ("000000",)),
        ("23:59", ("235900",)),
        *((text, ()) for text in ("", "24", "10.60", "10.5", "12–10", "10–10", "kl. 10 presis")),
        *((text, ()) for text in ("10 og 12", "ca. 10", "100", "٣", "10–")),
    ],
)
def test_a_plain_clock_time_is_read(text, times):
    assert clock_times(text) == times


# --- actions ----------------------------------------------------------------------------------


def test_only_an_action_whose_due_is_a_date_is_a_task():
    (task,) = entries(exported(), "VTODO")

    assert task.get("DUE").dt == date(2021, 6, 15)
    assert task["SUMMARY"] == "K21-01 Merke"
    assert task["DESCRIPTION"] == "Alfa set ut merke.\nAnsvar: Alfa og Bo Li"
    assert datetime(2021, 3, 17, tzinfo=UTC) == task.DTSTAMP


def test_a_long_text_without_a_title_is_cut_in_the_summary_and_whole_below():
    text = "Alfa set ut merke " * 20
    files = march(("K21-01. Merke.**", "K21-01.**"), ("Alfa set ut merke.", text))
    (task,) = entries(exported(files), "VTODO")

    assert len(task["SUMMARY"]) == len("K21-01 ") + 200
    assert task["SUMMARY"].endswith("…")
    assert task["DESCRIPTION"].startswith(text.strip())


# --- what stays the same ----------------------------------------------------------------------


def uids(data: bytes) -> list[str]:
    return re.findall(r"^UID:(\S+)", data.decode(), flags=re.MULTILINE)


def test_uids_are_those_of_the_ids_and_of_nothing_else():
    """Were they to change, every calendar that has them would get every entry once more.

    They are UUIDs of version 5 of `meeting/kart/2021-03-10`, `meeting/kart/2021-12-01` and
    `action/kart/K21-01` in the namespace that is that of the URL `urn:arsrapport:calendar`.
    """
    assert uids(exported()) == [
        "90917252-c1fd-5f24-8503-894c5217f548",
        "ab54983f-5f41-5fba-9aa2-44457f0aede0",
        "ff686ac1-eb2f-54b6-90e3-e60e3b5718ff",
    ]
    changed = march(("Djupner ved kysten", "Heilt anna"), ("time: 10.00–15.30", "time: 12"))
    assert uids(exported(changed)) == uids(exported())


def test_an_action_without_an_id_is_known_by_its_meeting_and_its_number_there():
    second = "Frist: 1. juli 2021\n\n> **Tiltak.** Nok eit.\n> Frist: 1. juli 2021"
    files = march(("Frist: til hausten", second))

    assert len(set(uids(exported(files)))) == 5
    assert uids(exported(files))[:3] == uids(exported())


def test_the_order_of_the_files_is_irrelevant():
    assert exported(FILES) == exported(dict(reversed(FILES.items())))


# --- lines ------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_a_line_is_folded_by_octets_and_never_within_a_character(text):
    line = content_line("SUMMARY", escaped(text))
    pieces = line.removesuffix(b"\r\n").split(b"\r\n")

    assert max(map(len, pieces)) <= 75
    assert "".join(piece.decode() for piece in pieces).count("\r") == 0
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == (
        f"SUMMARY:{escaped(text)}"
    )
    assert all(piece.startswith(b" ") for piece in pieces[1:])


def test_a_line_is_as_long_as_it_may_be():
    first, second = content_line("X", "ø" * 40).split(b"\r\n")[:2]

    # two octets for the name, two for each letter: 74, and the next would not fit
    assert (len(first), first.decode()) == (74, "X:" + "ø" * 36)
    assert second.decode() == " " + "ø" * 4
    # the space that continues a line is one of its octets
    assert [len(line) for line in content_line("X", "a" * 200).split(b"\r\n")] == [75, 75, 54, 0]


@given(st.text())
def test_a_text_is_read_back_as_it_was(text):
    data = b"BEGIN:VEVENT\r\n" + content_line("SUMMARY", escaped(text)) + b"END:VEVENT\r\n"

    assert icalendar.Event.from_ical(data)["SUMMARY"] == CONTROL.sub("", text)


def test_signs_that_mean_something_are_escaped():
    assert escaped("a, b; c\\n\nd: \x07«e»") == r"a\, b\; c\\n\nd: «e»"
