"""The sample report for 2017, read back from the finished files.

What is expected stands in golden/2017/, written by hand from the sources: titles, names, seats, presence
and agenda lists as Notater 2018/35 has them. A change to one of those files is a commit of its own.
"""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import html_reading
import pdf_reading
from conftest import ROOT, arsrapport, copy_sample

NBSP = "\N{NO-BREAK SPACE}"
GOLDEN = ROOT / "tests/golden/2017"


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    root = copy_sample(tmp_path_factory.mktemp("sample"))
    done = arsrapport("build", "2017", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return root / "build/kontaktutvalet/2017"


@pytest.fixture(scope="session")
def html(built) -> bytes:
    return (built / "kontaktutvalet-2017.html").read_bytes()


@pytest.fixture(scope="session")
def page(html):
    return html_reading.parse(html)


@pytest.fixture(scope="session")
def pdf(built) -> bytes:
    return (built / "kontaktutvalet-2017.pdf").read_bytes()


@pytest.fixture(scope="session")
def reading(pdf):
    return pdf_reading.read_pdf(pdf)


def golden(name: str) -> list[str]:
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 3
    return lines


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace(NBSP, " ").replace("\N{SOFT HYPHEN}", "")).strip()


# --- the outline, in both formats -------------------------------------------------------------


def test_the_html_has_the_outline_of_the_source(page):
    levels = html_reading.outline(page)
    assert levels[0] == (1, "Årsrapport 2017")
    parts = [(level, plain(title)) for level, title in levels[1:]]
    start = parts.index((2, "Føreord"))
    end = parts.index((2, "Kolofon")) if (2, "Kolofon") in parts[start:] else len(parts)

    assert [
        "  " * (level - 2) + title for level, title in parts[start:end] if title != "Fotnotar"
    ] == golden("outline")


def test_the_pdf_has_the_outline_of_the_source(reading):
    headings = [(int(e.tag[1]), plain(e.text)) for e in reading.root.all("H1", "H2", "H3", "H4")]
    start = headings.index((1, "Føreord"))

    found = ["  " * (level - 1) + title for level, title in headings[start:] if title != "Innhald"]
    assert found == golden("outline")


def test_the_pdf_has_bookmarks_for_every_part(reading):
    parts = [line for line in golden("outline") if not line.startswith(" ")]
    titles = [plain(title) for _, title in reading.bookmarks]

    assert [title for title in titles if title in parts] == parts


# --- computed lists ---------------------------------------------------------------------------


def test_the_agenda_lists_are_those_of_the_source(page):
    activity = html_reading.section(page, "chapter-activity")
    lists = [
        e
        for e in activity.iter("ul")
        if any(True for _ in e.iter("ul")) and len(list(e.iter("ul"))) > 1
    ]
    found = []
    for entry in lists[0].findall("li"):
        (inner,) = entry.findall("ul")
        lines = [plain(html_reading.words(li)) for li in inner.findall("li")]
        whole = plain(html_reading.words(entry))
        head = plain(whole[: whole.index(lines[0])])
        found += [head, *(f"  {line}" for line in lines)]

    assert found == golden("agendas")


@pytest.mark.parametrize(("name", "number"), [("seats", 0), ("working-groups", 1)])
def test_the_tables_are_those_of_the_source(page, name, number):
    table = [t for t in html_reading.tables(page) if t.caption][number]
    rows = [
        " | ".join(table.head),
        *(" | ".join(plain(cell) for _, cell in row) for row in table.rows),
    ]

    assert [plain(row) for row in rows] == golden(name)


def test_attendance_is_counted_as_by_hand(page):
    """Every total of the chapter comes out of the lists in the four minutes."""
    found = []
    for table in html_reading.tables(html_reading.section(page, "chapter-attendance")):
        rows = [table.head, *([cell for _, cell in row] for row in table.rows)]
        found += [table.caption, *(" | ".join(row) for row in rows)]

    assert [plain(line) for line in found] == [plain(line) for line in golden("attendance")]


def test_the_chart_says_its_numbers(page, reading):
    alt = (
        "Frammøte etter organisasjon. NAV: 5; HOD: 4; Helsedirektoratet: 7; SSB: 22; Bufdir: 6; "
        "KS: 3; FHI: 6; ASD: 1; Ikkje oppgitt: 3."
    )

    assert [
        image.get("alt") for image in html_reading.section(page, "chapter-attendance").iter("img")
    ] == [alt]
    assert [figure.alt for figure in reading.root.all("Figure")] == [alt]


def definitions(element):
    """Every term of an element with its values."""
    found = []
    for child in element.iter():
        if child.tag == "dt":
            found.append((plain(html_reading.words(child)).rstrip(":"), []))
        elif child.tag == "dd":
            items = list(child.iter("li"))
            found[-1][1].extend(plain(html_reading.words(i)) for i in items or [child])
    return found


def test_the_members_are_those_of_the_source(page):
    found = definitions(html_reading.section(page, "chapter-mandate"))

    assert [f"{term}: {', '.join(values)}" for term, values in found] == golden("members")


def test_presence_is_printed_as_the_minutes_have_it(page):
    found = []
    for letter, day in zip("BCDE", ["03-15", "05-24", "09-20", "11-22"], strict=True):
        appendix = html_reading.section(page, f"meeting-2017-{day}")
        byline = next(e for e in appendix.iter("p") if "byline" in (e.get("class") or ""))
        found.append(f"Vedlegg {letter}: {plain(html_reading.words(byline))}")
        for term, values in definitions(appendix):
            if term in {"Til stades", "Til stede"}:
                found += [f"{term}:", *(f"  {value}" for value in values)]
            elif term in {"Møteleiar", "Møteleder", "Neste møte"}:
                found.append(f"{term}: {values[0]}")

    assert found == golden("presence")


