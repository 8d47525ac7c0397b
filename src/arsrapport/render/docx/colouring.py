"""Colours of the templates: told apart by what they mean, so that others can take their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

OWN: Final[Mapping[str, str]] = {
    "162327": "ink",
    "075745": "accent",
    "406161": "muted",
    "4B7272": "muted",
    "EEF4F1": "tint",
    "A2BABA": "rule",
}
"""The colours in `templates/docx/` that are more than one place's, by what they mean."""

_COLOUR: Final = re.compile(rb'((?:val|color|fill)=")([0-9A-F]{6})(?=")')


def recoloured(data: bytes, colours: Mapping[str, str]) -> bytes:
    """Return a part of the templates with other colours, given as `075745` by what they mean."""

    def other(found: re.Match[bytes]) -> bytes:
        known = colours.get(OWN.get(found[2].decode("ascii"), ""), "")
        return found[1] + (known.encode("ascii") or found[2])

    return _COLOUR.sub(other, data)
