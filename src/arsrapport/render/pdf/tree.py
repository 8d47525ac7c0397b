"""A document as plain data, which the Typst templates in `templates/pdf/` set.

Text goes as strings, which Typst never reads as markup. A node that is not handled here stops the
build: what a renderer does not know, it must not drop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, assert_never

from msgspec import Struct, field

from arsrapport.document import nodes
from arsrapport.document.facts import facts_of
from arsrapport.document.nodes import Block, Document, Inline, Section
from arsrapport.document.plain import plain_text, unlinked, whole_texts
from arsrapport.document.walk import walk
from arsrapport.language.languages import TAGS, Language
from arsrapport.render.columns import lay_out
from arsrapport.render.keeping import is_short, leads
from arsrapport.render.lines import (
    LONGEST_IN_TITLE,
    LONGEST_RUN,
    one_line,
    part_line,
    running_line,
    shorten,
    split_runs,
)
from arsrapport.render.pdf.finishing import Unmarked
from arsrapport.render.pdf.link_words import STAND_IN, Link
from arsrapport.render.pdf.xmp import metadata_of
from arsrapport.render.stamp import stamp

Data: TypeAlias = dict[str, Any]

LONGEST_TEXT: Final = 2000
"""Characters of text without a gap: Typst takes no more than 511 matches of a show rule (ours finds
the words that may be divided) in one run of text."""

_ENDS: Final = r" /\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000-"
"""Signs after which a line may end."""

_PART: Final = re.compile(rf"(?s:.{{1,{LONGEST_TEXT}}})[^{_ENDS}]*[{_ENDS}]?")
"""A text, or so much of it as may be set without a gap."""
_MAY_END: Final = re.compile(f"[{_ENDS}]$")


class _Pass(Struct):
    """What a pass over a document carries along."""

    pictures: Mapping[str, str]
    room: float = 1.0
    """How many letters stand on a line of a table, beside those on a page as it is usually set."""
    notes: set[str] = field(default_factory=set)
    """The ids of the footnotes that have been set."""
    tables: list[bool] = field(default_factory=list)
    """Of each table in reading order, whether it has row headers."""
    links: list[Link] = field(default_factory=list)

    def stand_in(self, link: nodes.Link) -> str:
        """Return the address by which a link is found again in the PDF."""
        self.links.append(Link(link.href, one_line(plain_text(link.children))))
        return f"{STAND_IN}{len(self.links) - 1}"


def document_data(
    document: Document, pictures: Mapping[str, str], room: float = 1.0
) -> tuple[Data, Unmarked]:
    """Return a numbered document as data for JSON, and what is to be added to Typst's PDF.

    Args:
        document: With every number, label and id filled in by `document.numbering`.
        pictures: The file of each asset, by tree path.
        room: How many letters stand on a line, beside those on a page as it is usually set.

    Raises:
        KeyError: A picture that is not there, or a word that `document.words` lacks.
        ValueError: A withheld passage, or the hole of a computed value.
    """
    words = dict(document.words)
    titles = document.titles
    gathered = _Pass(pictures, room)
    parts = {
        "imprint": _blocks(document.imprint, document.language, gathered),
        "front": [_part(part, document.language, gathered) for part in document.front],
        "chapters": [_part(part, document.language, gathered) for part in document.chapters],
        "appendices": [_part(part, document.language, gathered) for part in document.appendices],
    }
    data = {
        "kind": document.kind,
        "language": TAGS[document.language],
        "stamp": stamp(document),
        "watermark": words["draft"] if document.draft else "",
        "words": {key: words[key] for key in ("contents", "imprint")},
        "titles": {
            "file": titles.title,
            "author": titles.committee,
            "name": titles.publisher,
            "running": running_line(document),
            "title": list(_with_gaps(_text(titles.title, LONGEST_IN_TITLE))),
            "committee": list(_with_gaps(_text(titles.committee))),
            "publisher": _text(titles.publisher),
            "series": _text(titles.series),
            "date": _text(titles.date),
        },
        **parts,
    }
    names = (words["footnote"], words["back_to_text"]) if gathered.notes else ("", "")
    metadata = metadata_of(facts_of(document))
    return data, Unmarked(tuple(gathered.tables), tuple(gathered.links), *names, metadata)


# --- blocks ---------------------------------------------------------------------------------


def _part(section: Section, outside: Language, gathered: _Pass) -> Data:
    running = shorten(part_line(section))
    return {**_section(section, outside, gathered, in_flow=True), "running": running}


def _blocks(
    blocks: Iterable[Block], language: Language, gathered: _Pass, *, in_flow: bool = False
) -> list[Data]:
    """Return blocks as data; only what is `in_flow`, and in no list or quote, may begin a page."""
    known = tuple(blocks)
    data = [_block(block, language, gathered, in_flow=in_flow) for block in known]
    for before, after, found in zip(known, known[1:], data, strict=False):
        if leads(before, after):
            found["leads"] = True
    return data


def _block(  # noqa: C901 - one case for each kind of block
    block: Block, outside: Language, gathered: _Pass, *, in_flow: bool
) -> Data:
    own = block.language or outside
    data: Data
    match block:
        case Section():
            return _section(block, outside, gathered, in_flow=in_flow)
        case nodes.Paragraph():
            children = _inlines(block.children, own, gathered)
            data = {"role": block.role, "leads": False, "children": children}
        case nodes.List():
            data = _list(block, own, gathered)
        case nodes.Definitions():
            items = [_definition(item, own, gathered) for item in block.items]
            data = {"kept": is_short(block), "items": items}
        case nodes.Table():
            data = _table(block, own, gathered, may_turn=in_flow)
        case nodes.Figure():
            data = _figure(block, own, gathered)
        case nodes.Quote():
            data = {"kind": block.kind, "children": _blocks(block.children, own, gathered)}
        case nodes.Note():
            data = {"children": _blocks(block.children, own, gathered)}
        case nodes.Passage():
            if block.internal:
                raise ValueError("a withheld passage has come as far as a renderer")
            data = {"children": _blocks(block.children, own, gathered, in_flow=in_flow)}
        case _:
            assert_never(block)
    return {"node": type(block).__name__.lower(), **data, **_mark(own, outside)}


def _mark(own: Language, outside: Language) -> Data:
    return {} if own == outside else {"language": TAGS[own]}


def _section(section: Section, outside: Language, gathered: _Pass, *, in_flow: bool) -> Data:
    own = section.language or outside
    title = section.title_language or own
    # Of sections only those of chapters have numbers; items of minutes are not in the contents.
    listed = section.kind not in {"section", "item"} or (
        section.kind == "section" and section.number != ""
    )
    return {
        "node": "section",
        "level": section.level,
        "number": section.number,
        "id": section.id,
        "listed": listed,
        "title": {
            "language": TAGS[title],
            "children": _inlines(section.title, title, gathered),
            "bare": _inlines(unlinked(section.title), title, gathered),
        },
        "children": _blocks(section.children, own, gathered, in_flow=in_flow),
        **_mark(own, outside),
    }


def _list(block: nodes.List, own: Language, gathered: _Pass) -> Data:
    items = [
        {
            "children": _blocks(item.children, item.language or own, gathered),
            **_mark(item.language or own, own),
        }
        for item in block.items
    ]
    return {"ordered": block.ordered, "start": block.start, "items": items}


def _definition(item: nodes.Definition, own: Language, gathered: _Pass) -> Data:
    return {
        "term": _inlines(item.term, own, gathered),
        "children": _blocks(item.children, own, gathered),
    }


def _table(table: nodes.Table, own: Language, gathered: _Pass, *, may_turn: bool) -> Data:
    gathered.tables.append(table.header_column)
    layout = lay_out(table, gathered.room, may_turn=may_turn)

    def cells(row: tuple[nodes.Cell, ...], pads: tuple[str, ...]) -> list[Data]:
        return [
            {
                "children": _inlines(cell.children, cell.language or own, gathered, limit),
                "pad": pad,
                **_mark(cell.language or own, own),
            }
            for cell, limit, pad in zip(row, layout.limits, pads, strict=True)
        ]

    return {
        "id": table.id,
        "label": table.label,
        "caption": _inlines(table.caption, own, gathered),
        "columns": layout.shares,
        "limits": layout.limits,
        "size": layout.size,
        "align": table.align,
        "head": cells(table.head, ("",) * len(table.head)),
        "noted": any(
            isinstance(node, nodes.Footnote) for cell in table.head for node, _ in walk(cell, own)
        ),
        "kept": layout.kept,
        "turned": layout.turned,
        "rows": [
            {"cells": cells(row, pads), "kept": kept}
            for row, pads, kept in zip(table.rows, layout.pads, layout.kept_rows, strict=True)
        ],
        "notes": [_inlines(note, own, gathered) for note in table.notes],
        "source": _inlines(table.source, own, gathered),
    }


def _figure(figure: nodes.Figure, own: Language, gathered: _Pass) -> Data:
    return {
        "file": gathered.pictures[figure.asset],
        "alt": figure.alt,
        "id": figure.id,
        "label": figure.label,
        "caption": _inlines(figure.caption, own, gathered),
        "source": _inlines(figure.source, own, gathered),
    }


# --- inline ---------------------------------------------------------------------------------


def _inlines(  # noqa: C901 - one case for each kind of inline node
    children: Iterable[Inline], language: Language, gathered: _Pass, limit: int = LONGEST_RUN
) -> list[Any]:
    """Return inline nodes as data; a text is a bare string. `limit` is that of a word's length."""

    def inside(children: tuple[Inline, ...], spoken: Language = language) -> list[Any]:
        return _inlines(children, spoken, gathered, limit)

    found: list[Any] = []
    for node in whole_texts(children):
        match node:
            case nodes.Text():
                found += _text(node.value, limit)
            case nodes.Emphasis():
                found.append({"node": "emphasis", "children": inside(node.children)})
            case nodes.Strong():
                found.append({"node": "strong", "children": inside(node.children)})
            case nodes.Code():
                found.append(_code(node.value, language, limit))
            case nodes.Link():
                stand_in = gathered.stand_in(node)
                found.append({"node": "link", "href": stand_in, "children": inside(node.children)})
            case nodes.Reference():
                found.append(
                    {"node": "reference", "id": node.id, "children": inside(node.children)}
                )
            case nodes.Footnote():
                found.append(_footnote(node, language, gathered))
            case nodes.Span():
                spoken = inside(node.children, node.language)
                found.append({"node": "span", "language": TAGS[node.language], "children": spoken})
            case nodes.Break():
                found.append({"node": "break"})
            case nodes.Hole():
                raise ValueError("the hole of a computed value has come as far as a renderer")
            case _:
                assert_never(node)
    return list(_with_gaps(found))


