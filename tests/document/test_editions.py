"""What an edition makes of withheld passages, wherever they stand."""

import pytest

from arsrapport.document.editions import in_edition
from arsrapport.document.nodes import Footnote, Note, Paragraph, Passage
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.markup.blocks import line_locator, parse_blocks, unwrap

BEGINS = "Internt: Det som følgjer, står ikkje i den offentlege utgåva."
ENDS = "Slutt på det som er internt."


def lines(text, edition, language="nn"):
    """Every paragraph of a text in an edition, remarks in brackets and footnotes after `^`."""
    blocks, faults = parse_blocks(text, line_locator("a.md", 1), base="a.md")
    assert faults == ()
    return [*read(in_edition(unwrap(blocks), edition, language))]


def read(nodes):
    for node in nodes:
        if isinstance(node, Paragraph):
            yield plain_text(node.children)
            for inner, _ in walk(node, "nn"):
                if isinstance(inner, Footnote):
                    yield from (f"^{line}" for line in read(inner.children))
        elif isinstance(node, Note):
            yield from (f"[{line}]" for line in read(node.children))
        else:
            yield from read(getattr(node, "children", ()) or getattr(node, "items", ()))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("A\n\n::: internal\n\nB\n\n:::\n\nC", ["A", f"[{BEGINS}]", "B", f"[{ENDS}]", "C"]),
        # one within another is marked once
        (
            "A\n\n::::: internal\n\nB\n\n:::: nb\n\n::: internal\n\nD\n\n:::\n\n::::\n\n:::::\n\nC",
            ["A", f"[{BEGINS}]", "B", "D", f"[{ENDS}]", "C"],
        ),
        ("A\n\n- C\n\n  ::: internal\n\n  B\n\n  :::", ["A", "C", f"[{BEGINS}]", "B", f"[{ENDS}]"]),
        # where the text of a footnote stands, nothing else is shown
        ("A[^1]\n\n::: internal\n\n[^1]: B\n\n:::\n\nC", ["A", "^Internt: B", "C"]),
        (
            "A\n\n::: internal\n\nB[^1]\n\n[^1]: D\n\n:::\n\nC",
            ["A", f"[{BEGINS}]", "B", "^D", f"[{ENDS}]", "C"],
        ),
    ],
)
def test_a_withheld_passage_is_gone_or_marked(text, inside):
    public = [line for line in inside if line in {"A", "C"}]

    assert lines(text, "public") == public
    assert lines(text, "internal") == inside


def test_the_marks_are_in_the_language_of_the_place():
    text = "::: internal\n\nB\n\n:::\n\n:::: en\n\n::: internal\n\nB\n\n:::\n\n::::"

    assert [line for line in lines(text, "internal", "nb") if "B" not in line] == [
        "[Internt: Det som følger, står ikke i den offentlige utgaven.]",
        "[Slutt på det som er internt.]",
        "[Internal: what follows is not in the public edition.]",
        "[End of what is internal.]",
    ]


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_no_withheld_passage_is_left_for_a_renderer(edition):
    blocks = (Passage((Passage((), internal=True), Passage((), "nb")), internal=True),)

    nodes = [n for b in in_edition(blocks, edition, "nn") for n, _ in walk(b, "nn")]
    assert not any(isinstance(node, Passage) and node.internal for node in nodes)
