"""Tables: their tokens become a node."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec.structs import replace

from arsrapport.document.nodes import Alignment, Cell, Table
from arsrapport.markup.inlines import read_inlines
from arsrapport.markup.marks import judge_marks
from arsrapport.markup.places import cell_origins, row_begin
from arsrapport.markup.reading import Reading, Setting


def read_table(tokens: Sequence[Token], reading: Reading, setting: Setting) -> Table:
    """Read the tokens from `table_open` on.

    The first cell of each row is its header when the one above them all is empty: then the first
    column holds what the rows are about, not values.
    """
    begin: int = tokens[0].meta["at"]
    setting = replace(setting, in_cell=True)
    head, *rows = (_read_row(row, begin, reading, setting) for row in _rows(tokens))
    if not any(cell.children for cell in head):
        reading.fault("AR410", begin)
    align = tuple(_alignment(token) for token in tokens if token.type == "th_open")
    header_column = len(head) > 1 and not head[0].children
    return Table(head, tuple(rows), align, header_column, place=reading.place(begin))


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the running text of each row's cells."""
    row: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            yield row
            row = []


def _read_row(
    row: Sequence[Token], begin: int, reading: Reading, setting: Setting
) -> tuple[Cell, ...]:
    line = row[0].map[0] if row[0].map else 0
    is_first = reading.source.line_at(begin) == line
    start = begin if is_first else row_begin(reading.source, line)
    origins = cell_origins(reading.source, [token.content for token in row], start)
    for origin in origins:
        judge_marks(origin.content, origin.offset, reading)
    return tuple(
        Cell(read_inlines(token.children or (), origin, reading, setting))
        for token, origin in zip(row, origins, strict=True)
    )


def _alignment(token: Token) -> Alignment:
    style = str(token.attrs.get("style", ""))
    if style.endswith("right"):
        return "right"
    return "center" if style.endswith("center") else "left"


def is_delimiter_row(line: str) -> bool:
    """Say whether a line of a paragraph is the row of dashes of a table that lacks its head."""
    return "|" in line and "-" in line and not line.strip(" \t|:->")
