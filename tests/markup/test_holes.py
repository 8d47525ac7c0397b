"""The marks of computed values."""

import pytest

from arsrapport.document.nodes import (
    Cell,
    Code,
    Emphasis,
    Hole,
    Link,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from arsrapport.markup.holes import hole_marker
from arsrapport.source.place import Place

A, B = hole_marker(0), hole_marker(1)


def test_a_value_may_stand_in_any_words(read):
    text = (
        f"# {A} x\n\na {B}{A} *{A}* **b{B}**[{A}](https://c.no)\n\n| {A} |\n|---|\n| {B} |\n\n{A}\n"
    )

    assert read(text, holes=2) == (
        Section(
            (Hole(0), Text(" x")),
            (
                Paragraph(
                    (
                        Text("a "),
                        Hole(1),
                        Hole(0),
                        Text(" "),
                        Emphasis((Hole(0),)),
                        Text(" "),
                        Strong((Text("b"), Hole(1))),
                        Link("https://c.no", (Hole(0),)),
                    )
                ),
                Table((Cell((Hole(0),)),), ((Cell((Hole(1),)),),), ("left",)),
                Paragraph((Hole(0),)),
            ),
        ),
    )


def test_a_value_knows_its_place(parse):
    (paragraph,), _ = parse(f"a\nb {A} c\n", holes=1)

    assert paragraph.children[1] == Hole(0, Place("meetings/kart/2021/m.md", 2, 3))
    assert paragraph.children[2].place.column == 3 + len(A)


@pytest.mark.parametrize(
    ("text", "holes", "column"),
    [
        (f"a {A} b", 0, 3),
        (f"a {B} b", 1, 3),
        ("a \ue000 b", 5, 3),
        ("a \ue0001", 5, 3),
        ("ab \ue00f", 5, 4),
        ("\ue000x\ue001", 5, 1),
        ("a `\ue000`", 5, 4),
    ],
)
def test_a_mark_without_a_value_is_told_and_dropped(text, holes, column, faults, parse):
    found = faults(text, holes=holes)
    (paragraph,), _ = parse(text, holes=holes)

    character = f"U+{ord(text[column - 1]):04X}"
    assert found[0] == ("AR116", 1, column, {"character": character})
    assert {code for code, *_ in found} == {"AR116"}
    assert all(isinstance(node, Text) for node in paragraph.children)
    assert not any(
        "\ue000" <= sign <= "\ue00f" for node in paragraph.children for sign in node.value
    )


def test_a_character_is_told_once_a_line(faults):
    assert faults("\ue000 \ue000\n\ue000\ue002\n") == [
        ("AR116", 1, 1, {"character": "U+E000"}),
        ("AR116", 2, 1, {"character": "U+E000"}),
        ("AR116", 2, 2, {"character": "U+E002"}),
    ]


def test_an_entity_makes_no_hole(read):
    assert read("&#xE000;0&#xE001;", holes=1) == (Paragraph((Text("0"),)),)


@pytest.mark.parametrize(
    ("text", "code", "argument"),
    [
        (f"a `b {A}`", "AR420", ("name", "value")),
        (f"```\n{A}\n```\n", "AR420", ("name", "value")),
        (f"![a {A}](b.png)", "AR420", ("name", "value")),
        (f"[a](https://b.no/{A})", "AR413", ("target", "https://b.no/{{…}}")),
        (f"a https://b.no/{A}", "AR413", ("target", "https://b.no/{{…}}")),
        (f"<meeting:{A}>", "AR413", ("target", "meeting:{{…}}")),
        (f"![a]({A}.png)", "AR414", ("path", "{{…}}.png")),
        (f"[a]{{lang={A}}}", "AR416", ("value", "lang={{…}}")),
    ],
)
def test_a_value_cannot_stand_where_no_words_do(text, code, argument, parse):
    _, (found,) = parse(text, holes=1)

    assert (found.code, found.arguments) == (code, (argument,))


def test_the_words_of_code_stay(parse, bare):
    assert bare(parse(f"`a {A}b`", holes=1)[0]) == (Paragraph((Code("a b"),)),)


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x7f", "\x85", "\u2028", "\uffff"]
)
def test_a_control_character_is_told_and_becomes_a_space(character, faults, parse, bare):
    text = f"ab{character}c *d*\n"

    assert faults(text) == [("AR116", 1, 3, {"character": f"U+{ord(character):04X}"})]
    assert bare(parse(text)[0]) == (Paragraph((Text("ab c "), Emphasis((Text("d"),)))),)
