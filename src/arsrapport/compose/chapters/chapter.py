"""Chapters and standing texts: from their text to the section of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from arsrapport.compose.chapters.context import context_of
from arsrapport.compose.chapters.fill import fill
from arsrapport.compose.chapters.values import Thing
from arsrapport.compose.template.expand import expand
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Passage, Section, SectionKind
from arsrapport.document.walk import deeper, walk
from arsrapport.language.languages import Language
from arsrapport.markup.blocks import captioned, line_locator, parse_blocks, unwrap
from arsrapport.model.chapter import Chapter
from arsrapport.model.report import Report
from arsrapport.source.place import Place


def compose_chapter(
    chapter: Chapter, report: Report, language: Language, kind: SectionKind
) -> tuple[Section | None, tuple[Diagnostic, ...]]:
    """Return a chapter as a section of level 1, its parts under it; None when it has no title.

    `language` is the report's; a chapter in another is marked with its own. Faults: those of
    `expand`, `parse_blocks` and `fill`, AR610 for no title (`# …`) at the beginning, AR420 for a
    second one.
    """
    return _compose(chapter, context_of(report), language, kind)


def compose_standing(
    chapter: Chapter, language: Language, kind: SectionKind
) -> tuple[Section | None, tuple[Diagnostic, ...]]:
    """Return a standing text, which never passes through Jinja, as a section of level 1."""
    locate = line_locator(chapter.path, chapter.first_line)
    blocks, faults = parse_blocks(chapter.text, locate, base=chapter.path)
    section, untitled = _section(unwrap(blocks), chapter, f"appendix:{chapter.name}", kind)
    return _in_language(section, chapter, language), (*faults, *untitled)


def compose_imprint(
    chapter: Chapter, report: Report, language: Language
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks that a report adds to its imprint; they need no title."""
    own = chapter.language or language
    blocks, faults = _blocks(chapter, context_of(report), own)
    if own != language and blocks:
        blocks = (Passage(blocks, own, place=Place(chapter.path, chapter.first_line)),)
    return blocks or (), faults


def _compose(
    chapter: Chapter, context: Mapping[str, Thing], language: Language, kind: SectionKind
) -> tuple[Section | None, tuple[Diagnostic, ...]]:
    own = chapter.language or language
    blocks, faults = _blocks(chapter, context, own)
    section: Section | None = None
    diagnostics = list(faults)
    if blocks is not None:
        section, untitled = _section(blocks, chapter, f"chapter:{chapter.name}", kind)
        diagnostics += untitled
    parts: list[Block] = []
    for part in chapter.parts:
        below, found = _compose(part, context, own, "section")
        diagnostics += found
        if below is not None:
            parts += deeper((below,))
    if section is not None:
        section = replace(section, children=(*section.children, *parts))
    return _in_language(section, chapter, language), tuple(diagnostics)


def _blocks(
    chapter: Chapter, context: Mapping[str, Thing], language: Language
) -> tuple[tuple[Block, ...] | None, tuple[Diagnostic, ...]]:
    """Expand, parse and fill a chapter; None when it could not be expanded."""
    expanded, faults = expand(chapter, context)
    if expanded is None:
        return None, faults
    blocks, misread = parse_blocks(
        expanded.text,
        expanded.locate,
        base=chapter.path,
        holes=len(expanded.values),
        breaks=expanded.breaks,
    )
    filled, unfilled = fill(unwrap(blocks), expanded.values, language)
    return captioned(filled), (*faults, *misread, *unfilled)


def _section(
    blocks: tuple[Block, ...], chapter: Chapter, name: str, kind: SectionKind
) -> tuple[Section | None, tuple[Diagnostic, ...]]:
    """Return the section that a text is: its title and all that stands under it."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Section) or first.level != 1:
        return None, (fault("AR610", Place(chapter.path, chapter.first_line)),)
    start = first.place or Place(chapter.path, chapter.first_line)
    others = _titles((*first.children, *blocks[1:]))
    faults = tuple(fault("AR420", title.place or start, name="title") for title in others)
    return replace(first, kind=kind, name=name, place=start), faults


def _titles(blocks: tuple[Block, ...]) -> Iterator[Section]:
    """Yield the headings of level 1 among blocks, however deep they stand."""
    for block in blocks:
        for node, _ in walk(block, "nn"):
            if isinstance(node, Section) and node.level == 1:
                yield node


def _in_language(section: Section | None, chapter: Chapter, language: Language) -> Section | None:
    if section is None or chapter.language in {None, language}:
        return section
    return replace(section, language=chapter.language)
