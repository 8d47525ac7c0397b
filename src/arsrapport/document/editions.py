"""Editions of a text: without what is withheld in it, or with that marked where it stands."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace

from arsrapport.document.nodes import (
    Edition,
    Footnote,
    Link,
    Node,
    Note,
    Paragraph,
    Passage,
    Reference,
    Strong,
    Text,
)
from arsrapport.document.walk import FIELDS, map_children
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language

N = TypeVar("N", bound=Node)


def in_edition(nodes: tuple[N, ...], edition: Edition, language: Language) -> tuple[N, ...]:
    """Return nodes as an edition has them; `language` is that of the place where they stand."""
    if edition == "public":
        return without(nodes, is_internal)
    return tuple(_marked(node, language) for node in without(nodes, _is_empty))


def titled(title: str, edition: Edition, language: Language) -> str:
    """Return the title of a document, which says of the internal edition that it is one."""
    return title if edition == "public" else f"{title} ({label(language, 'internal_edition')})"


def is_internal(node: Node) -> bool:
    """Say whether a node is a withheld passage, or has its text or its address in one."""
    if isinstance(node, Footnote):
        return bool(node.children) and all(map(is_internal, node.children))
    if isinstance(node, Link | Reference):
        return node.defined is not None and node.defined.internal
    return isinstance(node, Passage) and node.internal


def without(nodes: tuple[N, ...], is_withheld: Callable[[Node], bool]) -> tuple[N, ...]:
    """Return nodes without those that are withheld, however deep they stand.

    Of a link or a reference whose address is withheld the words stay.
    """
    kept: tuple[N, ...] = _without(nodes, is_withheld)
    return kept


def _without(value: Any, is_withheld: Callable[[Node], bool]) -> Any:  # noqa: ANN401 - nodes, nested tuples of them
    if isinstance(value, tuple):
        kept = tuple(
            _without(part, is_withheld)
            for whole in value
            for part in _still_public(whole, is_withheld)
        )
        # What did not change stays the same object, so that nothing above it is rebuilt.
        return value if len(kept) == len(value) and all(map(operator.is_, kept, value)) else kept
    changes = {
        field: new
        for field in FIELDS[type(value)]
        if (new := _without(old := getattr(value, field), is_withheld)) is not old
    }
    return replace(value, **changes) if changes else value


def _still_public(part: Any, is_withheld: Callable[[Node], bool]) -> tuple[Any, ...]:  # noqa: ANN401 - a node or a tuple of them
    if isinstance(part, tuple) or not is_withheld(part):
        return (part,)
    return part.children if isinstance(part, Link | Reference) else ()


# --- marking --------------------------------------------------------------------------------


def _is_empty(node: Node) -> bool:
    """Say whether a passage holds nothing that stands there, but the text of a footnote, say."""
    return isinstance(node, Passage) and node.internal and not node.children


def _marked(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    """Return a node with remarks around what is withheld in it; in a footnote, with one before."""
    if isinstance(node, Footnote) and is_internal(node):
        return _marked_note(node, language)
    if isinstance(node, Passage) and node.internal:
        own = node.language or language
        begins, ends = (_remark(label(own, key)) for key in ("internal_begins", "internal_ends"))
        bare = _unmarked(node, language)
        return replace(bare, children=(begins, *bare.children, ends))
    return map_children(node, language, _marked)


def _marked_note(note: Footnote, language: Language) -> Footnote:
    before = Strong((Text(label(language, "internal_note")),))
    first, *rest = (block for part in note.children for block in _inside(part, language))
    if isinstance(first, Paragraph):
        first = replace(first, children=(before, Text(" "), *first.children))
        return replace(note, children=(first, *rest))
    return replace(note, children=(Paragraph((before,)), first, *rest))


def _inside(node: Any, language: Language) -> tuple[Any, ...]:  # noqa: ANN401 - a withheld passage
    """Return what stands in withheld words, with no marks of its own."""
    inside: tuple[Any, ...] = _unmarked(node, language).children
    return inside


def _unmarked(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    found = map_children(node, language, _unmarked)
    return replace(found, internal=False) if isinstance(found, Passage) else found


def _remark(words: str) -> Note:
    return Note((Paragraph((Text(words),)),))
