"""PDF: a numbered Document as one file that is both PDF/A-2a and PDF/UA-1.

The templates in `templates/pdf/` lay out, in Typst; the document reaches them as data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Code, Document, Figure, Node, Section, Text
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.model.theme import PLAIN, Theme
from arsrapport.render.pdf.finishing import Unmarked, finish
from arsrapport.render.pdf.looks import families, font_folders, look_data, theme_files
from arsrapport.render.pdf.tree import document_data
from arsrapport.render.pictures import picture_kind
from arsrapport.source.characters import has_visible, shown
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE

if TYPE_CHECKING:
    from typst import PDFStandard, TypstError

STANDARDS: Final[list[PDFStandard]] = ["a-2a", "ua-1"]

MARKS_LIMIT: Final = 30
"""Marks on one letter; Typst takes memory by the square of them, gigabytes for some thousands."""

_MARKS: Final = re.compile(rf"[^\w\0-\u02ff\u2000-\u206f]{{{MARKS_LIMIT},}}")
"""Where more marks may stand; cheap to look for."""
_SOME_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789.,()«»–"
_QUOTED: Final = re.compile(r'^error: [^"\n]*?`"((?:[^"\\]|\\.)*)"`', re.MULTILINE)
"""The first text that an error of Typst quotes: the one that could not be shown."""
_ESCAPE: Final = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_ESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


class Pdf(Struct, frozen=True):
    """A finished file."""

    data: bytes
    pages: int


class _Job(Struct, frozen=True):
    """What Typst is given. It reads nothing outside the folder but the fonts."""

    folder: str
    """Holds the templates, the document as `content.json`, its looks as `theme.json`, pictures."""
    fonts: list[str]
    timestamp: int


def _nothing() -> None:
    """Do nothing."""


def render_pdf(
    document: Document,
    assets: Mapping[str, bytes],
    templates: Path,
    meanwhile: Callable[[], None] = _nothing,
    theme: Theme = PLAIN,
) -> tuple[Pdf | None, tuple[Diagnostic, ...]]:
    """Return a numbered document as a PDF, or what in it cannot be set.

    The same document gives the same bytes on every machine. Faults: AR419 for a picture, AR614 for
    a character that no font has, AR618 for a disk that takes no temporary files, AR904 for a font
    of the theme, AR615 for anything else.

    Args:
        document: With every number, label and id filled in by `document.numbering`.
        assets: The bytes of its pictures, by tree path.
        templates: The folder that holds `pdf/` and `fonts/`.
        meanwhile: Is called once Typst is at work, which leaves Python free; not when it never is.
        theme: How it is to look.

    Raises:
        KeyError: A picture that is not among the assets, or a word that `document.words` lacks.
        ValueError: A withheld passage, or the hole of a computed value.
    """
    placed = tuple(_placed(document))
    paths = dict.fromkeys(node.asset for node, _ in placed if isinstance(node, Figure))
    kinds = {path: picture_kind(assets[path]) for path in paths}
    unfit = {path for path, kind in kinds.items() if kind is None}
    if unfit:
        return None, _picture_faults(document, unfit)
    piled = tuple(_mark_faults(document, placed))
    if piled:
        return None, piled
    # Names that a user chose never reach Typst or the disk.
    names = {path: f"asset-{n}.{kind}" for n, (path, kind) in enumerate(kinds.items(), 1)}
    content, unmarked = document_data(document, names, theme.room)
    files = {
        **{path.name: path.read_bytes() for path in (templates / "pdf").glob("*.typ")},
        **{name: assets[path] for path, name in names.items()},
        **theme_files(theme),
        "content.json": msgspec.json.encode(content),
    }
    try:
        with TemporaryDirectory(prefix="arsrapport-", ignore_cleanup_errors=True) as folder:
            for name, data in files.items():
                (Path(folder) / name).parent.mkdir(exist_ok=True)
                (Path(folder) / name).write_bytes(data)
            look, broken = look_data(theme, folder)
            if broken:
                return None, broken
            (Path(folder) / "theme.json").write_bytes(msgspec.json.encode(look))
            fonts = [str(templates / "fonts"), *font_folders(theme, folder)]
            job = _Job(folder, fonts, _seconds(document.created))
            pdf, found = _render(job, document, names, unmarked, meanwhile)
            return pdf, found if pdf else (tuple(_theme_faults(theme, look, job)) or found)
    except OSError as error:  # a full disk, say
        why = "denied" if isinstance(error, PermissionError) else "failed"
        return None, (fault("AR618", Place(PROJECT_FILE), name="TEMP", reason=why),)


def _render(
    job: _Job,
    document: Document,
    names: Mapping[str, str],
    unmarked: Unmarked,
    meanwhile: Callable[[], None],
) -> tuple[Pdf | None, tuple[Diagnostic, ...]]:
    import typst  # noqa: PLC0415 - start-up

    with ThreadPoolExecutor(1) as pool:
        compiling = pool.submit(_compile, job, "main.typ")
        meanwhile()
        import pikepdf  # noqa: F401, PLC0415 - needed next, and there is time now

        try:
            data, warnings = compiling.result()
        except typst.TypstError as error:
            return None, _explain(error, job, document, names)
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # pyo3's; it cannot be imported
                raise
            return None, _other(document, str(error), job.folder)
    if warnings:
        return None, _other(document, warnings[0], job.folder)
    return Pdf(*finish(data, unmarked)), ()


def _compile(job: _Job, template: str, **inputs: str) -> tuple[bytes, list[str]]:
    """Return the PDF of a template, and Typst's warnings: an unknown font is only one."""
    import typst  # noqa: PLC0415 - start-up

    data, warnings = typst.compile_with_warnings(
        str(Path(job.folder) / template),
        sys_inputs=inputs,
        format="pdf",
        root=job.folder,
        font_paths=job.fonts,
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
        timestamp=job.timestamp,
    )
    return data, [warning.message for warning in warnings]


