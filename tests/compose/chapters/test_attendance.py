"""Attendance as tables and a chart: every cell worked out by hand from the lists in the test."""

import re
from datetime import date

import pytest

from arsrapport.aggregate.attendance import attendance
from arsrapport.compose.chapters.attendance import chart, matrix, organisations, sittings
from arsrapport.document.plain import plain_text
from arsrapport.load.project import load
from arsrapport.model.report import Period
from arsrapport.source.tree import MemoryTree

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31))
COMMITTEE = """\
name: Kartutvalet
quorum: half
organisations:
  - {name: Alfa institutt, seats: 2}
  - {name: Beta, seats: 1}
members:
  - {name: Ragna Ås, organisation: Alfa institutt}
  - {name: Bo Li, organisation: Alfa institutt}
  - {name: Siv Øy, organisation: Alfa institutt, role: secretary}
  - {name: Jon Nes, organisation: Beta}
"""
DATED = COMMITTEE.replace("institutt}", "institutt, from: 2020-01-01}").replace(
    "institutt, role", "institutt, from: 2020-01-01, role"
).replace("organisation: Beta}", "organisation: Beta, from: 2021-02-01}")  # fmt: skip


def held(*lists, committee=COMMITTEE, days=None):
    """Meetings on the 10th of January, February …, each with these lines in its front matter."""
    days = days or [f"2021-{number:02}-10" for number in range(1, len(lists) + 1)]
    agenda = "agenda:\n" + "".join(f"  - title: Sak nummer {n}\n" for n in (1, 2, 3))
    files = {"arsrapport.yaml": "", "meetings/kart/committee.yaml": committee}
    files |= {
        f"meetings/kart/{day[:4]}/{day}.md": f"---\ndate: {day}\n{lines}{agenda}---\n"
        for day, lines in zip(days, lists, strict=True)
    }
    archive, found = load(MemoryTree({path: text.encode() for path, text in files.items()}))
    assert found == ()
    (only,) = archive.committees
    return attendance(only, only.meetings, YEAR)


def words(table):
    """The cells of a table, the head first; a no-break space as `~`."""
    cells = [[plain_text(c.children) for c in line] for line in (table.head, *table.rows)]
    return [[cell.replace("\N{NO-BREAK SPACE}", "~") for cell in line] for line in cells]


def notes(table):
    return [plain_text(note).replace("\N{NO-BREAK SPACE}", "~") for note in table.notes]


ALL = "present: [Ragna Ås, Bo Li, Siv Øy, Jon Nes]\n"
NOBODY = "present: []\n"

# --- the three figures ----------------------------------------------------------------------

THREE = (
    # January: Ragna Ås, the secretary, and a guest of Alfa for a part; nobody of Beta.
    "present: [Ragna Ås, Siv Øy, {name: Per Berg (Alfa institutt), items: [1, 3]}]\napologies: [Bo Li]\n",
    # February: a stand-in for Jon Nes; Ragna Ås, but not for item 2; a guest of Gamma.
    "present: [{name: Ragna Ås, except: 2}, {name: Ola Dal, for: Jon Nes}, Eva Mo (Gamma)]\n",
    # March: everybody.
    ALL,
)


def test_people_by_meetings():
    (table,) = matrix(held(*THREE), "nn")

    assert words(table) == [
        ["Namn", "Organisasjon", "Rolle", "10.1.", "10.2.", "10.3.", "Møtte", "Prosent"],
        ["Ragna Ås", "Alfa institutt", "medlem", "x", "ikkje sak 2", "x", "3 av 3", "100~%"],
        ["Bo Li", "Alfa institutt", "medlem", "F", "–", "x", "1 av 3", "33~%"],
        ["Jon Nes", "Beta", "medlem", "–", "–", "x", "1 av 3", "33~%"],
        ["Siv Øy", "Alfa institutt", "sekretær", "x", "–", "x", "2 av 3", "67~%"],
        ["Per Berg", "Alfa institutt", "gjest", "sak 1 og 3", "", "", "1", ""],
        ["Ola Dal", "Beta", "gjest", "", "x", "", "1", ""],
        ["Eva Mo", "Gamma", "gjest", "", "x", "", "1", ""],
    ]  # fmt: skip
    assert table.header_column
    assert table.align == ("left",) * 3 + ("center",) * 3 + ("right",) * 2


