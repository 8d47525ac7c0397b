"""Blocks as plain text: what a decision, an action or an item says, for programs that search.

Paragraphs are parted by an empty line. A reference that has no words of its own stands as authors
write it, `<item:2017-05-24/1>`: what it is called depends on a document, and there is none here.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

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


def text_of(blocks: Iterable[Block]) -> str:
    """Return blocks as plain text, "" for none."""
    return "\n\n".join(text for block in blocks for text in _texts(block) if text)


def line_of(inlines: Iterable[Inline]) -> str:
    """Return words as they are read; a footnote stands in square brackets where its mark is."""
    return _joined(inlines).strip()


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield line_of(block.children)
        case Section():
            yield line_of(block.title)
            yield text_of(block.children)
        case Quote() | Note() | Passage():
            yield text_of(block.children)
        case List():
            yield "\n".join(_list(block))
        case Definitions():
            yield "\n".join(
                f"{line_of(item.term)}: {text_of(item.children)}" for item in block.items
            )
        case Table():
            yield line_of(block.caption)
            yield "\n".join(map(_row, (block.head, *block.rows)))
            yield "\n".join(map(line_of, block.notes))
            yield line_of(block.source)
        case Figure():
            yield line_of(block.caption)
            yield block.alt
            yield line_of(block.source)
        case _:
            assert_never(block)


def _list(block: List) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number}. " if block.ordered else "- "
        yield mark + text_of(item.children).replace("\n\n", "\n").replace("\n", "\n  ")


def _row(cells: Iterable[Cell]) -> str:
    return " | ".join(line_of(cell.children).replace("\n", " ") for cell in cells)


def _joined(inlines: Iterable[Inline]) -> str:
    return "".join(map(_words, inlines))


def _words(node: Inline) -> str:
    match node:
        case Text() | Code():
            words = node.value.replace("\n", " ")
        case Emphasis() | Strong() | Span():
            words = _joined(node.children)
        case Link():
            inside = _joined(node.children)
            words = inside if inside in node.href else f"{inside} <{node.href}>"
        case Reference():
            words = _joined(node.children) or f"<{node.target}>"
        case Footnote():
            words = f" [{text_of(node.children)}]"
        case Break():
            words = "\n"
        case Hole():
            words = ""
        case _:
            assert_never(node)
    return words
