"""Counts in prose: what contradicts the data is told, and nothing that may be about something else."""

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

COMMITTEE = """\
name:
  nn: Utvalet for sjøkart
  nb: Utvalget for sjøkart
  en: the Committee on Charts
language: {language}
organisations:
  - {{name: Alfa, seats: 2}}
  - {{name: Beta, seats: 1}}
  - {{name: Gamma, seats: 1, role: observer}}
members:
  - {{name: Ragna Ås, organisation: Alfa}}
  - {{name: Bo Li, organisation: Beta}}
  - {{name: Siv Øy, organisation: Alfa, role: secretary}}
  - {{name: Jo Ek, organisation: Beta, role: deputy}}
  - {{name: Al By, organisation: Gamma, role: observer}}
working_groups:
  - name: Tidvatn
  - name: Djupner
"""

MEETING = """\
---
date: {day}
status: approved
present: [Ragna Ås, Bo Li, Siv Øy, Gjest {number} (Alfa)]
agenda:
  - title: Godkjenning av sakliste
    kind: approval
  - title: Djupner ved kysten
  - title: Farleier
  - title: Hamner
    outcome: postponed
  - title: Eventuelt
    kind: any-other-business
  - title: Avrunding
    kind: closing
---

## Sak 1

## Sak 2

> **Tiltak A{number}.** Tekst.
> Ansvar: Alfa
> Frist: løpande

> **Vedtak.** Tekst.

## Sak 3

> **Konklusjon.** Tekst.

## Sak 4

## Sak 5

## Sak 6
"""

DAYS = ("2021-02-03", "2021-05-05", "2021-09-01", "2021-11-24")
CHAPTER = "meetings/kart/2021/report/activity.md"


def project(text: str, language: str = "nn", **changes: str) -> MemoryTree:
    """Four meetings in 2021, and a chapter on them.

    Sixteen items were treated: approval, two others and any other business at each meeting; four
    people are on the lists of all, three of them always the same.
    """
    files = {
        "arsrapport.yaml": f"language: {language}\n",
        "meetings/kart/committee.yaml": COMMITTEE.format(language=language),
        "meetings/kart/2021/report/report.yaml": "chapters: [activity]\n",
        CHAPTER: f"# Aktivitet\n\n{text}\n",
    }
    for number, day in enumerate(DAYS):
        files[f"meetings/kart/2021/{day}.md"] = MEETING.format(day=day, number=number)
    return MemoryTree({path: data.encode() for path, data in {**files, **changes}.items()})


def found(tree: MemoryTree) -> list[str]:
    """What is told, as the words that it covers and the number that the data give."""
    checked = check_project(tree, Checking(select=("AR620",)))
    told = []
    for diagnostic in checked.diagnostics:
        place = diagnostic.place
        lines = checked.texts[place.path].split("\n")
        assert place.line == place.end_line
        covered = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        told.append(f"{covered}: {dict(diagnostic.arguments)['number']}")
    return told


