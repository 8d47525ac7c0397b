"""Facts: what a document says of itself in metadata, the same in every format."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.document.nodes import Document
from arsrapport.document.publication import Licence
from arsrapport.language.languages import TAGS

_NUMBERED: Final = re.compile(r"([^\W\d]\D*?),? +((?:[0-9]+[/.:–-])*[0-9]+)")
"""A series and its number: *Notater 2018/35*."""


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
