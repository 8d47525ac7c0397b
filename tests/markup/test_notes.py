"""Footnotes."""

from arsrapport.document.nodes import (
    Emphasis,
    Footnote,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)


def p(*words):
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words))


def test_a_footnote_stands_where_it_is_referred_to(read):
    note = Footnote((p("Ein ", Emphasis((Text("note"),))), p("To")), id="a1")

    assert read("ord[^a1] og\n\n[^a1]: Ein *note*\n\n    To\n") == (p("ord", note, " og"),)


def test_a_label_referred_to_twice_gives_the_same_note(read):
    note = Footnote((p("tekst"),), id="x")

    assert read("[^x]: tekst\n\na[^x] b[^x]\n") == (p("a", note, " b", note),)


def test_notes_are_found_in_quotes_and_lists_and_may_hold_lists(read):
    note = Footnote((p("a"), List((ListItem((p("b"),)),))), id="1")

    assert read("> x[^1]\n>\n> [^1]: a\n>\n>     - b\n") == (Quote((p("x", note),)),)


def test_a_reference_without_a_text_is_told_and_shown(faults, parse, bare):
    assert faults("ord[^1] og [^2]\n\n[^2]:\n") == [
        ("AR411", 1, 4, {"label": "1"}),
        ("AR411", 1, 12, {"label": "2"}),
    ]
    assert bare(parse("ord[^1]")[0]) == (p("ord[^1]"),)


def test_a_text_that_nothing_refers_to_is_told(faults):
    assert faults("ord\n\n  [^1]: tekst\n") == [("AR412", 3, 3, {"label": "1"})]


def test_a_label_with_two_texts_is_told_and_the_first_counts(faults, parse, bare):
    text = "ord[^1]\n\n[^1]: ein\n\n[^1]: to\n"

    assert faults(text) == [
        ("AR616", 5, 1, {"name": "[^1]", "place": "meetings/kart/2021/m.md:3:1"})
    ]
    assert bare(parse(text)[0]) == (p("ord", Footnote((p("ein"),), id="1")),)


def test_a_note_in_a_note_is_told_and_dropped(faults, parse, bare):
    text = "a[^1]\n\n[^1]: b[^1] c[^2]\n\n[^2]: d\n"

    assert faults(text) == [
        ("AR420", 3, 8, {"name": "footnote"}),
        ("AR420", 3, 14, {"name": "footnote"}),
        ("AR412", 5, 1, {"label": "2"}),
    ]
    assert bare(parse(text)[0]) == (p("a", Footnote((p("b c"),), id="1")),)


def test_a_note_in_a_link_is_told_and_dropped(faults):
    assert faults("[a[^1]](https://b.no)[^1]\n\n[^1]: c\n") == [
        ("AR420", 1, 3, {"name": "footnote"})
    ]


def test_a_heading_in_a_note_is_words(parse, bare):
    (paragraph,), (found,) = parse("a[^1]\n\n[^1]: # b\n")

    assert (found.code, found.arguments) == ("AR420", (("name", "heading"),))
    assert bare((paragraph,)) == (p("a", Footnote((p(Strong((Text("b"),))),), id="1")),)


def test_brackets_with_a_caret_are_not_always_a_note(read):
    assert read("[^] [^a b] ^[c]") == (p("[^] [^a b] ^[c]"),)
