"""The words that a screen reader says for the links of a finished PDF.

It takes a link's description (`/Contents`, ISO 14289-1, 7.18.5) in place of the words on the page.
Typst describes a link that leads out by its address, so that those words would never be heard
(github.com/typst/typst, issue 8877), and a footnote in English where it has no Norwegian.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

STAND_IN: Final = "link:"
"""What Typst is given as the address of a link, with the link's number, and the PDF has not."""

_NOTE: Final = re.compile(r"Footnote (\S+)")
_BACK: Final = re.compile(r"\S+")


class Link(Struct, frozen=True):
    """A link that leads out of the document."""

    address: str
    words: str


def describe_links(pdf: Pdf, links: Sequence[Link], footnote: str, back: str) -> None:
    """Give the links of a PDF their addresses and their words.

    Args:
        pdf: Is changed.
        links: By the numbers in their stand-ins.
        footnote: What a footnote is called; its number is added.
        back: What a link from a footnote back to its mark is called; the number is added.
    """
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            if "/A" in annotation:
                _lead_out(annotation, links)
            else:
                _name_note(annotation, footnote, back)


def _lead_out(annotation: Object, links: Sequence[Link]) -> None:
    from pikepdf import String  # noqa: PLC0415 - start-up

    link = links[int(str(annotation.A.URI).removeprefix(STAND_IN))]
    annotation.A.URI = String(link.address)
    annotation.Contents = String(link.words or link.address)


def _name_note(annotation: Object, footnote: str, back: str) -> None:
    """Describe a link to a footnote or back; Typst gives only these a word or two, and no name."""
    from pikepdf import Array, String  # noqa: PLC0415 - start-up

    said = str(annotation.Contents)
    if not isinstance(annotation.get("/Dest"), Array):
        return
    if found := _NOTE.fullmatch(said):
        annotation.Contents = String(f"{footnote} {found[1]}")
    elif _BACK.fullmatch(said):
        annotation.Contents = String(f"{back}, {said}")
