"""The sections of a body, matched with an agenda."""

import pytest

from arsrapport.document.nodes import Paragraph, Passage, Section
from arsrapport.document.plain import plain_text
from arsrapport.load.link.agenda import Entry
from arsrapport.load.link.body import match_body
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.source.place import Place


def entries(*items):
    """An agenda of `(number, title)`; each title stands in its own line of the front matter."""
    return [
        Entry(number, title, public_title="", is_heading=False, place=Place("m.md", 2 + index, 3))
        for index, (number, title) in enumerate(items)
    ]


AGENDA = entries(("1", "Sjøkart"), ("2", "Farleier"), ("3", "Eventuelt"))


def match(text, agenda=AGENDA, **options):
    blocks, diagnostics = parse_blocks(text, line_locator("m.md", 20), base="m.md")
    assert diagnostics == ()
    body, diagnostics = match_body(blocks, agenda, "m.md", **options)
    return body, [(d.code, d.place.line, dict(d.arguments)) for d in diagnostics]


def words(blocks):
    """The words of blocks, with their headings."""
    found = []
    for block in blocks:
        match block:
            case Paragraph(children=children):
                found.append(plain_text(children))
            case Section(title=title, children=children, level=level):
                found += ["#" * level + plain_text(title), *words(children)]
            case Passage(children=children):
                found += words(children)
    return found


def bodies(body):
    return [None if blocks is None else words(blocks) for blocks in body.items]


def test_each_item_gets_what_stands_under_its_heading():
    body, diagnostics = match(
        "Fyrst.\n\n## Sak 1\n\nEin.\n\n### Under\n\nUnder.\n\n## Sak 2\n\n## Sak 3\n\nTre.\n"
    )

    assert diagnostics == []
    assert words(body.introduction) == ["Fyrst."]
    assert bodies(body) == [["Ein.", "###Under", "Under."], [], ["Tre."]]


def test_a_body_without_sections_is_an_introduction_and_an_agenda():
    body, diagnostics = match("Berre tekst.\n\n### Og ei overskrift\n")

    assert diagnostics == []
    assert words(body.introduction) == ["Berre tekst.", "###Og ei overskrift"]
    assert bodies(body) == [None, None, None]


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        ("4", "Sak 4"), ("4", "sak 4"), ("4", "SAK 4."), ("4", "Sak 4: Kart"), ("4", "Sak 4. Kart"), ("4", "Sak 4 Kart"),
        ("4", "Sak 4.Kart"), ("4", "Item 4"), ("4", "Item 4. Kart"), ("4", "Sak\u00a04"),
        ("1/22", "Sak 1/22"), ("1/22", "Sak 1/22: Kart"), ("3a", "Sak 3A"), ("4.1", "Sak 4.1. Kart"), ("4.1", "Sak 4.1"),
        ("S 7/13", "Sak S 7/13. Kart"), ("S 7/13", "Sak s 7/13 Kart"), ("Å", "Sak å"), ("", "Kart"), ("", "KART  "),
    ],
)  # fmt: skip
def test_a_heading_names_an_item_by_its_number_as_the_agenda_has_it(number, heading):
    body, diagnostics = match(
        f"## {heading}\n\nTekst.\n", entries((number, "KART" if heading == "KART  " else "Kart"))
    )

    assert diagnostics == []
    assert bodies(body) == [["Tekst."]]


def test_the_longest_number_is_meant():
    agenda = entries(("4", "Kart"), ("4.1", "Djupner"), ("4.2", "1 og 2"))

    body, diagnostics = match(
        "## Sak 4\n\nA\n\n## Sak 4.1 Djupner\n\nB\n\n## Sak 4.2. 1 og 2\n\nC\n", agenda
    )

    assert diagnostics == []
    assert bodies(body) == [["A"], ["B"], ["C"]]


def test_a_number_may_hold_spaces_and_begin_like_another():
    body, diagnostics = match(
        "## Sak S\n\nA\n\n## Sak S 7\n\nB\n\n## Sak S 7 8\n\nC\n",
        entries(("S", "A"), ("S 7", "B"), ("S 7 8", "C")),
    )

    assert diagnostics == []
    assert bodies(body) == [["A"], ["B"], ["C"]]


def test_a_section_without_an_item_is_reported_and_what_it_holds_is_kept():
    body, diagnostics = match("## Sak 1\n\nEin.\n\n## Sak 9\n\nNi.\n\n## Sak 2\n\n## Sak 3\n")

    assert diagnostics == [("AR401", 24, {"heading": "Sak 9"})]
    assert bodies(body) == [["Ein.", "##Sak 9", "Ni."], [], []]


