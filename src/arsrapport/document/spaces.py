"""Hard spaces in a whole document: one pass over its words, before any renderer sees them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from arsrapport.document.nodes import Code, Document, Link, Text
from arsrapport.document.walk import map_children
from arsrapport.language.languages import Language
from arsrapport.language.spaces import with_hard_spaces


def set_hard_spaces(document: Document) -> Document:
    """Return a document in which lines end where they may, each passage by its own language.

    Code and links are left as they are: what they say is copied.
    """
    language = document.language
    imprint, front, chapters, appendices = (
        tuple(_visit(part, language) for part in parts)
        for parts in (document.imprint, document.front, document.chapters, document.appendices)
    )
    return replace(document, imprint=imprint, front=front, chapters=chapters, appendices=appendices)


def _visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    if isinstance(node, Text):
        value = with_hard_spaces(node.value, language)
        return node if value == node.value else replace(node, value=value)
    if isinstance(node, Code | Link):
        return node
    return map_children(node, language, _visit)