def test_organisations_have_presences_seats_and_meetings_apart():
    # Alfa: 3 + 1 + 3 presences of 4 people; there at all 3; seats 1 (a guest fills none) + 1 + 2.
    # Beta: the stand-in in February, Jon Nes in March; a seat each time.
    (table,) = organisations(held(*THREE), "nn")

    assert words(table) == [
        ["Organisasjon", "Plassar", "Fylte plassar", "Frammøte", "Personar", "Representert", "Prosent av møta"],
        ["Alfa institutt", "2", "4 av 6", "7", "4", "3 av 3", "100~%"],
        ["Beta", "1", "2 av 3", "2", "2", "2 av 3", "67~%"],
        ["Gamma", "", "", "1", "1", "1 av 3", "33~%"],
        ["I alt", "3", "6 av 9", "10", "7", "", ""],
    ]  # fmt: skip


def test_meetings_have_people_seats_and_the_quorum_with_its_reasoning():
    # Half of 3 seats is 1.5, so 2 are needed. January: 1 of Alfa. February: 1 of Alfa, 1 of Beta.
    (table,) = sittings(held(*THREE, NOBODY), "nn")

    assert words(table) == [
        ["Møte", "Personar", "Fylte plassar", "Vedtaksført"],
        ["10.~januar 2021", "3", "1 av 3", "nei: 1 av 3 plassar, 2 trengst"],
        ["10.~februar 2021", "3", "2 av 3", "ja: 2 av 3 plassar, 2 trengst"],
        ["10.~mars 2021", "4", "3 av 3", "ja: 3 av 3 plassar, 2 trengst"],
        ["10.~april 2021", "0", "0 av 3", "nei: 0 av 3 plassar, 2 trengst"],
    ]
    assert notes(table) == []


def test_totals_are_the_sums_of_their_parts():
    found = held(*THREE, committee=COMMITTEE + "  - {name: Eli Vik}\n")
    (by_organisation,), (by_meeting,) = organisations(found, "nn"), sittings(found, "nn")
    *rows, total = words(by_organisation)[1:]

    def parts(cell):
        return [int(number) for number in cell.split(" av ")] if cell else [0, 0]

    assert parts(total[2]) == [sum(n) for n in zip(*(parts(row[2]) for row in rows), strict=True)]
    assert parts(total[2]) == [
        sum(n) for n in zip(*(parts(row[2]) for row in words(by_meeting)[1:]), strict=True)
    ]
    assert int(total[3]) == sum(int(row[3]) for row in rows)
    assert int(total[3]) == sum(int(row[1]) for row in words(by_meeting)[1:])


# --- signs and what is said below -----------------------------------------------------------

UNDATED = "Oppnemningar utan dato er rekna som om dei gjaldt heile perioden."


def test_a_sign_is_explained_only_where_it_is_used():
    signs = [notes(matrix(held(*lists, committee=DATED), "nn")[0]) for lists in (
        ("", ALL),
        ("", NOBODY),
        ("", "present: [Ragna Ås, Siv Øy, Jon Nes]\napologies: [Bo Li]\n"),
        (ALL.replace(", Jon Nes", ""),),
    )]  # fmt: skip
    unrecorded = "Møte der frammøtet ikkje er ført, og som ikkje er med i tala: 10.~januar 2021."

    assert signs == [
        ["x = til stades", unrecorded],
        ["– = ikkje til stades", unrecorded],
        ["x = til stades; F = forfall", unrecorded],
        ["x = til stades; . = ikkje oppnemnd då"],  # Jon Nes came in February
    ]


def test_a_part_of_a_meeting_is_explained_in_the_words_of_its_cells():
    lists = ("present: [{name: Ragna Ås, except: 2}]\n", "present: [{name: Bo Li, items: 1}]\n")
    told = {
        language: notes(matrix(held(*lists), language)[0])[0] for language in ("nn", "nb", "en")
    }

    assert told == {
        "nn": "sak … = til stades berre under den saka; ikkje sak … = til stades, men ikkje under den saka; – = ikkje til stades",
        "nb": "sak … = til stede bare under den saken; ikke sak … = til stede, men ikke under den saken; – = ikke til stede",
        "en": "item … = present for that item only; not item … = present, but not for that item; – = not present",
    }


