"""Actions, decisions and cases as listings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from arsrapport.aggregate.cases import cases
from arsrapport.aggregate.decisions import decision_rows
from arsrapport.aggregate.report import actions_of_period
from arsrapport.compose.chapters.registers import dues_words, link_words, status_words
from arsrapport.document.nodes import Paragraph
from arsrapport.export.words import line_of, text_of
from arsrapport.language.catalogue import label
from arsrapport.language.dates import numeric_date
from arsrapport.language.dues import Due
from arsrapport.language.languages import Language
from arsrapport.language.names import number_key
from arsrapport.model.archive import Item, Meeting, Outcome
from arsrapport.model.ledger import Action, ledger
from arsrapport.model.listing import Listing
from arsrapport.model.report import Case
from arsrapport.pipeline.listings.columns import (
    Made,
    Scope,
    days,
    hidden,
    listing,
    lists,
    texts,
    told,
)


def actions_of(scope: Scope) -> tuple[Action, ...]:
    """Return the actions that are asked about, as they stand on the day."""
    if scope.is_year:
        return actions_of_period(scope.committee, scope.period, scope.day)
    return ledger(scope.committee, scope.day)


def actions_listing(scope: Scope, rows: Sequence[Action]) -> Listing:
    """Return actions in the order in which they were decided."""
    language = scope.language
    columns = [
        texts("id", label(language, "number_short"), (row.outcome.id for row in rows)),
        told(
            "text",
            label(language, "action"),
            (text_of(row.outcome.body) or row.outcome.title for row in rows),
            (_words(row.outcome) for row in rows),
        ),
        texts("title", "", (row.outcome.title for row in rows)),
        lists(
            "responsible", label(language, "responsible"), (row.outcome.responsible for row in rows)
        ),
        told(
            "due",
            label(language, "due"),
            (_due(row.due) for row in rows),
            (dues_words(row.dues, language) for row in rows),
        ),
        hidden("due_date", (row.due.day for row in rows)),
        hidden("earlier_dues", (tuple(map(_due, row.dues[:-1])) for row in rows)),
        told(
            "status",
            label(language, "status"),
            (row.status for row in rows),
            (status_words(row, language) for row in rows),
        ),
        hidden("overdue", (row.is_overdue for row in rows)),
        hidden("moved_to", (tuple(map(str, row.to)) for row in rows)),
        *_where([(row.meeting, row.item) for row in rows], language),
        hidden("remark", (row.outcome.note for row in rows)),
        hidden("followed_up", (_last_day(row) for row in rows)),
        hidden("follow_up", (row.steps[-1].follow_up.note if row.steps else None for row in rows)),
    ]
    places = ((row.outcome.place, *(step.follow_up.place for step in row.steps)) for row in rows)
    return listing(scope, columns, places, is_as_of=True)


def _where(rows: Sequence[tuple[Meeting, Item]], language: Language) -> tuple[Made, ...]:
    """Return where outcomes were minuted: the meeting, its day, and the item."""
    return (
        hidden("meeting", (meeting.id for meeting, _ in rows)),
        hidden("date", (meeting.first for meeting, _ in rows)),
        told(
            "item",
            label(language, "item"),
            (item.number or item.title for _, item in rows),
            (_reference(meeting, item, language) for meeting, item in rows),
        ),
    )


def _reference(meeting: Meeting, item: Item, language: Language) -> str:
    return f"{item.number or item.title}, {numeric_date(meeting.first, language)}"


def _words(outcome: Outcome) -> str:
    """Return the title of an outcome, else its first paragraph."""
    if outcome.title:
        return outcome.title
    paragraphs = (b.children for b in outcome.body if isinstance(b, Paragraph))
    return line_of(next(paragraphs, ()))


def _due(due: Due) -> str:
    return due.day.isoformat() if due.kind == "date" and due.day else due.written


def _last_day(action: Action) -> date | None:
    return action.steps[-1].follow_up.day if action.steps else None


# --- decisions ------------------------------------------------------------------------------


def decisions_listing(scope: Scope) -> Listing:
    """Return decisions and conclusions, with what supersedes them."""
    language, rows = scope.language, decision_rows(scope.meetings, scope.held)
    columns = [
        texts("id", label(language, "number_short"), (row.outcome.id for row in rows)),
        hidden("kind", (row.outcome.kind for row in rows)),
        *_where([(row.meeting, row.item) for row in rows], language),
        told(
            "text",
            label(language, "decision_or_conclusion"),
            (text_of(row.outcome.body) or row.outcome.title for row in rows),
            (_words(row.outcome) for row in rows),
        ),
        texts("title", "", (row.outcome.title for row in rows)),
        hidden("supersedes", (row.supersedes for row in rows)),
        hidden("superseded_by", (row.superseded_by for row in rows)),
        told(
            "",
            label(language, "supersedes"),
            (None for _ in rows),
            (link_words(row, language) for row in rows),
        ),
    ]
    return listing(scope, columns, ((row.outcome.place,) for row in rows))


# --- cases ----------------------------------------------------------------------------------


def cases_of(scope: Scope) -> tuple[Case, ...]:
    """Return the cases with an item in the period."""
    return cases(scope.held, scope.period)


def case_of(scope: Scope, asked: str) -> Case | None:
    """Return the case of an item, `2018-04-19/3`; the item alone where nothing continues it."""
    id_, _, number = asked.partition("/")
    key = (id_, number_key(number))
    found = next((case for case in cases(scope.held) if key in map(_key, case.items)), None)
    if found is not None:
        return found
    every = ((meeting, item) for meeting in scope.held for item in meeting.items if item.number)
    alone = next((pair for pair in every if _key(pair) == key), None)
    return Case((alone,)) if alone else None


def _key(pair: tuple[Meeting, Item]) -> tuple[str, str]:
    return pair[0].id, number_key(pair[1].number)


def cases_listing(scope: Scope, found: Iterable[Case]) -> Listing:
    """Return the items of cases with what they concluded, each case by its first item."""
    language = scope.language
    rows = [(case.items[0], meeting, item) for case in found for meeting, item in case.items]
    said = [[o for o in item.outcomes if o.kind != "action"] for _, _, item in rows]
    columns = [
        texts("case", label(language, "case"), (_name(*first) for first, _, _ in rows)),
        hidden("case_title", (first[1].title for first, _, _ in rows)),
        hidden("meeting", (meeting.id for _, meeting, _ in rows)),
        days("date", label(language, "date"), (meeting.first for _, meeting, _ in rows), language),
        told(
            "item",
            label(language, "item"),
            (item.number for _, _, item in rows),
            (f"{item.number} {item.title}".strip() for _, _, item in rows),
        ),
        hidden("title", (item.title for _, _, item in rows)),
        told(
            "conclusions",
            label(language, "decision_or_conclusion"),
            (tuple(text_of(o.body) or o.title for o in outcomes) for outcomes in said),
            ("; ".join(map(_words, outcomes)) for outcomes in said),
        ),
    ]
    places = (
        (item.place, *(o.place for o in outcomes))
        for (_, _, item), outcomes in zip(rows, said, strict=True)
    )
    return listing(scope, columns, places)


def _name(meeting: Meeting, item: Item) -> str:
    return f"{meeting.id}/{item.number}"
