"""The pictures of a document: which kind each is, and whether it is fit to be set.

A picture is judged by its bytes, never by its name. What could cost a machine too much (a small
file that unpacks to billions of pixels) or reach out of the document is refused.
"""

from __future__ import annotations

import base64
from typing import Final, Literal, TypeAlias
from xml.parsers import expat

PictureKind: TypeAlias = Literal["png", "jpg", "svg"]

PIXEL_LIMIT: Final = 40_000_000
"""The most pixels that are unpacked: a whole A4 page at 600 dots an inch has 35 million."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands (ITU T.81, table B.1)."""


def picture_kind(data: bytes) -> PictureKind | None:
    """Return the kind of a picture, None for one that cannot be set."""
    if data.startswith(_PNG):
        # The header is always first: length, `IHDR`, width, height (PNG, 11.2.1).
        width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        return "png" if 0 < width * height <= PIXEL_LIMIT else None
    if data.startswith(_JPEG):
        return "jpg" if 0 < _jpeg_pixels(data) <= PIXEL_LIMIT else None
    return "svg" if _is_own_svg(data) else None


def _jpeg_pixels(data: bytes) -> int:
    """Return how many pixels a JPEG has, 0 when it does not say."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:  # noqa: PLR2004 - begins a marker
        marker = data[position + 1]
        if marker in _JPEG_SIZES:
            height, width = data[position + 5 : position + 7], data[position + 7 : position + 9]
            return int.from_bytes(height) * int.from_bytes(width)
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    return 0


def _is_own_svg(data: bytes) -> bool:
    """Say whether this is an SVG that needs nothing but itself, and is not filtered.

    A filter is worked out in pixels, over an area that the file chooses.
    """
    names: list[str] = []

    def check(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not names:
            names.append(local)
        links = [value for key, value in attributes.items() if key.rpartition(":")[2] == "href"]
        if local == "filter" or (local != "a" and not all(map(_is_own, links))):
            raise _UnfitError

    def refuse(*_: object) -> None:
        raise _UnfitError

    parser = expat.ParserCreate()
    parser.StartElementHandler = check
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - positional only
    except (expat.ExpatError, _UnfitError, ValueError, LookupError):
        # ValueError and LookupError: an encoding that is unknown, or of several bytes (UTF-7).
        return False
    return names[:1] == ["svg"]


def _is_own(link: str) -> bool:
    """Say whether a link leads to the same file, or holds a picture that is fit itself."""
    if link.strip().startswith("#"):
        return True
    start, _, rest = link.strip().partition(",")
    if start not in {"data:image/png;base64", "data:image/jpeg;base64"}:
        return False
    try:
        data = base64.b64decode(rest)
    except ValueError:
        return False
    return picture_kind(data) in {"png", "jpg"}


class _UnfitError(Exception):
    """An SVG refers to something outside it, declares an entity, or has a filter."""
