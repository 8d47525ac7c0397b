"""A project with a marker word in every place that can hold something withheld.

`@x@` in a file below is one: a word that stands nowhere else. What is withheld is an item, passages
(in minutes, chapters and standing texts), and people who stand in public with initials alone.
"""

import re
from collections.abc import Iterable, Mapping

PERSON, HIDDEN = "person", "hidden"
"""A field of the file models that may name a person, or that withheld things may be written in."""

FIELDS = {
    "MeetingFile": {
        **dict.fromkeys(("date", "language", "status", "next_meeting", "form"), "no words"),
        **dict.fromkeys(("agenda", "minutes", "approved", "follow_up"), "a model of its own"),
        **dict.fromkeys(("time", "place", "number", "title"), "of the meeting, which is public"),
        "attachments": "of the meeting; what is withheld in one is a passage",
        "chair": PERSON,
        "present": "a model of its own",
        "apologies": "a model of its own",
    },
    "Minutes": {"by": PERSON, "date": "no words", "link": "a public address"},
    "Approved": {"date": "no words", "in_": "a meeting and a number"},
    "PresentPerson": {
        "name": PERSON,
        "organisation": "only people stand with initials",
        "items": "numbers",
        "except_": "numbers",
        "for_": PERSON,
        "note": "a sentence, which check reads",
    },
    "Withheld": {"basis": "public", "title": "public"},
    "AgendaItem": {
        "title": HIDDEN,
        "number": "public",
        "presenter": HIDDEN,
        "kind": "no words",
        "papers": HIDDEN,
        "outcome": "no words",
        "listed_as": HIDDEN,
        "language": "no words",
        "continues": "meetings and numbers",
        "withheld": "a model of its own",
    },
    "FollowUpFile": {
        "action": HIDDEN,
        "date": "no words",
        "status": "no words",
        "to": HIDDEN,
        "due": HIDDEN,
        "note": HIDDEN,
    },
    "FollowUpEntry": {"date": "no words", "follow_up": "a model of its own"},
    "FollowUpLog": {"root": "a model of its own"},
    "InForce": {"from_": "no words", "to": "no words"},
    "SeatFile": dict.fromkeys(("from_", "to", "name", "seats", "role", "note"), "public"),
    "MandateFile": {
        "name": PERSON,
        **dict.fromkeys(("from_", "to", "organisation", "role"), "public"),
    },
    "WorkingGroupFile": {
        "under": PERSON,
        **dict.fromkeys(("from_", "to", "name", "committee"), "public"),
    },
    "CommitteeFile": {
        **dict.fromkeys(("name", "language", "quorum"), "public"),
        **dict.fromkeys(("organisations", "members", "working_groups"), "a model of its own"),
    },
    "OrganisationFile": dict.fromkeys(("name", "short", "listed_as", "aliases"), HIDDEN),
    "PersonFile": {
        "name": PERSON,
        "aliases": PERSON,
        "initials": "public",
        "organisations": "only people stand with initials",
        "public": "no words",
    },
    "RegisterFile": {"organisations": "a model of its own", "people": "a model of its own"},
    "IgnoredFile": dict.fromkeys(("code", "reason", "path"), "of check, in no output"),
    "CheckFile": dict.fromkeys(("ignore", "words"), "of check, in no output"),
    "ProjectFile": {"publisher": "public", "language": "no words", "check": "in no output"},
    "Signed": {"by": PERSON, "date": "no words", "place": "public"},
    "ReportFile": {
        **dict.fromkeys(("title", "series", "isbn", "issn", "published", "subjects"), "public"),
        "licence": "an identifier or an address",
        **dict.fromkeys(("period", "as_of", "language"), "no words"),
        **dict.fromkeys(("front", "chapters", "appendices"), "names of public texts"),
        "signed": "a model of its own",
    },
    "ColoursFile": dict.fromkeys(("ink", "accent", "muted", "tint", "rule", "band"), "looks"),
    "FontsFile": dict.fromkeys(("text", "headings"), "looks"),
    "LogoFile": {"file": "looks", "alt": "of the publisher", "width": "looks"},
    "MarginsFile": dict.fromkeys(("left", "right", "top", "bottom"), "looks"),
    "ThemeFile": {
        **dict.fromkeys(("colours", "fonts", "logo", "margins"), "a model of its own"),
        "running_head": "public",
    },
    "ChapterFile": {"language": "no words", "items": "meetings and numbers"},
}
"""Every field of every file model, with what it may hold, or why that needs no marker."""

