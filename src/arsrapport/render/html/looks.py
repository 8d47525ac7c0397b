"""Looks: what a theme says, as the templates of the HTML read it.

A font is put into the page only where the publisher gives it as WOFF2: everybody who opens the page
loads it, and many licences allow a font in a PDF but not on the web. Else the page names the
family, for those who have it, and goes on with the fonts of the reader's system.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec.structs import asdict

from arsrapport.model.theme import ACCENT, SANS, SERIF, Colours, Family, Theme

_SHIPPED: Final[Mapping[str, str]] = {SERIF: "serif", SANS: "sans"}
"""Families that browsers have by several names: style.css lists them."""

_NOT_PLAIN: Final = re.compile(r"[^\w .-]")


def html_looks(theme: Theme) -> Mapping[str, Any]:
    """Return what is not as usual; each part is empty where nothing is."""
    light, margins = theme.light, theme.margins
    families = (family for family in (theme.text, theme.headings) if family)
    sides = margins and (margins.top, margins.right, margins.bottom, margins.left)
    return {
        "faces": [face for family in dict.fromkeys(families) for face in _faces(family)],
        "light": list(_variables(light)) if light else [],
        "dark": list(_variables(theme.dark)) if theme.dark else [],
        "accent": (light and light.accent) or ACCENT,
        "text": _stack(theme.text, "serif"),
        "headings": _stack(theme.headings, "sans"),
        "margins": " ".join(f"{side}mm" for side in sides or ()),
        "logo": theme.logo,
        "style": theme.style,
    }


def _faces(family: Family) -> Iterator[Mapping[str, Any]]:
    for face in family.faces:
        if face.web:
            yield {
                "family": _string(family.name),
                "weight": face.weight,
                "style": "italic" if face.is_italic else "normal",
                "address": f"data:font/woff2;base64,{base64.b64encode(face.web).decode('ascii')}",
            }


def _variables(colours: Colours) -> Iterator[tuple[str, str]]:
    for name, colour in asdict(colours).items():
        if colour and name != "faint":
            yield name.replace("_", "-"), colour


def _stack(family: Family | None, usual: str) -> str:
    """Return what a browser is to look for: the family, and else the usual ones of its kind."""
    if family is None:
        return ""
    if family.name in _SHIPPED:
        return f"var(--usual-{_SHIPPED[family.name]})"
    return f"{_string(family.name)}, var(--usual-{usual})"


def _string(name: str) -> str:
    """Return a name as a string of CSS: what is neither letter nor figure as an escape."""
    return '"' + _NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", name) + '"'
