"""The sample report for 2017 as Markdown, read back as GitHub reads it.

What is expected stands in golden/2017/, written by hand from the sources; see test_sample.py.
"""

import re
from pathlib import Path

import pytest

import markdown_reading as reading
from conftest import ROOT, arsrapport, copy_sample
from html_samples import PNG

NBSP = "\N{NO-BREAK SPACE}"
GOLDEN = ROOT / "tests/golden/2017"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    root = copy_sample(tmp_path_factory.mktemp("sample"))
    done = arsrapport("build", "2017", "--format", "md", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return root / "build/kontaktutvalet/2017"


@pytest.fixture(scope="module")
def markdown(built) -> str:
    return (built / "kontaktutvalet-2017.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(markdown):
    return reading.parse(markdown.encode())


def golden(name: str) -> list[str]:
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 3
    return lines


def lists_after(page, heading: str):
    """The items of the lists at the top level between a heading and the next."""
    elements = [e for e in page.iter() if re.fullmatch("h[1-6]|ul", str(e.tag))]
    start = next(i for i, e in enumerate(elements) if e.tag != "ul" and reading.words(e) == heading)
    inner = {
        id(below) for e in elements if e.tag == "ul" for below in e.iter("ul") if below is not e
    }
    for element in elements[start + 1 :]:
        if element.tag != "ul":
            return
        if id(element) not in inner:
            yield element.findall("li")


def entry(item) -> tuple[str, list[str]]:
    """An item's own words, and its items in turn."""
    inner = [reading.words(below) for below in item.iterfind("ul/li")]
    whole = reading.words(item)
    return (whole[: whole.index(inner[0])].strip() if inner else whole), inner


def test_nothing_but_the_file_and_its_chart_is_built(built):
    assert sorted(path.name for path in built.iterdir()) == [
        "kontaktutvalet-2017-1.svg",
        "kontaktutvalet-2017.md",
    ]


def test_the_markdown_has_the_outline_of_the_source(page):
    outline = [(level, text) for level, text, _ in reading.outline(page)]
    start, end = outline.index((2, "Føreord")), outline.index((2, "Kolofon"))

    assert outline[:start] == [(1, "Årsrapport 2017"), (2, "Innhald")]
    assert ["  " * (level - 2) + text for level, text in outline[start:end]] == golden("outline")


def test_the_contents_lead_to_every_part_and_numbered_section(page):
    listed = [line.strip() for line in golden("outline") if re.match(r"\S|  4\.\d ", line)]
    names = {name for entry in reading.outline(page) for name in entry.names}
    (items, *_) = lists_after(page, "Innhald")

    found = [reading.links(item) for item in items]
    assert [words for item in found for words, _ in item] == [*listed, "Kolofon"]
    assert {href[1:] for item in found for _, href in item} <= names


def test_the_agenda_lists_are_those_of_the_source(page):
    lists = [entry(item) for items in lists_after(page, "2 Aktivitet") for item in items]

    assert [
        line for head, lines in lists if lines for line in (head, *(f"  {line}" for line in lines))
    ] == golden("agendas")


@pytest.mark.parametrize(("name", "number"), [("seats", 0), ("working-groups", 1)])
def test_the_tables_are_those_of_the_source(page, name, number):
    rows = reading.tables(page)[number]

    assert [" | ".join(row).strip() for row in rows] == golden(name)


def test_the_members_are_those_of_the_source(page):
    (members,) = lists_after(page, "1 Avtale, mandat og representasjon")

    assert [reading.words(item) for item in members] == golden("members")


def byline_after(page, heading: str) -> str:
    elements = [e for e in page.iter() if e.tag in {"h2", "em"}]
    start = next(i for i, e in enumerate(elements) if reading.words(e) == heading)
    return next(reading.words(e) for e in elements[start:] if e.tag == "em")


def test_presence_is_printed_as_the_minutes_have_it(page):
    """But for the next meeting, which stands under the last item: see the next test."""
    expected = [line for line in golden("presence") if not line.startswith("Neste møte")]
    found: list[str] = []
    for _, heading, _ in reading.outline(page):
        if re.match("Vedlegg .: Referat", heading):
            found.append(f"{heading.partition(':')[0]}: {byline_after(page, heading)}")
            for items in lists_after(page, heading):
                for head, lines in map(entry, items):
                    found += [head, *(f"  {line}" for line in lines)]

    assert found == expected


def test_the_next_meeting_stands_last_in_its_minutes(markdown):
    expected = [line.partition(": ")[2] for line in golden("presence") if "Neste møte" in line]

    found = re.findall(r"^- \*\*Neste møte:\*\* (.*)$", markdown, re.MULTILINE)
    assert [line.replace(NBSP, " ") for line in found] == expected


def test_references_have_finished_words_and_lead_somewhere(page):
    found = reading.links(page)

    assert ("Vedlegg B–E", "#meeting-2017-03-15") in found
    assert ("Tabell 1.1", "#table-seats") in found
    assert ("Vedlegg C, sak 1", "#item-2017-05-24-1") in found
    assert reading.dangling(page) == []


def test_it_stands_on_forges_as_it_is_written(page, markdown):
    assert reading.strange(page) == set()
    assert f"Vedlegg{NBSP}B" in markdown
    assert "\r" not in markdown


def test_each_bokmaal_appendix_says_so(page):
    marked = [e for e in page.iter("div") if e.get("lang") == "nb-NO"]

    assert [reading.words(e)[:34] for e in marked] == [
        "Denne teksten er en gjenfortelling",
        "Referat fra møte i Kontaktutvalget",
        "Referat fra møte i Kontaktutvalget",
    ]


def test_one_meetings_minutes_are_a_file_of_their_own(tmp_path):
    root = copy_sample(tmp_path / "sample")

    done = arsrapport("minutes", "2017-03-15", "--format", "md", cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    name = "kontaktutvalet-2017-03-15.md"
    page = reading.parse((root / "build/kontaktutvalet/2017" / name).read_bytes())
    title = "Referat frå møte i Kontaktutvalet for helse- og omsorgsstatistikk og sosialstatistikk"
    items = [line.strip() for line in golden("outline") if line.startswith("  Sak ")][:6]
    assert [(level, text) for level, text, _ in reading.outline(page)] == [
        (1, f"{title} 15. mars 2017"),
        *((2, item) for item in items),
    ]
    assert reading.dangling(page) == []


def test_a_picture_is_written_beside_the_file_that_shows_it(project):
    root = project(
        {
            "arsrapport.yaml": "language: nn\n",
            "meetings/kart/2021/2021-01-01.md": "---\ndate: 2021-01-01\nagenda:\n  - title: Djupner\n---\n\n"
            "## Sak 1\n\nFigur: Kysten\n\n![Ei strandlinje.](2021-01-01-kart.png)\n",
            "meetings/kart/2021/2021-01-01-kart.png": PNG,
        }
    )

    done = arsrapport("build", "2021", "--format", "md", cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    folder = root / "build/kart/2021"
    assert (folder / "kart-2021-1.png").read_bytes() == PNG
    assert "![Ei strandlinje.](kart-2021-1.png)" in (folder / "kart-2021.md").read_text(
        encoding="utf-8"
    )
