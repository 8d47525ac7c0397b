"""What made-up meetings are made of: names, parts of sentences, and the forms of files."""

FIRST = [
    "Anna",
    "Bjørn",
    "Cecilie",
    "Dag",
    "Eli",
    "Finn",
    "Grete",
    "Hallvard",
    "Ida",
    "Jon",
    "Kari",
    "Lars",
    "Mari",
    "Nils",
    "Oda",
]
LAST = [
    "Aas",
    "Bakke",
    "Dale",
    "Eide",
    "Fjeld",
    "Grov",
    "Haug",
    "Indrebø",
    "Juvik",
    "Kleppe",
    "Lunde",
    "Moen",
    "Nes",
    "Opdal",
    "Røed",
]
ORGANISATIONS = ["Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"]
SUBJECTS = (
    "Sekretariatet",
    "Leiaren",
    "Arbeidsgruppa for kart",
    "Fleire av medlemmene",
    "Ein av gjestene",
    "Den som la fram saka,",
)
VERBS = (
    "gjekk gjennom",
    "orienterte om",
    "viste fram",
    "bad om meir om",
    "peika på",
    "ville vente med",
)
OBJECTS = (
    "tala for dei siste fem åra",
    "utkastet til nytt skjema",
    "dei *førebelse* resultata",
    "rutinane for **kontroll** av data",
    "det nye registeret",
    "ei oversikt over kor mange som hadde svart innan fristen",
)
TAILS = (
    ", og det blei stilt fleire spørsmål",
    ", fordi svara kom inn seinare enn venta",
    " – og fekk støtte frå dei fleste",
    ", sjølv om det krev meir arbeid ute",
    " etter ønske frå møtet før",
    "; sjå [statistikken](https://www.example.org/statistikk) om dette",
)
TITLES = ("Djupner ved kysten", "Farleier", "Tidvatn", "Merke og lys", "Nye kart", "Havner")

COMMITTEE = """\
name: Utval {name}
language: nn
organisations:
{seats}
members:
{members}
"""

MEETING = """\
---
date: {day}
status: approved
minutes: {{by: {secretary}, date: {written}}}
chair: {chair}
present:
{present}
apologies: []
agenda:
{agenda}
{follow_up}next_meeting: {next}
---

{body}"""

ITEM = """\
## Sak {number}. {title}

{first}[^{note}]

### Bakgrunn

{second}

- {third}
- {fourth}

> **Konklusjon.** {conclusion}

[^{note}]: {text}
"""

TABLE = """\
Tabell: {title}, talet på svar

| Stad | Svar | Del |
|---|--:|--:|
{rows}
"""

ACTION = """\
> **Tiltak {action}.** {text}
> Ansvar: {responsible}
> Frist: {due}
"""

SLIPS = (
    ("orienterte om", "orienterte ikke om"),
    ("status: approved", "stauts: approved"),
    ("> Frist: ", "> Frsit: "),
    ("## Sak 2. ", "## Sak 2. Om "),
    (" blei stilt fleire", " blei stilt 8% fleire"),
    ("date: 2", "date: 02"),
    ("## Sak 3. ", "## Saken 3. "),
    ("| Svar | Del |\n|---|--:|--:|", "| Svar | Del |"),
)
"""What somebody wrote, and a slip in its place."""
