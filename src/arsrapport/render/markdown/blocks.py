"""Blocks as Markdown: each kind of node as chunks, in the language of the place where they stand.

Footnotes are superscripts with a list after each part. Markdown's own `[^1]` would be gathered at
the end of the file and counted anew there, and the numbers would not be those of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, assert_never
from urllib.parse import quote

from msgspec import Struct, field

from arsrapport.document import nodes
from arsrapport.document.nodes import Block, Footnote, Inline, Node, Section
from arsrapport.document.walk import walk
from arsrapport.language.languages import Language
from arsrapport.render.markdown.chunks import in_language, is_text, list_item, list_of, quoted
from arsrapport.render.markdown.inline import inlines, line
from arsrapport.render.markdown.text import anchor, escape, link, spoken, strong
from arsrapport.render.marks import Marks
from arsrapport.render.pictures import picture_kind

LEVELS: Final = 6
"""Markdown has no heading below the sixth level."""

LISTED_LEVELS: Final = 2
"""How many levels the contents have: the parts and the sections right below them."""

LARGEST_NUMBER: Final = 999_999_999
"""Of an item in a list (CommonMark, 5.2)."""

_LINES: Final = {"left": ":---", "center": ":---:", "right": "---:"}


class Gathered(Struct):
    """What a pass over a document carries along."""

    assets: Mapping[str, bytes]
    name: str
    """The file's, without its end."""
    levels_above: int
    """How many levels of headings stand above the parts."""
    back: str
    """What the link from a footnote back to the text is called."""
    marks: Marks = field(default_factory=Marks)
    pictures: dict[str, str] = field(default_factory=dict)
    """The file of each asset that has been set."""


def set_blocks(blocks: Iterable[Block], outside: Language, gathered: Gathered) -> list[str]:
    """Return blocks as chunks of Markdown. `outside` is the language of the place."""
    return [chunk for block in blocks for chunk in _block(block, outside, gathered)]


def set_part(section: Section, outside: Language, gathered: Gathered) -> list[str]:
    """Return a part of a document, with its footnotes at its end."""
    return _section(section, outside, gathered, is_part=True)


def _block(block: Block, outside: Language, gathered: Gathered) -> list[str]:
    if isinstance(block, Section):
        return _section(block, outside, gathered)
    own = block.language or outside
    match block:
        case nodes.Paragraph():
            chunks = _paragraph(block, gathered)
        case nodes.List():
            chunks = _list(block, own, gathered)
        case nodes.Definitions():
            chunks = _definitions(block, own, gathered)
        case nodes.Table():
            chunks = _table(block, own, gathered)
        case nodes.Figure():
            chunks = _figure(block, gathered)
        case nodes.Quote() | nodes.Note():
            chunks = quoted(set_blocks(block.children, own, gathered))
        case nodes.Passage():
            if block.internal:
                raise ValueError("a withheld passage has come as far as a renderer")
            chunks = set_blocks(block.children, own, gathered)
        case _:
            assert_never(block)
    return in_language(chunks, own, outside)


def _section(
    section: Section, outside: Language, gathered: Gathered, *, is_part: bool = False
) -> list[str]:
    own = section.language or outside
    heading = _heading(section, own, outside, gathered)
    chunks = set_blocks(section.children, own, gathered)
    if is_part:
        chunks += set_notes((section,), outside, own, gathered)
    return [heading, *in_language(chunks, own, outside)]


def _heading(section: Section, own: Language, outside: Language, gathered: Gathered) -> str:
    level = section.level + gathered.levels_above
    title = set_title(section, section.title, gathered.marks)
    marked = spoken(
        title if level <= LEVELS else strong(title), section.title_language or own, outside
    )
    head = f"{'#' * level} " if level <= LEVELS else ""
    # Nothing refers to a section without a name, and the contents go no deeper than this.
    address = section.id if section.name or section.level <= LISTED_LEVELS else ""
    return f"{head}{anchor(address)}{marked}"


def set_title(section: Section, title: tuple[Inline, ...], marks: Marks) -> str:
    """Return a section's number and its title, or its title as it is to stand elsewhere."""
    return f"{escape(section.number)} {inlines(title, marks)}".strip(" ")


def _paragraph(paragraph: nodes.Paragraph, gathered: Gathered) -> list[str]:
    children = paragraph.children
    if paragraph.role == "byline":
        children = (nodes.Emphasis(children),)
    elif paragraph.role == "subtitle":
        children = (nodes.Strong(children),)
    text = line(children, gathered.marks)
    return [text] if text else []


