"""Every code is explained in three languages, and its example is tried in the corpus."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import arsrapport
from arsrapport.diagnostics import CODES
from arsrapport.language.catalogue import FAMILIES
from arsrapport.language.explanations import example, explanation
from arsrapport.language.languages import LANGUAGES
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import FolderTree, MemoryTree

DATA = Path(arsrapport.__file__).parent / "language"
CORPUS = Path(__file__).parents[1] / "corpus/invalid"
LONE_FILES = {
    "input.md": "meetings/kart/2021/2021-03-10.md",
    "input.yaml": "meetings/kart/committee.yaml",
}
NOT_TEXT = {"AR102", "AR904", "AR910", "AR911"}
"""Codes of what cannot be written down: bytes that are no UTF-8, and fonts."""


def table(name):
    path = DATA / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def tables(folder):
    return {family: table(f"{folder}/{family}") for family in FAMILIES.values()}


def files_of(case):
    """The project that a case is tried in, by path."""
    folder = CORPUS / case
    if (folder / "project").is_dir():
        tree = FolderTree(folder / "project")
        return {path: tree.read(path) for path in tree.paths()}
    (name,) = (path.name for path in folder.iterdir() if path.name != "expected")
    return {"arsrapport.yaml": b"", LONE_FILES[name]: (folder / name).read_bytes()}


def file_of(shown):
    """The file that the excerpt stands in; None where its name is what is wrong."""
    if shown.file:
        return shown.file
    files = files_of(shown.case)
    return next((path for path in LONE_FILES.values() if len(files) == 2 and path in files), None)


def codes_found(files):
    checking = Checking(as_of=date(2021, 12, 31))
    return {
        diagnostic.code for diagnostic in check_project(MemoryTree(files), checking).diagnostics
    }


CASES = {path.name.partition("-")[0] for path in CORPUS.iterdir()}
EXAMPLES = {code: shown for code in CODES if (shown := example(code)) is not None}


# --- explanations ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_in_every_language_and_no_other_is(language):
    explained = {
        family: list(entries) for family, entries in tables(f"explanations/{language}").items()
    }

    assert explained == {
        family: [code for code in CODES if code[2] == figure] for figure, family in FAMILIES.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_whole_sentences_and_no_more(code, language):
    told = explanation(language, code)

    for text in (told.what, told.why):
        assert text == " ".join(text.split())
        assert text[0].isupper() or not text[0].isalpha() or re.match(r"[\w-]+\.\w", text)
        assert text.endswith(".")
        assert len(text) < 400


def test_what_an_explanation_says_differs_between_the_languages():
    same = [
        code
        for code in CODES
        if len({explanation(language, code).what for language in LANGUAGES}) < len(LANGUAGES)
    ]

    assert same == []


# --- examples -------------------------------------------------------------------------------


def test_every_code_that_has_a_case_has_an_example_and_no_other_has():
    assert set(EXAMPLES) == CASES - NOT_TEXT


def test_the_examples_stand_in_their_families_in_order():
    assert {family: list(entries) for family, entries in tables("examples").items()} == {
        family: [code for code in EXAMPLES if code[2] == figure]
        for figure, family in FAMILIES.items()
    }


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_is_of_a_case_of_its_own_code(code):
    assert EXAMPLES[code].case.partition("-")[0] == code


@pytest.mark.parametrize("code", EXAMPLES)
def test_what_is_wrong_is_found_and_what_is_right_is_not(code):
    shown = EXAMPLES[code]
    files, path = files_of(shown.case), file_of(shown)
    assert code in codes_found(files)

    if path is None:
        files[shown.right.strip()] = files.pop(shown.wrong.strip())
    else:
        text = files[path].decode()
        assert text.count(shown.wrong) == 1
        files[path] = text.replace(shown.wrong, shown.right).encode()

    assert code not in codes_found(files)
