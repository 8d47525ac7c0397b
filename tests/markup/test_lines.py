"""Line breaks that quotes keep, and how they become spaces."""

from arsrapport.document.nodes import Emphasis, Footnote, Paragraph, Quote, Table, Text
from arsrapport.document.walk import walk
from arsrapport.markup.blocks import unwrap
from arsrapport.markup.lines import text_after
from arsrapport.source.place import Place


def test_line_breaks_become_spaces_and_the_words_around_them_one(parse):
    blocks, _ = parse("> ein *to\n> tre*\n> fire\n> fem\n")

    (quote,) = unwrap(blocks)

    paragraph = quote.children[0]
    file = "meetings/kart/2021/m.md"
    assert paragraph.children == (
        Text("ein ", Place(file, 1, 3)),
        Emphasis((Text("to tre", Place(file, 1, 8)),)),
        Text(" fire fem", Place(file, 3, 3)),
    )


def test_everywhere_in_a_quote(parse):
    text = "> Tabell: a\n> b\n>\n> | c |\n> |---|\n>\n> Kjelde: d\n> e[^1]\n>\n> [^1]: f\n> g\n"
    blocks, diagnostics = parse(text)

    (quote,) = unwrap(blocks)

    assert diagnostics == ()
    (table,) = quote.children
    words = [node.value for node, _ in walk(table, "nn") if isinstance(node, Text)]
    assert words == ["a b", "c", "Kjelde: d e", "f g"]


def test_what_has_no_line_breaks_stays_as_it_is():
    note = Footnote((Paragraph((Text("a"),)),))
    blocks = (Paragraph((Text("b"), note)), Quote((Table((), (), ()),)))

    assert unwrap(blocks) == blocks


def test_a_text_is_cut_and_its_place_goes_along():
    assert text_after(Text("abc", Place("m.md", 2, 5)), 2) == (Text("c", Place("m.md", 2, 7)),)
    assert text_after(Text("abc"), 3) == ()
