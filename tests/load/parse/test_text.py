"""Bytes to text: every fault at its line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.parse.text import read_text
from arsrapport.source.tree import MemoryTree, UnreadableError


def read(data: bytes):
    return read_text(MemoryTree({"a.md": data}), "a.md")


def found(diagnostics):
    return [(str(d.place), d.code, dict(d.arguments)) for d in diagnostics]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Møte\n".encode(), "Møte\n", id="utf-8"),
        pytest.param(b"\xef\xbb\xbfa\n", "a\n", id="byte-order mark"),
        pytest.param(b"a\r\nb\r\n", "a\nb\n", id="CRLF"),
        pytest.param(b"a\rb\r", "a\nb\n", id="CR"),
        pytest.param(b"a\r\r\nb", "a\n\nb", id="CR and CRLF"),
        pytest.param(b"a\tb", "a\tb", id="tab"),
        pytest.param(b"", "", id="empty"),
    ],
)
def test_text_is_read_with_lf_and_without_a_byte_order_mark(data, text):
    assert read(data) == (text, ())


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        pytest.param("Møte".encode("latin-1"), "a.md:1:2", "0xf8", id="latin-1"),
        pytest.param(b"a\r\n\xc3\xb8b \xe5r\n", "a.md:2:4", "0xe5", id="columns count characters"),
        pytest.param(b"\xef\xbb\xbfa\xff", "a.md:1:2", "0xff", id="behind a byte-order mark"),
        pytest.param("Møte\n".encode("utf-16"), "a.md:1:1", "0xff", id="UTF-16 with its mark"),
        pytest.param(b"a\n\xc3", "a.md:2:1", "0xc3", id="a letter cut in two"),
        pytest.param(b"a\xed\xa0\x80", "a.md:1:2", "0xed", id="half of a surrogate pair"),
    ],
)
def test_bytes_that_are_not_utf8_are_placed_at_the_first_of_them(data, place, byte):
    text, diagnostics = read(data)

    assert text is None
    assert found(diagnostics) == [(place, "AR102", {"byte": byte})]


def test_of_bytes_that_are_not_utf8_the_first_is_covered():
    (place,) = (diagnostic.place for diagnostic in read("a\nMøte".encode() + b"\xff\xfe")[1])

    assert (place.line, place.column, place.end_line, place.end_column) == (2, 5, 2, 6)


def test_control_characters_are_placed_and_read_as_spaces():
    text, diagnostics = read("a\x0bb\nø\x00\u2028c\n".encode())

    assert text == "a b\nø  c\n"
    assert found(diagnostics) == [
        ("a.md:1:2", "AR116", {"character": "U+000B"}),
        ("a.md:2:2", "AR116", {"character": "U+0000"}),
        ("a.md:2:3", "AR116", {"character": "U+2028"}),
    ]


def test_a_file_full_of_control_characters_is_no_text():
    text, diagnostics = read("date: 2017-03-15\n".encode("utf-16-le") * 3)

    assert text is None
    assert len(diagnostics) == 20


@pytest.mark.parametrize("reason", ["missing", "outside", "unreadable", "too-large"])
def test_a_file_that_cannot_be_read_says_why(reason):
    class Tree:
        def paths(self):
            return ()

        def read(self, path):
            raise UnreadableError(path, reason)

    text, diagnostics = read_text(Tree(), "b.md")

    assert text is None
    assert found(diagnostics) == [("b.md:1:1", "AR101", {"reason": reason})]


def test_a_text_may_be_two_million_bytes_and_no_more():
    assert read(b"a" * 2_000_000)[1] == ()
    assert found(read(b"a" * 2_000_001)[1]) == [("a.md:1:1", "AR101", {"reason": "too-large"})]


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_fault_inside_the_file(data):
    text, diagnostics = read(data)

    assert text is not None or diagnostics
    if text is not None:
        assert not set(text) & {"\r", "\x00", "\x0b"}
    lines = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in diagnostics:
        assert 1 <= diagnostic.place.line <= len(lines)
        assert 1 <= diagnostic.place.column <= len(lines[diagnostic.place.line - 1]) + 1
