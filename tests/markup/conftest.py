"""Markdown in, nodes out: what all tests of this room begin with."""

import pytest
from msgspec.structs import replace

from arsrapport.document.walk import map_children
from arsrapport.markup.blocks import line_locator, parse_blocks

PATH = "meetings/kart/2021/m.md"


def parse_file(text, **options):
    return parse_blocks(text, line_locator(PATH, 1), base=PATH, **options)


def without_place(node, language="nn"):
    node = map_children(node, language, without_place)
    found = {key: None for key in ("place", "defined") if getattr(node, key, None)}
    return replace(node, **found) if found else node


@pytest.fixture(scope="session")
def parse():
    """Parse a text as the body of a meeting's file: blocks and diagnostics."""
    return parse_file


@pytest.fixture(scope="session")
def read():
    """Parse a text in which nothing is wrong: its blocks, without places."""

    def blocks_of(text, **options):
        blocks, diagnostics = parse_file(text, **options)
        assert diagnostics == ()
        return tuple(map(without_place, blocks))

    return blocks_of


@pytest.fixture(scope="session")
def faults():
    """Parse a text: code, line, column and arguments of what is wrong."""

    def faults_of(text, **options):
        _, diagnostics = parse_file(text, **options)
        assert {found.place.path for found in diagnostics} <= {PATH}
        return [
            (found.code, found.place.line, found.place.column, dict(found.arguments))
            for found in diagnostics
        ]

    return faults_of


@pytest.fixture(scope="session")
def bare():
    """Take the places away, where another test is about them."""
    return lambda blocks: tuple(map(without_place, blocks))
