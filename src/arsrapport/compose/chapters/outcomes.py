"""What registers say of an outcome: its words, its dues, its status, and where it was minuted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from msgspec.structs import replace

from arsrapport.compose.inline import text
from arsrapport.document.nodes import (
    Block,
    Figure,
    Inline,
    List,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Span,
    Table,
    Text,
)
from arsrapport.document.walk import map_children
from arsrapport.language.catalogue import label
from arsrapport.language.dates import numeric_date
from arsrapport.language.dues import Due
from arsrapport.language.languages import Language
from arsrapport.language.tables import EN_DASH, NBSP
from arsrapport.model.archive import Item, Meeting
from arsrapport.model.follow_ups import Target
from arsrapport.model.ledger import Action
from arsrapport.model.report import DecisionRow

Line: TypeAlias = tuple[Inline, ...]
Minuted: TypeAlias = tuple[Meeting, Item]
"""Where an outcome was minuted."""
Appendices: TypeAlias = Mapping[str, Meeting]
"""The meetings, by id, whose minutes are appendices of the report: only they can be referred to."""


def outcome_words(row: Action | DecisionRow, inside: Appendices, language: Language) -> Line:
    """Return the title of an outcome and how its text begins, in its own language.

    Of an action the title is enough, where it has one.
    """
    outcome = row.outcome
    words: Line = ()
    if outcome.kind != "action" or not outcome.title:
        words = _beginning(copied(outcome.body, (row.meeting, row.item), inside, outcome.language))
    if outcome.title:
        rest = (Text(". ", outcome.place), *words) if words else ()
        words = (*text(outcome.title, outcome.place), *rest)
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


def copied(
    blocks: tuple[Block, ...], row: Minuted, inside: Appendices, language: Language
) -> tuple[Block, ...]:
    """Return blocks as they may stand outside the minutes: names of tables mean nothing there.

    A reference to a table or figure becomes one to the item, where they are.
    """
    return tuple(_copy(row, inside, block, language) for block in blocks)


def _copy(row: Minuted, inside: Appendices, node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    # Not a function in `copied`: one that calls itself by a name around it is a circle, which would
    # hold the committee until Python looks for such.
    if isinstance(node, Table | Figure):
        node = replace(node, name="")
    if isinstance(node, Reference) and node.target.startswith(("table:", "figure:")):
        (there,) = reference(row, inside, language)
        own = node.children
        if isinstance(there, Reference):
            return replace(there, children=own)
        return Span(language, own) if own else there
    return map_children(node, language, partial(_copy, row, inside))


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
    if target.action:
        return label(language, "action_of", id=target.action)
    if not target.meeting:
        return target.written
    day = numeric_date(date.fromisoformat(target.meeting[:10]), language)
    if target.number:
        return label(language, "item_of", number=target.number, date=day)
    return label(language, "meeting_of", date=day)


def status(action: Action, inside: Appendices, language: Language) -> Line:
    """Return what has become of an action, with references to the items that took it over."""
    place = action.outcome.place
    if action.status != "moved" or not action.to:
        return text(status_words(action, language), place)
    before, after = label(language, "status_moved", to="\n").split("\n")
    line: list[Inline] = [Text(before, place)] if before else []
    for index, target in enumerate(action.to):
        line += [Text("; ", place)] if index else []
        row = _find(target, inside)
        if row is not None and _is_inside(row, inside):
            line += reference(row, inside, language)
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


def _find(target: Target, inside: Appendices) -> Minuted | None:
    meeting = inside.get(target.meeting)
    if meeting is None:
        return None
    return next(((meeting, i) for i in meeting.items if i.number == target.number), None)


def reference(row: Minuted, inside: Appendices, language: Language) -> Line:
    """Return a reference to an item whose minutes are in the report, else its number and day."""
    meeting, item = row
    if _is_inside(row, inside):
        return (Reference(f"item:{meeting.id}/{item.number}", place=item.place),)
    day = numeric_date(meeting.first, language)
    if item.number:
        return text(label(language, "item_of", number=item.number, date=day), item.place)
    return text(f"{item.title}, {day}", item.place)


def numbered(row: Minuted, inside: Appendices, language: Language) -> Line:
    """Return a reference to an item, else its number; its day stands beside it."""
    _, item = row
    if item.number and not _is_inside(row, inside):
        return text(f"{label(language, 'item').lower()}{NBSP}{item.number}", item.place)
    return reference(row, inside, language)


def _is_inside(row: Minuted, inside: Appendices) -> bool:
    meeting, item = row
    return bool(item.number) and item.has_section and meeting.id in inside
