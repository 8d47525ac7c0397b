"""Privacy: what is told of, exactly there and without repeating it, and what only looks like it.

Identity numbers here are made of serial numbers and check digits, and are nobody's that we know.
"""

import time

import pytest

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

MEETING = """\
---
date: 2021-03-10
chair: Ragna Ås
present:
  - Ragna Ås (Alfa)
  - {name: Bo Li, organisation: Beta%s}
apologies:
  - {name: Jo Ek, organisation: Beta%s}
agenda:
  - title: Djupner ved kysten
---

## Sak 1

%s
"""

PATH = "meetings/kart/2021/2021-03-10.md"
PERSON = "01010050053"
D_NUMBER = "41019010110"
HELP_NUMBER = "01419010029"
TENOR = "01819010001"
ACCOUNT = "12345678911"


def project(text: str = "", present: str = "", apologies: str = "", **files: str) -> MemoryTree:
    meeting = MEETING % (present, apologies, text)
    every = {"arsrapport.yaml": "language: nn\n", PATH: meeting, **files}
    return MemoryTree({path: data.encode() for path, data in every.items()})


def found(tree: MemoryTree, select: str = "AR7") -> list[str]:
    """What is told, as the words that it covers."""
    checked = check_project(tree, Checking(select=(select,)))
    return [
        f"{d.code} {covered(checked.texts[d.place.path], d.place)}" for d in checked.diagnostics
    ]


def covered(text: str, place) -> str:
    assert place.end_line
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


# --- identity numbers -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (PERSON, "identity-number"),
        ("010100 50053", "identity-number"),
        ("010100\N{NO-BREAK SPACE}50053", "identity-number"),
        ("010100-50053", "identity-number"),
        ("01.01.00 50053", "identity-number"),
        ("01 01 00 50053", "identity-number"),
        ("010100 500 53", "identity-number"),
        ("010100\n50053", "identity-number"),
        (D_NUMBER, "d-number"),
        ("410190 10110", "d-number"),
        (HELP_NUMBER, "help-number"),
    ],
)
def test_a_persons_number_is_told_but_not_repeated(number, kind):
    tree = project(f"Ho har {number}, skreiv dei.")

    (told,) = check_project(tree, Checking(select=("AR7",))).diagnostics

    assert [f"AR701 {number}"] == found(tree)
    assert (told.severity, told.arguments) == ("error", (("kind", kind),))


@pytest.mark.parametrize(
    "text",
    [
        "01010050054",  # the last check digit
        "01010050063",  # the first one
        "32010050053",  # no such day
        TENOR,  # test data of the tax administration are nobody's
        f"1{PERSON}",
        f"{PERSON}1",
        f"A{PERSON}",
        f"2021/{PERSON}",
        f"0.{PERSON}",
        f"{PERSON},5",
        f"<https://x.no/{PERSON}>",
        f"https://x.no/{PERSON}",
        f"www.x.no/?q={PERSON}",
    ],
)
def test_what_is_no_persons_number_is_not_told_as_one(text):
    assert found(project(text), "AR701") == []


EVERYWHERE = f"""\
---
date: 2021-03-10
place: Rom {PERSON}
present:
  - Bo Li {PERSON}
  - {{name: Jo Ek, note: "{PERSON}"}}
agenda:
  - title: Sak om {PERSON}
    presenter: Bo Li {PERSON}
    papers: [Notat {PERSON}]
attachments: [2021-03-10-notat.md]
---

## Sak 1

{PERSON}, *{PERSON}*, `{PERSON}`, [x {PERSON}](https://x.no).[^1]

> {PERSON}

| A |
|---|
| {PERSON} |

::: internal
{PERSON}
:::

<!-- {PERSON} -->

[^1]: {PERSON}
"""


def test_a_number_is_told_wherever_it_stands():
    files = {
        PATH: EVERYWHERE,
        "meetings/kart/2021/2021-03-10-notat.md": f"# Notat\n\n{PERSON}\n",
        "meetings/kart/2021/report/cases.md": f"# Saker\n\n{PERSON}\n",
        "meetings/kart/2021/report/cases/01-ei.md": f"# Ei\n\n{PERSON}\n",
        "meetings/kart/2021/report/imprint.md": f"{PERSON}\n",
        "meetings/kart/2021/report/report.yaml": "chapters: [cases]\n",
        "meetings/kart/agreement.md": f"# Avtale\n\n{PERSON}\n",
        "meetings/kart/committee.yaml": f"name: Utvalet\nmembers:\n  - name: Bo Li {PERSON}\n",
        "meetings/kart/follow-up.yaml": (
            f"- date: 2021-04-01\n  follow_up:\n    - {{action: A1, note: '{PERSON}'}}\n"
        ),
    }

    told = check_project(project(**files), Checking(select=("AR701",))).diagnostics

    lines: dict[str, list[int]] = {}
    for diagnostic in told:
        path = diagnostic.place.path.removeprefix("meetings/kart/")
        lines.setdefault(path, []).append(diagnostic.place.line)
    assert lines == {
        "2021/2021-03-10-notat.md": [3],
        "2021/2021-03-10.md": [3, 5, 6, 8, 9, 10, 16, 16, 16, 16, 18, 22, 25, 28, 30],
        "2021/report/cases.md": [3],
        "2021/report/cases/01-ei.md": [3],
        "2021/report/imprint.md": [1],
        "agreement.md": [3],
        "committee.yaml": [3],
        "follow-up.yaml": [3],
    }


