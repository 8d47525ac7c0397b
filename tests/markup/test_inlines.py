"""Emphasis, links, references and phrases in running text."""

import pytest

from arsrapport.document.nodes import (
    Code,
    Emphasis,
    Link,
    Paragraph,
    Reference,
    Span,
    Strong,
    Text,
)


@pytest.fixture(scope="session")
def inlines(read):
    def children_of(text, **options):
        (paragraph,) = read(text, **options)
        assert isinstance(paragraph, Paragraph)
        return paragraph.children

    return children_of


def test_emphasis_code_escapes_and_entities(inlines):
    assert inlines('*a **b*** `c_d` \\*e\\* &amp; f_g_h ~~i~~ «j» "k" -- ...') == (
        Emphasis((Text("a "), Strong((Text("b"),)))),
        Text(" "),
        Code("c_d"),
        Text(' *e* & f_g_h ~~i~~ «j» "k" -- ...'),
    )


# --- references -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "meeting:2017-03-15",
        "chapter:cases",
        "appendix:minutes",
        "item:2017-03-15/2",
        "table:seats",
        "figure:måling",
    ],
)
def test_an_autolink_to_a_name_is_a_reference(name, inlines):
    assert inlines(f"sjå <{name}>.") == (Text("sjå "), Reference(name), Text("."))
    assert inlines(f"[*mine* ord]({name})") == (
        Reference(name, (Emphasis((Text("mine"),)), Text(" ord"))),
    )


def test_a_scheme_may_have_capitals(inlines):
    assert inlines("<Meeting:2017-03-15> [x](ITEM:2/B)") == (
        Reference("meeting:2017-03-15"),
        Text(" "),
        Reference("item:2/B", (Text("x"),)),
    )


def test_a_reference_knows_its_place(parse):
    (paragraph,), _ = parse("sjå\n [her](item:2)\n")

    assert [
        (n.place.line, n.place.column) for n in paragraph.children if isinstance(n, Reference)
    ] == [(2, 2)]


# --- links ----------------------------------------------------------------------------------


def test_links_out_of_the_document(inlines):
    assert inlines(
        "[a *b*](https://www.a.no/x?y=1&z#w) <http://b.no> [c](mailto:d@e.no) <f@g.no>"
    ) == (
        Link("https://www.a.no/x?y=1&z#w", (Text("a "), Emphasis((Text("b"),)))),
        Text(" "),
        Link("http://b.no", (Text("http://b.no"),)),
        Text(" "),
        Link("mailto:d@e.no", (Text("c"),)),
        Text(" "),
        Link("mailto:f@g.no", (Text("f@g.no"),)),
    )


def test_a_link_without_words_shows_its_address(inlines):
    assert inlines("[](https://a.no)") == (Link("https://a.no", (Text("https://a.no"),)),)


def test_links_may_be_defined_elsewhere(inlines):
    assert inlines("[a][b]\n\n[b]: https://a.no\n") == (Link("https://a.no", (Text("a"),)),)


def test_a_link_knows_where_its_address_is_defined(parse):
    text = (
        "[a][B] [c] [e](https://e.no)\n\n::: internal\n[b]: https://b.no\n:::\n\n[c]: meeting:d\n"
    )
    links = [node for node in parse(text)[0][0].children if isinstance(node, Link | Reference)]

    assert [
        link.defined and (link.defined.place.line, link.defined.internal) for link in links
    ] == [
        (4, True),
        (7, False),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "address", "words", "after"),
    [
        ("sjå https://www.a.no/b_c_d.", "https://www.a.no/b_c_d", "https://www.a.no/b_c_d", "."),
        ("sjå www.a.no/_b_/ i dag", "https://www.a.no/_b_/", "www.a.no/_b_/", " i dag"),
        ("sjå (https://a.no/b_(c)).", "https://a.no/b_(c)", "https://a.no/b_(c)", ")."),
        ("sjå «https://a.no»", "https://a.no", "https://a.no", "»"),
        ("sjå https://a.no, og", "https://a.no", "https://a.no", ", og"),
        ("sjå HTTPS://A.no/B!", "https://a.no/B", "HTTPS://A.no/B", "!"),
        ("sjå https://a.no?b=c&d=e;", "https://a.no?b=c&d=e", "https://a.no?b=c&d=e", ";"),
        ("sjå https://å.no/ø", "https://xn--5ca.no/%C3%B8", "https://å.no/ø", ""),
    ],
)
def test_a_bare_address_is_a_link_without_the_signs_around_it(text, address, words, after, inlines):
    before, link, *rest = inlines(text)

    assert link == Link(address, (Text(words),))
    assert (before.value + words + "".join(node.value for node in rest)) == text
    assert "".join(node.value for node in rest) == after


