"""Counts that nobody writes: what they cost is bounded, and nothing is lost without a word."""

import time

import pytest

from hostile.trial import BUILD, FOLDER, MEETING, built, lay, meeting, refused, start

SUMMARY = f"{FOLDER}/report/summary.md"
HTML = (*BUILD, "--format", "html")
SECONDS = 4
"""What is quadratic takes far longer at these sizes; most take some tenths of a second."""


# --- too deep: told where it is, in minutes and chapters alike -------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Blocks may stand 24 deep. A quote is one level, a list two: itself and its item.
        ("> " * 2_000 + "x", "3:49"),
        (">" * 5_000 + "x", "3:25"),
        ("- " * 2_000 + "x", "3:25"),
        ("1. " * 2_000 + "x", "3:37"),
        ("> - " * 1_000 + "x", "3:33"),
        # What stands in the twelfth item is too deep.
        ("".join(f"{'  ' * n}- x\n" for n in range(100)), "14:25"),
        # Phrases and the like may stand sixteen deep.
        ("[" * 30 + "x" + "]{lang=en}" * 30, "3:17"),
        ("*x " * 100 + "x* " * 100, "3:49"),
    ],
)
def test_what_is_nested_too_deep_is_told(tmp_path, text, place):
    refused(tmp_path, {SUMMARY: f"# Samandrag\n\n{text}\n"}, f"{SUMMARY}:{place} AR418")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- " * 30 + "x", ["10:25"]),
        (f"{'- ' * 30}x\n\n### Ord\n\n{'> ' * 30}x", ["10:25", "14:49"]),
        ("".join(f"{'  ' * n}- x\n" for n in range(30)) + "\n- y", ["21:25"]),
    ],
)
def test_what_is_too_deep_in_a_list_swallows_no_section(tmp_path, text, places):
    refused(tmp_path, {MEETING: meeting(text)}, *(f"{MEETING}:{place} AR418" for place in places))


def test_a_note_that_is_referred_to_without_end_is_told(tmp_path):
    text = "x[^1]" * 2_000 + "\n\n[^1]: " + "ord " * 50_000
    root = lay(tmp_path, {MEETING: meeting(text)}, witness=False)

    ran = start(root, *BUILD)

    assert [told.rpartition(" ")[2] for told in ran.told] == ["AR418"]


def test_a_text_of_more_than_half_a_million_characters_is_not_read(tmp_path):
    files = {MEETING: meeting("x" * 500_000), SUMMARY: f"# Samandrag\n\n{'x' * 1_000_000}\n"}

    refused(tmp_path, files, f"{MEETING}:7:1 AR101", f"{SUMMARY}:1:1 AR607")


# --- as deep and as many as may be: built, and soon ------------------------------------------

MANY = {
    "as deep as lists go": "".join(f"{'  ' * n}- x\n" for n in range(11)),
    "emphases that never end": "*x **y " * 1_500,
    "hundreds of links": "[x](https://x.no) " * 500,
    "hundreds of references": "<meeting:2021-01-01> " * 1_000,
    "hundreds of headings": "### x\n\n" * 500,
    "hundreds of items": "- x\n" * 1_000,
    "hundreds of tables": "|a|\n|-|\n|b|\n\n" * 500,
    "hundreds of rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 1_000,
    "hundreds of notes": "".join(f"x[^{n}] " for n in range(500))
    + "\n\n"
    + "".join(f"[^{n}]: y\n\n" for n in range(500)),
    "hundreds of actions": "".join(f"> **Tiltak A{n}.** x\n> Frist: y\n\n" for n in range(500)),
    "one long word": "x" * 200_000,
    "one long line": "ord " * 40_000,
    "brackets": "[" * 3_000,
    "stars": "a" + "*" * 20_000,
}


@pytest.mark.parametrize("name", MANY)
def test_many_of_anything_are_built_in_time(tmp_path, name):
    began = time.process_time()
    built(tmp_path, {MEETING: meeting(MANY[name])}, *HTML)

    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", ["as deep as lists go", "emphases that never end", "stars"])
def test_typst_takes_them_too(tmp_path, name):
    began = time.process_time()
    built(tmp_path, {MEETING: meeting(MANY[name][:12_000])}, *BUILD, "--format", "pdf")

    assert time.process_time() - began < SECONDS


def test_a_committee_of_hundreds(tmp_path):
    people = [f"Namn{n} Etternamn{n}" for n in range(600)]
    committee = "name: Stor\nmembers:\n" + "".join(
        f"  - {{name: {name}, organisation: Org{n % 300}}}\n" for n, name in enumerate(people)
    )
    present = ["present:", *(f"  - {name}" for name in people)]
    files = {
        "meetings/kart/committee.yaml": committee,
        MEETING: meeting("Tekst.", *present),
    }
    began = time.process_time()
    built(tmp_path, files, *HTML)

    assert time.process_time() - began < SECONDS


def test_a_thousand_faults_are_each_told_in_time(tmp_path):
    text = "\n".join(["[x](file:y)"] * 1_000)
    told = [f"{MEETING}:{line}:1 AR413" for line in range(10, 1_010)]

    refused(tmp_path, {MEETING: meeting(text)}, *told)