# --- telephone numbers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "+47 22 33 44 55",
        "+4722334455",
        "+47 22334455",
        "+47 912 34 567",
        "+47 2233 4455",
        "(+47) 22 33 44 55",
        "0047 22 33 44 55",
        "22 33 44 55",
        "22\N{NO-BREAK SPACE}33\N{NO-BREAK SPACE}44\N{NO-BREAK SPACE}55",
        "912 34 567",
        "412 34 567",
        "22 33\n44 55",
    ],
)
def test_a_telephone_number_is_told_by_its_form(number):
    assert [f"AR702 {number}"] == found(project(f"Ho har {number}, og ikkje noko anna."))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tlf. 22334455", "22334455"),
        ("Tlf.: 2233 4455", "2233 4455"),
        ("**Telefon:** 22334455", "22334455"),
        ("mobil 91234567", "91234567"),
        ("mob. 912 34 567", "912 34 567"),
        ("phone: 22334455", "22334455"),
        ("tlf. 22.33.44.55", "22.33.44.55"),
        ("telefon +46 70 123 45 67", "+46 70 123 45 67"),
        ("tlf. +47 22 33 44 55", "+47 22 33 44 55"),
    ],
)
def test_a_telephone_number_is_told_by_the_word_before_it(text, number):
    assert [f"AR702 {number}"] == found(project(f"Bo Li, {text}, svarte."))


@pytest.mark.parametrize(
    "text",
    [
        "22334455",
        "20210310",
        "2017–2018",
        "2018/12345",
        "2018/22 33 44 55",
        "4 200 000",
        "12 345 678",
        "22 345 678",
        "mobil 12 345 678 brukarar",
        "12 33 44 55",
        "20 21 22 23 24",
        "5 20 21 22 23",
        "20,5 21,5 22,5 23,5",
        "800 12 345",
        "512 34 567",
        "mobilar 22334455",
        "971 526 920",
        "https://x.no/+4722334455",
    ],
)
def test_years_statistics_and_other_numbers_are_no_telephone_numbers(text):
    assert found(project(f"Tala er {text} i alt."), "AR702") == []


# --- e-mail addresses -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("kari.as@x.no", "kari.as@x.no"),
        ("(kari@post.x.no).", "kari@post.x.no"),
        ("<kari+a@x-y.no>", "kari+a@x-y.no"),
        ("[Kari](mailto:kari@x.no)", "kari@x.no"),
        ("[Kari](mailto:kari@x.no?subject=a)", "kari@x.no"),
        ("kåre_å@øx.no", "kåre_å@øx.no"),
        ("posthuset@x.no", "posthuset@x.no"),
    ],
)
def test_an_e_mail_address_is_told_also_in_a_link(text, address):
    assert [f"AR703 {address}"] == found(project(f"Skriv til {text} i dag."))


@pytest.mark.parametrize(
    "text",
    [
        "postmottak@x.no",
        "Postmottak@x.no",
        "post@x.no",
        "post.nord@x.no",
        "sekretariatet-kart@x.no",
        "no-reply@x.no",
        "@kari",
        "kari@x",
        "kari @ x.no",
        "kari(a)x.no",
        "https://x.no/@kari.as@y.no",
    ],
)
def test_the_address_of_an_office_is_not_told(text):
    assert found(project(f"Skriv til {text} i dag."), "AR703") == []


# --- bank accounts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "account",
    [
        ACCOUNT,
        "1234.56.78911",
        "1234 56 78911",
        "1234\N{NO-BREAK SPACE}56\N{NO-BREAK SPACE}78911",
        "NO93 8601 1117 947",
        "NO9386011117947",
    ],
)
def test_a_bank_account_is_told(account):
    assert [f"AR704 {account}"] == found(project(f"Betal til {account}, takk."))


@pytest.mark.parametrize(
    "text",
    [
        "1234.56.78912",
        "12345678912",
        "0000 40 90403",
        "1234 56 78911 22",
        "3 1234 56 78911",
        f"https://x.no/{ACCOUNT}",
        f"a{ACCOUNT}",
    ],
)
def test_what_is_no_account_is_not_told(text):
    assert found(project(f"Betal til {text}, takk.")) == []


def test_a_persons_number_that_may_be_an_account_is_told_once():
    assert found(project("Ho har 01019010046 her.")) == ["AR701 01019010046"]


# --- health beside an absence ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("present", "apologies", "expected"),
    [
        ("", ", note: sjuk", "sjuk"),
        ("", ", note: sjukmeld ut mars", "sjukmeld"),
        ("", ", note: Barnet er sykt", "sykt"),
        ("", ", note: on sick leave", "sick leave"),
        ("", ", note: covid-19", "covid-19"),
        ("", ', note: "permisjon pga. sjukdom"', "sjukdom"),
        (", note: gjekk kl. 11 til legetime", "", "legetime"),
        (", note: deltok digitalt (forkjølet)", "", "forkjølet"),
    ],
)
def test_a_word_of_illness_in_a_note_on_presence_is_told(present, apologies, expected):
    assert [f"AR705 {expected}"] == found(project("", present, apologies))