RICH = """\
@P.text@ *@P.emphasis@* **@P.strong@** `@P.code@` [@P.link@](https://example.org/@P.href@)
[@P.reference@](meeting:2021-03-10) [@P.span@]{lang=en} her.[^P]

- @P.list@

> @P.quote@

Tabell @P.table@: @P.caption@

| @P.head@ | B |
|---|---|
| @P.cell@ | b |

Kjelde: @P.source@

![@P.alt@](FOLDER@P.asset@.svg)

Figur @P.figure@: @P.figurecaption@

[^P]: @P.note@
"""
OUTCOMES = """
### @P.section@

> **Vedtak @P.decision@. @P.decisiontitle@.** @P.decisiontext@

> **Tiltak @P.action@. @P.actiontitle@.** @P.actiontext@
> Ansvar: @P.responsible@
> Frist: @P.due@
> Merknad: @P.remark@
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>@P.svg@</desc></svg>'

RICH_IN = ("introduction", "item", "passage", "attachment", "agreement", "chapter", "imprint")
"""Where the whole of RICH stands."""

UNSEEN = {
    *(f"{name}.asset" for name in RICH_IN),
    *("imprint.table", "imprint.figure", "OrganisationFile.aliases"),
}
"""What no edition tells: the names of pictures, and those in an imprint, which none refers to."""

NOT_READ = {
    *(f"{name}.{key}" for name in RICH_IN for key in ("svg", "table", "figure")),
    *("FollowUpFile.note", "FollowUpFile.due", "FollowUpFile.note/some", "log"),
    *("OrganisationFile.name", "PersonFile.name"),
}
"""What only data tells, or a picture and an address in the file."""


def rich(name: str, folder: str = "") -> str:
    return RICH.replace("P.", f"{name}.").replace("[^P]", f"[^{name}]").replace("FOLDER", folder)


def internal(name: str, folder: str = "", more: str = "") -> str:
    inside = rich(name, folder) + more.replace("P.", f"{name}.")
    return f":::: internal\n\n{inside}\n::::\n"


def people() -> tuple[str, ...]:
    """The markers of all who stand with initials: one for each field that may name somebody."""
    fields = (f"{model}.{key}" for model, keys in FIELDS.items() for key in keys)
    listed = [
        field for field in fields if FIELDS[field.split(".")[0]][field.split(".")[1]] is PERSON
    ]
    listed.remove("PersonFile.aliases")
    return (*listed, "apologies", "responsible", "presenter")


MEETING = f"""\
---
date: 2021-03-10
status: approved
minutes: {{by: "@Minutes.by@ Nord", date: 2021-03-20}}
chair: "@MeetingFile.chair@ Nord"
present:
  - Ragna Ås
  - "@PresentPerson.name@ Nord"
  - "@PersonFile.aliases@ Nord"
  - {{name: Bo Li, organisation: Alfa, for: "@PresentPerson.for_@ Nord"}}
apologies:
  - "@apologies@ Nord"
attachments: 2021-03-10-notat.md
follow_up:
  - {{action: "@FollowUpFile.action@", status: done, due: "@FollowUpFile.due@", note: "@FollowUpFile.note@"}}
  - {{action: K20-1, status: moved, to: "@FollowUpFile.to@"}}
  - {{action: [K20-1, "@FollowUpFile.action@"], note: "@FollowUpFile.note/some@"}}
agenda:
  - title: "@AgendaItem.title@"
    listed_as: "@AgendaItem.listed_as@"
    presenter: "@AgendaItem.presenter@ (@OrganisationFile.short@)"
    papers: "@AgendaItem.papers@"
    withheld: {{basis: offl. § 13, title: Personalsak}}
  - title: Djupner
    presenter: "@presenter@ Nord"
  - title: "@untitled@"
    number: none
    withheld: {{basis: offl. § 14}}
---

Møtet blei opna.

{internal("introduction", "2021-03-10-")}
## Sak 1

{rich("item", "2021-03-10-")}
{OUTCOMES.replace("P.", "item.")}
> **Tiltak @FollowUpFile.action@.** Gjort.

> **Tiltak @FollowUpFile.to@.** Teke over.

> **Vedtak @superseded@.** Gammalt.

[^b]: @notes.of.an.item@

[e]: https://example.org/@addresses.of.an.item@

## Sak 2

Ope.[^b] Ope.[^c] [Ord][e] og [ord][f].

{internal("passage", "2021-03-10-", OUTCOMES)}
::: internal

