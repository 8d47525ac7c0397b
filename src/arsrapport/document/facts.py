"""Facts: what a document says of itself in metadata, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.document.nodes import Document
from arsrapport.document.publication import Licence
from arsrapport.language.languages import TAGS

_NUMBERED: Final = re.compile(r"([^\W\d]\D*?),? +((?:[0-9]+[/.:–-])*[0-9]+)")
"""A series and its number: *Notater 2018/35*."""

_DASH: Final = r"[\s\N{HYPHEN}-\N{HORIZONTAL BAR}-]"
_ISBN: Final = re.compile(
    rf"(?<![\w-])(?:97[89]{_DASH}?)?(?:[0-9]{_DASH}?){{9}}[0-9Xx](?!{_DASH}?[0-9]|\w)"
)
_ISSN: Final = re.compile(rf"(?<![\w-])([0-9]{{4}}){_DASH}?([0-9]{{3}}[0-9Xx])(?![\w-])")


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
    """The number alone, as `urn:isbn` takes it; "" where none is written yet, or more than one."""
    issn: str
    """Likewise, with its hyphen (RFC 8254, 4)."""
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
        isbn=_only(re.sub(_DASH, "-", n[0]) for n in _ISBN.finditer(publication.isbn)),
        issn=_only(f"{n[1]}-{n[2]}" for n in _ISSN.finditer(publication.issn)),
        published=publication.published,
        licence=publication.licence,
        subjects=publication.subjects,
    )


def _only(numbers: Iterable[str]) -> str:
    """Return the number of a text that has one; of several none is that of this very file."""
    found = list(numbers)
    return found[0].upper() if len(found) == 1 else ""
