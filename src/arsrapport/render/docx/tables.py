"""Tables: caption above, a head that is repeated on each page, notes and source below."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from arsrapport.document import nodes
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk
from arsrapport.language.languages import Language
from arsrapport.render.columns import CAPACITY, GAP, Layout, breadth, lay_out
from arsrapport.render.docx.base import HOUSE_BREADTH
from arsrapport.render.docx.captions import caption
from arsrapport.render.docx.gathered import Gathered, Where
from arsrapport.render.docx.inlines import Look, inlines
from arsrapport.render.docx.paragraphs import (
    close_tables,
    indent,
    keep_together,
    keep_with_next,
    paragraph,
    space,
    spacer,
)
from arsrapport.render.docx.turning import turned, turned_line
from arsrapport.render.docx.xml import Element, clean, el, put

MOST_COLUMNS: Final = 63
"""Word opens no table with more."""

AIR: Final = 1.2
"""What a column gets more where there is room: fonts that stand in for ours may be a fifth broader,
as DejaVu Sans is."""

SHORT_HEAD: Final = 12
"""A header of a row with so many characters stays on one line, as in HTML."""

DIGIT: Final = 0.497
"""The breadth of a figure in Source Sans, by the size of its letters."""
MARK: Final = 0.5
"""That of a decimal mark, beside a figure's."""
STAR: Final = 0.84

STYLES: Final = {9.0: "Table Text", 8.0: "Table Text 8", 7.0: "Table Text 7"}


def table(node: nodes.Table, where: Where, gathered: Gathered) -> list[Element]:
    """Return a table with what stands above and below it."""
    base = gathered.base
    layout = lay_out(node, base.room, may_turn=where.may_turn and not base.is_wide)
    gathered.is_cut = gathered.is_cut or layout.turned
    line = turned_line(gathered) if layout.turned else base.line - where.indent - where.right
    above = caption(node, where, gathered)
    grids = [_grid(node, layout, shown, line, where, gathered) for shown in _split(node)]
    look = Look(where.language)
    below = [
        paragraph(inlines(words, look, gathered), where, gathered, "Table Note")
        for words in (*node.notes, *((node.source,) if node.source else ()))
    ]
    found = [*above, *grids, *below]
    if layout.kept:
        keep_together(found)
    elif below:
        # Notes and source stay with the last row.
        keep_together([*above, *below])
        last = grids[-1][-1]
        keep_with_next(last)
    if below:
        space(below[-1], after=240)
    if not layout.turned:
        return found
    return [turned([*close_tables(found, gathered), *([] if below else [spacer(gathered)])])]


def _split(node: nodes.Table) -> list[list[int]]:
    """Return the columns of each table that this one makes: nearly always one."""
    columns = list(range(len(node.head)))
    if len(columns) <= MOST_COLUMNS:
        return [columns]
    fixed = columns[:1] if node.header_column else []
    rest = columns[len(fixed) :]
    step = MOST_COLUMNS - len(fixed)
    return [[*fixed, *rest[start : start + step]] for start in range(0, len(rest), step)]


def _grid(  # noqa: PLR0913, PLR0917 - a table, how it is set, and where
    node: nodes.Table,
    layout: Layout,
    shown: list[int],
    line: int,
    where: Where,
    gathered: Gathered,
) -> Element:
    full = line if layout.turned else gathered.base.line
    capacity = CAPACITY[layout.size] * gathered.base.room * (full / gathered.base.line)
    widths = _widths(layout, shown, line, capacity)
    if node.header_column:
        widths = _widen(widths, node, full, capacity)
    looks = {"firstRow": 1, "lastRow": 0, "firstColumn": int(node.header_column)}
    held = [
        el("w:tblStyle", val=gathered.style("Report Table")),
        el("w:tblW", w=sum(widths), type="dxa"),
        *([el("w:tblInd", w=where.indent, type="dxa")] if where.indent else []),
        el("w:tblLook", val=_look(node), **looks, lastColumn=0, noHBand=1, noVBand=1),
        *([el("w:tblCaption", val=clean(plain_text(node.caption)))] if node.caption else []),
    ]
    grid = el("w:tblGrid", *(el("w:gridCol", w=width) for width in widths))
    found = el("w:tbl", el("w:tblPr", *held), grid)
    columns = list(zip(shown, widths, strict=True))
    digit = layout.size * DIGIT * 20 * _breadth(gathered)
    setting = _Setting(node.align, columns, where.language, STYLES[layout.size], gathered, digit)
    found.append(_row(node.head, setting, is_head=True))
    for row, kept, pads in zip(node.rows, layout.kept_rows, layout.pads, strict=True):
        found.append(_row(row, setting, is_kept=kept, pads=pads))
    return found


