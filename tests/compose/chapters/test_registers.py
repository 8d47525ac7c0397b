"""Actions, decisions and cases as tables and lists; and the built-in chapters that show them."""

import re
from datetime import date

import pytest

import generated
from arsrapport.compose.chapters.registers import actions_table, cases_list, decisions_table
from arsrapport.document.nodes import Quote, Reference, Section, Table
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import check_project
from arsrapport.source.tree import MemoryTree
from registered import minutes, report_of


def words(blocks):
    """The cells of the only table, the head first; a reference as its target."""
    (table,) = blocks
    return [[shown(cell.children) for cell in line] for line in (table.head, *table.rows)]


def inside(report):
    """The meetings whose minutes are in a report."""
    return {meeting.id: meeting for meeting in report.meetings if meeting.has_appendix}


def shown(children):
    return "".join(
        f"<{child.target}>" if isinstance(child, Reference) else plain_text((child,))
        for child in children
    )


# --- actions --------------------------------------------------------------------------------

ACTIONS = (
    minutes(
        "2021-03-10",
        "> **Tiltak T1. Kart.** Bo sender kartet.\n> Ansvar: Bo Li, Beta\n> Frist: 1. april 2021\n\n"
        "> **Tiltak T2.** Lista blir *retta*.\n> Ansvar: alle\n> Frist: løpande\n",
        "> **Tiltak T3.** Flytt.\n> Ansvar: Bo Li\n\n> **Tiltak T4.** Legg bort.\n> Ansvar: Bo Li\n",
    ),
    minutes(
        "2021-06-02",
        "Tekst.",
        front="follow_up:\n"
        "  - {action: T1, due: 2021-09-01}\n"
        "  - {action: T2, status: done}\n"
        "  - {action: T3, status: moved, to: 1}\n"
        "  - {action: T4, status: dropped}\n",
    ),
)


def table_of(report, language):
    return words(actions_table(report.actions, inside(report), language))


def test_actions_come_by_status_with_the_dues_that_went_before():
    found = table_of(report_of(*ACTIONS), "nn")

    assert found == [
        ["Nr.", "Tiltak", "Ansvar", "Frist", "Status", "Sak"],
        ["T1", "Kart", "Bo Li, Beta", "1.9.2021 (tidlegare: 1.4.2021)", "ope, og fristen er ute", "<item:2021-03-10/1>"],
        ["T3", "Flytt.", "Bo Li", "ikkje fastsett", "flytta til <item:2021-06-02/1>", "<item:2021-03-10/2>"],
        ["T4", "Legg bort.", "Bo Li", "ikkje fastsett", "bortfalle", "<item:2021-03-10/2>"],
        ["T2", "Lista blir retta.", "alle", "løpande", "utført", "<item:2021-03-10/1>"],
    ]  # fmt: skip


def test_their_status_is_that_of_the_day():
    report = report_of(*ACTIONS, as_of=date(2021, 4, 1))  # due on that very day

    found = table_of(report, "en")[1:]

    assert [(row[0], row[4]) for row in found] == [(f"T{n}", "open") for n in (1, 2, 3, 4)]
    later = report_of(*ACTIONS, as_of=date(2021, 4, 2))
    assert table_of(later, "en")[1][4] == "open and overdue"


def test_what_took_over_an_action_is_referred_to_where_that_can_be_and_else_named():
    """To an item of the report, to another action, and to what only a link has the minutes of."""
    decided = "> **Tiltak T{0}.** Tekst.\n> Ansvar: Bo Li\n"
    report = report_of(
        minutes("2021-03-10", "\n".join(decided.format(n) for n in (1, 2, 3))),
        minutes("2021-05-02", "Tekst.", front="minutes: {link: https://example.org/a.pdf}\n"),
        minutes(
            "2021-06-02",
            "Tekst.",
            front="follow_up:\n"
            "  - {action: T1, status: moved, to: [1, T2]}\n"
            "  - {action: T2, status: moved, to: 2021-05-02/1}\n"
            "  - {action: T3, status: moved, to: 2021-05-02}\n",
        ),
    )

    assert [row[4] for row in table_of(report, "nn")[1:]] == [
        "flytta til <item:2021-06-02/1>; tiltak T2",
        "flytta til sak 1, 2.5.2021",
        "flytta til møtet 2.5.2021",
    ]
    assert [row[4] for row in table_of(report, "en")[1:]][1] == "moved to item 1, 2\u00a0May 2021"


