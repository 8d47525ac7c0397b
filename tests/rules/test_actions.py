"""Actions that nobody is responsible for, or that have no due."""

import pytest

from action_findings import action, findings, minutes, of_quotes


def told(*lines, **how):
    return [(code, span) for code, span, _ in of_quotes(action(*lines, **how), "AR505", "AR506")]


def test_an_action_with_both_is_not_told():
    assert told("Ansvar: Bo Li", "Frist: 1. mai 2031") == []


def test_what_lacks_is_told_at_the_bold_word_and_its_number():
    assert told("Frist: løpande") == [("AR505", "Tiltak T1")]
    assert told("Ansvar: Bo Li") == [("AR506", "Tiltak T1")]
    assert told() == [("AR505", "Tiltak T1"), ("AR506", "Tiltak T1")]


@pytest.mark.parametrize(
    ("lead", "span"),
    [
        ("**Tiltak.** Tekst.", "Tiltak"),
        ("**Tiltak. Kart.** Tekst.", "Tiltak"),
        ("**Tiltak 18-04-02: Kart.** Tekst.", "Tiltak 18-04-02"),
        ("**Action A1**. Text.", "Action A1"),
        ("__Tiltak T1.__ Tekst.", "Tiltak T1"),
    ],
)
def test_the_place_is_found_however_the_action_begins(lead, span):
    assert told("Frist: løpande", lead=lead) == [("AR505", span)]


@pytest.mark.parametrize("line", ["Ansvar:", "Ansvar: ,"])
def test_a_label_without_a_name_is_nobody(line):
    assert told(line, "Frist: løpande") == [("AR505", "Tiltak T1")]


@pytest.mark.parametrize(
    ("line", "span"), [("Frist:", "Tiltak T1"), ("Frist: ?", "?"), ("Frist: –", "–")]
)
def test_a_due_that_says_nothing_is_none(line, span):
    assert told("Ansvar: Bo Li", line) == [("AR506", span)]


@pytest.mark.parametrize("due", ["løpande", "neste møte", "hausten 2021", "veke 49", "31.2.2021"])
def test_any_word_is_a_due(due):
    assert told("Ansvar: Bo Li", f"Frist: {due}") == []


def test_a_misread_label_holds_back_what_it_stands_for_and_what_stands_above_it():
    assert told("Ansvr: Bo Li", "Frist: løpande") == []
    assert told("Ansvar: Bo Li", "Fris: 1. mai 2021") == []
    assert told("Ansvar: Bo Li", "Merk: hastar") == [("AR506", "Tiltak T1")]


def test_decisions_need_neither():
    assert of_quotes("> **Vedtak V1.** Ja.\n\n> **Konklusjon.** Nei.\n", "AR505", "AR506") == []


def test_a_due_that_a_follow_up_sets_is_one():
    meetings = {"2021-03-10": minutes("2021-03-10", action("Ansvar: Bo Li"))}
    log = "- date: 2021-05-03\n  follow_up:\n    - {{action: t1, {}}}\n"

    assert findings(meetings, "AR506", log=log.format("due: 2021-06-01")) == []
    assert len(findings(meetings, "AR506", log=log.format("status: open"))) == 1
    assert len(findings(meetings, "AR506", log=log.format("due: '?'"))) == 1


def test_actions_of_withheld_items_are_told_too():
    front = "---\ndate: 2021-03-10\nagenda:\n  - {title: X, withheld: {basis: offl. § 13}}\n---\n"
    text = f"{front}\n## Sak 1\n\n::: internal\n{action('Frist: løpande')}:::\n"

    assert [span for _, span, _ in findings({"2021-03-10": text}, "AR505")] == ["Tiltak T1"]
