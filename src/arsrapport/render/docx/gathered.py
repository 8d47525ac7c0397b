"""What a pass over a document carries along, and where in it something stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct, field

from arsrapport.document.nodes import Footnote
from arsrapport.language.languages import TAGS, Language
from arsrapport.render.docx.base import Base
from arsrapport.render.docx.drawings import Picture
from arsrapport.render.docx.outline import Outline
from arsrapport.render.docx.xml import Element, el

LEVELS: Final = 9
"""Word has no heading below the ninth level."""

UNLISTED: Final = "Unlisted Heading 2"
"""Looks like a heading of the second level, but Word leaves it out of the contents, as we do."""

HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


class Where(Struct, frozen=True):
    """The place where something stands."""

    language: Language
    style: str = "Normal"
    """Of its plain paragraphs."""
    indent: int = 0
    """Of its text, in twentieths of a point, beyond that of the page."""
    right: int = 0
    depth: int = 0
    """How many lists it stands in."""
    frame: str = ""
    """The style whose border or shading it stands in."""
    flows: bool = False
    """Whether it is a part of the text, where a page may begin."""

    @property
    def may_turn(self) -> bool:
        """Whether a table may have a page of its own: not in a list, a quote or a frame."""
        return self == Where(self.language, flows=True)


class Noted(Struct, frozen=True):
    """A footnote that is to be set, in the language of its mark."""

    number: int
    """By which the mark finds it; what is printed is in the note itself."""
    note: Footnote
    language: Language
    own_mark: bool
    """Whether its number is printed as text, not counted by Word."""


class Gathered(Struct):
    """What a pass over a document carries along."""

    base: Base
    language: Language
    """The document's; what is in another is marked."""
    pictures: Mapping[str, Picture]
    sequences: Mapping[str, str]
    """What tables and figures are counted as: the names of Word's own counters."""
    outline: Outline
    stamp: str = ""
    """What stands at the top of each page of a draft, or of the internal edition."""
    watermark: str = ""
    """What stands across each page of a draft."""
    part: Any = None
    """The part of the file that is being made: it holds its own links."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    marks: int = 0
    """How many bookmarks have been set."""
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[Noted] = field(default_factory=list)
    noted: dict[str, str] = field(default_factory=dict)
    """The bookmark of each footnote's first mark."""
    counted: int = 0
    """What Word has counted to in this part of the document."""
    is_cut: bool = False
    """Whether a page of this part has been turned: from there on Word's count is not ours."""
    inner: list[Noted] | None = None
    """The notes that stand in the note that is being set; Word has none there."""
    ordered: list[tuple[int, int]] = field(default_factory=list)
    """The level and the first number of each numbered list."""
    images: dict[str, Any] = field(default_factory=dict)
    """The part of each picture that has been set."""
    heads: int = 0
    """How many headers and footers there are."""
    shown: int = 0
    """How many pictures have been set, one shown twice counted twice."""

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return self.base.styles[name.lower()].id

    def headings(self) -> frozenset[str]:
        """Return the ids of the styles of headings."""
        names = (UNLISTED, *(f"heading {level}" for level in range(1, LEVELS + 1)))
        return frozenset(map(self.style, names))

    def bookmark(self, id_: str) -> str:
        """Return the name of the bookmark at an address of the document."""
        return self.bookmarks.setdefault(id_, f"_Ref{len(self.bookmarks) + 1:06}")

    def marked(self, name: str, children: list[Element]) -> list[Element]:
        """Return what stands in a bookmark, between its ends."""
        self.marks += 1
        return [
            el("w:bookmarkStart", id=self.marks, name=name),
            *children,
            el("w:bookmarkEnd", id=self.marks),
        ]

    def relate(self, kind: str, target: Any) -> str:  # noqa: ANN401 - an address, or a part
        """Return the id by which this part knows another, or an address outside."""
        key = (str(self.part.partname), str(getattr(target, "partname", target)))
        if key not in self.links:
            self.links[key] = f"rIdA{len(self.links) + 1}"
            outside = isinstance(target, str)
            self.part.rels.add_relationship(kind, target, self.links[key], outside)
        return self.links[key]

    def image(self, asset: str) -> Any:  # noqa: ANN401 - python-docx's
        """Return the part that holds a picture. Names that a user chose are not in the file."""
        from docx.opc.packuri import PackURI  # noqa: PLC0415 - start-up
        from docx.opc.part import Part  # noqa: PLC0415 - likewise

        if asset not in self.images:
            picture = self.pictures[asset]
            name = PackURI(f"/word/media/image{len(self.images) + 1}.{picture.kind}")
            kind = {"png": "image/png", "jpg": "image/jpeg"}[picture.kind]
            self.images[asset] = Part(name, kind, picture.data, self.base.document.part.package)
        return self.images[asset]

    def tongue(self, language: Language) -> Element | None:
        """Return the mark of a language, none for the document's own."""
        return None if language == self.language else el("w:lang", val=TAGS[language])
