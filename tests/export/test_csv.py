"""Tables as Norwegian Excel opens them; expected rows are written by hand."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.export.csv import guarded, report_csv, write_table
from arsrapport.export.tables import Table
from arsrapport.source.characters import CONTROL
from export_samples import FILES, made_of

MARCH = "meetings/kart/2021/2021-03-10.md"


def rows(name: str, files=FILES) -> list[dict[str, str]]:
    text = report_csv(*made_of(files))[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell}


# --- the form ---------------------------------------------------------------------------------


def test_a_table_is_utf_8_with_a_mark_semicolons_and_crlf():
    table = Table("x", ("a", "b"), (("Ås", 2), ("a;b", 'c"d'), ("ei\nlinje", True)))

    expected = 'a;b\r\nÅs;2\r\n"a;b";"c""d"\r\n"ei\nlinje";1\r\n'
    assert write_table(table) == b"\xef\xbb\xbf" + expected.encode()


def test_there_is_a_table_of_people_meetings_items_presence_and_actions():
    assert list(report_csv(*made_of(FILES))) == [
        "people",
        "meetings",
        "items",
        "presence",
        "actions",
    ]


# --- what a spreadsheet would take for something else -----------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+4722", "-kart", "@SUM(A1)", "\tx", "\nx", "＝1", "－1", "'sitat"),
        *("18-04-01", "4.1", "1/22", "1-5", "0-3", "007", "1e5", "mars 2021", "5. mai", "10 %"),
        *("9.3", "1 000", "12345678901234567", "3–4", "jan 21"),
    ],
)
def test_what_would_become_something_else_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        *("", "Ås", "K21-01", "4", "0", "2021", "3a", "14 tabellar", "offl. § 13", "Sak 4.1"),
        *("2021-03-10", "15. mars 2021", "10:30", "kl. 10", "– strek", "a=b", "S 7/13", "mars"),
    ],
)
def test_what_stays_what_it_is_gets_none(text):
    assert guarded(text) == text


@given(st.text())
def test_the_text_is_what_stands_after_the_apostrophe(text):
    cell = guarded(text)

    assert cell.removeprefix("'") == CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


@given(st.text())
def test_no_cell_begins_a_formula(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_a_table_is_read_back_as_it_was(texts):
    data = write_table(Table("x", ("a", "b"), tuple(map(tuple, texts))))
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert found == [["a", "b"], *([guarded(cell) for cell in row] for row in texts)]


def test_a_hostile_title_is_text_in_every_table():
    files = {**FILES, MARCH: FILES[MARCH].replace("title: Farleier", "title: =cmd|'/c calc'!A1")}

    assert [row["offentligTittel"] for row in rows("items", files)] == [
        "Djupner ved kysten",
        "'=cmd|'/c calc'!A1",
        "Ferje",
        "Slutt",
    ]


# --- the tables -------------------------------------------------------------------------------

WHOSE = {"committee": "kart", "period_first": "2021-01-01", "period_last": "2021-12-31"}
WHERE = {"meeting": "2021-03-10", "moetedato": "2021-03-10"}


def test_people():
    assert [filled(row) for row in rows("people")] == [
        {
            **WHOSE,
            "id": "Ragna Ås",
            "name": "Ragna Ås",
            "organisations": "Alfa institutt",
            "roles": "member",
            "present": "1",
            "apologies": "0",
            "path": "meetings/kart/committee.yaml",
            "line": "7",
        },
        {
            **WHOSE,
            "id": "Siv Øy",
            "name": "Siv Øy",
            "initials": "siø",
            "organisations": "Alfa institutt",
            "present": "1",
            "apologies": "0",
            "path": MARCH,
            "line": "13",
        },
        {
            **WHOSE,
            "id": "Bo Li",
            "name": "Bo Li",
            "organisations": "Gamma AS",
            "present": "1",
            "apologies": "0",
            "path": MARCH,
            "line": "14",
        },
    ]


def test_meetings_held_and_none_that_is_planned():
    assert [filled(row) for row in rows("meetings")] == [
        {
            **WHOSE,
            **WHERE,
            "last_day": "2021-03-10",
            "moetenummer": "'1/21",
            "language": "nn",
            "status": "approved",
            "form": "hybrid",
            "time": "'10.00–15.30",
            "moetested": "Oslo, rom 4; fløy B",
            "chair": "Ragna Ås",
            "minutes_by": "Siv H. Øy",
            "minutes_date": "2021-03-17",
            "approved_in": "'2021-05-12/1",
            "next_meeting": "2021-05-12",
            "present": "4",
            "apologies": "0",
            "moetesak": "4",
            "treated": "2",
            "vedtak": "2",
            "actions": "2",
            "path": MARCH,
            "line": "1",
        }
    ]


def test_who_was_there_is_empty_when_nobody_wrote_it_down_and_0_when_nobody_was():
    unknown = FILES[MARCH].replace("apologies: []\n", "")

    assert rows("meetings")[0]["apologies"] == "0"
    assert rows("meetings", {**FILES, MARCH: unknown})[0]["apologies"] == ""


def test_items():
    found = rows("items")

    assert filled(found[0]) == {
        **WHOSE,
        **WHERE,
        "number": "1",
        "offentligTittel": "Djupner ved kysten",
        "language": "nn",
        "moetesakstype": "orientering",
        "kind": "information",
        "heading": "0",
        "treated": "1",
        "presenter": "Bo Li | Beta",
        "organisations": "Gamma AS | Beta",
        "dokumentbeskrivelse": "Notat | Kart",
        "continues": "'2020-11-01/3",
        "vedtak": "1",
        "actions": "0",
        "path": MARCH,
        "line": "18",
    }
    assert [(row["number"], row["treated"], row["outcome"]) for row in found] == [
        ("1", "1", ""),
        ("2", "1", ""),
        ("3", "0", "postponed"),
        ("4", "0", ""),
    ]


def test_presence():
    files = {**FILES, MARCH: FILES[MARCH].replace("apologies: []", "apologies: [Eli Sol (Delta)]")}
    found = rows("presence", files)

    assert [(row["list"], row["moetedeltakerNavn"], row["role"]) for row in found] == [
        ("present", "Ragna Ås", "member"),
        ("present", "Siv Øy", "secretary"),
        ("present", "Bo Li", "guest"),
        ("present", "Beta", ""),
        ("apologies", "Eli Sol", "guest"),
    ]
    assert filled(found[2]) == {
        **WHOSE,
        **WHERE,
        "list": "present",
        "moetedeltakerNavn": "Bo Li",
        "written_organisation": "Gamma AS",
        "person": "Bo Li",
        "organisation": "Gamma AS",
        "role": "guest",
        "items": "'1-2",
        "for": "Kari Vik (Beta)",
        "note": "digitalt",
        "path": MARCH,
        "line": "14",
    }


def test_a_meeting_that_is_only_planned_is_in_no_table():
    path = "meetings/kart/2021/2021-12-01.md"
    planned = FILES[path].replace(
        "agenda: []", "present: [Bo Li (Gamma AS)]\nagenda:\n  - title: Farleier"
    )

    for name in ("meetings", "items", "presence", "actions"):
        assert rows(name, {**FILES, path: planned}) == rows(name), name


def test_actions():
    assert [filled(row) for row in rows("actions")] == [
        {
            **WHOSE,
            **WHERE,
            "number": "2",
            "id": "K21-01",
            "title": "Merke",
            "text": "Alfa set ut merke.",
            "responsible": "Alfa | Bo Li",
            "due": "15. juni 2021",
            "due_date": "2021-06-15",
            "note": "venta",
            "language": "nn",
            "path": MARCH,
            "line": "53",
        },
        {
            **WHOSE,
            **WHERE,
            "number": "2",
            "text": "Utan id.",
            "due": "til hausten",
            "language": "nn",
            "path": MARCH,
            "line": "58",
        },
    ]


def test_every_row_says_of_which_committee_and_period_it_is():
    path = "meetings/kart/2021/report/report.yaml"
    files = {**FILES, path: "period: 2020-07-01/2021-06-30\n"}
    keys = ("committee", "period_first", "period_last")

    for name in ("people", "meetings", "items", "presence", "actions"):
        found = {tuple(row[key] for key in keys) for row in rows(name, files)}
        assert found == {("kart", "2020-07-01", "2021-06-30")}, name
