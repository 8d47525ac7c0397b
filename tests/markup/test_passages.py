"""Passages in another language, and withheld ones."""

import pytest

from arsrapport.document.nodes import List, ListItem, Paragraph, Passage, Quote, Section, Text


def p(text):
    return Paragraph((Text(text),))


@pytest.mark.parametrize("name", ["nn", "nb", "en"])
def test_a_passage_in_another_language(name, read):
    assert read(f"a\n::: {name}\nb\n\n- c\n:::\nd\n") == (
        p("a"),
        Passage((p("b"), List((ListItem((p("c"),)),))), name),
        p("d"),
    )


@pytest.mark.parametrize(
    "mark", ["::: internal", ":::internal", "  :::   Internal  ", ":::::internal"]
)
def test_a_withheld_passage(mark, read):
    colons = ":" * mark.count(":")

    assert read(f"{mark}\na\n{colons}\n") == (Passage((p("a"),), internal=True),)


def test_a_passage_knows_its_place(parse):
    (passage,), _ = parse(" ::: nb\n a\n :::\n")

    assert (passage.place.line, passage.place.column) == (1, 2)


@pytest.mark.parametrize(("outer", "inner"), [("::::", ":::"), (":::", ":::"), (":::", ":::::")])
def test_a_passage_in_a_passage(outer, inner, read):
    text = f"{outer} internal\na\n{inner} nb\nb\n{inner}\nc\n{outer}\nd\n"

    assert read(text) == (
        Passage((p("a"), Passage((p("b"),), "nb"), p("c")), internal=True),
        p("d"),
    )


def test_a_passage_may_hold_anything(read):
    assert read("## A\n\n::: nb\nb\n\n### C\n\n> d\n:::\n\n### E\n") == (
        Section(
            (Text("A"),),
            (
                Passage((p("b"), Section((Text("C"),), (Quote((p("d"),)),), level=3)), "nb"),
                Section((Text("E"),), (), level=3),
            ),
            level=2,
        ),
    )


def test_a_passage_may_stand_in_a_quote_and_in_an_item(read):
    assert read("> ::: nb\n> a\n> :::\n> b\n\n- ::: nb\n  c\n  :::\n") == (
        Quote((Passage((p("a"),), "nb"), p("b"))),
        List((ListItem((Passage((p("c"),), "nb"),)),)),
    )


def test_a_passage_in_an_item_ends_with_it(parse, bare):
    blocks, _ = parse("- ::: nb\n  a\nb\n")

    assert bare(blocks) == (List((ListItem((Passage((p("a"),), "nb"),)),)), p("b"))


def test_a_passage_of_an_unknown_name_is_told_and_its_words_kept(faults, parse, bare):
    text = "a\n::: hemmeleg stoff\nb\n:::\n"

    assert faults(text) == [("AR415", 2, 1, {"name": "hemmeleg stoff"})]
    assert bare(parse(text)[0]) == (p("a"), p("b"))


def test_a_passage_that_never_ends_is_told_and_goes_to_the_end(faults, parse, bare):
    text = "::: internal\na\n\n## b\n"

    assert faults(text) == [("AR415", 1, 1, {"name": "internal"})]
    assert bare(parse(text)[0]) == (
        Passage((p("a"), Section((Text("b"),), (), level=2)), internal=True),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n:::\n", [("AR415", 3, 1, {"name": ":::"})]),
        (":::: internal\n::: nb\na\n::::\n", [("AR415", 2, 1, {"name": "nb"})]),
        ("- ::: nb\n  a\n\nb\n", [("AR415", 1, 3, {"name": "nb"})]),
        ("> ::: nb\n\n:::\n", [("AR415", 1, 3, {"name": "nb"}), ("AR415", 3, 1, {"name": ":::"})]),
        ("::: nb\n:: \n::\n:::\n", []),
    ],
)
def test_a_mark_too_few_or_too_many_is_told(text, expected, faults):
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ope ::: internal løynd :::\n", [("AR415", 1, 9, {"name": "internal"})]),
        ("### Ope ::::Internal\n", [("AR415", 1, 13, {"name": "Internal"})]),
        ("| a |\n|---|\n| ::: internal løynd |\n", [("AR415", 3, 7, {"name": "internal"})]),
        ("<!-- a --> ::: internal\n", [("AR415", 1, 16, {"name": "internal"})]),
        ("\\::: internal\n", [("AR415", 1, 6, {"name": "internal"})]),
        ("Ope ::: nb, a::internal og :::internalt\n", []),
    ],
)
def test_a_mark_within_a_line_is_told_where_it_would_withhold_something(text, expected, faults):
    assert faults(text.replace("### ", "## a\n\n### ")) == [
        (code, line + 2 * text.startswith("#"), column, arguments)
        for code, line, column, arguments in expected
    ]


@pytest.mark.parametrize("inside", ["```\n:::\nløynd\n```", "- ```\n  :::\n  ```\n\nløynd"])
def test_a_mark_in_code_that_closes_the_passage_around_it_is_told(inside, faults):
    assert {code for code, *_ in faults(f"::: internal\n\n{inside}\n\n:::\n")} == {"AR415"}


def test_what_an_open_passage_inside_withholds_is_never_let_out(parse, bare):
    """Forgetting the longer mark around `internal` must not show what follows the inner passage."""
    blocks, diagnostics = parse("::: internal\n::: nb\na\n:::\nløynd\n:::\nope\n")

    assert diagnostics == ()
    assert bare(blocks) == (
        Passage((Passage((p("a"),), "nb"), p("løynd")), internal=True),
        p("ope"),
    )
