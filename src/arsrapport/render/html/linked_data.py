"""What an HTML page says of itself to machines: JSON-LD in the words of schema.org."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from arsrapport.document.facts import Facts, facts_of
from arsrapport.document.nodes import Document

_MARKUP: Final = re.compile("[<>&\u2028\u2029]")
"""What could end the element that holds the data, or begin another in it."""


def linked_data(document: Document) -> str:
    """Return a document's facts as JSON that may stand in an element `script`.

    A browser runs no data: a policy that forbids scripts lets it stand (HTML Standard, 4.12.1.1).
    """
    written = msgspec.json.encode(_described(facts_of(document), document.kind)).decode()
    return _MARKUP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def _described(facts: Facts, kind: str) -> Mapping[str, Any]:
    """Return a report or minutes as schema.org has them; only a book has an ISBN there."""
    report = ["Report", "Book"] if facts.isbn else "Report"
    known = {
        "@context": "https://schema.org",
        "@type": report if kind == "report" else "DigitalDocument",
        "name": facts.title,
        "author": _organisation(facts.creator),
        "publisher": _organisation(facts.publisher),
        "inLanguage": facts.language,
        "datePublished": facts.published,
        "isbn": facts.isbn,
        "reportNumber": facts.series_number,
        "isPartOf": _series(facts),
        "license": facts.licence.address if facts.licence else "",
        "keywords": facts.subjects,
    }
    return {key: value for key, value in known.items() if value}


def _organisation(name: str) -> Mapping[str, str]:
    return {"@type": "Organization", "name": name} if name else {}


def _series(facts: Facts) -> Mapping[str, str]:
    known = {"name": facts.series_name, "issn": facts.issn}
    found = {key: value for key, value in known.items() if value}
    return {"@type": "Periodical", **found} if found else {}
