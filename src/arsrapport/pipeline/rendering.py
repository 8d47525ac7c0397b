"""Rendering: one document into the bytes of each format asked for."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document
from arsrapport.document.walk import figures
from arsrapport.render.pictures import picture_kind
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError

if TYPE_CHECKING:
    from arsrapport.render.pdf import Pdf


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of a document: bytes by file name, and the PDF's pages (0 without one)."""

    files: Mapping[str, bytes]
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def render(
    document: Document, tree: Tree, templates: Path, name: str, formats: tuple[str, ...]
) -> Rendered:
    """Render a numbered document without faults. `name` is that of the files, without their end."""
    assets, lacking = _read_assets(document, tree)
    if lacking:
        return Rendered({}, 0, lacking)
    # Typst leaves Python free while it sets the pages, so the formats are made side by side.
    with ThreadPoolExecutor(1) as pool:
        setting = pool.submit(_pdf, document, assets, templates) if "pdf" in formats else None
        files = {}
        if "html" in formats:
            from arsrapport.render.html import render_html  # noqa: PLC0415 - only when asked for

            files[f"{name}.html"] = render_html(document, assets, templates)
        pdf, found = setting.result() if setting else (None, ())
    if pdf is None:
        return Rendered({} if found else files, 0, found)
    return Rendered({f"{name}.pdf": pdf.data, **files}, pdf.pages, found)


def _pdf(
    document: Document, assets: Mapping[str, bytes], templates: Path
) -> tuple[Pdf | None, tuple[Diagnostic, ...]]:
    from arsrapport.render.pdf import render_pdf  # noqa: PLC0415 - Typst only when asked for

    return render_pdf(document, assets, templates)


def _read_assets(document: Document, tree: Tree) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read the pictures; AR101 for one that cannot be read, AR419 for one that cannot be set."""
    assets: dict[str, bytes] = {}
    found = []
    for figure in figures(document):
        place = figure.place or Place(figure.asset)
        try:
            assets[figure.asset] = tree.read(figure.asset)
        except UnreadableError as error:
            found.append(fault("AR101", place, reason=error.reason))
            continue
        if picture_kind(assets[figure.asset]) is None:
            found.append(fault("AR419", place, path=figure.asset))
    return assets, tuple(found)
