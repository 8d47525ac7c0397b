"""Plain words as nodes."""

import re
from typing import Final

from arsrapport.document.nodes import Inline, Link, Paragraph, Text
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.markup.addresses import safe_address
from arsrapport.source.place import Place

_ADDRESS: Final = re.compile(r"(https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)])")
"""An address; the sign that ends a sentence is no part of it."""


def text(words: str, place: Place | None = None) -> tuple[Inline, ...]:
    """Return words as inline nodes; never markup."""
    return (Text(words, place),)


def paragraph(words: str, place: Place | None = None) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(text(words, place), place=place)


def term(language: Language, key: str) -> tuple[Inline, ...]:
    """Return one of the tool's own words as the term of a definition."""
    return text(label(language, key))


def linked(words: str, place: Place | None = None) -> tuple[Inline, ...]:
    """Return words as inline nodes, with the addresses in them as links; never other markup."""
    found: list[Inline] = []
    for part in _ADDRESS.split(words):
        href = safe_address(part) if part.startswith("http") else ""
        if href:
            found.append(Link(href, text(part, place)))
        elif part:
            found += text(part, place)
    return tuple(found)
