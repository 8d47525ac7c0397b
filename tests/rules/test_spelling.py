"""Spelling: what is told of, exactly there, and what is none of the checker's business."""

import time

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

PATH = "meetings/kart/2021/2021-03-10.md"
MEETING = """\
---
date: 2021-03-10
language: %s
agenda:
  - title: %s
---

## Sak 1

%s
"""


def project(text: str, language: str = "nn", title: str = "Kart", **files: str) -> MemoryTree:
    every = {"arsrapport.yaml": "", PATH: MEETING % (language, title, text)}
    changed = {name.replace("_yaml", ".yaml"): content for name, content in files.items()}
    return MemoryTree({path: data.encode() for path, data in {**every, **changed}.items()})


def told(tree: MemoryTree, select: str = "AR80") -> list[str]:
    """What is told: the words that the place covers, and the better ones."""
    checked = check_project(tree, Checking(select=(select,)))
    return [
        f"{covered(checked.texts[d.place.path], d.place)} > {dict(d.arguments)['better']}"
        for d in checked.diagnostics
    ]


def covered(text: str, place) -> str:
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def codes(tree: MemoryTree) -> list[str]:
    return [d.code for d in check_project(tree, Checking(select=("AR80",))).diagnostics]


# --- which language -------------------------------------------------------------------------


def test_bokmaal_in_nynorsk_and_nynorsk_in_bokmaal():
    text = "Det er ikke mye, og ikkje mykje."

    assert told(project(text, "nn"), "AR801") == ["ikke > ikkje", "mye > mykje"]
    assert told(project(text, "nb"), "AR802") == ["ikkje > ikke", "mykje > mye"]


def test_in_english_neither_is_told():
    tree = project("Det er ikke mye, og ikkje mykje.", "en")

    assert codes(MemoryTree({p: tree.read(p).replace(b"Sak", b"Item") for p in tree.paths()})) == []


def test_a_phrase_and_a_passage_are_in_their_own_language():
    text = "Rapporten [Vi vet ikke]{lang=nb} er ny.\n\n::: nb\nVi vet ikke, men ikkje alt.\n:::"

    assert told(project(text)) == ["ikkje > ikke"]


def test_an_item_may_be_in_another_language_than_its_meeting():
    files = {
        PATH: MEETING.replace("title: %s", "title: %s\n    language: nb")
        % ("nn", "Kart", "Dette er ikke nynorsk, ikkje sant.")
    }

    assert told(
        MemoryTree({"arsrapport.yaml": b"", **{p: t.encode() for p, t in files.items()}})
    ) == ["ikkje > ikke"]


def test_a_title_is_the_presenters():
    assert told(project("Kart.", title="Hva er ikke kart?")) == []


# --- which words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "«Vi vet ikke noe.»",
        "Boka “Hva er ikke kart” er ny.",
        "> Vi vet ikke noe.",
        "`ikke`",
        "<https://ikke.no/hva-er-ikke-kart>",
        "Sjå https://alfa.no/hva-er-ikke-kart og www.ikke.no/hva.",
        "Sjå alfa.no/ikke og hva-er-ikke-kart.pdf, eller skriv til ikke@alfa.no.",
        "Prosjektet Fra A til Å er ferdig.",
        "Boka *Fra fjord til fjell* er ny.",
        "Direktoratet for Ikke-Kart var med.",
        "Fra A til Å er eit prosjekt.",
        "IKKE og HVA er program.",
        "PC-en og TV-en er nye, og forslaget blei vedteke en bloc.",
        "Utvalet møter i mai, og fire møter for Alfa.",
        "Eg har sett det, og de kan sjå det de òg.",
        "Hansen et al. skriv om et.",
        "Målet er å nå fristen, og det dei skal nå er langt unna.",
        "Å rapporter er eit verb; Rapporter til Alfa.",
    ],
)
def test_what_is_no_bokmaal_of_the_authors_own_is_left_alone(text):
    assert told(project(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> **Vedtak.** Vi vet ikke.", ["vet > veit", "ikke > ikkje"]),
        ("Ikke alt er klart.", ["Ikke > Ikkje"]),
        ("Alt er klart. Ikke sant?", ["Ikke > Ikkje"]),
        ("- Hva\n- Hvem", ["Hva > Kva", "Hvem > Kven"]),
        (
            "| Hva | Når |\n|---|---|\n| Ikke no | Hver dag |",
            ["Hva > Kva", "Ikke > Ikkje", "Hver > Kvar"],
        ),
        ("### Hva så?", ["Hva > Kva"]),
        ("KART-tjenesten og PC-møtene", ["tjenesten > tenesta", "møtene > møta"]),
        ("Han sa noe\\*, og *ikke* meir.", ["noe > noko", "ikke > ikkje"]),
        ("Tala[^1].\n\n[^1]: Ikke alle.", ["Ikke > Ikkje"]),
        ("Det var en bok.", ["en > ein/ei"]),
        ("I fire møter var det så, og på alle møter.", ["møter > møte", "møter > møte"]),
        ("Utvalet hadde 14 møter.", ["møter > møte"]),
        ("Det er nå klart. Nå er det klart.", ["nå > no", "Nå > No"]),
        ("Dette kan tas opp i de siste møta.", ["tas > takast", "de > dei"]),
    ],
)
def test_each_is_told_where_it_stands_with_its_capital(text, expected):
    assert expected == told(project(text))


