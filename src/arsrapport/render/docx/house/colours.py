"""The colours of a template, by what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from arsrapport.render.docx.house.entries import all_styles, based_on, style_key
from arsrapport.render.docx.xml import Element, qualified

_GREYS: Final = {"muted": "595959", "rule": "BFBFBF", "tint": "F2F2F2"}
"""Of what a template has no colour for; on white the first has a contrast of 7:1."""
_LEAST: Final = 4.5
"""Contrast of text (WCAG 2.1, AA)."""
_DEEPEST: Final = 10


def colours_of(root: Element) -> dict[str, str]:
    """Return what the colours of ours become beside a template's."""
    known = {style_key(style): style for style in reversed(all_styles(root))}
    by_id = {style.get(qualified("w:styleId"), ""): style for style in all_styles(root)}
    ink = _colour(known.get(("paragraph", "normal")), by_id) or "auto"
    accent = _colour(known.get(("paragraph", "heading 1")), by_id)
    return {**_GREYS, "ink": ink, "accent": accent or ink}


def _colour(style: Element | None, by_id: Mapping[str, Element]) -> str:
    """Return the colour of a style's letters, "" for one that is usual or too light to be read."""
    for _ in range(_DEEPEST):
        if style is None:
            return ""
        found = style.find(f"{qualified('w:rPr')}/{qualified('w:color')}")
        if found is not None:
            value = found.get(qualified("w:val"), "").upper()
            return value if _is_dark(value) else ""
        style = by_id.get(based_on(style))
    return ""


def _is_dark(value: str) -> bool:
    try:
        parts = [part / 255 for part in bytes.fromhex(value)]
    except ValueError:
        return False
    if len(parts) != len("rgb"):
        return False
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= _LEAST
