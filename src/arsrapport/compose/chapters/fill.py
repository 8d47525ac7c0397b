"""Fill: holes become words or whole blocks, in the language of the passage that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.compose.chapters.sentences import COUNTED, SLOT, Spot, find_spots
from arsrapport.compose.chapters.values import Count, Nodes, Value, kind_of
from arsrapport.compose.chapters.wording import words_for
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import (
    Block,
    Break,
    Cell,
    Code,
    Definitions,
    Emphasis,
    Figure,
    Footnote,
    Hole,
    Inline,
    Link,
    List,
    Note,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from arsrapport.language.languages import Language
from arsrapport.language.numbers import UnknownNounError
from arsrapport.source.place import Place

Line: TypeAlias = tuple[Inline, ...]
_Other: TypeAlias = Section | Definitions | Table | Figure | Quote | Note | Passage
"""Blocks that stay whatever becomes of the values in them."""

Style: TypeAlias = Literal["text", "heading", "cell"]
"""A heading begins with a capital; a cell has its numbers in figures."""

_WORDLESS: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a sentence for a reference, which has no words yet."""

_MIDDLE: Final = Spot(opens=False, digits=False)


class _Filling(Struct):
    """The values, and the faults found so far."""

    values: Sequence[Value]
    faults: dict[Diagnostic, None] = field(default_factory=dict)

    def report(self, code: str, place: Place | None, **arguments: str) -> None:
        self.faults[fault(code, place or Place(""), **arguments)] = None


class _Slot(Struct, frozen=True):
    """A hole with its value, in the language of the place where it stands."""

    hole: Hole
    value: Value
    language: Language


