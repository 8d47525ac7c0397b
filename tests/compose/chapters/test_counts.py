"""How many items there are of each kind, and actions of each status: tables, charts, chapters."""

import re

import pytest

import html_reading
from arsrapport.compose.chapters.context import context_of
from arsrapport.compose.chapters.counts import (
    kinds_chart,
    kinds_of,
    kinds_table,
    statuses_chart,
    statuses_of,
    statuses_table,
)
from arsrapport.document.plain import plain_text
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.source.tree import MemoryTree
from registered import minutes, report_of
from small_projects import found

KINDS = (
    "information",
    "",
    "any-other-business",
    "information",
    "approval",
    "follow-up",
    "discussion",
    "decision",
    "",
    "information",
)


def words(blocks):
    (table,) = blocks
    return [[plain_text(cell.children) for cell in line] for line in (table.head, *table.rows)]


def drawn(figure):
    """The names and the numbers of a chart, as they are printed in it."""
    told = re.findall(r">([^<]+)</text>", figure.drawing.decode())
    return list(zip(told[::2], told[1::2], strict=True))


# --- items by kind --------------------------------------------------------------------------

BY_KIND = {
    "nn": ["Sakstype", "Saker", "Orientering", "Drøfting", "Vedtak", "Godkjenning", "Oppfølging", "Eventuelt", "Ikkje oppgitt", "I alt"],
    "nb": ["Sakstype", "Saker", "Orientering", "Drøfting", "Vedtak", "Godkjenning", "Oppfølging", "Eventuelt", "Ikke oppgitt", "I alt"],
    "en": ["Kind of item", "Items", "Information", "Discussion", "Decision", "Approval", "Follow-up", "Any other business", "Not given", "Total"],
}  # fmt: skip


@pytest.mark.parametrize("language", BY_KIND)
def test_items_are_counted_by_kind_in_one_order_and_those_without_one_last(language):
    first, second, *names = BY_KIND[language]

    assert words(kinds_table(kinds_of(KINDS), language)) == [
        [first, second],
        *([name, number] for name, number in zip(names, "31111" + "12", strict=False)),
        [names[-1], "10"],
    ]


SAID = {
    "nn": "Saker etter type. Orientering: 2; Vedtak: 1; Ikkje oppgitt: 1.",
    "nb": "Saker etter type. Orientering: 2; Vedtak: 1; Ikke oppgitt: 1.",
    "en": "Items by kind. Information: 2; Decision: 1; Not given: 1.",
}


@pytest.mark.parametrize("language", SAID)
def test_the_chart_of_items_says_every_number_that_it_shows(language):
    counts = kinds_of(("decision", "information", "", "information"))
    (figure,) = kinds_chart(counts, language)

    assert figure.alt == SAID[language]
    assert [f"{name}: {number}" for name, number in drawn(figure)] == re.findall(
        r"[^ ;.][^;.]*: \d", SAID[language]
    )
    rows = words(kinds_table(counts, language))[1:-1]
    assert [tuple(row) for row in rows] == drawn(figure)


@pytest.mark.parametrize("kinds", [(), ("", ""), ("any-other-business", ""), ("decision",) * 3])
def test_less_than_two_kinds_tell_nothing(kinds):
    counts = kinds_of(kinds)

    assert (kinds_table(counts, "nn"), kinds_chart(counts, "nn")) == ((), ())


def test_only_items_that_were_treated_are_counted():
    entries = ["kind: information", "kind: decision", "kind: decision\noutcome: postponed"]
    entries += ["kind: closing", "kind: discussion\noutcome: withdrawn", ""]
    report = report_of(minutes("2021-03-10", *(("Tekst.", entry) for entry in entries)))
    items = context_of(report)["items"]

    assert [
        (view.fields["name"], view.fields["number"]) for view in items.fields["kinds"].items
    ] == [("information", 1), ("decision", 1), ("unknown", 1)]
    assert len(items.items) == report.items == 3


def test_large_numbers_are_grouped_alike_in_the_table_the_chart_and_its_text():
    counts = (("information", 12345), ("decision", 1))
    (figure,) = kinds_chart(counts, "nn")

    assert words(kinds_table(counts, "nn"))[1] == ["Orientering", "12\u00a0345"]
    assert drawn(figure)[0] == ("Orientering", "12\u00a0345")
    assert figure.alt == "Saker etter type. Orientering: 12\u00a0345; Vedtak: 1."


# --- actions by status ----------------------------------------------------------------------

DECIDED = "".join(
    f"> **Tiltak T{n}.** Tekst.\n> Ansvar: Bo Li\n> Frist: {due}\n\n"
    for n, due in enumerate(
        ["1.4.2021", "løpande", "1.4.2021", "1.4.2021", "1.9.2021", "1.4.2022"], 1
    )
)
FOLLOWED = (
    "follow_up:\n"
    "  - {action: T1, status: done}\n"
    "  - {action: T3, status: moved, to: 1}\n"
    "  - {action: T4, status: dropped}\n"
)
ACTIONS = (minutes("2021-03-10", DECIDED), minutes("2021-06-02", "Tekst.", front=FOLLOWED))

