"""Figures: a caption, the picture in the line of text with its alternative, the source."""

from __future__ import annotations

from typing import Final

from arsrapport.document.nodes import Figure
from arsrapport.render.docx.captions import caption
from arsrapport.render.docx.drawings import Picture
from arsrapport.render.docx.gathered import IMAGE, Gathered, Where
from arsrapport.render.docx.inlines import Look, inlines
from arsrapport.render.docx.paragraphs import keep_together, paragraph, space
from arsrapport.render.docx.xml import NAMES, Element, clean, el, qualified

UNITS: Final = 914_400
"""Of DrawingML, to an inch."""

TWENTIETHS: Final = 1440
"""Of a point, to an inch."""


def figure(node: Figure, where: Where, gathered: Gathered) -> list[Element]:
    """Return a figure with what stands above and below it."""
    look = Look(where.language)
    gathered.shown += 1
    picture = gathered.pictures[node.asset]
    found = [
        *caption(node, where, gathered),
        paragraph([_drawing(node, picture, where, gathered)], where, gathered, "Picture"),
    ]
    if node.source:
        words = inlines(node.source, look, gathered)
        found.append(paragraph(words, where, gathered, "Table Note"))
    keep_together(found)
    space(found[-1], after=240)
    return found


def _drawing(node: Figure, picture: Picture, where: Where, gathered: Gathered) -> Element:
    """Return a picture in a line of text (ECMA-376, 20.4.2.8)."""
    room = (gathered.base.line - where.indent - where.right) / TWENTIETHS
    scale = min(1.0, max(room, 1.0) / picture.width)
    size = (int(picture.width * scale * UNITS), int(picture.height * scale * UNITS))
    link = gathered.relate(IMAGE, gathered.image(node.asset))
    line = at(
        "wp:inline",
        at("wp:extent", cx=size[0], cy=size[1]),
        at("wp:docPr", id=gathered.shown, name=_name(gathered), descr=clean(node.alt)),
        at("wp:cNvGraphicFramePr", at("a:graphicFrameLocks", noChangeAspect=1)),
        graphic(link, size, gathered),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
    return el("w:r", el("w:drawing", line))


def graphic(link: str, size: tuple[int, int], gathered: Gathered) -> Element:
    """Return a picture as DrawingML (ECMA-376, 20.2.2.5)."""
    named = at("pic:cNvPr", id=gathered.shown, name=_name(gathered))
    blip = at("a:blip")
    blip.set(qualified("r:embed"), link)
    frame = at("a:xfrm", at("a:off", x=0, y=0), at("a:ext", cx=size[0], cy=size[1]))
    inside = at(
        "pic:pic",
        at("pic:nvPicPr", named, at("pic:cNvPicPr")),
        at("pic:blipFill", blip, at("a:stretch", at("a:fillRect"))),
        at("pic:spPr", frame, at("a:prstGeom", at("a:avLst"), prst="rect")),
    )
    return at("a:graphic", at("a:graphicData", inside, uri=NAMES["pic"]))


def _name(gathered: Gathered) -> str:
    return f"Picture {gathered.shown}"


def at_text(name: str, words: str) -> Element:
    """Return such an element that holds words."""
    found = at(name)
    found.text = words
    return found


def at(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element whose attributes are in no namespace, as those of DrawingML are."""
    found = el(name, *children)
    for key, value in attributes.items():
        found.set(key, str(value))
    return found
