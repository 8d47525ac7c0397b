"""Holes become words and blocks: languages, sentences, and values that cannot stand where they do."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.compose.chapters.fill import fill
from arsrapport.compose.chapters.values import (
    Count,
    Day,
    Days,
    Enumeration,
    Nodes,
    Number,
    Target,
    Wording,
    Words,
)
from arsrapport.document.nodes import (
    Cell,
    Code,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Hole,
    Note,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Table,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.markup.blocks import captioned, line_locator, parse_blocks
from arsrapport.markup.holes import hole_marker
from arsrapport.source.place import Place

MEETING = Count(4, "møte")
ONE = Count(1, "møte")
NONE = Count(0, "møte")
ITEMS = Count(31, "sak")
DAYS = Days(
    (Day(date(2021, 3, 15), date(2021, 3, 15)), Day(date(2021, 11, 2), date(2021, 11, 2))), "months"
)
TABLE = Nodes("seats", lambda language: (Table((Cell((Text(language),)),), (), ("left",)),))


def parsed(text: str, *values, language="nn"):
    """Parse a text in which `@` stands for each value in turn, and fill it."""
    index = iter(range(len(values)))
    marked = re.sub("@", lambda _: hole_marker(next(index)), text)
    blocks, faults = parse_blocks(marked, line_locator("a.md", 1), base="a.md", holes=len(values))

    assert faults == ()
    return fill(blocks, values, language)


def filled(text: str, *values, language="nn"):
    blocks, faults = parsed(text, *values, language=language)

    assert faults == ()
    return blocks


def words(text: str, *values, language="nn") -> str:
    """The words of a text of one paragraph, its hard spaces as `~`."""
    (paragraph,) = filled(text, *values, language=language)
    return plain_text(paragraph.children).replace("\N{NO-BREAK SPACE}", "~")


# --- words in a language --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "nn", "nb", "en"),
    [
        (MEETING, "fire møte", "fire møter", "four meetings"),
        (ONE, "eitt møte", "ett møte", "one meeting"),
        (NONE, "ingen møte", "ingen møter", "no meetings"),
        (ITEMS, "31~saker", "31~saker", "31~items"),
        (Count(12), "tolv", "tolv", "twelve"),
        (Count(13), "13", "13", "13"),
        (Number(4), "4", "4", "4"),
        (Number(1200), "1~200", "1~200", "1,200"),
        (Day(date(2021, 3, 15), date(2021, 3, 15)), "15.~mars 2021", "15.~mars 2021", "15~March 2021"),
        (Day(date(2021, 3, 15), date(2021, 3, 16), "day"), "15.–16.~mars", "15.–16.~mars", "15–16~March"),
        (Day(date(2021, 12, 31), date(2021, 12, 31), "month"), "desember 2021", "desember 2021", "December 2021"),
        (DAYS, "mars og november", "mars og november", "March and November"),
        (Days(DAYS.days, "dates"), "15.~mars og 2.~november 2021", "15.~mars og 2.~november 2021", "15~March and 2~November 2021"),
        (Enumeration((Words("A"), Words("B"), Words("C"))), "A, B og C", "A, B og C", "A, B and C"),
        (Enumeration(()), "", "", ""),
        (Wording((("nn", "Utvalet"), ("nb", "Utvalget"), ("en", "Committee"))), "Utvalet", "Utvalget", "Committee"),
    ],
)  # fmt: skip
def test_a_value_is_written_in_the_language_of_its_passage(value, nn, nb, en):
    assert words("Det er @ no.", value) == f"Det er {nn} no."
    assert words("Det er @ no.", value, language="nb") == f"Det er {nb} no."
    assert words("Det er @ no.", value, language="en") == f"Det er {en} no."


def test_a_passage_in_another_language_has_its_own_words():
    (passage,) = filled("::: nb\n\nDet var @.\n\n:::", MEETING)

    assert plain_text(passage.children[0].children) == "Det var fire møter."


def test_a_phrase_in_another_language_has_its_own_words():
    assert (
        words("Det var [held @]{lang=en} i fjor.", MEETING) == "Det var held four meetings i fjor."
    )


def test_words_in_emphasis_links_and_references_are_filled():
    assert (
        words("*@* [@](https://a.no) [@](meeting:x) **a @ b**", *[Words("æ")] * 4) == "æ æ æ a æ b"
    )


def test_a_title_in_another_language_is_marked():
    (paragraph,) = filled("Sak: @", Words("Dybder", "nb"))

    assert paragraph.children[1] == Span("nb", (Text("Dybder", Place("a.md", 1, 6)),))


def test_a_title_in_the_same_language_is_not():
    (paragraph,) = filled("Sak: @", Words("Djupner", "nn"))

    assert paragraph.children[1] == Text("Djupner", Place("a.md", 1, 6))


def test_a_target_is_a_reference():
    (paragraph,) = filled("Sjå @.", Target("meeting:2021-03-15"))

    assert paragraph.children[1] == Reference("meeting:2021-03-15", place=Place("a.md", 1, 5))


def test_words_are_never_markup():
    (paragraph,) = filled("Namn: @", Words("*a* <b> [c](d) ![e](f) ~~~ | `g`\n\n# h"))

    assert paragraph.children[1].value == "*a* <b> [c](d) ![e](f) ~~~ | `g`\n\n# h"


# --- sentences ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("@ blei haldne.", (MEETING,), "Fire møte blei haldne."),
        ("«@», sa ho.", (MEETING,), "«Fire møte», sa ho."),
        ("*@* blei haldne.", (MEETING,), "Fire møte blei haldne."),
        ("Slik var det. @ blei haldne.", (MEETING,), "Slik var det. Fire møte blei haldne."),
        ("Slik var det i 2017. @ blei haldne", (MEETING,), "Slik var det i 2017. Fire møte blei haldne"),
        ("Sjå (nr. 4). @ blei haldne", (MEETING,), "Sjå (nr. 4). Fire møte blei haldne"),
        ("Var det slik? @ blei haldne!", (MEETING,), "Var det slik? Fire møte blei haldne!"),
        ("Det var, jf. @ i fjor.", (MEETING,), "Det var, jf. fire møte i fjor."),
        ("Hos Per A. @ i fjor.", (MEETING,), "Hos Per A. fire møte i fjor."),
        ("Det var 15. mars og @.", (MEETING,), "Det var 15. mars og fire møte."),
        ("Møta var i @. @ var det.", (DAYS, MEETING), "Møta var i mars og november. Fire møte var det."),
        ("@ var møta.", (DAYS,), "Mars og november var møta."),
        ("@ var eit møte.", (Day(date(2021, 3, 15), date(2021, 3, 15), "day"),), "15.~mars var eit møte."),
        ("@ hadde møte.", (Words("von der Fehr"),), "von der Fehr hadde møte."),
        ("@ @ var møta.", (MEETING, DAYS), "Fire møte mars og november var møta."),
        ("@@ var møta.", (Words(""), MEETING), "Fire møte var møta."),
        ("@", (MEETING,), "fire møte"),
        ("@ og anna", (MEETING,), "fire møte og anna"),
        ("@:", (MEETING,), "Fire møte:"),
    ],
)  # fmt: skip
def test_a_sentence_begins_with_a_capital(text, values, expected):
    assert words(text, *values) == expected


def test_one_meeting_begins_a_sentence_in_bokmal():
    assert words("@ ble holdt.", ONE, language="nb") == "Ett møte ble holdt."


def test_a_heading_begins_with_a_capital():
    (section,) = filled("# @ i 2021", MEETING)

    assert plain_text(section.title) == "Fire møte i 2021"


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("Det var @ og @.", (MEETING, ITEMS), "Det var 4~møte og 31~saker."),
        ("Det var @. Det var @.", (MEETING, ITEMS), "Det var fire møte. Det var 31~saker."),
        ("Det var @, *@* og [@](https://a.no).", (MEETING, ONE, ITEMS), "Det var 4~møte, 1~møte og 31~saker."),
        ("@ og @ blei talde.", (MEETING, ITEMS), "4~møte og 31~saker blei talde."),
        ("Det var @ av @.", (Count(4), Count(13)), "Det var 4 av 13."),
        ("Det var @ av @.", (Count(4), Count(12)), "Det var fire av tolv."),
        ("Det var @ og @.", (NONE, ITEMS), "Det var ingen møte og 31~saker."),
        ("Det var @ av 17 plassar.", (MEETING,), "Det var 4~møte av 17 plassar."),
        ("Det var @ av 12 plassar.", (MEETING,), "Det var fire møte av 12 plassar."),
        ("Det var @ i 2017 og fleire.", (MEETING,), "Det var fire møte i 2017 og fleire."),
        ("Det var @ fram til 15. mars.", (MEETING,), "Det var fire møte fram til 15. mars."),
        ("Det var @ fram til 15 mars.", (MEETING,), "Det var fire møte fram til 15 mars."),
        ("Det var @ fram til 15. mars og @.", (MEETING, ITEMS), "Det var 4~møte fram til 15. mars og 31~saker."),
        ("There were @ on 15 March.", (MEETING,), "There were fire møte on 15 March."),
        ("Det var @ og 78 prosent.", (MEETING,), "Det var fire møte og 78 prosent."),
        ("Det var @ om sak 14 om noko.", (MEETING,), "Det var fire møte om sak 14 om noko."),
        ("Det var @ kl. 13 på dagen.", (MEETING,), "Det var fire møte kl. 13 på dagen."),
        ("Det var @ i 2018/35 då.", (MEETING,), "Det var fire møte i 2018/35 då."),
        ("Det var @ i 13–15 dagar.", (MEETING,), "Det var fire møte i 13–15 dagar."),
    ],
)  # fmt: skip
def test_the_numbers_of_a_sentence_are_evened_out(text, values, expected):
    assert words(text, *values) == expected


def test_numbers_in_a_table_are_figures():
    (table,) = filled("| a | b |\n|---|---|\n| @ | @ |", Count(4), MEETING)

    assert [plain_text(cell.children) for cell in table.rows[0]] == ["4", "4\N{NO-BREAK SPACE}møte"]


def test_a_footnote_is_a_text_of_its_own():
    (paragraph,) = filled("Det var @[^1] i år.\n\n[^1]: Og @.", MEETING, ITEMS)

    assert plain_text(paragraph.children) == "Det var fire møte i år."
    (note,) = (node for node in paragraph.children if isinstance(node, Footnote))
    assert plain_text(note.children[0].children) == "Og 31\N{NO-BREAK SPACE}saker."


# --- whole tables and lists -----------------------------------------------------------------


def test_a_value_alone_in_its_paragraph_may_be_a_table():
    before, table, after = filled("a\n\n@\n\nb", TABLE)

    assert plain_text(table.head[0].children) == "nn"
    assert (plain_text(before.children), plain_text(after.children)) == ("a", "b")


def test_a_table_is_built_in_the_language_of_its_passage():
    (passage,) = filled("::: en\n\n@\n\n:::", TABLE)

    assert plain_text(passage.children[0].head[0].children) == "en"


def test_a_paragraph_above_a_hole_is_the_caption_of_its_table():
    (table,) = captioned(filled("Tabell seats: Plassar @\n\n@", Words("no"), TABLE))

    assert (table.name, plain_text(table.caption)) == ("table:seats", "Plassar no")


def test_a_table_may_stand_in_a_list_a_quote_and_a_footnote():
    blocks = filled("- @\n\n> @\n\na[^1]\n\n[^1]: @", TABLE, TABLE, TABLE)
    found = [node for block in blocks for node, _ in walk(block, "nn") if isinstance(node, Table)]

    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("a @", [3]),
        ("@ b", [1]),
        ("*@*", [2]),
        ("# @", [3]),
        ("| a |\n|---|\n| @ |", [3]),
        ("@ @", [1, 5]),  # a marker has three characters
    ],
)
def test_a_table_in_the_middle_of_a_text_is_a_fault(text, columns):
    _, faults = parsed(text, *[TABLE] * text.count("@"))

    assert {fault.code for fault in faults} == {"AR609"}
    assert {dict(fault.arguments)["kind"] for fault in faults} == {"seats"}
    assert [fault.place.column for fault in faults] == columns


def test_a_list_with_nothing_to_show_leaves_nothing():
    assert filled("@", Nodes("seats", lambda _: ())) == ()


# --- faults and blanks ----------------------------------------------------------------------


def test_a_noun_that_nobody_knows_is_told_where_it_stands():
    _, faults = parsed("a\n\nDet var @.", Count(4, "møtt"), language="nb")

    (fault,) = faults
    assert (fault.code, fault.place) == ("AR608", Place("a.md", 3, 9))
    assert dict(fault.arguments) == {"noun": "møtt", "language": "nb", "nearest": "møte"}


def test_a_noun_that_nobody_knows_is_told_once_for_each_hole():
    blocks, _ = parse_blocks(
        f"a[^1] b[^1]\n\n[^1]: {hole_marker(0)}", line_locator("a.md", 1), base="a.md", holes=1
    )
    _, faults = fill(blocks, (Count(4, "xyzzy"),), "nn")

    assert [fault.code for fault in faults] == ["AR608"]


def test_a_paragraph_of_which_nothing_is_left_is_taken_away():
    assert filled("@", Words("")) == ()
    assert filled("@ @", Words(""), Words(" ")) == ()
    assert filled("- @", Words("")) == ()


def test_an_item_of_which_nothing_is_left_is_taken_away():
    (list_,) = filled("- a\n- @\n- b", Words(""))

    assert [plain_text(item.children[0].children) for item in list_.items] == ["a", "b"]


def test_a_text_without_holes_stays_as_it_is():
    text = "# A\n\nb *c*\n\n- d\n\n> e\n\n| f |\n|---|\n| g |\n\n::: nb\nh\n:::\n"
    blocks, _ = parse_blocks(text, line_locator("a.md", 1), base="a.md")

    assert fill(blocks, (), "nn") == (blocks, ())


HOLE = Hole(0, Place("a.md", 1))


def test_a_hole_is_filled_wherever_words_can_stand():
    line = (Text("x"), HOLE)
    blocks = (
        Section(line, (Paragraph(line),)),
        Definitions((Definition(line, (Paragraph(line),)),)),
        Table((Cell(line),), ((Cell(line),),), ("left",), caption=line, notes=(line,), source=line),
        Figure("a.png", "alt", caption=line, source=line),
        Quote((Paragraph(line),)),
        Note((Paragraph(line),)),
        Passage((Paragraph(line),)),
        Paragraph((Emphasis(line), Code("c"))),
    )
    result, faults = fill(blocks, (Words("y"),), "nn")
    nodes = [node for block in result for node, _ in walk(block, "nn")]

    assert faults == ()
    assert sum(node == Text("y", HOLE.place) for node in nodes) == 15
    assert not any(isinstance(node, Hole) for node in nodes)


def test_many_holes_take_no_more_than_their_number():
    began = time.process_time()
    filled("@" * 30_000, *[MEETING] * 30_000)
    filled("@. " * 30_000, *[ITEMS] * 30_000)

    assert time.process_time() - began < 20


VALUES = st.sampled_from(
    [MEETING, ONE, ITEMS, Words("A."), Words(""), DAYS, Target("item:x"), TABLE, Number(7)]
)


@given(st.lists(st.tuples(st.text(alphabet="aB. *_[]()>-|#1\n«»", max_size=8), VALUES), max_size=6))
def test_every_hole_is_filled_whatever_stands_around_it(parts):
    text = "".join(f"{words}@" for words, _ in parts)
    index = iter(range(len(parts)))
    marked = re.sub("@", lambda _: hole_marker(next(index)), text)
    blocks, _ = parse_blocks(marked, line_locator("a.md", 1), base="a.md", holes=len(parts))
    result, _ = fill(blocks, [value for _, value in parts], "nn")

    assert not [node for block in result for node, _ in walk(block, "nn") if isinstance(node, Hole)]
