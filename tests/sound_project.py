"""Sound projects with marks where something may be put in; without it, `check` finds nothing.

A mark stands for the space that it replaces: `·` between an author's own words, `•` between words
of others and in comments. `▪` stands for nothing, on a line where a block may be put in.
"""

import struct
import zlib

OWN, OTHERS, BLOCK = "·", "•", "▪"

WORDS = {
    "nn": {
        "item": "Sak",
        "action": "Tiltak",
        "conclusion": "Konklusjon",
        "decision": "Vedtak",
        "responsible": "Ansvar",
        "due": "Frist",
        "remark": "Merknad",
        "table": "Tabell",
        "name": "Utvalet for sjøkart",
        "meeting": "møte",
        "ongoing": "løpande",
        "group": "Arbeidsgruppa for tidvatn",
        "note": "til lunsj",
        "count": "Utvalet hadde ⟦ti møte⟧ i 2021.",
    },
    "nb": {
        "item": "Sak",
        "action": "Tiltak",
        "conclusion": "Konklusjon",
        "decision": "Vedtak",
        "responsible": "Ansvar",
        "due": "Frist",
        "remark": "Merknad",
        "table": "Tabell",
        "name": "Utvalget for sjøkart",
        "meeting": "møte",
        "ongoing": "løpende",
        "group": "Arbeidsgruppen for tidevann",
        "note": "til lunsj",
        "count": "Utvalget hadde ⟦10 møter⟧ i 2021.",
    },
    "en": {
        "item": "Item",
        "action": "Action",
        "conclusion": "Conclusion",
        "decision": "Decision",
        "responsible": "Responsible",
        "due": "Due",
        "remark": "Note",
        "table": "Table",
        "name": "the Committee on Charts",
        "meeting": "meeting",
        "ongoing": "ongoing",
        "group": "Working group on tides",
        "note": "until lunch",
        "count": "In 2021 the committee held ⟦ten meetings⟧.",
    },
}

PHRASES = {
    "nn": {
        "a": "Alle såg på djupnene langs kysten og var samde om målet.",
        "b": "Arbeidet held fram slik planen seier, med dei same folka.",
        "c": "Nye kart kjem når målingane er ferdige og kontrollerte.",
        "d": "kysten er lang, og mykje er enno ikkje målt",
        "e": "smale sund og vide fjordar",
        "q": "leia er trong og djup, seier dei som kjenner ho",
    },
    "nb": {
        "a": "Alle så på dybdene langs kysten og var enige om målet.",
        "b": "Arbeidet fortsetter slik planen sier, med de samme folkene.",
        "c": "Nye kart kommer når målingene er ferdige og kontrollerte.",
        "d": "kysten er lang, og mye er ennå ikke målt",
        "e": "smale sund og vide fjorder",
        "q": "leia er trang og dyp, sier de som kjenner den",
    },
    "en": {
        "a": "Everybody looked at the depths along the coast and agreed.",
        "b": "The work goes on as the plan says, with the same people.",
        "c": "New charts will come when the soundings are done.",
        "d": "the coast is long, and much of it is not sounded",
        "e": "narrow sounds and wide fjords",
        "q": "the channel is narrow and deep, say those who know it",
    },
}

PROJECT = """\
publisher: Alfa institutt
language: {language}
check:
  words:
    nn: {{brukar: innbyggjar}}
    nb: {{bruker: innbygger}}
    en: {{utilise: use}}
"""

REGISTER = """\
organisations:
  - name: Alfa institutt
    short: Alfa
  - {{name: Gamma verk}}
people:
  - name: Siv Øy
    initials: siø
  - {{name: Kristin Strand, aliases: [Kristin B. Strand]}}
"""

COMMITTEE = """\
name: {name}
language: {language}
organisations:
  - {{name: Alfa, seats: 2}}
  - name: Beta
    seats: 1
  - {{name: Gamma verk, seats: 1, role: observer}}
members:
  - {{name: Ragna Ås, organisation: Alfa}}
  - name: Kristin Strand
    organisation: Alfa
    role: member
    from: 2020-01-01
  - {{name: Bo Li, organisation: Beta}}
  - {{name: Una Lid, organisation: Gamma verk, role: observer, from: 2015-03-01, to: 2020-06-30}}
  - {{name: Siv Øy, organisation: Alfa, role: secretary}}
working_groups:
  - {{name: {group}, under: Alfa}}
"""

# --- texts ----------------------------------------------------------------------------------

