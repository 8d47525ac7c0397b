"""The body of a meeting: which of its sections belongs to which item of the agenda."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Section
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.language.keywords import keyword
from arsrapport.language.names import name_key, one_line
from arsrapport.load.link.agenda import Entry
from arsrapport.model.order import order_of
from arsrapport.source.place import Place

_ITEM_LEVEL: Final = 2
_LONGEST_NUMBER: Final = 60
_AFTER_NUMBER: Final = re.compile(r"[.:](?![0-9]) ?| |$")


class Body(Struct, frozen=True):
    """What stands under a meeting's front matter."""

    introduction: tuple[Block, ...]
    """What stands above the first section."""
    items: tuple[tuple[Block, ...] | None, ...]
    """The blocks of each item of the agenda, in its order; None for one without a section."""
    headings: tuple[Place | None, ...]
    """Where the heading of each item's section begins, the first's of two."""


class _Part(Struct, frozen=True):
    """What stands under a heading of level 1 or 2, up to the next one."""

    heading: Section
    """Without what stands under it."""
    words: str
    place: Place
    blocks: tuple[Block, ...]
    index: int | None
    """Of its item in the agenda; None when it is no item's."""
    title: str
    """What the heading says after the number."""


_Find: TypeAlias = Callable[[str], tuple[int | None, str]]


def match_body(
    blocks: Sequence[Block], agenda: Sequence[Entry], path: str, *, complete: bool = True
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Give each item of the agenda the blocks of its section.

    A section that is no item's, or comes a second time, is reported; what it holds stays with the
    section before it, or with the item it repeats: nothing is lost on the way.

    Args:
        blocks: From markup: headings nested as sections.
        agenda: From `read_agenda`.
        path: Of the file.
        complete: Whether every item must have a section once one has; not so where the minutes lie
            elsewhere and only what was decided stands here.
    """
    introduction, sections = _split(blocks)
    find = finder(agenda)
    parts = [_part(heading, under, find, path) for heading, under in sections]
    held: dict[int | None, list[Block]] = {None: introduction}
    owner = None
    for part in parts:
        owner = owner if part.index is None else part.index
        kept = (part.heading, *part.blocks) if part.index is None else part.blocks
        held.setdefault(owner, []).extend(kept)
    items = tuple(tuple(held[index]) if index in held else None for index in range(len(agenda)))
    headings = {part.index: part.place for part in reversed(parts)}
    diagnostics = [
        *(found for part in parts for found in _judge_heading(part, agenda)),
        *_judge_order(parts, agenda),
        *_nested_headings(blocks, path),
        *(_without_section(items, agenda) if complete and len(held) > 1 else ()),
    ]
    places = tuple(map(headings.get, range(len(agenda))))
    return Body(tuple(introduction), items, places), tuple(diagnostics)


# --- reading headings -----------------------------------------------------------------------


def _split(blocks: Iterable[Block]) -> tuple[list[Block], list[tuple[Section, list[Block]]]]:
    """Part blocks at their headings of level 1 and 2; first what stands above them all."""
    above: list[Block] = []
    sections: list[tuple[Section, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Section) and block.level <= _ITEM_LEVEL:
            under, inner = _split(block.children)
            sections += [(replace(block, children=()), under), *inner]
        else:
            (sections[-1][1] if sections else above).append(block)
    return above, sections


def _part(heading: Section, under: Sequence[Block], find: _Find, path: str) -> _Part:
    words = one_line(plain_text(heading.title))
    index, title = find(words) if heading.level == _ITEM_LEVEL else (None, "")
    return _Part(heading, words, heading.place or Place(path), tuple(under), index, title)


def finder(agenda: Sequence[Entry]) -> _Find:
    """Return the function that finds an item by the words of a heading, with the title they say."""
    order = order_of(entry.number for entry in agenda)
    titles = {name_key(e.title): index for index, e in enumerate(agenda) if not e.number}

    def find(words: str) -> tuple[int | None, str]:
        index = titles.get(name_key(words))
        if index is not None:
            return index, words
        if not begins_with_item(words):
            return None, ""
        rest = words.partition(" ")[2]
        for gap in reversed(list(_AFTER_NUMBER.finditer(rest[:_LONGEST_NUMBER]))):
            index = order.index(rest[: gap.start()])
            if index is not None:
                return index, rest[gap.end() :]
        return None, ""

    return find


def begins_with_item(words: str) -> bool:
    """Say whether the words of a heading begin as those of an item do: *Sak*, *Item*."""
    first = words.partition(" ")[0].casefold()
    return any(first == word.casefold() for word in keyword("item"))


# --- judging them ---------------------------------------------------------------------------


def _judge_heading(part: _Part, agenda: Sequence[Entry]) -> Iterator[Diagnostic]:
    if part.index is None:
        is_item = part.heading.level == _ITEM_LEVEL and begins_with_item(part.words)
        yield fault("AR401" if is_item else "AR403", part.place, heading=part.words)
        return
    entry = agenda[part.index]
    if part.title and part.title not in {one_line(entry.title), one_line(entry.public_title)}:
        yield fault("AR405", part.place, heading=part.words, title=entry.title)


def _judge_order(parts: Sequence[_Part], agenda: Sequence[Entry]) -> Iterator[Diagnostic]:
    last, seen = -1, set()
    for part in parts:
        if part.index is None:
            continue
        if part.index in seen:
            entry = agenda[part.index]
            yield fault("AR417", part.place, number=entry.number or entry.title)
        elif part.index < last:
            yield fault("AR404", part.place, heading=part.words)
        seen.add(part.index)
        last = part.index


def _nested_headings(blocks: Iterable[Block], path: str) -> Iterator[Diagnostic]:
    """Report headings of level 1 and 2 inside a passage, where no section can begin."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _nested_headings(block.children, path)
            continue
        for node, _ in walk(block, "nn"):
            if isinstance(node, Section) and node.level <= _ITEM_LEVEL:
                words = one_line(plain_text(node.title))
                yield fault("AR403", node.place or Place(path), heading=words)


def _without_section(
    items: Sequence[tuple[Block, ...] | None], agenda: Sequence[Entry]
) -> Iterator[Diagnostic]:
    for blocks, entry in zip(items, agenda, strict=True):
        if blocks is None and not entry.is_heading:
            yield fault("AR402", entry.place, number=entry.number or entry.title)
