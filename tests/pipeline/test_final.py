"""What keeps a report or minutes from being final, and what marks them as a draft."""

import re

import pytest

import html_reading
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

HEAD = "---\ndate: {day}\n{lines}agenda:\n  - title: Djupner\n---\n\n"
SECTION = "## Sak 1\n\nMøtet drøfta saka.\n"
APPROVED = "status: approved\n"
ROOT = "meetings/kart/2021"


def minutes(day, lines=APPROVED, body=SECTION):
    return HEAD.format(day=day, lines=lines) + body


def files(*meetings, **changes):
    """A project of one committee; meetings are pairs of a day and what `minutes` takes besides."""
    found = {"arsrapport.yaml": "language: nn\n", "meetings/kart/committee.yaml": "name: Utvalet\n"}
    for day, *rest in meetings:
        found[f"meetings/kart/{day[:4]}/{day}.md"] = minutes(day, *rest)
    return {**found, **changes}


def built(found, folder, state, use_case=build_reports, what="2021"):
    tree = MemoryTree({path: text.encode() for path, text in found.items()})
    request = Request(folder, (), ("html", "md"), lambda *_: None, state=state)
    return use_case(tree, what, request)


def told(outcome):
    """The errors and warnings, each with its place and arguments."""
    return [
        (str(d.place).removeprefix("meetings/kart/"), d.code, d.severity.value, dict(d.arguments))
        for d in outcome.diagnostics
    ]


def refused(status, place, what="error"):
    return (place, "AR619", what, {"status": status})


# --- minutes that are not approved ----------------------------------------------------------


def test_what_is_approved_and_without_a_warning_is_built(tmp_path):
    outcome = built(files(("2021-03-10",), ("2021-06-02",)), tmp_path, "final")

    assert (told(outcome), outcome.wrote) == ([], True)
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["kart-2021.html", "kart-2021.md"]


def test_every_meeting_that_is_not_approved_is_named_with_its_file_and_line(tmp_path):
    found = files(
        ("2021-02-10",),
        ("2021-03-10", "chair: Bo\nstatus: draft\n"),
        ("2021-04-10", "status: for-comment\n"),
        ("2021-05-10", "chair: Bo\n"),
        ("2021-06-10", "status: planned\n", ""),
    )

    outcome = built(found, tmp_path, "final")

    assert told(outcome) == [
        refused("draft", "2021/2021-03-10.md:4:9"),
        refused("for-comment", "2021/2021-04-10.md:3:9"),
        refused("unknown", "2021/2021-05-10.md:2:1"),
        refused("planned", "2021/2021-06-10.md:3:9"),
    ]
    assert not outcome.wrote
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("state", ["", "draft"])
def test_only_what_is_to_be_final_is_refused(state, tmp_path):
    found = files(("2021-03-10", "status: draft\n"), ("2021-05-10", ""))

    assert built(found, tmp_path, state).diagnostics == ()


@pytest.mark.parametrize(
    "meeting",
    [
        ("2021-03-10", "", ""),
        ("2021-03-10", "minutes: {link: https://example.org/a.pdf}\n"),
    ],
    ids=["an agenda only", "minutes that lie elsewhere"],
)
def test_minutes_that_are_not_here_need_no_approval(meeting, tmp_path):
    assert told(built(files(meeting), tmp_path, "final")) == []


def test_other_years_and_committees_are_no_matter_of_a_report(tmp_path):
    found = files(
        ("2020-03-10", "status: draft\n"), ("2021-03-10",), ("2022-03-10", "status: draft\n")
    )
    found["meetings/havn/2021/2021-03-10.md"] = minutes("2021-03-10", "status: draft\n")
    tree = MemoryTree({path: text.encode() for path, text in found.items()})
    request = Request(tmp_path, ("kart",), ("html",), lambda *_: None, state="final")

    outcome = build_reports(tree, "2021", request)

    assert (told(outcome), outcome.wrote) == ([], True)


def test_a_period_of_two_years_takes_the_meetings_of_both(tmp_path):
    plan = {f"{ROOT}/report/report.yaml": "period: 2020-07-01/2021-06-30\n"}
    found = files(
        ("2020-02-10", "status: draft\n"), ("2020-09-10", "status: draft\n"), ("2021-03-10",)
    )

    outcome = built({**found, **plan}, tmp_path, "final")

    assert told(outcome) == [refused("draft", "2020/2020-09-10.md:3:9")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (APPROVED, []),
        ("status: draft\n", [refused("draft", "2021/2021-03-10.md:3:9")]),
        ("", [refused("unknown", "2021/2021-03-10.md:2:1")]),
        ("status: planned\n", [refused("planned", "2021/2021-03-10.md:3:9")]),
    ],
)
def test_minutes_alone_are_final_when_they_are_approved(lines, expected, tmp_path):
    found = files(("2021-03-10", lines), ("2021-06-02", "status: draft\n"))

    outcome = built(found, tmp_path, "final", build_minutes, "2021-03-10")

    assert told(outcome) == expected
    assert outcome.wrote is not bool(expected)


# --- warnings -------------------------------------------------------------------------------

UNSEEN = SECTION + "\n[^1]: Ingen viser hit.\n"
"""A footnote that nothing refers to: AR412, a warning."""


