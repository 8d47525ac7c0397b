"""Whatever a text holds, it costs little and nothing fails."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.document.nodes import Code, Hole, Link, Paragraph, Quote, Reference, Text
from arsrapport.document.walk import walk
from arsrapport.markup.addresses import SCHEMES
from arsrapport.markup.blocks import TEXT_LIMIT, captioned, line_locator, parse_blocks, unwrap

PIECES = [
    "a", "b ", "ø", " ", "    ", "\t", "\n", "\n\n", "\r", "> ", "- ", "1. ", "# ", "#### ", "*", "**", "_", "`", "```\n", "~~~\n",
    "[", "]", "(", ")", "![", "](", "](x.png)", "](meeting:1)", "](javascript:x)", "<", "<ab:c>", "<item:x>", "<br>", "<!--", "-->",
    "|", "|-|-|\n", "| a | b |\n", "::: nb\n", ":::\n", ":::: x\n", "[^1]", "[^1]: ", "[x]: y\n", "{lang=en}", "{.a}", "https://a.no",
    "www.b.no", "\\", "&amp;", "&#xE000;", "&#10;", "\ue0000\ue001", "\ue00012\ue001", "\ue000", "\x00", "\x0c", "\u2028", "---\n", "===\n",
    "Tabell t: x", "Figur: x", "Kjelde: y", "<x@y.no>", "\ufeff", "\ud800",
]  # fmt: skip


def parse(text, **options):
    return parse_blocks(text, line_locator("a/b.md", 1), base="a/b.md", **options)


@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from([0, 5])
)
def test_any_text_gives_blocks_that_can_be_trusted(text, holes):
    blocks, diagnostics = parse(text, holes=holes)

    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    nodes = [node for block in blocks for node, _ in walk(block, "nn")]
    places = [found.place for found in diagnostics]
    places += [place for node in nodes if (place := getattr(node, "place", None))]
    assert all(1 <= p.line <= len(lines) for p in places)
    assert all(1 <= p.column <= len(lines[p.line - 1]) + 1 for p in places)
    for node in nodes:
        match node:
            case Link(href=href):
                assert href.startswith(("https://", "http://", "mailto:"))
                assert href.isascii()
                assert href.isprintable()
            case Reference(target=target):
                assert target.partition(":")[0] in SCHEMES
            case Hole(index=index):
                assert index < holes
            case Text(value=value) | Code(value=value):
                assert value
                assert not set(value) & set("\x00\x0c\r\u2028\ud800\ue000\ue001")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_captions_and_joined_lines_are_final(text):
    blocks, _ = parse(text)
    joined = unwrap(blocks)

    assert captioned(blocks) == blocks
    assert unwrap(joined) == joined
    words = [n.value for block in joined for n, _ in walk(block, "nn") if isinstance(n, Text)]
    assert not any("\n" in value for value in words)


@given(
    st.lists(
        st.sampled_from(["> ", "- ", "*", "a", "b\n", "[^1]", "\n", "<!-- c -->"]), max_size=20
    ).map("".join)
)
def test_line_breaks_are_kept_in_quotes_only(text):
    blocks, _ = parse(text)

    for block in blocks:
        for node, _ in walk(block, "nn"):
            if isinstance(node, Paragraph) and not isinstance(block, Quote):
                continue
            if isinstance(node, Text) and "\n" in node.value:
                assert node.value == "\n"


def test_a_text_that_is_too_long_is_not_read():
    blocks, (found,) = parse("a" * (TEXT_LIMIT + 1))

    assert blocks == ()
    assert (found.code, found.arguments) == ("AR101", (("reason", "too-large"),))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("> " * 30 + "a", 49),
        (">" * 10_000 + "a", 25),
        ("- " * 30 + "a", 25),
        ("[^1]: " * 30 + "a", None),
        ("*a " * 100 + "b* " * 100, 49),
        ("[" * 20 + "a" + "]{lang=en}" * 20, 17),
    ],
)
def test_what_is_nested_too_deep_is_told(text, column):
    _, diagnostics = parse(text)

    found = [d for d in diagnostics if d.code == "AR418"]
    assert len(found) == 1
    assert column is None or found[0].place.column == column


def test_deep_emphasis_keeps_its_words():
    ((paragraph,), _) = parse("*a " * 100 + "b* " * 100)

    words = "".join(n.value for n, _ in walk(paragraph, "nn") if isinstance(n, Text))
    assert words.replace(" ", "") == "a" * 100 + "b" * 100


def test_a_footnote_referred_to_again_and_again_is_told_and_stops():
    blocks, diagnostics = parse("[^1]: " + "a " * 50_000 + "\n\n" + "[^1]" * 50_000)

    assert [found.code for found in diagnostics] == ["AR418"]
    assert len(blocks[0].children) < 30


HOSTILE = {
    "brackets": "[" * 20_000,
    "closed brackets": "[" * 20_000 + "]" * 20_000,
    "links": "[a](b" * 10_000,
    "labels": "[a][b" * 5_000,
    "images": "![[]()" * 10_000,
    "stars": "*" * 50_000 + "a" + "*" * 50_000,
    "emphasis": "*a **b " * 5_000 + "c** d* " * 5_000,
    "mixed marks": "*a_ " * 20_000,
    "ticks": "".join("e" + "`" * n for n in range(400)),
    "quotes": ">" * 10_000,
    "rows of quotes": (">" * 50 + "a\n") * 1_000,
    "lists": "".join("  " * n + "- a\n" for n in range(400)),
    "comments": "<!-- " * 50_000,
    "comments in a label": "[<!-- " * 20_000 + "](x) -->",
    "lines of comments": "> <!--\n" * 20_000 + "\n-->",
    "addresses": "https://a.no/" + ")" * 100_000,
    "passages": "::: nb\n" * 20_000,
    "closed passages": "::: nb\n" * 20_000 + ":::\n" * 20_000,
    "spaces": "::: " + " " * 100_000 + "x",
    "carets": "[^a" * 10_000,
    "notes": "".join(f"[^{n}]: a[^{n}]\n\n" for n in range(3_000)),
    "note in note": "[^1]: " * 20_000,
    "definitions": "[a]: https://a.no/" + "x" * 1_900 + "\n\n" + "[a] " * 20_000,
    "braces": "{lang=" * 50_000,
    "a wide table": "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n",
    "a long table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 10_000,
    "a table to be filled": "|" + "a|" * 250 + "\n|" + "-|" * 250 + "\n" + "x|\n" * 5_000,
    "bars": "|a\\|" * 20_000 + "\n|-|\n",
    "captions": "Tabell: a\n\n" * 5_000,
    "control characters": "\x01\n" * 20_000,
    "marks": "\ue0001\ue001" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_contrived_texts_take_no_longer_than_they_are(name):
    """A rule that is quadratic takes far longer for some of these than any takes now."""
    begin = time.process_time()

    parse(HOSTILE[name])

    assert time.process_time() - begin < 15
