"""theme/theme.yaml: how a publisher's documents look."""

import re
from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from arsrapport.model.files.base import Count, FileModel, Text

_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")


def _to_colour(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not _COLOUR.fullmatch(text):
        raise PydanticCustomError("colour", "not a colour of six hexadecimal digits")
    return text.lower()


Colour = Annotated[str, BeforeValidator(_to_colour)]
"""`"#075745"`, in quotation marks: without them YAML takes it for a comment."""


class ColoursFile(FileModel):
    """Colours by what they mean. Beside an accent, those that are left out are greys like it."""

    ink: Colour | None = None
    """The text."""
    accent: Colour | None = None
    """Links, numbers of headings, and lines that are to be noticed."""
    muted: Colour | None = None
    """Running heads, sources and bylines: text that steps back."""
    tint: Colour | None = None
    """The ground of notes, outcomes and the heads of tables."""
    rule: Colour | None = None
    """Thin lines between things."""
    band: Colour | None = None
    """The cover; the accent unless said."""


class FontsFile(FileModel):
    """Families of fonts, by name: those in theme/fonts/, Source Serif Pro and Source Sans Pro."""

    text: Text | None = None
    """Of the text."""
    headings: Text | None = None
    """Of headings, tables, captions and running heads."""


class LogoFile(FileModel):
    """A picture that stands on the cover."""

    file: Text
    """In theme/: SVG, PNG or JPEG."""
    alt: Text | None = None
    """What it is to who cannot see it; left out, the publisher's name beside it says that."""
    width: Count | None = None
    """In millimetres; 40 unless said."""


class MarginsFile(FileModel):
    """The margins of a page, in whole millimetres."""

    left: Count | None = None
    """36 unless said."""
    right: Count | None = None
    """36 unless said."""
    top: Count | None = None
    """36 unless said; the running head stands in it."""
    bottom: Count | None = None
    """32 unless said; the page number stands in it."""


class ThemeFile(FileModel):
    """theme/theme.yaml. What is left out looks as it does without a theme."""

    colours: ColoursFile | None = None
    """Each in six hexadecimal digits, in quotation marks."""
    fonts: FontsFile | None = None
    """Of the text, and of all that stands out from it."""
    logo: LogoFile | None = None
    """On the cover, and at the head of minutes."""
    margins: MarginsFile | None = None
    """Of an A4 page."""
    running_head: Text | None = None
    """What stands first at the top of each page."""
