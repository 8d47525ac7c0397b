"""Fonts: what a TrueType or OpenType file says of itself.

Only what is asked of it is read, and nothing in it is trusted: an offset that leads out of the
file, or a table of more entries than any font has, makes it broken (OpenType 1.9.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Flaw: TypeAlias = Literal["broken", "collection", "licence", "large"]
"""Why a file cannot be used as a font."""

SIZE_LIMIT: Final = 5_000_000
"""Bytes of a font; those of Latin, Greek and Cyrillic have a few hundred thousand."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅéÉ0123456789.,:;()«»–"
"""What a font must have to set Norwegian and English."""

_OFTEN: Final = "eeeeeeernnnntttttaaaaiiiissssdddoooolllgggkkkmmvvffupbhåøj  "
"""Letters about as often as in Norwegian."""

_MEASURED: Final = ((_OFTEN, 0.4506), ("0123456789", 0.497))
"""Letters and figures, and how broad each is in Source Sans Pro, as a share of its size."""

_TRUETYPE: Final = (b"\0\1\0\0", b"true", b"OTTO")
_TABLES: Final = 200
_NAMES: Final = 2000
_GROUPS: Final = 20_000
_FAMILY: Final = frozenset({1, 16})
"""The family, and the one that all its weights share (OpenType, name, name IDs)."""
_NO_EMBEDDING: Final = 2
"""Of fsType (OpenType, OS/2)."""


class FontFile(Struct, frozen=True):
    """What a font says of itself."""

    names: tuple[str, ...]
    """Of its family; the last is the one that all weights share."""
    weight: int
    is_italic: bool
    is_variable: bool
    lacking: str
    """Those of `LETTERS` that it has not."""
    breadth: float
    """Of its letters or figures on average, beside those of Source Sans Pro."""


def read_font(data: bytes) -> FontFile | Flaw:
    """Return what a font says of itself, or why it cannot be used."""
    if len(data) > SIZE_LIMIT:
        return "large"
    if data.startswith(b"ttcf"):
        return "collection"
    if not data.startswith(_TRUETYPE):
        return "broken"
    try:
        return _read(_tables(data))
    except (struct.error, KeyError, IndexError, ValueError, ZeroDivisionError):
        return "broken"


def _tables(data: bytes) -> Mapping[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    if count > _TABLES:
        raise ValueError("too many tables")
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if offset + length > len(data):
            raise ValueError("a table outside the file")
        found[tag] = data[offset : offset + length]
    if b"glyf" not in found and not {b"CFF ", b"CFF2"} & found.keys():
        raise ValueError("no outlines")
    return found


def _read(tables: Mapping[bytes, bytes]) -> FontFile | Flaw:
    os2 = tables[b"OS/2"]
    weight, _, embedding = struct.unpack_from(">HHH", os2, 4)
    (selection,) = struct.unpack_from(">H", os2, 62)
    if embedding & 0xF == _NO_EMBEDDING:
        return "licence"
    glyphs = _glyphs(tables[b"cmap"], {ord(letter) for letter in (*LETTERS, " ")})
    names = _names(tables[b"name"])
    if not names:
        raise ValueError("no name")
    return FontFile(
        names=names,
        weight=weight,
        is_italic=bool(selection & 0x201),  # italic, or oblique
        is_variable=b"fvar" in tables,
        lacking="".join(letter for letter in LETTERS if ord(letter) not in glyphs),
        breadth=_breadth(tables, glyphs),
    )


def _names(table: bytes) -> tuple[str, ...]:
    _, count, storage = struct.unpack_from(">HHH", table, 0)
    found: dict[int, str] = {}
    for index in range(min(count, _NAMES)):
        platform, encoding, language, kind, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * index
        )
        if kind not in _FAMILY:
            continue
        raw = table[storage + offset : storage + offset + length]
        is_english = (platform, language) in {(3, 0x409), (0, 0), (1, 0)}
        if platform == 1:
            text = raw.decode("mac_roman") if encoding == 0 else ""
        else:
            text = raw.decode("utf-16-be", errors="ignore")
        if text and (is_english or kind not in found):
            found[kind] = text.strip()
    return tuple(dict.fromkeys(found[kind] for kind in sorted(found)))


def _glyphs(table: bytes, wanted: Iterable[int]) -> dict[int, int]:
    """Return the glyphs of those letters that have one."""
    (count,) = struct.unpack_from(">H", table, 2)
    found: dict[int, int] = {}
    for index in range(min(count, _TABLES)):
        platform, _, offset = struct.unpack_from(">HHL", table, 4 + 8 * index)
        (form,) = struct.unpack_from(">H", table, offset)
        if platform in {0, 3} and form == 4:  # noqa: PLR2004 - the format's own number
            found |= _by_segments(table[offset:], wanted)
        elif platform in {0, 3} and form == 12:  # noqa: PLR2004 - likewise
            found |= _by_groups(table[offset:], wanted)
    return {letter: glyph for letter, glyph in found.items() if glyph}


def _by_segments(table: bytes, wanted: Iterable[int]) -> dict[int, int]:
    (doubled,) = struct.unpack_from(">H", table, 6)
    count = doubled // 2
    form = f">{count}H"
    ends = struct.unpack_from(form, table, 14)
    starts = struct.unpack_from(form, table, 16 + doubled)
    deltas = struct.unpack_from(form, table, 16 + 2 * doubled)
    offsets = struct.unpack_from(form, table, 16 + 3 * doubled)
    found = {}
    for letter in wanted:
        segment = next((i for i, end in enumerate(ends) if letter <= end), count)
        if segment == count or starts[segment] > letter:
            continue
        glyph = letter
        if offsets[segment]:
            at = 16 + 3 * doubled + 2 * segment + offsets[segment] + 2 * (letter - starts[segment])
            (glyph,) = struct.unpack_from(">H", table, at)
            if not glyph:
                continue
        found[letter] = (glyph + deltas[segment]) & 0xFFFF
    return found


def _by_groups(table: bytes, wanted: Iterable[int]) -> dict[int, int]:
    (count,) = struct.unpack_from(">L", table, 12)
    if count > _GROUPS:
        raise ValueError("too many groups")
    groups = [struct.unpack_from(">LLL", table, 16 + 12 * index) for index in range(count)]
    return {
        letter: glyph + letter - first
        for first, last, glyph in groups
        for letter in wanted
        if first <= letter <= last
    }


def _breadth(tables: Mapping[bytes, bytes], glyphs: Mapping[int, int]) -> float:
    """Return how broad letters or figures are, whichever are broader, beside Source Sans Pro's."""
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    metrics = tables[b"hmtx"]
    if count == 0 or 4 * count > len(metrics):
        raise ValueError("no breadths")
    found: list[float] = []
    for letters, usual in _MEASURED:
        known = [glyphs[ord(letter)] for letter in letters if ord(letter) in glyphs]
        offsets = (4 * min(glyph, count - 1) for glyph in known)
        whole = sum(int.from_bytes(metrics[offset : offset + 2]) for offset in offsets)
        found.append(whole / units / max(1, len(known)) / usual)
    return min(max(*found, 0.5), 2.0)
