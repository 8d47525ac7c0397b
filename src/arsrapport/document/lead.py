"""Leads: the bold words that a quote begins with, and that make an outcome of it."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.document.nodes import Block, Inline, Paragraph, Strong, Text
from arsrapport.document.plain import plain_text
from arsrapport.language.names import one_line

_LEAD: Final = re.compile(r"(?P<word>\w+)(?: (?P<id>[^\s.]+))?[.:](?: (?P<title>.+?)\.?)?")
"""`Tiltak K17-01. Belegg.`; a title may hold full stops, an id may not."""


class Lead(Struct, frozen=True):
    """Bold words of the shape that an outcome begins with, whatever the first word says."""

    word: str
    id: str
    title: str


def read_lead(words: str) -> Lead | None:
    """Read the words that `split_lead` gives; None when they have another shape."""
    match = _LEAD.fullmatch(words)
    return Lead(match["word"], match["id"] or "", match["title"] or "") if match else None


def split_lead(blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """Split the blocks of a quote after the bold words that it begins with ("" for none).

    A full stop or colon that stands right after the bold words belongs to them.
    """
    first, *others = blocks or (None,)
    if not isinstance(first, Paragraph):
        return "", tuple(blocks)
    words, after = _split(first.children)
    if not words:
        return "", tuple(blocks)
    return words, (replace(first, children=after), *others) if after else tuple(others)


def _split(children: Sequence[Inline]) -> tuple[str, tuple[Inline, ...]]:
    if not children or not isinstance(children[0], Strong):
        return "", tuple(children)
    words, after = one_line(plain_text(children[0].children)), list(children[1:])
    if after and isinstance(after[0], Text):
        value = after[0].value
        if not words.endswith((".", ":")) and value.startswith((".", ":")):
            words, value = words + value[0], value[1:]
        after[0] = replace(after[0], value=value.lstrip())
        after = after[0 if after[0].value else 1 :]
    return words, tuple(after)
