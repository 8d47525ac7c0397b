"""Holes: how compose marks the place of a computed value in a chapter's text.

The marks are characters for private use, which no file may hold, so that no text can be mistaken
for one. Everything that becomes part of a node has been through `clean`.
"""

import re
from collections.abc import Iterator
from typing import Final

from arsrapport.source.characters import CONTROL

RESERVED: Final = re.compile("[\ue000-\ue00f]")
"""The characters that the tool keeps for itself (AR116 in a file)."""

_MARKER: Final = re.compile("\ue000([0-9]{1,9})\ue001")
_FORBIDDEN: Final = re.compile(f"{CONTROL.pattern[:-1]}{RESERVED.pattern[1:]}")


def hole_marker(index: int) -> str:
    """Return what stands in the text for the value with this index."""
    return f"\ue000{index}\ue001"


def has_marker(text: str) -> bool:
    """Say whether a value, or part of a marker, stands in a text."""
    return RESERVED.search(text) is not None


def split_markers(text: str) -> Iterator[tuple[int, str | int]]:
    """Yield the pieces of a text, each with where it begins: words, and the indices of holes."""
    end = 0
    for marker in _MARKER.finditer(text):
        if marker.start() > end:
            yield end, text[end : marker.start()]
        yield marker.start(), int(marker[1])
        end = marker.end()
    if end < len(text):
        yield end, text[end:]


def forbidden_characters(text: str, holes: int) -> Iterator[tuple[int, str]]:
    """Yield each character that may not stand there; the markers of `holes` values may."""
    for begin, piece in split_markers(text):
        if isinstance(piece, str):
            found = ((begin + match.start(), match[0]) for match in _FORBIDDEN.finditer(piece))
            yield from found
        elif piece >= holes:
            yield begin, text[begin]


def clean(text: str) -> str:
    """Return a text as nodes may hold it, without characters that are kept back or control."""
    return CONTROL.sub(" ", RESERVED.sub("", text))


def visible(text: str) -> str:
    """Return a text as a diagnostic shows it, its values as `{{…}}`."""
    return RESERVED.sub("", _MARKER.sub("{{…}}", text))
