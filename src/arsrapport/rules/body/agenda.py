"""Agenda and body: numbers that run backwards, sections without a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Passage, Section
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.language.names import number_key
from arsrapport.model.archive import Item
from arsrapport.rules.prose import place_between
from arsrapport.rules.subject import Rule, Subject
from arsrapport.source.place import Place

_ITEM_LEVEL: Final = 2

# --- sections -------------------------------------------------------------------------------


def empty_sections(subject: Subject) -> Iterator[Diagnostic]:
    """AR424: nothing stands under the heading of an item, or under a heading inside it.

    Not in a meeting that is planned or whose minutes lie elsewhere, nor in an item that is
    withheld, withdrawn, postponed or only the heading of its sub-items. A comment is nothing, and
    neither is the text of a footnote; a picture that was refused is something.
    """
    for meeting in subject.committee.meetings:
        if not meeting.counts or meeting.minutes_link:
            continue
        places = [place for item in meeting.items for place in _empty_headings(item)]
        text = subject.texts.get(meeting.place.path, "") if places else ""
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        for place in places:
            start = starts[min(place.line, len(starts)) - 1] + place.column - 1
            heading = _HEADING.match(text, start)
            if heading:
                end = heading.end("line")
                whole = place_between(place.path, text, start, end)
                yield fault("AR424", whole, heading=heading["words"])


_HEADING: Final = re.compile(
    r"(?P<line>#{0,6}[ \t]*(?P<words>\S(?:[^\n]*?\S)??)(?:[ \t]+#+)?)[ \t]*(?:\n|\Z)"
    r"(?: {0,3}(?:=++|-++)[ \t]*(?:\n|\Z))?"
    r"(?:\s++|<!--(?:(?!-->).)*+-->|:{3,}[^\n]*+"
    r"|\[[^\]\n]++\]:[^\n]*+(?:\n {4}[^\n]*+)*+)*+(?:#|\Z)",
    re.DOTALL,
)
"""A heading with nothing down to the next, or the end, but what is not shown there: comments, the
marks of passages, the texts of footnotes."""


def _empty_headings(item: Item) -> Iterator[Place]:
    if item.is_heading or item.withheld or item.outcome:
        return
    if item.heading and _is_empty(item.body):
        yield item.heading
    for block in item.body:
        for node, _ in walk(block, item.language):
            if isinstance(node, Section) and node.level > _ITEM_LEVEL and _is_empty(node.children):
                has_words = bool(plain_text(node.title).strip())  # else it is AR421
                yield from (node.place,) if node.place and has_words else ()


def _is_empty(blocks: Iterable[Block]) -> bool:
    """Say whether there are no blocks, or only passages with nothing in them."""
    waiting = list(blocks)
    while waiting:
        block = waiting.pop()
        if not isinstance(block, Passage):
            return False
        waiting += block.children
    return True


# --- numbers --------------------------------------------------------------------------------

_NUMBER: Final = re.compile(
    r"(?P<series>[^0-9]{0,20})(?P<counts>[0-9]{1,9}(?:\.[0-9]{1,9}){0,8})\.?"
    r" ?(?P<letter>[a-z]?)\)?(?P<slash> ?/ ?(?P<after>[0-9]{1,9}))?"
)


class _Number(Struct, frozen=True):
    """An item's number as it is compared: *3* before *3a* before *4* before *4.1*."""

    written: str
    series: tuple[str, bool]
    """What stands in front of the figures, and whether there is a slash."""
    counts: tuple[int, ...]
    letter: str
    after: int
    """What stands behind the slash: the year in *3/17*, the count in *17/3*."""

    def is_after(self, other: "_Number") -> bool:
        """Say whether this number comes later than another; not where nobody can say."""
        if self.after == other.after:
            return (self.counts, self.letter) > (other.counts, other.letter)
        return self.counts == other.counts and self.after > other.after


def items_out_of_order(subject: Subject) -> Iterator[Diagnostic]:
    """AR426: the number of an item is lower than that of the item before it, of the same form.

    A gap is no fault. Evidence is the agenda alone.
    """
    for meeting in subject.committee.meetings:
        for index, number, before in _turned(meeting.items):
            place = meeting.positions.closest(("agenda", index, "number"))
            yield fault("AR426", place, number=number, before=before)


def _turned(items: Sequence[Item]) -> Iterator[tuple[int, str, str]]:
    """Yield the index of each item that comes too late, its number, and the one before it."""
    last: dict[tuple[str, bool], _Number] = {}
    for index, item in enumerate(items):
        number = _read_number(item.number)
        if number is None:
            continue
        before = last.get(number.series)
        last[number.series] = number
        if before and before.is_after(number):
            yield index, number.written, before.written


def _read_number(written: str) -> _Number | None:
    found = _NUMBER.fullmatch(number_key(written))
    if found is None:
        return None
    counts = tuple(map(int, found["counts"].split(".")))
    after = int(found["after"] or 0)
    return _Number(written, (found["series"], bool(found["slash"])), counts, found["letter"], after)


RULES: Final[tuple[Rule, ...]] = (empty_sections, items_out_of_order)
