"""Actions as listings, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from arsrapport.aggregate.report import actions_of_period
from arsrapport.compose.chapters.outcomes import dues_words, status_words
from arsrapport.export.words import text_of
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range
from arsrapport.language.dues import Due
from arsrapport.language.numbers import grouped
from arsrapport.model.archive import Meeting
from arsrapport.model.ledger import Action, ledger
from arsrapport.model.listing import Listing
from arsrapport.pipeline.listings.columns import Scope, hidden, listing, lists, texts, told
from arsrapport.pipeline.listings.outcomes import where_minuted, words_of


def actions_of(scope: Scope) -> tuple[Action, ...]:
    """Return the actions that are asked about, as they stand on the day."""
    if scope.is_year:
        return actions_of_period(scope.committee, scope.period, scope.day)
    return ledger(scope.committee, scope.day)


def standing(rows: Sequence[Action], scope: Scope) -> list[Action]:
    """Return the actions that still concern anybody: not those closed before the latest meeting.

    It is what a committee's own follow-up table holds: what the latest meeting decided, and of
    earlier actions what is open, or was closed since.
    """
    latest = _latest(scope)
    if latest is None:
        return list(rows)
    return [
        row
        for row in rows
        if row.status == "open"
        or row.meeting.id == latest.id
        or any(step.follow_up.day > latest.last for step in row.steps)
    ]


def standing_listings(rows: Sequence[Action], scope: Scope, left_out: int) -> Iterator[Listing]:
    """Yield the actions of the latest meeting, and then those of earlier ones.

    Args:
        rows: In the order in which they were decided.
        scope: Whose they are.
        left_out: How many were closed before the latest meeting; a note says so.
    """
    language, latest = scope.language, _latest(scope)
    notes = (
        (label(language, "actions_closed_before", count=grouped(left_out, language)),)
        if left_out
        else ()
    )
    if latest is None:
        yield actions_listing(scope, rows, notes=notes)
        return
    new = [row for row in rows if row.meeting.id == latest.id]
    old = [row for row in rows if row.meeting.id != latest.id]
    day = date_range(latest.first, latest.last, language)
    if new or not old:
        about = label(language, "actions_of_meeting", date=day)
        yield actions_listing(scope, new, about, () if old else notes)
    if old:
        yield actions_listing(scope, old, label(language, "actions_of_earlier"), notes)


def _latest(scope: Scope) -> Meeting | None:
    """Return the latest meeting that was over on the day."""
    over = [meeting for meeting in scope.held if meeting.last <= scope.day]
    return max(over, key=lambda meeting: (meeting.last, meeting.id), default=None)


def actions_listing(
    scope: Scope, rows: Sequence[Action], about: str = "", notes: Sequence[str] = ()
) -> Listing:
    """Return actions in the order in which they were decided; `about` says which they are."""
    language = scope.language
    columns = [
        texts("id", label(language, "number_short"), (row.outcome.id for row in rows)),
        told(
            "text",
            label(language, "action"),
            (text_of(row.outcome.body) or row.outcome.title for row in rows),
            (words_of(row.outcome) for row in rows),
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
        *where_minuted([(row.meeting, row.item) for row in rows], language),
        hidden("remark", (row.outcome.note for row in rows)),
        hidden("followed_up", (_last_day(row) for row in rows)),
        hidden("follow_up", (row.steps[-1].follow_up.note if row.steps else None for row in rows)),
    ]
    places = ((row.outcome.place, *(step.follow_up.place for step in row.steps)) for row in rows)
    return listing(scope, columns, places, is_as_of=True, about=about, notes=notes)


def _due(due: Due) -> str:
    return due.day.isoformat() if due.kind == "date" and due.day else due.written


def _last_day(action: Action) -> date | None:
    return action.steps[-1].follow_up.day if action.steps else None
