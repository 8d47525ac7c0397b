"""What is written: lines of files as their authors see them, and the places of words in them."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from arsrapport.model.archive import Outcome
from arsrapport.rules.prose import Words, span
from arsrapport.source.place import Place

_NOWHERE: Final = Place("")


class Lines:
    """The lines of files. Those of the last one are kept: who looks, looks at one after another."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self._last: tuple[str, list[str]] = ("", [])

    def of(self, path: str) -> Sequence[str]:
        """Return the lines of a file, without their ends; none of a file that is not there."""
        if self._last[0] != path:
            self._last = (path, self.texts.get(path, "").split("\n"))
        return self._last[1]

    def rest(self, place: Place) -> str:
        """Return what stands in a line from a place on, without spaces at its end."""
        lines = self.of(place.path)
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        return line[place.column - 1 :].rstrip(" \t\\")


def spanned(place: Place, words: str, lines: Lines) -> Place:
    """Return the place of words that begin at a place, with its end.

    Where they are not in the file as they are read (a link stands there, a word is stressed), it is
    all that is left of the line.
    """
    if place.end_line:
        return place
    found = span(Words(words, place, "nn"), 0, len(words), lines.texts)
    return found if found.end_line else within_line(place, 0, len(lines.rest(place)))


def within_line(place: Place, start: int, length: int) -> Place:
    """Return the place of characters of a line, counted from a place in it."""
    column = place.column + start
    end = column + length
    return replace(place, column=column, end_line=place.line, end_column=end)


def value_place(outcome: Outcome, label: str) -> Place:
    """Return where the value of a closing line begins; the outcome's place when there is none."""
    places = (place for name, place in outcome.places if name == label)
    return next(places, outcome.place or _NOWHERE)
