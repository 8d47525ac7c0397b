"""What the contents list, and what references lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from arsrapport.document.nodes import Document, Figure, Node, Reference, Section, Table
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.language.languages import Language
from arsrapport.render.docx.xml import clean


class Outline(Struct, frozen=True):
    """The headings of a document, and its addresses."""

    entries: tuple[tuple[Section, Language], ...]
    """What the contents list, each with the language of its title."""
    contents: Mapping[str, str]
    """The bookmark of each of them."""
    unlisted: frozenset[str]
    """Headings that stand as high as those in the contents, but are not in them."""
    numbers: Mapping[str, str]
    """By which each address is referred to."""
    wanted: frozenset[str]
    """The addresses that something refers to."""


def outline(document: Document) -> Outline:
    """Go through a document once."""
    entries, unlisted, numbers, wanted = [], set(), {}, set()
    is_report = document.kind == "report"
    for node, language in _nodes(document):
        if isinstance(node, Reference):
            wanted.add(node.id)
        elif isinstance(node, Section | Table | Figure):
            numbers[node.id] = number_of(node)
        if isinstance(node, Section) and is_report and node.level <= LISTED_LEVELS:
            if _is_listed(node):
                entries.append((node, node.title_language or language))
            else:
                unlisted.add(node.id)
    contents = {node.id: f"_Toc{count:06}" for count, (node, _) in enumerate(entries, 1)}
    known = frozenset(wanted - {""})
    return Outline(tuple(entries), contents, frozenset(unlisted), numbers, known)


LISTED_LEVELS = 2
"""How many levels the contents have: the parts and the sections right below them."""


def number_of(node: Section | Table | Figure) -> str:
    """Return what of a label a reference ends with: 3.1 of *Tabell 3.1*, B of *Vedlegg B:*.

    What has no number is referred to by its title.
    """
    label = node.number if isinstance(node, Section) else node.label
    number = label.rstrip(".:").rpartition("\N{NO-BREAK SPACE}")[2]
    return number or (clean(plain_text(node.title)) if isinstance(node, Section) else "")


def _is_listed(section: Section) -> bool:
    """Say whether a heading is in the contents: of sections only those that have numbers."""
    if section.kind == "section":
        return section.number != ""
    return section.kind != "item"


def _nodes(document: Document) -> Iterator[tuple[Node, Language]]:
    parts = (*document.imprint, *document.front, *document.chapters, *document.appendices)
    for part in parts:
        yield from walk(part, document.language)
