"""Blocks as plain text: each kind of block and of words, from Markdown as it is written."""

import pytest

from arsrapport.export.words import text_of
from arsrapport.load.link.outcomes import read_outcomes
from arsrapport.markup.blocks import line_locator, parse_blocks, unwrap


def words(markdown: str) -> str:
    blocks, diagnostics = parse_blocks(markdown, line_locator("m.md", 1), base="m.md")
    assert diagnostics == ()
    return text_of(unwrap(blocks))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", ""),
        ("Ei line\nog ei til.\n\nNytt avsnitt.", "Ei line og ei til.\n\nNytt avsnitt."),
        ("*A* **b** `c` [d]{lang=en}", "A b c d"),
        ("A\\\nB", "A\nB"),
        ("[ord](https://a.example/b)", "ord <https://a.example/b>"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("www.a.example", "www.a.example"),
        (
            "Sjå <meeting:2017-03-15> og [der](item:2017-03-15/2).",
            "Sjå <meeting:2017-03-15> og der.",
        ),
        ("A[^1]\n\n[^1]: B *c*.", "A [B c.]"),
        ("### Tittel\n\nTekst", "Tittel\n\nTekst"),
        ("- a\n- b\n  - c\n\n    d", "- a\n- b\n  - c\n    d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> A\n>\n> B", "A\n\nB"),
        ("::: nb\n\nA\n\n:::", "A"),
        (
            "Tabell t: Tal\n\n| a | b |\n|---|---|\n| 1<br>2 | 3 |\n\nKjelde: X",
            "Tal\n\na | b\n1 2 | 3\n\nKjelde: X",
        ),
        ("Figur f: Kart\n\n![Kysten](kart.png)\n\nKjelde: X", "Kart\n\nKysten\n\nKjelde: X"),
    ],
)
def test_what_is_written_is_read_as_plain_text(markdown, expected):
    assert expected == words(markdown)


def test_the_lines_that_close_an_action_stand_below_one_another():
    text = "> **Tiltak.** Gjer det.\n> Ansvar: Bo Li\n> Frist: i dag\n"
    blocks, _ = parse_blocks(text, line_locator("m.md", 1), base="m.md")
    printed, _, _ = read_outcomes(blocks, "nn")

    assert text_of(printed) == "Tiltak. Gjer det.\n\nAnsvar: Bo Li\nFrist: i dag"
