"""One project in nynorsk, bokmål and English: only `language:` differs, and every word is right.

The names and texts are those of the files and the same in all three; all else is the tool's, and
written here by hand.
"""

import pytest

from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.pipeline.export import export_reports
from arsrapport.source.tree import MemoryTree
from pipeline.test_plain import part

COMMITTEE = """\
name: {nn: utvalet for kart, nb: utvalget for kart, en: the committee on charts}
organisations:
  - {name: Alfa, seats: 2000}
  - {name: Beta, role: observer}
members:
  - {name: Kari, organisation: Alfa}
  - {name: Ola, organisation: Alfa, role: secretary}
  - {name: Per, organisation: Beta, role: observer}
  - {name: Eva, role: deputy}
working_groups:
  - {name: G1, under: Alfa}
"""

SPRING = """\
---
date: 2021-03-10/2021-03-11
status: draft
form: hybrid
time: 10–12
place: Bergen
number: 1/21
chair: [Kari, Ola]
minutes: {by: [Ola, Per], date: 2021-03-20}
present:
  - {name: Kari, items: 1}
  - {name: Per, items: [1, 2], note: X}
  - {name: Gro (Gamma), except: 2}
  - {name: Liv, for: Eva, except: 1-2}
apologies: []
agenda:
  - title: T1
    presenter: [Kari, Gro]
    papers: [P1, P2]
  - title: T2
    outcome: postponed
  - title: T3
    withheld: {basis: offl. § 13}
  - title: T4
    outcome: withdrawn
next_meeting: 2021-09-01
---

## Sak 1

<item:2021-03-10/2>: <item:2021-03-10/1>, <table:tal>.[^1]

Tabell tal: A

| B | C |
|---|--:|
| D | 1 |
| D | . |
| D | .. |
| D | … |
| D | : |
| D | - |
| D | 0 |
| D | 2* |

[^1]: E.

## Sak 2

## Sak 3

## Sak 4
"""

AUTUMN = """\
---
date: 2021-09-01
status: for-comment
form: written
chair: Kari
minutes: {by: Ola}
agenda:
  - title: T5
    presenter: Kari
  - title: T6
    kind: closing
---

## Sak 1

## Sak 2
"""

FOREWORD = """\
# F

<chapter:activity>. <appendix:minutes>, <chapter:activity>, <meeting:2020-01-01>, <item:2020-01-01/1>.
<meeting:2020-01-01>!
"""

REPORT = """\
series: S 1
isbn: 978-82-537-0000-7
issn: 2535-7271
published: 2022-01-05
signed: {by: [Kari, Ola], date: 2022-01-04, place: Oslo}
period: 2021-02-01/2021-12-31
"""


def project(language):
    """Return the project; nothing in it but this one word is of any language."""
    files = {
        "arsrapport.yaml": f"publisher: Alfa\nlanguage: {language}\n",
        "meetings/kart/committee.yaml": COMMITTEE,
        "meetings/kart/2020/2020-01-01.md": "---\ndate: 2020-01-01\nagenda: [{title: T}]\n---\n",
        "meetings/kart/2021/2021-03-10.md": SPRING,
        "meetings/kart/2021/2021-09-01.md": AUTUMN,
        "meetings/kart/2021/report/foreword.md": FOREWORD,
        "meetings/kart/2021/report/report.yaml": REPORT,
    }
    return MemoryTree({path: text.encode() for path, text in files.items()})


def built(language, folder, *formats, use_case=build_reports):
    tree = project(language)

    # Empty items, drafts and an absent chair: what matters are the words of the tool around them.
    checking = Checking(ignore=("AR317", "AR424", "AR624"))
    assert check_project(tree, checking).diagnostics == ()
    outcome = use_case(tree, "2021", Request(folder, (), formats, lambda *_: None))
    assert outcome.diagnostics == ()
    return [file.read_bytes() for file in outcome.built[0].files]


