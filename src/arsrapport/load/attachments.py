"""Attachments: texts that lie beside a meeting and are set as a part of its appendix."""

from collections.abc import Collection, Sequence

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Inline, Section
from arsrapport.load.layout import belongs_to
from arsrapport.load.parse.parsed import ParsedFile, parse_chapter
from arsrapport.markup.blocks import line_locator, parse_blocks, unwrap
from arsrapport.model.archive import StandingText
from arsrapport.model.files.meeting import MeetingFile
from arsrapport.model.files.report import ChapterFile
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree


def read_attachments(
    tree: Tree, known: Collection[str], parsed: ParsedFile[MeetingFile]
) -> tuple[tuple[StandingText, ...], tuple[Diagnostic, ...]]:
    """Read what a meeting's `attachments` name.

    Args:
        tree: The project.
        known: Its paths.
        parsed: The meeting's file.

    Returns:
        The texts, and their faults: AR414 for what is not there or does not belong to the meeting
        (`<date>-…` in the same folder), AR419 for what is no Markdown.
    """
    texts: list[StandingText] = []
    diagnostics: list[Diagnostic] = []
    folder = parsed.path.rpartition("/")[0]
    for index, name in enumerate(parsed.data.attachments or ()):
        path = f"{folder}/{name}"
        place = parsed.positions.entry(("attachments",), index)
        if not belongs_to(parsed.path, path) or path not in known:
            diagnostics.append(fault("AR414", place, path=name))
        elif not name.endswith(".md"):
            diagnostics.append(fault("AR419", place, path=name))
        else:
            file, found = parse_chapter(tree, path)
            diagnostics += found
            if file is not None:
                text, found = standing_text(file)
                texts.append(text)
                diagnostics += found
    return tuple(texts), tuple(diagnostics)


def standing_text(
    parsed: ParsedFile[ChapterFile],
) -> tuple[StandingText, tuple[Diagnostic, ...]]:
    """Read a text that never passes through Jinja; its title is its `#`, where it has one."""
    path = parsed.path
    locate = line_locator(path, parsed.body_line)
    blocks, diagnostics = parse_blocks(parsed.body, locate, base=path)
    title, body = _take_title(unwrap(blocks))
    text = StandingText(path, title, body, parsed.data.language, Place(path))
    return text, diagnostics


def _take_title(blocks: Sequence[Block]) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Section) and block.level == 1:
            return block.title, (*blocks[:index], *block.children, *blocks[index + 1 :])
    return (), tuple(blocks)
