"""What Typst leaves out of a PDF, or says in the wrong language, added to the finished file."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import Final

from msgspec import Struct

from arsrapport.render.pdf.link_words import Link, describe_links
from arsrapport.render.pdf.row_headers import mark_row_headers
from arsrapport.render.pdf.xmp import add_metadata

STATIC_ID: Final = b"31415926535897932384626433832795"
"""What qpdf writes for the second half of the ID when it is to make none."""


class Unmarked(Struct, frozen=True):
    """What a document has and Typst's PDF of it has not."""

    row_headers: tuple[bool, ...] = ()
    """For each table, in reading order, whether its first column holds the headers of its rows."""
    links: tuple[Link, ...] = ()
    """The links that lead out, by the numbers in their stand-ins."""
    footnote: str = ""
    """What a footnote is called, "" in a document without any."""
    back: str = ""
    """What a link back from a footnote is called."""
    metadata: str = ""
    """Elements for the XMP packet."""


def finish(data: bytes, unmarked: Unmarked) -> tuple[bytes, int]:
    """Return Typst's PDF with all that it lacks, and how many pages it has.

    Raises:
        ValueError: The file has fewer tables than the document.
    """
    import pikepdf  # noqa: PLC0415 - start-up

    has_row_headers = any(unmarked.row_headers)
    has_links = bool(unmarked.links or unmarked.footnote)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        if has_row_headers:
            mark_row_headers(pdf, unmarked.row_headers)
        if has_links:
            describe_links(pdf, unmarked.links, unmarked.footnote, unmarked.back)
        if unmarked.metadata:
            add_metadata(pdf, unmarked.metadata)
        if not (has_row_headers or has_links or unmarked.metadata):
            return data, pages
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
    own = sha256(data + unmarked.metadata.encode()).hexdigest()[: len(STATIC_ID)].encode()
    return out.getvalue().replace(STATIC_ID, own, 1), pages
