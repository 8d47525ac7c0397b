"""The corpus beyond single files: a meeting, or a small project, is checked as a whole.

A case is a folder `invalid/<code>-<name>/` with `expected` and
  - `input.md`, which is laid in a project that holds nothing else: lines of `line:column code`; or
  - `project/`, the files of a project: lines of `path:line:column-line:column code name=value …`,
    with the arguments by name. Its day is the last of 2021.
"""

from datetime import date
from pathlib import Path

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import FolderTree, MemoryTree

CORPUS = Path(__file__).parents[1] / "corpus/invalid"
PATH = "meetings/kart/2021/2021-03-10.md"
CASES = sorted(path for path in CORPUS.iterdir() if (path / "input.md").exists())
MEETINGS = [path for path in CASES if not path.name.startswith("AR1")]
PROJECTS = sorted(path for path in CORPUS.iterdir() if (path / "project").is_dir())


def expected_of(folder):
    lines = (folder / "expected").read_text(encoding="utf-8").splitlines()
    assert any(folder.name.partition("-")[0] in line.split() for line in lines)
    return lines


def line_of(diagnostic):
    place = diagnostic.place
    end = f"-{place.end_line}:{place.end_column}" if place.end_line else ""
    arguments = [f"{name}={value}" for name, value in diagnostic.arguments]
    return " ".join([f"{place}{end}", diagnostic.code, *arguments])


def test_there_are_cases_of_every_family():
    assert {path.name[:3] for path in MEETINGS} == {"AR2", "AR3", "AR4", "AR5", "AR6"}
    assert len(MEETINGS) > 20


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda path: path.name)
def test_a_meeting_is_told_of_exactly_as_expected(folder):
    tree = MemoryTree({"arsrapport.yaml": b"", PATH: (folder / "input.md").read_bytes()})

    found = [f"{d.place.line}:{d.place.column} {d.code}" for d in check_project(tree).diagnostics]

    assert found == expected_of(folder)


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_a_project_is_told_of_exactly_as_expected(folder):
    tree = FolderTree(folder / "project")

    found = check_project(tree, Checking(as_of=date(2021, 12, 31))).diagnostics

    assert [line_of(diagnostic) for diagnostic in found] == expected_of(folder)
