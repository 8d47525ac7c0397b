"""Rendering: one document into the bytes of each format asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.compose.chapters.chart import COLOUR
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document
from arsrapport.document.spaces import set_hard_spaces
from arsrapport.document.walk import figures
from arsrapport.model.theme import PLAIN, Theme
from arsrapport.render.pictures import picture_kind
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError

SHOWN_LIMIT: Final = 60_000_000
"""The bytes of all pictures of a document, one shown twice counted twice: HTML holds each."""


class Rendered(Struct, frozen=True):
    """What came of a document: bytes by file name, and the PDF's pages (0 without one)."""

    files: Mapping[str, bytes]
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def render(  # noqa: PLR0913, PLR0917 - what is set, from what, into what
    document: Document,
    tree: Tree,
    templates: Path,
    name: str,
    formats: tuple[str, ...],
    theme: Theme = PLAIN,
) -> Rendered:
    """Render a numbered document without faults. `name` is that of the files, without their end."""
    document = set_hard_spaces(_with_running_head(document, theme.running_head))
    assets, lacking = _read_assets(document, tree, theme)
    if lacking:
        return Rendered({}, 0, lacking)
    html: dict[str, bytes] = {}
    pages = 0
    whole, theme = theme, replace(theme, house=None)  # which is Word's alone

    def make_html() -> None:
        if "html" in formats:
            from arsrapport.render.html.document import render_html  # noqa: PLC0415 - only when asked for

            html[f"{name}.html"] = render_html(document, assets, templates, theme)

    files: dict[str, bytes] = {}
    told: tuple[Diagnostic, ...] = ()
    if "pdf" in formats:
        from arsrapport.render.pdf.document import render_pdf  # noqa: PLC0415 - Typst only when asked for

        pdf, found = render_pdf(document, assets, templates, make_html, theme)
        if pdf is None:
            return Rendered({}, 0, found)
        files[f"{name}.pdf"], pages = pdf.data, pdf.pages
        told += found
    else:
        make_html()
    files |= html
    if "docx" in formats:
        from arsrapport.render.docx.document import render_docx  # noqa: PLC0415 - likewise

        word, found = render_docx(document, assets, templates, whole)
        if word is None:
            return Rendered({}, 0, found)
        files[f"{name}.docx"] = word
        told += found
    if "md" in formats:
        from arsrapport.render.markdown.document import render_markdown  # noqa: PLC0415 - likewise

        files |= render_markdown(document, assets, name)
    return Rendered(files, pages, told)


def _with_running_head(document: Document, words: str) -> Document:
    """Return a document with the publisher's words first at the top of each page."""
    titles = document.titles
    running = " \N{MIDDLE DOT} ".join(part for part in (words, titles.running) if part)
    return replace(document, titles=replace(titles, running=running)) if words else document


def unfit_pictures(document: Document, tree: Tree) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the pictures that are there (AR101, AR419): no build takes them."""
    return tuple(found for found in _read_assets(document, tree)[1] if not _is_missing(found))


def _is_missing(found: Diagnostic) -> bool:
    """Say whether a picture is not there at all, which AR414 tells."""
    return ("reason", "missing") in found.arguments


def _coloured(drawing: bytes, theme: Theme) -> bytes:
    """Return a chart with its bars in the theme's accent."""
    accent = theme.light.accent if theme.light else ""
    bar = re.compile(rb'(<rect [^<>]*fill=")' + COLOUR.encode())
    return bar.sub(rb"\g<1>" + accent.encode(), drawing) if accent else drawing


def _read_assets(
    document: Document, tree: Tree, theme: Theme = PLAIN
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read the pictures, each once.

    AR101 for one that cannot be read, or with which there are too many; AR419 for one that cannot
    be set.
    """
    assets: dict[str, bytes] = {}
    found = []
    unfit: dict[str, tuple[str, dict[str, str]]] = {}
    shown = 0
    for figure in figures(document):
        path, place = figure.asset, figure.place or Place(figure.asset)
        if figure.drawing:
            assets[path] = _coloured(figure.drawing, theme)
            continue
        if path not in assets and path not in unfit:
            try:
                assets[path] = tree.read(path)
            except UnreadableError as error:
                unfit[path] = ("AR101", {"reason": error.reason})
            else:
                if picture_kind(assets[path]) is None:
                    unfit[path] = ("AR419", {"path": path})
        if path in unfit:
            code, arguments = unfit[path]
            found.append(fault(code, place, **arguments))
            continue
        shown += len(assets[path])
        if shown > SHOWN_LIMIT:
            found.append(fault("AR101", place, reason="too-large"))
            break
    return assets, tuple(found)