def _seconds(day: date) -> int:
    """Return the start of a day in UTC, as seconds since 1970."""
    return int(datetime.combine(day, time(), UTC).timestamp())


# --- what went wrong ------------------------------------------------------------------------


def _explain(
    error: TypstError, job: _Job, document: Document, names: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return what in the document made Typst fail, as near to its place as can be told."""
    broken = {path for path, name in names.items() if not _can_be_set(name, job)}
    found = (*_picture_faults(document, broken), *_character_faults(document, error.diagnostic))
    return found or _other(document, error.message, job.folder)


def _can_be_set(name: str, job: _Job) -> bool:
    """Say whether a picture can be set by itself: Typst's error would not say which is broken."""
    return _compiles(job, "picture.typ", file=name)


def _compiles(job: _Job, template: str, **inputs: str) -> bool:
    try:
        _compile(job, template, **inputs)
    except BaseException as error:
        if type(error).__name__ not in {"TypstError", "PanicException"}:
            raise
        return False
    return True


def _theme_faults(theme: Theme, look: Mapping[str, Any], job: _Job) -> Iterator[Diagnostic]:
    """Yield a fault for what in the theme made Typst fail: a logo, or fonts."""
    if theme.logo and not _can_be_set(look["logo"]["file"], job):
        yield fault("AR419", theme.logo.place, path=theme.logo.path)
    for face, folder, name in families(theme, job.folder):
        alone = replace(job, fonts=[folder])
        if not _compiles(alone, "font.typ", family=name, letters=_SOME_LETTERS):
            yield fault("AR904", Place(face.path), reason="broken")


def _picture_faults(document: Document, unfit: AbstractSet[str]) -> tuple[Diagnostic, ...]:
    return tuple(
        fault("AR419", place, path=node.asset)
        for node, place in _placed(document)
        if isinstance(node, Figure) and node.asset in unfit
    )


def _character_faults(document: Document, message: str) -> tuple[Diagnostic, ...]:
    """Return a fault for each text that holds characters which Typst names in its errors."""
    named = dict.fromkeys(_unquote(quoted) for quoted in _QUOTED.findall(message))
    return tuple(
        fault("AR614", place, character=character)
        for text, place in _texts(document, _placed(document))
        for character in named
        if character in text
    )


def _mark_faults(document: Document, placed: Iterable[tuple[Node, Place]]) -> Iterator[Diagnostic]:
    """Yield a fault for each text in which too many marks stand on one letter."""
    for text, place in _texts(document, placed):
        if mark := piled(text):
            yield fault("AR614", place, character=mark)


def _texts(document: Document, placed: Iterable[tuple[Node, Place]]) -> Iterator[tuple[str, Place]]:
    """Yield every text of a document with its place, and what stands on the title page."""
    for node, place in placed:
        if isinstance(node, Text | Code):
            yield node.value, place
    names = document.titles
    for title in (names.title, names.committee, names.publisher, names.series, names.date):
        yield title, Place(PROJECT_FILE)


def piled(text: str) -> str:
    """Return a mark of which too many stand on one letter of a text, "" when there is none."""
    for found in _MARKS.finditer(text):
        for is_mark, row in groupby(found[0], lambda sign: unicodedata.category(sign)[0] == "M"):
            marks = "".join(row)
            if is_mark and len(marks) >= MARKS_LIMIT:
                return marks[0]
    return ""


def _unquote(quoted: str) -> str:
    r"""Return a text that Rust has quoted (`\u{1}`, `\"`)."""
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2]),
        quoted,
    )


def _other(document: Document, problem: str, folder: str) -> tuple[Diagnostic, ...]:
    """Return faults for what has no code of its own, at the likeliest places."""
    placed = list(_placed(document))
    # A heading without words is the one thing authors can write that no tagged PDF may hold.
    blank = [
        place
        for node, place in placed
        if isinstance(node, Section) and not has_visible(plain_text(node.title))
    ]
    words = shown(problem.replace(folder, ""))
    places = blank or [place for _, place in placed[:1]] or [Place(PROJECT_FILE)]
    return tuple(fault("AR615", place, problem=words) for place in places)


def _placed(document: Document) -> Iterator[tuple[Node, Place]]:
    """Yield every node in reading order, with its place, else that of the last one that has one.

    What comes before all places is made of what arsrapport.yaml and committee.yaml say.
    """
    place = Place(PROJECT_FILE)
    blocks = (*document.imprint, *document.front, *document.chapters, *document.appendices)
    for block in blocks:
        for node, _ in walk(block, document.language):
            place = getattr(node, "place", None) or place
            yield node, place
