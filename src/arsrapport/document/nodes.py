"""The nodes of a Document.

Frozen values. A renderer handles each of them and fails on anything else. `language` None means
that of the node around it. `id` is the node's address in the output (ASCII, unique in a document,
"" when nothing points to it); `name` is what authors refer to it by (`meeting:2017-03-15`).
Numbers and labels are empty until `document.numbering` has filled them in; renderers print them as
they are.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from arsrapport.document.publication import Publication
from arsrapport.language.languages import Language
from arsrapport.source.place import Place

# --- inline ---------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """Plain characters; never markup."""

    value: str
    place: Place | None = None
    pieces: tuple[tuple[int, Place], ...] = ()
    """In a chapter whose parts Jinja repeats or leaves out: where in the value one begins that does
    not stand in the file right behind what comes before it, and where it stands."""


class Emphasis(Struct, frozen=True):
    """Stressed words."""

    children: tuple[Inline, ...]


class Strong(Struct, frozen=True):
    """Strongly stressed words."""

    children: tuple[Inline, ...]


class Code(Struct, frozen=True):
    """Characters quoted from a computer."""

    value: str


class Defined(Struct, frozen=True):
    """Where an address is written that stands apart from what leads to it: `[note]: https://…`."""

    place: Place
    internal: bool
    """Whether that is in a withheld passage."""


class Link(Struct, frozen=True):
    """A link out of the document: http(s) or mailto, checked by markup."""

    href: str
    children: tuple[Inline, ...]
    defined: Defined | None = None
    """Where `href` stands, if not here."""


class Reference(Struct, frozen=True):
    """A reference to a name, `meeting:2017-03-15`; numbering gives it words and an address."""

    target: str
    children: tuple[Inline, ...] = ()
    """The author's own words, else the label in the language of the passage that refers."""
    place: Place | None = None
    id: str = ""
    """The id that it leads to; "" when the target is outside the document."""
    defined: Defined | None = None
    """Where `target` stands, if not here."""


class Footnote(Struct, frozen=True):
    """A note whose text stands at the foot of the page, or after the part it belongs to."""

    children: tuple[Block, ...]
    number: str = ""
    id: str = ""


class Span(Struct, frozen=True):
    """A phrase in another language."""

    language: Language
    children: tuple[Inline, ...]


class Break(Struct, frozen=True):
    """A line break that the author asked for."""


class Hole(Struct, frozen=True):
    """The place of a chapter's computed value; compose fills it, no renderer ever sees one."""

    index: int
    place: Place | None = None


Inline: TypeAlias = (
    Text | Emphasis | Strong | Code | Link | Reference | Footnote | Span | Break | Hole
)


# --- blocks ---------------------------------------------------------------------------------

SectionKind: TypeAlias = Literal["front", "chapter", "appendix", "section", "item"]
"""`front`, `chapter` and `appendix` are parts of the report; `item` is *Sak 4* in minutes."""


class Section(Struct, frozen=True):
    """A heading with what stands under it."""

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    kind: SectionKind = "section"
    level: int = 1
    """The heading's level in the document: a part is 1, a section in it 2, and so on."""
    number: str = ""
    """*4*, *4.1*, *Vedlegg B*, *Sak 4*; printed before the title. "" for no number."""
    id: str = ""
    name: str = ""
    language: Language | None = None
    title_language: Language | None = None
    """Of the heading, where it differs (an appendix's heading is in the report's language)."""
    place: Place | None = None


class Paragraph(Struct, frozen=True):
    """Running text.

    `byline` is the date line of minutes and the signature of a foreword, `subtitle` the full title
    of minutes under an appendix's short one.
    """

    children: tuple[Inline, ...]
    role: Literal["", "byline", "subtitle"] = ""
    language: Language | None = None
    place: Place | None = None


class ListItem(Struct, frozen=True):
    """One item of a list."""

    children: tuple[Block, ...]
    language: Language | None = None