MEETING = """\
---
date: 2021-01-20
present: [Ragna Ås, Kristin Strand, Bo Li, Siv Øy]
apologies: []
agenda:
  - title: {d}
  - title: Kart
    papers: [Notat]
  - title: '{e}'
attachments: [2021-01-20-notat.md]
---

{a}·{b}

▪

## {item} 1

{a}·{b}
{c}·_{d}_·{e}·**{e}**·{d}

▪

{a}·`kode`·{b}[^x]·{c}·\\*·{d}·A·&amp;·B·{e}<!-- {q} -->·{d}
{a}·[{b}](https://example.no/a_b)·{c}\\
{b}·https://example.no/a·{c}·«{q}»·{b}·<meeting:2021-03-17>·{c}

### {e}

{c}

▪

* {a}
  {b}·*{e}*·{c}

  ▪

  {c}·{d}
* {a}
  1. {b}
     {c}

     ▪

> {q}•{q}
> {q}

<!-- {q} -->

> **{action} T1. Kart.** {a}·{b}
> {c}·*{d}*·{e}
>
> - {b}
>
> {responsible}: Beta, Ragna Ås
> {due}: {ongoing}

> **{conclusion}.** {a}
{b}

▪

## {item} 2

{a}

| {e}·{d} | {e} |
|:--|--:|
| {e} | {d}·`a`·{e} |
| **{e}**·{e} | {d}·A \\|·{e} |

▪

::: {other}
{other_a}·{other_b}

▪

- {other_c}
:::

## {item} 3

{a}·{b}

▪

### {e}

> {q}
> > {q}

{c}

▪

[^x]: {a}·*{e}*
    {b}

[^y]: {c}

{d}[^y]
"""

SECOND = """\
---
date: 2021-03-17
agenda:
  - title: Djup
---

## {item} 1

{a}

▪
"""

NOTE = """\
# {e}

{a}·{b}

▪

## {e}

- {c}·{d}
"""

CHAPTER = """\
---
language: {language}
---

# {e}

{a}·{{{{ meetings | counted("{meeting}") }}}}·{b}

{{% if meetings %}}{c}·{d}{{% endif %}}·{e}

▪

{a}·{{%# {q} #%}}·{b}·{{% set x = 3 %}}{d}·{{{{ committee.name }}}}
{{%- if meetings %}},·{d}·{{%- endif %}}·{e}·{{%- if meetings -%}}
;·{c}{{% endif %}}

## {e}

{{% for m in meetings %}}
{a}·{{{{ m.date }}}}·{b}
{{% endfor %}}

▪

{{{{ seats }}}}

| {e} | {d} |
|---|---|
| {{{{ committee.id }}}}·{e} | {{% if meetings %}}{d}{{% endif %}} |

- {a}·*{d}·{{{{ report.year }}}}·{e}*·{b}

  ▪

> {q}

{b}[^z]

[^z]: {a}·{{{{ items | count }}}}·{b}

▪
"""

PART = """\
# {e}

{{% if meetings | count > 1 %}}
{a}

▪

{{% endif %}}
{b}
"""

FOLDER = "meetings/kart/2021"
TEXTS = {
    "meetings/kart/agreement.md": NOTE,
    f"{FOLDER}/2021-01-20.md": MEETING,
    f"{FOLDER}/2021-01-20-notat.md": NOTE,
    f"{FOLDER}/2021-03-17.md": SECOND,
    f"{FOLDER}/report/foreword.md": CHAPTER,
    f"{FOLDER}/report/imprint.md": "{a}·{{{{ report.year }}}}·{b}\n",
    f"{FOLDER}/report/cases.md": CHAPTER,
    f"{FOLDER}/report/cases/a.md": PART,
    f"{FOLDER}/report/report.yaml": "chapters: [cases, working-groups]\n",
}

# --- front matter ---------------------------------------------------------------------------

FIRST = """\
---
date: 2021-01-20
language: {language}
status: approved
approved: {{date: 2021-03-17, in: 2021-03-17}}
minutes:
  by: Siv Øy
  date: 2021-01-27
chair: Ragna Ås
number: 1/2021
time: 10:00
place: Nesna
form: physical
present:
  - Ragna Ås
  - Kristin Strand
  - name: Jo Ek
    for: Bo Li
  - Siv Øy
  - Jørn Leonhardsen (Gamma verk)
apologies:
  - Bo Li
agenda:
  - title: Djup
    presenter: Ragna Ås
    kind: discussion
    papers:
      - Notat
      - Kart
  - title: Farlei
    presenter: Jørn Leonhardsen (Gamma verk)
  - title: Hamn
    outcome: postponed
next_meeting: 2021-03-17/2021-03-18
---

## {item} 1. Djup

{a}

> **{action} T1.** {b}
> {responsible}: Beta
> {due}: {ongoing}

## {item} 2: Farlei

> **{conclusion}.** {a}

## {item} 3

{c}
"""