MAIN = {
    "nn": [
        "F Kapittel 2. Vedlegg A–B, kapittel 2, referat frå møte i utvalet for kart 1. januar 2020,",
        "referat frå møte i utvalet for kart 1. januar 2020, sak 1.",
        "Referat frå møte i utvalet for kart 1. januar 2020!",
        "Oslo, 4. januar 2022Kari og Ola",
        "1 Mandat og representasjon",
        "I utvalet for kart hadde éin organisasjon plass per 31. desember 2021. Oversikta står i Tabell 1.1.",
        "Tabell 1.1 Organisasjonar og plassar Organisasjon Plassar Status",
        "Alfa 2 000 pluss sekretariat Beta observatør",
        "Faste medlemmer per 31. desember 2021: Alfa Kari, Ola (s) Beta Per (observatør)",
        "Utan organisasjon Eva (varamedlem) (s) = sekretariat",
        "2 Aktivitet",
        "Utvalet for kart hadde to møte i perioden 1. februar–31. desember 2021 og behandla tre saker.",
        "Her er datoane og saklista for kvart møte:",
        "10.–11. mars (jf. Vedlegg A) Alfa/Gamma – T1 T2 Sak som er unnateken offentlegheit T4",
        "1. september (jf. Vedlegg B) Alfa – T5",
        "3 Frammøte",
        "I perioden 1. februar–31. desember 2021 hadde utvalet for kart eitt møte der frammøtet er ført.",
        "Til saman møtte fire personar. Tabell 3.1 og Figur 3.1 viser frammøtet etter organisasjon. «Frammøte» er kor",
        "mange gonger nokon møtte, gjester og sekretariatet medrekna, og «Personar» er kor mange ulike personar det var.",
        "Ein organisasjon er representert når nokon møter for han. Ein plass er fylt når medlemmen som har plassen,",
        "er til stades, eller når nokon møter for medlemmen; plassane er lagde saman for alle møta.",
        "Tabell 3.1 Frammøte, etter organisasjon",
        "Organisasjon Plassar Fylte plassar Frammøte Personar Representert Prosent av møta",
        "Alfa 2 000 1 av 2 000 1 1 1 av 1 100 % Beta 1 1 1 av 1 100 % Gamma 1 1 1 av 1 100 %",
        "Ikkje oppgitt 1 1 I alt 2 000 1 av 2 000 4 4",
        "Figur 3.1 Frammøte, etter organisasjon",
        "Tabell 3.2 viser kven som møtte når. Den som var med på delar av eit møte, er rekna med.",
        "Prosenten er rekna av møta i den tida oppnemninga gjaldt.",
        "Tabell 3.2 Frammøte, etter person og møte Namn Organisasjon Rolle 10.3. Møtte Prosent",
        "Kari Alfa medlem sak 1 1 av 1 100 % Eva varamedlem 0",
        "Per Beta observatør sak 1 og 2 1 av 1 100 % Ola Alfa sekretær – 0 av 1 0 %",
        "Gro Gamma gjest ikkje sak 2 1 Liv gjest ikkje sak 1–2 1",
        "sak … = til stades berre under den saka; ikkje sak … = til stades, men ikkje under den saka; – = ikkje til stades",
        "Oppnemningar utan dato er rekna som om dei gjaldt heile perioden.",
        "Tabell 3.3 viser frammøtet på kvart møte. Tabell 3.3 Frammøte, etter møte Møte Personar Fylte plassar 10.–11. mars 2021 4 1 av 2 000",
        "4 Arbeidsgrupper",
        "Under utvalet for kart var det éi arbeidsgruppe per 31. desember 2021. Oversikta står i Tabell 4.1.",
        "Tabell 4.1 Arbeidsgrupper Arbeidsgruppe Sorterer under G1 Alfa",
        "Vedlegg A: Referat 10.–11. mars 2021 Referat frå møte i utvalet for kart 10.–11. mars 2021",
        "Dette referatet er eit utkast og er ikkje godkjent.",
        "Referentar: Ola og Per, 20.3.2021",
        "Nummer 1/21 Møtetid 10–12 Møtestad Bergen Møteform fysisk og digitalt møte Møteleiarar Kari og Ola",
        "Til stades Kari (Alfa), under sak 1 Per (Beta), under sak 1 og 2, X Gro (Gamma), ikkje under sak 2",
        "Liv, møter for Eva, ikkje under sak 1–2 Forfall ingen",
        "Sak 1. T1 Innleiarar Kari og Gro Dokumentasjon P1 P2",
        "Sak 2: sak 1, Tabell A.1.1 Tabell A.1 A B C D 1 D . D .. D … D : D - D 0 D 2*",
        "Sak 2. T2 Saka er utsett.",
        "Sak 3. Sak som er unnateken offentlegheit Unnateke offentlegheit, jf. offl. § 13.",
        "Sak 4. T4 Saka er trekt tilbake.",
        "Neste møte 1. september 2021",
        "1 E. ↩",
        "Vedlegg B: Referat 1. september 2021 Referat frå møte i utvalet for kart 1. september 2021",
        "Dette referatet er sendt ut til merknader og er ikkje godkjent.",
        "Referent: Ola Møteform skriftleg møte Møteleiar Kari",
        "Sak 1. T5 Innleiar Kari Sak 2. T6",
    ],
    "nb": [
        "F Kapittel 2. Vedlegg A–B, kapittel 2, referat fra møte i utvalget for kart 1. januar 2020,",
        "referat fra møte i utvalget for kart 1. januar 2020, sak 1.",
        "Referat fra møte i utvalget for kart 1. januar 2020!",
        "Oslo, 4. januar 2022Kari og Ola",
        "1 Mandat og representasjon",
        "I utvalget for kart hadde én organisasjon plass per 31. desember 2021. Oversikten står i Tabell 1.1.",
        "Tabell 1.1 Organisasjoner og plasser Organisasjon Plasser Status",
        "Alfa 2 000 pluss sekretariat Beta observatør",
        "Faste medlemmer per 31. desember 2021: Alfa Kari, Ola (s) Beta Per (observatør)",
        "Uten organisasjon Eva (varamedlem) (s) = sekretariat",
        "2 Aktivitet",
        "Utvalget for kart hadde to møter i perioden 1. februar–31. desember 2021 og behandlet tre saker.",
        "Her er datoene og sakslisten for hvert møte:",
        "10.–11. mars (jf. Vedlegg A) Alfa/Gamma – T1 T2 Sak unntatt offentlighet T4",
        "1. september (jf. Vedlegg B) Alfa – T5",
        "3 Fremmøte",
        "I perioden 1. februar–31. desember 2021 hadde utvalget for kart ett møte der fremmøtet er ført.",
        "Til sammen møtte fire personer. Tabell 3.1 og Figur 3.1 viser fremmøtet etter organisasjon. «Fremmøte» er hvor",
        "mange ganger noen møtte, gjester og sekretariatet medregnet, og «Personer» er hvor mange ulike personer det var.",
        "En organisasjon er representert når noen møter for den. En plass er fylt når medlemmet som har plassen,",
        "er til stede, eller når noen møter for medlemmet; plassene er lagt sammen for alle møtene.",
        "Tabell 3.1 Fremmøte, etter organisasjon",
        "Organisasjon Plasser Fylte plasser Fremmøte Personer Representert Prosent av møtene",
        "Alfa 2 000 1 av 2 000 1 1 1 av 1 100 % Beta 1 1 1 av 1 100 % Gamma 1 1 1 av 1 100 %",
        "Ikke oppgitt 1 1 I alt 2 000 1 av 2 000 4 4",
        "Figur 3.1 Fremmøte, etter organisasjon",
        "Tabell 3.2 viser hvem som møtte når. Den som var med på deler av et møte, er regnet med.",
        "Prosenten er regnet av møtene i den tiden oppnevningen gjaldt.",
        "Tabell 3.2 Fremmøte, etter person og møte Navn Organisasjon Rolle 10.3. Møtte Prosent",
        "Kari Alfa medlem sak 1 1 av 1 100 % Eva varamedlem 0",
        "Per Beta observatør sak 1 og 2 1 av 1 100 % Ola Alfa sekretær – 0 av 1 0 %",
        "Gro Gamma gjest ikke sak 2 1 Liv gjest ikke sak 1–2 1",
        "sak … = til stede bare under den saken; ikke sak … = til stede, men ikke under den saken; – = ikke til stede",
        "Oppnevninger uten dato er regnet som om de gjaldt hele perioden.",
        "Tabell 3.3 viser fremmøtet på hvert møte. Tabell 3.3 Fremmøte, etter møte Møte Personer Fylte plasser 10.–11. mars 2021 4 1 av 2 000",
        "4 Arbeidsgrupper",
        "Under utvalget for kart var det én arbeidsgruppe per 31. desember 2021. Oversikten står i Tabell 4.1.",
        "Tabell 4.1 Arbeidsgrupper Arbeidsgruppe Sorterer under G1 Alfa",
        "Vedlegg A: Referat 10.–11. mars 2021 Referat fra møte i utvalget for kart 10.–11. mars 2021",
        "Dette referatet er et utkast og er ikke godkjent.",
        "Referenter: Ola og Per, 20.3.2021",
        "Nummer 1/21 Møtetid 10–12 Møtested Bergen Møteform fysisk og digitalt møte Møteledere Kari og Ola",
        "Til stede Kari (Alfa), under sak 1 Per (Beta), under sak 1 og 2, X Gro (Gamma), ikke under sak 2",
        "Liv, møter for Eva, ikke under sak 1–2 Forfall ingen",
        "Sak 1. T1 Innledere Kari og Gro Dokumentasjon P1 P2",
        "Sak 2: sak 1, Tabell A.1.1 Tabell A.1 A B C D 1 D . D .. D … D : D - D 0 D 2*",
        "Sak 2. T2 Saken er utsatt.",
        "Sak 3. Sak unntatt offentlighet Unntatt offentlighet, jf. offl. § 13.",
        "Sak 4. T4 Saken er trukket.",
        "Neste møte 1. september 2021",
        "1 E. ↩",
        "Vedlegg B: Referat 1. september 2021 Referat fra møte i utvalget for kart 1. september 2021",
        "Dette referatet er sendt ut til merknader og er ikke godkjent.",
        "Referent: Ola Møteform skriftlig møte Møteleder Kari",
        "Sak 1. T5 Innleder Kari Sak 2. T6",
    ],
    "en": [
        "F Chapter 2. Appendices A–B, chapter 2, minutes of the meeting of the committee on charts on 1 January 2020,",
        "minutes of the meeting of the committee on charts on 1 January 2020, item 1.",
        "Minutes of the meeting of the committee on charts on 1 January 2020!",
        "Oslo, 4 January 2022Kari and Ola",
        "1 Mandate and representation",
        "As of 31 December 2021, the committee on charts had seats for one organisation. An overview is given in Table 1.1.",
        "Table 1.1 Organisations and seats Organisation Seats Status",
        "Alfa 2,000 plus secretariat Beta observer",
        "Permanent members as of 31 December 2021: Alfa Kari, Ola (s) Beta Per (observer)",
        "Without an organisation Eva (deputy) (s) = secretariat",
        "2 Activity",
        "The committee on charts held two meetings in the period 1 February – 31 December 2021 and dealt with three items.",
        "The date and agenda of each meeting:",
        "10–11 March (see Appendix A) Alfa/Gamma – T1 T2 Item withheld from the public T4",
        "1 September (see Appendix B) Alfa – T5",
        "3 Attendance",
        "In the period 1 February – 31 December 2021, the committee on charts held one meeting for which attendance was recorded.",
        "In all, four people attended. Table 3.1 and Figure 3.1 give attendance by organisation. Attendances are how many times anyone",
        "attended, guests and the secretariat included; people are how many different ones there were. An",
        "organisation is represented when someone attends on its behalf. A seat is filled when the member who holds it",
        "is present, or someone standing in for the member; seats are added up over the meetings.",
        "Table 3.1 Attendance by organisation",
        "Organisation Seats Seats filled Attendances People Represented Per cent of meetings",
        "Alfa 2,000 1 of 2,000 1 1 1 of 1 100 % Beta 1 1 1 of 1 100 % Gamma 1 1 1 of 1 100 %",
        "Not given 1 1 Total 2,000 1 of 2,000 4 4",
        "Figure 3.1 Attendance by organisation",
        "Table 3.2 shows who attended when. Those present for part of a meeting are counted.",
        "The percentage is of the meetings held during the term of office.",
        "Table 3.2 Attendance by person and meeting Name Organisation Role 10 March Attended Per cent",
        "Kari Alfa member item 1 1 of 1 100 % Eva deputy 0",
        "Per Beta observer items 1 and 2 1 of 1 100 % Ola Alfa secretary – 0 of 1 0 %",
        "Gro Gamma guest not item 2 1 Liv guest not items 1–2 1",
        "item … = present for that item only; not item … = present, but not for that item; – = not present",
        "Mandates without dates count as if they ran for the whole period.",
        "Table 3.3 gives attendance at each meeting. Table 3.3 Attendance by meeting Meeting People Seats filled 10–11 March 2021 4 1 of 2,000",
        "4 Working groups",
        "As of 31 December 2021, the committee on charts had one working group. An overview is given in Table 4.1.",
        "Table 4.1 Working groups Working group Belongs under G1 Alfa",
        "Appendix A: Minutes of 10–11 March 2021",
        "Minutes of the meeting of the committee on charts on 10–11 March 2021",
        "These minutes are a draft and have not been approved.",
        "Minutes by: Ola and Per, 20 March 2021",
        "Number 1/21 Time 10–12 Place Bergen Form of meeting meeting in person and online Chairs Kari and Ola",
        "Present Kari (Alfa), for item 1 Per (Beta), for items 1 and 2, X Gro (Gamma), except for item 2",
        "Liv, standing in for Eva, except for items 1–2 Apologies none",
        "Item 1. T1 Presenters Kari and Gro Papers P1 P2",
        "Item 2: item 1, Table A.1.1 Table A.1 A B C D 1 D . D .. D … D : D - D 0 D 2*",
        "Item 2. T2 The item was postponed.",
        "Item 3. Item withheld from the public Withheld from the public under offl. § 13.",
        "Item 4. T4 The item was withdrawn.",
        "Next meeting 1 September 2021",
        "1 E. ↩",
        "Appendix B: Minutes of 1 September 2021",
        "Minutes of the meeting of the committee on charts on 1 September 2021",
        "These minutes are out for comment and have not been approved.",
        "Minutes by: Ola Form of meeting written procedure Chair Kari",
        "Item 1. T5 Presenter Kari Item 2. T6",
    ],
}  # fmt: skip

