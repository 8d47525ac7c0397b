"""Word: a numbered Document as one .docx file, with real styles, fields and footnotes.

The looks stand in `templates/docx/`, an unpacked file of Word's; what is said stands in the
document. Numbers, labels and references are printed as they are, and in fields: Word shows ours
until the reader lets it count anew, and then comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document, Section
from arsrapport.document.walk import figures
from arsrapport.language.catalogue import label
from arsrapport.model.theme import PLAIN, Theme
from arsrapport.render.docx.base import add_numbering, open_base
from arsrapport.render.docx.blocks import section as part_of
from arsrapport.render.docx.contents import contents
from arsrapport.render.docx.drawings import Picture, make_pictures
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.heads import (
    footer,
    header,
    house_references,
    running,
    title_references,
)
from arsrapport.render.docx.logo import head_logo
from arsrapport.render.docx.notes import add_notes
from arsrapport.render.docx.outline import outline
from arsrapport.render.docx.package import pack, set_properties
from arsrapport.render.docx.pages import imprint, letterhead, section, title_page
from arsrapport.render.docx.paragraphs import spacer
from arsrapport.render.docx.turning import Piece, pieces, turned_line
from arsrapport.render.docx.xml import Element, is_a, put
from arsrapport.render.lines import part_line
from arsrapport.render.stamp import stamp
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE


def render_docx(
    document: Document, assets: Mapping[str, bytes], templates: Path, theme: Theme = PLAIN
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return a numbered document as a Word file, or what in it cannot be set.

    The same document gives the same bytes. Faults: AR419 for a picture, AR618 for a disk that takes
    no temporary files.

    Args:
        document: With every number, label and id filled in by `document.numbering`.
        assets: The bytes of its pictures, by tree path.
        templates: The folder that holds `docx/`, `pdf/` and `fonts/`.
        theme: How it is to look. A template of Word (`theme.house`) goes before the rest of it.

    Raises:
        KeyError: A picture that is not among the assets, or a word that `document.words` lacks.
        ValueError: A withheld passage, or the hole of a computed value.
    """
    shown = {figure.asset: assets[figure.asset] for figure in figures(document)}
    if theme.logo:
        shown[theme.logo.path] = theme.logo.data
    try:
        pictures, unfit = make_pictures(shown, templates)
    except OSError as error:  # a full disk, say
        why = "denied" if isinstance(error, PermissionError) else "failed"
        return None, (fault("AR618", Place(PROJECT_FILE), name="TEMP", reason=why),)
    if unfit:
        return None, tuple(
            fault("AR419", place, path=path)
            for path, place in _places(document, theme)
            if path in unfit
        )
    gathered = _gather(document, pictures, templates, theme)
    pages = _report if document.kind == "report" else _minutes
    body = gathered.base.document.element.body
    sections = pages(document, gathered)
    elements, page = next(sections)  # a report has a title page, minutes have their one part
    for found, following in sections:
        body.extend(_ended(elements, page, gathered))
        elements, page = found, following
    body.extend([*elements, page])
    add_notes(gathered)
    add_numbering(gathered.base, tuple(gathered.ordered))
    set_properties(gathered.base.document, document)
    return pack(gathered.base.document), ()


def _places(document: Document, theme: Theme) -> Iterator[tuple[str, Place]]:
    for figure in figures(document):
        yield figure.asset, figure.place or Place(figure.asset)
    if theme.logo:
        yield theme.logo.path, theme.logo.place


def _gather(
    document: Document, pictures: Mapping[str, Picture], templates: Path, theme: Theme
) -> Gathered:
    base = open_base(templates, theme)
    return Gathered(
        base=base,
        language=document.language,
        pictures=pictures,
        sequences={
            "Table": label(document.language, "table"),
            "Figure": label(document.language, "figure"),
        },
        outline=outline(document),
        stamp=stamp(document),
        watermark=dict(document.words)["draft"] if document.draft else "",
        part=base.document.part,
    )


def _ended(elements: list[Element], page: Element, gathered: Gathered) -> list[Element]:
    """Return a section that another follows: its last paragraph holds how its pages look."""
    if not elements or not is_a(elements[-1], "w:p"):
        elements = [*elements, spacer(gathered)]
    put(elements[-1], page)
    return elements


def _report(document: Document, gathered: Gathered) -> Iterator[tuple[list[Element], Element]]:
    """Yield what stands in each section, and how its pages look."""
    words, house = dict(document.words), gathered.base.house
    own_first = bool(house and house.first_page)
    cover = section(title_references(gathered), gathered, first=own_first)
    yield title_page(document, gathered), cover
    if document.imprint:
        references = [*header([], gathered), *footer(gathered)]
        yield imprint(document, words, gathered), section(references, gathered, low=True)
    foot = [] if document.imprint else footer(gathered)
    for part in document.front:
        yield from _part(part, document, gathered, foot)
        foot = []
    line = running(document, words["contents"], document.language, gathered)
    yield (
        contents(document, words, gathered),
        section([*header([line], gathered), *foot], gathered),
    )
    for part in (*document.chapters, *document.appendices):
        yield from _part(part, document, gathered, [])


def _minutes(document: Document, gathered: Gathered) -> Iterator[tuple[list[Element], Element]]:
    """Yield the same of minutes: their first page has no line at the top."""
    line = running(document, "", document.language, gathered)
    references = [
        *house_references(gathered, first=True),
        *header([line], gathered),
        *header([], gathered, "first"),
        *footer(gathered),
        *footer(gathered, "first"),
    ]
    first = True
    head = letterhead(document, gathered)
    for part in (*document.front, *document.chapters, *document.appendices):
        for piece in _pieces(part, document, gathered):
            elements = [*head, *piece.elements]
            if first and elements and (logo := head_logo(document, gathered)) is not None:
                elements[0].append(logo)
            page = section(
                references if first else _after_turn(piece, document, "", gathered),
                gathered,
                first=first,
                turned=piece.turned,
            )
            yield elements, page
            first, head = False, []


def _after_turn(piece: Piece, document: Document, title: str, gathered: Gathered) -> list[Element]:
    """Return the header of pages that lie otherwise than those before them."""
    if not (piece.turned or piece.is_back):
        return []
    wide = turned_line(gathered) if piece.turned else 0
    return header(
        [running(document, title, document.language, gathered, line=wide)],
        gathered,
    )


def _pieces(part: Section, document: Document, gathered: Gathered) -> list[Piece]:
    gathered.counted, gathered.is_cut = 0, False  # Word counts footnotes anew in each section
    found = part_of(part, Where(document.language, flows=True), gathered)
    return pieces(found, gathered)


def _part(
    part: Section, document: Document, gathered: Gathered, foot: list[Element]
) -> Iterator[tuple[list[Element], Element]]:
    title = part_line(part)
    language = part.title_language or part.language or document.language
    for piece in _pieces(part, document, gathered):
        wide = turned_line(gathered) if piece.turned else 0
        line = running(document, title, language, gathered, follows=True, line=wide)
        references = [*header([line], gathered), *foot]
        yield (
            piece.elements,
            section(references, gathered, turned=piece.turned),
        )
        foot = []
