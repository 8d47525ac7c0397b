"""The two parts of a file, and where each begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.load.parse.front_matter import Split, split, split_optional


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\n\n# C\n", Split("a: b\n", "\n# C\n", 2, 4)),
        ("---\n---\nbody", Split("", "body", 2, 3)),
        ("---\n---", Split("", "", 2, 3)),
        ("---  \n# c\n--- \t\nbody\n---\n", Split("# c\n", "body\n---\n", 2, 4)),
        ("---\na: ---b\n ---\n----\n---\n", Split("a: ---b\n ---\n----\n", "", 2, 6)),
    ],
)
def test_front_matter_stands_between_two_lines_of_dashes(text, parts):
    assert split(text, "m.md") == (parts, ())


@pytest.mark.parametrize(
    "text", ["", "\n---\na: b\n---\n", "# Title\n", "----\n", " ---\n", "---a"]
)
def test_a_first_line_that_is_not_dashes_is_no_front_matter(text):
    parts, (diagnostic,) = split(text, "m.md")

    assert parts is None
    assert (diagnostic.code, str(diagnostic.place)) == ("AR103", "m.md:1:1")
    assert split_optional(text, "m.md") == (Split("", text, 1, 1), ())


@pytest.mark.parametrize("read", [split, split_optional])
@pytest.mark.parametrize("text", ["---", "---\n", "---\na: b\n--\n# ---\n"])
def test_front_matter_that_is_never_closed_is_told_where_it_begins(text, read):
    parts, (diagnostic,) = read(text, "m.md")

    assert parts is None
    assert (diagnostic.code, str(diagnostic.place)) == ("AR104", "m.md:1:1")


@given(st.text("-\na ", max_size=40))
def test_the_lines_of_the_parts_are_lines_of_the_file(text):
    parts, _ = split(text, "m.md")
    if parts is None:
        return

    lines = text.split("\n")
    assert parts.front == "".join(line + "\n" for line in lines[1 : parts.body_line - 2])
    assert parts.body == "\n".join(lines[parts.body_line - 1 :])
