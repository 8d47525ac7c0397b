"""Row headers in a finished PDF: Typst marks the cells of a table's head, but of no column yet.

In a marked table the first cell of each row becomes a header cell of that row (`TH` with the scope
`Row`, ISO 32000-1, 14.8.4.3.4 and 14.8.5.7), so that a screen reader says which row a figure is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf


def mark_row_headers(pdf: Pdf, tables: Sequence[bool]) -> None:
    """Mark the row headers of a tagged PDF.

    Args:
        pdf: Is changed.
        tables: For each table of the document, in reading order, whether its first column holds
            the headers of its rows.

    Raises:
        ValueError: The file has fewer tables.
    """
    # The walk ends with the last table: most of a report comes after it.
    found = list(islice(_tables(pdf.Root.StructTreeRoot), len(tables)))
    if len(found) != len(tables):
        problem = f"{len(found)} tables in the file, {len(tables)} in the document"
        raise ValueError(problem)
    for table, marked in zip(found, tables, strict=True):
        if marked:
            _mark(table)


def _mark(table: Dictionary) -> None:
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - start-up

    for body in _kids(table, "/TBody"):
        for row in _kids(body, "/TR"):
            cell = next(iter(_kids(row)), None)
            if cell is None or cell.S != Name.TD:
                continue
            cell.S = Name.TH
            scope = Dictionary(O=Name.Table, Scope=Name.Row)
            known = cell.get("/A")
            if known is None:
                cell.A = scope
            elif isinstance(known, Array):
                known.append(scope)
            else:
                cell.A = Array([known, scope])


def _tables(root: Object) -> Iterator[Dictionary]:
    """Yield the tables below an element, in reading order, without recursion."""
    from pikepdf import Name  # noqa: PLC0415 - start-up

    waiting = list(reversed(_kids(root)))
    while waiting:
        element = waiting.pop()
        if element.get("/S") == Name.Table:
            yield element
        waiting += reversed(_kids(element))


def _kids(element: Object, kind: str = "") -> list[Dictionary]:
    """Return the elements right below another; content of the page is none."""
    from pikepdf import Array, Dictionary  # noqa: PLC0415 - start-up

    kids = element.get("/K")
    found = kids if isinstance(kids, Array) else (kids,)
    return [
        kid
        for kid in found
        if isinstance(kid, Dictionary) and "/S" in kid and (not kind or str(kid.S) == kind)
    ]
