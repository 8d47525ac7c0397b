"""Byte-order marks and line ends."""

import pytest

from arsrapport.rules.files.encoding import unseen
from arsrapport.source.edits import apply

MARK = "\ufeff"


def found(data):
    return [
        (str(d.place), d.place.end_line, d.code, dict(d.arguments))
        for d in unseen("a.md", data.encode())
    ]


def mended(data):
    edits = [edit for d in unseen("a.md", data.encode()) for edit in d.edits]
    return apply(edits, data.encode()).decode()


@pytest.mark.parametrize(
    "data",
    ["", "a", "a\n", "a\nb", "a\n\nb\n", "a\r\n", "a\r\n\r\nb", "a\u2028b\x0b\n", f"a{MARK}\n"],
)
def test_a_file_without_a_mark_and_with_lines_that_end_alike_is_fine(data):
    assert found(data) == []


def test_a_mark_is_told_and_taken_away():
    assert found(f"{MARK}a\r\n") == [("a.md:1:1", 0, "AR117", {})]
    assert mended(f"{MARK}a\r\n") == "a\r\n"


@pytest.mark.parametrize(
    ("data", "place", "ends", "right"),
    [
        ("a\nb\nåø\r\nc\n", "a.md:3:3", {"found": "CRLF", "usual": "LF"}, "a\nb\nåø\nc\n"),
        ("a\r\nb\r\n\nc", "a.md:3:1", {"found": "LF", "usual": "CRLF"}, "a\r\nb\r\n\r\nc"),
        ("a\nb\r\n", "a.md:2:2", {"found": "CRLF", "usual": "LF"}, "a\nb\n"),
        ("a\rb\rc", "a.md:1:2", {"found": "CR", "usual": "LF"}, "a\nb\nc"),
        ("a\r\nb\rc", "a.md:2:2", {"found": "CR", "usual": "CRLF"}, "a\r\nb\r\nc"),
        ("a\r\r\r\nb\r\n", "a.md:1:2", {"found": "CR", "usual": "CRLF"}, "a\r\n\r\n\r\nb\r\n"),
        (f"{MARK}å\rb\n", "a.md:1:2", {"found": "CR", "usual": "LF"}, "å\nb\n"),
    ],
)
def test_the_first_line_end_of_another_kind_is_told_and_all_are_made_as_most_are(
    data, place, ends, right
):
    line = int(place.split(":")[1])

    assert found(data)[-1] == (place, line + 1, "AR118", ends)
    assert mended(data) == right
    assert found(right) == []


def test_of_a_file_that_is_no_text_nothing_is_told():
    assert list(unseen("a.md", MARK.encode() + b"\xff\r\n\n")) == []
    assert list(unseen("a.md", "Møte\r\n".encode("utf-16"))) == []
