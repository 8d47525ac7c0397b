"""Title page and imprint, and what stands at the top and the foot of each page."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from arsrapport.document.nodes import Document
from arsrapport.language.languages import Language
from arsrapport.render.docx.band import LINK, band, band_picture
from arsrapport.render.docx.blocks import blocks
from arsrapport.render.docx.gathered import IMAGE, Gathered, Where
from arsrapport.render.docx.inlines import Look, field, run
from arsrapport.render.docx.paragraphs import paragraph, space, spacer
from arsrapport.render.docx.xml import Element, el, put
from arsrapport.render.lines import LONGEST_RUNNING, shorten

_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def title_page(document: Document, gathered: Gathered) -> list[Element]:
    """Return the title page. What is not known leaves its line out."""
    titles, where = document.titles, Where(document.language)
    lines = (
        ("Publisher", titles.publisher),
        ("Series", titles.series),
        ("Title", titles.title),
        ("Subtitle", titles.committee),
        ("Title Date", titles.date),
    )
    look = Look(document.language)
    found = [
        paragraph([run(words, look, gathered)], where, gathered, style)
        for style, words in lines
        if words
    ]
    if not titles.publisher and found:
        space(found[0], before=NO_PUBLISHER)
    if titles.date:
        # At the foot of the page. Of a style LibreOffice does not take a frame.
        put(found[-1], el("w:framePr", **_AT_FOOT))
        found.append(spacer(gathered))  # on which a frame hangs
    return found


_AT_FOOT: Final[dict[str, str | int]] = {
    "w": 7824,
    "wrap": "notBeside",
    "vAnchor": "margin",
    "hAnchor": "margin",
    "xAlign": "left",
    "yAlign": "bottom",
}


NO_PUBLISHER: Final = 3000
"""The room above the title where no publisher stands, in twentieths of a point."""


def imprint(document: Document, words: Mapping[str, str], gathered: Gathered) -> list[Element]:
    """Return the imprint, in smaller letters."""
    where = Where(document.language, style="Imprint")
    head = run(words["imprint"], Look(document.language), gathered)
    return [
        paragraph([head], where, gathered, "Imprint Heading"),
        *blocks(document.imprint, where, gathered),
    ]


def section(
    references: list[Element], gathered: Gathered, *, low: bool = False, first: bool = False
) -> Element:
    """Return how the pages of a section look, which begins a page (ECMA-376, 17.6.17).

    Args:
        references: To its headers and footers; what it lacks it has from the section before.
        gathered: What the pass carries along.
        low: Whether the text stands at the foot of the page.
        first: Whether the first page has a header of its own.
    """
    found = deepcopy(gathered.base.section)
    kept = [part for part in found if not part.tag.endswith("Reference")]
    found[:] = [
        *references,
        el("w:footnotePr", el("w:numRestart", val="eachSect")),
        el("w:type", val="nextPage"),
        *kept,
        *([el("w:vAlign", val="bottom")] if low else []),
        *([el("w:titlePg")] if first else []),
    ]
    return found


def title_header(gathered: Gathered) -> Element:
    """Return a reference to the header of the title page, which holds the band along it."""
    lines = [*_mark(gathered), band(gathered)]
    return _part("header", lines, gathered, picture=band_picture(gathered))


def header(lines: list[Element], gathered: Gathered, kind: str = "default") -> Element:
    """Return a reference to a new header, with the stamp above its lines."""
    return _part("header", [*_mark(gathered), *(lines or [spacer(gathered)])], gathered, kind)


def footer(gathered: Gathered, kind: str = "default") -> Element:
    """Return a reference to a new footer with the number of the page."""
    look = Look(gathered.language)
    number = field("PAGE", [run("1", look, gathered)], look, gathered)
    line = paragraph(number, Where(gathered.language), gathered, "footer")
    return _part("footer", [line], gathered, kind)


def running(
    document: Document, title: str, language: Language, gathered: Gathered, *, follows: bool = False
) -> Element:
    """Return the line at the top of the page: the report to the left, the part to the right.

    A short title is a field that follows the heading, with its result filled in. Word knows the
    styles of headings by their level in every language; by name only in its own.
    """
    own = Look(document.language)
    look = Look(language)
    shown = [run(shorten(title), look, gathered)]
    if follows and len(title) <= LONGEST_RUNNING:
        shown = field("STYLEREF 1", shown, look, gathered)
    left = run(shorten(document.titles.running), own, gathered)
    tab = [el("w:r", el("w:tab")), *shown] if title else []
    return paragraph([left, *tab], Where(document.language), gathered, "header")


def _mark(gathered: Gathered) -> list[Element]:
    """Return the stamp, if the document has one."""
    if not gathered.stamp:
        return []
    word = f"\N{NO-BREAK SPACE}{gathered.stamp}\N{NO-BREAK SPACE}"
    words = run(word, Look(gathered.language), gathered)
    return [paragraph([words], Where(gathered.language), gathered, "Draft Mark")]


def _part(
    name: str,
    lines: list[Element],
    gathered: Gathered,
    kind: str = "default",
    picture: Any = None,  # noqa: ANN401 - python-docx's
) -> Element:
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - start-up
    from docx.opc.part import XmlPart  # noqa: PLC0415 - likewise

    gathered.heads += 1
    main = gathered.base.document.part
    address = PackURI(f"/word/{name}{gathered.heads}.xml")
    root: Any = el("w:hdr" if name == "header" else "w:ftr", *lines)
    made = XmlPart(address, f"{_TYPE}.{name}+xml", root, main.package)
    if picture is not None:
        made.rels.add_relationship(IMAGE, picture, LINK)
    link = gathered.relate(f"{_KINDS}/{name}", made)
    return el(f"w:{name}Reference", type=kind, r_id=link)
