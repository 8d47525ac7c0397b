"""Markdown text becomes blocks with Places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markdown_it.token import Token

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Defined
from arsrapport.markup.addresses import reference_target, safe_address
from arsrapport.markup.captions import captioned
from arsrapport.markup.content import read_content
from arsrapport.markup.figures import judge_figures
from arsrapport.markup.holes import forbidden_characters
from arsrapport.markup.lines import unwrap
from arsrapport.markup.notes import judge_notes, read_notes
from arsrapport.markup.parser import internal_maps, parse_tokens
from arsrapport.markup.places import Locate, Source, line_locator
from arsrapport.markup.reading import Reading, Setting
from arsrapport.source.characters import CONTROL, code_point

__all__ = ["TEXT_LIMIT", "Locate", "captioned", "line_locator", "parse_blocks", "unwrap"]

TEXT_LIMIT: Final = 500_000
"""The longest text that is parsed, in characters: some hundred and fifty pages. The most contrived
one takes some seconds."""


def parse_blocks(
    text: str, locate: Locate, *, base: str, holes: int = 0, breaks: tuple[int, ...] = ()
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Parse Markdown as docs/format.md describes it.

    Headings are Sections with what stands under them, to the next one of their level; what stands
    above the first comes first. Headings in a passage nest inside it; in a quote, a list or a
    footnote there can be none. In quotes each line break of the source is a Text of its own, one
    line feed, for those who read lines such as `Frist: …`; `unwrap` makes spaces of them.
    Everywhere else they are spaces already.

    Args:
        text: Of a file's body, or what a chapter's template made.
        locate: Gives the place in the file for a line and column of `text`.
        base: The tree path of the file; the paths of pictures are relative to it.
        holes: How many values the text has marked; a marker beyond them is a fault, and so is any
            in a file that is no template.
        breaks: Where the text goes on with what does not come next in the file, in order.

    Returns:
        The blocks, and what is wrong, by place. Whatever the text holds, there are blocks, but for
        one that is too long (AR101).
    """
    if len(text) > TEXT_LIMIT:
        return (), (fault("AR101", locate(1, 1), reason="too-large"),)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    # Same length, so that columns stay; the end lets no rule read beyond the text.
    source = Source.of(f"{CONTROL.sub(' ', plain)}\n", locate, breaks)
    reading = Reading(source, base, holes)
    _judge_characters(plain, reading)
    tokens, found = parse_tokens(source.text)
    _read_definitions(tokens, found, reading)
    read_notes(tokens, reading)
    blocks = captioned(read_content(tokens, reading, Setting()))
    judge_figures(blocks, reading)
    judge_notes(reading)
    _judge_parsing(found, reading)
    ordered = sorted(reading.diagnostics, key=lambda found: (found.place, found.code))
    return blocks, tuple(ordered)


def _judge_characters(text: str, reading: Reading) -> None:
    """Report characters that may not stand in a text (AR116), each once a line."""
    seen: set[tuple[int, str]] = set()
    for offset, character in forbidden_characters(text, reading.holes):
        key = reading.source.line_at(offset), character
        if key not in seen:
            seen.add(key)
            reading.fault("AR116", offset, character=code_point(character))


def _read_definitions(tokens: Sequence[Token], found: dict[str, Any], reading: Reading) -> None:
    """Note where the addresses of links are defined, and whether that is in a withheld passage."""
    withheld = {line for lines in internal_maps(tokens) for line in lines}
    for label, definition in found.get("references", {}).items():
        line = definition["map"][0]
        place = reading.place(reading.source.starts[line])
        reading.definitions[label] = Defined(place, line in withheld)


def _judge_parsing(found: dict[str, Any], reading: Reading) -> None:
    """Report what the parser noted: blocks too deep, and links that are defined but lead nowhere.

    The latter vanish from the text when nothing refers to them: `[Note]: words` is one.
    """
    for offset in found["too_deep"]:
        reading.fault("AR418", offset)
    for label, definition in found.get("references", {}).items():
        href = definition["href"]
        if label not in reading.refused and not (reference_target(href) or safe_address(href)):
            reading.fault("AR413", reading.source.starts[definition["map"][0]], target=href)
