"""Whatever a text holds, a forge shows it as it is: nothing in it becomes Markdown or HTML."""

import re
from urllib.parse import unquote

from hypothesis import example, given, settings
from hypothesis import strategies as st

import markdown_reading as reading
from arsrapport.document.nodes import (
    Break,
    Cell,
    Code,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from arsrapport.document.plain import plain_text, unlinked
from arsrapport.document.walk import walk
from arsrapport.render.markdown.document import render_markdown
from html_samples import PNG, chapter, report

READERS = list(reading.READERS)

SIGNS = [
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~",
        "~~",
        "~~~",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
    ),
    *(
        "&",
        ";",
        "&amp;",
        "&#60;",
        "&copy",
        "\\",
        "\\\\",
        "|",
        "!",
        "#",
        "$",
        "@",
        ":",
        "^",
        "'",
        '"',
    ),
    *(
        "# ",
        "## ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "12) ",
        "> ",
        ": ",
        "---",
        "***",
        "===",
        "| a |",
        "|---|",
    ),
    *("[a](b)", "![a](b)", "[a]: b", "[^1]", "[^1]: b", "^[a]", "[ ] ", "[!NOTE]", "]("),
    *(
        "<b>",
        "</b>",
        "</div>",
        "<div>",
        "<!--",
        "-->",
        "<script>alert(1)</script>",
        "<a.b>",
        "<br>",
    ),
    *(
        "http://a.no/b_c_d",
        "https://",
        "www.a.no",
        "a@b.no",
        "<c@d.no>",
        "<https://a.no>",
        "@a",
        "#1",
    ),
    *(
        ":tada:",
        "10:30:15",
        "$1$",
        "{+a+}",
        "[-a-]",
        "::: nb",
        ":::",
        "{{7*7}}",
        "{%",
        "%{x}",
        "!1",
    ),
    *("a", "Æ", "1", ".", ",", "–", "«", "»", "€", "א", "\u0301", "\u200b", "\u202e"),
    *(" ", "  ", "    ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u2028", "\x00", "\x85", "\x1f"),
]
"""What means something to some reader of Markdown, and its neighbours."""

signs = st.lists(
    st.sampled_from(SIGNS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    max_size=6,
).map("".join)
texts = signs.map(Text)
hrefs = st.one_of(
    st.sampled_from(["https://a.no/b_c*d*", "http://a.no/(b)?c=1&d=2&copy;#e", "mailto:a@b.no"]),
    signs.map("https://a.no/".__add__),
)
inlines = st.recursive(
    st.one_of(texts, texts, signs.map(Code), st.just(Break())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple).map(Emphasis),
        st.lists(inner, max_size=3).map(tuple).map(Strong),
        st.lists(inner, max_size=3).map(tuple).map(lambda words: Span("en", words)),
        st.builds(Link, hrefs, st.lists(inner, max_size=3).map(tuple)),
        st.builds(
            Reference,
            st.just("x:y"),
            st.lists(inner, max_size=3).map(tuple),
            id=st.sampled_from(["", "activity"]),
        ),
        hrefs.map(lambda href: Link(href, (Text(href.removeprefix("mailto:")),))),
    ),
    max_leaves=6,
)
runs = st.lists(inlines, max_size=4).map(tuple)
said = runs.map(lambda run: (*run, Text("x")))  # hostile at its beginning, and never empty
languages = st.sampled_from([None, "nn", "en"])
paragraphs = st.builds(
    Paragraph, said, st.sampled_from(["", "byline", "subtitle"]), language=languages
)
rows = st.tuples(*[runs.map(Cell)] * 2)
tables = st.builds(
    Table,
    rows,
    st.lists(rows, max_size=2).map(tuple),
    st.just(("left", "right")),
    st.booleans(),
    said,
    signs,
    st.lists(said, max_size=1).map(tuple),
    said,
    language=languages,
)
figures = st.builds(Figure, st.just("meetings/rad/2021/kart.png"), signs, said, signs, said)


