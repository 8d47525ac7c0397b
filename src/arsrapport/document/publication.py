"""What a publication says of itself in metadata: one set of facts for every format."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from arsrapport.language.languages import TAGS

if TYPE_CHECKING:
    from arsrapport.document.nodes import Document

_CC: Final = "https://creativecommons.org/"
_NLOD: Final = "https://data.norge.no/nlod/no/"

LICENCES: Final = {
    "CC0-1.0": ("CC0 1.0", f"{_CC}publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("CC BY 4.0", f"{_CC}licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", f"{_CC}licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", f"{_CC}licenses/by-nc/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", f"{_CC}licenses/by-nc-sa/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", f"{_CC}licenses/by-nd/4.0/"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", f"{_CC}licenses/by-nc-nd/4.0/"),
    "NLOD-1.0": ("NLOD 1.0", f"{_NLOD}1.0"),
    "NLOD-2.0": ("NLOD 2.0", f"{_NLOD}2.0"),
}
"""Licences of texts and data by their SPDX identifiers: what they are called, and where they lie.
Another is given by its address."""

_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9/._~%+=?&#-]{0,500})?"
)

_NUMBERED: Final = re.compile(r"([^\W\d]\D*?),? +((?:[0-9]+[/.:–-])*[0-9]+)")
"""A series and its number: *Notater 2018/35*."""


class Licence(Struct, frozen=True):
    """On which terms others may use it."""

    name: str
    address: str


class Publication(Struct, frozen=True):
    """What the title page does not tell."""

    isbn: str = ""
    issn: str = ""
    published: date | None = None
    licence: Licence | None = None
    subjects: tuple[str, ...] = ()


class Facts(Struct, frozen=True):
    """All that metadata may say, as texts; "" and None for what is not known."""

    title: str
    creator: str
    """The committee."""
    publisher: str
    language: str
    """By BCP 47: `nn-NO`."""
    series: str
    """As written, with its number."""
    series_name: str
    series_number: str
    isbn: str
    issn: str
    published: date | None
    licence: Licence | None
    subjects: tuple[str, ...]


def licence_of(written: str) -> Licence | None:
    """Return the licence of an SPDX identifier, whatever its capitals, or of an address."""
    known = {identifier.casefold(): licence for identifier, licence in LICENCES.items()}
    if found := known.get(written.casefold()):
        return Licence(*found)
    return Licence(written, written) if _ADDRESS.fullmatch(written) else None


def facts_of(document: Document) -> Facts:
    """Return what a document may say of itself in metadata."""
    titles, publication = document.titles, document.publication
    numbered = _NUMBERED.fullmatch(titles.series)
    name, number = (numbered[1], numbered[2]) if numbered else (titles.series, "")
    return Facts(
        title=titles.title,
        creator=titles.committee,
        publisher=titles.publisher,
        language=TAGS[document.language],
        series=titles.series,
        series_name=name,
        series_number=number,
        isbn=publication.isbn,
        issn=publication.issn,
        published=publication.published,
        licence=publication.licence,
        subjects=publication.subjects,
    )