# --- what is told ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utvalet hadde fem møte.", "fem møte: 4"),
        ("Utvalet hadde 5 møte i 2021.", "5 møte: 4"),
        ("I 2021 hadde utvalet fem møte, i februar, mai, september og november.", "fem møte: 4"),
        ("I løpet av 2021 heldt utvalet tre møte.", "tre møte: 4"),
        ("I heile 2021 har utvalet berre halde eitt møte.", "eitt møte: 4"),
        ("Utvalet for sjøkart har hatt fem møte i perioden.", "fem møte: 4"),
        ("Det blei halde fem møte.", "fem møte: 4"),
        ("I 2021 vart det halde fem møte.", "fem møte: 4"),
        ("Fem møte blei haldne.", "Fem møte: 4"),
        ("Til saman fem møte vart gjennomførte i 2021.", "fem møte: 4"),
        ("I 2021 var det fem møte.", "fem møte: 4"),
        ("Utvalet møttest fem gonger.", "fem gonger: 4"),
        ("Utvalet hadde ingen møte i 2021.", "ingen møte: 4"),
        ("Utvalet behandla 31 saker.", "31 saker: 16"),
        ("Det blei behandla 31 saker i 2021.", "31 saker: 16"),
        ("I 2021 blei det behandla 31 saker.", "31 saker: 16"),
        ("31 saker blei behandla i perioden.", "31 saker: 16"),
        ("### Møta\n\nI 2021 hadde utvalet fem møte.", "fem møte: 4"),
        ("### Medlemmer\n\nUtvalet har elleve medlemmer.", "elleve medlemmer: 2"),
        ("Utvalet hadde fire møte og behandla 31 saker.", "31 saker: 16"),
        ("Utvalet hadde fire møte med til saman 31 saker.", "31 saker: 16"),
        ("31 personar var til stades på møta.", "31 personar: 7"),
        ("I alt deltok 31 personar på møta.", "31 personar: 7"),
        ("Utvalet har 17 plassar.", "17 plassar: 3"),
        ("I snitt var 14 av 17 plassar fylte.", "17 plassar: 3"),
        ("Ni organisasjonar er representerte i utvalet.", "Ni organisasjonar: 2"),
        ("Utvalet har elleve faste medlemmer.", "elleve faste medlemmer: 2"),
        ("Under utvalet var det tre arbeidsgrupper.", "tre arbeidsgrupper: 2"),
        ("Utvalet vedtok ni tiltak.", "ni tiltak: 4"),
        ("Utvalet gjorde sju vedtak.", "sju vedtak: 4"),
        ("Først noko anna. Utvalet hadde fem møte. Så noko til.", "fem møte: 4"),
        ("- Utvalet hadde fem møte.", "fem møte: 4"),
        ("Utvalet hadde *fem* møte.", "fem* møte: 4"),
        (
            "Utvalet hadde\N{NO-BREAK SPACE}fem\N{NO-BREAK SPACE}møte.",
            "fem\N{NO-BREAK SPACE}møte: 4",
        ),
        ("I {{ report.year }} hadde utvalet fem møte.", "fem møte: 4"),
        ("{{ committee.name }} hadde fem møte.", "fem møte: 4"),
        ("Utvalet hadde {{ meetings | counted('møte') }} og behandla 31 saker.", "31 saker: 16"),
        ("{{ 'Utvalet hadde fem møte.' }}", "fem møte: 4"),
        ("Utvalet hadde fem møte (jf. <appendix:minutes>).", "fem møte: 4"),
    ],
)
def test_a_number_that_the_data_contradict_is_told_in_nynorsk(text, expected):
    assert [expected] == found(project(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utvalget hadde fem møter.", "fem møter: 4"),
        ("I 2021 avholdt utvalget tre møter.", "tre møter: 4"),
        ("Det ble holdt fem møter i 2021.", "fem møter: 4"),
        ("Fem møter ble avholdt.", "Fem møter: 4"),
        ("Utvalget møttes syv ganger.", "syv ganger: 4"),
        ("Utvalget behandlet 31 saker.", "31 saker: 16"),
        ("31 saker ble behandlet i 2021.", "31 saker: 16"),
        ("31 personer deltok på møtene.", "31 personer: 7"),
        ("Utvalget består av elleve medlemmer.", "elleve medlemmer: 2"),
        ("Utvalget fattet sju vedtak.", "sju vedtak: 4"),
    ],
)
def test_a_number_that_the_data_contradict_is_told_in_bokmaal(text, expected):
    assert [expected] == found(project(text, "nb"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee held five meetings.", "five meetings: 4"),
        ("In 2021, the committee held 5 meetings.", "5 meetings: 4"),
        ("The Committee on Charts had five meetings during the year.", "five meetings: 4"),
        ("Five meetings were held in 2021.", "Five meetings: 4"),
        ("The committee met five times and dealt with 16 items.", "five times: 4"),
        ("The committee dealt with 31 items.", "31 items: 16"),
        ("31 people attended the meetings.", "31 people: 7"),
        ("14 out of 17 seats were filled.", "17 seats: 3"),
        ("The committee has eleven members.", "eleven members: 2"),
        ("There are three working groups under the committee.", "three working groups: 2"),
    ],
)
def test_a_number_that_the_data_contradict_is_told_in_english(text, expected):
    assert [expected] == found(project(text, "en"))


