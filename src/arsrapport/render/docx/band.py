"""The band along the title page: a dot of colour drawn out, behind the text of its header."""

from __future__ import annotations

import struct
import zlib
from typing import Any, Final

from arsrapport.model.theme import ACCENT
from arsrapport.render.docx.drawings import Picture
from arsrapport.render.docx.figures import UNITS, at, at_text, graphic
from arsrapport.render.docx.gathered import Gathered
from arsrapport.render.docx.paragraphs import spacer
from arsrapport.render.docx.xml import Element, el

SIZE: Final = (int(12 / 25.4 * UNITS), int(297 / 25.4 * UNITS))
"""12 mm by the height of the page."""

_NAME: Final = "arsrapport/band.png"
"""No name of a picture in a project, which has an end of its own."""


LINK: Final = "rIdBand"
"""By which the header that the band stands in knows its picture."""


def band_picture(gathered: Gathered) -> Any:  # noqa: ANN401 - python-docx's
    """Return the part that holds the dot of colour."""
    light = gathered.base.theme.light
    dot = _dot((light and light.band) or ACCENT)
    gathered.pictures = {**gathered.pictures, _NAME: Picture(dot, "png", 0, 0)}
    return gathered.image(_NAME)


def band(gathered: Gathered) -> Element:
    """Return a paragraph without height that holds the band."""
    gathered.shown += 1
    anchor = at(
        "wp:anchor",
        at("wp:simplePos", x=0, y=0),
        at("wp:positionH", at_text("wp:posOffset", "0"), relativeFrom="page"),
        at("wp:positionV", at_text("wp:posOffset", "0"), relativeFrom="page"),
        at("wp:extent", cx=SIZE[0], cy=SIZE[1]),
        at("wp:wrapNone"),
        at("wp:docPr", id=gathered.shown, name="Band", descr=""),
        at("wp:cNvGraphicFramePr"),
        graphic(LINK, SIZE, gathered),
        **dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "locked"), 0),
        relativeHeight=1,
        behindDoc=1,
        layoutInCell=1,
        allowOverlap=1,
    )
    found = spacer(gathered)
    found.append(el("w:r", el("w:drawing", anchor)))
    return found


def _dot(colour: str) -> bytes:
    """Return a PNG of one pixel."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"IDAT", zlib.compress(b"\0" + bytes.fromhex(colour[1:]))),
        (b"IEND", b""),
    )
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)
