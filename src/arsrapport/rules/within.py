"""Within: the place of some words inside the text that holds them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from arsrapport.source.place import Place


def within(place: Place, words: str, texts: Mapping[str, str], *, last: bool = False) -> Place:
    """Return the place of words inside a text that stands on one line; else the text's own place.

    Args:
        place: Of the text, with its end.
        words: As the text has them, but for the number of spaces.
        texts: Of the project's files.
        last: Whether the last occurrence is meant, not the first.
    """
    lines = _lines(texts.get(place.path, ""))
    if place.line > len(lines) or place.end_line != place.line or not words:
        return place
    held = lines[place.line - 1][place.column - 1 : place.end_column - 1]
    spaced = re.escape(words).replace(r"\ ", "[ \t]+")
    found = list(re.finditer(spaced, held))
    if not found:
        return place
    match = found[-1 if last else 0]
    column = place.column + match.start()
    return Place(place.path, place.line, column, place.line, column + len(match[0]))


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    return text.split("\n")
