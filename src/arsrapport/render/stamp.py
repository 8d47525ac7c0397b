"""The stamp: what stands on every page of a document that is not to be taken for what it is not."""

from arsrapport.document.nodes import Document


def stamp(document: Document) -> str:
    """Return *Utkast*, *Internt: unnateke offentlegheit*, or both; "" for neither.

    Raises:
        KeyError: A word that `document.words` lacks.
    """
    words = dict(document.words)
    keys = (("draft", document.draft), ("internal_mark", document.edition == "internal"))
    return " \N{MIDDLE DOT} ".join(words[key] for key, is_so in keys if is_so)
