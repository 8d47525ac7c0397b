"""Template text: words that a template or an example left to be filled in."""

import pytest

from arsrapport.language.languages import LANGUAGES
from arsrapport.language.tables import read_table
from arsrapport.pipeline.answers import Answers
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.pipeline.new import new_project
from arsrapport.source.tree import MemoryTree
from small_projects import LATER, found, meeting


def told(body="Tekst.", *lines, title="Djupner"):
    text = meeting("2021-03-10", *lines, titles=(title,), body=f"## Sak 1\n\n{body}")
    return [
        (place.partition(":")[2], said["words"])
        for place, said in found("AR425", {"2021-03-10": text})
    ]


def words_in(body):
    return [words for _, words in told(body)]


@pytest.mark.parametrize(
    "words",
    [
        "TODO",
        "TBD",
        "XXX",
        "xxxx",
        "Lorem ipsum",
        "dd.mm.åååå",
        "DD.MM.ÅÅÅÅ",
        "yyyy-mm-dd",
        "xx.xx.xxxx",
        "kl. xx",
        "[fyll inn]",
        "[Fyll inn talet på hamner]",
        "[namn]",
        "[Navn]",
        "[ dato ]",
        "<namn>",
        "<fyll inn>",
        "{tittel}",
        "[insert name here]",
        "…skriv her…",
        "...sett inn tekst...",
        "… skriv kort kva møtet kom fram til …",
        "Klikk eller trykk her for å skrive inn tekst",
        "Click or tap here to enter text",
        "{{ meetings | count }}",
        "{% if x %}",
    ],
)
def test_words_to_be_filled_in_are_told_where_they_stand(words):
    assert told(f"Utvalet {words}, og meir.") == [(f"9:9-9:{9 + len(words)}", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Dei skriv her om kart.",
        "Medlemmene skal fylle inn skjemaet.",
        "Kommunane skal fylle ut og sette inn namn og dato.",
        "Sekretariatet vil legge inn teksten.",
        "Todo, Xxiv og tbd.",
        "Sjå [namn](https://alfa.no) og [2].",
        "«Vi […] er samde», sa han ...",
        "Møtet [dato ukjent] hos Beta [namn fjerna].",
        "Ein skal skrive dato som «dd.mm.åååå».",
        "Ein skal skrive dato som `dd.mm.åååå`.",
        "> Lorem ipsum",  # others' words
        "https://alfa.no/xxx/TODO",
        "Kapittel XX og XIX.",
        "Kl. 10 i Nesttun, dd. 1.",
        "Navn: Kari. Tittel: Rådgjevar.",
        "Tekst.",
        "…",
    ],
)
def test_what_people_write_in_earnest_is_not(text):
    assert words_in(text) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Skriv her.", "Skriv her."),
        ("(tekst her)", "(tekst her)"),
        ("- Fyll inn", "Fyll inn"),
        ("| A |\n|---|\n| Your text here |", "Your text here"),
        ("**Vel eit element**", "Vel eit element"),
    ],
)
def test_some_words_are_told_only_where_nothing_else_stands(body, words):
    assert words_in(body) == [words]
    assert words_in("Dei skriv her at nokon skal fylle inn tekst her for å choose an item.") == []


def test_each_is_told():
    assert told("TODO: tal frå [dato], TODO") == [
        ("9:1-9:5", "TODO"),
        ("9:15-9:21", "[dato]"),
        ("9:23-9:27", "TODO"),
    ]


@pytest.mark.parametrize(
    ("line", "span", "words"),
    [
        ("title: Tittel", "3:8-3:14", "Tittel"),
        ("title: Møte dd.mm.åååå", "3:13-3:23", "dd.mm.åååå"),
        ("time: kl. xx", "3:7-3:13", "kl. xx"),
        ('place: "[stad]"', "3:9-3:15", "[stad]"),
        ("chair: <namn>", "3:8-3:14", "<namn>"),
        ("chair: [Kari Ås, navn]", "3:18-3:22", "navn"),
        ("minutes: {by: Fornavn Etternavn}", "3:15-3:32", "Fornavn Etternavn"),
        ("present: [Kari, <navn> (Alfa)]", "3:17-3:23", "<navn>"),
        ("present: [{name: Kari, organisation: Alfa}, {name: XXX}]", "3:52-3:55", "XXX"),
        ("apologies: [<navn>]", "3:13-3:19", "<navn>"),
    ],
)
def test_front_matter_is_looked_at_too(line, span, words):
    assert told("Tekst.", line) == [(span, words)]


@pytest.mark.parametrize(
    ("title", "span", "words"),
    [
        ("Tittel", "4:12-4:18", "Tittel"),
        ('"[sakstittel]"', "4:13-4:25", "[sakstittel]"),
        ("Djupner\n    presenter: <namn> (Alfa)", "5:16-5:22", "<namn>"),
        ("Djupner\n    presenter: [Kari, Innleder]", "5:23-5:31", "Innleder"),
        ("Djupner\n    papers: [Notat TODO]", "5:20-5:24", "TODO"),
    ],
)
def test_so_are_items(title, span, words):
    assert told("Tekst.", title=title) == [(span, words)]


@pytest.mark.parametrize(
    "title",
    [
        "Navn på gater",
        "Tittel på rapporten",
        "Djupner\n    presenter: Kari Navnesen",
        "Djupner\n    papers: [Sakspapir, Notat]",
        '"Ny mal: {{ x }}"',
    ],
)
def test_whole_values_are_told_only_when_whole(title):
    assert told("Tekst.", title=title) == []


def test_names_in_yaml_are_not_looked_at():
    committee = (
        "name: Kart\norganisations: [{name: Alfa}]\nmembers: [{name: <navn>, organisation: Alfa}]\n"
    )
    files = {"2021-03-10": meeting("2021-03-10"), "meetings/kart/committee.yaml": committee}

    assert found("AR425", files) == []


def test_code_in_a_chapter_is_at_work_but_not_in_a_standing_text():
    files = {
        "2021-03-10": meeting("2021-03-10"),
        "meetings/kart/2021/report/report.yaml": "chapters: [cases]\nappendices: [agreement]\n",
        "meetings/kart/2021/report/cases.md": "# Saker\n\n{{ report.year }}, TODO\n",
        "meetings/kart/agreement.md": "# Avtale\n\n{{ report.year }}\n",
    }

    assert [place for place, _ in found("AR425", files)] == [
        "cases:3:20-3:24",
        "agreement:3:1-3:18",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_project_holds_none(language):
    project, _ = new_project(Answers(committee="Kart", language=language, first_meeting=LATER))
    files = {path: data for path, data in project.files.items() if path.startswith("meetings/")}

    checked = check_project(MemoryTree(files), Checking(as_of=LATER, select=("AR425",)))

    assert checked.diagnostics == ()


def test_the_words_are_in_small_letters_and_stand_once():
    table = read_table("template_text")

    assert set(table) == {"marks", "phrases", "blanks", "orders", "alone", "values"}
    for kind, words in table.items():
        assert len(words) == len(set(words)) > 2, kind
        if kind != "marks":
            assert [word for word in words if word != word.casefold()] == []
