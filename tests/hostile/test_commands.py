"""What is asked for and is not there: exit code 1, the place, and the name that was meant."""

import shutil

import pytest

from hostile.trial import (
    BUILD,
    MEETING,
    PROJECT,
    REPORT,
    assert_refused,
    lay,
    meeting,
    output,
    start,
)

NOWHERE = f"{PROJECT}:1:1"


@pytest.mark.parametrize(
    "year",
    ["2020", "21", "02021", "0000", "x", " 2021", "2021\n", "-1", "..", "../2021", "2021/..",
     "*", "２０２１", "\u202e2021", "\x1b[31m", "9" * 5_000, "2021-01-01", "kart/2021", "\ud800"],
)  # fmt: skip
def test_a_year_in_which_nothing_happened(tmp_path, year):
    root = lay(tmp_path, {}, witness=False)

    assert_refused(root, f"{NOWHERE} AR612", command=("build", "--", year), witness=False)


@pytest.mark.parametrize("name", ["2021-01-02", "2021-01-01b", "2021", "x", "../2021-01-01", ""])
def test_a_meeting_that_was_not_held(tmp_path, name):
    root = lay(tmp_path, {}, witness=False)

    assert_refused(root, f"{NOWHERE} AR613", command=("minutes", "--", name), witness=False)


@pytest.mark.parametrize("name", ["kartt", "Kart", "", "../kart", "kart/", "*", "k" * 5_000])
@pytest.mark.parametrize("command", [BUILD, ("minutes", "2021-01-01")])
def test_a_committee_that_is_none(tmp_path, name, command):
    root = lay(tmp_path, {}, witness=False)

    ran = assert_refused(
        root,
        f"{NOWHERE} AR611",
        command=(*command, "--committee", name),
        witness=False,
    )
    assert ("«kart»" in ran.err) == (name in {"kartt", "Kart", "kart/", "../kart"})


def test_a_committee_that_is_none_is_told_with_the_faults_of_the_others(tmp_path):
    root = lay(tmp_path, {})

    command = (*BUILD, "--committee", "kartt", "--committee", "kart")
    assert_refused(root, f"{NOWHERE} AR611", command=command)


def test_a_year_is_not_missed_while_a_file_of_it_cannot_be_read(tmp_path):
    """Its only meeting is broken: that is the fault, not that there is none."""
    root = lay(tmp_path, {MEETING: "Tekst.\n"}, witness=False)

    assert_refused(root, f"{MEETING}:1:1 AR103", witness=False)
    assert_refused(root, f"{MEETING}:1:1 AR103", command=("minutes", "2021-01-01"), witness=False)


def test_a_year_of_three_digits_keeps_all_four(tmp_path):
    files = {
        MEETING: None,
        "meetings/kart/0987/0987-01-01.md": meeting().replace("2021", "0987"),
    }
    root = lay(tmp_path, files, witness=False)

    assert_refused(root, f"{NOWHERE} AR612", command=("build", "987"), witness=False)
    shutil.rmtree(root / "build")
    html = ("--format", "html")
    for command in (("build", "0987", *html), ("minutes", "0987-01-01", *html), ("check",)):
        ran = start(root, *command)
        assert (ran.code, ran.told) == (0, [])
    assert sorted(output(root)) == [
        "build/kart/0987/kart-0987-01-01.html",
        "build/kart/0987/kart-0987.html",
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are(tmp_path, day):
    year = day[:4]
    text = meeting("Tekst.", f"next_meeting: {day}").replace("2021-01-01", day)
    root = lay(tmp_path, {MEETING: None, f"meetings/kart/{year}/{day}.md": text}, witness=False)

    ran = start(root, "build", year)
    assert (ran.code, ran.told) == (0, [])
    ran = start(root, "check")
    assert (ran.code, {told[-5:] for told in ran.told}) == (
        0,
        {"AR215"},
    )  # there is no day after the last one


@pytest.mark.parametrize("period", ["0001-01-01/9999-12-31", "2021-12-31/2021-12-31"])
def test_the_longest_and_the_shortest_period(tmp_path, period):
    root = lay(tmp_path, {REPORT: f"period: {period}\nas_of: 0001-01-01\n"}, witness=False)

    ran = start(root, *BUILD)

    assert (ran.code, ran.told) == (0, [])


def test_outside_a_project(tmp_path):
    for command in (BUILD, ("check",), ("minutes", "2021-01-01")):
        ran = start(tmp_path, *command)
        assert ran.code == 1
        assert "AR617" in ran.err