@pytest.mark.parametrize(
    "note",
    ["ferie", "permisjon", "anna møte", "kom kl. 10", "Oslo sjukehus", "sjukehusbygg", "på reise"],
)
def test_other_notes_on_presence_are_not_told(note):
    assert found(project("", f", note: {note}", f", note: {note}")) == []


def test_a_word_of_illness_where_the_organisation_stands_is_told():
    meeting = MEETING.replace("  - Ragna Ås (Alfa)", "  - Ragna Ås (sjuk)") % ("", "", "")

    assert found(project(**{PATH: meeting})) == ["AR705 sjuk"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Forfall: Kari Nes (sjuk), Bo Li.", "sjuk"),
        ("**Forfall:** Kari Nes er sjukmeld.", "sjukmeld"),
        ("Det var meldt forfall frå Beta på grunn av sjukdom.", "sjukdom"),
        ("Beta meldte\nforfall pga. korona.", "korona"),
        ("Jo Ek kunne ikke møte på grunn av sykdom.", "sykdom"),
        ("Jo Ek var fråverande (sjuk).", "sjuk"),
        ("Fråvær: Jo Ek (sjuk)", "sjuk"),
        ("Til stades var Bo Li, og ikkje Jo Ek (sjuke born).", "sjuke"),
        ("- **Jo Ek** (operert)", "operert"),
        ("Apologies were received from Jo Ek, who is ill.", "ill"),
        ("Jo Ek was absent on sick leave.", "sick leave"),
    ],
)
def test_a_word_of_illness_in_a_sentence_on_an_absence_is_told(text, word):
    assert [f"AR705 {word}"] == found(project(f"Noko anna.\n\n{text} Noko til."))


@pytest.mark.parametrize(
    "text",
    [
        "Jo Ek la fram statistikk over fråvær på grunn av sjukdom.",
        "Sjukefråværet auka. Jo Ek var fråverande.",
        "Forfall: Jo Ek. Deretter gjekk møtet over til sjukdom og helse.",
        "Forfall: Jo Ek.\n\nSaka gjaldt sjukdom.",
        "- Forfall: Jo Ek\n- Sjukdom og helse",
        "Dei sjuke (kreft) var fråverande i tala.",
        "Noreg Nord (kreft) er eit register.",
        "Kreftregisteret (sjukdom) er eit register.",
        "Forfall: Jo Ek (Oslo sjukehus).",
        "Bygningen er i forfall.",
    ],
)
def test_illness_as_a_subject_is_not_told(text):
    assert found(project(text)) == []


def test_a_title_on_absence_and_illness_is_no_sentence():
    meeting = MEETING.replace("Djupner ved kysten", "Forfall ved sjukdom") % ("", "", "")

    assert found(project(**{PATH: meeting})) == []


def test_only_the_first_word_of_a_sentence_is_told():
    assert found(project("Forfall: Jo Ek (sjuk, operert for kreft).")) == ["AR705 sjuk"]


def test_a_chapter_on_absences_is_read_too():
    files = {
        "meetings/kart/2021/report/report.yaml": "chapters: [cases]\n",
        "meetings/kart/2021/report/cases.md": "# Saker\n\nJo Ek meldte forfall og var sjuk.\n",
    }

    assert found(project(**files)) == ["AR705 sjuk"]


# --- all of them ----------------------------------------------------------------------------


def test_no_finding_repeats_what_it_found():
    text = f"{PERSON}, tlf. 22 33 44 55, kari@x.no, {ACCOUNT}.\n\nForfall: Jo Ek (sjuk)."

    told = check_project(project(text), Checking(select=("AR7",))).diagnostics

    assert [d.code for d in told] == ["AR701", "AR702", "AR703", "AR704", "AR705"]
    assert {("kind", "identity-number")} == {pair for d in told for pair in d.arguments}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "1" * 200_000,
        "22 33 " * 30_000,
        "22 33 44 55, " * 10_000,
        f"{PERSON} " * 10_000,
        "a@" * 100_000,
        "tlf. " * 40_000,
        "Forfall sjuk " * 15_000,
        "Jo Ek (sjuk " * 35_000,
        "Kari Ås Bo Li sjuk var borte. " * 7_000,
        "NO12 " * 40_000,
        "(" * 200_000,
        " " * 200_000,
        "\n> " * 50_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_costs_more_than_its_length(text):
    note = "meetings/kart/2021/2021-03-10-notat.md"
    meeting = MEETING.replace("agenda:", f"attachments: [{note[-19:]}]\nagenda:") % ("", "", "")
    tree = project(**{PATH: meeting, note: f"# Notat\n\n{text}\n"})
    start = time.process_time()

    check_project(tree, Checking(select=("AR7",)))

    assert time.process_time() - start < 4
