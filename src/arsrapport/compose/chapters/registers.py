"""Registers: actions with their status, decisions, and cases through the meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from arsrapport.compose.inline import text
from arsrapport.document.nodes import (
    Alignment,
    Block,
    Cell,
    Figure,
    Inline,
    List,
    ListItem,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Section,
    Span,
    Table,
    Text,
)
from arsrapport.document.walk import map_children
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, numeric_date
from arsrapport.language.dues import Due
from arsrapport.language.languages import Language
from arsrapport.language.tables import EN_DASH, NBSP
from arsrapport.model.archive import Item, Meeting
from arsrapport.model.follow_ups import Target
from arsrapport.model.ledger import Action
from arsrapport.model.report import Case, DecisionRow

ORDER: Final = ("open", "moved", "dropped", "done")
"""By status; within one, as they were decided."""

LEFT: Final[Alignment] = "left"

Line = tuple[Inline, ...]


def actions_table(
    actions: Sequence[Action], meetings: Iterable[Meeting], language: Language
) -> tuple[Block, ...]:
    """Return actions by status, with who is responsible, when they are due, and their items.

    Args:
        actions: In the order in which they were decided.
        meetings: Of the report; what was moved to one of their items refers to it.
        language: Of the table.
    """
    items = {
        f"{meeting.id}/{item.number}": (meeting, item)
        for meeting in meetings
        for item in meeting.items
        if item.number
    }
    rows = sorted(actions, key=lambda action: ORDER.index(action.status))
    heads = [label(language, key) for key in ("action", "responsible", "due", "status", "item")]
    cells = [
        (
            _words(action, language),
            text(", ".join(action.outcome.responsible), action.outcome.place),
            text(dues_words(action.dues, language), action.outcome.place),
            _status(action, items, language),
            _reference(action.meeting, action.item, language),
        )
        for action in rows
    ]
    ids = [action.outcome.id for action in rows]
    return _table([label(language, "number_short"), *heads], ids, cells)


def decisions_table(rows: Sequence[DecisionRow], language: Language) -> tuple[Block, ...]:
    """Return decisions and conclusions, with what each supersedes and what supersedes it."""
    is_linked = any(row.supersedes or row.superseded_by for row in rows)
    heads = [label(language, key) for key in ("date", "item", "decision_or_conclusion")]
    heads += [label(language, "supersedes")] if is_linked else []
    cells = []
    for row in rows:
        meeting = row.meeting
        line: list[Line] = [
            text(numeric_date(meeting.first, language), row.outcome.place),
            _reference(meeting, row.item, language),
            _words(row, language),
        ]
        if is_linked:
            line.append(text(link_words(row, language), row.outcome.place))
        cells.append(tuple(line))
    return _table(
        [label(language, "number_short"), *heads], [row.outcome.id for row in rows], cells
    )


def cases_list(cases: Sequence[Case], language: Language) -> tuple[Block, ...]:
    """Return each case with the meetings that treated it, and what each of them concluded."""
    return tuple(_case(case, language) for case in cases)


def _case(case: Case, language: Language) -> Section:
    first = case.items[0][1]
    title: Line = text(case.title, first.place)
    if first.language != language:
        title = (Span(first.language, title),)
    items = tuple(ListItem(_treated(pair, case.title, language)) for pair in case.items)
    return Section(title, (List(items, place=first.place),), level=2, place=first.place)


def _treated(pair: tuple[Meeting, Item], heading: str, language: Language) -> tuple[Block, ...]:
    """Return when an item was treated, its title unless the heading has it, and its conclusions."""
    meeting, item = pair
    days = Text(date_range(meeting.first, meeting.last, language), item.place)
    words: Line = text(item.title, item.place)
    if item.language != language:
        words = (Span(item.language, words),)
    where = (days, Text(" ("), *_numbered(meeting, item, language))
    head = (*where, Text(")")) if item.title == heading else (*where, Text("): "), *words)
    quotes = tuple(
        Quote(
            _copied(outcome.body, meeting, item, outcome.language),
            "decision" if outcome.kind == "decision" else "conclusion",
            outcome.language,
            outcome.place,
        )
        for outcome in item.outcomes
        if outcome.kind != "action" and outcome.body
    )
    return (Paragraph(head, place=item.place), *quotes)


# --- cells ----------------------------------------------------------------------------------


def _words(row: Action | DecisionRow, language: Language) -> Line:
    """Return the title of an outcome, else how its text begins, in its own language."""
    outcome = row.outcome
    if outcome.title:
        words = text(outcome.title, outcome.place)
    else:
        words = _beginning(_copied(outcome.body, row.meeting, row.item, outcome.language))
    return words if outcome.language == language or not words else (Span(outcome.language, words),)


def _beginning(blocks: Iterable[Block]) -> Line:
    """Return the first paragraph; of a list, which may stand first, those of all its items."""
    for block in blocks:
        found = list(_paragraphs(block))
        if found:
            first, *others = found
            return (*first, *(node for line in others for node in (Text("; "), *line)))
    return ()


def _paragraphs(block: Block) -> Iterator[Line]:
    """Yield the words of a paragraph, or those of a list, however deep."""
    waiting: list[Block] = [block]
    while waiting:
        here = waiting.pop()
        match here:
            case Paragraph():
                yield here.children
            case List():
                waiting += [b for item in reversed(here.items) for b in reversed(item.children)]
            case Passage() | Quote():
                waiting += reversed(here.children)
            case _:
                pass


def _copied(
    blocks: tuple[Block, ...], meeting: Meeting, item: Item, language: Language
) -> tuple[Block, ...]:
    """Return blocks as they may stand outside the minutes: names of tables mean nothing there.

    A reference to a table or figure becomes one to the item, where they are.
    """

    def visit(node: Any, inner: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        if isinstance(node, Table | Figure):
            node = replace(node, name="")
        if isinstance(node, Reference) and node.target.startswith(("table:", "figure:")):
            (there,) = _reference(meeting, item, inner)
            own = node.children
            if isinstance(there, Reference):
                return replace(there, children=own)
            return Span(inner, own) if own else there
        return map_children(node, inner, visit)

    return tuple(visit(block, language) for block in blocks)


def dues_words(dues: Sequence[Due], language: Language) -> str:
    """Return the due that holds, and those before it in brackets."""
    if not dues:
        return label(language, "due_unknown")
    *before, last = (due_words(due, language) for due in dues)
    earlier = label(language, "due_before", dates=", ".join(before)) if before else ""
    return f"{last} ({earlier})" if earlier else last


def due_words(due: Due, language: Language) -> str:
    """Return a due as a date of the language, or as it is written."""
    return numeric_date(due.day, language) if due.kind == "date" and due.day else due.written


def status_words(action: Action, language: Language) -> str:
    """Return what has become of an action."""
    if action.status == "moved":
        return label(language, "status_moved", to=_targets(action.to, language))
    if action.is_overdue:
        return label(language, "status_overdue")
    return label(language, f"status_{action.status}")


def _targets(targets: Iterable[Target], language: Language) -> str:
    """Return what took over an action: *sak 3, 27.11.2018*, or the number of another action."""
    return "; ".join(_target(target, language) for target in targets) or EN_DASH


def _target(target: Target, language: Language) -> str:
    if not target.meeting:
        return target.action or target.written
    day = numeric_date(date.fromisoformat(target.meeting[:10]), language)
    if target.number:
        return label(language, "item_of", number=target.number, date=day)
    return label(language, "meeting_of", date=day)


def _status(action: Action, items: Mapping[str, tuple[Meeting, Item]], language: Language) -> Line:
    """Return what has become of an action, with references to the items that took it over."""
    place = action.outcome.place
    if action.status != "moved" or not action.to:
        return text(status_words(action, language), place)
    before, after = label(language, "status_moved", to="\n").split("\n")
    line: list[Inline] = [Text(before, place)] if before else []
    for index, target in enumerate(action.to):
        line += [Text("; ", place)] if index else []
        meeting, item = items.get(str(target), (None, None))
        if meeting and item and meeting.has_appendix and item.has_section:
            line += _reference(meeting, item, language)
        else:
            line.append(Text(_target(target, language), place))
    return (*line, Text(after, place)) if after else tuple(line)


def link_words(row: DecisionRow, language: Language) -> str:
    """Return what a decision supersedes, and what supersedes it."""
    parts = []
    if row.supersedes:
        parts.append(label(language, "supersedes_these", ids=", ".join(row.supersedes)))
    if row.superseded_by:
        parts.append(label(language, "superseded_by_these", ids=", ".join(row.superseded_by)))
    return "; ".join(parts)


def _reference(meeting: Meeting, item: Item, language: Language) -> Line:
    """Return a reference to an item where its minutes are an appendix, else its number and day."""
    if item.number and meeting.has_appendix and item.has_section:
        return (Reference(f"item:{meeting.id}/{item.number}", place=item.place),)
    day = numeric_date(meeting.first, language)
    return text(f"{item.number or item.title}, {day}", item.place)


def _numbered(meeting: Meeting, item: Item, language: Language) -> Line:
    """Return a reference to an item, else its number; its day stands beside it."""
    if item.number and not (meeting.has_appendix and item.has_section):
        return text(f"{label(language, 'item').lower()}{NBSP}{item.number}", item.place)
    return _reference(meeting, item, language)


def _table(
    heads: Sequence[str], ids: Sequence[str], cells: Sequence[Sequence[Line]]
) -> tuple[Table, ...]:
    """Return a table whose first column, the ids, is left out where nothing has one."""
    if not cells:
        return ()
    has_ids = any(ids)
    rows = tuple(
        tuple(Cell(line) for line in ((text(id_) if id_ else (),) if has_ids else ()) + tuple(row))
        for id_, row in zip(ids, cells, strict=True)
    )
    shown = tuple(heads) if has_ids else tuple(heads[1:])
    return (
        Table(
            head=tuple(Cell(text(head)) for head in shown),
            rows=rows,
            align=(LEFT,) * len(shown),
            header_column=has_ids,
        ),
    )
