"""The corpus: whole files that are right, and whole files with one kind of fault.

A case is a file: `valid/<kind>[-<name>].md|yaml`, where the kind says what it is read as; or a
folder `invalid/<code>-<name>/` with `input.md` (a meeting) or `input.yaml` (a committee) and
`expected`, lines of `line:column code` in the order they are found. Only what can be seen in one file
alone is judged here: AR1xx.
"""

from functools import partial
from pathlib import Path

import pytest

from arsrapport.diagnostics import FOUND_BY_BUILD
from arsrapport.load.parse.parsed import (
    parse_chapter,
    parse_committee,
    parse_follow_up,
    parse_meeting,
    parse_project,
    parse_register,
    parse_report,
    parse_yaml,
)
from arsrapport.model.files.theme import ThemeFile
from arsrapport.source.tree import FolderTree

CORPUS = Path(__file__).parents[1] / "corpus"
PARSERS = {
    "meeting": parse_meeting,
    "chapter": parse_chapter,
    "committee": parse_committee,
    "register": parse_register,
    "report": parse_report,
    "follow-up": parse_follow_up,
    "project": parse_project,
    "theme": partial(parse_yaml, ThemeFile),
}
INPUTS = {"input.md": parse_meeting, "input.yaml": parse_committee}

VALID = sorted(path for path in (CORPUS / "valid").iterdir() if path.suffix in {".md", ".yaml"})
INVALID = sorted(path.parent for path in (CORPUS / "invalid").glob("AR1??-*/input.*"))


def kind_of(path):
    return next(kind for kind in PARSERS if path.stem == kind or path.stem.startswith(f"{kind}-"))


def test_there_are_cases_of_every_kind_and_code():
    assert {kind_of(path) for path in VALID} == set(PARSERS)
    codes = {path.name.partition("-")[0] for path in INVALID}
    # AR101 is a file that cannot be read: there is none to lay in a folder.
    assert codes == {code for code in FOUND_BY_BUILD if code.startswith("AR1")} - {"AR101"}
    assert len(INVALID) > 30


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_a_valid_file_is_read_without_a_word(path):
    parsed, diagnostics = PARSERS[kind_of(path)](FolderTree(path.parent), path.name)

    assert diagnostics == ()
    assert parsed is not None


@pytest.mark.parametrize("folder", INVALID, ids=lambda path: path.name)
def test_an_invalid_file_is_told_of_exactly_as_expected(folder):
    (name,) = (path.name for path in folder.iterdir() if path.name != "expected")
    _, diagnostics = INPUTS[name](FolderTree(folder), name)

    expected = (folder / "expected").read_text(encoding="utf-8").splitlines()
    assert folder.name.partition("-")[0] in {line.split()[1] for line in expected}
    assert [f"{d.place.line}:{d.place.column} {d.code}" for d in diagnostics] == expected