[^c]: @notes.of.a.passage@

[f]: https://example.org/@addresses.of.a.passage@

:::

- Eit punkt.

  ::: internal

  @nested@

  :::

> **Vedtak V2.** Nytt.
>
> ::: internal
>
> @within.a.decision@
>
> :::
>
> Erstattar: @superseded@

> **Vedtak V3.** Nyare.
> Erstattar: V2, @superseded@

> **Tiltak K20-1.** Gå vidare.
> Ansvar: @responsible@ Nord, Alfa

## @untitled@

@untitled.text@
"""


def texts() -> dict[str, str]:
    report = "meetings/kart/2021/report"
    entries = "".join(
        f'  - {{name: "@{field}@ Nord", public: initials'
        + (', aliases: "@PersonFile.aliases@ Nord"' if field == "PersonFile.name" else "")
        + "}\n"
        for field in people()
    )
    return {
        "arsrapport.yaml": "publisher: Alfa\nlanguage: nn\n",
        "meetings/register.yaml": (
            'organisations:\n  - {name: "@OrganisationFile.name@", short: "@OrganisationFile.short@", '
            'listed_as: "@OrganisationFile.listed_as@", aliases: "@OrganisationFile.aliases@"}\n'
            f"people:\n{entries}"
        ),
        "meetings/kart/committee.yaml": (
            "name: Sjøkartutvalet\norganisations:\n  - {name: Alfa, seats: 9}\nmembers:\n"
            "  - {name: Ragna Ås, organisation: Alfa}\n"
            '  - {name: "@MandateFile.name@ Nord", organisation: Alfa}\n'
            '  - {name: "@PresentPerson.name@ Nord", organisation: Alfa}\n'
            '  - {name: "@PresentPerson.for_@ Nord", organisation: Alfa}\n'
            '  - {name: "@apologies@ Nord", organisation: Alfa, role: secretary}\n'
            'working_groups:\n  - {name: Tidvatn, under: "@WorkingGroupFile.under@ Nord"}\n'
        ),
        "meetings/kart/agreement.md": f"# Avtale\n\nOpe.\n\n{internal('agreement', '2021/2021-03-10-')}",
        "meetings/kart/follow-up.yaml": (
            "- date: 2021-04-01\n  follow_up:\n"
            '    - {action: "@FollowUpFile.action@", note: "@log@"}\n'
        ),
        "meetings/kart/2021/2021-03-10.md": MEETING,
        "meetings/kart/2021/2021-03-10-notat.md": (
            f"# Notat\n\nOpe.\n\n{internal('attachment', '2021-03-10-')}"
        ),
        f"{report}/report.yaml": (
            'signed: {by: "@Signed.by@ Nord", place: Bodø}\nfront: [foreword]\n'
            "chapters: [mandate, activity, attendance, working-groups, decisions, actions, own]\n"
        ),
        f"{report}/foreword.md": "# Føreord\n\nOpe.\n",
        f"{report}/own.md": (
            f"# Eige\n\nOpe.\n\n{internal('chapter', '../2021-03-10-')}\n## Under[^d] [g]\n\nOpe.\n\n"
            "::: internal\n\n[^d]: @notes.of.a.heading@\n\n"
            "[g]: https://example.org/@addresses.of.a.heading@\n\n:::\n"
        ),
        f"{report}/imprint.md": f"Ope.\n\n{internal('imprint', '../2021-03-10-')}",
    }


def words(written: Iterable[str]) -> dict[str, str]:
    """A word for each marker: letters that no font joins, and none is a part of another."""
    letters = "bdgkmprt"

    def word(number: int) -> str:
        return "zq" + "".join(letters[number // 8**n % 8] for n in range(4)) + "o"

    return {marker: word(number) for number, marker in enumerate(sorted(written))}


def filled() -> tuple[dict[str, bytes], Mapping[str, str]]:
    """The files, and the word of each marker."""
    written = texts()
    for name in RICH_IN:
        picture = PICTURE.replace("P.", f"{name}.")
        written[f"meetings/kart/2021/2021-03-10-@{name}.asset@.svg"] = picture
    found = {
        marker
        for pair in written.items()
        for text in pair
        for marker in re.findall("@([A-Za-z_./]+)@", text)
    }
    known = words(found)

    def fill(text: str) -> str:
        return re.sub("@([A-Za-z_./]+)@", lambda marker: known[marker[1]], text)

    return {fill(path): fill(text).encode() for path, text in written.items()}, known
