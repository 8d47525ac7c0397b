"""A document as one Markdown file, as it stands in a repository and as a forge shows it."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

import markdown_reading as reading
from arsrapport.document.nodes import (
    Block,
    Break,
    Cell,
    Code,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Hole,
    Inline,
    Link,
    List,
    ListItem,
    Note,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Titles,
)
from arsrapport.render.markdown.blocks import Gathered, set_blocks
from arsrapport.render.markdown.document import render_markdown
from html_samples import (
    ASSETS,
    JPEG,
    NOTE,
    PNG,
    SAMPLE,
    SVG,
    WORDS,
    cells,
    chapter,
    paragraph,
    report,
    text,
)

NBSP = "\N{NO-BREAK SPACE}"
BACK = '"Tilbake til teksten"'
HOSTILE = "<script>alert(1)</script> {{7*7}} [a](b) *c* _d_ `e` | # & &amp; \" ' --> $x$ :tada: \\"


def render(document, name: str = "rad-2021") -> str:
    return render_markdown(document, ASSETS, name)[f"{name}.md"].decode()


def body(*blocks: Block, **fields) -> str:
    """The Markdown of blocks inside a chapter, between its heading and its end."""
    inside = render(report(chapter(*blocks, **fields))).partition("1 Aktivitet\n\n")[2]
    return inside.removesuffix("\n\n</div>\n")


def line(*children: Inline | str) -> str:
    return body(paragraph(*children))


def minutes(*children: Block, **fields):
    part = chapter(*children, title=text("Referat frå møte"), number="", language="nn")
    return replace(report(part), kind="minutes", **fields)


# --- the whole file -------------------------------------------------------------------------

WHOLE = f"""\
<div lang="nn-NO">

# Årsrapport 2021

**Rådet for fjellvatn**

Vasstilsynet · Rapport 2022/7 · Mai 2022

## Innhald