@pytest.mark.parametrize(
    "heading", ["Sak 1.1", "Sak", "Sak om kart", "Sak 11", "Sak 1a", "Sak nr. 1"]
)
def test_a_number_that_only_begins_like_one_of_the_agenda_is_not_it(heading):
    _, diagnostics = match(f"## {heading}\n", AGENDA[:1])

    assert [code for code, *_ in diagnostics] == ["AR401"]


def test_an_item_without_a_section_is_reported_at_its_title():
    _, diagnostics = match("## Sak 1\n\n## Sak 3\n")

    assert diagnostics == [("AR402", 3, {"number": "2"})]


def test_an_item_that_only_heads_others_needs_no_section():
    agenda = [
        Entry("4", "Kart", "", is_heading=True, place=Place("m.md", 2)),
        Entry("4.1", "Djupner", "", is_heading=False, place=Place("m.md", 3)),
    ]

    assert match("## Sak 4.1\n", agenda)[1] == []
    assert match("## Sak 4\n\n## Sak 4.1\n", agenda)[1] == []


def test_where_the_minutes_lie_elsewhere_only_some_items_have_sections():
    _, diagnostics = match("## Sak 2\n", complete=False)

    assert diagnostics == []


@pytest.mark.parametrize(
    ("text", "line", "heading"),
    [
        ("# Referat\n\n## Sak 1\n", 20, "Referat"),
        ("## Sak 1\n\n## Merknader\n", 22, "Merknader"),
        ("# Sak 1\n\n## Sak 1\n", 20, "Sak 1"),
        ("## Saker til neste møte\n\n## Sak 1\n", 20, "Saker til neste møte"),
        ("## Sak 1\n\n::: nb\n## Sak 2\n:::\n", 23, "Sak 2"),
    ],
)
def test_another_heading_of_level_1_or_2_is_reported(text, line, heading):
    _, diagnostics = match(text, AGENDA[:1])

    assert diagnostics == [("AR403", line, {"heading": heading})]


def test_a_heading_of_level_1_hides_no_section_below_it():
    body, diagnostics = match("# Referat\n\nHei.\n\n## Sak 1\n\nEin.\n", AGENDA[:1])

    assert [code for code, *_ in diagnostics] == ["AR403"]
    assert words(body.introduction) == ["#Referat", "Hei."]
    assert bodies(body) == [["Ein."]]


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        ((1, 2, 3), []),
        ((1, 3, 2), [24]),
        ((3, 1, 2), [22]),
        ((3, 2, 1), [22, 24]),
        ((2, 1, 3), [22]),
    ],
)
def test_each_section_that_comes_after_a_later_item_is_out_of_order(order, lines):
    body, diagnostics = match("".join(f"## Sak {n}\n\n" for n in order))

    assert [(code, line) for code, line, _ in diagnostics] == [("AR404", line) for line in lines]
    assert bodies(body) == [[], [], []]


@pytest.mark.parametrize(
    ("heading", "fault"),
    [
        ("Sak 1. Sjøkart", False), ("Sak 1: Sjøkart", False), ("Sak 1. *Sjøkart*", False), ("Sak 1.  Sjøkart", False),
        ("Sak 1. Kart", True), ("Sak 1. sjøkart", True), ("Sak 1 – Sjøkart", True),
    ],
)  # fmt: skip
def test_a_title_in_the_heading_is_that_of_the_agenda(heading, fault):
    _, diagnostics = match(f"## {heading}\n", AGENDA[:1])

    expected = [("AR405", 20, {"heading": heading, "title": "Sjøkart"})] if fault else []
    assert diagnostics == expected


def test_a_withheld_item_may_have_its_public_title_in_the_heading():
    agenda = [Entry("1", "Sak om Bo Li", "Personalsak", is_heading=False, place=Place("m.md"))]

    assert match("## Sak 1. Personalsak\n", agenda)[1] == []
    assert match("## Sak 1. Sak om Bo Li\n", agenda)[1] == []
    assert [d[0] for d in match("## Sak 1. Anna\n", agenda)[1]] == ["AR405"]


def test_two_sections_for_an_item_are_reported_and_both_kept():
    body, diagnostics = match("## Sak 1\n\nEin.\n\n## Sak 2\n\n## Sak 1\n\nMeir.\n\n## Sak 3\n")

    assert diagnostics == [("AR417", 26, {"number": "1"})]
    assert bodies(body) == [["Ein.", "Meir."], [], []]


def test_a_hostile_body_costs_no_more_than_its_length():
    agenda = entries(*((str(n), "x") for n in range(1, 3001)))
    text = "".join(f"## Sak {n}. {'x ' * 50}\n\n" for n in range(3000, 0, -1))

    _, diagnostics = match(text, agenda)

    assert len(diagnostics) == 2999 + 3000
