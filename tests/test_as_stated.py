"""The facts of the sources, entered as the sources state them: slips, variants and all.

`as_stated/` is a project with the people, agendas, actions and dues of Notater 2018/35 and of the
minutes of 2015 and 2018, and no register of people that mends them. `expected` was written by hand
from the sources; what contradicts what, and where, stands there.
"""

from datetime import date

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import FolderTree
from conftest import ROOT

FOLDER = ROOT / "tests/as_stated"
DAY = date(2019, 3, 19)
"""The last day of which the sources tell: that of the status in item 0 of the minutes of 2018."""


def listed(name: str) -> list[str]:
    """Return the lines of a file that are findings."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def found() -> list[str]:
    """What `check` finds: place, code and the words that the place covers."""
    checked = check_project(FolderTree(FOLDER), Checking(as_of=DAY))
    return [told(diagnostic, checked.texts) for diagnostic in checked.diagnostics]


def told(diagnostic, texts) -> str:
    place = diagnostic.place
    line = texts[place.path].split("\n")[place.line - 1]
    end = place.end_column - 1 if place.end_line == place.line else None
    return f"{place.path}:{place.line} {diagnostic.code} {line[place.column - 1 : end]}"


def test_every_contradiction_that_a_rule_names_is_found_where_it_stands(found):
    assert [line for line in listed("expected") if line not in found] == []


def test_nothing_is_found_that_is_not_expected(found):
    assert [line for line in found if line not in listed("expected")] == []


def test_each_is_found_once_and_expected_once(found):
    assert len(listed("expected")) == len(set(listed("expected")))
    assert len(found) == len(set(found))


@pytest.mark.parametrize("line", listed("missed"))
def test_what_is_known_to_be_missed_still_is(found, line):
    place, code, words = line.split(" ", 2)
    path, number = place.split(":")

    assert words in (FOLDER / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert [other for other in found if other.startswith(f"{place} {code} ")] == []
