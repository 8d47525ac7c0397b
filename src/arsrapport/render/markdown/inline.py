"""Running text as Markdown: one piece of text for each inline node, joined on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from arsrapport.document import nodes
from arsrapport.document.nodes import Footnote, Inline, Text
from arsrapport.document.plain import plain_text, unlinked, whole_texts
from arsrapport.render.markdown.text import Piece, anchor, begin, clean, escape, join, link, spoken
from arsrapport.render.marks import Marks

_BARE: Final = re.compile(
    r"https?://[A-Za-z0-9\-._~/?#!&'()*+,=%]+|[A-Za-z0-9\-._+]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
)
"""An address that may stand in angle brackets as it is."""

LONGEST_FENCE: Final = 80
"""How many backticks in a row cmark reads as the edge of a code."""


def inlines(children: Iterable[Inline], marks: Marks, edge: str = " ") -> str:
    """Return inline nodes as Markdown on one line.

    Args:
        children: The nodes, numbered.
        marks: Takes note of the marks of footnotes.
        edge: The character that stands before and after.

    Raises:
        ValueError: The hole of a computed value.
    """
    return join([_piece(node, marks) for node in whole_texts(_opened(children))], edge)


def line(children: Iterable[Inline], marks: Marks) -> str:
    """Return inline nodes as a paragraph, "" for one without words."""
    return begin(inlines(children, marks).strip(" "))


def _opened(children: Iterable[Inline]) -> Iterator[Inline]:
    """Yield nodes with the words of a reference that leads nowhere in its place."""
    for node in children:
        if isinstance(node, nodes.Reference) and not node.id:
            yield from _opened(node.children)
        else:
            yield node


def _piece(node: Inline, marks: Marks) -> Piece:
    stars = ""
    match node:
        case Text():
            text = escape(node.value)
        case nodes.Emphasis() | nodes.Strong():
            stars = "*" if isinstance(node, nodes.Emphasis) else "**"
            text = inlines(node.children, marks, "*")
        case nodes.Code():
            text = _code(node.value)
        case nodes.Link():
            text = _link(node.href, node.children, marks)
        case nodes.Reference():
            text = _link(f"#{node.id}", node.children, marks)
        case Footnote():
            text = _mark(node, marks)
        case nodes.Span():
            text = spoken(inlines(node.children, marks, ">"), node.language, None)
        case nodes.Break():
            text = "<br>"
        case nodes.Hole():
            raise ValueError("the hole of a computed value has come as far as a renderer")
        case _:
            assert_never(node)
    return text, stars


def _code(value: str) -> str:
    text = clean(value)
    if not text:
        return ""
    # In a cell a pipe would need a sign that is shown elsewhere; and cmark knows no longer fence.
    if "|" in text or LONGEST_FENCE * "`" in text:
        return f"<code>{escape(text)}</code>"
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    edges = {text[0], text[-1]}
    gap = " " if "`" in edges or (edges == {" "} and text.strip(" ")) else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def _link(href: str, children: tuple[Inline, ...], marks: Marks) -> str:
    """Return a link. It holds no other link, so the marks of its footnotes stand behind it."""
    words = unlinked(children)
    plain = plain_text(words)
    is_bare = plain == href.removeprefix("mailto:") and all(isinstance(w, Text) for w in words)
    if is_bare and _BARE.fullmatch(plain):
        text = f"<{plain}>"
    else:
        inside = inlines(words, marks, "[")
        text = link(inside, href) if clean(plain).strip() else inside
    return text + "".join(_mark(note, marks) for note in _notes(children))


def _notes(children: Iterable[Inline]) -> Iterator[Footnote]:
    """Yield the footnotes that stand in running text, but not those in the notes themselves."""
    for child in children:
        match child:
            case Footnote():
                yield child
            case (
                nodes.Emphasis() | nodes.Strong() | nodes.Link() | nodes.Reference() | nodes.Span()
            ):
                yield from _notes(child.children)
            case _:
                pass


def _mark(note: Footnote, marks: Marks) -> str:
    number = escape(note.number or "*")
    if not note.id:
        return f"<sup>{number}</sup>"
    return f"<sup>{anchor(marks.give(note))}{link(number, f'#{note.id}')}</sup>"
