from datetime import date

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.rules.ignoring import find_ignores
from arsrapport.source.tree import MemoryTree

PATH = "meetings/kart/2021/2021-03-10.md"

FRONT = """\
---
date: 2021-03-10
agenda:
  - title: Kart
---

## Sak 1

"""


def found(body="", project="", front=FRONT, **other):
    files = {"arsrapport.yaml": project, PATH: front + body, **other}
    tree = MemoryTree({path: text.encode() for path, text in files.items()})
    return [
        f"{d.place.line} {d.code}"
        for d in check_project(tree, Checking(as_of=date(2021, 12, 31))).diagnostics
    ]


NOTE = "[^1]: Ingen viser hit.\n\nKartet kom.\n"  # AR412, a warning: a note that nothing refers to


def test_a_comment_above_ignores_what_is_found_in_the_block_below():
    assert found(NOTE) == ["9 AR412"]
    assert found("<!-- arsrapport: ignore AR412 – Slik står det i kjelda. -->\n" + NOTE) == []
    assert found("<!-- arsrapport: ignore AR412 – Slik står det i kjelda. -->\n\n" + NOTE) == []


def test_it_ignores_nothing_further_down():
    body = "<!-- arsrapport: ignore AR412 – grunnen -->\nKartet kom.\n\n" + NOTE

    assert found(body) == ["9 AR122", "12 AR412"]


def test_another_code_is_told():
    assert found("<!-- arsrapport: ignore AR203 – grunnen -->\n" + NOTE) == ["9 AR122", "10 AR412"]


def test_several_codes_have_one_reason():
    body = "<!-- arsrapport: ignore AR412, AR203 – grunnen -->\n" + NOTE

    assert found(body) == ["9 AR122"]


@pytest.mark.parametrize("written", ["", " –", " -", ":", " — "])
def test_without_a_reason_nothing_is_ignored(written):
    assert found(f"<!-- arsrapport: ignore AR412{written} -->\n" + NOTE) == ["9 AR120", "10 AR412"]


@pytest.mark.parametrize("code", ["AR999", "AR41", "412", "x", "AR402", "AR101"])
def test_what_cannot_be_ignored_is_told(code):
    assert found(f"<!-- arsrapport: ignore {code} – grunnen -->\nKart.\n") == ["9 AR121"]


def test_an_error_that_stops_the_report_is_told_whatever_anybody_asks():
    project = "check:\n  ignore:\n    - {code: AR411, reason: Fordi.}\n"

    assert found("Sjå[^9].\n", project) == ["3 AR121", "9 AR411"]
    assert found("<!-- arsrapport: ignore AR411 – x -->\nSjå[^9].\n") == ["9 AR121", "10 AR411"]


@pytest.mark.parametrize(
    ("code", "path", "expected"),
    [
        ("AR412", "", []),
        ("ar4", "", []),
        ("AR412", "meetings/kart", []),
        ("AR412", "meetings/kart/", []),
        ("AR412", PATH, []),
        ("AR412", "meetings/kar", ["9 AR412"]),
        ("AR412", "meetings/kart/2020", ["9 AR412"]),
        ("AR203", "", ["9 AR412"]),
    ],
)
def test_a_project_ignores_in_a_file_in_a_folder_or_everywhere(code, path, expected):
    where = f"      path: {path}\n" if path else ""
    project = f"check:\n  ignore:\n    - code: {code}\n      reason: Fordi.\n{where}"

    assert found(NOTE, project) == expected


def test_a_project_must_give_a_reason():
    assert found(NOTE, "check:\n  ignore:\n    - code: AR412\n") == ["3 AR111", "9 AR412"]


def test_nothing_is_said_of_a_needless_comment_while_a_file_is_broken():
    other = {"meetings/kart/2021/2021-04-10.md": "---\ndate: [\n---\n"}

    told = found("<!-- arsrapport: ignore AR412 – grunnen -->\nKart.\n", **other)

    assert told == ["2 AR105"]


# --- what a comment goes for ----------------------------------------------------------------


def lines_of(text, path="x.yaml"):
    return [(i.code, i.reason, i.first_line, i.last_line) for i in find_ignores(path, text)]


def test_in_yaml_a_comment_alone_goes_for_the_entry_below():
    text = """\
present:
  # arsrapport: ignore AR312 – the minutes say so
  # another remark
  - name: Bo Li
    items: 4

    note: x
  - name: Siv
"""
    assert lines_of(text) == [("AR312", "the minutes say so", 4, 7)]


def test_in_yaml_a_comment_behind_something_goes_for_its_line():
    assert lines_of("a: 1\n- Bo Li  # arsrapport: ignore ar312 - why\nb: 2\n") == [
        ("AR312", "why", 2, 2)
    ]


def test_front_matter_is_yaml_and_the_rest_is_markdown():
    text = """\
---
a: 1 # arsrapport: ignore AR201 – front
# <!-- arsrapport: ignore AR202 – no comment of YAML alone -->
---
# arsrapport: ignore AR203 – a heading
<!-- arsrapport: ignore AR204 – body -->
> one
> two

three
"""
    assert lines_of(text, "x.md") == [("AR201", "front", 2, 2), ("AR204", "body", 7, 8)]


def test_the_end_of_a_file_is_no_place_for_a_comment():
    assert lines_of("a: 1\n# arsrapport: ignore AR201 – x") == [("AR201", "x", 2, 2)]
    assert lines_of("<!-- arsrapport: ignore AR201 – x -->", "x.md") == [("AR201", "x", 1, 1)]


def test_a_file_full_of_beginnings_costs_little():
    assert lines_of("<!-- arsrapport: ignore AR201 – x " * 20_000, "x.md") == []