def _around(inner):
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, several, languages), min_size=1, max_size=2).map(tuple)
    terms = st.lists(st.builds(Definition, said, several), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(List, items, st.booleans(), st.sampled_from([0, 1, 3, 999_999_999]), languages),
        st.builds(Definitions, terms, languages),
        st.builds(Quote, several, st.sampled_from(["quote", "action"]), languages),
        st.builds(Note, several, languages),
        st.builds(Passage, several, languages),
        st.builds(Section, said, several, level=st.integers(2, 5)),
    )


blocks = st.recursive(st.one_of(paragraphs, paragraphs, tables, figures), _around, max_leaves=4)

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", _FORBIDDEN.sub("\ufffd", text)).strip()


def shown(node) -> str:  # noqa: PLR0911 - one line for each kind of block
    """The words of a block as they are to be read; by hand, from what each node means."""
    inside = " ".join(shown(child) for child in getattr(node, "children", ()))
    match node:
        case Section():
            return f"{plain_text(node.title)} {inside}"
        case Paragraph():
            return plain_text(node.children)
        case List():
            return " ".join(map(shown, node.items))
        case Definitions():
            return " ".join(f"{plain_text(item.term)}: {shown(item)}" for item in node.items)
        case Table():
            cells = [plain_text(cell.children) for row in (node.head, *node.rows) for cell in row]
            below = [plain_text(line) for line in (*node.notes, node.source)]
            return " ".join([node.label, plain_text(node.caption), *cells, *below])
        case Figure():
            return " ".join([node.label, plain_text(node.caption), plain_text(node.source)])
        case _:
            return inside


def count_links(node) -> int:
    """How many links there are to be: none in another, none without words."""
    outer = [
        child
        for child, _ in walk(node, "nn")
        if isinstance(child, Link) or getattr(child, "id", "")
    ]
    inner = [
        below
        for link in outer
        for child in link.children
        for below, _ in walk(child, "nn")
        if isinstance(below, Link) or getattr(below, "id", "")
    ]
    found = [link for link in outer if not any(link is below for below in inner)]
    return sum(normal(plain_text(unlinked(link.children))) != "" for link in found)


def count(node, *kinds) -> int:
    return sum(isinstance(child, kinds) for child, _ in walk(node, "nn"))


def read(block, reader: str):
    document = report(chapter(block, number="", id=""))
    files = render_markdown(document, {"meetings/rad/2021/kart.png": PNG}, "x")
    text = files["x.md"]
    assert b"\r" not in text
    begins = text.index(b"## Aktivitet")
    return reading.parse(b'<div lang="nn-NO">\n\n' + text[begins:], reader)


@settings(max_examples=60)
@given(block=blocks)
@example(block=Paragraph((Text("&"), Emphasis(()), Text("amp;x"))))
@example(block=Paragraph((Text("&"), Reference("x:y", (Text("amp;x"),)))))
@example(block=Paragraph((Text("!"), Link("https://a.no", (Text("x"),)))))
@example(block=Paragraph((Code("a"), Code("x"))))
@example(block=Paragraph((Code("|a@b.no"), Text("x"))))
def test_a_page_shows_what_its_nodes_say_and_nothing_else(block) -> None:
    for reader in READERS:
        body = read(block, reader)
        found = {tag: len(list(body.iter(tag))) for tag in ("li", "blockquote", "table", "img")}

        assert reading.words(body) == normal(f"Aktivitet {shown(block)}")
        assert reading.strange(body) == set()
        assert found == {
            "li": count(block, ListItem, Definition),
            "blockquote": count(block, Quote, Note),
            "table": count(block, Table),
            "img": count(block, Figure),
        }
        assert len(reading.outline(body)) == 1 + count(block, Section)
        assert len(reading.links(body)) == count_links(block)
        assert list(body.iter("hr")) == []


@settings(max_examples=60)
@given(href=hrefs, words=texts)
@example(href="https://a.no/?a=1&copy;=2&amp;b", words=Text("x"))
def test_an_address_leads_where_it_led(href: str, words: Text) -> None:
    """Signs that an address cannot hold are sent as their bytes, by us or by the reader."""
    for reader in READERS:
        body = read(Paragraph((Link(href, (words, Text("x"))),)), reader)

        assert [unquote(found) for _, found in reading.links(body)] == [unquote(href)]
