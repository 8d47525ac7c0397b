"""Reads a finished PDF back: its structure tree with the text in it, and every run of glyphs.

Made for files by Typst: composite fonts with two-byte codes and a ToUnicode map. It follows the
content streams by itself, so that a test sees what a screen reader and a page see, not what the
renderer meant.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import page as page_validation
import pikepdf

FALSE_ALARM = "STREAM-LENGTH-001"
"""page-validation 0.11.0 reports it when a stream's last byte is 0x0D; see `bad_lengths`."""


@dataclass(frozen=True)
class Run:
    """Glyphs that were shown by one operator."""

    text: str
    page: int
    left: float
    right: float
    """Where the last glyph ends that is no space."""
    baseline: float
    size: float
    font: str
    mcid: int | None
    """None for what is outside the structure: headers, footers, rules."""
    language: str
    """Of the run itself, "" for that of its element."""


@dataclass(frozen=True)
class Picture:
    """A picture as it stands on a page."""

    page: int
    width: float
    height: float


@dataclass
class Words:
    """Text in an element."""

    text: str
    language: str


@dataclass
class Element:
    """An element of the structure tree."""

    tag: str
    language: str = ""
    """Its own or inherited, "" when nothing says one."""
    alt: str = ""
    scope: str = ""
    children: list[Element | Words] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything in it, in reading order, hyphenated words whole again."""
        return "".join(part.text for part in self.children).replace("\u00ad", "")

    def spoken(self) -> list[tuple[str, str]]:
        """The text in it by language, in reading order."""
        found: list[tuple[str, str]] = []
        for words in self.words():
            text = words.text.replace("\u00ad", "")
            if found and found[-1][0] == words.language:
                found[-1] = (words.language, found[-1][1] + text)
            elif text:
                found.append((words.language, text))
        return found

    def words(self) -> Iterator[Words]:
        for part in self.children:
            if isinstance(part, Element):
                yield from part.words()
            else:
                yield part

    def all(self, *tags: str) -> list[Element]:
        """The elements of these kinds in it, in reading order."""
        return [element for element in self.walk() if element.tag in tags]

    def walk(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def outline(self, depth: int = 0) -> str:
        """A picture of the tree for people."""
        lines = [f"{'  ' * depth}{self.tag} {self.language} {self.scope} {self.alt}".rstrip()]
        lines += [
            child.outline(depth + 1)
            if isinstance(child, Element)
            else f"{'  ' * (depth + 1)}{child.text!r} {child.language}"
            for child in self.children
        ]
        return "\n".join(lines)


@dataclass(frozen=True)
class Reading:
    """What a finished file says."""

    title: str
    language: str
    created: str
    pages: int
    labels: bool
    bookmarks: list[tuple[int, str]]
    root: Element
    runs: list[Run]
    pictures: list[Picture]
    links: list[str]
    """The addresses that lead out of the file."""
    sizes: list[tuple[float, float]]
    """Of the pages, width and height in points."""

    def page_text(self, number: int) -> str:
        """The text of a page, headers and footers with it, in the order it was drawn."""
        return "".join(run.text for run in self.runs if run.page == number)


def read_pdf(data: bytes) -> Reading:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = [item for n, page in enumerate(pdf.pages, 1) for item in _shown_on(page, n)]
        runs = [item for item in shown if isinstance(item, Run)]
        texts: dict[tuple[int, int], Words] = {}
        for run in runs:
            if run.mcid is not None:
                texts.setdefault((run.page, run.mcid), Words("", run.language)).text += run.text
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        language = str(pdf.Root.get("/Lang", ""))
        root = Element("StructTreeRoot", language)
        _fill(root, pdf.Root.StructTreeRoot.get("/K"), 0, texts, numbers)
        with pdf.open_outline() as outline:
            bookmarks = list(_bookmarks(outline.root, 1))
        return Reading(
            title=str(pdf.docinfo.get("/Title", "")),
            language=language,
            created=str(pdf.docinfo.get("/CreationDate", "")),
            pages=len(pdf.pages),
            labels="/PageLabels" in pdf.Root,
            bookmarks=bookmarks,
            root=root,
            runs=runs,
            pictures=[item for item in shown if isinstance(item, Picture)],
            links=[
                str(note.A.URI)
                for page in pdf.pages
                for note in page.get("/Annots", [])
                if "/A" in note and "/URI" in note.A
            ],
            sizes=[(float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages],
        )


def failures(data: bytes, profile: str) -> list[str]:
    """The rules of a profile (`ua1`, `2a`) that a file breaks, less the one false alarm."""
    result = page_validation.validate_pdf_bytes(
        data, profile=profile, limits=page_validation.SafetyLimits.unlimited()
    )
    found = sorted({failure.rule_id for failure in result.failures})
    if bad_lengths(data) == 0:
        found = [rule for rule in found if FALSE_ALARM not in rule]
    assert found or result.is_compliant or result.failures
    return found


def bad_lengths(data: bytes) -> int:
    """How many streams are not as long as they say (PDF/A, ISO 19005-2, 6.1.7.1), counted exactly."""
    streams = re.finditer(rb"/Length (\d+)\b(?! \d+ R)[^>]*>>\s*stream(?:\r\n|\n)", data)
    ends = (data[found.end() + int(found[1]) :][:12] for found in streams)
    return sum(not re.match(rb"(\r\n|\n|\r)endstream", end) for end in ends)


# --- the structure --------------------------------------------------------------------------


def _fill(
    parent: Element,
    kids: Any,
    page: int,
    texts: dict[tuple[int, int], Words],
    numbers: dict[tuple[int, int], int],
) -> None:
    def add(page: int, mcid: int) -> None:
        words = texts.get((page, mcid))
        if words is not None:
            parent.children.append(Words(words.text, words.language or parent.language))

    for kid in _many(kids):
        if isinstance(kid, int):
            add(page, kid)
            continue
        own = numbers[kid.Pg.objgen] if "/Pg" in kid else page
        if "/S" in kid:
            element = Element(
                str(kid.S)[1:], str(kid.get("/Lang", parent.language)), str(kid.get("/Alt", ""))
            )
            for attributes in _many(kid.get("/A")):
                element.scope = str(attributes.get("/Scope", element.scope)).lstrip("/")
            _fill(element, kid.get("/K"), own, texts, numbers)
            parent.children.append(element)
        elif "/MCID" in kid:
            add(own, int(kid.MCID))


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _bookmarks(items: Any, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, str(item.title)
        yield from _bookmarks(item.children, level + 1)


# --- the pages ------------------------------------------------------------------------------

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass
class _Font:
    name: str
    words: dict[int, str]
    widths: dict[int, float]
    default: float


@dataclass
class _Mark:
    """An open marked-content sequence."""

    mcid: int | None
    language: str
    instead: list[str] | None
    """The text that stands for all that is shown in it; empty once it has been given."""


def _shown_on(page: pikepdf.Page, number: int) -> Iterator[Run | Picture]:  # noqa: C901, PLR0912 - one case an operator
    fonts = {name: _font(font) for name, font in page.resources.get("/Font", {}).items()}
    matrix, text, stack = IDENTITY, IDENTITY, []
    marks: list[_Mark] = []
    font, size = _Font("", {}, {}, 0), 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = _times(tuple(float(n) for n in operands), matrix)
            case "BDC" | "BMC":
                marks.append(_mark(operands[1] if len(operands) > 1 else {}))
            case "EMC":
                marks.pop()
            case "Do":
                if page.resources.XObject[operands[0]].Subtype == "/Image":
                    yield Picture(number, abs(matrix[0]), abs(matrix[3]))
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                text = tuple(float(n) for n in operands)
            case "Tj" | "TJ":
                words, width, inked = _shown(operands[0], font)
                for mark in marks:
                    if mark.instead is not None:
                        words = mark.instead.pop() if mark.instead else ""
                start = _times(text, matrix)
                yield Run(
                    text=words,
                    page=number,
                    left=start[4],
                    right=start[4] + inked * size * start[0],
                    baseline=start[5],
                    size=size * abs(start[0]),
                    font=font.name,
                    mcid=next((m.mcid for m in reversed(marks) if m.mcid is not None), None),
                    language=next((m.language for m in reversed(marks) if m.language), ""),
                )
                text = _times((1, 0, 0, 1, width * size, 0), text)


def _mark(about: Any) -> _Mark:
    return _Mark(
        int(about["/MCID"]) if "/MCID" in about else None,
        str(about.get("/Lang", "")),
        [str(about["/ActualText"])] if "/ActualText" in about else None,
    )


def _shown(operand: Any, font: _Font) -> tuple[str, float, float]:
    """Return text, its width, and its width without the spaces at its end."""
    words, width, inked = "", 0.0, 0.0
    for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if not isinstance(part, pikepdf.String):
            width -= float(part) / 1000
            continue
        data = bytes(part)
        for code in (int.from_bytes(data[i : i + 2]) for i in range(0, len(data), 2)):
            word = font.words.get(code, "\ufffd")
            words += word
            width += font.widths.get(code, font.default) / 1000
            inked = width if word.strip() else inked
    return words, width, inked


def _font(font: Any) -> _Font:
    inner = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    parts = list(inner.get("/W", []))
    while parts:
        first, second = int(parts[0]), parts[1]
        if isinstance(second, pikepdf.Array):
            widths |= {first + i: float(width) for i, width in enumerate(second)}
            parts = parts[2:]
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(parts[2]))
            parts = parts[3:]
    words = _words(font.ToUnicode.read_bytes().decode("ascii")) if "/ToUnicode" in font else {}
    return _Font(str(font.BaseFont)[1:], words, widths, float(inner.get("/DW", 1000)))


def _words(cmap: str) -> dict[int, str]:
    """Read a ToUnicode map."""

    def text(digits: str) -> str:
        return bytes.fromhex(digits).decode("utf-16-be")

    words: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, word in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            words[int(code, 16)] = text(word)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, word in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w*)>", block):
            for code in range(int(low, 16), int(high, 16) + 1):
                words[code] = text(word)[:-1] + chr(ord(text(word)[-1]) + code - int(low, 16))
    return words
