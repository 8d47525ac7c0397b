"""What stands where an organisation should; both sides of each border."""

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree
from people_findings import PATH, people_findings

COMMITTEE = """\
name: Kartutvalet
organisations: [{name: Alfa}, {name: Sjøkartverket}]
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Bo Li, organisation: Kystfylket, role: secretary}
"""

REGISTER = """\
organisations:
  - {name: Direktoratet for tidvatn, short: Tidvatn, listed_as: Tidvassetaten, aliases: [Digitalt]}
"""


def findings(*fronts, register=REGISTER, committee=COMMITTEE, codes=("AR307", "AR308"), more=None):
    found = people_findings(*fronts, register=register, committee=committee, codes=codes, more=more)
    return [(code, *arguments) for code, _, *arguments in found]


# --- AR307 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "spanned", "key"),
    [
        ("present: [Siv Øy (på Teams)]\n", "på Teams", "note"),
        ("present: ['Siv Øy (på Teams)']\n", "på Teams", "note"),
        ("apologies: [Siv Øy (permisjon)]\n", "permisjon", "note"),
        ("present:\n  - Siv Øy (til kl. 12)\n", "til kl. 12", "note"),
        ("present: [Siv Øy (sak 1)]\n", "sak 1", "items"),
        ("present: [Siv Øy (vara for Ragna Ås)]\n", "vara for Ragna Ås", "for"),
        ("present: [Siv Øy (møteleiar)]\n", "møteleiar", "chair"),
        ("present: [Siv Øy (ref.)]\n", "ref.", "minutes"),
        ("present: [Siv Øy (observatør)]\n", "observatør", "role"),
        ("present: [{name: Siv Øy, organisation: permisjon}]\n", "permisjon", "note"),
        ("present: [Siv Øy (Teams) (Teams)]\n", "Teams", "note"),
        ('present: ["Siv Øy (Alfa, møteleiar)"]\n', "møteleiar", "chair"),
        ("present:\n  - Siv Øy (Alfa / sak 1)\n", "sak 1", "items"),
        ("  - {title: Straum, presenter: Siv Øy (digitally)}\n", "digitally", "note"),
        ("chair: Siv Øy (leiar)\n", "leiar", "chair"),
    ],
)
def test_a_note_where_the_organisation_should_stand_is_told_with_the_key_it_belongs_to(
    front, spanned, key
):

    assert findings(front) == [("AR307", spanned, key, "Siv Øy")]


@pytest.mark.parametrize(
    "text",
    [
        "Siv Øy (Alfa)",
        "Siv Øy (Ukjend etat)",
        "Siv Øy (Leiarforbundet)",
        "Siv Øy (digitalt)",
        "{name: Siv Øy, note: digitalt}",
        "{name: Siv Øy, organisation: Gamma, note: møteleiar}",
        "Siv Øy",
        "Alfa",
    ],
)
def test_what_is_merely_unknown_is_no_fault(text):
    assert findings(f"present: [{text}]\n", codes=("AR307",)) == []


def test_a_word_of_the_name_is_not_taken_for_the_one_in_brackets():
    front = "present:\n  - Teams Øy (Teams)\n"
    text = f"---\ndate: 2021-03-01\nagenda: []\n{front}---\n"
    tree = MemoryTree({"arsrapport.yaml": b"", PATH.format(1): text.encode()})

    (found,) = check_project(tree, Checking(select=("AR307",))).diagnostics

    assert (found.place.line, found.place.column, found.place.end_column) == (5, 15, 20)


def test_two_notes_in_one_bracket_are_both_told():
    found = findings("present:\n  - Siv Øy (møteleiar, til kl. 12)\n")

    assert [line[:3] for line in found] == [
        ("AR307", "møteleiar", "chair"),
        ("AR307", "til kl. 12", "note"),
    ]


# --- AR308 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "spanned", "nearest"),
    [
        ("present: [Siv Øy (Sjøkartveret)]\n", "Sjøkartveret", "Sjøkartverket"),
        ("present: [{name: Siv Øy, organisation: Sjøkart-verket}]\n", "Sjøkart-verket", "Sjøkartverket"),
        ("apologies: [Siv Øy (Kystfylke)]\n", "Kystfylke", "Kystfylket"),
        ("present: [Siv Øy (Direktorat for tidvatn)]\n", "Direktorat for tidvatn", "Direktoratet for tidvatn"),
        ("present: [Siv Øy (Tidvasetaten)]\n", "Tidvasetaten", "Tidvassetaten"),
        ("present: [Sjøkartveret]\n", "Sjøkartveret", "Sjøkartverket"),
        ("  - {title: Straum, presenter: [Siv Øy (Sjøkartveket), Bo Li]}\n", "Sjøkartveket", "Sjøkartverket"),
        ("  - {title: Straum, presenter: Sjøkartveket}\n", "Sjøkartveket", "Sjøkartverket"),
    ],
)  # fmt: skip
def test_an_organisation_that_is_nearly_a_listed_one_is_told(front, spanned, nearest):
    assert findings(front) == [("AR308", spanned, nearest)]


@pytest.mark.parametrize(
    "text",
    ["Siv Øy (Sjøkartverket)", "Siv Øy (sjøkartverket)", "Siv Øy (Beta)", "Siv Øy (Alva)", "Siv Øy (Gamma)", "Ragna Ås"],
)  # fmt: skip
def test_an_organisation_that_is_like_none_is_no_fault(text):
    assert findings(f"present: [{text}]\n") == []


def test_a_person_who_is_known_is_no_organisation():
    committee = "name: K\norganisations: [{name: Oslo Havnekontor}]\nmembers: [{name: Oslo Havnekontoret}]\n"

    assert findings("present: [Oslo Havnekontoret]\n", committee=committee) == []


def test_every_place_is_told():
    front = "present: [Siv Øy (Sjøkartveret)]\n"

    assert len(findings(front, front)) == 2


def test_where_a_file_is_broken_an_organisation_that_nobody_lists_is_no_evidence():
    front = "present: [Siv Øy (Sjøkartveret), Bo Dal (på Teams)]\n"
    broken = {PATH.format(2): "---\ndate: [\n---\n"}

    assert [code for code, *_ in findings(front)] == ["AR308", "AR307"]
    assert [code for code, *_ in findings(front, more=broken)] == ["AR307"]