def _with_gaps(pieces: Iterable[Any]) -> Iterator[Any]:
    """Yield inline data, with a gap of no width where a line may end once text has grown long."""
    length = 0
    for piece in pieces:
        for part in _PART.findall(piece) if isinstance(piece, str) else (piece,):
            yield part
            is_text = isinstance(part, str)
            length += len(part) if is_text else 0
            may_end = _MAY_END.search(part) if is_text else part["node"] == "break"
            if length >= LONGEST_TEXT and may_end:
                yield {"node": "gap"}
                length = 0


def _text(value: str, limit: int = LONGEST_RUN) -> list[Any]:
    return [
        {"node": "word", "text": piece} if is_long else piece
        for piece, is_long in split_runs(one_line(value), limit)
    ]


def _code(value: str, language: Language, limit: int) -> Data:
    pieces = list(split_runs(one_line(value), limit))
    text = "".join(piece for piece, _ in pieces)
    is_long = any(is_long for _, is_long in pieces)
    return {"node": "code", "text": text, "language": TAGS[language], "long": is_long}


def _footnote(note: nodes.Footnote, language: Language, gathered: _Pass) -> Data:
    """Return a footnote; referred to again, it has only its number."""
    again = note.id in gathered.notes
    if again:
        return {"node": "footnote", "id": note.id, "number": note.number, "again": True}
    if note.id:
        gathered.notes.add(note.id)
    return {
        "node": "footnote",
        "id": note.id,
        "number": note.number or "*",
        "again": False,
        "language": TAGS[language],
        "children": _blocks(note.children, language, gathered),
    }
