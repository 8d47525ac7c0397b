"""References to what is nowhere, wherever they stand, each told at its own place."""

import pytest

from hostile.trial import AGREEMENT, FOLDER, FOREWORD, MEETING, MINUTES, REPORT, meeting, refused

SUMMARY = f"{FOLDER}/report/summary.md"
ATTACHED = f"{FOLDER}/2021-01-01-notat.md"
NOWHERE = [
    "meeting:2021-01-02",
    "meeting:2021-01-01b",
    "item:2021-01-01/3",
    "item:2021-01-01/1/1",
    "item:3",
    "chapter:mandat",
    "appendix:agreement",
    "table:seats",
    "figure:kart",
]


def test_in_minutes(tmp_path):
    """Two in every line."""
    lines = [f"Sjå <{target}> og [her]({target})." for target in NOWHERE]
    told = [
        f"{MEETING}:{line}:{column} AR601"
        for line, target in enumerate(NOWHERE, 10)
        for column in (5, len(f"Sjå <{target}> og ["))
    ]

    refused(tmp_path, {MEETING: meeting("\n".join(lines))}, *told)


@pytest.mark.parametrize("path", [SUMMARY, AGREEMENT, ATTACHED])
def test_in_chapters_standing_texts_and_attachments(tmp_path, path):
    targets = [target.replace(":agreement", ":agremeent") for target in NOWHERE]
    lines = "".join(f"Se <{target}>.\n" for target in targets)
    files = {path: f"---\nlanguage: nb\n---\n\n# Tekst\n\n{lines}"}
    if path == ATTACHED:
        files[MEETING] = meeting("Tekst.", "attachments: [2021-01-01-notat.md]")

    refused(tmp_path, files, *(f"{path}:{line}:4 AR601" for line in range(7, 7 + len(NOWHERE))))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("### Om <table:x>", "10:8"),
        ("- a\n- b <table:x>", "11:5"),
        ("> **Vedtak.** Sjå\n> <table:x>", "11:3"),
        ("> **Tiltak A1.** Noko.\n> Frist: <table:x>", "11:10"),
        ("*x **y <table:x>***", "10:8"),
        ("| a |\n|---|\n| <table:x> |", "12:3"),
        ("Tabell y: om <table:x>\n\n| a |\n|---|\n| b |", "10:14"),
        ("| a |\n|---|\n| b |\n\nKjelde: <table:x>", "14:9"),
        ("x[^1]\n\n[^1]: Sjå <table:x>", "12:11"),
        ("::: nb\n\n<table:x>\n\n:::", "12:1"),
        ("[ord <table:x>]{lang=en}", "10:6"),
        ("a\\\n<table:x>", "11:1"),
        ("[x][a]\n\n[a]: table:x", "10:1"),
    ],
)
def test_wherever_words_can_stand(tmp_path, text, place):
    refused(tmp_path, {MEETING: meeting(text)}, f"{MEETING}:{place} AR601")


def test_a_withheld_reference_is_none(tmp_path):
    """What is internal is gone before anything is looked up; the rest is told."""
    text = "::: internal\n<table:x>\n:::\n\n<table:y>"

    ran = refused(tmp_path, {MEETING: meeting(text)}, f"{MEETING}:14:1 AR601")
    assert "table:x" not in ran.err


@pytest.mark.parametrize(
    ("text", "fault"),
    [("[a](file:b)", "10:1 AR413"), ("###", "10:1 AR421"), ("a[^1]", "10:2 AR411")],
)
def test_beside_a_fault_of_another_kind_in_another_file(tmp_path, text, fault):
    files = {MEETING: meeting(text), SUMMARY: "# Samandrag\n\n<table:x>\n"}

    refused(tmp_path, files, f"{MEETING}:{fault}", f"{SUMMARY}:3:1 AR601")