class List(Struct, frozen=True):
    """A list; `start` is the first number of an ordered one."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    language: Language | None = None
    place: Place | None = None


class Definition(Struct, frozen=True):
    """A term and what belongs to it (*Neste møte*: *24. mai 2017*)."""

    term: tuple[Inline, ...]
    children: tuple[Block, ...]


class Definitions(Struct, frozen=True):
    """Terms with their values: who was present, responsible and due."""

    items: tuple[Definition, ...]
    language: Language | None = None
    place: Place | None = None


class Cell(Struct, frozen=True):
    """A cell of a table."""

    children: tuple[Inline, ...]
    language: Language | None = None


Alignment: TypeAlias = Literal["left", "center", "right"]


class Table(Struct, frozen=True):
    """A table; every cell has its headers. Rows are as wide as the head."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Alignment, ...]
    header_column: bool = False
    """Whether the first cell of each row is that row's header."""
    caption: tuple[Inline, ...] = ()
    label: str = ""
    """*Tabell 3.1*; only a captioned table has one."""
    notes: tuple[tuple[Inline, ...], ...] = ()
    source: tuple[Inline, ...] = ()
    """The whole line under the table: *Kjelde: …*."""
    id: str = ""
    name: str = ""
    language: Language | None = None
    place: Place | None = None


class Figure(Struct, frozen=True):
    """A picture. `asset` is its path in the project's tree; `alt` says what it shows."""

    asset: str
    """Of one that the tool drew, a name that is no project's: `arsrapport/attendance.nn.svg`."""
    alt: str
    caption: tuple[Inline, ...] = ()
    label: str = ""
    source: tuple[Inline, ...] = ()
    id: str = ""
    name: str = ""
    language: Language | None = None
    place: Place | None = None
    drawing: bytes = b""
    """The picture itself, where the tool drew it."""


class Quote(Struct, frozen=True):
    """A quotation, or a decision, conclusion or action as it was minuted."""

    children: tuple[Block, ...]
    kind: Literal["quote", "decision", "conclusion", "action"] = "quote"
    language: Language | None = None
    place: Place | None = None


class Note(Struct, frozen=True):
    """A remark by the tool: that minutes are a draft, that an item is withheld."""

    children: tuple[Block, ...]
    language: Language | None = None


class Passage(Struct, frozen=True):
    """A part in another language (`::: nn`), or withheld (`::: internal`).

    No renderer takes a withheld one: the public edition leaves it out, the internal one marks it
    (`document.editions`).
    """

    children: tuple[Block, ...]
    language: Language | None = None
    internal: bool = False
    place: Place | None = None


Block: TypeAlias = (
    Section | Paragraph | List | Definitions | Table | Figure | Quote | Note | Passage
)
Node: TypeAlias = Inline | Block | ListItem | Definition | Cell


# --- the document ---------------------------------------------------------------------------


class Titles(Struct, frozen=True):
    """What stands on the title page and in the metadata of the file."""

    title: str
    """*Årsrapport 2017*, or the heading of minutes."""
    committee: str
    publisher: str = ""
    series: str = ""
    """With its number: *Notater 2018/35*."""
    date: str = ""
    """The date as printed on the title page, in the document's language."""
    running: str = ""
    """The running header: *Notater 2018/35 · Årsrapport 2017*."""


Edition: TypeAlias = Literal["public", "internal"]
"""For whom something is published: everybody, or those who may see what is withheld."""


class Document(Struct, frozen=True):
    """A report or one meeting's minutes, ready to be rendered once it is numbered.

    A report has a title page, an imprint and a table of contents; minutes have only chapters.
    """

    kind: Literal["report", "minutes"]
    language: Language
    titles: Titles
    created: date
    """For the metadata of a PDF; an argument, never today."""
    imprint: tuple[Block, ...] = ()
    front: tuple[Section, ...] = ()
    chapters: tuple[Section, ...] = ()
    appendices: tuple[Section, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """The renderers' own words in the document's language: contents, footnotes, skip …"""
    draft: bool = False
    """Whether the whole document is marked as a draft."""
    edition: Edition = "public"
    """An internal one is marked on every page."""
    publication: Publication = Publication()
    """What metadata says beside the titles."""