@pytest.mark.parametrize(
    "text",
    [
        "Boka er lest, og forslaget ble kasta. Tiltaka og møta er framover.",
        "Veken i lyset er kort, og det er en veke til.",
        "Kvenene var med. En ho og en han.",
        "Han tok til orde for å auke, og jeg veit at heimel finnes.",
        "Prosjektet Frå A til Å er ferdig.",
    ],
)
def test_what_is_no_nynorsk_is_left_alone_in_bokmaal(text):
    assert told(project(text, "nb")) == []


# --- names and words of the project ---------------------------------------------------------


def test_the_name_of_an_organisation_is_never_told_but_its_words_are():
    register = (
        "organisations:\n  - name: Norsk råd for ikke-kart\n    aliases: [rådet for hva som er]\n"
    )
    text = "Norsk råd for ikke-kart og rådet for hva som er, er ikke med. Hva så?"

    assert told(project(text, **{"meetings/register_yaml": register})) == [
        "ikke > ikkje",
        "Hva > Kva",
    ]
    assert len(told(project(text))) == 4


def words(listed: str) -> dict[str, str]:
    return {"arsrapport_yaml": f"check:\n  words:\n{listed}"}


def test_a_word_that_the_project_allows_is_not_told():
    tree = project(
        "Virksomhet og tjeneste, ikke tjenester.", **words("    nn: {Tjeneste: , ikke: }\n")
    )

    assert told(tree) == ["Virksomhet > Verksemd", "tjenester > tenester"]


def test_a_project_avoids_words_and_phrases_of_its_own():
    tree = project(
        "Konsulenten spurde. I høve til kart var konsulenten i høve\ntil, og i høve tilfredse.",
        **words("    nn: {Konsulenten: rådgivaren, i høve til: om}\n    nb: {kart: sjøkart}\n"),
    )

    checked = check_project(tree, Checking(select=("AR807",)))

    assert [
        (d.place.line, d.place.column, d.place.end_line, dict(d.arguments)["better"])
        for d in checked.diagnostics
    ] == [
        (10, 1, 10, "Rådgivaren"),
        (10, 21, 10, "Om"),
        (10, 41, 10, "rådgivaren"),
        (10, 53, 11, "om"),
    ]


def test_words_to_avoid_in_english_are_told_and_names_are_not():
    meeting = (MEETING % ("en", "Maps", "The chairman and Madam Chairman.")).replace("Sak", "Item")
    settings = words("    en: {chairman: chair}\n")["arsrapport_yaml"]
    tree = MemoryTree({"arsrapport.yaml": settings.encode(), PATH: meeting.encode()})

    assert told(tree) == ["chairman > chair"]


def test_a_word_that_the_project_avoids_is_told_once_though_the_list_has_it_too():
    tree = project("Det er ikke slik.", **words("    nn: {ikke: aldri}\n"))

    assert codes(tree) == ["AR807"]
    assert told(tree) == ["ikke > aldri"]


# --- cost -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ikke " * 20_000,
        "a" * 300_000,
        "hadde " * 40_000 + "møter",
        "et " + "x " * 100_000,
        "ha fire " * 20_000,
        "a." * 100_000 + "no",
        "tjenesten" * 30_000,
        "- Ikke\n" * 20_000,
        "*Ikke* " * 20_000,
        "| Ikke " * 20_000 + "|",
    ],
)
def test_a_long_line_costs_what_it_is_long(text):
    began = time.process_time()

    codes(project(text))

    assert time.process_time() - began < 10
