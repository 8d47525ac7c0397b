"""The addresses of footnotes' marks in a text of which links are made."""

from arsrapport.document.nodes import Footnote


class Marks:
    """The addresses of the marks of footnotes in the text; one note may have several.

    They begin with an underscore, as all ids that a renderer makes do; those of nodes never do.
    """

    def __init__(self) -> None:
        self._given: dict[str, list[str]] = {}

    def give(self, note: Footnote) -> str:
        """Return an address for the next mark of a note."""
        given = self._given.setdefault(note.id, [])
        given.append(f"_{note.id}-{len(given) + 1}")
        return given[-1]

    def of(self, note: Footnote) -> tuple[str, ...]:
        """Return the addresses of all marks of a note that have been set so far."""
        return tuple(self._given.get(note.id, ()))