def test_a_name_that_looks_like_a_sign_is_none():
    committee = DATED.replace("Ragna Ås", '"."').replace("Bo Li", "F")

    (table,) = matrix(held("present: [., F, Siv Øy]\n", "present: []\n", committee=committee), "nn")

    assert notes(table) == [
        "x = til stades; – = ikkje til stades; . = ikkje oppnemnd då"
    ]  # Jon Nes in January


def test_a_sign_of_the_first_table_is_explained_below_the_last():
    lists = ["apologies: [Bo Li]\npresent: [Ragna Ås, Siv Øy, Jon Nes]\n", *[ALL] * 11]

    first, last = matrix(held(*lists), "nn")

    assert notes(first) == []
    assert notes(last) == ["x = til stades; F = forfall", UNDATED]


def test_mandates_of_unknown_dates_are_said_to_be():
    assert UNDATED in notes(matrix(held(ALL), "nn")[0])
    assert UNDATED not in notes(matrix(held(ALL, committee=DATED), "nn")[0])
    assert UNDATED not in notes(organisations(held(ALL), "nn")[0])


def test_denominators_follow_the_mandate_to_the_day():
    days = ["2021-01-31", "2021-02-01", "2021-02-02"]
    (table,) = matrix(held(ALL, ALL, NOBODY, committee=DATED, days=days), "nn")

    # On the last day of January he is a guest of Beta.
    assert [row[3:] for row in words(table) if row[0] == "Jon Nes"] == [
        [".", "x", "–", "1 av 2", "50~%"],
        ["x", "", "", "1", ""],
    ]


@pytest.mark.parametrize(
    ("present", "meetings", "share"),
    [(1, 8, "13~%"), (1, 3, "33~%"), (2, 3, "67~%"), (1, 200, "1~%"), (1, 201, "1~%"), (0, 1, "0~%"), (200, 201, "99~%")],
)  # fmt: skip
def test_percent_are_whole_with_halves_up_and_only_all_is_a_hundred(present, meetings, share):
    days = [date.fromordinal(date(2021, 1, 1).toordinal() + n).isoformat() for n in range(meetings)]
    lists = [ALL] * present + [NOBODY] * (meetings - present)

    table = matrix(held(*lists, days=days), "nn")[-1]

    assert words(table)[1][-2:] == [f"{present} av {meetings}", share]


def test_seats_that_are_not_recorded_are_a_sign():
    committee = COMMITTEE.replace(", seats: 1", "").replace("quorum: half\n", "")
    (table,) = organisations(held(ALL, committee=committee), "nn")

    assert [row[:3] for row in words(table)[1:]] == [
        ["Alfa institutt", "2", "2 av 2"],
        ["Beta", "..", ".."],
        ["I alt", "..", ".."],
    ]
    assert notes(table) == [".. = Oppgåve manglar"]
    assert words(sittings(held(ALL, committee=committee), "nn")[0])[0] == ["Møte", "Personar"]


def test_seats_that_are_recorded_for_some_meetings_only():
    committee = COMMITTEE.replace("Beta, seats: 1}", "Beta, seats: 1, to: 2021-01-31}\n  - {name: Beta, from: 2021-02-01}")  # fmt: skip
    (table,) = sittings(held(ALL, ALL, committee=committee), "nn")

    assert words(table)[1:] == [
        ["10.~januar 2021", "4", "3 av 3", "ja: 3 av 3 plassar, 2 trengst"],
        ["10.~februar 2021", "4", "..", ".."],
    ]
    assert notes(table) == [".. = Oppgåve manglar"]


