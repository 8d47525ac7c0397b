"""Fonts: what a file says of itself, as Typst and fontTools' makers mean it, and nothing crashes."""

import random

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.theme.fonts import LETTERS, SIZE_LIMIT, FontFile, read_font
from arsrapport.source.tree import builtin_folder
from conftest import ROOT
from themed import THEMES

SHIPPED = sorted((builtin_folder() / "fonts").glob("*.ttf"))
OWN = sorted(THEMES.glob("*/fonts/*.ttf"))
LACKING = ROOT / "tests/corpus/invalid/AR905-a-font-without-norwegian-letters/project/theme/fonts"


def test_there_are_fonts():
    assert (len(SHIPPED), len(OWN)) == (8, 8)


@pytest.mark.parametrize("path", [*SHIPPED, *OWN], ids=lambda path: path.name)
def test_a_font_is_what_typst_says_it_is(path, tmp_path):
    (tmp_path / path.name).write_bytes(path.read_bytes())
    (known,) = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(tmp_path)]
    ).fonts()

    found = read_font(path.read_bytes())

    assert isinstance(found, FontFile)
    assert found.names[-1] == known.family
    assert (found.weight, found.is_italic) == (known.weight, known.style == "italic")
    assert found.lacking == ""
    assert not found.is_variable


@pytest.mark.parametrize(
    ("name", "breadth"),
    [("SourceSansPro-Regular", 1.0), ("SourceSerifPro-Regular", 1.06), ("HavSans-Regular", 1.28)],
)
def test_a_font_is_as_broad_as_its_letters_or_figures(name, breadth):
    (path,) = (path for path in [*SHIPPED, *OWN] if path.stem == name)

    assert read_font(path.read_bytes()).breadth == pytest.approx(breadth, abs=0.01)


def test_the_letters_that_a_font_lacks_are_told():
    (path,) = LACKING.glob("*.ttf")

    assert read_font(path.read_bytes()).lacking == "æøåÆØÅéÉ"


def test_what_is_needed_is_what_norwegian_needs():
    assert set("æøåÆØÅ«»–") < set(LETTERS)


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"", "broken"),
        (b"<!DOCTYPE html>", "broken"),
        (b"OTTO", "broken"),
        (b"\0\1\0\0\xff\xff" + b"\xff" * 100, "broken"),
        (b"ttcf" + b"\0" * 100, "collection"),
        (b"wOFF" + b"\0" * 100, "broken"),
        (b"\0\1\0\0" + b"\0" * SIZE_LIMIT, "large"),
    ],
)
def test_what_is_no_font_is_told(data, flaw):
    assert read_font(data) == flaw


def test_a_font_that_was_not_copied_whole_is_told():
    assert [read_font(path.read_bytes()[:-100]) for path in OWN] == ["broken"] * len(OWN)


def test_a_font_that_may_not_be_embedded_is_told():
    data = bytearray(OWN[0].read_bytes())
    entry = data.index(b"OS/2")
    table = int.from_bytes(data[entry + 8 : entry + 12])
    data[table + 8 : table + 10] = (2).to_bytes(2)

    assert read_font(bytes(data)) == "licence"


@given(st.integers(0, 2**32), st.integers(1, 40), st.integers(0, 20_000))
def test_no_bytes_break_the_reader(seed, changes, cut):
    chance = random.Random(seed)
    data = bytearray(OWN[seed % len(OWN)].read_bytes())
    for _ in range(changes):
        data[chance.randrange(chance.choice((300, 3000, len(data))))] = chance.randrange(256)

    for each in (bytes(data), bytes(data[:cut])):
        found = read_font(each)
        assert isinstance(found, FontFile) or found in {"broken", "collection", "licence"}
