"""The bench runs: what it compares is there, and is what it says."""

import importlib
import json
import re
import subprocess
import sys

import pytest

from arsrapport.load.project import load
from arsrapport.source.tree import MemoryTree


@pytest.fixture
def measure(root, monkeypatch):
    """A module of the bench by its name, found as `python tools/bench.py` finds it."""
    monkeypatch.syspath_prepend(root / "tools")
    return lambda name: importlib.import_module(f"measure.{name}")


def rows(root, part: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, root / "tools/bench.py", part, "--quick", "--json"],
        capture_output=True,
        check=False,
        text=True,
        cwd=root,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout.splitlines()[-1])[part]


def test_the_floors_are_measured(root):
    found = rows(root, "floors")

    assert [row["what"].split(" / ")[0] for row in found] == [
        "--help",
        "build 2017",
        "build 2017 --format html",
    ]
    assert [row["what"] for row in found if not 0.1 < row["ratio"] < 20] == []


def test_a_report_of_each_format_and_size_is_measured(root):
    found = rows(root, "curves")

    assert [(row["format"], row["meetings"]) for row in found] == [
        (format_, meetings)
        for format_ in ("pdf", "html", "docx", "md", "json")
        for meetings in (1, 2)
    ]
    assert [row["ratio"] == 1.0 for row in found] == [True, False] * 5
    assert all(row["MB"] is None or 10 < row["MB"] < 1000 for row in found)


def test_peers_set_the_same_words_and_one_that_is_missing_is_said_to_be(root):
    found = rows(root, "peers")

    assert [row["what"].removesuffix(": not installed") for row in found] == [
        "arsrapport HTML",
        "arsrapport PDF",
        "arsrapport DOCX",
        "pandoc HTML",
        "pandoc DOCX",
        "pandoc, Typst PDF",
        "pandoc, WeasyPrint PDF",
    ]
    assert found[0]["words"] > 1
    for row in found:
        missing = row["what"].endswith(": not installed")
        assert missing or row["words"] is None or 0.98 < row["words"] < 1.25, row


def test_word_files_are_measured_beside_pandoc_s_of_the_same_words(root):
    found = rows(root, "word")
    if found == [{"what": "pandoc DOCX: not installed"}]:
        return

    assert [(row["what"], row["meetings"]) for row in found] == [
        ("2017", 4),
        ("made up", 1),
        ("made up", 2),
    ]
    for row in found:
        assert 0.1 < row["ratio"] < 50
        assert 0.97 < row["words"] < 1.03


def test_checks_of_more_and_more_meetings_are_measured(root):
    found = rows(root, "checking")

    ways = ["cold", "again", "parallel", "yamllint", "check-jsonschema"]
    told = [(row["meetings"], row["what"]) for row in found]
    assert [t for t in told if t[1] in ways[:3]] == [(n, w) for n in (2, 8) for w in ways[:3]]
    assert {what for _, what in told} <= set(ways)
    assert found[0]["ratio"] == 1.0
    # One word of bokmål each, and the last action but one of the year, which nobody followed up.
    assert [row["findings"] for row in found if row["what"] == "cold"] == [2, 2]


def test_the_figures_of_more_and_more_meetings_are_measured(root):
    found = rows(root, "figures")

    assert [(row["what"], row["meetings"], row["actions"]) for row in found] == [
        ("attendance", 2, None),
        ("attendance", 8, None),
        ("ledger", 2, 20),
        ("ledger", 8, 80),
    ]
    assert [row["ratio"] == 1.0 for row in found] == [True, False] * 2


def test_the_committee_that_is_measured_has_what_is_said_of_it(measure):
    figures = measure("figures")
    made = figures.committee(11)

    sat = figures._attendance(made)
    actions = figures._ledger(made)

    # Of eleven people one is away each time; the first has no mandate after half of the meetings,
    # and the last none before.
    assert [s.people for s in sat.sittings] == [10] * 11
    assert {(p.role, p.held) for p in sat.people} >= {("member", 6), ("member", 5), ("member", 11)}
    assert [a.status for a in actions] == ["done"] * 100 + ["open"] * 10


def test_made_up_meetings_differ_and_are_the_same_each_time(measure):
    files = dict(measure("meetings").report_project(40))

    assert files == dict(measure("meetings").report_project(40))
    tree = MemoryTree({name: text.encode() for name, text in files.items()})
    archive, faults = load(tree)
    assert faults == ()
    meetings = archive.committees[0].meetings
    assert {m.first.year for m in meetings} == {2021}
    assert len(meetings) == len({m.first for m in meetings}) == 40
    assert len({tuple(p.name for p in m.present) for m in meetings}) == 40
    assert len({repr(m.items[0].body) for m in meetings}) == 40


def test_there_are_as_many_meetings_as_asked_for(measure, monkeypatch):
    monkeypatch.setattr(measure("meetings"), "A_COMMITTEE", 30)

    in_a_year = [name for name, _ in measure("meetings").report_project(400)]
    of_many_years = [name for name, _ in measure("meetings").archive_project(61)]

    assert len({name for name in in_a_year if name.endswith(".md")}) == 400
    assert len({name for name in of_many_years if name.endswith(".md")}) == 61
    assert sum(name.endswith("committee.yaml") for name in of_many_years) == 3


def test_the_minutes_as_one_text_hold_every_section_once(measure):
    files = dict(measure("meetings").report_project(3))

    text = measure("meetings").bodies(files.items())

    assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 3
    assert text.count("\n## Sak ") == sum(t.count("\n## Sak ") for t in files.values()) > 12
    assert "present:" not in text


def test_words_are_counted_alike_in_markdown_and_html(measure, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<head><title>No</title></head><h1>To ord</h1><p>og <b>to</b> til</p>", "utf-8")
    text = tmp_path / "text.md"
    text.write_text("# To ord\n\nog [to](https://example.org) til[^note-1]\n", "utf-8")

    assert [measure("words").count_words(path) for path in (page, text)] == [5, 5]


def test_what_is_not_known_stands_in_a_table_as_such(measure):
    rows = [{"what": "a", "s": 0.5, "MB": None}, {"what": "bb: not installed"}]

    assert measure("table").table("Title", rows).splitlines() == [
        "Title",
        "what                  s   MB",
        "a                  0.50  n/a",
        "bb: not installed",
    ]
