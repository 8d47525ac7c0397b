"""A document as the plain data that the templates set."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from arsrapport.document.nodes import (
    Break,
    Cell,
    Code,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Hole,
    Link,
    List,
    ListItem,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from arsrapport.render.pdf.tree import document_data
from pdf_samples import ASSETS, NOTE, REPORT, SEATS, cells, minutes, paragraph, text

NAMES = {path: f"asset-{n}" for n, path in enumerate(ASSETS, 1)}


def blocks(*children, **fields):
    """The data of blocks in a chapter."""
    found, _ = document_data(minutes(*children, **fields), NAMES)
    return found["chapters"][0]["children"]


def inline(*children):
    return blocks(paragraph(*children))[0]["children"]


def test_a_report_is_plain_data():
    found, _ = document_data(REPORT, NAMES)

    assert json.loads(json.dumps(found))["kind"] == "report"
    assert list(found) == [
        "kind",
        "language",
        "stamp",
        "watermark",
        "words",
        "titles",
        "imprint",
        "front",
        "chapters",
        "appendices",
    ]


def test_text_is_a_bare_string_and_the_rest_says_what_it_is():
    assert inline("a ", Strong((Text("b"), Emphasis(text("c")))), Break()) == [
        "a ",
        {"node": "strong", "children": ["b", {"node": "emphasis", "children": ["c"]}]},
        {"node": "break"},
    ]


def test_a_link_has_a_stand_in_whose_address_and_words_are_told_and_a_reference_its_target():
    x, y = Link("https://example.org/", text("x\n y")), Link("mailto:a@b.no", text("y"))
    document = minutes(paragraph(x, Reference("a:b", text("z"), id="i"), y))

    content, unmarked = document_data(document, NAMES)

    assert content["chapters"][0]["children"][0]["children"] == [
        {"node": "link", "href": "link:0", "children": ["x y"]},
        {"node": "reference", "id": "i", "children": ["z"]},
        {"node": "link", "href": "link:1", "children": ["y"]},
    ]
    assert [(link.address, link.words) for link in unmarked.links] == [
        ("https://example.org/", "x y"),
        ("mailto:a@b.no", "y"),
    ]


def test_white_space_is_one_space_but_hard_spaces_stay():
    assert inline("a\n b\t\x0b\u2028c\xa0d  e") == ["a b c\xa0d e"]


def test_a_run_without_a_place_to_break_is_set_apart():
    run = "0123456789" * 4

    assert inline(f"sjå {run}, og") == ["sjå ", {"node": "word", "text": f"{run},"}, " og"]
    assert inline("a/b-c" * 20) == ["a/b-c" * 20]


def test_a_word_of_letters_is_left_to_the_dictionaries_up_to_a_length():
    assert inline("ø" * 50) == ["ø" * 50]
    assert inline(f"({'ø' * 45}), …") == [f"({'ø' * 45}), …"]
    assert inline("ø" * 51) == [{"node": "word", "text": "ø" * 51}]


def test_in_a_narrow_column_shorter_runs_are_set_apart():
    wide = "0123456789abcdef"
    table = Table(cells(*["x"] * 20), (cells(*[wide] * 20),), ("left",) * 20)

    found = blocks(table)[0]["rows"][0]["cells"][0]["children"]

    assert found == [{"node": "word", "text": wide}]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_character_is_lost_but_white_space(value):
    parts = inline(value)

    joined = "".join(part if isinstance(part, str) else part["text"] for part in parts)
    assert "".join(joined.split()) == "".join(value.split())


def test_code_carries_the_language_around_it():
    found = inline(Code("a"), Span("en", (Code("b"),)))

    assert found == [
        {"node": "code", "text": "a", "language": "nn-NO", "long": False},
        {
            "node": "span",
            "language": "en-GB",
            "children": [{"node": "code", "text": "b", "language": "en-GB", "long": False}],
        },
    ]


def test_a_language_is_marked_where_it_changes():
    english = Passage((paragraph("a"), paragraph("b", language="nn")), language="en")

    found = blocks(english, paragraph("c", language="nn"))

    assert found[0]["language"] == "en-GB"
    assert "language" not in found[0]["children"][0]
    assert found[0]["children"][1]["language"] == "nn-NO"
    assert "language" not in found[1]


def test_list_items_and_cells_have_their_own_language():
    items = List((ListItem((paragraph("a"),), language="nb"), ListItem((paragraph("b"),))))
    table = Table((Cell(text("a"), "en"), Cell(text("b"))), (), ("left", "left"))

    first, second = blocks(items, table)

    assert [item.get("language") for item in first["items"]] == ["nb-NO", None]
    assert [cell.get("language") for cell in second["head"]] == ["en-GB", None]


def test_the_title_of_a_section_has_its_own_language():
    found, _ = document_data(REPORT, NAMES)
    appendix = found["appendices"][1]

    assert appendix["language"] == "nb-NO"
    assert appendix["title"]["language"] == "nn-NO"
    assert appendix["children"][4]["title"]["language"] == "nb-NO"


def test_parts_and_numbered_sections_are_listed_and_items_are_not():
    found, _ = document_data(REPORT, NAMES)

    assert [part["listed"] for part in found["front"] + found["chapters"]] == [True] * 4
    assert found["chapters"][0]["children"][2]["listed"]
    assert not found["appendices"][0]["children"][0]["listed"]
    assert not found["appendices"][1]["children"][4]["listed"]


def test_a_word_that_came_in_pieces_is_measured_whole():
    pieces = [Text("MAPPE_" * 3), Text("MAPPE_" * 3), Emphasis((Text("a"),)), Text("b")]
    found = blocks(paragraph(*pieces))[0]["children"]

    assert found == [
        {"node": "word", "text": "MAPPE_" * 6},
        {"node": "emphasis", "children": ["a"]},
        "b",
    ]


GAP = {"node": "gap"}


def test_long_text_has_a_gap_after_the_word_in_which_it_grows_too_long():
    """166 words of twelve characters are 1,992: the 167th is the one."""
    word = "målestasjon "

    assert inline(word * 400) == [word * 167, GAP, word * 167, GAP, word * 66]
    assert inline(word * 166) == [word * 166]


def test_text_between_other_nodes_is_added_up():
    pieces = [piece for _ in range(60) for piece in ("ord " * 20, Emphasis(text("x")))]
    found = inline(*pieces)

    # 25 times 80 characters are 2,000.
    assert [n for n, piece in enumerate(found) if piece == GAP] == [2 * 24 + 1, 2 * 49 + 2]
    assert [piece for piece in found if piece != GAP] == inline(*pieces[:2]) * 60


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (Emphasis(text("vegs")), [{"node": "emphasis", "children": ["vegs"]}, " og ", GAP]),
        (Break(), [{"node": "break"}, GAP, " og "]),
    ],
)
def test_a_gap_stands_only_where_a_line_may_end(between, expected):
    """Not between *half* and *way*, be the text ever so long."""
    long = "ord " * 499 + "halv"

    assert inline(long, between, " og ") == [long, *expected]


def test_all_that_is_set_in_lines_has_gaps():
    long = text("målestasjon " * 200)
    table = Table((Cell(long),), ((Cell(long),),), ("left",), caption=long, source=long)
    note = Footnote((paragraph(*long),), "1", "n")
    items = List((ListItem((paragraph(*long),)),))
    quote = Quote((paragraph(Strong(long)),))
    found = blocks(table, paragraph(note), items, quote, Section(long, (), level=2))

    # Head, row, caption, source; note; item; quote; title, and the title in the contents.
    assert json.dumps(found).count(json.dumps(GAP)) == 4 + 1 + 1 + 1 + 2


def test_code_parts_at_hard_spaces_when_no_line_can_hold_it():
    long, short = "ord\xa0" * 20 + "ord", "12\xa0000"
    token = "0123456789" * 4

    found = inline(Code(long), Code(short), Code(f"{token} x"))

    assert [(code["text"], code["long"]) for code in found] == [
        ("ord " * 20 + "ord", False),
        (short, False),
        (f"{token} x", True),
    ]


def test_the_contents_take_a_title_without_notes_links_and_breaks():
    title = (
        Text("Tal"),
        NOTE,
        Break(),
        Link("https://example.org/", (Emphasis((Text("om"), NOTE)),)),
        Reference("a:b", text(" vatn"), id="i"),
    )
    found = blocks(Section(title, (), level=2))[0]["title"]

    assert found["bare"] == ["Tal ", {"node": "emphasis", "children": ["om"]}, " vatn"]
    assert [n if isinstance(n, str) else n["node"] for n in found["children"]] == [
        "Tal",
        "footnote",
        "break",
        "link",
        "reference",
    ]


def test_a_note_is_set_once_and_then_only_referred_to():
    first, second = inline(NOTE, NOTE)

    assert (first["number"], first["again"], len(first["children"])) == ("1", False, 1)
    assert first["language"] == "nn-NO"
    assert second == {"node": "footnote", "id": NOTE.id, "number": "1", "again": True}


def test_notes_without_an_id_are_each_their_own():
    note = Footnote((paragraph("x"),), "2")

    assert [found["again"] for found in inline(note, note)] == [False, False]


def test_row_headers_are_told_for_each_table_in_reading_order():
    plain = replace(SEATS, header_column=False)
    note = Footnote((plain,), "1", "n")
    cell = Cell((Text("x"), note))
    outer = Table((cell,), (), ("left",), header_column=True)
    document = minutes(outer, Quote((plain, SEATS)), imprint=(plain,), appendices=())

    _, found = document_data(document, NAMES)

    assert found.row_headers == (False, True, False, False, True)


def test_a_short_paragraph_before_a_list_leads_up_to_it():
    things = List((ListItem((paragraph("a"),)),))
    long = "ord " * 50

    found = blocks(paragraph("Dette:"), things, paragraph("Så."), paragraph(long), things)

    leads = [found.get("leads") for found in found]
    assert leads == [True, None, False, False, None]


def test_a_few_definitions_are_kept_together_and_many_are_not():
    few = Definitions((Definition(text("Til stades"), (paragraph("x"),) * 8),))
    many = Definitions((Definition(text("Til stades"), (paragraph("x"),) * 9),))
    long = Definitions((Definition(text("Merknad"), (paragraph("ord " * 150),)),))

    assert [found["kept"] for found in blocks(few, many, long)] == [True, False, False]


def test_the_running_title_is_cut_at_a_word():
    titles = replace(REPORT.titles, running="Eit utval for " + "mange ord " * 20)
    found, _ = document_data(replace(REPORT, titles=titles), NAMES)

    assert found["titles"]["running"] == ("Eit utval for mange ord mange ord mange ord mange ord…")
    assert found["chapters"][0]["running"] == "1 Aktivitet"
    # In minutes nothing stands beside it.
    alone, _ = document_data(replace(REPORT, titles=titles, kind="minutes"), NAMES)
    assert alone["titles"]["running"] == f"Eit utval for{' mange ord' * 6}…"


def test_a_withheld_passage_never_passes():
    with pytest.raises(ValueError, match="withheld"):
        blocks(Quote((Passage((paragraph("løynd"),), internal=True),)))


def test_a_hole_never_passes():
    with pytest.raises(ValueError, match="hole"):
        inline(Hole(3))


@pytest.mark.parametrize("unknown", [object(), SEATS])
def test_a_node_that_is_not_known_never_passes(unknown):
    with pytest.raises(AssertionError):
        inline(unknown)


@pytest.mark.parametrize("unknown", [Text("a"), ListItem(())])
def test_a_block_that_is_not_known_never_passes(unknown):
    with pytest.raises((AssertionError, AttributeError)):
        blocks(unknown)


def test_a_picture_or_a_word_that_is_not_there_is_a_bug():
    with pytest.raises(KeyError, match=r"gone\.png"):
        blocks(Figure("gone.png", "x"))
    with pytest.raises(KeyError, match="contents"):
        document_data(replace(REPORT, words=()), NAMES)