def test_a_warning_in_what_it_is_made_of_is_told_and_refuses_it(tmp_path):
    found = files(("2021-03-10", APPROVED, UNSEEN), ("2021-06-02",))

    outcome = built(found, tmp_path, "final")

    assert [(place, code, severity) for place, code, severity, _ in told(outcome)] == [
        ("2021/2021-03-10.md:1:1", "AR626", "error"),
        ("2021/2021-03-10.md:12:1", "AR412", "warning"),
    ]
    assert not outcome.wrote
    assert list(tmp_path.iterdir()) == []


def test_what_is_ignored_with_a_reason_is_no_warning(tmp_path):
    reason = "<!-- arsrapport: ignore AR412 – she is quoted in another text -->\n"
    found = files(("2021-03-10", APPROVED, UNSEEN.replace("[^1]", f"{reason}[^1]")))
    tree = MemoryTree({path: text.encode() for path, text in found.items()})
    assert check_project(tree, Checking(select=("AR412",))).diagnostics == ()

    # The build tells it as ever, and does not judge.
    outcome = built(found, tmp_path, "final")

    assert [code for _, code, _, _ in told(outcome)] == ["AR412"]
    assert outcome.wrote


@pytest.mark.parametrize(
    ("path", "is_part"),
    [
        (f"{ROOT}/report/tal.md", True),
        (f"{ROOT}/2021-03-10-notat.md", True),
        ("meetings/kart/agreement.md", True),
        ("chapters/tal.md", True),
        (f"{ROOT}/2021-04-10-notat.md", False),
        ("meetings/kart/2020/report/tal.md", False),
        ("meetings/havn/agreement.md", False),
    ],
)
def test_warnings_count_in_the_files_that_a_report_may_be_made_of(path, is_part, tmp_path):
    found = files(("2021-03-10", APPROVED + "attachments: [2021-03-10-notat.md]\n"))
    found[f"{ROOT}/2021-03-10-notat.md"] = "# Notat\n\nTekst.\n"
    # One line ends otherwise than the others do: AR118.
    found[path] = "# Tal\n\nTekst.\n\nMeir.\r\n\nOg meir.\n"

    outcome = built(found, tmp_path, "final")

    warned = {(place.split(":")[0], code) for place, code, _, _ in told(outcome)}
    name = path.removeprefix("meetings/kart/")
    expected = {(name, "AR118"), ("2021/2021-03-10.md", "AR626")}
    assert warned == (expected if is_part else set())


def test_an_error_that_only_a_check_finds_refuses_it_too(tmp_path):
    found = files(("2021-03-10",))
    found[f"{ROOT}/report/report.yaml"] = "isbn: 978-82-537-0000-1\n"

    assert built(found, tmp_path, "").diagnostics == ()
    assert [code for _, code, _, _ in told(built(found, tmp_path, "final"))] == ["AR621"]


def test_each_report_that_is_refused_says_so(tmp_path):
    found = files(
        ("2020-03-10", APPROVED, UNSEEN), ("2021-03-10",), ("2022-03-10", APPROVED, UNSEEN)
    )

    outcome = built(found, tmp_path, "final", what="")

    assert [place for place, code, _, _ in told(outcome) if code == "AR626"] == [
        "2020/2020-03-10.md:1:1",
        "2022/2022-03-10.md:1:1",
    ]


def test_a_report_with_a_plan_is_refused_there(tmp_path):
    found = files(("2021-03-10", APPROVED, UNSEEN))
    found[f"{ROOT}/report/report.yaml"] = "title: Rapport\n"

    refused_at = [place for place, code, *_ in told(built(found, tmp_path, "final"))]

    assert refused_at == ["2021/2021-03-10.md:12:1", "2021/report/report.yaml:1:1"]


# --- what marks a draft ---------------------------------------------------------------------


def marks(outcome):
    """What the banner of the HTML says, what its pages say in print, and the top of the Markdown."""
    page, text = (file.read_text("utf-8") for file in outcome.built[0].files)
    stamps = html_reading.parse(page.encode()).findall("body/aside[@class='stamp']")
    printed = re.findall(r'@top-right \{ content: "([^"]*)"', page)
    quotes = re.findall(r"^> \*\*(.*)\*\*$", text, re.MULTILINE)
    return [html_reading.words(stamp) for stamp in stamps], printed, quotes


UNMARKED = ([], [], [])
MARKED = (["Utkast"], ["Utkast"], ["Utkast"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (APPROVED, UNMARKED),
        ("", UNMARKED),
        ("status: draft\n", MARKED),
        ("status: for-comment\n", MARKED),
        ("status: draft\nminutes: {link: https://example.org/a.pdf}\n", UNMARKED),
    ],
)
def test_a_report_is_a_draft_when_minutes_in_it_are_said_to_be_one(lines, expected, tmp_path):
    found = files(("2021-03-10",), ("2021-06-02", lines))

    assert marks(built(found, tmp_path, "")) == expected


def test_whatever_is_built_as_a_draft_is_marked_as_one(tmp_path):
    found = files(("2021-03-10",))

    assert marks(built(found, tmp_path / "a", "draft")) == MARKED
    assert marks(built(found, tmp_path / "b", "draft", build_minutes, "2021-03-10")) == MARKED
    assert marks(built(found, tmp_path / "c", "", build_minutes, "2021-03-10")) == UNMARKED
