"""Blocks: the tokens of paragraphs, lists, quotes and the like become nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from markdown_it.token import Token
from msgspec.structs import replace

from arsrapport.document.nodes import (
    Block,
    Break,
    Code,
    Footnote,
    Hole,
    Inline,
    List,
    ListItem,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Strong,
    Text,
)
from arsrapport.language.languages import LANGUAGES
from arsrapport.markup.figures import figure_lines, is_image, read_figure
from arsrapport.markup.inlines import read_inlines
from arsrapport.markup.marks import judge_marks
from arsrapport.markup.places import Origin, heading_origin, paragraph_origin
from arsrapport.markup.reading import Reading, Setting
from arsrapport.markup.sections import Heading, nest_sections
from arsrapport.markup.tables import is_delimiter_row, read_table
from arsrapport.source.characters import has_visible

_Reader: TypeAlias = Callable[[Sequence[Token], Reading, Setting], Iterator[Block | Heading]]


def read_content(tokens: Sequence[Token], reading: Reading, setting: Setting) -> tuple[Block, ...]:
    """Read the tokens of blocks that stand beside each other, sections nested by their headings."""
    return nest_sections(
        item
        for group in _groups(tokens)
        for item in _READERS[group[0].type](group, reading, setting)
    )


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each block: one, or those from its opening to its closing."""
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


# --- words ----------------------------------------------------------------------------------


def _read_paragraph(group: Sequence[Token], reading: Reading, setting: Setting) -> Iterator[Block]:
    begin: int = group[0].meta["at"]
    tokens = group[1].children or []
    origin = paragraph_origin(reading.source, group[1].content, begin)
    _judge_delimiter_rows(origin, reading)
    judge_marks(origin.content, origin.offset, reading)
    lines = figure_lines(tokens)
    for line in lines or [tokens]:
        if lines and is_image(line):
            figure = read_figure(line[0], origin, reading)
            yield from () if figure is None else (figure,)
            continue
        offset = origin.offset(line[0].meta.get("at", 0)) if lines else begin
        children = read_inlines(line, origin, reading, setting)
        if children:
            yield Paragraph(children, place=reading.place(offset))


def _judge_delimiter_rows(origin: Origin, reading: Reading) -> None:
    """Report a table that GFM does not take for one: without a head, or with another width."""
    at = 0
    for line in origin.content.split("\n"):
        if is_delimiter_row(line):
            reading.fault("AR410", origin.offset(at))
            return
        at += len(line) + 1


def _read_heading(
    group: Sequence[Token], reading: Reading, setting: Setting
) -> Iterator[Block | Heading]:
    begin: int = group[0].meta["at"]
    place, content = reading.place(begin), group[1].content
    is_underlined = not group[0].markup.startswith("#")
    origin = (paragraph_origin if is_underlined else heading_origin)(reading.source, content, begin)
    judge_marks(content, origin.offset, reading)
    title = read_inlines(group[1].children or (), origin, reading, setting)
    if setting.nested:
        reading.fault("AR420", begin, name="heading")
        yield Paragraph((Strong(title),), place=place)
        return
    level = int(group[0].tag.removeprefix("h"))
    if 0 < reading.level < level - 1:
        reading.fault("AR407", begin, before=reading.level, after=level)
    reading.level = level
    if not any(map(_says_something, title)):
        reading.fault("AR421", begin)
    yield Heading(Section(title, (), level=level, place=place))


def _says_something(node: Inline) -> bool:
    """Say whether a heading has words by this node; holes and references get theirs later."""
    match node:
        case Text() | Code():
            return has_visible(node.value)
        case Hole() | Reference(children=()):
            return True
        case Break() | Footnote():
            return False
        case _:
            return any(map(_says_something, node.children))


def _read_code(group: Sequence[Token], reading: Reading, _setting: Setting) -> Iterator[Block]:
    """Read a block of code as a paragraph whose lines end where the author's do."""
    begin: int = group[0].meta["at"]
    judge_marks(group[0].content, lambda _: begin, reading, in_code=True)
    children: list[Inline] = []
    for line in group[0].content.strip("\n").split("\n"):
        children += [Break()] if children else []
        code = reading.plain(line, begin)
        children += [Code(code)] if code else []
    if children:
        yield Paragraph(tuple(children), place=reading.place(begin))


# --- what holds blocks ----------------------------------------------------------------------


def _read_list(group: Sequence[Token], reading: Reading, setting: Setting) -> Iterator[Block]:
    inside = replace(setting, nested=True)
    yield List(
        tuple(ListItem(read_content(item[1:-1], reading, inside)) for item in _groups(group[1:-1])),
        ordered=group[0].type == "ordered_list_open",
        start=int(group[0].attrs.get("start", 1)),
        place=reading.place(group[0].meta["at"]),
    )


def _read_quote(group: Sequence[Token], reading: Reading, setting: Setting) -> Iterator[Block]:
    children = read_content(group[1:-1], reading, replace(setting, in_quote=True, nested=True))
    if children:
        yield Quote(children, place=reading.place(group[0].meta["at"]))


def _read_passage(group: Sequence[Token], reading: Reading, setting: Setting) -> Iterator[Block]:
    """Read a passage; one whose name is unknown leaves what it holds where it is."""
    begin: int = group[0].meta["at"]
    name = group[0].info.lower()
    language = next((language for language in LANGUAGES if language == name), None)
    is_known = language is not None or name == "internal"
    if not is_known or not group[0].meta["is_closed"]:
        reading.fault("AR415", begin, name=group[0].info)
    children = read_content(group[1:-1], reading, setting)
    if is_known:
        yield Passage(children, language, name == "internal", reading.place(begin))
    else:
        yield from children


# --- what has no place ----------------------------------------------------------------------


def _refuse_rule(group: Sequence[Token], reading: Reading, _setting: Setting) -> Iterator[Block]:
    reading.fault("AR420", group[0].meta["at"], name="thematic-break")
    yield from ()


def _refuse_stray_mark(
    group: Sequence[Token], reading: Reading, _setting: Setting
) -> Iterator[Block]:
    reading.fault("AR415", group[0].meta["at"], name=":::")
    yield from ()


def _read_table(group: Sequence[Token], reading: Reading, setting: Setting) -> Iterator[Block]:
    yield read_table(group, reading, setting)


def _pass_note(_group: Sequence[Token], _reading: Reading, _setting: Setting) -> Iterator[Block]:
    """Leave a footnote's text, which `notes` has read before all else."""
    yield from ()


_READERS: Final[dict[str, _Reader]] = {
    "paragraph_open": _read_paragraph,
    "heading_open": _read_heading,
    "fence": _read_code,
    "code_block": _read_code,
    "bullet_list_open": _read_list,
    "ordered_list_open": _read_list,
    "blockquote_open": _read_quote,
    "passage_open": _read_passage,
    "table_open": _read_table,
    "footnote_reference_open": _pass_note,
    "hr": _refuse_rule,
    "passage_stray": _refuse_stray_mark,
}
"""What reads the tokens of a block, by the first one; another is a bug."""