def test_two_numbers_of_one_sentence_are_told_each():
    assert found(project("I 2021 hadde utvalet fem møte og behandla 31 saker.")) == [
        "fem møte: 4",
        "31 saker: 16",
    ]


def test_a_passage_in_another_language_is_read_in_that():
    text = "::: en\nThe committee held five meetings.\n:::"

    assert found(project(text)) == ["five meetings: 4"]


def test_what_is_told_holds_no_more_than_number_and_noun():
    (told,) = check_project(
        project("Utvalet møttest fem gonger."), Checking(select=("AR620",))
    ).diagnostics

    assert told.arguments == (
        ("figure", "meetings"),
        ("noun", "gonger"),
        ("number", "4"),
        ("written", "fem"),
    )


# --- what is right --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Utvalet hadde fire møte i 2021.",
        "Utvalet hadde 4 møte.",
        "Utvalet hadde {{ meetings | counted('møte') }} i 2021.",
        # Some leave out any other business, some the approvals, some both.
        "Utvalet behandla 16 saker.",
        "Utvalet behandla tolv saker.",
        "Utvalet behandla åtte saker.",
        # Some count what was put off too.
        "Utvalet behandla 20 saker.",
        # Different people, entries of the lists; without the secretary.
        "Sju personar møtte på møta.",
        "Seks personar møtte på møta.",
        "16 personar møtte på møta.",
        "Utvalet har tre plassar.",
        "Utvalet har fire plassar.",
        "Elleve av tolv plassar var fylte.",
        "Utvalet har to medlemmer.",
        "Utvalet har tre faste medlemmer.",
        "To organisasjonar er representerte i utvalet.",
        "Under utvalet er det to arbeidsgrupper.",
        "Utvalet gjorde fire vedtak.",
        "Utvalet gjorde åtte vedtak.",
    ],
)
def test_a_number_that_the_data_give_in_any_way_of_counting_is_right(text):
    assert found(project(text)) == []