AROUND = {
    "nn": ("Årsrapport 2021 Utvalet for kart", "Utgivar Alfa Serie S 1", "Publisert 5. januar 2022 Periode 1. februar–31. desember 2021"),
    "nb": ("Årsrapport 2021 Utvalget for kart", "Utgiver Alfa Serie S 1", "Publisert 5. januar 2022 Periode 1. februar–31. desember 2021"),
    "en": ("Annual report 2021 The committee on charts", "Publisher Alfa Series S 1", "Published 5 January 2022 Period 1 February – 31 December 2021"),
}  # fmt: skip
SIGNS = {
    "nn": "Standardteikn i tabellar Symbol Tal kan ikkje førekome . Oppgåve manglar .. Oppgåve manglar førebels … "
    "Tal kan ikkje offentleggjerast : Null - Mindre enn 0,5 av den brukte eininga 0 Førebels tal *",
    "nb": "Standardtegn i tabeller Symbol Tall kan ikke forekomme . Oppgave mangler .. Oppgave mangler foreløpig … "
    "Tall kan ikke offentliggjøres : Null - Mindre enn 0,5 av den brukte enheten 0 Foreløpig tall *",
    "en": "Standard signs in tables Symbol Category not applicable . Data not available .. Data not yet available … "
    "Not for publication : Nil - Less than 0.5 of the unit employed 0 Provisional figure *",
}  # fmt: skip


