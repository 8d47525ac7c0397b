"""A committee as files for the tests of exports, and the reports that come of files.

`FILES` is one meeting in which every key stands, one that is only planned, and a log of follow-ups.
"""

from collections.abc import Mapping

from arsrapport.aggregate.publish import publish
from arsrapport.aggregate.report import aggregate
from arsrapport.load.project import load
from arsrapport.model.archive import Person
from arsrapport.model.report import Report
from arsrapport.pipeline.reports import find_plan, years
from arsrapport.source.tree import MemoryTree, Tree

Made = tuple[Report, tuple[Person, ...]]


def made_from(tree: Tree) -> dict[str, Made]:
    """Return every report of a project, by committee and year, with the people of the project."""
    archive, diagnostics = load(tree)
    assert diagnostics == ()
    public = publish(archive, "public")
    return {
        f"{committee.id}/{year}": (aggregate(public, committee, plan), public.people)
        for committee in public.committees
        for year in years(committee)
        if (plan := find_plan(committee, year))
    }


def made_of(files: Mapping[str, str | bytes], year: str = "2021") -> Made:
    """Return the report of the committee `kart` that comes of files."""
    data = {
        path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()
    }
    return made_from(MemoryTree(data))[f"kart/{year}"]


COMMITTEE = """\
name: {nn: Sjøkartutvalet, nb: Sjøkartutvalget}
language: nn
organisations:
  - {name: Alfa institutt, seats: 2}
  - {name: Beta, role: observer, note: utan røyst}
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Siv Øy, organisation: Alfa, role: secretary, to: 2021-06-30}
working_groups:
  - {name: Tidvatn, under: Alfa}
"""
REGISTER = """\
organisations:
  - {name: Alfa institutt, short: Alfa}
people:
  - {name: Siv Øy, initials: siø, aliases: Siv H. Øy}
"""
MARCH = """\
---
date: 2021-03-10
number: 1/21
status: approved
minutes: {by: Siv H. Øy, date: 2021-03-17}
approved: {in: 2021-05-12/1}
chair: Ragna Ås
form: hybrid
time: 10.00–15.30
place: Oslo, rom 4; fløy B
present:
  - Ragna Ås
  - {name: Siv Øy, except: 2}
  - {name: Bo Li, organisation: Gamma AS, for: Kari Vik (Beta), items: 1-2, note: digitalt}
  - Beta
apologies: []
agenda:
  - title: Djupner ved kysten
    presenter: [Bo Li, Beta]
    kind: information
    papers: [Notat, Kart]
    continues: 2020-11-01/3
  - title: Farleier
    kind: decision
    listed_as: Farleiene
  - title: Ferje
    outcome: postponed
  - title: Slutt
    kind: closing
follow_up:
  - {action: K20-01, status: done, note: Levert.}
  - {action: [K20-02, K20-03], date: 2021-02-01, due: 1. mai 2021, to: 2}
next_meeting: 2021-05-12/2021-05-13
---

Møtet blei opna.

## Sak 1

Bo Li viste *tala*.[^1] Sjå <item:2021-03-10/2> og [kartet](https://kart.example/a).

> **Konklusjon. Tal.** Tala er gode.

[^1]: Frå 2020.

## Sak 2

> **Vedtak V1.** Leia blir flytta.
>
> 1. mot nord
> 2. mot sør

> **Tiltak K21-01. Merke.** Alfa set ut merke.
> Ansvar: Alfa, Bo Li
> Frist: 15. juni 2021
> Merknad: venta

> **Tiltak.** Utan id.
> Frist: til hausten

## Sak 3

Utsett.

## Sak 4

Takk.
"""
PLANNED = """\
---
date: 2021-12-01
status: planned
agenda: []
---
"""
LOG = """\
- date: 2020-12-31
  follow_up: [{action: K20-01, status: open}]
- date: 2021-09-01
  follow_up: [{action: K21-01, status: moved, to: V1}]
- date: 2022-01-01
  follow_up: [{action: K21-01, status: done}]
"""

FILES = {
    "arsrapport.yaml": "publisher: Alfa institutt\n",
    "meetings/register.yaml": REGISTER,
    "meetings/kart/committee.yaml": COMMITTEE,
    "meetings/kart/2021/2021-03-10.md": MARCH,
    "meetings/kart/2021/2021-12-01.md": PLANNED,
    "meetings/kart/follow-up.yaml": LOG,
    "meetings/kart/2021/report/report.yaml": "series: Notat 2022/1\nas_of: 2021-12-31\n",
}