# --- what may be about something else -------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # Another body.
        "Arbeidsgruppa hadde fem møte.",
        "Kartstyret hadde fem møte.",
        "Fagutvalet hadde fem møte.",
        "Fagutvalet blei oppnemnt i haust og har tre medlemmer. Utvalet hadde fem møte.",
        "Arbeidsgruppa for tidvatn er ny. Det blei halde fem møte.",
        "Utvalet hadde fem møte med departementet.",
        "I fagutvalet hadde dei fem møte.",
        # Another year, or a part of this one.
        "I 2020 hadde utvalet fem møte.",
        "Utvalet hadde fem møte i 2020.",
        "I 2021 hadde utvalet fem møte, mot tre i 2020.",
        "I 2020 blei utvalet nytt. Det blei halde fem møte.",
        "I vår hadde utvalet to møte.",
        "Våren var travel. Utvalet hadde to møte.",
        "I mars hadde utvalet to møte.",
        "Utvalet hadde to møte i mars.",
        "Før sommaren hadde utvalet to møte.",
        "Utvalet hadde to møte før sommaren.",
        "### Første halvår\n\nUtvalet hadde to møte.",
        "### 2020\n\nUtvalet hadde fem møte.",
        # Under a heading of its own.
        "### Kart\n\nUtvalet behandla to saker.",
        "### Kart\n\nUtvalet hadde to møte.",
        "Ingen saker blei behandla.",
        "Utvalet drøfta to saker.",
        # A part of the meetings, a rule, a plan, a guess.
        "I eitt av møta blei saka trekt.",
        "Tre av fire møte var digitale.",
        "Dei to første møta var digitale.",
        "Utvalet hadde to digitale møte.",
        "Utvalet skal ha minst to møte i året.",
        "Utvalet har fem møte i året.",
        "Utvalet hadde fem møte i året.",
        "Utvalet hadde minst fem møte.",
        "Utvalet hadde om lag fem møte.",
        "Utvalet hadde tre–fem møte.",
        "Utvalet hadde tre eller fem møte.",
        "Utvalet hadde mellom tre og fem møte.",
        "Utvalet hadde planlagt fem møte.",
        "Utvalet skulle ha hatt fem møte.",
        "Utvalet vil ha fem møte.",
        "Utvalet hadde to møte til.",
        "Utvalet hadde eit møte om saka.",
        "Utvalet hadde to møte om kart.",
        "Utvalet hadde fem møte der Alfa var til stades.",
        "Utvalet hadde ikkje fem møte.",
        "Dersom utvalet hadde fem møte, ville det vere nok.",
        "Utvalet hadde tre møte. I tillegg kom eit nettmøte.",
        "Utvalet hadde tre møte og eitt telefonmøte.",
        "Utvalet hadde tre møte, av desse to telefonmøte.",
        "Utvalet hadde tre møte og eit seminar.",
        "Utvalet behandla to saker om kart.",
        "Utvalet behandla tre av sakene.",
        "Ti personar møtte på møtet i mars.",
        "Alfa fylte 7 av 8 plassar.",
        "Helsesektoren har 11 medlemmer.",
        # Somebody else's words, and what is no sentence.
        "«Utvalet hadde fem møte», skreiv avisa.",
        "Avisa skreiv: «Noko anna. Utvalet hadde fem møte.»",
        "> Utvalet hadde fem møte.",
        "`Utvalet hadde fem møte.`",
        "| Møte |\n|---|\n| Utvalet hadde fem møte. |",
        "### Utvalet hadde fem møte",
        "Utvalet hadde {{ 5 }} møte.",
        "<!-- Utvalet hadde fem møte. -->",
        # Other things.
        "Utvalet hadde fem tabellar.",
        "Utvalet hadde fem møteleiarar.",
        "Utvalet behandla sak 31.",
    ],
)
def test_a_number_that_may_be_of_something_else_is_not_told(text):
    assert found(project(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The committee shall hold at least two meetings a year.",
        "The committee held two meetings with the ministry.",
        "The committee held two meetings in the spring.",
        "Two of the meetings were digital.",
        "The committee held three meetings. In addition, it met by telephone.",
        "The working group held five meetings.",
        "In 2020, the committee held five meetings.",
    ],
)
def test_an_english_number_that_may_be_of_something_else_is_not_told(text):
    assert found(project(text, "en")) == []


def test_a_chapter_on_one_case_does_not_count_for_the_period():
    part = {
        "meetings/kart/2021/report/activity/01-farlei.md": "# Farlei\n\nUtvalet hadde to møte.\n"
    }

    assert found(project("Tekst.", **part)) == []


def test_an_agreement_does_not_count_for_the_period():
    files = {
        "meetings/kart/agreement.md": "# Avtale\n\nUtvalet hadde fem møte.\n",
        "meetings/kart/2021/report/report.yaml": "chapters: [activity]\nappendices: [agreement]\n",
    }

    assert found(project("Tekst.", **files)) == []


def test_nothing_is_counted_while_a_file_cannot_be_read():
    broken = {"meetings/kart/2021/2021-12-01.md": "---\ndate: [\n"}

    assert found(project("Utvalet hadde fem møte.", **broken)) == []


def test_a_name_that_says_nothing_of_a_committee_is_only_known_as_it_is():
    files = {"meetings/kart/committee.yaml": "name: Skjer og grunner\n"}

    assert found(project("Utvalet hadde fem møte.", **files)) == []
    assert found(project("Skjer og grunner hadde fem møte.", **files)) == ["fem møte: 4"]