def fill(
    blocks: tuple[Block, ...], values: Sequence[Value], language: Language
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Put the values where their holes are.

    A value alone in its paragraph may be a whole table or list. A paragraph of which nothing is
    left is taken away, and so is an item of a list. Faults: AR608 for a noun that nobody knows,
    AR609 for a table or a list in the middle of a text.
    """
    filling = _Filling(values)
    return _blocks(blocks, language, filling), tuple(filling.faults)


# --- blocks ---------------------------------------------------------------------------------


def _blocks(blocks: tuple[Block, ...], language: Language, filling: _Filling) -> tuple[Block, ...]:
    filled: list[Block] = []
    for block in blocks:
        inside = block.language or language
        if isinstance(block, Paragraph):
            filled += _paragraph(block, inside, filling)
        elif isinstance(block, List):
            filled += _list(block, inside, filling)
        else:
            filled.append(_block(block, inside, filling))
    return tuple(filled)


def _paragraph(block: Paragraph, language: Language, filling: _Filling) -> tuple[Block, ...]:
    words = [child for child in block.children if not _is_blank(child)]
    if len(words) == 1 and isinstance(words[0], Hole):
        value = filling.values[words[0].index]
        if isinstance(value, Nodes):
            return value.build(language)
    line = _line(block.children, language, filling, "text")
    if line != block.children and all(map(_is_blank, line)):
        return ()
    return (replace(block, children=line),)


def _list(block: List, language: Language, filling: _Filling) -> tuple[Block, ...]:
    filled = (
        replace(item, children=_blocks(item.children, item.language or language, filling))
        for item in block.items
    )
    items = tuple(item for item in filled if item.children)
    return (replace(block, items=items),) if items else ()


def _is_blank(node: Inline) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def _block(block: _Other, language: Language, filling: _Filling) -> Block:
    match block:
        case Section():
            heading = block.title_language or language
            return replace(
                block,
                title=_line(block.title, heading, filling, "heading"),
                children=_blocks(block.children, language, filling),
            )
        case Definitions():
            return _definitions(block, language, filling)
        case Table():
            return _table(block, language, filling)
        case Figure():
            return _figure(block, language, filling)
        case Quote() | Note() | Passage():
            return replace(block, children=_blocks(block.children, language, filling))


def _figure(figure: Figure, language: Language, filling: _Filling) -> Figure:
    caption = _line(figure.caption, language, filling, "heading")
    source = _line(figure.source, language, filling, "text")
    return replace(figure, caption=caption, source=source)


def _definitions(block: Definitions, language: Language, filling: _Filling) -> Definitions:
    items = (
        replace(
            item,
            term=_line(item.term, language, filling, "text"),
            children=_blocks(item.children, language, filling),
        )
        for item in block.items
    )
    return replace(block, items=tuple(items))


def _table(table: Table, language: Language, filling: _Filling) -> Table:
    def filled(cell: Cell) -> Cell:
        inside = cell.language or language
        return replace(cell, children=_line(cell.children, inside, filling, "cell"))

    return replace(
        table,
        caption=_line(table.caption, language, filling, "heading"),
        head=tuple(map(filled, table.head)),
        rows=tuple(tuple(map(filled, row)) for row in table.rows),
        notes=tuple(_line(note, language, filling, "text") for note in table.notes),
        source=_line(table.source, language, filling, "text"),
    )


# --- running text ---------------------------------------------------------------------------


def _line(line: Line, language: Language, filling: _Filling, style: Style) -> Line:
    """Fill a run of text whose sentences belong together."""
    slots = tuple(_slots(line, language, filling))
    spots = _spots(line, slots, style)
    words = [_words(slot, spot, filling) for slot, spot in zip(slots, spots, strict=True)]
    return _put(line, language, iter(words), filling)


def _slots(line: Line, language: Language, filling: _Filling) -> Iterator[_Slot]:
    for node in line:
        match node:
            case Hole(index=index):
                yield _Slot(node, filling.values[index], language)
            case Span(language=own, children=children):
                yield from _slots(children, own, filling)
            case Emphasis(children) | Strong(children) | Link(children=children):
                yield from _slots(children, language, filling)
            case Reference(children=children):
                yield from _slots(children, language, filling)
            case _:
                pass


def _spots(line: Line, slots: tuple[_Slot, ...], style: Style) -> tuple[Spot, ...]:
    if style == "cell":
        return tuple(Spot(opens=False, digits=True) for _ in slots)
    if not slots:
        return ()
    text = "".join(_read(line, iter(slots)))
    numbers = tuple(s.value.number if isinstance(s.value, Count) else None for s in slots)
    return find_spots(text, numbers, heading=style == "heading")


def _read(line: Line, slots: Iterator[_Slot]) -> Iterator[str]:
    """Yield the words of a line, with a SLOT before those of each value."""
    for node in line:
        match node:
            case Text(value=words) | Code(value=words):
                yield words.replace(SLOT, "")
            case Break():
                yield "\n"
            case Hole():
                yield SLOT
                slot = next(slots)
                if isinstance(slot.value, Count):
                    yield COUNTED
                elif not isinstance(slot.value, Nodes):
                    written = words_for(slot.value, slot.language, _MIDDLE, None)
                    yield from _read(written, slots)
            case Reference(children=()):
                yield _WORDLESS
            case Footnote():
                pass
            case Emphasis() | Strong() | Link() | Reference() | Span():
                yield from _read(node.children, slots)


def _words(slot: _Slot, spot: Spot, filling: _Filling) -> Line:
    if isinstance(slot.value, Nodes):
        filling.report("AR609", slot.hole.place, kind=kind_of(slot.value))
        return ()
    try:
        return words_for(slot.value, slot.language, spot, slot.hole.place)
    except UnknownNounError as error:
        arguments = {"noun": error.noun, "language": slot.language, "nearest": error.nearest}
        filling.report("AR608", slot.hole.place, **arguments)
        return ()


def _put(line: Line, language: Language, words: Iterator[Line], filling: _Filling) -> Line:
    """Put the words of each hole in its place, in the order in which `_slots` found them."""
    filled: list[Inline] = []
    for node in line:
        match node:
            case Hole():
                filled += next(words)
            case Footnote():
                filled.append(replace(node, children=_blocks(node.children, language, filling)))
            case Span():
                inner = _put(node.children, node.language, words, filling)
                filled.append(replace(node, children=inner))
            case Emphasis() | Strong() | Link() | Reference():
                inner = _put(node.children, language, words, filling)
                filled.append(replace(node, children=inner))
            case Text() | Code() | Break():
                filled.append(node)
    return tuple(filled)
