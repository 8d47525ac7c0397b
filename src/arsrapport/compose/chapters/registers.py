"""Registers: actions with their status, decisions, and cases through the meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from arsrapport.compose.chapters.outcomes import (
    Appendices,
    Line,
    Minuted,
    copied,
    dues_words,
    link_words,
    numbered,
    outcome_words,
    reference,
    status,
)
from arsrapport.compose.inline import text
from arsrapport.document.nodes import (
    Alignment,
    Block,
    Cell,
    List,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Span,
    Table,
    Text,
)
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, numeric_date
from arsrapport.language.languages import Language
from arsrapport.model.ledger import Action
from arsrapport.model.report import Case, DecisionRow

ORDER: Final = ("open", "moved", "dropped", "done")
"""By status; within one, as they were decided."""

LEFT: Final[Alignment] = "left"


def actions_table(
    actions: Sequence[Action], inside: Appendices, language: Language
) -> tuple[Block, ...]:
    """Return actions by status, with who is responsible, when they are due, and their items."""
    rows = sorted(actions, key=lambda action: ORDER.index(action.status))
    heads = [label(language, key) for key in ("action", "responsible", "due", "status", "item")]
    cells = [
        (
            outcome_words(action, inside, language),
            text(", ".join(action.outcome.responsible), action.outcome.place),
            text(dues_words(action.dues, language), action.outcome.place),
            status(action, inside, language),
            reference((action.meeting, action.item), inside, language),
        )
        for action in rows
    ]
    ids = [action.outcome.id for action in rows]
    return _table([label(language, "number_short"), *heads], ids, cells)


def decisions_table(
    rows: Sequence[DecisionRow], inside: Appendices, language: Language
) -> tuple[Block, ...]:
    """Return decisions and conclusions, with what each supersedes and what supersedes it."""
    is_linked = any(row.supersedes or row.superseded_by for row in rows)
    heads = [label(language, key) for key in ("date", "item", "decision_or_conclusion")]
    heads += [label(language, "supersedes")] if is_linked else []
    cells = []
    for row in rows:
        meeting = row.meeting
        line: list[Line] = [
            text(numeric_date(meeting.first, language), row.outcome.place),
            reference((meeting, row.item), inside, language),
            outcome_words(row, inside, language),
        ]
        if is_linked:
            line.append(text(link_words(row, language), row.outcome.place))
        cells.append(tuple(line))
    return _table(
        [label(language, "number_short"), *heads], [row.outcome.id for row in rows], cells
    )


def cases_list(cases: Sequence[Case], inside: Appendices, language: Language) -> tuple[Block, ...]:
    """Return each case with the meetings that treated it, and what each of them concluded."""
    return tuple(_case(case, inside, language) for case in cases)


def _case(case: Case, inside: Appendices, language: Language) -> Section:
    first = case.items[0][1]
    title: Line = text(case.title, first.place)
    if first.language != language:
        title = (Span(first.language, title),)
    items = tuple(ListItem(_treated(pair, case.title, inside, language)) for pair in case.items)
    return Section(title, (List(items, place=first.place),), level=2, place=first.place)


def _treated(
    pair: Minuted, heading: str, inside: Appendices, language: Language
) -> tuple[Block, ...]:
    """Return when an item was treated, its title unless the heading has it, and its conclusions."""
    meeting, item = pair
    days = Text(date_range(meeting.first, meeting.last, language), item.place)
    words: Line = text(item.title, item.place)
    if item.language != language:
        words = (Span(item.language, words),)
    where = (days, Text(" ("), *numbered(pair, inside, language))
    head = (*where, Text(")")) if item.title == heading else (*where, Text("): "), *words)
    quotes = tuple(
        Quote(
            copied(outcome.body, pair, inside, outcome.language),
            "decision" if outcome.kind == "decision" else "conclusion",
            outcome.language,
            outcome.place,
        )
        for outcome in item.outcomes
        if outcome.kind != "action" and outcome.body
    )
    return (Paragraph(head, place=item.place), *quotes)


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
