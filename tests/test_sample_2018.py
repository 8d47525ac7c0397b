"""The sample report for 2018, read back: cases, conclusions, and the actions with their status.

What is expected stands in golden/2018/, written by hand from the minutes: actions.md as of 2019-03-19
(see test_sample_actions.py), and the items of November with those of April that they take up.
"""

import re
from pathlib import Path

import pytest

import html_reading
import pdf_reading
from conftest import ROOT, arsrapport, copy_sample

GOLDEN = ROOT / "tests/golden/2018"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    root = copy_sample(tmp_path_factory.mktemp("sample"))
    done = arsrapport("build", "2018", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return root / "build/kostra-helse-omsorg/2018"


@pytest.fixture(scope="module")
def page(built):
    return html_reading.parse((built / "kostra-helse-omsorg-2018.html").read_bytes())


@pytest.fixture(scope="module")
def pdf(built) -> bytes:
    return (built / "kostra-helse-omsorg-2018.pdf").read_bytes()


@pytest.fixture(scope="module")
def reading(pdf):
    return pdf_reading.read_pdf(pdf)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ")).strip()


def golden(name: str) -> list[str]:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def actions() -> dict[str, list[str]]:
    """The rows of golden/2018/actions.md by the ids of the actions, in the order decided."""
    lines = (GOLDEN / "actions.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    april = {row[0]: row for row in rows if re.fullmatch(r"18-04-\d\d", row[0])}
    return april | {
        row[1]: row[1:] for row in rows if row[1:] and re.fullmatch(r"18-11-\d\d", row[1])
    }


def in_march(row: list[str]) -> str:
    """The status of 2019-03-19, as of which the report is: the eighth column of both tables."""
    return row[7].split(" (")[0]


def test_the_report_has_the_outline_that_its_files_say(page, reading):
    parts = [line for line in golden("outline") if not line.startswith(" ")]
    levels = [(level, plain(title)) for level, title in html_reading.outline(page)]
    sections = ["  " * (level - 2) + title for level, title in levels if level in {2, 3}]
    start = sections.index(parts[0])

    assert sections[start : start + len(golden("outline"))] == golden("outline")
    assert [plain(t) for _, t in reading.bookmarks if plain(t) in parts] == parts


def test_a_case_begins_with_each_item_of_april_that_november_took_up(page):
    found = []
    for element in html_reading.section(page, "chapter-cases").iter():
        if element.tag == "h3":
            found.append(plain(html_reading.words(element)))
        elif element.tag == "li":
            head = next(iter(element.iter("p")), element)
            found.append(f"  {plain(html_reading.words(head))}")

    assert found == golden("cases")


def test_the_conclusions_are_those_of_november(page):
    (table,) = html_reading.tables(html_reading.section(page, "chapter-decisions"))

    assert [[plain(cell) for _, cell in row][:2] for row in table.rows] == [
        ["27.11.2018", "Vedlegg A, sak 3"]
    ] * 3


def test_the_actions_stand_by_status_as_the_table_of_march_has_them(page):
    (_, table) = html_reading.tables(html_reading.section(page, "chapter-actions"))
    found = [[plain(cell) for _, cell in row] for row in table.rows]
    golden = {id_: in_march(row) for id_, row in actions().items()}
    by_status = [
        id_
        for status in ("open", "moved", "done")
        for id_, told in golden.items()
        if told.split(",")[0] == status
    ]

    assert [row[0] for row in found] == by_status
    assert len(found) == 43
    for id_, *_, status, _item in found:
        words = {
            "open": "åpent",
            "open, overdue": "åpent, og fristen er ute",
            "moved": "flyttet til ",
            "done": "utført",
        }[golden[id_]]
        assert status.startswith(words) if golden[id_] == "moved" else status == words, id_


def test_the_actions_are_counted_by_status_in_a_table_and_a_chart(page):
    """Counted in the table of march: 24 open, of them 15 overdue."""
    chapter = html_reading.section(page, "chapter-actions")
    (table, _) = html_reading.tables(chapter)
    march = [in_march(row).split(",") for row in actions().values()]
    told = [status[0] for status in march]

    assert [plain(cell) for row in table.rows for _, cell in row] == [
        *("Åpent", "9", "Åpent, og fristen er ute", "15", "Flyttet", "10", "Utført", "9"),
        *("I alt", "43"),
    ]
    assert [told.count(status) for status in ("open", "moved", "done")] == [9 + 15, 10, 9]
    assert sum(len(status) > 1 for status in march) == 15
    (image,) = chapter.iter("img")
    assert image.get("alt") == (
        "Tiltak etter status. Åpent: 9; Åpent, og fristen er ute: 15; Flyttet: 10; Utført: 9."
    )


def test_what_was_moved_says_where_to(page):
    (_, table) = html_reading.tables(html_reading.section(page, "chapter-actions"))
    status = {row[0][1]: plain(row[4][1]) for row in table.rows}

    assert status["18-04-01"] == "flyttet til Vedlegg A, sak 3"
    assert status["18-04-13"] == "flyttet til Vedlegg A, sak 4; Vedlegg A, sak 7; tiltak 18-11-02"
    assert status["18-04-20"] == "flyttet til tiltak 18-11-02"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pdf_meets_both_standards(pdf, profile):
    assert pdf_reading.failures(pdf, profile) == []
