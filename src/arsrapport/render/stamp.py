"""The stamp: what stands on every page of a document that is not to be taken for what it is not."""

from arsrapport.document.nodes import Document


def stamp(document: Document) -> str:
    """Return *Utkast* for a draft; "" for what is finished.

    Raises:
        KeyError: A word that `document.words` lacks.
    """
    return dict(document.words)["draft"] if document.draft else ""