class _Setting(Struct, frozen=True):
    """What the rows of a table share."""

    align: tuple[nodes.Alignment, ...]
    columns: list[tuple[int, int]]
    """Which are shown, and how broad they are."""
    language: Language
    style: str
    """Of the paragraphs."""
    gathered: Gathered
    digit: float
    """The breadth of a figure, in twentieths of a point."""


def _look(node: nodes.Table) -> str:
    """Return the same as the attributes beside it, for programs that know only this form."""
    return f"{0x0020 + 0x0200 + 0x0400 + (0x0080 if node.header_column else 0):04X}"


def _widths(layout: Layout, shown: list[int], line: int, capacity: float) -> list[int]:
    """Return how broad each column is, in twentieths of a point."""
    letter = line / capacity
    widths = [layout.widths[column] * letter for column in shown]
    room = line / sum(widths)
    takes_rest = [layout.shares[column] is not None for column in shown]
    if room < 1 or not any(takes_rest):  # or small
        return [max(1, int(width * min(AIR, room))) for width in widths]
    if all(takes_rest):
        return [max(1, int(width * room)) for width in widths]
    # All fit: one takes what is left when the others have air, the same as in the PDF.
    widths = [width * min(AIR, room) for width in widths]
    widths[takes_rest.index(True)] += line - sum(widths)
    return [max(1, int(width)) for width in widths]


def _widen(widths: list[int], node: nodes.Table, line: int, capacity: float) -> list[int]:
    """Return the widths with room for each short header of a row, such as *18-04-03*, on a line."""
    heads = [plain_text(row[0].children) for row in node.rows]
    wanted = max((breadth(head) for head in heads if len(head) <= SHORT_HEAD), default=0.0)
    lacking = int((wanted + capacity * GAP) * line / capacity) - widths[0]
    widest = widths.index(max(widths))
    if lacking <= 0 or widest == 0 or widths[widest] < 3 * lacking:
        return widths
    return [
        width + lacking * ((column == 0) - (column == widest))
        for column, width in enumerate(widths)
    ]


def _row(
    cells: tuple[nodes.Cell, ...],
    setting: _Setting,
    *,
    is_head: bool = False,
    is_kept: bool = True,
    pads: tuple[str, ...] = (),
) -> Element:
    held = [el("w:cantSplit")] if is_kept else []
    # Word would set a note again on each page on which it repeats the head.
    if is_head and not _is_noted(cells, setting.language):
        held.append(el("w:tblHeader"))
    row = el("w:tr", *([el("w:trPr", *held)] if held else []))
    for column, width in setting.columns:
        inside = _cell(cells[column], setting, setting.align[column], is_head=is_head)
        if pads and pads[column]:
            indent(inside, 0, right=_room(pads[column], setting.digit))
        row.append(el("w:tc", el("w:tcPr", el("w:tcW", w=width, type="dxa")), inside))
    return row


def _cell(cell: nodes.Cell, setting: _Setting, align: nodes.Alignment, *, is_head: bool) -> Element:
    look = Look(cell.language or setting.language, bold=is_head, in_table=True)
    words = inlines(cell.children, look, setting.gathered)
    style = el("w:pStyle", val=setting.gathered.style(setting.style))
    found = el("w:p", el("w:pPr", style), *words)
    if align != "left":
        put(found, el("w:jc", val=align))
    if is_head:
        put(found, el("w:keepNext"))
    return found


def _room(pad: str, digit: float) -> int:
    """Return what decimals that a number lacks would take, in twentieths of a point.

    So numbers stand under one another by their decimal mark, and no sign stands unseen in the text.
    """
    return round(digit * sum(MARK if sign in ",." else STAR if sign == "*" else 1 for sign in pad))


def _breadth(gathered: Gathered) -> float:
    """Return how broad the letters of tables are, beside those of Source Sans Pro."""
    theme = gathered.base.theme
    if theme.house:
        return HOUSE_BREADTH
    return theme.headings.breadth if theme.headings else 1.0


def _is_noted(cells: tuple[nodes.Cell, ...], language: Language) -> bool:
    return any(
        isinstance(node, nodes.Footnote) for cell in cells for node, _ in walk(cell, language)
    )
