"""Row headers in a finished PDF: Typst marks the cells of a table's head, but of no column yet.

In a marked table the first cell of each row becomes a header cell of that row (`TH` with the scope
`Row`, ISO 32000-1, 14.8.4.3.4 and 14.8.5.7), so that a screen reader says which row a figure is in.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Final

STATIC_ID: Final = b"31415926535897932384626433832795"
"""What qpdf writes for the second half of the ID when it is to make none."""

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object


def mark_row_headers(data: bytes, tables: Sequence[bool]) -> tuple[bytes, int]:
    """Return the PDF with row headers in the tables that are marked, and how many pages it has.

    Args:
        data: A tagged PDF.
        tables: For each table of the document, in reading order, whether its first column holds
            the headers of its rows.

    Raises:
        ValueError: The file has fewer tables.
    """
    import pikepdf  # noqa: PLC0415 - start-up

    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        if not any(tables):
            return data, pages
        # The walk ends with the last table: most of a report comes after it.
        found = list(islice(_tables(pdf.Root.StructTreeRoot), len(tables)))
        if len(found) != len(tables):
            problem = f"{len(found)} tables in the file, {len(tables)} in the document"
            raise ValueError(problem)
        for table, marked in zip(found, tables, strict=True):
            if marked:
                _mark(table)
        out = io.BytesIO()
        pdf.save(
            out,
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=False,
            compress_streams=False,
            fix_metadata_version=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    # The first half of the file's ID is Typst's, made of title and author; the second is to change
    # with the contents (ISO 32000-1, 14.4), and is made of Typst's file to be the same each time.
    own = sha256(data).hexdigest()[: len(STATIC_ID)].encode()
    return out.getvalue().replace(STATIC_ID, own, 1), pages


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
