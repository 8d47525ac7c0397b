"""Theme: how a publisher's documents look. It never says what they say, or in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from arsrapport.source.place import Place

FOLDER: Final = "theme/"
"""Where it lies in a project."""

ACCENT: Final = "#075745"
FAINT: Final = "#eff2f1"
"""The tool's own, as in its templates; the second, of a watermark, is so light that all text can be
read on it (WCAG 2.1, AA)."""

PAGE_WIDTH: Final = 210
"""Of A4, in millimetres."""

SERIF: Final = "Source Serif Pro"
SANS: Final = "Source Sans Pro"
"""The families that ship with the templates."""


class Colours(Struct, frozen=True):
    """Colours by what they mean, as `#075745`; "" for the tool's own."""

    ink: str = ""
    accent: str = ""
    muted: str = ""
    tint: str = ""
    rule: str = ""
    band: str = ""
    on_band: str = ""
    """Of text on the band."""
    paper: str = ""
    """The ground of a page on a screen; on paper it is white."""
    faint: str = ""
    """Of the watermark of a draft, behind the text."""


class Face(Struct, frozen=True):
    """One font of a family."""

    path: str
    data: bytes
    """TrueType or OpenType."""
    weight: int
    """400 is regular, 700 bold."""
    is_italic: bool
    web: bytes = b""
    """The same as WOFF2, for HTML; b"" when the publisher gives none."""


class Family(Struct, frozen=True):
    """A family of fonts."""

    name: str
    faces: tuple[Face, ...] = ()
    """None for one that ships with the templates."""
    breadth: float = 1.0
    """How broad its letters are on average, beside those of Source Sans Pro."""
    place: Place = Place("")
    """Where the theme names it."""


class Logo(Struct, frozen=True):
    """A picture on the cover, at the head of minutes and of the web page."""

    path: str
    data: bytes
    alt: str
    """The publisher's name unless said; where that stands beside it, it is not said twice."""
    width: int
    """In millimetres."""
    place: Place


class Margins(Struct, frozen=True):
    """Of an A4 page, in millimetres."""

    left: int = 36
    right: int = 36
    top: int = 36
    bottom: int = 32


class Head(Struct, frozen=True):
    """A header or a footer of a template of Word, cleaned."""

    name: Literal["header", "footer"]
    kind: Literal["default", "first", "even"]
    data: bytes
    pictures: tuple[tuple[str, str], ...] = ()
    """The id by which it knows each of its pictures, and the picture's name."""
    links: tuple[tuple[str, str], ...] = ()
    """The same of addresses on the web."""
    is_numbered: bool = False
    """Whether it has the number of the page."""


class House(Struct, frozen=True):
    """A publisher's own template of Word: what of it is used, cleaned of the rest."""

    styles: bytes
    theme: bytes = b""
    """Word's: its colours and fonts. b"" for what is not there, of the others too."""
    fonts: bytes = b""
    numbering: bytes = b""
    page: bytes = b""
    """The size and the margins of its pages (`w:sectPr`)."""
    heads: tuple[Head, ...] = ()
    """None where they are empty."""
    first_page: bool = False
    """Whether the first page has a header of its own, or none."""
    even_pages: bool = False
    pictures: Mapping[str, bytes] = {}
    """By name: *logo.png*, say."""
    place: Place = Place("")


class Theme(Struct, frozen=True):
    """A publisher's looks; what is None or "" is as it is without a theme."""

    light: Colours | None = None
    """On paper, and on a light screen."""
    dark: Colours | None = None
    """On a dark screen: worked out from the others."""
    text: Family | None = None
    headings: Family | None = None
    logo: Logo | None = None
    margins: Margins | None = None
    running_head: str = ""
    style: str = ""
    """A style sheet for HTML that loads nothing, and cannot end its element."""
    house: House | None = None
    """Its own template of Word, which there goes before all of the above."""

    @property
    def room(self) -> float:
        """How many letters stand on a line of a table, beside those without a theme."""
        own, usual = self.margins or Margins(), Margins()
        width = (PAGE_WIDTH - own.left - own.right) / (PAGE_WIDTH - usual.left - usual.right)
        return width / (self.headings.breadth if self.headings else 1.0)


PLAIN: Final = Theme()
"""That of a project without a theme."""