def test_a_bare_address_in_bold_and_in_a_phrase(inlines):
    link = Link("https://a.no", (Text("https://a.no"),))

    assert inlines("**https://a.no** _https://a.no_ [https://a.no]{lang=en}") == (
        Strong((link,)), Text(" "), Emphasis((link,)), Text(" "), Span("en", (link,)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "a@b.no",
        "xhttps://a.no",
        "awww.b.no",
        "a.www.b.no",
        "www.",
        "https://",
        "https:// a",
        "a:b",
        "ssb.no",
        "//a.no",
        "ftp://a.no",
    ],
)
def test_other_words_are_no_links(text, inlines):
    assert inlines(text) == (Text(text),)


def test_no_link_stands_in_a_link(inlines):
    assert inlines("[a https://b.no <https://c.no>](https://d.no)") == (
        Link("https://d.no", (Text("a https://b.no https://c.no"),)),
    )


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "../a.md", "#a", "/a", "//a.no/b",
     "https:a", "https://", "https://a@b.no", "https:\\\\a.no", "mailto:x", "meeting:", "ftp://a.no", "https://a\u202eb.no",
     "java&#10;script:x", "\x01javascript:x", "https://a.no%2f@b.no"],
)  # fmt: skip
def test_a_link_elsewhere_is_told_and_only_its_words_are_kept(target, parse, bare):
    blocks, diagnostics = parse(f"ein [to *tre*](<{target}>) fire\n")

    assert bare(blocks) == (Paragraph((Text("ein to "), Emphasis((Text("tre"),)), Text(" fire"))),)
    codes = [(found.code, found.place.line, found.place.column) for found in diagnostics]
    assert ("AR413", 1, 5) in codes


def test_an_autolink_elsewhere_is_told_and_shown(faults, parse, bare):
    assert faults("a <javascript:x>") == [("AR413", 1, 3, {"target": "javascript:x"})]
    assert bare(parse("a <javascript:x>")[0]) == (Paragraph((Text("a javascript:x"),)),)


def test_a_definition_that_leads_nowhere_does_not_vanish_without_a_word(faults):
    assert faults("a\n\n[Merknad]: ingen\n") == [("AR413", 3, 1, {"target": "ingen"})]
    assert faults("[Merknad]\n\n[Merknad]: ingen\n") == [("AR413", 1, 1, {"target": "ingen"})]


def test_the_inner_of_two_links_counts(inlines):
    assert inlines("[a [b](https://c.no) [d]{lang=en}](https://e.no)") == (
        Text("[a "),
        Link("https://c.no", (Text("b"),)),
        Text(" "),
        Span("en", (Text("d"),)),
        Text("]("),
        Link("https://e.no", (Text("https://e.no"),)),
        Text(")"),
    )


@pytest.mark.parametrize("target", ["https://b.no/c", "<https://b.no/c>"])
def test_a_phrase_may_stand_in_a_link(target, inlines):
    assert inlines(f"[om [Health]{{lang=en}}]({target}).") == (
        Link("https://b.no/c", (Text("om "), Span("en", (Text("Health"),)))),
        Text("."),
    )


# --- phrases --------------------------------------------------------------------------------


@pytest.mark.parametrize("attribute", ["lang=en", 'lang="en"', " lang = en "])
def test_a_phrase_in_another_language(attribute, inlines):
    assert inlines(f"om [Health *at* [a](meeting:1)]{{{attribute}}}.") == (
        Text("om "),
        Span("en", (Text("Health "), Emphasis((Text("at"),)), Text(" "), Reference("meeting:1", (Text("a"),)))),
        Text("."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b]{lang=de} c", ("AR416", 1, 3, {"value": "de"})),
        ("a [b]{.x} c", ("AR416", 1, 3, {"value": ".x"})),
        ("a [b]{lang=en .x} c", ("AR416", 1, 3, {"value": "lang=en .x"})),
        ("a b{lang=en} c", ("AR416", 1, 4, {"value": "lang=en"})),
    ],
)
def test_another_attribute_or_language_is_told_and_the_words_kept(
    text, expected, faults, parse, bare
):
    assert faults(text) == [expected]
    assert bare(parse(text)[0]) == (Paragraph((Text("a b c"),)),)


def test_square_brackets_and_braces_may_stand_alone(inlines):
    assert inlines("[a] {b} [c] {d} []{} {#e}") == (Text("[a] {b} [c] {d} []{} {#e}"),)


# --- images ---------------------------------------------------------------------------------


def test_an_image_in_running_text_is_told_and_its_words_kept(faults, parse, bare):
    text = "sjå ![eit *kart*](k.png) her"

    assert faults(text) == [("AR420", 1, 5, {"name": "image"})]
    assert bare(parse(text)[0]) == (Paragraph((Text("sjå eit kart her"),)),)


@pytest.mark.parametrize(
    "text",
    [
        "# ![a](b.png)",
        "| ![a](b.png) |\n|---|",
        "[![a](b.png)](https://c.no)",
        "![a](b.png) ![a](b.png)",
    ],
)
def test_an_image_has_no_place_in_headings_cells_links_or_beside_another(text, faults):
    assert {code for code, *_ in faults(text)} == {"AR420"}
