"""The ledger of the sample's kostra-helse-omsorg, against golden/2018/actions.md, made by hand.

That file has the status of every action on two days, worked out from the minutes as their source has
them, with the reasoning. A change to it is a commit of its own.
"""

import re
from collections import Counter
from datetime import date

import pytest

from arsrapport.load.project import load
from arsrapport.model.ledger import ledger
from arsrapport.source.tree import FolderTree
from conftest import ROOT

GOLDEN = (ROOT / "tests/golden/2018/actions.md").read_text(encoding="utf-8")
DAYS = (date(2018, 11, 27), date(2019, 3, 19))


@pytest.fixture(scope="module")
def committee():
    archive, diagnostics = load(FolderTree(ROOT), only=["kostra-helse-omsorg"])
    assert [found for found in diagnostics if found.severity == "error"] == []
    return archive.committees[0]


def rows(heading):
    """The cells of the table under a heading of the golden file."""
    section = GOLDEN.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def status_of(cell):
    """The status in a cell, and whether it is overdue: `moved: 2018-11-27/3`, `open, overdue (…)`."""
    words = cell.partition("(")[0]
    return words.split(":")[0].split(",")[0].strip(), "overdue" in words


def due_of(cell):
    return cell.split(" (")[0].strip('"')


APRIL = {row[0]: row for row in rows("1.")}
NOVEMBER = {row[1]: row for row in rows("2.") if re.fullmatch(r"18-11-\d\d", row[1])}


def test_the_golden_file_has_all_43_actions():
    assert (len(APRIL), len(NOVEMBER)) == (25, 18)


def on(committee, day):
    return {action.outcome.id: action for action in ledger(committee, day)}


@pytest.mark.parametrize("id_", APRIL)
def test_an_action_of_april_has_its_status_on_both_days(committee, id_):
    row = APRIL[id_]
    found = [on(committee, day)[id_] for day in DAYS]

    november, march = status_of(row[6]), status_of(row[7])
    assert [(action.status, action.is_overdue) for action in found] == [november, march]
    if november[0] == "moved":
        targets = row[6].partition(":")[2].replace(" ", "").split(",")
        assert [[str(target) for target in action.to] for action in found] == [targets] * 2


@pytest.mark.parametrize("id_", APRIL)
def test_an_action_of_april_has_its_item_responsible_and_dues(committee, id_):
    _, item, responsible, due, later, *_ = APRIL[id_]
    action = on(committee, DAYS[1])[id_]

    assert action.meeting.id == "2018-04-19"
    assert (action.item.number, ", ".join(action.outcome.responsible)) == (
        item,
        responsible.split(" (")[0],
    )
    dues = [str(found.day or found.written) for found in action.dues]
    assert dues == ([] if due.startswith("unknown") else [due_of(due)]) + ([later] if later else [])


@pytest.mark.parametrize("id_", NOVEMBER)
def test_an_action_of_november_has_its_status_in_march(committee, id_):
    action = on(committee, DAYS[1])[id_]

    assert (action.status, action.is_overdue) == status_of(NOVEMBER[id_][8])


@pytest.mark.parametrize("id_", NOVEMBER)
def test_an_action_of_november_has_its_item_responsible_and_dues(committee, id_):
    _, _, item, responsible, due, later, *_ = NOVEMBER[id_]
    action = on(committee, DAYS[1])[id_]

    assert action.item.number == re.match(r"[\d.]+", item)[0]
    expected = responsible.split(" (")[0].replace("none", "")
    assert ", ".join(action.outcome.responsible) == expected
    dues = [str(found.day or found.written) for found in action.dues]
    assert dues == ([] if due == "none" else [due_of(due)]) + ([later] if later else [])


def test_on_the_day_of_the_november_meeting_its_actions_are_open_and_april_left_eight_open(
    committee,
):
    found = on(committee, DAYS[0])

    assert all(found[id_].status == "open" and not found[id_].is_overdue for id_ in NOVEMBER)
    left = [id_ for id_ in APRIL if found[id_].status == "open"]
    assert left == [f"18-04-{n}" for n in ("03", "07", "11", "12", "14", "19", "24", "25")]
    assert [id_ for id_ in left if found[id_].is_overdue] == ["18-04-14", "18-04-24"]


def test_the_day_before_the_meeting_nothing_has_moved(committee):
    found = ledger(committee, date(2018, 11, 26))

    assert Counter(action.status for action in found) == {"open": 19, "done": 6}


def test_the_whole_ledger_in_march_2019(committee):
    found = ledger(committee, DAYS[1])

    assert len(found) == 43
    assert Counter(action.status for action in found) == {"open": 24, "moved": 10, "done": 9}
    assert sum(action.is_overdue for action in found) == 15