- [Føreord](#foreword)
- [1 Aktivitet](#activity)
  - [1.1 Tal](#activity-figures)
- [Vedlegg A: Møtet 3. februar 2021](#meeting-2021-02-03)
- [Kolofon](#_imprint)

## <a name="foreword"></a>Føreord

Takk.

*Fjellbyen, 2. mai 2022*

## <a name="activity"></a>1 Aktivitet

Rådet hadde tre møte<sup><a name="_note-activity-1-1"></a>[1](#note-activity-1)</sup> i 2021, sjå \
[Vedlegg A](#meeting-2021-02-03).

<a name="table-seats"></a>**Tabell 1.1** Plassar etter organisasjon

| Organisasjon | Plassar |
| :--- | ---: |
| **Fjellkommunane** | 2 |
| **Vasstilsynet** | 1 |

Utan observatørar.

Kjelde: Rådet

### <a name="activity-figures"></a>1.1 Tal

Tala står fast<sup><a name="_note-activity-1-2"></a>[1](#note-activity-1)</sup>. Dei byggjer på \
<span lang="en-GB">Lakes at a Glance</span>.

<a name="figure-lakes"></a>**Figur 1.1** Vatn med målingar

![Stolpar som veks frå to til ni.](rad-2021-1.svg)

Kjelde: Vasstilsynet

---

<a name="note-activity-1"></a><sup>1</sup> Tala er førebelse. \
[↩\ufe0e](#_note-activity-1-1 {BACK}) [↩\ufe0e](#_note-activity-1-2 {BACK})

## <a name="meeting-2021-02-03"></a>Vedlegg A: Møtet 3. februar 2021

<div lang="nb-NO">

**Møte i rådet**

> Referatet er et utkast.

- **Til stede:**
  - Ada Li (Fjellkommunane)
  - Bo Ek
- **Forfall:** ingen

### <a name="item-2021-02-03-1"></a>Sak 1. Målinger

Ada Li orienterte<sup><a name="_note-meeting-2021-02-03-1-1"></a>[1](#note-meeting-2021-02-03-1)</sup>.

> **Konklusjon.** Tatt til orientering.

> **Tiltak F21-01.** Måle igjen.
>
> - **Ansvar:** alle

> **Vedtak.** Vedtatt.

<div lang="en-GB">

> Water is life.

</div>

---

<a name="note-meeting-2021-02-03-1"></a><sup>1</sup> I bokmål. \
[↩\ufe0e](#_note-meeting-2021-02-03-1-1 {BACK})

</div>

## <a name="_imprint"></a>Kolofon

© Vasstilsynet. ISSN 1234-5678.

</div>
"""


def test_a_report_is_one_file_that_reads_well_as_it_stands() -> None:
    assert render(SAMPLE) == WHOLE


def test_the_pictures_stand_beside_the_file_by_its_name_and_their_number() -> None:
    kart, graf = "meetings/rad/2021/kart.png", "meetings/rad/2021/graf.svg"
    assets = {kart: PNG, graf: SVG, "x.bin": JPEG}
    figures = [Figure(asset, "x") for asset in (graf, kart, graf, "x.bin")]

    files = render_markdown(report(chapter(*figures)), assets, "eit utval (1)")

    assert {name: data for name, data in files.items() if name != "eit utval (1).md"} == {
        "eit utval (1)-1.svg": SVG,
        "eit utval (1)-2.png": PNG,
        "eit utval (1)-3.jpg": JPEG,
    }
    page = reading.parse(files["eit utval (1).md"])
    assert [image.get("src") for image in page.iter("img")] == [
        f"eit%20utval%20%281%29-{end}" for end in ("1.svg", "2.png", "1.svg", "3.jpg")
    ]


@pytest.mark.parametrize("reader", reading.READERS)
def test_every_address_in_the_file_leads_to_one_place(reader: str) -> None:
    page = reading.parse(render(SAMPLE).encode(), reader)

    assert len(reading.links(page)) == 12
    assert reading.dangling(page) == []
    assert reading.strange(page) == set()


@pytest.mark.parametrize("reader", reading.READERS)
def test_the_outline_has_the_numbers_of_the_report(reader: str) -> None:
    page = reading.parse(render(SAMPLE).encode(), reader)

    assert reading.outline(page) == [
        (1, "Årsrapport 2021", []),
        (2, "Innhald", []),
        (2, "Føreord", ["foreword"]),
        (2, "1 Aktivitet", ["activity"]),
        (3, "1.1 Tal", ["activity-figures"]),
        (2, "Vedlegg A: Møtet 3. februar 2021", ["meeting-2021-02-03"]),
        (3, "Sak 1. Målinger", ["item-2021-02-03-1"]),
        (2, "Kolofon", ["_imprint"]),
    ]


def test_a_draft_says_so_at_the_top() -> None:
    assert "Mai 2022\n\n> **Utkast**\n\n## Innhald\n" in render(replace(SAMPLE, draft=True))


def test_minutes_have_their_title_at_the_first_level_and_no_contents() -> None:
    document = minutes(
        Section(text("Målingar"), (), kind="item", level=2, number=f"Sak{NBSP}1."), draft=True
    )

    assert render(document, "m") == (
        '<div lang="nn-NO">\n\nVasstilsynet\n\n'
        '> **Utkast**\n\n# <a name="activity"></a>Referat frå møte\n\n'
        f"## Sak{NBSP}1. Målingar\n\n</div>\n"
    )


def test_what_the_title_page_lacks_leaves_no_trace() -> None:
    bare = replace(SAMPLE, titles=Titles("Årsrapport", ""), imprint=())

    assert render(bare).startswith('<div lang="nn-NO">\n\n# Årsrapport\n\n## Innhald\n')
    assert "Kolofon" not in render(bare)


# --- headings -------------------------------------------------------------------------------


def test_only_what_can_be_referred_to_has_an_anchor() -> None:
    named = Section(text("A"), (), level=3, id="a", name="table:a")
    plain = Section(text("B"), (), level=3, id="b")

    assert body(named, plain) == '#### <a name="a"></a>A\n\n#### B'


def test_a_heading_below_the_sixth_level_is_set_bold() -> None:
    deep = Section(text("Djupt"), (paragraph("a"),), level=6, id="djupt", name="x:y")

    assert body(deep) == '<a name="djupt"></a>**Djupt**\n\na'


def test_a_heading_says_its_language_where_it_is_not_that_of_the_place() -> None:
    part = Section(text("The case"), (paragraph("a"),), level=2, language="en", number="2.1")
    other = replace(part, title_language="nn")

    assert (
        body(part)
        == '### <span lang="en-GB">2.1 The case</span>\n\n<div lang="en-GB">\n\na\n\n</div>'
    )
    assert body(other) == '### 2.1 The case\n\n<div lang="en-GB">\n\na\n\n</div>'


def test_a_footnote_of_a_heading_is_not_in_the_contents() -> None:
    found = render(report(chapter(title=(*text("Aktivitet"), NOTE))))

    assert "- [1 Aktivitet](#activity)\n" in found
    assert "1 Aktivitet<sup>" in found


# --- blocks ---------------------------------------------------------------------------------


def items(*words: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((paragraph(word),)) for word in words)


def test_lists_are_close_and_keep_their_first_number() -> None:
    assert body(List(items("a", "b"))) == "- a\n- b"
    assert body(List(items("a", "b"), ordered=True)) == "1. a\n2. b"
    assert body(List(items("a", "b", "c"), ordered=True, start=9)) == "9. a\n10. b\n11. c"


def test_a_list_stands_close_to_the_words_that_lead_up_to_it() -> None:
    inner = List(items("a", "b"))

    assert body(List((ListItem((paragraph("x"), inner)),))) == "- x\n  - a\n  - b"
    assert body(List((ListItem((inner,)),))) == "- - a\n  - b"


def test_several_paragraphs_of_an_item_are_set_in() -> None:
    item = ListItem((paragraph("a"), paragraph("b"), Quote((paragraph("c"), paragraph("d")))))

    assert body(List((item, *items("e")), ordered=True, start=9)) == (
        "9. a\n\n   b\n\n   > c\n   >\n   > d\n\n10. e"
    )


@pytest.mark.parametrize("reader", reading.READERS)
def test_two_lists_in_a_row_stay_two(reader: str) -> None:
    lists = (List(items("a")), Passage((List(items("b")),)), List(items("c"), ordered=True))
    markup = body(*lists, List(items("d"), ordered=True))

    page = reading.parse(markup.encode(), reader)
    assert markup == "- a\n\n<!-- -->\n\n- b\n\n1. c\n\n<!-- -->\n\n1. d"
    assert [e.tag for e in page if isinstance(e.tag, str)] == ["ul", "ul", "ol", "ol"]


@pytest.mark.parametrize("reader", reading.READERS)
def test_items_without_words_are_no_rule(reader: str) -> None:
    empty = ListItem(())
    for _ in range(3):
        empty = ListItem((List((empty,)),))

    page = reading.parse(body(List((empty,))).encode(), reader)
    assert len(list(page.iter("li"))) == 4
    assert list(page.iter("hr")) == []


def test_terms_are_a_list_with_the_terms_in_bold() -> None:
    terms = Definitions(
        (
            Definition(text("Frist"), (paragraph("1. mai"),)),
            Definition(text("Til stades"), (List(items("Ada", "Bo")),)),
            Definition(text("Kven?"), (paragraph("a"), paragraph("b"))),
            Definition((*text("Ei "), Strong(text("sak"))), ()),
        )
    )

    assert body(terms) == (
        "- **Frist:** 1. mai\n\n- **Til stades:**\n  - Ada\n  - Bo\n\n- **Kven?** a\n\n  b\n\n- **Ei **sak**:**"
    ).replace("**Ei **sak**:**", "**Ei <strong>sak</strong>:**")


def test_a_table_without_caption_labels_or_header_column_is_only_cells() -> None:
    table = Table(cells("År", "", "Møte"), (cells("2021", "x", "3"),), ("left", "center", "right"))

    assert body(table) == "| År |  | Møte |\n| :--- | :---: | ---: |\n| 2021 | x | 3 |"


@pytest.mark.parametrize("reader", reading.READERS)
def test_cells_hold_pipes_breaks_codes_notes_and_other_languages(reader: str) -> None:
    row = (
        Cell((*text("a|b\\|c"), Break(), *text("d"))),
        Cell((Code("x|y"), Code("\\"))),
        Cell((*text("Note"), NOTE), language="en"),
    )
    table = Table(row, (row,), ("left",) * 3, header_column=True)
    markup = body(table)
    cells = ["a|b\\|c d", "x|y\\", "Note1"]

    assert reading.tables(reading.parse(markup.encode(), reader)) == [[cells, cells]]
    assert (
        '| **a\\|b\\\\\\|c<br>d** | <code>x\\|y</code>`\\` | <span lang="en-GB">Note<sup>' in markup
    )


def test_a_decision_stands_in_a_quote_as_it_was_minuted() -> None:
    action = Quote(
        (
            paragraph(Strong(text("Tiltak F21-01. Belegg.")), " Måle igjen."),
            List(items("a")),
            Definitions((Definition(text("Ansvar"), (paragraph("alle"),)),)),
        ),
        kind="action",
    )

    assert body(action, action).split("\n\n")[0] == (
        "> **Tiltak F21-01. Belegg.** Måle igjen.\n>\n> - a\n>\n> <!-- -->\n>\n> - **Ansvar:** alle"
    )


def test_two_quotes_in_a_row_stay_two() -> None:
    page = reading.parse(body(Quote((paragraph("a"),)), Note((paragraph("b"),))).encode())

    assert [(e.tag, reading.words(e)) for e in page] == [("blockquote", "a"), ("blockquote", "b")]


def test_a_language_is_marked_only_where_it_changes() -> None:
    assert body(paragraph("a", language="nn")) == "a"
    assert body(paragraph("a", language="nb")) == '<div lang="nb-NO">\n\na\n\n</div>'
    inside = Passage((paragraph("a", language="nb"), paragraph("b", language="en")), language="nb")
    assert body(inside) == (
        '<div lang="nb-NO">\n\na\n\n<div lang="en-GB">\n\nb\n\n</div>\n\n</div>'
    )


def test_blocks_without_words_leave_no_trace() -> None:
    empty = (
        paragraph(),
        Quote(()),
        List(()),
        Passage((paragraph(" "),), language="en"),
        paragraph("a"),
    )

    assert body(*empty) == "a"


# --- running text ---------------------------------------------------------------------------


def test_inline_nodes_get_no_space_of_their_own() -> None:
    assert line(
        "a ", Emphasis(text("b")), " c ", Strong(text("d")), " e", Code("f"), "g", Span("en", text("h")), "i",
        Link("https://j.no", text("j")), "k", Reference("x", text("l"), id="activity"), "m",
        Reference("y", text("n")), "o", Break(), "p",
    ) == (
        'a *b* c **d** e`f`g<span lang="en-GB">h</span>i'
        "[j](https://j.no)k[l](#activity)mno<br>p"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("children", "markup"),
    [
        (("(", Strong(text("a")), ")"), "(**a**)"),
        ((Strong(text("Vedtak.")), " A"), "**Vedtak.** A"),
        ((Strong(text("Vedtak.")), "A"), "<strong>Vedtak.</strong>A"),
        (("a", Emphasis(text("b")), " c"), "a<em>b</em> c"),
        (("a ", Emphasis(text("b")), "c"), "a <em>b</em>c"),
        (("(", Strong(text("«a")), " b"), "(<strong>«a</strong> b"),
        ((Code("a"), Code("b")), "`a`<span></span>`b`"),
        ((Emphasis(text("a ")), "b"), "<em>a </em>b"),
        ((Strong(text("a")), Emphasis(text("b"))), "<strong>a</strong>*b*"),
        ((Strong((Emphasis(text("a")),)),), "**<em>a</em>**"),
        ((Strong((*text("a "), Emphasis(text("b")), *text(" c"))),), "**a *b* c**"),
        ((Strong(text("*")),), "<strong>\\*</strong>"),
    ],
)
def test_stress_has_asterisks_where_they_surely_work_and_tags_elsewhere(children, markup) -> None:
    assert line(*children) == markup


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("a b", "`a b`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        (" a ", "`  a  `"),
        ("a|b*", "<code>a|b\\*</code>"),
        ("`" * 80, "<code>" + "\\`" * 80 + "</code>"),
    ],
)
def test_code_has_a_fence_that_is_not_in_it(value, markup) -> None:
    assert line("x ", Code(value), " y") == f"x {markup} y"


@pytest.mark.parametrize(
    ("href", "words", "markup"),
    [
        ("https://a.no/b_c", "https://a.no/b_c", "<https://a.no/b_c>"),
        ("mailto:a@b.no", "a@b.no", "<a@b.no>"),
        ("https://a.no", "ord", "[ord](https://a.no)"),
        ("http://www.a.no", "www.a.no", "[www\\.a.no](http://www.a.no)"),
        ("https://a.no/(b)?c=1&d=2", "x", "[x](https://a.no/\\(b\\)?c=1&d=2)"),
        ("https://a.no/&copy;", "x", "[x](https://a.no/&amp;copy;)"),
        ("https://a.no/a b|<c>\\`", "x", "[x](https://a.no/a%20b%7C%3Cc%3E%5C%60)"),
        ("https://a.no/ø", "x", "[x](https://a.no/ø)"),
    ],
)
def test_an_address_is_kept_as_it_is(href, words, markup) -> None:
    assert line(Link(href, text(words))) == markup


def test_a_link_holds_no_other_link_and_its_notes_stand_behind_it() -> None:
    inner = Link("https://b.no", (*text("b"), NOTE))

    assert line(Link("https://a.no", (*text("a "), inner))) == (
        '[a b](https://a.no)<sup><a name="_note-activity-1-1"></a>[1](#note-activity-1)</sup>'
        f'\n\n---\n\n<a name="note-activity-1"></a><sup>1</sup> Tala er førebelse. [↩\ufe0e](#_note-activity-1-1 {BACK})'
    )


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("15. mars", "15\\. mars"),
        ("15.3.2017", "15.3.2017"),
        ("12:30 begynte møtet", "12:30 begynte møtet"),
        ("- a", "\\- a"),
        ("-5 grader", "-5 grader"),
        ("---", "\\---"),
        ("> a", "\\> a"),
        ("| a", "\\| a"),
        (": a", "\\: a"),
        ("1 < 2 & 3 > 2", "1 \\< 2 & 3 > 2"),
        ("a_b*c`d[e]~f#g^h\\", "a\\_b\\*c\\`d\\[e\\]\\~f\\#g\\^h\\\\"),
        ("&amp; &lt;", "\\&amp; \\&lt;"),
        ("https://a.no og www.b.no", "https\\://a.no og www\\.b.no"),
        ("Kva? Ja! Nei.", "Kva? Ja! Nei."),
        ("a@b.no", "a<span>\\@</span>b.no"),
        ("5 $ og 6 $", "5 <span>\\$</span> og 6 <span>\\$</span>"),
        ("kl. 10:30:15 :tada:", "kl. 10:30:15 <span>\\:</span>tada:"),
        ("!12 %34 &56 i 100 % av tida", "\\!12 \\%34 \\&56 i 100 % av tida"),
        (f"Vedlegg{NBSP}B", f"Vedlegg{NBSP}B"),
        (" a \n\t b\r\n", "a b"),
        ("a\x00b\x1bc\ud800d", "a\ufffdb\ufffdc\ufffdd"),
    ],
)
def test_text_is_escaped_where_it_must_be_and_nowhere_else(value: str, markup: str) -> None:
    assert line(value) == markup


def test_an_exclamation_mark_makes_no_picture_of_a_link() -> None:
    assert line("Sjå!", Link("https://a.no", text("a"))) == "Sjå\\![a](https://a.no)"


@pytest.mark.parametrize("reader", reading.READERS)
def test_hostile_titles_labels_and_words_are_text(reader: str) -> None:
    hostile = Table(cells("a"), (), ("left",), caption=text("b"), label=HOSTILE)
    figure = Figure("meetings/rad/2021/kart.png", HOSTILE)
    part = chapter(hostile, figure, paragraph("c", NOTE), title=text("d"), number=HOSTILE)
    document = replace(
        report(part, imprint=(paragraph("e"),), draft=True),
        titles=Titles(*[HOSTILE] * 6),
        words=tuple((key, HOSTILE) for key in WORDS),
    )
    page = reading.parse(render(document).encode(), reader)

    assert reading.strange(page) == set()
    assert page.find(".//img").get("alt") == HOSTILE
    assert page.find(".//a[@title]").get("title") == HOSTILE
    # The title, who, and the line below with three; the draft; the contents' heading and two
    # entries; the chapter, the table, the imprint.
    assert reading.words(page).count(HOSTILE) == 2 + 3 + 1 + 3 + 3


# --- footnotes ------------------------------------------------------------------------------


def test_numbers_that_restart_stay_what_they_are() -> None:
    """A forge would count Markdown's own footnotes through, and gather them at the end."""
    notes = [replace(NOTE, id=f"note-{part}-1") for part in "ab"]
    document = report(
        *(chapter(paragraph("x", note), id=part) for part, note in zip("ab", notes, strict=True))
    )
    page = reading.parse(render(document).encode())

    assert [link for link in reading.links(page) if link[0] == "1"] == [
        ("1", "#note-a-1"),
        ("1", "#note-b-1"),
    ]
    assert [e.tag for e in page.iter("section")] == []


def test_a_note_of_several_blocks_stands_whole_with_its_way_back() -> None:
    note = Footnote((List(items("a")), paragraph("b"), Quote((paragraph("c"),))), "2", "note-2")

    assert line("x", note).partition("---\n\n")[2] == (
        f'<a name="note-2"></a><sup>2</sup>\n\n- a\n\nb\n\n> c\n\n[↩\ufe0e](#_note-2-1 {BACK})'
    )


def test_a_note_in_another_language_says_so() -> None:
    note = Footnote((paragraph("Facts."),), "1", "n")
    passage = Passage((paragraph("x", note),), language="en")

    assert body(passage).partition("---\n\n")[2].startswith('<div lang="en-GB">\n\n<a name="n">')


def test_notes_that_were_never_numbered_are_all_kept() -> None:
    """As those of the imprint are."""
    notes = (Footnote((paragraph("a"),)), Footnote((paragraph("b"),)))
    found = render(replace(SAMPLE, imprint=(paragraph("x", *notes),)))

    assert found.endswith(
        "x<sup>\\*</sup><sup>\\*</sup>\n\n---\n\n<sup>\\*</sup> a\n\n<sup>\\*</sup> b\n\n</div>\n"
    )


# --- the closed set -------------------------------------------------------------------------


@dataclass(frozen=True)
class Strange:
    language: None = None


@pytest.mark.parametrize("block", [Strange(), paragraph(Strange()), text("x")[0]])
def test_a_node_of_an_unknown_kind_fails(block) -> None:
    with pytest.raises((AssertionError, AttributeError, KeyError)):
        body(block)
    with pytest.raises((AssertionError, AttributeError), match=r"unreachable|language"):
        set_blocks([block], "nn", Gathered({}, "x", 1, ""))


def test_what_no_renderer_may_see_fails() -> None:
    with pytest.raises(ValueError, match="withheld"):
        body(List((ListItem((Passage((paragraph("løyndom"),), internal=True),)),)))
    with pytest.raises(ValueError, match="hole"):
        line(Hole(0))


@pytest.mark.parametrize("data", [b"", b"<html><svg></svg>", b"GIF89a"])
def test_a_picture_that_cannot_be_set_fails(data: bytes) -> None:
    with pytest.raises(ValueError, match="picture that cannot be set"):
        render_markdown(report(chapter(Figure("x.png", "x"))), {"x.png": data}, "x")


def test_a_missing_word_or_picture_fails() -> None:
    with pytest.raises(KeyError, match="back_to_text"):
        render(replace(SAMPLE, words=()))
    with pytest.raises(KeyError, match=r"kart\.png"):
        render_markdown(report(chapter(Figure("kart.png", "x"))), {}, "x")


def test_deep_nesting_is_set_whole() -> None:
    block: Block = paragraph("botn")
    for _ in range(40):
        block = List((ListItem((block,)),))

    page = reading.parse(body(block).encode())
    assert (len(list(page.iter("ul"))), reading.words(page)) == (40, "botn")
