"""Decisions, conclusions and actions in the blocks of an item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.document.nodes import Definitions, List, Paragraph, Passage, Quote, Section, Text
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.load.link.outcomes import read_outcomes
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.source.place import Place


def read(text, language="nn"):
    blocks, diagnostics = parse_blocks(text, line_locator("m.md", 1), base="m.md")
    assert diagnostics == ()
    return read_outcomes(blocks, language)


def words(blocks):
    found = []
    for block in blocks:
        match block:
            case Paragraph(children=children):
                found.append(plain_text(children))
            case Definitions(items=items):
                found += [f"{plain_text(item.term)} = {words(item.children)[0]}" for item in items]
            case List(items=items):
                found += [f"- {word}" for item in items for word in words(item.children)]
            case Section(title=title, children=children):
                found += [f"# {plain_text(title)}", *words(children)]
            case Quote(children=children) | Passage(children=children):
                found += words(children)
    return found


def test_an_action_has_id_text_responsible_and_due():
    printed, (action,), diagnostics = read(
        "> **Tiltak K17-01.** Alfa går gjennom\n> djupnene.\n> Ansvar: Alfa, Beta etat\n> Frist: 15. november 2017\n"
    )

    assert diagnostics == ()
    assert (action.kind, action.id, action.title) == ("action", "K17-01", "")
    assert words(action.body) == ["Alfa går gjennom djupnene."]
    assert (action.responsible, action.due, action.note) == (
        ("Alfa", "Beta etat"),
        "15. november 2017",
        "",
    )
    assert (action.language, action.place) == ("nn", Place("m.md", 1, 1))
    assert [(type(block), block.kind, block.place) for block in printed] == [
        (Quote, "action", Place("m.md", 1, 1))
    ]
    assert words(printed) == [
        "Tiltak K17-01. Alfa går gjennom djupnene.",
        "Ansvar = Alfa, Beta etat",
        "Frist = 15. november 2017",
    ]


@pytest.mark.parametrize(
    ("bold", "kind", "id_", "title"),
    [
        ("**Konklusjon.**", "conclusion", "", ""),
        ("**Conclusion.**", "conclusion", "", ""),
        ("**KONKLUSJON.**", "conclusion", "", ""),
        ("**Vedtak 3/17.**", "decision", "3/17", ""),
        ("**Decision.**", "decision", "", ""),
        ("**Tiltak K17-01. Belegg.**", "action", "K17-01", "Belegg"),
        ("**Tiltak K17-01. Belegg**", "action", "K17-01", "Belegg"),
        ("**Tiltak. Belegg.**", "action", "", "Belegg"),
        ("**Tiltak 1. Jf. § 3. Belegg mv.**", "action", "1", "Jf. § 3. Belegg mv"),
        ("**Action A:1. Beds.**", "action", "A:1", "Beds"),
        ("**Tiltak K17-01**.", "action", "K17-01", ""),
        ("**Tiltak K17-01:**", "action", "K17-01", ""),
        ("**Vedtak**:", "decision", "", ""),
    ],
)
def test_the_bold_words_give_kind_id_and_title(bold, kind, id_, title):
    _, outcomes, _ = read(f"> {bold} Teksta.\n")

    assert [(o.kind, o.id, o.title, words(o.body)) for o in outcomes] == [
        (kind, id_, title, ["Teksta."])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> Eit sitat.\n> Ansvar: Alfa\n",
        "> **Merk.** Eit sitat.\n> Frist: i morgon\n",
        "> **Vedtak**\n> Frist: i morgon\n",
        "> **Tiltak K17 01.** Id med mellomrom.\n",
        "> **Tiltak K17.01.** Id med punktum.\n",
        "> Ordet **Vedtak.** midt i.\n",
        "> *Vedtak.* Kursiv.\n",
        "> - **Vedtak.** I ei liste.\n",
        "> > **Vedtak.** Sitat i sitat.\n",
        "> **Vedtaksak.** Anna ord.\n",
    ],
)
def test_other_quotes_are_quotes_and_their_lines_run_on(text):
    printed, outcomes, diagnostics = read(text)

    assert (outcomes, diagnostics) == ((), ())
    assert [block.kind for block in printed] == ["quote"]
    assert "\n" not in [
        node.value for block in printed for node, _ in walk(block, "nn") if isinstance(node, Text)
    ]


def test_outside_a_quote_nothing_is_an_outcome():
    printed, outcomes, _ = read("**Vedtak.** Ikkje i sitat.\n")

    assert outcomes == ()
    assert words(printed) == ["Vedtak. Ikkje i sitat."]


@pytest.mark.parametrize(
    "closing",
    [
        "> Merknad: snart\n> Frist: 1. mai 2017\n> Ansvar: Alfa\n",
        "> Frist: 1. mai 2017\n> Ansvar: Alfa\n> Merknad: snart\n",
        ">\n> Ansvar: Alfa\n> Frist: 1. mai 2017\n> Merknad: snart\n",
        ">\n> Ansvar: Alfa\n>\n> Frist: 1. mai 2017\n>\n> Merknad: snart\n",
        "> ANSVAR:Alfa\n> frist : 1. mai 2017\n> Merknad:  snart\n",
        "> **Ansvar:** Alfa\n> **Frist**: 1. mai 2017\n> *Merknad:* snart\n",
        "> Ansvar: Alfa  \n> Frist: 1. mai 2017\\\n> Merknad: snart\n",
        "> Responsible: Alfa\n> Due: 1. mai 2017\n> Remark: snart\n",
    ],
)
def test_closing_lines_stand_in_any_order_in_the_last_paragraph_or_their_own(closing):
    printed, (action,), diagnostics = read(f"> **Tiltak.** Teksta\n> held fram.\n{closing}")

    assert diagnostics == ()
    assert (action.responsible, action.due, action.note) == (("Alfa",), "1. mai 2017", "snart")
    assert words(action.body) == ["Teksta held fram."]
    assert words(printed)[0] == "Tiltak. Teksta held fram."
    assert len(words(printed)) == 4


def test_the_words_of_the_lines_are_printed_as_written():
    printed, _, _ = read("> **Tiltak.** A\n> ANSVAR: Alfa\n> Ansvarleg: Beta, C\n")

    assert words(printed) == ["Tiltak. A", "ANSVAR = Alfa", "Ansvarleg = Beta, C"]


def test_closing_lines_may_follow_several_paragraphs_and_a_list():
    printed, (action,), _ = read("> **Tiltak 1.** Dette:\n>\n> - eitt\n> - to\n>\n> Ansvar: Alfa\n")

    assert words(action.body) == ["Dette:", "- eitt", "- to"]
    assert action.responsible == ("Alfa",)
    assert words(printed) == ["Tiltak 1. Dette:", "- eitt", "- to", "Ansvar = Alfa"]


def test_a_line_with_a_label_that_closes_nothing_is_text():
    _, (action,), _ = read(
        "> **Tiltak.** Teksta.\n> Ansvar: Alfa\n> og meir tekst.\n> Frist: i dag\n"
    )

    assert words(action.body) == ["Teksta. Ansvar: Alfa og meir tekst."]
    assert (action.responsible, action.due) == ((), "i dag")


def test_an_action_may_have_no_text_of_its_own_and_empty_lines():
    printed, (action,), _ = read(
        "> **Tiltak K1. Kart.**\n> Ansvar:\n> Frist: ,\n> Merknad: , a,, b ,\n"
    )

    assert action.body == ()
    assert (action.responsible, action.due, action.note) == ((), ",", ", a,, b ,")
    assert words(printed) == ["Tiltak K1. Kart.", "Frist = ,", "Merknad = , a,, b ,"]


def test_names_are_parted_by_commas():
    _, (action,), _ = read("> **Tiltak.** A\n> Ansvar: Alfa,Bo Li (Beta), , alle\n")

    assert action.responsible == ("Alfa", "Bo Li (Beta)", "alle")


def test_links_and_emphasis_stay_in_what_is_printed():
    printed, (action,), _ = read(
        "> **Tiltak.** A\n> Merknad: sjå [kartet](https://example.no) *no*\n"
    )

    assert action.note == "sjå kartet no"
    value = printed[0].children[-1].items[0].children[0].children
    assert [type(node).__name__ for node in value] == ["Text", "Link", "Text", "Emphasis"]


def test_only_an_action_has_closing_lines():
    printed, (decision,), _ = read("> **Vedtak.** Dette.\n> Frist: i dag\n")

    assert words(decision.body) == ["Dette. Frist: i dag"]
    assert words(printed) == ["Vedtak. Dette. Frist: i dag"]


def test_a_label_that_stands_twice_is_reported_where_it_does_and_the_first_counts():
    _, (action,), diagnostics = read("> **Tiltak.** A\n> Frist: ein\n> Ansvar: Alfa\n> Due: to\n")

    assert [(d.code, d.place, d.arguments) for d in diagnostics] == [
        ("AR502", Place("m.md", 4, 3), (("label", "Due"),))
    ]
    assert action.due == "ein"


def test_outcomes_are_found_wherever_they_stand_in_reading_order_with_their_language():
    printed, outcomes, _ = read(
        "> **Vedtak 1.** A\n\n### Under\n\n::: nb\n> **Vedtak 2.** B\n\n- > **Vedtak 3.** C\n:::\n\n> **Decision 4.** D\n",
        "en",
    )

    assert [(o.id, o.language) for o in outcomes] == [
        ("1", "en"),
        ("2", "nb"),
        ("3", "nb"),
        ("4", "en"),
    ]
    quotes = [node for block in printed for node, _ in walk(block, "en") if isinstance(node, Quote)]
    assert [quote.kind for quote in quotes] == ["decision"] * 4
    assert [quote.place for quote in quotes] == [outcome.place for outcome in outcomes]


def test_a_quote_within_an_outcome_belongs_to_its_text():
    printed, outcomes, _ = read("> **Vedtak 1.** Slik:\n>\n> > **Vedtak 2.** B\n> > meir\n")

    assert [o.id for o in outcomes] == ["1"]
    assert words(printed) == ["Vedtak 1. Slik:", "Vedtak 2. B meir"]


LINES = st.sampled_from(
    [
        "**Tiltak 1.** A",
        "Ansvar: B",
        "Frist: C",
        "**Frist:** D",
        "tekst",
        "",
        "- punkt",
        "> **Vedtak.** E",
        "  ",
        "Due",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_no_words_are_lost_in_printing(lines):
    text = "".join(f"> {line}\n" for line in lines)
    blocks, _ = parse_blocks(text, line_locator("m.md", 1), base="m.md")

    printed, _, _ = read_outcomes(blocks, "nn")

    def letters(blocks):
        return [c for word in words(blocks) for c in word if c.isalnum()]

    assert letters(blocks) == letters(printed)


def test_a_hostile_quote_costs_no_more_than_its_length():
    lines = "".join(">\n> Frist: x\n" for _ in range(5000))

    _, (action,), diagnostics = read(f"> **Tiltak {'a:' * 5000}.** {'b ' * 5000}\n{lines}")

    assert action.due == "x"
    assert len(diagnostics) == 4999


# --- what a decision supersedes -------------------------------------------------------------


@pytest.mark.parametrize("label", ["Erstattar", "Erstatter", "Supersedes", "**Erstattar**"])
@pytest.mark.parametrize("word", ["Vedtak V3.", "Konklusjon.", "Decision V3."])
def test_a_decision_or_conclusion_says_what_it_supersedes(word, label):
    printed, (outcome,), diagnostics = read(f"> **{word}** Ja.\n> {label}: V1, V2\n")

    assert diagnostics == ()
    assert outcome.supersedes == ("V1", "V2")
    assert words(outcome.body) == ["Ja."]
    assert words(printed)[1:] == [f"{label.strip('*')} = V1, V2"]
    assert [name for name, _ in outcome.places] == ["supersedes"]


def test_the_line_is_an_action_s_own_text_and_a_decision_has_no_line_of_an_action():
    _, (action, decision), _ = read(
        "> **Tiltak T1.** Ja.\n> Erstattar: V1\n\n> **Vedtak V2.** Ja.\n> Ansvar: Bo Li\n"
    )

    assert (action.supersedes, words(action.body)) == ((), ["Ja. Erstattar: V1"])
    assert (decision.responsible, words(decision.body)) == ((), ["Ja. Ansvar: Bo Li"])
    assert decision.supersedes == ()


def test_a_second_line_of_what_is_superseded_is_reported_and_the_first_counts():
    _, (decision,), (found,) = read("> **Vedtak V3.** Ja.\n> Erstattar: V1\n> Erstatter: V2\n")

    assert decision.supersedes == ("V1",)
    assert (found.place.line, found.place.column) == (3, 3)
