"""Minutes as plain as they come: no committee.yaml, no seats, one item, none, six hundred members.

Each report is read back from HTML and PDF, and every word that the tool says of it is written here.
"""

import json
import re

import pytest

import html_reading
import pdf_reading
from arsrapport.diagnostics import fault
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.pipeline.export import export_reports
from arsrapport.source.place import Place
from arsrapport.source.tree import MemoryTree

LANGUAGES = ["nn", "nb", "en"]
MINUTES = {
    "nn": ("Djupner ved kysten", "Sak", "Saka blei drøfta."),
    "nb": ("Dybder ved kysten", "Sak", "Saken ble drøftet."),
    "en": ("Depths along the coast", "Item", "It was discussed."),
}
MEETING = "meetings/kart/2021/2021-03-10.md"
COMMITTEE = "meetings/kart/committee.yaml"
REPORT = "meetings/kart/2021/report/report.yaml"


def minutes(language, day="2021-03-10", front="", item="", body=""):
    title, word, text = MINUTES[language]
    return (
        f"---\ndate: {day}\n{front}agenda:\n  - title: {title}\n{item}---\n\n"
        f"## {word} 1\n\n{body or text}\n"
    )


def project(language, **files):
    """Return the files of a project by their paths."""
    return {"arsrapport.yaml": f"language: {language}\n", **files}


def build(files, folder, year="2021", formats=("html",), use_case=build_reports):
    tree = MemoryTree({path: text.encode() for path, text in files.items()})

    # A year without a meeting is what some of these are about.
    assert check_project(tree, Checking(ignore=("AR623",))).diagnostics == ()
    outcome = use_case(tree, year, Request(folder, (), formats, lambda *_: None))
    assert outcome.diagnostics == ()
    return outcome.built


def plain(text):
    return re.sub(
        r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "")
    )


def part(data, tag):
    """Return the words of a page's header, main part or footer; a term is parted from what it is."""
    (element,) = html_reading.parse(data).iter(tag)
    for term in element.iter("dt"):
        term.tail = " "
    return plain(html_reading.words(element))


def said(files, folder, **more):
    """Return all that stands in the main part of the report's page."""
    (built,) = build(files, folder, **more)
    return part(built.files[0].read_bytes(), "main")


# --- next to nothing ------------------------------------------------------------------------