@pytest.mark.parametrize(
    ("front", "text", "fault"),
    [
        ("date: 2021", "Tekst.", "2:7 AR112"),
        ("date: 2021-01-01", "Tabell x: A\n\n| |\n|---|\n| b |", "12:1 AR410"),
        ("date: 2021-01-01", "- " * 30 + "Tabell x: A", "10:25 AR418"),
    ],
)
def test_not_beside_a_fault_that_may_have_taken_the_name_away(tmp_path, front, text, fault):
    broken = meeting(text).replace("date: 2021-01-01", front)
    files = {MEETING: broken, SUMMARY: "# Samandrag\n\n<table:x> <meeting:2021-01-01>\n"}

    refused(tmp_path, files, f"{MEETING}:{fault}", witness=False)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a]\n\n[a]: file:x\n[b]: file:x\n[c]: file:x", ["10:1", "13:1", "14:1"]),
        ("[ord][A]\n\n[a]: file:x", ["10:1"]),
        ("[ord](file:x)\n\n[a]: file:x", ["10:1", "12:1"]),
    ],
)
def test_definitions_that_lead_nowhere_are_told_where_nothing_else_tells(tmp_path, text, places):
    told = [f"{MEETING}:{place} AR413" for place in places]

    refused(tmp_path, {MEETING: meeting(text)}, *told)


def test_the_nearest_name_is_told_for_chapters_and_tables(tmp_path):
    tables = "Tabell plassar: A\n\n| a |\n|---|\n| b |\n\n<table:plasser> <chapter:activiti>"

    ran = refused(
        tmp_path,
        {MEETING: meeting(tables)},
        f"{MEETING}:16:1 AR601",
        f"{MEETING}:16:17 AR601",
    )
    assert "table:plassar" in ran.err
    assert "chapter:activity" in ran.err


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a[^1]", ["10:2 AR411"]),
        ("a[^1] b[^2]\n\n[^2]: c[^3]", ["10:2 AR411", "12:8 AR420"]),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", ["14:1 AR616"]),
        ("a[^1]\n\n[^1]:", ["10:2 AR411"]),
        (
            "Tabell t: A\n\n| a |\n|---|\n| b |\n\nTabell t: B\n\n| a |\n|---|\n| b |",
            ["18:1 AR616"],
        ),
    ],
)
def test_notes_without_a_text_and_names_given_twice(tmp_path, text, faults):
    refused(tmp_path, {MEETING: meeting(text)}, *(f"{MEETING}:{fault}" for fault in faults))


def test_notes_of_one_file_are_none_of_another(tmp_path):
    files = {MEETING: meeting("a[^1]"), SUMMARY: "# Samandrag\n\nb[^1]\n\n[^1]: c\n"}

    refused(tmp_path, files, f"{MEETING}:10:2 AR411")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("mandat", "mandate"),
        ("Activity", "activity"),
        ("..", ""),
        ("../../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("report.yaml", ""),
        ("a b", ""),
        ("*", ""),
        ("x" * 5_000, ""),
    ],
)
def test_a_chapter_that_report_yaml_lists_in_vain(tmp_path, name, nearest):
    files = {REPORT: f'front: [foreword]\nchapters:\n  - activity\n  - "{name}"\n'}

    ran = refused(tmp_path, files, f"{REPORT}:4:5 AR602")

    assert not nearest or f"«{nearest}»" in ran.err


def test_a_thousand_references_to_nowhere_are_each_told(tmp_path):
    text = "\n".join(f"<item:2021-01-01/{number}>" for number in range(1, 1001))
    told = [f"{MEETING}:{number + 9}:1 AR601" for number in range(3, 1001)]

    refused(tmp_path, {MEETING: meeting(text)}, *told)


def test_in_the_minutes_alone_what_only_the_report_has_is_nowhere(tmp_path):
    refused(
        tmp_path,
        {MEETING: meeting("Sjå <table:seats>.")},
        f"{MEETING}:10:5 AR601",
        command=MINUTES,
        witness=False,
    )


def test_a_reference_in_the_foreword_counts_from_its_own_first_line(tmp_path):
    text = "---\nlanguage: nn\n---\n# Føreord\n\n{% if meetings %}\nSjå <figure:a>.\n{% endif %}\n"

    refused(tmp_path, {FOREWORD: text}, f"{FOREWORD}:7:5 AR601", witness=False)
