"""Title page and imprint, and how the pages of a section look."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from arsrapport.document.nodes import Document
from arsrapport.render.docx.blocks import blocks
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.inlines import Look, run
from arsrapport.render.docx.logo import title_logo
from arsrapport.render.docx.paragraphs import paragraph, space, spacer
from arsrapport.render.docx.turning import turn
from arsrapport.render.docx.xml import Element, el, put


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
    if (logo := title_logo(document, gathered)) is not None and found:
        found[0].append(logo)
    if titles.date:
        # At the foot of the page. Of a style LibreOffice does not take a frame.
        put(found[-1], el("w:framePr", w=gathered.base.line, **_AT_FOOT))
        found.append(spacer(gathered))  # on which a frame hangs
    return found


def letterhead(document: Document, gathered: Gathered) -> list[Element]:
    """Return what stands above the heading of minutes: who publishes them, if that is known."""
    publisher = document.titles.publisher
    if not publisher:
        return []
    words = run(publisher, Look(document.language), gathered)
    found = paragraph([words], Where(document.language), gathered, "Publisher")
    space(found, after=BELOW_PUBLISHER)
    return [found]


_AT_FOOT: Final[dict[str, str | int]] = {
    "wrap": "notBeside",
    "vAnchor": "margin",
    "hAnchor": "margin",
    "xAlign": "left",
    "yAlign": "bottom",
}


BELOW_PUBLISHER: Final = 450
"""The room between the publisher and the heading of minutes, in twentieths of a point."""

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
    references: list[Element],
    gathered: Gathered,
    *,
    low: bool = False,
    first: bool = False,
    turned: bool = False,
) -> Element:
    """Return how the pages of a section look, which begins a page (ECMA-376, 17.6.17).

    Args:
        references: To its headers and footers; what it lacks it has from the section before.
        gathered: What the pass carries along.
        low: Whether the text stands at the foot of the page.
        first: Whether the first page has a header of its own.
        turned: Whether its pages lie on their side.
    """
    found = deepcopy(gathered.base.section)
    kept = [part for part in found if not part.tag.endswith("Reference")]
    if turned:
        turn(kept)
    found[:] = [
        *references,
        el("w:footnotePr", el("w:numRestart", val="eachSect")),
        el("w:type", val="nextPage"),
        *kept,
        *([el("w:vAlign", val="bottom")] if low else []),
        *([el("w:titlePg")] if first else []),
    ]
    return found
