"""The body of a meeting against its agenda, both ways: nothing is dropped, nothing is made up."""

import pytest

from hostile.trial import FOLDER, MEETING, MINUTES, meeting, refused

SECOND = f"{FOLDER}/2021-02-01.md"

HEAD = "---\ndate: 2021-01-01\nagenda:\n  - title: Djupner\n  - title: Eventuelt\n---\n"
"""The titles stand in lines 4 and 5, in column 12; the body begins in line 7."""


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("## Sak 1\n## Sak 2\n## Sak 3\n", ["9:1 AR401"]),
        ("## Sak 1\n", ["5:12 AR402"]),
        ("## Sak 2\n", ["4:12 AR402"]),
        ("## Sak 3\n", ["7:1 AR401"]),
        ("## Sak 1\n## Sak 4\n", ["5:12 AR402", "8:1 AR401"]),
        ("## Sak 2\n## Sak 1\n", ["8:1 AR404"]),
        ("## Sak 1\n## Sak 1\n## Sak 2\n", ["8:1 AR417"]),
        ("## Sak 1. Djup\n## Sak 2\n", ["7:1 AR405"]),
        ("# Sak 1\n## Sak 2\n", ["4:12 AR402", "7:1 AR403"]),
        ("## Sak 1\n## Noko anna\n## Sak 2\n", ["8:1 AR403"]),
        ("## Sak 1\n# Referat\n## Sak 2\n", ["8:1 AR403"]),
        ("## Sak 1\n\n::: nb\n## Sak 2\n:::\n", ["5:12 AR402", "10:1 AR403"]),
        ("## Sak 1\n\n#### Djupt\n\n## Sak 2\n", ["9:1 AR407"]),
        ("## Sak 0\n## Sak -1\n## Sak 1\n## Sak 2\n", ["7:1 AR401", "8:1 AR401"]),
        ("## Sak １\n## Sak 2\n", ["4:12 AR402", "7:1 AR401"]),
        ("## Sak\n## Sak 2\n", ["4:12 AR402", "7:1 AR401"]),
        (f"## Sak {'9' * 5_000}\n## Sak 1\n## Sak 2\n", ["7:1 AR401"]),
        ("Sak 1\n---\n\n## Sak 2\n", []),  # an underlined heading is one too
    ],
)
def test_sections_and_items_are_held_against_each_other(tmp_path, body, faults):
    refused(tmp_path, {MEETING: HEAD + body}, *(f"{MEETING}:{fault}" for fault in faults))


def test_every_meeting_is_judged_in_the_same_run(tmp_path):
    second = HEAD.replace("2021-01-01", "2021-02-01")
    files = {MEETING: HEAD + "## Sak 1\n", SECOND: second + "## Sak 3\n## Sak 1\n## Sak 2\n"}

    refused(tmp_path, files, f"{MEETING}:5:12 AR402", f"{SECOND}:7:1 AR401")


# Where no section is an item's, the file is an agenda only, and its items need none.
@pytest.mark.parametrize(
    ("agenda", "body", "faults"),
    [
        ("agenda: []\n", "## Sak 1\n", ["5:1 AR401"]),
        ("agenda:\n  - {title: A, number: 1}\n  - {title: B, number: 1}\n", "", ["5:24 AR406"]),
        ("agenda:\n  - {title: A, number: none}\n", "## Sak 1\n", ["6:1 AR401"]),
        ("agenda:\n  - {title: A, number: none}\n", "## B\n", ["6:1 AR403"]),
        ("agenda:\n  - {title: A, number: 4}\n  - {title: B, number: 4.1}\n", "## Sak 4\n", ["5:13 AR402"]),
        ("agenda:\n  - title: A\npresent: [{name: Kari, items: 1-2}]\n", "", ["5:31 AR302"]),
        ("agenda:\n  - title: A\npresent: [{name: Kari, items: 1-99999999999}]\n", "", ["5:31 AR302"]),
        ("agenda:\n  - title: A\npresent: [{name: Kari, except: [1, 1٠]}]\n", "", ["5:36 AR302"]),
    ],
)  # fmt: skip
def test_the_agenda_itself(tmp_path, agenda, body, faults):
    text = f"---\ndate: 2021-01-01\n{agenda}---\n{body}"

    refused(tmp_path, {MEETING: text}, *(f"{MEETING}:{fault}" for fault in faults))


def test_a_thousand_sections_without_an_item_are_each_told(tmp_path):
    body = "".join(f"## Sak {number}\n" for number in range(1, 1003))
    told = [f"{MEETING}:{number + 6}:1 AR401" for number in range(3, 1003)]

    refused(tmp_path, {MEETING: HEAD + body}, *told)


def test_a_thousand_items_without_a_section_are_each_told(tmp_path):
    agenda = "".join(f"  - title: Sak nummer {number}\n" for number in range(1, 1001))
    text = f"---\ndate: 2021-01-01\nagenda:\n{agenda}---\n## Sak 1\n"
    told = [f"{MEETING}:{number + 3}:12 AR402" for number in range(2, 1001)]

    refused(tmp_path, {MEETING: text}, *told)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("> **Tiltak A1.** x\n> Frist: a\n> Frist: b\n", ["12:3 AR502"]),
        ("> **Tiltak A1.** x\n\n> **Vedtak A1.** y\n", ["12:1 AR501"]),
        ("> **Tiltak A1.** x\n\n> **Tiltak a1.** y\n", ["12:1 AR501"]),
    ],
)
def test_decisions_and_actions(tmp_path, text, faults):
    refused(tmp_path, {MEETING: meeting(text)}, *(f"{MEETING}:{fault}" for fault in faults))


def test_the_minutes_alone_are_refused_for_the_same_faults(tmp_path):
    """One meeting's minutes are no way round: all that is wrong with the project's files is told."""
    refused(
        tmp_path,
        {MEETING: HEAD + "## Sak 1\n"},
        f"{MEETING}:5:12 AR402",
        command=MINUTES,
        witness=False,
    )
