"""Charts: bars drawn as SVG from the same numbers as the tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from arsrapport.language.languages import Language
from arsrapport.language.numbers import grouped

WIDTH: Final = 640
"""In the units of the drawing; the page decides how wide it is printed."""

_NAMES: Final = 220
_NUMBERS: Final = 50
_ROW: Final = 26
_BAR: Final = 16
_SIZE: Final = 14
_LONGEST: Final = 30
"""Characters of a name that have room beside the bars."""

_INK: Final = "#162327"
COLOUR: Final = "#00824d"
"""Of the bars: green 4 of the public palette (domain: KLASS 614); 4.9:1 on white."""


_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 may hold, escaped or not (§ 2.2)."""


class Bar(Struct, frozen=True):
    """A name, and how many."""

    name: str
    number: int


def bars(rows: Sequence[Bar], language: Language) -> bytes:
    """Return a chart of horizontal bars, each with its name before and its number behind it.

    The bars have one colour: which is which is said by the names alone.
    """
    most = max((row.number for row in rows), default=0) or 1
    height = _ROW * len(rows) + 8
    size = f'width="{WIDTH}" height="{height}"'
    font = f'font-family="Source Sans Pro, sans-serif" font-size="{_SIZE}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {size} {font}>'
    paper = f'<rect {size} fill="#ffffff"/>'
    drawn = [line for index, row in enumerate(rows) for line in _bar(index, row, most, language)]
    return "\n".join([head, paper, *drawn, "</svg>\n"]).encode()


def _bar(index: int, row: Bar, most: int, language: Language) -> tuple[str, str, str]:
    top = 4 + index * _ROW
    line = top + _ROW // 2 + 5
    length = row.number * (WIDTH - _NAMES - _NUMBERS) // most
    before, behind = f'x="{_NAMES - 10}" text-anchor="end"', f'x="{_NAMES + length + 6}"'
    place = f'x="{_NAMES}" y="{top + (_ROW - _BAR) // 2}"'
    return (
        f'<text {before} y="{line}" fill="{_INK}">{escape(_short(row.name))}</text>',
        f'<rect {place} width="{length}" height="{_BAR}" fill="{COLOUR}"/>',
        f'<text {behind} y="{line}" fill="{_INK}">{grouped(row.number, language)}</text>',
    )


def _short(name: str) -> str:
    whole = " ".join(_NOT_XML.sub("", name).split())
    cut = whole[: _LONGEST - 1].rstrip()
    return whole if len(whole) <= _LONGEST else f"{cut}\N{HORIZONTAL ELLIPSIS}"
