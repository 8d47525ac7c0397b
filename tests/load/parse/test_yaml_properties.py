"""Whatever a file holds: no exception, and every place lies inside the file."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from arsrapport.load.parse.front_matter import split_optional
from arsrapport.load.parse.parsed import (
    parse_chapter,
    parse_committee,
    parse_follow_up,
    parse_meeting,
    parse_project,
    parse_register,
    parse_report,
)
from arsrapport.load.parse.yaml_reader import read_yaml
from arsrapport.source.tree import MemoryTree

PARSERS = [
    parse_chapter,
    parse_committee,
    parse_follow_up,
    parse_meeting,
    parse_project,
    parse_register,
    parse_report,
]

PIECES = st.sampled_from(
    [
        *"abø:-#[]{},?&*!|>%@`'\"~\\\n ",
        *(
            "a: ",
            "- ",
            ": ",
            " #",
            " #x",
            "\n  ",
            "\n    ",
            "---\n",
            "...\n",
            "\t",
            "title: ",
            "\\n",
        ),
        *("date: ", "agenda:", "name: ", "present:", "2017-03-15", "\n- a: ", "\n  b: ", "{a: b}"),
        *(
            "\\u0007",
            "\ud800",
            "\x00",
            "\u2028",
            "%YAML 1.1\n",
            "!!str ",
            "&a ",
            "*a",
            '"x"',
            "<<: ",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


def places_of(positions):
    yield positions.value
    if positions.key:
        yield positions.key
    for child in positions.children.values():
        yield from places_of(child)


def assert_inside(place, lines):
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    if place.end_line:
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_line <= len(lines)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


@settings(max_examples=1_500)
@given(TEXTS)
def test_any_text_is_read_or_told_of_and_places_lie_inside_it(text):
    document, diagnostics = read_yaml(text, "a.yaml")

    assert document is not None or diagnostics
    lines = text.split("\n")
    for diagnostic in diagnostics:
        assert_inside(diagnostic.place, lines)
    if document is not None:
        for place in places_of(document.positions):
            assert_inside(place, lines)


def shape(positions, value):
    """The data again, from the positions alone and what stands at them."""
    if isinstance(value, dict):
        return {key: shape(positions.children[key], value[key]) for key in positions.children}
    if isinstance(value, list):
        return [shape(positions.children[index], entry) for index, entry in enumerate(value)]
    return value


@settings(max_examples=600)
@given(TEXTS)
def test_what_is_read_without_a_fault_is_what_pyyaml_reads(text):
    """BaseLoader takes every scalar as text; it only knows no empty value."""
    document, diagnostics = read_yaml(text, "a.yaml")
    if document is None or diagnostics:
        return

    assert shape(document.positions, document.value) == document.value
    expected = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - builds nothing but texts
    assert blank(document.value) == blank(expected)


def blank(value):
    if isinstance(value, dict):
        return {key: blank(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [blank(entry) for entry in value]
    return value or ""


KEYS = [
    *("date", "agenda", "name", "title", "present", "by", "from", "to", "minutes", "nn", "[key]"),
    *("organisations", "members", "seats", "follow_up", "action", "period"),
]
VALUES = st.recursive(
    st.none() | st.text("abø :#-\"'\n\\", max_size=8) | st.sampled_from(["2017-03-15", "nn", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200)
@given(VALUES, st.booleans())
def test_any_data_is_a_file_or_told_of_inside_it(value, flow):
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    text = text.replace("null", "")
    assert_parsed(f"---\n{text}---\n".encode())
    assert_parsed(text.encode())


@settings(max_examples=200)
@given(st.binary(max_size=60) | TEXTS.map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_are_a_file_or_told_of(data):
    assert_parsed(data)
    assert_parsed(b"---\n" + data + b"\n---\n")


def assert_parsed(data):
    tree = MemoryTree({"a": data})
    lines = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for parse in PARSERS:
        parsed, diagnostics = parse(tree, "a")
        assert parsed is not None or diagnostics
        assert len({(d.code, d.place, d.arguments) for d in diagnostics}) == len(diagnostics)
        for diagnostic in diagnostics:
            assert_inside(diagnostic.place, lines)
        if parsed is not None and parsed.body:
            assert split_optional(data.decode(), "a")[0] is not None
