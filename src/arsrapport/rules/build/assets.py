"""Pictures: what a document shows must be in the project."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document
from arsrapport.document.walk import figures


def missing_pictures(document: Document, paths: AbstractSet[str]) -> Iterator[Diagnostic]:
    """AR414: a figure whose picture is no file of the project."""
    for figure in figures(document):
        if figure.asset not in paths and not figure.drawing and figure.place is not None:
            yield fault("AR414", figure.place, path=figure.asset)