LATER = """\
---
date: 2021-03-17/2021-03-18
status: approved
number: 2/2021
approved: {{date: 2021-05-03}}
minutes: {{by: Siv Øy, date: 2021-03-25}}
chair: [Ragna Ås]
place: 'Bodø'
form: digital
present: [Ragna Ås, Kristin Strand, Siv Øy, {{name: Jørn Leonhardsen, organisation: Gamma verk, items: 1/21}}]
apologies: [{{name: Bo Li, note: {note}}}]
agenda:
  - number: 1/21
    title: "Djup"
    presenter: [Kristin Strand, Jørn Leonhardsen]
    kind: information
    papers: [Notat, Kart]
  - {{number: 2/21, title: Farlei, presenter: Ragna Ås}}
  - number: 4/21
    title: Hamn
    continues: [2021-01-20/3]
follow_up:
  - action: T1
    date: 2021-03-17
    due: 2021-12-31
next_meeting: 2021-06-09
---

## {item} 1/21. Djup

{a}

> **{action} T2.** {b}
>
> * {c}
>
> {responsible}: Bo Li
> {due}: 2021-12-31

## {item} 2/21

{b}

## {item} 4/21. Hamn

{c}
"""

LAST = """\
---
date: 2021-06-09
status: approved
number: "3/2021"
minutes: {{by: [Siv Øy]}}
chair: "Ragna Ås"
place: Vega
form: hybrid
present:
  - 'Ragna Ås'
  - "Kristin Strand"
  - {{name: Bo Li}}
  - {{name: Siv Øy, note: {note}}}
  - {{name: Jørn Leonhardsen, organisation: Gamma verk, except: 2}}
agenda:
  - title: Djup
    presenter: 'Bo Li'
    papers: Notat
  - title: 'Farlei'
    presenter: "Ragna Ås"
  - title: Hamn
    kind: any-other-business
follow_up:
  - {{action: [T1, T2], date: 2021-06-09, status: done}}
next_meeting: 2021-10-06
---

## {item} 1

{a}

## {item} 2

> **{action} T3.** {b}
> {due}: {ongoing}
> {responsible}: Bo Li, Alfa institutt

## {item} 3

{a}

{b}
"""

FOLLOW_UP = """\
- date: 2021-08-16
  follow_up:
    - action: T3
      status: done
- {{date: 2021-09-01, follow_up: [{{action: T3, note: {note}}}]}}
"""

PLAN = """\
title: Sjøkart
series: Notat 2022/3, ISSN 1234-5679
isbn: 978-82-999999-1-5
issn: 1234-5679
published: 2022-01-15
signed: {{by: Ragna Ås, date: 2022-01-10, place: Nesna}}
period: 2021
as_of: 2021-12-31
chapters: [mandate, working-groups]
"""

FRONTS = {
    f"{FOLDER}/2021-01-20.md": FIRST,
    f"{FOLDER}/2021-03-17.md": LATER,
    f"{FOLDER}/2021-06-09.md": LAST,
    "meetings/kart/follow-up.yaml": FOLLOW_UP,
    f"{FOLDER}/report/report.yaml": PLAN,
}

SHARED = {
    "arsrapport.yaml": PROJECT,
    "meetings/register.yaml": REGISTER,
    "meetings/kart/committee.yaml": COMMITTEE,
}


def project(language: str, files: dict[str, str]) -> dict[str, str]:
    """Return a sound project with its marks: `SHARED` and `TEXTS`, or `SHARED` and `FRONTS`."""
    other = "nn" if language == "nb" else "nb"
    values = {
        **WORDS[language],
        **{key: words.replace(" ", OWN) for key, words in PHRASES[language].items()},
        **{f"other_{key}": words.replace(" ", OWN) for key, words in PHRASES[other].items()},
        "q": PHRASES[language]["q"].replace(" ", OTHERS),
        "language": language,
        "other": other,
    }
    return {path: text.format(**values) for path, text in (SHARED | files).items()}


def pictures() -> dict[str, bytes]:
    """Return two pictures beside the first meeting, one of which is broken."""
    return {f"{FOLDER}/2021-01-20-kart.png": _png(), f"{FOLDER}/2021-01-20-feil.png": b"\x89PNG"}


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    size = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"\0\x80\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")
