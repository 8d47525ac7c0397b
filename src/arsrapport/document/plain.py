"""The words of nodes without their form: for titles, ids, bookmarks and comparisons."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from arsrapport.document.nodes import (
    Break,
    Code,
    Emphasis,
    Footnote,
    Hole,
    Inline,
    Link,
    Reference,
    Span,
    Strong,
    Text,
)


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words as they are read.

    A line break is a space. A footnote is no part of the words around it; a hole has none before
    compose has filled it, nor has a reference before it is numbered, unless in the author's own.
    """
    return "".join(map(_words, inlines))


def whole_texts(inlines: Iterable[Inline]) -> Iterator[Inline]:
    r"""Yield inline nodes, with the text between two others in one piece: `\\*` parts a word."""
    for is_text, group in groupby(inlines, lambda node: isinstance(node, Text)):
        if is_text:
            if words := "".join(node.value for node in group if isinstance(node, Text)):
                yield Text(words)
        else:
            yield from group


def unlinked(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return a title as it stands in a list of contents: without links, notes and breaks."""
    found: list[Inline] = []
    for node in inlines:
        match node:
            case Link() | Reference():
                found += unlinked(node.children)
            case Emphasis() | Strong() | Span():
                found.append(replace(node, children=unlinked(node.children)))
            case Break():
                found.append(Text(" "))
            case Footnote():
                continue
            case _:
                found.append(node)
    return tuple(found)


def _words(node: Inline) -> str:
    match node:
        case Text():
            return node.value.replace("\n", " ")
        case Code():
            return node.value
        case Emphasis() | Strong() | Link() | Reference() | Span():
            return plain_text(node.children)
        case Break():
            return " "
        case Footnote() | Hole():
            return ""
        case _:
            assert_never(node)
