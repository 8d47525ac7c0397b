"""A made-up committee as files: other names than the sample's, any language, any number of meetings.

Everything follows from the arguments; what the tests expect is worked out from the rules stated here.
Meetings are held on the 10th of January, February, … of 2021, then of 2022, and so on, twelve a year,
unless `in_one_year`, by which meeting n is held on day n of the year 2021. Meeting n has:
  - two items with a presenter, one for any other business, one that closes: three are treated;
  - present: the chair (of Alfa), a member (of Beta), guest n (of Gamma): 2 + n different people in all.
"""

from datetime import date, timedelta

WORDS = {
    "nn": {
        "item": "Sak",
        "name": "Utvalet for sjøkart",
        "title": "Årsmelding",
        "first": "Djupner ved kysten",
        "second": "Farleier",
        "other": "Eventuelt",
        "closing": "Avrunding",
        "text": "Møtet drøfta saka.",
        "group": "Arbeidsgruppa for tidvatn",
        "note": "utan stemme",
        "conclusion": "Konklusjon",
        "action": "Tiltak",
        "responsible": "Ansvar",
        "due": "Frist",
    },
    "nb": {
        "item": "Sak",
        "name": "Utvalget for sjøkart",
        "title": "Årsmelding",
        "first": "Dybder ved kysten",
        "second": "Farleder",
        "other": "Eventuelt",
        "closing": "Avslutning",
        "text": "Møtet drøftet saken.",
        "group": "Arbeidsgruppen for tidevann",
        "note": "uten stemme",
        "conclusion": "Konklusjon",
        "action": "Tiltak",
        "responsible": "Ansvar",
        "due": "Frist",
    },
    "en": {
        "item": "Item",
        "name": "Committee on Charts",
        "title": "Yearbook",
        "first": "Depths along the coast",
        "second": "Fairways",
        "other": "Any other business",
        "closing": "Closing",
        "text": "The meeting discussed it.",
        "group": "Working group on tides",
        "note": "without a vote",
        "conclusion": "Conclusion",
        "action": "Action",
        "responsible": "Responsible",
        "due": "Due",
    },
}

COMMITTEE = """\
name: {name}
language: {language}
organisations:
  - {{name: Alfa institutt, seats: 2}}
  - {{name: Beta, seats: 1, note: {note}}}
members:
  - {{name: Ragna Ås, organisation: Alfa}}
  - {{name: Bo Li, organisation: Beta}}
  - {{name: Siv Øy, organisation: Alfa, role: secretary}}
working_groups:
  - {{name: {group}, under: Alfa}}
"""

REGISTER = """\
organisations:
  - {name: Alfa institutt, short: Alfa}
  - {name: Beta}
people:
  - {name: Siv Øy, initials: siø}
"""

MEETING = """\
---
date: {day}
language: {language}
status: approved
minutes: {{by: Siv Øy, date: {written}}}
chair: Ragna Ås
present:
  - Ragna Ås
  - {{name: Bo Li, items: 1}}
  - Gjest {number} (Gamma)
apologies: []
agenda:
  - title: {first} {number}
    presenter: Ragna Ås
    kind: discussion
    papers: [A, B]
  - title: {second}
    presenter: Gjest {number}
  - title: {other}
    kind: any-other-business
  - title: {closing}
    kind: closing
---

## {item} 1. {first} {number}

{text}[^1] 1 < 2 & <script>

### Ei *mellomoverskrift*

| A | B |
|---|--:|
| x | {number} |

> **{conclusion}.** {text}

## {item} 2

> **{action} T{number}.** {text}
> {responsible}: Beta
> {due}: {due_day}

## {item} 3

{text}

## {item} 4

{text}

[^1]: {text}
"""


def meeting_day(number: int, *, in_one_year: bool = True) -> date:
    """Return the day of meeting `number`, from 1."""
    if in_one_year:
        return date(2021, 1, 1) + timedelta(days=number - 1)
    return date(2021 + (number - 1) // 12, (number - 1) % 12 + 1, 10)


def committee(
    language: str = "nn", meetings: int = 1, *, in_one_year: bool = True
) -> dict[str, bytes]:
    """Return the files of a project with one committee, `kart`."""
    words = WORDS[language]
    files = {
        "arsrapport.yaml": f"publisher: Alfa institutt\nlanguage: {language}\n",
        "meetings/register.yaml": REGISTER,
        "meetings/kart/committee.yaml": COMMITTEE.format(language=language, **words),
    }
    for number in range(1, meetings + 1):
        day = meeting_day(number, in_one_year=in_one_year)
        written = day + timedelta(days=7)
        due_day = day + timedelta(days=30)
        files[f"meetings/kart/{day.year}/{day}.md"] = MEETING.format(
            day=day, written=written, due_day=due_day, number=number, language=language, **words
        )
    if not meetings:
        files["meetings/kart/2021/report/report.yaml"] = f"title: {words['title']}\n"
    return {path: text.encode() for path, text in files.items()}
