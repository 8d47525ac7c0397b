"""The standard signs that stand in tables for figures, and which of them are to be explained.

Statistics Norway's, as they were until 2021. Only signs that are used need be explained.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from arsrapport.compose.inline import text
from arsrapport.document.nodes import Cell, Section, Table
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language

SIGNS: Final = (
    (".", "sign_impossible"),
    ("..", "sign_missing"),
    ("\N{HORIZONTAL ELLIPSIS}", "sign_not_yet"),
    (":", "sign_confidential"),
    ("-", "sign_nil"),
    ("0", "sign_small"),
    ("*", "sign_provisional"),
)

_PROVISIONAL: Final = re.compile(r"(?:.*[0-9])?\*")
"""*2017\\** at the head of a column, *12\\** in a cell, or the sign alone."""


def signs_used(parts: Iterable[Section]) -> frozenset[str]:
    """Return the standard signs that tables of some parts use and do not explain themselves.

    A 0 is the sign for what is less than half a unit only where nil has a sign of its own, or with
    decimals; elsewhere it is nil.
    """
    tables = (node for part in parts for node, _ in walk(part, "nn") if isinstance(node, Table))
    return frozenset(sign for table in tables for sign in _used(table))


def signs_table(used: frozenset[str], language: Language) -> tuple[Table, ...]:
    """Return a table that says what signs mean, without those that are not used; none for none."""
    rows = [(key, sign) for sign, key in SIGNS if sign in used]
    if not rows:
        return ()
    head = (label(language, "standard_signs"), label(language, "sign"))
    return (
        Table(
            head=tuple(Cell(text(words)) for words in head),
            rows=tuple((Cell(text(label(language, key))), Cell(text(sign))) for key, sign in rows),
            align=("left", "center"),
            header_column=True,
        ),
    )


def _used(table: Table) -> Iterator[str]:
    first = 1 if table.header_column else 0
    cells = {plain_text(cell.children).strip() for row in table.rows for cell in row[first:]}
    heads = (plain_text(cell.children).strip() for cell in table.head)
    notes = [plain_text(note) for note in table.notes]
    for sign, _ in SIGNS:
        match sign:
            case "*":
                is_used = any(map(_PROVISIONAL.fullmatch, (*cells, *heads)))
            case "0":
                is_used = ("0" in cells and "-" in cells) or not cells.isdisjoint({"0,0", "0.0"})
            case "\N{HORIZONTAL ELLIPSIS}":
                is_used = not cells.isdisjoint({sign, "..."})
            case _:
                is_used = sign in cells
        explained = re.compile(rf"(?:^|[\s;,]){re.escape(sign)}\s=\s")
        if is_used and not any(map(explained.search, notes)):
            yield sign