BY_STATUS = {
    "nn": ("Status", "Tiltak", "Ope", "Ope, og fristen er ute", "Flytta", "Bortfalle", "Utført", "I alt"),
    "nb": ("Status", "Tiltak", "Åpent", "Åpent, og fristen er ute", "Flyttet", "Bortfalt", "Utført", "I alt"),
    "en": ("Status", "Actions", "Open", "Open and overdue", "Moved", "Dropped", "Done", "Total"),
}  # fmt: skip


@pytest.mark.parametrize("language", BY_STATUS)
def test_actions_are_counted_by_status_and_the_overdue_ones_apart(language):
    """T2 and T6 are open, T5 was due in September; on the last day of the year."""
    counts = statuses_of(report_of(*ACTIONS).actions)
    status, actions, *names = BY_STATUS[language]
    (figure,) = statuses_chart(counts, language)

    expected = list(zip(names, ["2", "1", "1", "1", "1", "6"], strict=True))
    assert words(statuses_table(counts, language)) == [
        [status, actions],
        *map(list, expected),
    ]
    assert drawn(figure) == expected[:-1]
    told = "; ".join(f"{name}: {number}" for name, number in expected[:-1])
    about = "Actions by status." if language == "en" else "Tiltak etter status."
    assert figure.alt == f"{about} {told}."


def test_one_status_tells_nothing():
    counts = statuses_of(report_of(minutes("2021-03-10", "> **Tiltak T1.** Tekst.\n")).actions)

    assert (statuses_table(counts, "nn"), statuses_chart(counts, "nn")) == ((), ())


# --- in chapters ----------------------------------------------------------------------------

CHAPTERS = b"chapters: [activity, actions]\nappendices: []\n"


def built(language, folder, *meetings, plan=CHAPTERS, **texts):
    files = {
        "arsrapport.yaml": f"language: {language}\n".encode(),
        "meetings/kart/committee.yaml": b"name: Utvalet\n",
        "meetings/kart/2021/report/report.yaml": plan,
        **{f"meetings/kart/2021/report/{name}.md": text.encode() for name, text in texts.items()},
    }
    for text in meetings:
        day = text.split("date: ")[1][:10]
        files[f"meetings/kart/2021/{day}.md"] = text.encode()
    request = Request(folder, (), ("html",), lambda *_: None)
    outcome = build_reports(MemoryTree(files), "2021", request)
    assert outcome.diagnostics == ()
    return html_reading.parse(outcome.built[0].files[0].read_bytes())


def captions(page, element):
    return [html_reading.words(e).replace("\u00a0", " ") for e in page.iter() if e.tag == element]


TOLD = {
    "nn": ("Talet på saker, etter type", "Talet på tiltak, etter status", "Tiltak, etter status"),
    "nb": ("Antall saker, etter type", "Antall tiltak, etter status", "Tiltak, etter status"),
    "en": ("Number of items by kind", "Number of actions by status", "Actions by status"),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_built_in_chapters_show_them_where_they_tell_something(language, tmp_path):
    kinds = (("Tekst.", "kind: information"), ("Tekst.", "kind: decision"))
    page = built(language, tmp_path, *ACTIONS, minutes("2021-09-01", *kinds))
    items, statuses, actions = TOLD[language]
    table, figure = ("Table", "Figure") if language == "en" else ("Tabell", "Figur")

    assert captions(page, "caption") == [
        f"{table} 1.1 {items}",
        f"{table} 2.1 {statuses}",
        f"{table} 2.2 {actions}",
    ]
    assert captions(page, "figcaption") == [f"{figure} 1.1 {items}", f"{figure} 2.1 {statuses}"]
    assert html_reading.dangling(page) == []


def test_the_built_in_chapters_are_as_before_where_they_tell_nothing(tmp_path):
    actions = minutes("2021-03-10", "> **Tiltak T1.** Tekst.\n", ("Tekst.", "kind: decision"))
    page = built("nn", tmp_path, actions)

    assert captions(page, "caption") == ["Tabell 2.1 Tiltak, etter status"]
    assert [e for e in page.iter() if e.tag == "img"] == []


def test_a_chapter_of_ones_own_may_show_and_go_through_them(tmp_path):
    own = (
        "# Tal\n\n{% for s in actions.statuses %}{{ s.name }} {{ s.number | number }}, "
        "{% endfor %}{{ items.kinds | length }}.\n\n{{ actions.chart }}\n\n{{ items.chart }}\n"
    )
    page = built("nn", tmp_path, *ACTIONS, plan=b"chapters: [tal]\nappendices: []\n", tal=own)
    text = html_reading.words(html_reading.section(page, "chapter-tal"))

    assert "open 2, overdue 1, moved 1, dropped 1, done 1, null." in " ".join(text.split())
    assert [e.get("alt")[:20] for e in page.iter() if e.tag == "img"] == ["Tiltak etter status."]


def test_a_field_that_a_list_has_not_is_told_with_the_nearest_it_has():
    files = {
        "2021-03-10": minutes("2021-03-10", "Tekst."),
        "meetings/kart/2021/report/report.yaml": "chapters: [tal]\n",
        "meetings/kart/2021/report/tal.md": "# Tal\n\n{{ actions.statusses }} {{ meetings.chart }}\n",
    }

    assert found("AR604", files) == [
        ("tal:3:12", {"name": "statusses", "nearest": "statuses"}),
        ("tal:3:37", {"name": "chart", "nearest": ""}),
    ]
