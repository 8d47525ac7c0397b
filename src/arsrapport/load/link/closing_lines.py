"""The lines that close an action (who is responsible, when it is due, a remark) or a decision."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import (
    Block,
    Break,
    Definition,
    Definitions,
    Emphasis,
    Inline,
    Paragraph,
    Reference,
    Strong,
    Text,
)
from arsrapport.document.plain import plain_text
from arsrapport.language.keywords import keyword
from arsrapport.language.names import one_line
from arsrapport.markup.lines import text_after
from arsrapport.source.place import Place

Label: TypeAlias = Literal["responsible", "due", "remark", "supersedes"]

OF_ACTIONS: Final[tuple[Label, ...]] = ("responsible", "due", "remark")
OF_DECISIONS: Final[tuple[Label, ...]] = ("supersedes",)


class ClosingLine(Struct, frozen=True):
    """A line that closes an action: *Frist: 15. november 2017*."""

    label: Label
    term: str
    """The word as written."""
    value: tuple[Inline, ...]
    place: Place | None
    value_place: Place | None
    """Of the first character of the value; where it has none, of the line."""

    @property
    def words(self) -> str:
        """Its value as plain words."""
        return one_line(plain_text(self.value))


@cache
def _labels() -> dict[str, Label]:
    every = (*OF_ACTIONS, *OF_DECISIONS)
    return {word.casefold(): label for label in every for word in keyword(label)}


def take_closing_lines(
    blocks: Sequence[Block], labels: Collection[Label]
) -> tuple[tuple[Block, ...], tuple[ClosingLine, ...]]:
    """Take the closing lines with these labels off the end of a quote, of one paragraph or more."""
    kept = list(blocks)
    backwards: list[ClosingLine] = []
    while kept and isinstance(last := kept[-1], Paragraph):
        children, found = _split_paragraph(last, labels)
        backwards += found
        if children:
            kept[-1] = replace(last, children=children)
            break
        kept.pop()
    return tuple(kept), tuple(reversed(backwards))


def _split_paragraph(
    paragraph: Paragraph, labels: Collection[Label]
) -> tuple[tuple[Inline, ...], list[ClosingLine]]:
    """Return what stands above a paragraph's closing lines, and these, the last one first."""
    pieces = _pieces(paragraph.children)
    starts = [0, *(index + 1 for index, piece in enumerate(pieces) if _ends_line(piece))]
    end, lines = len(pieces), []
    for start in reversed(starts):
        line = _read_line(pieces[start:end], paragraph.place)
        if line is None or line.label not in labels:
            break
        lines.append(line)
        end = max(start - 1, 0)
    return tuple(pieces[:end]), lines


def _pieces(children: Sequence[Inline]) -> list[Inline]:
    """Give each line break in a text a node of its own."""
    pieces: list[Inline] = []
    for child in children:
        if isinstance(child, Text) and "\n" in child.value:
            parts = re.split("(\n)", child.value)
            pieces += [replace(child, value=part) for part in parts if part]
        else:
            pieces.append(child)
    return pieces


def _ends_line(piece: Inline) -> bool:
    return isinstance(piece, Break) or (isinstance(piece, Text) and piece.value == "\n")


def _read_line(line: Sequence[Inline], around: Place | None) -> ClosingLine | None:
    """Read `Ansvar: …`; the label may be stressed. None when the line is no closing line."""
    head, rest = _split_head(line)
    words = "".join(text.value for text in head)
    term, colon, after = words.partition(":")
    label = _labels().get(one_line(term).casefold())
    if not colon or label is None:
        return None
    value = (*_texts_after(head, len(words) - len(after.lstrip())), *rest)
    place = head[0].place or around
    told = (node.place for node in value if isinstance(node, Text | Reference) and node.place)
    return ClosingLine(label, one_line(term), value, place, next(told, place))


def _split_head(line: Sequence[Inline]) -> tuple[list[Text], Sequence[Inline]]:
    """Split a line after the words that hold its label: stressed ones, and those behind them."""
    first, *rest = line or (Text(""),)
    if isinstance(first, Strong | Emphasis):
        place = getattr(first.children[0], "place", None) if first.children else None
        stressed = Text(plain_text(first.children), place)
        behind = rest[0] if rest else None
        return ([stressed, behind], rest[1:]) if isinstance(behind, Text) else ([stressed], rest)
    return ([first], rest) if isinstance(first, Text) else ([Text("")], line)


def _texts_after(texts: Sequence[Text], length: int) -> Iterator[Text]:
    """Yield texts without their first characters."""
    for text in texts:
        yield from text_after(text, max(length, 0))
        length -= len(text.value)


def parted(words: str) -> tuple[str, ...]:
    """Return the names of a line; they are parted by commas."""
    return tuple(name for part in words.split(",") if (name := part.strip()))


def as_definitions(lines: Sequence[ClosingLine]) -> tuple[Definitions, ...]:
    """Return the lines as they are printed; one without a value is not."""
    rows = tuple(
        Definition((Text(line.term, line.place),), (Paragraph(line.value, place=line.place),))
        for line in lines
        if line.value
    )
    return (Definitions(rows, place=lines[0].place),) if rows else ()


def judge_closing_lines(lines: Sequence[ClosingLine], around: Place | None) -> Iterator[Diagnostic]:
    """Report each label that stands twice (AR502)."""
    seen: set[str] = set()
    for line in lines:
        if line.label in seen:
            yield fault("AR502", line.place or around or Place(""), label=line.term)
        seen.add(line.label)
