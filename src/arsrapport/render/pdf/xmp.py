"""Metadata in a finished PDF: what Typst has no words for, added to its XMP packet.

Only properties of schemas that PDF/A-2 knows (ISO 19005-2, 6.6.2.3; XMP 2005, Dublin Core and
Rights Management), so that none has to be described in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from arsrapport.document.facts import Facts

if TYPE_CHECKING:
    from pikepdf import Pdf

_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 may hold, escaped or not (§ 2.2)."""

_END: Final = "</rdf:Description>"
_RIGHTS: Final = 'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'


def metadata_of(facts: Facts) -> str:
    """Return facts as elements of XMP, "" where there are none but those that Typst writes."""
    return "".join(_elements(facts))


def add_metadata(pdf: Pdf, elements: str) -> None:
    """Put elements into the XMP packet of a file.

    Raises:
        ValueError: The packet has another form than Typst gives it.
    """
    packet = pdf.Root.Metadata.read_bytes().decode()
    if packet.count(_END) != 1 or 'xmlns:dc="' not in packet:
        raise ValueError("the XMP packet of Typst has changed its form")
    pdf.Root.Metadata.write(packet.replace(_END, elements + _END).encode())


def _elements(facts: Facts) -> Iterator[str]:
    yield _list("dc:publisher", "Bag", [facts.publisher])
    yield _list("dc:subject", "Bag", facts.subjects)
    if facts.isbn:
        yield f"<dc:identifier>{_text(f'urn:isbn:{facts.isbn}')}</dc:identifier>"
    issn = f"urn:issn:{facts.issn}" if facts.issn else ""
    yield _list("dc:relation", "Bag", [facts.series, issn])
    yield _list("dc:date", "Seq", [facts.published.isoformat() if facts.published else ""])
    if facts.licence:
        name, address = _text(facts.licence.name), _text(facts.licence.address)
        alternative = f'<rdf:Alt><rdf:li xml:lang="x-default">{name}</rdf:li></rdf:Alt>'
        yield f"<dc:rights>{alternative}</dc:rights>"
        yield f"<xmpRights:WebStatement {_RIGHTS}>{address}</xmpRights:WebStatement>"


def _list(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))