LEAST = {
    "nn": "1 Aktivitet Kart hadde eitt møte i 2021 og behandla éi sak. Her er datoen og saklista for møtet: "
    "10. mars (jf. Vedlegg A) Djupner ved kysten "
    "Vedlegg A: Referat 10. mars 2021 Referat frå møte i Kart 10. mars 2021 "
    "Sak 1. Djupner ved kysten Saka blei drøfta.",
    "nb": "1 Aktivitet Kart hadde ett møte i 2021 og behandlet én sak. Her er datoen og sakslisten for møtet: "
    "10. mars (jf. Vedlegg A) Dybder ved kysten "
    "Vedlegg A: Referat 10. mars 2021 Referat fra møte i Kart 10. mars 2021 "
    "Sak 1. Dybder ved kysten Saken ble drøftet.",
    "en": "1 Activity Kart held one meeting in 2021 and dealt with one item. The date and agenda of the meeting: "
    "10 March (see Appendix A) Depths along the coast "
    "Appendix A: Minutes of 10 March 2021 Minutes of the meeting of Kart on 10 March 2021 "
    "Item 1. Depths along the coast It was discussed.",
}  # fmt: skip
CONTENTS = {"nn": "Innhald", "nb": "Innhold", "en": "Contents"}
TITLES = {"nn": "Årsrapport 2021", "nb": "Årsrapport 2021", "en": "Annual report 2021"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_meeting_with_one_item_and_nothing_else_is_a_report(language, tmp_path):
    """The committee has its folder's name; nothing is said of seats, members or standard signs."""
    files = project(language, **{MEETING: minutes(language)})

    (built,) = build(files, tmp_path, formats=("pdf", "html"))
    pdf, page = (file.read_bytes() for file in built.files)
    reading = pdf_reading.read_pdf(pdf)

    assert part(page, "header") == f"{TITLES[language]} Kart"
    assert part(page, "main") == LEAST[language]
    assert part(page, "footer") == TITLES[language]
    assert (built.items, built.people, built.pages) == (1, 0, 4)
    assert plain(reading.page_text(1)).strip() == f"{TITLES[language]}Kart"
    assert CONTENTS[language] in plain(reading.page_text(2))
    assert LEAST[language].split(" ", 2)[2].split(": ")[0] in plain(reading.root.text)
    assert [pdf_reading.failures(pdf, profile) for profile in ("ua1", "2a")] == [[], []]


WITHOUT_SECTIONS = {
    "nn": "1 Aktivitet Kart hadde eitt møte i 2021 og behandla éi sak. Her er datoen og saklista for møtet: "
    "10. mars Djupner ved kysten",
    "nb": "1 Aktivitet Kart hadde ett møte i 2021 og behandlet én sak. Her er datoen og sakslisten for møtet: "
    "10. mars Dybder ved kysten",
    "en": "1 Activity Kart held one meeting in 2021 and dealt with one item. The date and agenda of the meeting: "
    "10 March Depths along the coast",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_of_agendas_alone_has_no_appendix(language, tmp_path):
    agenda = minutes(language).partition("\n\n## ")[0] + "\n"

    assert said(project(language, **{MEETING: agenda}), tmp_path) == WITHOUT_SECTIONS[language]


NO_ITEMS = {
    ("nn", 1): "1 Aktivitet Kart hadde eitt møte i 2021. Her er datoen for møtet: 10. mars",
    ("nb", 1): "1 Aktivitet Kart hadde ett møte i 2021. Her er datoen for møtet: 10. mars",
    ("en", 1): "1 Activity Kart held one meeting in 2021. The date of the meeting: 10 March",
    ("nn", 2): "1 Aktivitet Kart hadde to møte i 2021. Her er datoane for møta: 10. mars 9. juni",
    (
        "nb",
        2,
    ): "1 Aktivitet Kart hadde to møter i 2021. Her er datoene for møtene: 10. mars 9. juni",
    (
        "en",
        2,
    ): "1 Activity Kart held two meetings in 2021. The dates of the meetings: 10 March 9 June",
}


@pytest.mark.parametrize(("language", "count"), NO_ITEMS)
def test_nothing_is_said_of_items_when_there_are_none(language, count, tmp_path):
    days = ["2021-03-10", "2021-06-09"][:count]
    files = {f"meetings/kart/2021/{day}.md": f"---\ndate: {day}\nagenda: []\n---\n" for day in days}

    assert said(project(language, **files), tmp_path) == NO_ITEMS[language, count]


NO_MEETINGS = {
    "nn": "1 Aktivitet Kart hadde ingen møte i 2021.",
    "nb": "1 Aktivitet Kart hadde ingen møter i 2021.",
    "en": "1 Activity Kart held no meetings in 2021.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_without_a_meeting_has_a_report_when_there_is_a_report_yaml(language, tmp_path):
    assert said(project(language, **{REPORT: ""}), tmp_path) == NO_MEETINGS[language]


@pytest.mark.parametrize("listed", ["chapters: [mandate]\n", ""])
def test_the_mandate_of_nobody_knows_whom_is_told_only_when_asked_for(listed, tmp_path):
    text = said(project("nn", **{MEETING: minutes("nn"), REPORT: listed}), tmp_path)

    assert ("Det er ikkje registrert kven som er representert i Kart." in text) is bool(listed)


def test_a_chapter_of_the_committees_own_is_taken_whatever_is_recorded(tmp_path):
    own = {
        "meetings/kart/mandate.md": "# Mandat\n\nVi ser på kart.\n",
        "meetings/kart/working-groups.md": "# Grupper\n\nVi har ingen.\n",
    }

    text = said(project("nn", **{MEETING: minutes("nn"), **own}), tmp_path)

    assert "1 Mandat Vi ser på kart. 2 Aktivitet" in text
    assert "3 Grupper Vi har ingen." in text


def test_the_signs_of_tables_are_explained_where_they_are_used(tmp_path):
    """Another table than the tool's own is enough."""
    table = "| A | B |\n|---|---|\n| 1 | .. |\n"
    files = project("nn", **{MEETING: minutes("nn", body=table)})

    (built,) = build(files, tmp_path)

    assert "Kolofon Standardteikn i tabellar Symbol Oppgåve manglar .. Årsrapport" in part(
        built.files[0].read_bytes(), "footer"
    )


# --- names ----------------------------------------------------------------------------------

LOWER = {
    "nn": ("arbeidsgruppa for kart", "Referat frå møte i arbeidsgruppa for kart 10. mars 2021"),
    "nb": ("arbeidsgruppen for kart", "Referat fra møte i arbeidsgruppen for kart 10. mars 2021"),
    "en": (
        "the working group on charts",
        "Minutes of the meeting of the working group on charts on 10 March 2021",
    ),
}
OPENING = {
    "nn": "1 Aktivitet Arbeidsgruppa for kart hadde eitt møte",
    "nb": "1 Aktivitet Arbeidsgruppen for kart hadde ett møte",
    "en": "1 Activity The working group on charts held one meeting",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_small_letters_gets_a_capital_where_it_stands_first(language, tmp_path):
    name, title = LOWER[language]
    files = project(language, **{MEETING: minutes(language), COMMITTEE: f"name: {name}\n"})

    (built,) = build(files, tmp_path)
    page = built.files[0].read_bytes()

    assert OPENING[language] in part(page, "main")
    assert title in part(page, "main")
    assert part(page, "header") == f"{TITLES[language]} {name[0].upper()}{name[1:]}"


def test_first_names_are_names(tmp_path):
    front = "chair: Kari\npresent: [Kari, Ola, Per (Alfa)]\napologies: [Eva]\nminutes: {by: Ola}\n"
    files = project(
        "nn",
        **{
            MEETING: minutes("nn", front=front, item="    presenter: Kari\n"),
            COMMITTEE: "name: Kartutvalet\nmembers:\n  - name: Kari\n  - name: Ola\n  - name: Eva\n",
        },
    )

    (built,) = build(files, tmp_path)
    text = part(built.files[0].read_bytes(), "main")

    assert built.people == 3
    assert "1 Mandat og representasjon Faste medlemmer per 31. desember 2021: Kari Ola Eva" in text
    assert (
        "Referent: Ola Møteleiar Kari Til stades Kari Ola Per (Alfa) Forfall Eva "
        "Sak 1. Djupner ved kysten Innleiar Kari"
    ) in text


def test_six_hundred_members_are_each_named_once_in_each_list(tmp_path):
    names = [f"Person{number:03}" for number in range(600)]
    listed = "".join(f"  - {name}\n" for name in names)
    members = "".join(f"  - name: {name}\n" for name in names)
    files = project(
        "nn",
        **{
            MEETING: minutes("nn", front=f"present:\n{listed}"),
            COMMITTEE: f"name: Kartutvalet\nmembers:\n{members}",
        },
    )

    (built,) = build(files, tmp_path, formats=("pdf", "html"))
    pdf, html = (file.read_bytes() for file in built.files)

    assert built.people == 600
    assert re.findall("Person[0-9]{3}", part(html, "main")) == names * 3
    assert re.findall("Person[0-9]{3}", pdf_reading.read_pdf(pdf).root.text) == names * 3


# --- who is represented ---------------------------------------------------------------------

REPRESENTED = {
    ("nn", "Alfa: , Beta: "): "Per 31. desember 2021 var to organisasjonar med i Utvalet. Oversikta står i Tabell 1.1. "
    "Tabell 1.1 Organisasjonar Organisasjon Alfa Beta 2",
    ("nb", "Alfa: , Beta: "): "Per 31. desember 2021 var to organisasjoner med i Utvalet. Oversikten står i Tabell 1.1. "
    "Tabell 1.1 Organisasjoner Organisasjon Alfa Beta 2",
    ("en", "Alfa: , Beta: "): "As of 31 December 2021, two organisations belonged to Utvalet. An overview is given in Table 1.1. "
    "Table 1.1 Organisations Organisation Alfa Beta 2",
    ("nn", "Alfa: observer"): "Per 31. desember 2021 var éin organisasjon med i Utvalet. Oversikta står i Tabell 1.1. "
    "Tabell 1.1 Organisasjonar Organisasjon Status Alfa observatør 2",
    ("nn", "Alfa: 2, Beta: observer"): "I Utvalet hadde éin organisasjon plass per 31. desember 2021. Oversikta står i Tabell 1.1. "
    "Tabell 1.1 Organisasjonar og plassar Organisasjon Plassar Status Alfa 2 Beta observatør 2",
    ("nn", "Alfa: 2, Beta: "): "I Utvalet hadde to organisasjonar plass per 31. desember 2021. Oversikta står i Tabell 1.1. "
    "Tabell 1.1 Organisasjonar og plassar Organisasjon Plassar Alfa 2 Beta .. .. = Oppgåve manglar 2",
    ("en", "Alfa: 1"): "As of 31 December 2021, Utvalet had seats for one organisation. An overview is given in Table 1.1. "
    "Table 1.1 Organisations and seats Organisation Seats Alfa 1 2",
}  # fmt: skip


@pytest.mark.parametrize(("language", "organisations"), REPRESENTED)
def test_who_is_represented_is_told_by_what_is_recorded(language, organisations, tmp_path):
    """An organisation with no seats on record takes part; an observer needs no seat."""
    entries = []
    for entry in organisations.split(", "):
        name, about = entry.split(": ")
        key = "role" if about == "observer" else "seats"
        entries.append(f"  - {{name: {name}{f', {key}: {about}' if about else ''}}}\n")
    committee = f"name: Utvalet\norganisations:\n{''.join(entries)}"

    text = said(project(language, **{MEETING: minutes(language), COMMITTEE: committee}), tmp_path)

    assert REPRESENTED[language, organisations] in text


# --- a period that is not a calendar year ---------------------------------------------------

HELD = ["2018-03-01", "2018-09-10", "2018-11-20", "2019-06-30", "2019-07-01"]
"""The second, third and fourth are in the period."""
PERIOD = "period: 2018-07-01/2019-06-30\n"
SPLIT = {
    "nn": (
        "Årsrapport 2018–2019",
        "1 Aktivitet Kart hadde tre møte i perioden 1. juli 2018–30. juni 2019 og behandla tre saker. Her er datoane og saklista for kvart møte: 10. september 2018 (jf. Vedlegg A)",
        "Kolofon Periode 1. juli 2018–30. juni 2019",
    ),
    "nb": (
        "Årsrapport 2018–2019",
        "1 Aktivitet Kart hadde tre møter i perioden 1. juli 2018–30. juni 2019 og behandlet tre saker. Her er datoene og sakslisten for hvert møte: 10. september 2018 (jf. Vedlegg A)",
        "Kolofon Periode 1. juli 2018–30. juni 2019",
    ),
    "en": (
        "Annual report 2018–2019",
        "1 Activity Kart held three meetings in the period 1 July 2018 – 30 June 2019 and dealt with three items. The date and agenda of each meeting: 10 September 2018 (see Appendix A)",
        "Imprint Period 1 July 2018 – 30 June 2019",
    ),
}  # fmt: skip


def crossing(language, days=HELD, period=PERIOD, year="2019"):
    held = {f"meetings/kart/{day[:4]}/{day}.md": minutes(language, day) for day in days}
    return project(language, **held, **{f"meetings/kart/{year}/report/report.yaml": period})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_period_may_cross_into_the_next_year(language, tmp_path):
    """The report lies in the year in which it ends; it finds the meetings of both folders."""
    title, text, imprint = SPLIT[language]

    (built,) = build(crossing(language), tmp_path, "2019", ("pdf", "html"))
    pdf, page = (file.read_bytes() for file in built.files)
    set_text = plain(pdf_reading.read_pdf(pdf).root.text)

    assert [file.name for file in built.files] == ["kart-2019.pdf", "kart-2019.html"]
    assert part(page, "header") == f"{title} Kart"
    assert part(page, "main").startswith(text)
    assert part(page, "footer") == f"{imprint} {title}"
    assert text.split(" ", 2)[2].partition(": ")[0] in set_text
    assert imprint.split(" ", 2)[2] in set_text


def test_a_report_of_two_whole_years_names_the_years(tmp_path):
    files = crossing("nn", HELD[:4], "period: 2018-01-01/2019-12-31\n")

    assert said(files, tmp_path, year="2019").startswith(
        "1 Aktivitet Kart hadde fire møte i 2018–2019 og behandla fire saker."
    )


def test_part_of_a_year_is_told_by_its_days(tmp_path):
    files = crossing("nn", HELD[:2], "period: 2018-01-01/2018-06-30\n", "2018")

    assert said(files, tmp_path, year="2018").startswith(
        "1 Aktivitet Kart hadde eitt møte i perioden 1. januar–30. juni 2018 og behandla éi sak."
    )


def test_what_a_period_has_told_of_makes_no_report_of_its_own_year(tmp_path):
    """Of 2018 only meetings of the period are left; of 2019 there is one report, not two."""
    files = crossing("nn", HELD[1:4])
    tree = MemoryTree({path: text.encode() for path, text in files.items()})
    request = Request(tmp_path, (), ("html",), lambda *_: None)
    told = (fault("AR612", Place("arsrapport.yaml"), period="2018", other="2019"),)

    assert build_reports(tree, "2018", request).diagnostics == told
    assert export_reports(tree, "2018", request).diagnostics == told
    assert [built.committee for built in build_reports(tree, "", request).built] == ["kart/2019"]


def test_a_meeting_outside_every_period_has_the_report_of_its_calendar_year(tmp_path):
    built = build(crossing("nn"), tmp_path, year="")

    # Of 2018 the first; the two that follow are in the period of 2019, and so in that report alone.
    assert [(one.committee, one.meetings) for one in built] == [("kart/2018", 1), ("kart/2019", 3)]


def test_the_data_of_a_period_are_those_of_its_days(tmp_path):
    (built,) = build(
        crossing("nn"), tmp_path, "2019", ("json", "csv", "ics"), use_case=export_reports
    )
    files = {file.name: file.read_bytes() for file in built.files}
    data = json.loads(files["kart-2019.json"])
    meetings = files["kart-2019-meetings.csv"].decode("utf-8-sig").splitlines()

    assert data["period"] == {"first": "2018-07-01", "last": "2019-06-30"}
    assert data["as_of"] == "2019-06-30"
    assert [meeting["id"] for meeting in data["moetemappe"]] == HELD[1:4]
    assert [line.split(";")[1:4] for line in meetings[1:]] == [
        ["2018-07-01", "2019-06-30", day] for day in HELD[1:4]
    ]
    assert re.findall(b"DTSTART;VALUE=DATE:([0-9]+)", files["kart-2019.ics"]) == [
        b"20180910",
        b"20181120",
        b"20190630",
    ]