def test_the_prose_says_what_the_files_say(page):
    text = plain(html_reading.words(page))

    assert "hadde utvalet fire møte, i mars, mai, september og november" in text
    assert "hadde utvalet fire møte." in text
    assert "høyrer fire arbeidsgrupper" in text
    assert "per desember 2017" in text
    assert "(Vedlegg B–E)" in text
    assert "(jf. Vedlegg A)" in text


def test_figures_of_the_minutes_are_in_the_report(page):
    """A handful from each meeting, as the sources state them."""
    text = plain(html_reading.words(page))

    for figure in (
        "14 tabellar",
        "39 583",
        "23 121",
        "889",
        "200 000",
        "43 prosent",
        "3 452",
        "11642",
        "11643",
        "11644",
    ):
        assert figure in text, figure


def test_the_report_says_that_it_is_a_retelling(page, reading):
    for text in (plain(html_reading.words(page)), plain(reading.root.text)):
        assert "attforteljing, laga som døme" in text
        assert "gjenfortelling, laget som eksempel" in text


def test_no_address_of_a_person_is_printed(page, reading):
    assert reading.links
    assert [link for link in reading.links if not link.startswith("http")] == []
    for text in (plain(html_reading.words(page)), plain(reading.root.text)):
        assert not re.search(r"\w@\w", text)


# --- language ---------------------------------------------------------------------------------


def test_each_appendix_is_in_the_language_of_its_minutes_in_html(page):
    for wanted, language in (
        ("meeting-2017-03-15", "nn"),
        ("meeting-2017-05-24", "nb"),
        ("meeting-2017-11-22", "nb"),
        ("appendix-agreement", "nb"),
    ):
        spoken = Counter()
        for tongue, text in html_reading.languages(html_reading.section(page, wanted), "nn-NO"):
            spoken[tongue[:2]] += len(text)
        assert spoken[language] > 0.9 * spoken.total(), wanted


def test_each_bokmaal_appendix_is_nb_no_in_the_pdf(reading):
    part, spoken = "", {}
    for element in reading.root.walk():
        if element.tag == "H1":
            part = plain(element.text).partition(":")[0]
        elif element.tag in {"P", "LBody", "H2", "H3"} and part.startswith("Vedlegg"):
            for language, text in element.spoken():
                spoken.setdefault(part, Counter())[language] += len(text)
    assert sorted(spoken) == ["Vedlegg A", "Vedlegg B", "Vedlegg C", "Vedlegg D", "Vedlegg E"]

    for letter, expected in {
        "A": "nb-NO",
        "B": "nn-NO",
        "C": "nb-NO",
        "D": "nn-NO",
        "E": "nb-NO",
    }.items():
        found = spoken[f"Vedlegg {letter}"]
        assert found[expected] > 0.97 * found.total(), (letter, found)


def test_an_english_phrase_is_marked_in_both(page, reading):
    phrase = ("en-GB", "Health at a Glance")

    assert phrase in [(tongue, plain(text)) for tongue, text in html_reading.languages(page)]
    assert phrase in [(tongue, plain(text)) for tongue, text in reading.root.spoken()]


# --- accessibility and archiving --------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pdf_meets_both_standards(pdf, profile):
    assert pdf_reading.failures(pdf, profile) == []


def test_the_pdf_says_what_it_is(reading):
    assert reading.title == "Årsrapport 2017"
    assert reading.language == "nn-NO"
    assert reading.labels


def test_headings_never_jump_a_level(reading):
    levels = [int(e.tag[1]) for e in reading.root.walk() if re.fullmatch("H[1-6]", e.tag)]
    assert levels[0] == 1

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_cell_of_each_table_has_its_headers(reading):
    tables = reading.root.all("Table")
    assert len(tables) >= 3
    for table in tables:
        rows = table.all("TR")
        assert {cell.scope for cell in rows[0].all("TH", "TD")} == {"Column"}
        for row in rows[1:]:
            first, *rest = row.all("TH", "TD")
            assert (first.tag, first.scope) == ("TH", "Row")
            assert rest
            assert {cell.tag for cell in rest} == {"TD"}


def test_every_page_after_the_imprint_has_its_running_header_and_number(reading):
    assert reading.pages > 20
    for number in range(3, reading.pages + 1):
        text = plain(reading.page_text(number))
        assert "Notater 2018/35 · Årsrapport 2017" in text, number
        assert text.endswith(str(number)), number
    assert "Notater 2018/35 · Årsrapport 2017" not in plain(reading.page_text(1))


def test_no_line_runs_out_of_the_page(reading):
    """A4 is 595 points wide; the margins are wider than 40."""
    assert reading.runs
    assert [run for run in reading.runs if run.right > 595 - 40 or run.left < 40] == []


def test_no_character_is_missing_from_the_fonts(reading):
    assert not [
        run for run in reading.runs if "\N{REPLACEMENT CHARACTER}" in run.text or "\0" in run.text
    ]


def test_the_html_loads_nothing_from_outside_and_leads_nowhere_wrong(page):
    assert html_reading.outside(page) == []
    assert html_reading.dangling(page) == []
    assert len(set(html_reading.ids(page))) == len(html_reading.ids(page))
    assert {name for name, _ in html_reading.landmarks(page)} >= {
        "banner",
        "navigation",
        "main",
        "contentinfo",
    }


def test_the_sample_is_clean(tmp_path):
    # What became overdue later is no fault of the minutes, and told of each day anew.
    done = arsrapport("check", "--strict", "--as-of", "2015-01-01", cwd=copy_sample(tmp_path))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Fann ingen feil i ")
