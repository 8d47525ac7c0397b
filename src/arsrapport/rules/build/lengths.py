"""Lengths: what stands on one page whole, however long it is, must have room there."""

from collections.abc import Iterable, Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document, Figure, Inline, Table
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.source.place import Place

CAPTION_LIMIT: Final = 600
"""Characters of a caption, or of a source; below the highest picture there is room for as many."""

HEAD_LIMIT: Final = 1000
"""Characters of a table's head, were its cells alike: each column has its share of them."""

COLUMN_LIMIT: Final = 20
"""Columns of a table; in more there is no room for a few letters and a hyphen."""


def overlong(document: Document) -> Iterator[Diagnostic]:
    """AR422: a caption, a source or a cell of a head is too long; AR423: too many columns."""
    parts = (*document.imprint, *document.front, *document.chapters, *document.appendices)
    for part in parts:
        for node, _ in walk(part, document.language):
            if isinstance(node, Table | Figure):
                yield from _judge(node)


def _judge(node: Table | Figure) -> Iterator[Diagnostic]:
    place = node.place
    if place is None:  # the tool's own
        return
    for what, words in (("caption", node.caption), ("source", node.source)):
        if _length(words) > CAPTION_LIMIT:
            yield fault("AR422", _begin(words, place), what=what, limit=CAPTION_LIMIT)
    if isinstance(node, Figure):
        return
    if len(node.head) > COLUMN_LIMIT:
        yield fault("AR423", place, limit=COLUMN_LIMIT)
        return
    limit = HEAD_LIMIT // len(node.head)
    for cell in node.head:
        if _length(cell.children) > limit:
            yield fault("AR422", _begin(cell.children, place), what="head", limit=limit)


def _length(words: Iterable[Inline]) -> int:
    return len(plain_text(words))


def _begin(words: Iterable[Inline], outside: Place) -> Place:
    """Return the first place among words, else that of what they belong to."""
    places = (getattr(node, "place", None) for word in words for node, _ in walk(word, "nn"))
    return next((place for place in places if place is not None), outside)
