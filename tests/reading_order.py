"""What a reader who listens gets from a finished PDF or HTML page: one block after the other.

Both are brought to the same shape, so that a test can compare them block by block: what each is
(heading, paragraph, term, cell, caption, picture), and its text with the language of each piece.
Footnotes stand apart: in the PDF each follows its mark, in HTML the last block of the part.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element as Markup

from pdf_reading import Element, Words

Spoken = tuple[tuple[str, str], ...]


class Block(NamedTuple):
    """A piece of a document that is read in one go."""

    kind: str
    """`h1` (its level in the document, 1 for a part), `p`, `term`, `caption`, `th-col`, `th-row`,
    `td`, `figure`."""
    spoken: Spoken
    """Language and text, in order; neighbours in one language are joined."""

    @property
    def text(self) -> str:
        return _flat(" ".join(text for _, text in self.spoken))


class Order(NamedTuple):
    """A document in reading order."""

    blocks: list[Block]
    notes: list[Spoken]


def of_html(root: Markup, language: str, raised: int) -> Order:
    """Read an element of a page.

    Args:
        root: `main`, say.
        language: That of the place where it stands.
        raised: How much deeper its headings are than in the document: 1 in a report, whose title
            is the page's only `h1`.
    """
    order = Order([], [])
    _html_block(root, language, raised, order)
    return order


def of_pdf(elements: Iterable[Element | Words]) -> Order:
    """Read elements of a structure tree."""
    order = Order([], [])
    _pdf_blocks(list(elements), order)
    return order


def parts_of_pdf(root: Element) -> dict[str, list[Element | Words]]:
    """Return the elements of each part by the words of its heading, "" for those before the first."""
    (document,) = root.all("Document")
    parts: dict[str, list[Element | Words]] = {"": []}
    name = ""
    for child in document.children:
        if isinstance(child, Element) and child.tag == "H1":
            name = text_of(child)
            assert name not in parts
            parts[name] = []
        parts[name].append(child)
    return parts


# --- HTML -----------------------------------------------------------------------------------

_INLINE = {"a", "em", "strong", "code", "span", "sup", "br", "wbr"}


def _html_block(element: Markup, language: str, raised: int, order: Order) -> None:
    own = element.get("lang", language)
    if element.get("class") == "footnotes":
        order.notes.extend(
            _spoken(_html_note(item, item.get("lang", own))) for item in element.iter("li")
        )
        return
    if element.tag == "img":
        order.blocks.append(Block("figure", ((own, _flat(element.get("alt", ""))),)))
        return
    kind = _html_kind(element, raised)
    waiting: list[tuple[str, str]] = [(own, element.text or "")]
    for child in element:
        if child.tag in _INLINE:
            waiting += _html_inline(child, own)
        else:
            _add(order, kind, waiting)
            waiting = []
            _html_block(child, own, raised, order)
        waiting.append((own, child.tail or ""))
    _add(order, kind, waiting)


def _html_kind(element: Markup, raised: int) -> str:
    if found := re.fullmatch(r"h([1-6])", str(element.tag)):
        return f"h{int(found[1]) - raised}"
    if element.get("role") == "heading":
        return f"h{int(element.get('aria-level', '')) - raised}"
    if element.tag == "th":
        return f"th-{element.get('scope')}"
    return {"dt": "term", "td": "td", "caption": "caption", "figcaption": "caption"}.get(
        str(element.tag), "p"
    )


def _html_inline(element: Markup, language: str) -> Iterator[tuple[str, str]]:
    own = element.get("lang", language)
    yield own, " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _html_inline(child, own)
        yield own, child.tail or ""


def _html_note(item: Markup, language: str) -> Iterator[tuple[str, str]]:
    own = item.get("lang", language)
    if item.get("role") == "doc-backlink" or item.get("class") == "number":
        return
    yield own, item.text or ""
    for child in item:
        yield from _html_note(child, own)
        yield own, child.tail or ""


# --- PDF ------------------------------------------------------------------------------------

_LINE = {"Span", "Em", "Strong", "Link", "Lbl", "Reference", "Code", "Datetime"}
_KINDS = {"Caption": "caption", "TD": "td"}
_BULLET = re.compile(r"[•–]|\d+\.")


def _pdf_blocks(children: list[Element | Words], order: Order, kind: str = "p") -> None:
    waiting: list[tuple[str, str]] = []
    for child in children:
        if isinstance(child, Words) or child.tag in _LINE:
            waiting += _pdf_inline(child, order)
        elif child.tag == "Note":
            order.notes.append(_pdf_note(child))
        else:
            _add(order, kind, waiting)
            waiting = []
            _pdf_block(child, order, kind)
    _add(order, kind, waiting)


def _pdf_block(element: Element, order: Order, outside: str) -> None:
    if element.tag == "Figure":
        order.blocks.append(Block("figure", ((element.language, _flat(element.alt)),)))
    elif element.tag == "LI":
        label, *rest = element.children
        assert isinstance(label, Element)
        if not _BULLET.fullmatch(_flat(label.text)):
            _pdf_blocks(label.children, order, "term")
        _pdf_blocks(list(rest), order)
    elif found := re.fullmatch(r"H(\d+)", element.tag):
        _pdf_blocks(element.children, order, f"h{found[1]}")
    elif element.tag == "TH":
        _pdf_blocks(element.children, order, {"Column": "th-col", "Row": "th-row"}[element.scope])
    else:
        # A paragraph inside a cell or a caption is that cell or caption.
        own = "p" if outside == "p" else outside
        _pdf_blocks(element.children, order, _KINDS.get(element.tag, own))


def _pdf_inline(part: Element | Words, order: Order) -> Iterator[tuple[str, str]]:
    if isinstance(part, Words):
        yield part.language, part.text.replace("\N{SOFT HYPHEN}", "")
        return
    for child in part.children:
        if isinstance(child, Element) and child.tag == "Note":
            order.notes.append(_pdf_note(child))
        else:
            yield from _pdf_inline(child, order)


def _pdf_note(note: Element) -> Spoken:
    """Return what a footnote says, without its number."""
    return _spoken(
        (words.language, words.text.replace("\N{SOFT HYPHEN}", ""))
        for child in note.children
        if isinstance(child, Words) or child.tag != "Lbl"
        for words in (child.words() if isinstance(child, Element) else (child,))
    )


# --- both -----------------------------------------------------------------------------------


def _add(order: Order, kind: str, pieces: Iterable[tuple[str, str]]) -> None:
    spoken = _spoken(pieces)
    if spoken:
        order.blocks.append(Block(kind, spoken))


def _spoken(pieces: Iterable[tuple[str, str]]) -> Spoken:
    joined: list[tuple[str, str]] = []
    for language, text in pieces:
        if joined and (joined[-1][0] == language or not text.strip()):
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        elif text.strip():
            joined.append((language, text))
    return tuple((language, _flat(text)) for language, text in joined)


def text_of(element: Element) -> str:
    """Return what an element of a PDF says, without the footnotes in it."""
    return _flat("".join(text for _, text in _pdf_inline(element, Order([], []))))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
