"""Hostile YAML: refused where it begins to cost, and never slow."""

import time

import pytest

from arsrapport.load.parse import yaml_builder
from arsrapport.load.parse.yaml_reader import LENGTH_LIMIT, read_yaml

SECONDS = 15
"""Far above what any of these takes (a second), far below what a bomb or a square would."""

LONG = 100_000


def found(text):
    started = time.process_time()
    _, diagnostics = read_yaml(text, "a.yaml")
    assert time.process_time() - started < SECONDS
    return [(f"{d.place.line}:{d.place.column}", d.code, dict(d.arguments)) for d in diagnostics]


def test_collections_may_be_twenty_deep_and_no_more():
    document, diagnostics = read_yaml("[" * 20 + "]" * 20, "a.yaml")
    assert diagnostics == ()
    depth, value = 0, document.value
    while isinstance(value, list):
        depth, value = depth + 1, value[0] if value else None
    assert depth == 20

    assert found("[" * 21 + "]" * 21) == [("1:21", "AR107", {"limit": "depth"})]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * LENGTH_LIMIT, "1:21"),
        ("{a: " * 100_000, "1:81"),
        ("- " * 200_000, "1:41"),
        ("? " * 200_000, "1:41"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(600)), "21:21"),
    ],
    ids=["lists", "mappings", "entries", "keys", "indented"],
)
def test_endless_depth_is_refused_at_once(text, place):
    assert found(text[:LENGTH_LIMIT]) == [(place, "AR107", {"limit": "depth"})]


def test_a_text_may_have_so_many_nodes_and_no_more(monkeypatch):
    assert yaml_builder.NODE_LIMIT == 100_000
    monkeypatch.setattr(yaml_builder, "NODE_LIMIT", 10)
    assert found("{a: b, c: [d, e], f: g, h: }") == [("1:27", "AR107", {"limit": "nodes"})]
    assert found("{a: b, c: [d, e], f: g}") == []

    assert found("[&a x, *a, !x y, [], {}, a, a, a, a, a]")[-1] == (
        "1:38",
        "AR107",
        {"limit": "nodes"},
    )


def test_a_text_may_have_half_a_million_characters_and_no_more():
    assert found("# " + "ø" * (LENGTH_LIMIT - 2)) == []
    assert found("# " + "ø" * (LENGTH_LIMIT - 1)) == [("1:1", "AR107", {"limit": "length"})]


def test_a_billion_laughs_are_not_laughed():
    text = "a: &a [ha]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    document, _ = read_yaml(text, "a.yaml")

    assert document.value["i"] == ["*h"] * 9
    assert {code for _, code, _ in found(text)} == {"AR106"}


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "x" * LONG,
        "a: " + "x y " * LONG,
        'a: "' + "x\\n" * LONG,
        "a: |\n" + "  x\n" * LONG,
        "#\n" * LONG,
        "a: b" + " #" * LONG,
        "a: b" + " #x" * LONG,
        "a: b: c\n" + " " * 4 * LONG,
        "a: b: c\n" + (" " * 5_000 + "x\n") * 20,
        "a: " + "b: " * LONG,
        "- a #x\n" * LONG,
        "- a: b: c\n" * LONG,
        "- a: b: c\n" * 2_000,
        "a: b\n" * LONG,
        "a: b\n" + " - " * LONG + "x: y",
        "a: b\n " + "- " * (LONG // 4) + "x: y",
        "%YAML 1." + "1" * LONG,
        "&" + "a" * LONG,
        "!" + "a" * LONG,
        "- &a x\n" * LONG,
        "- *a\n" * LONG,
        "a" * LONG + ": b",
        "{" + "?," * LONG,
        "\n" * LONG,
        "---\n" * LONG,
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_no_text_takes_long_or_is_told_of_endlessly(text):
    diagnostics = found(text[: 4 * LONG] if " " * LONG in text else text[:LONG])

    assert len(diagnostics) <= 100
    assert max((len(str(d)) for d in diagnostics), default=0) < 2_000


def test_a_long_text_is_mended_fewer_times_than_a_short_one():
    """Each pass reads the whole text; together they read no more than the longest one allowed."""
    line = "- a: b: c\n"

    assert len(found(line * 30)) == 21
    assert len(found(line * (LENGTH_LIMIT // len(line) // 2))) == 3


def test_a_file_with_endless_faults_tells_a_hundred():
    assert len(found("- a #x\n" * 100 + "- {b: c, b: d}\n" * 100)) == 100
