"""A chapter as it was found: its text, not yet read as Markdown."""

from __future__ import annotations

from msgspec import Struct

from arsrapport.language.languages import Language


class Chapter(Struct, frozen=True):
    """The source of a chapter or a standing text.

    Chapters pass through Jinja; standing texts (what an outline lists under `appendices`) do not.
    """

    name: str
    """As the outline calls it: `mandate`; of a part: `cases/01-kpr`."""
    path: str
    text: str
    """Without its front matter."""
    first_line: int
    """The line of the file at which the text begins."""
    language: Language | None = None
    items: tuple[str, ...] = ()
    """What it tells of, as written: `2017-05-24/1`."""
    parts: tuple[Chapter, ...] = ()
    """`cases/*.md` by name; their headings go one level down."""
    builtin: bool = False
    """Whether it is the tool's own (then `path` is below templates/)."""


class Outline(Struct, frozen=True):
    """The texts of a report, in order."""

    front: tuple[Chapter, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    appendices: tuple[Chapter | None, ...] = ()
    """Standing texts; None stands for the minutes, one appendix a meeting."""
    imprint: Chapter | None = None
    """What the report's own folder adds to the imprint."""
