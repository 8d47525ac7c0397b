"""Items that continue nothing, and decisions that supersede nothing; both sides of every border."""

import pytest

from action_findings import findings, minutes


def told(code, meetings, **how):
    return [(span, said["nearest"]) for _, span, said in findings(meetings, code, **how)]


# --- AR427 ----------------------------------------------------------------------------------


def continued(*written, more=None, **how):
    """What is told of an item of June 2021 that continues these; in March there were two."""
    entry = f"    continues: [{', '.join(written)}]\n"
    meetings = {
        "2021-03-10": minutes("2021-03-10").replace("Djupner\n", "Djupner\n  - title: Hamner\n"),
        "2021-06-02": minutes("2021-06-02", front=entry),
    }
    return told("AR427", meetings, more=more, **how)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2021-03-10/1", []),
        ("2021-03-10/2", []),
        ("2021-03-10/3", [("2021-03-10/3", "")]),
        ("2021-03-10", [("2021-03-10", "")]),  # no item is named
        ("2021-03-09/1", []),  # before all that is in the project
        ("2021-03-11/1", [("2021-03-11/1", "2021-03-10/1")]),
        ("2022-01-01/7", [("2022-01-01/7", "")]),
        ("1", []),  # its own meeting has it
        ("2", [("2", "")]),
        ("3/17", [("3/17", "")]),
    ],
)
def test_an_item_that_is_nowhere_cannot_be_continued(written, found):
    assert continued(written) == found


def test_each_of_several_is_told_by_itself():
    assert continued("2021-03-10/1", "2021-03-10/4", "2021-03-10/5") == [
        ("2021-03-10/4", ""),
        ("2021-03-10/5", ""),
    ]


BROKEN = {"meetings/kart/2021/2021-09-01.md": "---\ndate: 7\n---\n"}


def test_nothing_is_told_while_a_file_is_broken():
    assert continued("2021-03-10/4", more=BROKEN) == []


def test_a_planned_meeting_has_its_items_too():
    meetings = {
        "2021-03-10": minutes("2021-03-10"),
        "2021-06-02": minutes("2021-06-02", status="planned"),
        "2021-09-01": minutes("2021-09-01", front="    continues: 2021-06-02/1\n"),
    }

    assert told("AR427", meetings) == []


# --- AR516 ----------------------------------------------------------------------------------


def superseded(line, *known, **how):
    """What is told of a decision of June with this line; in March these were decided."""
    quotes = "".join(f"> **{lead}.** Ja.\n\n" for lead in known)
    meetings = {
        "2021-03-10": minutes("2021-03-10", quotes or "Tekst.\n"),
        "2021-06-02": minutes("2021-06-02", f"> **Vedtak V21-05.** Nei.\n> {line}\n"),
    }
    return told("AR516", meetings, **how)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Erstattar: V21-02", []),
        ("Erstatter: v21-02", []),
        ("Erstattar: V21-03", [("V21-03", "")]),
        ("Erstattar: V21-01", []),  # before the first that is known
        ("Erstattar: V20-09", []),
        ("Erstattar: V22-01", []),  # the year may stand last, and this be of 2001
        ("Erstattar: V22-03", [("V22-03", "")]),
        ("Erstattar: V21-02, V21-09", [("V21-09", "")]),
        ("Erstattar: K99", []),  # a series of which nothing is known
        ("Erstattar: vedtaket frå 2015", []),
    ],
)
def test_a_decision_that_nobody_made_cannot_be_superseded(line, found):
    assert superseded(line, "Vedtak V21-02") == found


@pytest.mark.parametrize(
    ("written", "is_told"), [("3/17", False), ("9/16", False), ("4/17", True), ("2/18", True)]
)
def test_the_year_of_an_id_may_stand_last(written, is_told):
    found = superseded(f"Erstattar: {written}", "Vedtak 3/17", "Vedtak 1/18")

    assert [span for span, _ in found] == ([written] if is_told else [])


def test_without_other_ids_nothing_is_known():
    assert superseded("Erstattar: V21-03") == []
    assert superseded("Erstattar: K1") == []


def test_the_id_of_an_action_or_a_conclusion_is_known():
    assert superseded("Erstattar: V21-02, T1", "Konklusjon V21-02", "Tiltak T1") == []


def test_nothing_is_told_of_decisions_while_a_file_is_broken():
    assert superseded("Erstattar: V21-09", "Vedtak V21-02", more=BROKEN) == []
