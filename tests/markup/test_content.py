"""Paragraphs, headings, lists, quotes and code."""

import pytest

from arsrapport.document.nodes import (
    Break,
    Code,
    Emphasis,
    List,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Strong,
    Text,
)


def p(*words):
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words))


# --- headings -------------------------------------------------------------------------------


def test_headings_hold_what_stands_under_them_and_what_stands_above_comes_first(read):
    text = "Over.\n\n## Ein *to*\n\nUnder.\n\n### Tre\n\nDjupt.\n\n## Fire\n"

    assert read(text) == (
        p("Over."),
        Section(
            (Text("Ein "), Emphasis((Text("to"),))),
            (p("Under."), Section((Text("Tre"),), (p("Djupt."),), level=3)),
            level=2,
        ),
        Section((Text("Fire"),), (), level=2),
    )


def test_a_heading_of_a_higher_level_closes_all_below_it(read):
    assert read("### A\n\n#### B\n\n## C\n") == (
        Section((Text("A"),), (Section((Text("B"),), (), level=4),), level=3),
        Section((Text("C"),), (), level=2),
    )


def test_an_underlined_heading_is_one_too(parse):
    (_, section), _ = parse("Tekst\n\nLang *tittel*\n  på to\n=====\n")

    assert (section.level, section.place.line, section.place.column) == (1, 3, 1)
    assert [node.value for node in section.title if isinstance(node, Text)] == ["Lang ", " på to"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n\n#### B\n", [("AR407", 3, 1, {"before": "2", "after": "4"})]),
        (
            "# A\n\n  ### B\n\n##### C\n",
            [
                ("AR407", 3, 3, {"before": "1", "after": "3"}),
                ("AR407", 5, 1, {"before": "3", "after": "5"}),
            ],
        ),
        ("### A\n\n#### B\n\n## C\n\n### D\n", []),
    ],
)
def test_a_jump_in_levels_is_told_but_the_first_heading_may_have_any(text, expected, faults):
    assert faults(text) == expected


def test_no_section_begins_in_a_quote_or_a_list(parse, bare):
    blocks, diagnostics = parse("> ## A\n\n- # B\n")

    assert bare(blocks) == (
        Quote((p(Strong((Text("A"),))),)),
        List((ListItem((p(Strong((Text("B"),))),)),)),
    )
    assert [(d.code, d.place.line, d.place.column, d.arguments) for d in diagnostics] == [
        ("AR420", 1, 3, (("name", "heading"),)),
        ("AR420", 3, 3, (("name", "heading"),)),
    ]


# --- lists ----------------------------------------------------------------------------------


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_list_is_the_same_tight_or_loose(gap, read):
    assert read(f"- ein\n{gap}- to\n  1. under\n") == (
        List(
            (
                ListItem((p("ein"),)),
                ListItem((p("to"), List((ListItem((p("under"),)),), ordered=True))),
            )
        ),
    )


def test_an_ordered_list_keeps_its_first_number(read):
    assert read("7) sju\n8) åtte\n") == (
        List((ListItem((p("sju"),)), ListItem((p("åtte"),))), ordered=True, start=7),
    )


def test_an_item_may_hold_paragraphs_and_be_empty(read):
    assert read("- ein\n\n  to\n-\n") == (List((ListItem((p("ein"), p("to"))), ListItem(()))),)


# --- quotes ---------------------------------------------------------------------------------


def test_a_quote_keeps_its_lines_and_a_list_in_it_too(read):
    text = "> **Tiltak K1.** Alfa går\n> Frist: *15. mars*\n>\n> - ein\n>   to\n"

    assert read(text) == (
        Quote(
            (
                p(
                    Strong((Text("Tiltak K1."),)),
                    " Alfa går",
                    "\n",
                    "Frist: ",
                    Emphasis((Text("15. mars"),)),
                ),
                List((ListItem((p("ein", "\n", "to"),)),)),
            )
        ),
    )


def test_elsewhere_lines_are_joined_by_a_space(read):
    assert read("ein  \nto\ntre\\\nfire\n") == (p("ein", Break(), "to tre", Break(), "fire"),)


# --- code and rules -------------------------------------------------------------------------


def test_code_is_a_paragraph_with_its_lines(read):
    assert read("```yaml\na: *b*\n\n  c\n```\n\n    d\n") == (
        p(Code("a: *b*"), Break(), Break(), Code("  c")),
        p(Code("d")),
    )


def test_code_without_words_is_nothing(read):
    assert read("```\n\n```\n") == ()


def test_a_rule_across_the_page_has_no_place(faults, parse):
    assert faults("A\n\n  ***\n\nB\n") == [("AR420", 3, 3, {"name": "thematic-break"})]
    assert len(parse("A\n\n***\n\nB\n")[0]) == 2


# --- HTML -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["<div>x</div>", "a <b>c</b>", "<script>alert(1)", "a <br> b", "<!DOCTYPE x>"]
)
def test_html_is_shown_as_text(text, read):
    assert read(text) == (p(text),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <!-- b --> c", ["a c"]),
        ("a<!-- b -->c", ["ac"]),
        ("a <!-- b -->", ["a"]),
        ("<!-- b --> a", ["a"]),
        ("a <!-- b --> <!-- c -->\nd", ["a d"]),
        ("a <!-- b\nc --> d", ["a d"]),
        ("<!-- b -->\na", ["a"]),
        ("a\n<!-- b -->\nc", ["a", "c"]),
        ("<!-- b\n\nc\n-->\na", ["a"]),
        ("<!-- b\n\n# c --> a", ["a"]),
        ("<!-- b -->", []),
        ("<!---->a<!-->b<!--->c", ["abc"]),
        ("<!-- a --><!-- b -->", []),
    ],
)  # fmt: skip
def test_comments_are_dropped(text, words, read):
    assert read(text) == tuple(map(p, words))


def test_a_comment_in_code_stays(read):
    assert read("`<!-- a -->`\n\n```\n<!-- b -->\n```\n") == (
        p(Code("<!-- a -->")),
        p(Code("<!-- b -->")),
    )


def test_a_comment_in_a_quote_and_in_a_list_ends_there(read):
    assert read("> <!-- a\n> b -->\n> c\n\n- <!-- d\n\n  e --> f\n") == (
        Quote((p("c"),)),
        List((ListItem((p("f"),)),)),
    )


def test_a_comment_that_never_ends_is_told_and_shown(parse, faults, bare):
    text = "a\n\nb <!-- c\n\n> <!-- d\n\n-->\n"

    assert faults(text) == [
        ("AR420", 3, 3, {"name": "open-comment"}),
        ("AR420", 5, 3, {"name": "open-comment"}),
    ]
    assert bare(parse(text)[0]) == (p("a"), p("b <!-- c"), Quote((p("<!-- d"),)), p("-->"))