# --- periods --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "text", "expected"),
    [
        # Two of the meetings are in either half.
        ("2020-07-01/2021-06-30", "I 2020–2021 hadde utvalet fem møte.", ["fem møte: 2"]),
        ("2020-07-01/2021-06-30", "I 2020/21 hadde utvalet fem møte.", ["fem møte: 2"]),
        ("2020-07-01/2021-06-30", "Utvalet hadde fem møte.", ["fem møte: 2"]),
        ("2020-07-01/2021-06-30", "I 2021 hadde utvalet fire møte.", []),
        ("2020-07-01/2021-06-30", "I 2020 hadde utvalet fire møte.", []),
        ("2021-01-01/2021-06-30", "I 2021 hadde utvalet fire møte.", []),
        ("2021-01-01/2021-06-30", "I perioden hadde utvalet fire møte.", ["fire møte: 2"]),
        ("2020-01-01/2021-12-31", "I 2020–2021 hadde utvalet fem møte.", ["fem møte: 4"]),
    ],
)
def test_only_what_names_the_whole_period_or_no_year_is_about_it(period, text, expected):
    plan = {"meetings/kart/2021/report/report.yaml": f"chapters: [activity]\nperiod: {period}\n"}

    assert expected == found(project(text, **plan))


# --- what is not recorded -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("present: [Ragna Ås, Bo Li, Siv Øy, Gjest 0 (Alfa)]\n", "", "31 personar møtte på møta."),
        ("Gjest 0 (Alfa)", "Alfa", "31 personar møtte på møta."),
        ("status: approved", "minutes: {link: https://x.no}", "Utvalet vedtok ni tiltak."),
    ],
)
def test_what_a_meeting_does_not_tell_is_not_counted(old, new, text):
    path = f"meetings/kart/2021/{DAYS[0]}.md"
    meeting = MEETING.format(day=DAYS[0], number=0)
    assert found(project(text)) != []
    assert old in meeting

    assert found(project(text, **{path: meeting.replace(old, new)})) == []


def test_papers_that_went_round_may_be_no_meeting():
    path = f"meetings/kart/2021/{DAYS[0]}.md"
    written = MEETING.format(day=DAYS[0], number=0).replace("status:", "form: written\nstatus:")

    assert found(project("Utvalet hadde tre møte.", **{path: written})) == []
    assert found(project("Utvalet hadde fire møte.", **{path: written})) == []


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("seats: 2", "note: ukjent", "Utvalet har 17 plassar."),
        (
            "Beta, seats: 1",
            "Beta, seats: 1, from: 2021-06-01",
            "Éin organisasjon er med i utvalet.",
        ),
        ("organisation: Beta}", "organisation: Beta, to: 2021-06-01}", "Utvalet har to medlemmer."),
    ],
)
def test_seats_and_members_that_change_count_as_on_any_day(old, new, text):
    committee = COMMITTEE.format(language="nn")
    assert old in committee

    assert (
        found(project(text, **{"meetings/kart/committee.yaml": committee.replace(old, new)})) == []
    )


def test_an_organisation_that_came_and_went_may_be_counted():
    text = "Fire organisasjonar var med i utvalet."
    committee = COMMITTEE.format(language="nn")
    delta = "  - {name: Delta, seats: 1, from: 2021-03-01, to: 2021-04-01}\nmembers:"
    more = {"meetings/kart/committee.yaml": committee.replace("members:", delta)}

    assert found(project(text)) == ["Fire organisasjonar: 2"]
    assert found(project(text, **more)) == []


def test_without_working_groups_nothing_is_known_of_them():
    committee = COMMITTEE.format(language="nn").partition("working_groups")[0]

    assert (
        found(
            project(
                "Under utvalet var det tre arbeidsgrupper.",
                **{"meetings/kart/committee.yaml": committee},
            )
        )
        == []
    )


def test_what_is_withheld_may_be_counted_or_not():
    path = f"meetings/kart/2021/{DAYS[0]}.md"
    meeting = MEETING.format(day=DAYS[0], number=0)
    hidden = meeting.replace("kysten\n", "kysten\n    withheld: {basis: offl. § 13}\n")

    assert found(project("Utvalet vedtok fire tiltak.", **{path: hidden})) == []
    assert found(project("Utvalet vedtok tre tiltak.", **{path: hidden})) == []
    assert found(project("Utvalet vedtok to tiltak.", **{path: hidden})) == ["to tiltak: 3"]