@pytest.mark.parametrize("build", [actions_table, decisions_table, cases_list])
def test_nothing_is_no_table(build):
    assert build((), {}, "nn") == ()


# --- decisions ------------------------------------------------------------------------------


def test_decisions_have_numbers_and_links_only_where_there_are_some():
    bare = report_of(minutes("2021-03-10", "> **Konklusjon.** Ja.\n"))
    linked = report_of(
        minutes("2021-03-10", "> **Vedtak V1.** Ja.\n"),
        minutes("2021-06-02", "> **Vedtak V2. Nei.** Vi gjer det ikkje.\n> Erstattar: V1\n"),
    )

    assert words(decisions_table(bare.decisions, inside(bare), "nb")) == [
        ["Dato", "Sak", "Vedtak eller konklusjon"],
        ["10.3.2021", "<item:2021-03-10/1>", "Ja."],
    ]
    assert words(decisions_table(linked.decisions, inside(linked), "nn")) == [
        ["Nr.", "Dato", "Sak", "Vedtak eller konklusjon", "Erstatning"],
        ["V1", "10.3.2021", "<item:2021-03-10/1>", "Ja.", "erstatta av V2"],
        ["V2", "2.6.2021", "<item:2021-06-02/1>", "Nei. Vi gjer det ikkje.", "erstattar V1"],
    ]


def test_a_list_that_stands_first_is_told_whole_and_a_note_is_no_part_of_it():
    body = "> **Vedtak V1.**\n>\n> - Alfa[^1]\n> - Beta\n>\n> Meir.\n\n[^1]: Ein note.\n"

    report = report_of(minutes("2021-03-10", body))
    found = words(decisions_table(report.decisions, inside(report), "nn"))

    assert found[1][3] == "Alfa; Beta"


def test_words_of_another_language_are_marked():
    text = minutes("2021-03-10", "> **Decision V1.** Yes.\n", front="language: en\n").replace("Sak 1", "Item 1")  # fmt: skip
    report = report_of(text)
    (table,) = decisions_table(report.decisions, inside(report), "nn")

    spoken = {
        node.value: language
        for node, language in walk(table, "nn")
        if type(node).__name__ == "Text"
    }
    assert (spoken["Yes."], spoken["V1"]) == ("en", "nn")


def test_an_item_whose_minutes_are_no_appendix_is_called_by_number_and_day():
    link = "minutes: {link: https://example.org/a.pdf}\n"
    text = minutes("2021-03-10", "> **Vedtak.** Ja.\n", front=link)

    report = report_of(text)
    found = words(decisions_table(report.decisions, inside(report), "nn"))

    assert found[1][1] == "sak 1, 10.3.2021"


# --- cases ----------------------------------------------------------------------------------


def test_a_case_follows_its_item_through_the_meetings_with_what_was_concluded():
    report = report_of(
        minutes("2021-03-10", "> **Konklusjon.** Først.\n\n> **Tiltak T1.** Tekst.\n"),
        minutes("2021-06-02", ("> **Vedtak V1.** Så.\n", "continues: 2021-03-10/1")),
    )
    (section,) = cases_list(report.cases, inside(report), "nn")
    quotes = [node for node, _ in walk(section, "nn") if isinstance(node, Quote)]
    references = [node.target for node, _ in walk(section, "nn") if isinstance(node, Reference)]

    assert isinstance(section, Section)
    assert plain_text(section.title) == "Sak nummer 1"
    assert references == ["item:2021-03-10/1", "item:2021-06-02/1"]
    assert [(q.kind, plain_text(q.children[0].children)) for q in quotes] == [
        ("conclusion", "Først."),
        ("decision", "Så."),
    ]


def test_no_case_tells_of_a_withheld_item():
    secret = ("> **Vedtak V1.** HEMMELEG\n", "withheld: {basis: offl. § 13, title: Personalsak}\ncontinues: 2021-03-10/1")  # fmt: skip
    follows = ("Tekst.", "continues: 2021-03-10/1")
    report = report_of(
        minutes("2021-03-10", "Tekst."),
        minutes("2021-04-07", follows),
        minutes("2021-06-02", secret),
    )

    shown = repr(cases_list(report.cases, inside(report), "nn"))

    assert "item:2021-03-10/1" in shown
    assert "item:2021-04-07/1" in shown
    for word in ("Personalsak", "HEMMELEG", "2021-06-02"):
        assert word not in shown


