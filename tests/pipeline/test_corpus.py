"""The corpus beyond single files: a meeting is laid in a project and the project is checked."""

from pathlib import Path

import pytest

from arsrapport.pipeline.check import check_project
from arsrapport.source.tree import MemoryTree

CORPUS = Path(__file__).parents[1] / "corpus/invalid"
PATH = "meetings/kart/2021/2021-03-10.md"
CASES = sorted(path for path in CORPUS.iterdir() if not path.name.startswith("AR1"))


def test_there_are_cases_of_every_family():
    assert {path.name[:3] for path in CASES} == {"AR2", "AR3", "AR4", "AR5", "AR6"}
    assert len(CASES) > 20


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_meeting_is_told_of_exactly_as_expected(folder):
    tree = MemoryTree({"arsrapport.yaml": b"", PATH: (folder / "input.md").read_bytes()})

    found = [f"{d.place.line}:{d.place.column} {d.code}" for d in check_project(tree).diagnostics]

    expected = (folder / "expected").read_text(encoding="utf-8").splitlines()
    assert folder.name.partition("-")[0] in {line.split()[1] for line in expected}
    assert found == expected
