"""What a style says of itself: its name, its type, and what it is based on."""

from __future__ import annotations

from typing import TypeAlias

from arsrapport.render.docx.xml import Element, qualified

Key: TypeAlias = tuple[str, str]
"""The type and the name of a style, in small letters: two with one name are one to Word."""


def all_styles(root: Element) -> list[Element]:
    """Return all styles."""
    return list(root.iterchildren(qualified("w:style")))


def style_key(style: Element) -> Key:
    """Return type and name."""
    return style.get(qualified("w:type"), "paragraph"), style_name(style)


def style_name(style: Element) -> str:
    """Return the name, in small letters."""
    found = style.find(qualified("w:name"))
    return "" if found is None else found.get(qualified("w:val"), "").lower()


def rename(style: Element) -> None:
    """Give a style another name, so that ours can have it."""
    found = style.find(qualified("w:name"))
    if found is not None:
        found.set(qualified("w:val"), f"{found.get(qualified('w:val'))} (house)")


def based_on(style: Element) -> str:
    """Return the id of the style that it is based on."""
    found = style.find(qualified("w:basedOn"))
    return "" if found is None else found.get(qualified("w:val"), "")


def is_default(style: Element) -> bool:
    """Say whether what has no style of its type has this one."""
    return style.get(qualified("w:default"), "0") in {"1", "true", "on"}
