"""LibreOffice, which opens Word files as another reader would, and says what it has understood.

Its PDF is tagged: what it took for a heading, a table, a footnote or a picture stands there.
"""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

import pdf_reading
from judging import tool

_EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


def as_pdf(file: Path, folder: Path) -> bytes:
    """Return a Word file as LibreOffice lays it out; it has a home of its own in a folder."""
    done = subprocess.run(
        [
            tool("soffice"),
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            _EXPORT,
            "--outdir",
            str(folder),
            str(file),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=180,
    )
    made = folder / f"{file.stem}.pdf"
    assert made.exists(), done.stdout + done.stderr
    return made.read_bytes()


def headings(data: bytes) -> list[str]:
    """Return the bookmarks of a PDF, in order."""
    found: list[str] = []

    def take(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            found.append(" ".join(str(item.title).split()))
            take(item.children)

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        take(outline.root)
    return found


def elements(data: bytes) -> Counter[str]:
    """Count the elements of a PDF's structure by their kind."""
    found: Counter[str] = Counter()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        roles = {
            name: str(role) for name, role in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()
        }
        waiting: list[Any] = [pdf.Root.StructTreeRoot]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting += list(node)
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    kind = str(node.S)
                    found[roles.get(kind, kind).lstrip("/")] += 1
                waiting.append(node.get("/K"))
    return found


def letters(data: bytes) -> str:
    """Return all that the pages show, without spaces and hyphens: a line may have ended there."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return only_letters("".join(piece for page in pdf.pages for piece in _shown(page)))


def only_letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


def _shown(page: pikepdf.Page) -> Iterator[str]:
    fonts = {
        name: pdf_reading._words(font.ToUnicode.read_bytes().decode("ascii"))
        for name, font in page.resources.get("/Font", {}).items()
        if "/ToUnicode" in font
    }
    known: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            known = fonts.get(str(operands[0]), {})
        elif str(operator) in {"Tj", "TJ"}:
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    yield "".join(known.get(code, "") for code in bytes(part))