@pytest.mark.parametrize("language", MAIN)
def test_every_word_of_a_report_is_in_its_language(language, tmp_path):
    (page,) = built(language, tmp_path, "html")
    title, publisher, published = AROUND[language]
    footer = part(page, "footer")

    assert title in part(page, "header")
    assert part(page, "main").replace("\ufe0e", "") == " ".join(MAIN[language])
    assert f"{publisher} ISBN 978-82-537-0000-7 ISSN 2535-7271 {published}" in footer
    assert SIGNS[language] in footer


UNSEEN = {
    "nn": ("Hopp til innhaldet", "Fotnotar", "Tilbake til teksten, 1 (Vedlegg A: Referat 10.–11. mars 2021)"),
    "nb": ("Hopp til innholdet", "Fotnoter", "Tilbake til teksten, 1 (Vedlegg A: Referat 10.–11. mars 2021)"),
    "en": ("Skip to the content", "Footnotes", "Back to the text, 1 (Appendix A: Minutes of 10–11 March 2021)"),
}  # fmt: skip


@pytest.mark.parametrize("language", UNSEEN)
def test_what_only_a_screen_reader_says_is_in_the_language_too(language, tmp_path):
    (page,) = built(language, tmp_path, "html")
    text = page.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert [words for words in UNSEEN[language] if words not in text] == []


CALENDAR = {
    "nn": ("Utvalet for kart", "Møtetid: 10–12"),
    "nb": ("Utvalget for kart", "Møtetid: 10–12"),
    "en": ("The committee on charts", "Time: 10–12"),
}


@pytest.mark.parametrize("language", CALENDAR)
def test_a_calendar_is_in_the_language_too(language, tmp_path):
    (data,) = built(language, tmp_path, "ics", use_case=export_reports)
    text = data.decode().replace("\r\n ", "")
    name, time = CALENDAR[language]

    assert f"\r\nSUMMARY:{name}\r\n" in text
    assert time in text