def _list(block: nodes.List, own: Language, gathered: Gathered) -> list[str]:
    items = []
    for number, item in enumerate(block.items, max(block.start, 0)):
        language = item.language or own
        chunks = set_blocks(item.children, language, gathered)
        marker = f"{min(number, LARGEST_NUMBER)}. " if block.ordered else "- "
        items.append(list_item(marker, in_language(chunks, language, own)))
    return list_of(items)


def _definitions(block: nodes.Definitions, own: Language, gathered: Gathered) -> list[str]:
    """Return terms as a list: Markdown has no other form for them that forges share."""
    items = []
    for item in block.items:
        term = inlines(item.term, gathered.marks, "*")
        head = strong(term if term.endswith((":", "?")) else f"{term}:")
        chunks = _led(head, item.children, own, gathered)
        items.append(list_item("- ", chunks))
    return list_of(items)


def _led(head: str, children: tuple[Block, ...], own: Language, gathered: Gathered) -> list[str]:
    """Return blocks with a head that stands on the line of the first one, if that is words."""
    match children:
        case (nodes.Paragraph(role="", language=None) as first, *rest):
            words = inlines(first.children, gathered.marks).strip(" ")
            return [f"{head} {words}".rstrip(" "), *set_blocks(rest, own, gathered)]
        case _:
            return [head, *set_blocks(children, own, gathered)]


def _table(table: nodes.Table, own: Language, gathered: Gathered) -> list[str]:
    caption = _caption(table.id, table.label, table.caption, gathered)
    head = table.head or tuple(nodes.Cell(()) for _ in table.align)
    lines = [
        _row(_cell(cell, own, gathered) for cell in head),
        _row(_LINES[align] for align in table.align),
    ]
    for row in table.rows:
        cells = [_cell(cell, own, gathered) for cell in row]
        first = [strong(text) if table.header_column else text for text in cells[:1]]
        lines.append(_row([*first, *cells[1:]]))
    below = [line(words, gathered.marks) for words in (*table.notes, table.source)]
    return [chunk for chunk in (caption, "\n".join(lines), *below) if chunk]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: nodes.Cell, own: Language, gathered: Gathered) -> str:
    text = inlines(cell.children, gathered.marks).strip(" ").replace("|", "\\|")
    return spoken(text, cell.language or own, own)


def _figure(figure: nodes.Figure, gathered: Gathered) -> list[str]:
    file = quote(_picture(figure.asset, gathered), errors="replace")
    picture = f"![{escape(figure.alt, again=False)}]({file})"
    caption = _caption("", figure.label, figure.caption, gathered)
    source = line(figure.source, gathered.marks)
    first, *rest = [chunk for chunk in (caption, picture, source) if chunk]
    return [anchor(figure.id) + first, *rest]


def _picture(asset: str, gathered: Gathered) -> str:
    """Return the file of a picture, named by its place in the document, never by the author."""
    kind = picture_kind(gathered.assets[asset])
    if kind is None:
        raise ValueError("a picture that cannot be set has come as far as a renderer")
    number = len(gathered.pictures) + 1
    return gathered.pictures.setdefault(asset, f"{gathered.name}-{number}.{kind}")


def _caption(id_: str, label: str, caption: tuple[Inline, ...], gathered: Gathered) -> str:
    words = line(caption, gathered.marks)
    return anchor(id_) + " ".join(filter(None, (strong(escape(label)), words)))


# --- footnotes ------------------------------------------------------------------------------


def set_notes(
    blocks: Iterable[Node], outside: Language, around: Language, gathered: Gathered
) -> list[str]:
    """Return the footnotes of a part after a rule, each once. `around` is the language there."""
    chunks: list[str] = []
    known: set[str] = set()
    for block in blocks:
        for node, language in walk(block, outside):
            if isinstance(node, Footnote) and node.id not in known:
                known |= {node.id} - {""}
                chunks += in_language(_note(node, language, gathered), language, around)
    return ["---", *chunks] if chunks else []


def _note(note: Footnote, language: Language, gathered: Gathered) -> list[str]:
    head = f"{anchor(note.id)}<sup>{escape(note.number or '*')}</sup>"
    chunks = _led(head, note.children, language, gathered)
    arrow = "\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}"  # a letter, no emoji
    back = " ".join(link(arrow, f"#{mark}", gathered.back) for mark in gathered.marks.of(note))
    if back and is_text(chunks[-1]):
        chunks[-1] = f"{chunks[-1]} {back}"
    elif back:
        chunks.append(back)
    return chunks
