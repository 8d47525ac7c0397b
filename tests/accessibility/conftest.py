"""What is judged here: finished PDF and HTML files of every kind, and the tools that judge them.

A tool that is missing fails the tests that need it; `.ci/run` says what Debian and npm have to bring.
On Windows these tests are not there: the tools are Debian's.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import generated
import html_samples
import pdf_samples
import themed
from arsrapport.language.catalogue import words
from arsrapport.render.html.document import render_html
from arsrapport.render.pdf.document import render_pdf
from arsrapport.source.tree import builtin_folder
from browsing import Browser, open_browser
from conftest import arsrapport, copy_sample, write_project
from judging import Published, tool

collect_ignore_glob = ["test_*.py"] if os.name == "nt" else []

DOCUMENTS = ("2017", "2018", "minutes", "nn", "nb", "en", *themed.NAMES, "internal", "every-node")
TURNED = """---
date: 2021-03-10
status: approved
present: [Ragna Ås, Ola Bø]
agenda:
  - {title: Målingar i alle hamner, kind: discussion}
  - {title: Løna til Ola, kind: decision, withheld: {basis: offl. § 13, title: Personalsak}}
---

## Sak 1

Ragna Ås la fram 12,5 %.

Tabell hamner: Målingar, etter hamn

| Hamnenamn | Ansvarleg direktorat | Forvaltningseining | Gjennomføringsstatus | Kvalitetsvurdering | Rapporteringsfrist | Datainnsamling | Statistikkområde | 2019* | 2020 |
|---|---|---|---|---|---|---|---|--:|--:|
| Vik | Fiskeridirektoratet | Tenesteforvaltninga | påbegynt | tilfredsstillande | 15. november 2017 | spørjeskjema | Sjøkartstatistikk | 12,5 | - |
| Os | Hamnedirektoratet | Hamneadministrasjonen | ferdigstilt | mangelfull | ikkje fastsett | registerdata | Farleistatistikk | 3 | .. |

Kjelde: Ei teljing[^1]

[^1]: Ho er førebels.

::: internal
Dette er internt.
:::

## Sak 2

> **Vedtak V1.** Ola får løn.
"""

TAGS = {"nn": "nn-NO", "nb": "nb-NO", "en": "en-GB"}


@pytest.fixture(scope="session")
def documents(tmp_path_factory) -> dict[str, Published]:
    """The two sample reports, single minutes, generated committees in three languages and in three
    publishers' looks, one marked on every page with a table on its side, and one with every node.
    """
    sample = copy_sample(tmp_path_factory.mktemp("sample"))
    of_2017 = sample / "build/kontaktutvalet/2017"
    of_2018 = sample / "build/kostra-helse-omsorg/2018"
    for arguments in (("build", "2017"), ("build", "2018"), ("minutes", "2017-03-15")):
        build(sample, *arguments)
    found = [
        at("2017", "nn-NO", of_2017 / "kontaktutvalet-2017"),
        at("2018", "nb-NO", of_2018 / "kostra-helse-omsorg-2018"),
        at("minutes", "nn-NO", of_2017 / "kontaktutvalet-2017-03-15")._replace(is_report=False),
    ]
    for language, tag in TAGS.items():
        folder = write_project(
            tmp_path_factory.mktemp(language), generated.committee(language, meetings=3)
        )
        build(folder, "build", "2021")
        found.append(at(language, tag, folder / "build/kart/2021/kart-2021"))
    for name in themed.NAMES:
        folder = write_project(tmp_path_factory.mktemp(name), themed.themed(name))
        build(folder, "build", "2021")
        found.append(at(name, "nn-NO", folder / "build/kart/2021/kart-2021"))
    found.append(internal_draft(tmp_path_factory.mktemp("internal")))
    found.append(every_node(tmp_path_factory.mktemp("every-node")))
    assert tuple(document.name for document in found) == DOCUMENTS
    return {document.name: document for document in found}


def build(folder: Path, *arguments: str) -> None:
    done = arsrapport(*arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")


def at(name: str, language: str, stem: Path) -> Published:
    return Published(
        name, language, stem.with_name(f"{stem.name}.pdf"), stem.with_name(f"{stem.name}.html")
    )


def internal_draft(folder: Path) -> Published:
    """The internal edition of a draft, with a table that lies on its side."""
    files = {"arsrapport.yaml": "language: nn\n", "meetings/kart/2021/2021-03-10.md": TURNED}
    write_project(folder, files)
    build(folder, "build", "2021", "--edition", "internal", "--draft")
    return at("internal", "nn-NO", folder / "build-internal/kart/2021/kart-2021-internal")


def every_node(folder: Path) -> Published:
    """A document that no author wrote, with every kind of node, in both formats."""
    document = replace(pdf_samples.REPORT, words=tuple(words("nn").items()))
    pdf, faults = render_pdf(document, pdf_samples.ASSETS, builtin_folder())
    assert faults == ()
    (folder / "x.pdf").write_bytes(pdf.data)
    (folder / "x.html").write_bytes(render_html(document, html_samples.ASSETS, builtin_folder()))
    return at("every-node", "nn-NO", folder / "x")


@pytest.fixture(params=DOCUMENTS)
def document(request, documents) -> Published:
    return documents[request.param]


@pytest.fixture(scope="session")
def browser(tmp_path_factory) -> Iterator[Browser]:
    """One browser for all tests."""
    with open_browser(
        tool("chromium"), tool("chromedriver"), tmp_path_factory.mktemp("profile")
    ) as opened:
        yield opened