def test_tables_of_minutes_have_no_name_in_a_case():
    table = "> **Konklusjon.** Sjå <table:tal> og [desse](table:tal).\n>\n> Tabell tal: Tal\n>\n> | A | B |\n> |---|---|\n> | 1 | 2 |\n"  # fmt: skip
    report = report_of(
        minutes("2021-03-10", table), minutes("2021-06-02", (table, "continues: 2021-03-10/1"))
    )
    nodes = [node for node, _ in walk(cases_list(report.cases, inside(report), "nn")[0], "nn")]

    assert [node.name for node in nodes if isinstance(node, Table)] == ["", ""]
    found = {node.target for node in nodes if isinstance(node, Reference)}
    assert found == {"item:2021-03-10/1", "item:2021-06-02/1"}


# --- the built-in chapters ------------------------------------------------------------------

PLAN = b"chapters: [attendance, actions, decisions, cases]\n"
FORMATS = ("pdf", "html", "md")


def build(files, folder):
    files = {**files, "meetings/kart/2021/report/report.yaml": PLAN}
    outcome = build_reports(
        MemoryTree(files), "2021", Request(folder, (), FORMATS, lambda *_: None)
    )
    assert outcome.diagnostics == ()
    (built,) = outcome.built
    return {path.name: path.read_bytes() for path in built.files}


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_they_build_in_every_format_without_a_finding_and_the_same_each_time(
    language, count, tmp_path
):
    files = generated.committee(language, count)
    first, again = build(files, tmp_path / "a"), build(files, tmp_path / "b")
    text = first["kart-2021.md"].decode()

    assert first == again
    # Four tables of people with one caption; organisations, meetings, actions, conclusions.
    captions = re.findall(r"\*\*(?:Tabell|Table)\s\d\.\d\*\*", text)
    assert len(captions) == (5 if count else 0)
    assert text.count("kart-2021-1.svg") == bool(count)
    assert len([name for name in first if name.endswith(".svg")]) == bool(count)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nn", "Kapitlet viser éi sak. Under kvar sak står møta i rekkjefølgje."),
        ("nb", "Kapitlet viser én sak. Under hver sak står møtene i rekkefølge."),
        ("en", "The chapter has one case. Under each are the meetings in order."),
    ],
)
def test_a_case_is_counted_in_every_language(language, told, tmp_path):
    files = generated.committee(language, 2)
    later = "meetings/kart/2021/2021-01-02.md"
    agenda = b"agenda:\n  - title: "
    assert files[later].count(agenda) == 1
    files[later] = files[later].replace(
        agenda, b"agenda:\n  - continues: 2021-01-01/1\n    title: "
    )

    assert told in build(files, tmp_path)["kart-2021.md"].decode()


@pytest.mark.parametrize(
    ("committee", "present"),
    [
        ("name: U\n", "present: []\n"),
        ("name: U\nmembers: [{name: Bo Li}]\n", "present: []\n"),
        ("name: U\norganisations: [{name: Alfa}]\n", "present: []\n"),
        ("name: U\n", "present: [Alfa]\n"),
        ("name: U\n", ""),
    ],
)
def test_they_build_where_there_is_hardly_anything_to_tell(committee, present, tmp_path):
    files = {
        "arsrapport.yaml": b"",
        "meetings/kart/committee.yaml": committee.encode(),
        "meetings/kart/2021/2021-03-10.md": minutes("2021-03-10", "Tekst.", front=present).encode(),
    }

    assert "kart-2021.pdf" in build(files, tmp_path)


def test_a_drawing_is_no_file_that_is_missing_from_the_project():
    files = generated.committee("nn", 1) | {"meetings/kart/2021/report/report.yaml": PLAN}

    found = check_project(MemoryTree(files)).diagnostics

    assert [d.code for d in found if d.code in {"AR101", "AR414", "AR419"}] == []


def test_hostile_names_are_text_in_every_format(tmp_path):
    hostile = '<script>alert(1)</script> & "x" ]]> {{ 7 * 7 }}'
    files = generated.committee("nn", 1)
    path = "meetings/kart/2021/2021-01-01.md"
    files[path] = files[path].replace(b"Gjest 1 (Gamma)", f"'Gjest 1 ({hostile})'".encode())

    built = build(files, tmp_path)

    assert b"<script>" not in built["kart-2021.html"].replace(b"&lt;", b"")
    assert b"&lt;script&gt;" in built["kart-2021-1.svg"]
    assert b"{{ 7 * 7 }}" in built["kart-2021.md"].replace(b"\\", b"")
