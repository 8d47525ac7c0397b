"""Plain words as nodes."""

from arsrapport.document.nodes import Inline, Paragraph, Text
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.source.place import Place


def text(words: str, place: Place | None = None) -> tuple[Inline, ...]:
    """Return words as inline nodes; never markup."""
    return (Text(words, place),)


def paragraph(words: str, place: Place | None = None) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(text(words, place), place=place)


def term(language: Language, key: str) -> tuple[Inline, ...]:
    """Return one of the tool's own words as the term of a definition."""
    return text(label(language, key))
