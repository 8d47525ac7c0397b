"""Numbers under one another by their decimal mark, in columns that are set to the right.

Neither Typst nor a browser can do it (CSS Text 4 has it as text-align: "." and no browser does). So
a number with fewer decimals than others in its column gets room for those that it lacks: what is
given here is to take its place, and not to be seen or read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from arsrapport.document.nodes import Table
from arsrapport.document.plain import plain_text

_NUMBER: Final = re.compile(
    r"[-+\N{EN DASH}\N{MINUS SIGN}]?"
    r"[0-9]+(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][0-9]{3})*"
    r"(?P<rest>(?:[.,][0-9]+)*)"
    r"(?P<star>\*?)(?P<unit>(?:[ \N{NO-BREAK SPACE}]?%)?)"
)
"""A whole cell: sign, thousands, decimals, the sign of what is provisional, per cent."""


def decimal_pads(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return, for each cell of the rows, what is to stand unseen behind it; "" for nothing."""
    columns = [
        [plain_text(row[index].children) for row in table.rows]
        if align == "right"
        else [""] * len(table.rows)
        for index, align in enumerate(table.align)
    ]
    return tuple(zip(*map(_pads, columns), strict=True)) if columns else ()


def _pads(cells: Sequence[str]) -> list[str]:
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    numbers = [number for number in found if number]
    mark = _mark([number["rest"] for number in numbers])
    if len({number["unit"] for number in numbers}) > 1:
        return [""] * len(cells)
    decimals = ["" if n is None else _decimals(n["rest"], mark) for n in found]
    longest = max(map(len, decimals), default=0)
    has_star = any(number["star"] for number in numbers)
    return [
        ""
        if number is None
        else _lacking(own, longest, mark) + ("*" if has_star and not number["star"] else "")
        for number, own in zip(found, decimals, strict=True)
    ]


def _mark(rests: Sequence[str]) -> str:
    """Return the decimal mark of a column, "" when it has none that is certain.

    What stands only before groups of three figures parts thousands (*1,234*).
    """
    for mark, other in ((",", "."), (".", ",")):
        ends = [rest.rpartition(mark)[2] for rest in rests if mark in rest]
        is_last = all(rest.rfind(mark) > rest.rfind(other) for rest in rests if mark in rest)
        is_single = all(rest.count(mark) < 2 for rest in rests)  # noqa: PLR2004 - at most one
        if is_last and is_single and any(len(end) != 3 for end in ends):  # noqa: PLR2004 - figures
            return mark
    return ""


def _decimals(rest: str, mark: str) -> str:
    """Return the figures behind the decimal mark."""
    return rest.rpartition(mark)[2] if mark and mark in rest else ""


def _lacking(own: str, longest: int, mark: str) -> str:
    lacks = "0" * (longest - len(own))
    return lacks if own or not lacks else f"{mark}{lacks}"
