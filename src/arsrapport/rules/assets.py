"""Pictures: what a document shows must be in the project."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document, Figure, Section
from arsrapport.document.walk import walk


def missing_pictures(document: Document, paths: AbstractSet[str]) -> Iterator[Diagnostic]:
    """AR414: a figure whose picture is no file of the project."""
    parts: tuple[Section, ...] = (*document.front, *document.chapters, *document.appendices)
    for part in parts:
        for node, _ in walk(part, document.language):
            if isinstance(node, Figure) and node.asset not in paths and node.place is not None:
                yield fault("AR414", node.place, path=node.asset)
