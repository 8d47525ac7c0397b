"""Finished documents in four formats, and a project whose text has every form that there is."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

import pdf_samples
from arsrapport.document.nodes import Document
from arsrapport.language.catalogue import words
from arsrapport.pipeline.build import Request, build_minutes, build_reports
from arsrapport.render.docx.document import render_docx
from arsrapport.render.html.document import render_html
from arsrapport.render.markdown.document import render_markdown
from arsrapport.source.tree import MemoryTree, builtin_folder
from conftest import ROOT
from sequence import Sequence
from sequence_pages import of_html, of_markdown
from sequence_pdf import of_pdf
from sequence_word import of_docx

FORMATS = ("pdf", "html", "docx", "md")


class Finished(NamedTuple):
    """A document as files, by format."""

    files: Mapping[str, bytes]
    language: str

    def sequence(self, format_: str) -> Sequence:
        data = self.files[format_]
        if format_ in {"pdf", "md"}:
            read = of_pdf if format_ == "pdf" else of_markdown
            return read(data, words(self.language))
        return {"html": of_html, "docx": of_docx}[format_](data)


def build(
    folder: Path,
    files: Mapping[str, bytes],
    what: str,
    language: str,
    *,
    edition: str = "public",
    state: str = "",
) -> Finished:
    """Build the report of a year, or the minutes of a day."""
    request = Request(folder, (), FORMATS, lambda *_: None, edition, state)
    make = build_reports if len(what) == len("2021") else build_minutes
    outcome = make(MemoryTree(files), what, request)
    assert not [found for found in outcome.diagnostics if found.severity == "error"]
    (built,) = outcome.built
    return Finished(
        {path.suffix[1:]: path.read_bytes() for path in built.files if path.suffix[1:] in FORMATS},
        language,
    )


EVERY_NODE = replace(pdf_samples.REPORT, words=tuple(words("nn").items()))
"""A document that no author wrote, with every kind of node."""


def finished(document: Document) -> Finished:
    """Render a document that has no project."""
    assets, templates = pdf_samples.ASSETS, builtin_folder()
    word, faults = render_docx(document, assets, templates)
    assert faults == ()
    return Finished(
        {
            "pdf": pdf_samples.data(document),
            "html": render_html(document, assets, templates),
            "docx": word,
            "md": render_markdown(document, assets, "x")["x.md"],
        },
        document.language,
    )


def sample() -> dict[str, bytes]:
    """The files of the sample project."""
    paths = [ROOT / "arsrapport.yaml", *sorted((ROOT / "meetings").rglob("*"))]
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }


# --- a project with every form ------------------------------------------------------------------

CASES = """\
---
language: nn
---

# Saker *i* utval

Sjå <meeting:2021-03-10>, [eige ord](item:2021-03-10/2), <chapter:mandate>, <table:dybder>,
<figure:kysten> og [nettet](https://example.org/a?b=1&c=2). Ein note[^a] og ein til.[^b]

Same note ein gong til[^a], og `kode` med **feite *og skråe* ord** og [English words]{lang=en}.

## Lister

1. fyrste
2. andre
   - under
     1. djupast
   - under att
3. tredje, med eit avsnitt til

   som står for seg sjølv[^c]

Mellom.

5. femte
6. sjette

## Tabellar

Tabell dybder: Djupner[^d] i meter

| Stad | Djupn | Merknad |
|:-----|------:|:--------|
| A    | 1,5   |         |
| B    | 12,25 | sjå <https://example.org/b> |
| C    |       | to<br>linjer |

Kjelde: Sjøkart

|  | X |
|--|---|
| y | z[^e] |

Figur kysten: Ei *strandlinje*

![Ei strandlinje i sør.](kart.svg)

Kjelde: Kartverket

### Djupare

::: nb
Dette er på bokmål.[^f]

- et punkt
:::

> Sitert.
>
> - med punkt

[^a]: Fyrste note, sjå <table:dybder>.
[^b]: Andre note.

    Med eit avsnitt til.
[^c]: Tredje.
[^d]: I ein tabelltekst.
[^e]: I ei celle.
[^f]: På bokmål.
"""

MEETING = """\
---
date: 2021-03-10
language: nb
status: draft
minutes: {by: Ada Li, date: 2021-03-12}
chair: Ada Li
present: [Ada Li, Bo Ek (Gamma)]
apologies: []
agenda:
  - title: Dybder
    presenter: Bo Ek
    papers: [Notat, Kart]
  - title: Farleder
next_meeting: 2021-05-01
---

Før sakene.

## Sak 1

### a) Måling

Teksten.[^1] Se <item:2021-03-10/2>.

> **Vedtak.** Vedtatt.
>
> - første
> - andre

#### Under

> **Tiltak K21-01. Lodd.** Lodde igjen.[^2]
> Ansvar: Ada Li
> Frist: 1. mai 2021

## Sak 2

| A | B |
|---|--:|
| **feit** og ikkje | 1 |

[^1]: En note.
[^2]: I et tiltak.
"""

EVERY_FORM = {
    "arsrapport.yaml": b"publisher: Alfa\nlanguage: nn\n",
    "meetings/kart/committee.yaml": (
        b"name: Utvalet for kart\nlanguage: nn\n"
        b"organisations:\n  - {name: Alfa, seats: 1}\n"
        b"members:\n  - {name: Ada Li, organisation: Alfa}\n"
    ),
    "meetings/kart/2021/2021-03-10.md": MEETING.encode(),
    "meetings/kart/2021/report/report.yaml": (
        "title: Årsrapport\nseries: Notat 2021/1\nisbn: 978-82-587-0000-0\n"
        "chapters: [mandate, activity, attendance, cases, actions, decisions]\n"
    ).encode(),
    "meetings/kart/2021/report/cases.md": CASES.encode(),
    "meetings/kart/2021/report/kart.svg": pdf_samples.SVG,
}
