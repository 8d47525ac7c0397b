"""The publisher's logo: on the title page, beside the publisher's name, and at the head of minutes.

Where a template of Word has pictures at the top of its pages, it is there already.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from arsrapport.document.nodes import Document
from arsrapport.render.docx.dressing import TWENTIETHS
from arsrapport.render.docx.figures import UNITS, at, at_text, graphic
from arsrapport.render.docx.gathered import IMAGE, Gathered
from arsrapport.render.docx.heads import has_head
from arsrapport.render.docx.xml import Element, child, clean, el, qualified

MM: Final = UNITS / 25.4

TALLEST: Final = 36
"""On the title page, in millimetres."""
DOWN: Final = 12
"""From the edge of a page of minutes to the logo in its margin, in millimetres."""
BELOW: Final = 5
"""And from the logo to the text."""

_DECORATIVE: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_URI: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""What of a picture says that it is for the eye alone ([MS-ODRAWXML], 2.16)."""


def title_logo(document: Document, gathered: Gathered) -> Element | None:
    """Return the logo of the title page, at the right; None where there is none."""
    if gathered.base.theme.logo is None or not _is_wanted(gathered):
        return None
    places = (
        at("wp:positionH", at_text("wp:align", "right"), relativeFrom="margin"),
        at("wp:positionV", at_text("wp:posOffset", "0"), relativeFrom="margin"),
    )
    return _anchored(
        places,
        document.titles.publisher,
        TALLEST,
        at("wp:wrapSquare", wrapText="bothSides"),
        gathered,
    )


def head_logo(document: Document, gathered: Gathered) -> Element | None:
    """Return the logo at the head of minutes, in the margin; None where there is none.

    Nor is there one where a template has words at the top of its pages.
    """
    is_taken = has_head("header", gathered.base.house)
    if gathered.base.theme.logo is None or is_taken or not _is_wanted(gathered):
        return None
    margins = child(gathered.base.section, "w:pgMar")
    top = int(margins.get(qualified("w:top"), "0")) / TWENTIETHS
    places = (
        at("wp:positionH", at_text("wp:align", "left"), relativeFrom="margin"),
        at("wp:positionV", at_text("wp:posOffset", str(int(DOWN * MM))), relativeFrom="page"),
    )
    room = max(1.0, top - DOWN - BELOW)
    return _anchored(places, document.titles.publisher, room, at("wp:wrapNone"), gathered)


def _is_wanted(gathered: Gathered) -> bool:
    house = gathered.base.house
    return house is None or not house.pictures


def _anchored(
    places: tuple[Element, Element],
    publisher: str,
    tallest: float,
    wrap: Element,
    gathered: Gathered,
) -> Element:
    """Return the logo as a picture that stands at a place of the page (ECMA-376, 20.4.2.3)."""
    logo = gathered.base.theme.logo
    if logo is None:
        raise ValueError("there is no logo to anchor")
    alt = "" if logo.alt == publisher else logo.alt  # which stands beside it
    picture = gathered.pictures[logo.path]
    width, height = logo.width, logo.width * picture.height / picture.width
    scale = min(1.0, tallest / height)
    size = (int(width * scale * MM), int(height * scale * MM))
    gathered.shown += 1
    known = at("wp:docPr", id=gathered.shown, name="Logo", descr=clean(alt))
    if not alt:
        known.append(_decorative())
    link = gathered.relate(IMAGE, gathered.image(logo.path))
    anchor = at(
        "wp:anchor",
        at("wp:simplePos", x=0, y=0),
        *places,
        at("wp:extent", cx=size[0], cy=size[1]),
        wrap,
        known,
        at("wp:cNvGraphicFramePr", at("a:graphicFrameLocks", noChangeAspect=1)),
        graphic(link, size, gathered),
        **dict.fromkeys(("distT", "distB", "simplePos", "locked", "behindDoc"), 0),
        **dict.fromkeys(("distL", "distR"), int(4 * MM)),
        relativeHeight=2,
        layoutInCell=1,
        allowOverlap=1,
    )
    return el("w:r", el("w:drawing", anchor))


def _decorative() -> Element:
    mark = etree.Element(f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE})
    mark.set("val", "1")
    return at("a:extLst", at("a:ext", mark, uri=_URI))
