"""Colours in other forms than `#075745`, and the one that was most likely meant."""

import re
from typing import Final

_FIGURES: Final = re.compile("#?(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_LONG: Final = 6


def likely_colour(text: str) -> str:
    """Return *#075745* of *075745*, *#aabbcc* of *#abc*; "" for what is no colour."""
    written = text.strip()
    if not _FIGURES.fullmatch(written):
        return ""
    figures = written.lstrip("#").lower()
    return "#" + (figures if len(figures) == _LONG else "".join(2 * figure for figure in figures))