# --- many meetings, and none ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("meetings", "widths"), [(1, [1]), (10, [10]), (11, [10, 1]), (40, [10, 10, 10, 10])]
)
def test_at_most_ten_meetings_stand_side_by_side(meetings, widths):
    days = [date.fromordinal(date(2021, 1, 1).toordinal() + n).isoformat() for n in range(meetings)]
    tables = [words(table) for table in matrix(held(*[ALL] * meetings, days=days), "nn")]

    assert [sum(head[:1].isdigit() for head in table[0]) for table in tables] == widths
    assert [table[0][-1] == "Prosent" for table in tables] == [False] * (len(tables) - 1) + [True]
    assert {tuple(row[0] for row in table[1:]) for table in tables} == {
        ("Ragna Ås", "Bo Li", "Jon Nes", "Siv Øy")
    }
    assert tables[-1][1][-2:] == [f"{meetings} av {meetings}", "100~%"]


@pytest.mark.parametrize("build", [matrix, organisations, sittings, chart])
def test_without_meetings_and_members_there_is_no_table(build):
    assert build(held(committee="name: Kartutvalet\n"), "nn") == ()


def test_a_guest_stands_in_the_table_of_her_meetings_and_in_the_last_with_the_figures():
    guests = [f"present: [Ragna Ås, Gjest {n} (Gamma)]\n" for n in range(1, 13)]

    first, last = (words(table) for table in matrix(held(*guests), "nn"))

    assert [row[0] for row in first[1:] if row[2] == "gjest"] == [
        f"Gjest {n}" for n in range(1, 11)
    ]
    assert [(row[0], row[-2]) for row in last[1:] if row[2] == "gjest"] == [
        (f"Gjest {n}", "1") for n in range(1, 13)
    ]
    members = [row[0] for row in last[1:] if row[2] == "medlem"]
    assert [row[0] for row in first[1:] if row[2] == "medlem"] == members


def test_meetings_of_two_years_have_the_year_in_their_heads():
    found = held("present: [Ragna Ås]\n", "present: []\n", days=["2020-12-10", "2021-01-10"])

    assert words(matrix(found, "nn")[0])[0][3:5] == ["10.12.2020", "10.1.2021"]


def test_a_committee_of_people_alone_has_no_empty_columns():
    found = held("present: [Bo Li]\n", committee="name: U\nmembers: [{name: Bo Li}]\n")

    assert words(matrix(found, "en")[0])[0] == [
        "Name",
        "Role",
        "10~January",
        "Attended",
        "Per cent",
    ]


def test_where_no_organisation_is_recorded_there_is_nothing_by_organisation():
    found = held("present: [Bo Li]\n", committee="name: U\nmembers: [{name: Bo Li}]\n")
    known = held("present: [Bo Li, Ida Ås (Alfa)]\n", committee="name: U\n")

    assert organisations(found, "nn") == chart(found, "nn") == ()
    assert [row[0] for row in words(organisations(known, "nn")[0])] == [
        "Organisasjon",
        "Alfa",
        "Ikkje oppgitt",
        "I alt",
    ]


# --- the chart ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Frammøte etter organisasjon. Alfa institutt: 7; Beta: 2; Gamma: 1."),
        ("nb", "Fremmøte etter organisasjon. Alfa institutt: 7; Beta: 2; Gamma: 1."),
        ("en", "Attendances by organisation. Alfa institutt: 7; Beta: 2; Gamma: 1."),
    ],
)  # fmt: skip
def test_the_chart_says_every_number(language, said):
    (figure,) = chart(held(*THREE), language)

    assert figure.alt == said
    drawn = re.findall(r">([^<]+)</text>", figure.drawing.decode())
    assert drawn[::2] == [part.rpartition(": ")[0] for part in said.split(". ")[1].split("; ")]
    assert drawn[1::2] == ["7", "2", "1"]


def test_parts_of_a_meeting_are_told_in_the_words_of_minutes():
    lines = "present: [{name: Bo Li, items: [1, 3]}, {name: Jon Nes, items: 1-2, except: 2}]\n"
    found = {
        language: [row[3] for row in words(matrix(held(lines), language)[0]) if row[3].islower()]
        for language in ("nn", "nb", "en")
    }

    assert found == {
        "nn": ["sak 1 og 3", "sak 1–2, ikkje sak 2"],
        "nb": ["sak 1 og 3", "sak 1–2, ikke sak 2"],
        "en": ["items 1 and 3", "items 1–2, not item 2"],
    }
