"""Typography: what is told of, exactly there, and the figures that only look like it."""

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

## %s 1

%s
"""


def project(text: str, language: str = "nn", title: str = "Kart") -> MemoryTree:
    heading = "Item" if language == "en" else "Sak"
    meeting = MEETING % (language, title, heading, text)
    return MemoryTree({"arsrapport.yaml": b"", PATH: meeting.encode()})


def told(code: str, tree: MemoryTree) -> list[str]:
    """What is told: the words that the place covers, and the right ones."""
    checked = check_project(tree, Checking(select=(code,)))
    return [
        f"{covered(checked.texts[d.place.path], d.place)} > {dict(d.arguments)['right']}"
        for d in checked.diagnostics
    ]


def covered(text: str, place) -> str:
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


# --- abbreviations --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sjå sak 4 (jfr. sak 2).", "jfr. > jf."),
        ("Jfr sak 2", "Jfr > Jf."),
        ("Saka, jf § 13", "jf > jf."),
        ("Saka, jvf. § 13", "jvf. > jf."),
        ("Alfa, bl. a. i mai", "bl. a. > bl.a."),
        ("Alfa, bl.a i mai", "bl.a > bl.a."),
        ("Alfa, bl a i mai", "bl a > bl.a."),
        ("Alfa, f. eks. i mai", "f. eks. > f.eks."),
        ("Alfa, f.eks i mai", "f.eks > f.eks."),
        ("Alfa, t. d. i mai", "t. d. > t.d."),
        ("Alfa, m. a. o. ikkje", "m. a. o. > m.a.o."),
        ("Beta m. fl. kom", "m. fl. > mfl."),
        ("Beta m.fl. kom", "m.fl. > mfl."),
        ("Kart m.v. er nye", "m.v. > mv."),
        ("Alfa, m.h.t. kart", "m.h.t. > mht."),
        ("Alfa, p.g.a. kart", "p.g.a. > pga."),
        ("Kart osv er nye", "osv > osv."),
        ("Alfa evt. Beta", "evt. > ev."),
        ("Det tok ca ti dagar", "ca > ca."),
        ("Møtet er kl 9", "kl 9 > kl. 9"),
        ("Møtet er kl.9", "kl.9 > kl. 9"),
        ("Rom nr 5", "nr 5 > nr. 5"),
        ("Sjå kap 4", "kap 4 > kap. 4"),
        ("Det kosta kr. 500", "kr. 500 > kr 500"),
    ],
)
@pytest.mark.parametrize("language", ["nn", "nb"])
def test_an_abbreviation_is_told_with_the_right_one(text, expected, language):
    assert told("AR803", project(text, language)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jf. sak 2, bl.a. om kl. 9, nr. 5, kap. 4, kr 500, ca. ti, osv.",
        "F.eks. er t.d., m.m., o.l., e.l., mfl., mv., mht., pga., dvs., ev. og m.a.o. rette.",
        "CA, JF, DVS, OSV og NR 5 er namn, og 5 mm og 5 ml er mål.",
        "Bla gjennom; ein kloss, kapital og nrk.",
        "«Jfr. sak 2»",
        "Han heiter M. A. Ås.",
        "alfa.ca og kap-verdiane",
    ],
)
def test_what_is_right_is_not_told(text):
    assert told("AR803", project(text)) == []


def test_english_has_abbreviations_of_its_own():
    assert told("AR803", project("Bo Li (ca 5, nr 5)", "en")) == []


# --- dates ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møtet 15/11/2017 er flytt", ["15/11/2017 > 15.11.2017"]),
        ("Møtet 15/11-17 er flytt", ["15/11-17 > 15.11.17"]),
        ("Møtet 15/11-2017.", ["15/11-2017 > 15.11.2017"]),
        ("Møtet 15/11 2017", ["15/11 2017 > 15.11.2017"]),
        ("(5/6-2014)", ["5/6-2014 > 5.6.2014"]),
        ("Møtet den 15/11 er flytt", ["15/11 > 15.11."]),
        ("Frist: 15/11", ["15/11 > 15.11."]),
        ("Fristen er 15/11.", ["15/11 > 15.11."]),
        ("Onsdag 15/11 og innan 16/11", ["15/11 > 15.11.", "16/11 > 16.11."]),
        ("Måndag den 15/11-17", ["15/11-17 > 15.11.17"]),
        ("I sak 4 kom kartet 15/11-17", ["15/11-17 > 15.11.17"]),
        ("Kart 29/2-2016", ["29/2-2016 > 29.2.2016"]),
    ],
)
def test_a_date_with_a_slash_is_told(text, expected):
    assert told("AR804", project(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sak 1/22, sak 15/11-17 og arkivsak 15/11-2017",
        "Saka er 2017/5, 17/1234-5 og 2/3 av 1/2.",
        "Møtet 15/11 er flytt",  # number 15 of 2011, or a day
        "Gnr. 12/3/2015",
        "Skuleåret 2016/2017 og 2016/17",
        "Kart 31/4-17 og 29/2-2017, 15/13/2017 og 0/5-17",
        "Ope 24/7, og/eller 1/2-dag",
        "15.11.2017 og 2017-11-15",
        "https://alfa.no/15/11/2017",
        "«15/11-17»",
        "Sak 14/10-17, 15/11-17 og 16/11-17",
    ],
)
def test_figures_with_a_slash_that_may_be_something_else_are_not_told(text):
    assert told("AR804", project(text)) == []


def test_english_may_have_dates_with_a_slash():
    assert told("AR804", project("On 15/11/2017", "en")) == []


# --- ranges ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nn", "Åra 2015-2017", "2015-2017 > 2015–2017"),
        ("nn", "Åra 2015 - 2017", "2015 - 2017 > 2015–2017"),
        ("nn", "Perioden 2015-17", "2015-17 > 2015–17"),
        ("nn", "Sjå s. 5-7.", "5-7 > 5–7"),
        ("nn", "Sjå side 5-7", "5-7 > 5–7"),
        ("nn", "Sakene 4-6 er nye", "4-6 > 4–6"),
        ("nn", "Det er 10-15 prosent", "10-15 > 10–15"),
        ("nn", "Det er 1,5-2,5 %", "1,5-2,5 > 1,5–2,5"),
        ("nn", "Det er 10-15%", "10-15 > 10–15"),
        ("nn", "Det kosta 10 000-15 000 kroner", "10 000-15 000 > 10 000–15 000"),
        ("nn", "Om 2-3 veker", "2-3 > 2–3"),
        ("nb", "Om 2-3 uker", "2-3 > 2–3"),
        ("en", "In 2-3 weeks", "2-3 > 2–3"),
        ("nn", "Kl. 9-11", "9-11 > 9–11"),
        ("nn", "Kl. 09.00-11.30.", "09.00-11.30 > 09.00–11.30"),
        ("en", "At 09:00-11:30", "09:00-11:30 > 09:00–11:30"),
        ("en", "At 9-11 am", "9-11 > 9–11"),
        ("nn", "Den 3.-6. juni", "3.-6. > 3.–6."),
        ("nb", "Den 3-6. juni", "3-6. > 3.–6."),
        ("en", "On 3-6 June", "3-6 > 3–6"),
        ("en", "On June 3-6.", "3-6 > 3–6"),
        ("nn", "1. mai-10. september", "mai-10. > mai–10."),
        ("nn", "19.-20.4.2018", "19.-20.4.2018 > 19.–20.4.2018"),
        ("nb", "15.3.-17.4.2018", "15.3.-17.4.2018 > 15.3.–17.4.2018"),
        ("nn", "Måndag-onsdag", "Måndag-onsdag > Måndag–onsdag"),
        ("nb", "januar-mars", "januar-mars > januar–mars"),
        ("en", "May-June", "May-June > May–June"),
    ],
)
def test_a_hyphen_in_a_range_is_told(language, text, expected):
    assert told("AR805", project(text, language)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Åra 2015–2017, s. 5–7 og 10–15 prosent",
        "Ring 55-12-34 eller tlf. 2015-2017.",
        "ISBN 978-82-12345-67-8 og ISSN 1894-1907",
        "Sak 18/1234-5 og sak 17-3, sak 2015-2017",
        "Tiltak K17-01 og A-10-15 personar",
        "2021-03-10, 2021-03 og i 2021-03",
        "Punkt 4-5, tabell 1-3 og § 3-5",
        "Det er -5-10 grader.",
        "Covid-19, a-ordninga og 2015-årgangen",
        "Frå 2017-2015 og 15-10 prosent",  # falls
        "10-15 er to tal.",
        "Kode 47.11-12, NS 2016-2018 og ISO 2015-2017",
        "Kart-mai og mai-nummeret",
        "«2015-2017»",
        "https://alfa.no/2015-2017/s.5-7",
        "alfa-2015-2017.pdf",
        "10-15-20 år",
    ],
)
def test_what_may_be_a_code_is_not_told(text):
    assert told("AR805", project(text)) == []


def test_a_month_that_is_a_verb_is_no_month():
    assert told("AR805", project("The may-march and 2-3 may", "en")) == []


def test_a_title_is_told_too():
    assert told("AR805", project("Kart.", title="Kart 2015-2017")) == ["2015-2017 > 2015–2017"]


# --- per cent -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_a_number_close_to_the_sign_is_told(language):
    text = "Av tala er 8% nye, 12,5% gamle, og 10–15%."

    assert told("AR806", project(text, language)) == [
        "8% > 8 %",
        "12,5% > 12,5 %",
        "15% > 15 %",
    ]


def test_other_signs_for_per_cent_are_not_told():
    assert told("AR806", project("8 %, 8\N{NO-BREAK SPACE}%, 8%-regel, x8%, 8%a, % og «8%»")) == []
    assert told("AR806", project("8% are new", "en")) == []


# --- cost -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "1/2" * 100_000,
        "1-2" * 100_000,
        "1 000 " * 50_000 + "-",
        "1.1." * 80_000 + "-%/",
        "9" * 300_000 + "%",
        "mai-" * 60_000,
        "bl. " * 60_000,
        "kl. " * 30_000 + "9-/",
        "a@" * 100_000,
        "den 1/" * 40_000,
    ],
)
def test_a_long_line_costs_what_it_is_long(text):
    began = time.process_time()

    check_project(project(text, "nb"))

    assert time.process_time() - began < 10
