"""docs/rules.md is what the registry, the catalogues and the corpus say."""

import importlib
import re

import pytest

from arsrapport.diagnostics import CODES


@pytest.fixture
def rules(root, monkeypatch):
    """The script, found as `python tools/rules.py` finds it."""
    monkeypatch.syspath_prepend(root / "tools")
    return importlib.import_module("rules")


def test_the_page_is_current(rules):
    """When it is not: `python tools/rules.py`."""
    assert rules.page() == rules.PAGE.read_text(encoding="utf-8")


def test_every_code_has_its_section_and_a_link_to_it(rules):
    page = rules.page()

    assert re.findall(r"^### (AR\d{3})$", page, flags=re.MULTILINE) == list(CODES)
    assert re.findall(r"\[AR\d{3}\]\(#ar(\d{3})\)", page) == [code[2:] for code in CODES]


def test_every_family_has_its_section_and_a_link_to_it(rules):
    page = rules.page()

    prose = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^## (.*)$", prose, flags=re.MULTILINE)[2:]
    links = re.findall(r"^- \[(.*?)\]\(#(.*?)\):", page, flags=re.MULTILINE)
    assert [title for title, _ in links] == headings
    assert [anchor for _, anchor in links] == [h.lower().replace(" ", "-") for h in headings]


def test_words_are_shown_as_they_stand_and_never_read_as_markdown(rules):
    assert rules._plain("**bold** or <meeting:a_b> [x] # 1") == (
        r"\*\*bold\*\* or \<meeting:a\_b\> \[x\] \# 1"
    )
    assert rules._plain("the key `a_b` of <x>") == r"the key `a_b` of \<x\>"


def test_an_example_with_a_fence_in_it_stays_whole(rules):
    assert list(rules._fenced("a\n````\nb\n")) == ["`````text", "a", "````", "b", "`````"]
