"""Decisions and cases as listings."""

from __future__ import annotations

from collections.abc import Iterable

from arsrapport.aggregate.cases import cases
from arsrapport.aggregate.decisions import decision_rows
from arsrapport.compose.chapters.outcomes import link_words
from arsrapport.export.words import text_of
from arsrapport.language.catalogue import label
from arsrapport.language.names import number_key
from arsrapport.model.archive import Item, Meeting
from arsrapport.model.listing import Listing
from arsrapport.model.report import Case
from arsrapport.pipeline.listings.columns import Scope, days, hidden, listing, texts, told
from arsrapport.pipeline.listings.outcomes import where_minuted, words_of


def decisions_listing(scope: Scope) -> Listing:
    """Return decisions and conclusions, with what supersedes them."""
    language, rows = scope.language, decision_rows(scope.meetings, scope.held)
    columns = [
        texts("id", label(language, "number_short"), (row.outcome.id for row in rows)),
        hidden("kind", (row.outcome.kind for row in rows)),
        *where_minuted([(row.meeting, row.item) for row in rows], language),
        told(
            "text",
            label(language, "decision_or_conclusion"),
            (text_of(row.outcome.body) or row.outcome.title for row in rows),
            (words_of(row.outcome) for row in rows),
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
    return listing(scope, columns, ((row.outcome.place, *row.later) for row in rows))


# --- cases ----------------------------------------------------------------------------------


def cases_of(scope: Scope) -> tuple[Case, ...]:
    """Return the cases with an item in the period."""
    return cases(scope.held, scope.period)


def cases_with(scope: Scope, asked: str) -> tuple[Case, ...]:
    """Return the cases with an item, `2018-04-19/3`; the item alone where nothing continues it."""
    id_, _, number = asked.partition("/")
    key = (id_, number_key(number))
    found = tuple(case for case in cases(scope.held) if key in map(_key, case.items))
    if found:
        return found
    every = ((meeting, item) for meeting in scope.held for item in meeting.items if item.number)
    return tuple(Case((pair,)) for pair in every if _key(pair) == key)[:1]


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
        texts("item", label(language, "item"), (item.number for _, _, item in rows)),
        texts("title", label(language, "title"), (item.title for _, _, item in rows)),
        told(
            "conclusions",
            label(language, "decision_or_conclusion"),
            (tuple(text_of(o.body) or o.title for o in outcomes) for outcomes in said),
            (" ".join(map(words_of, outcomes)) for outcomes in said),
        ),
    ]
    places = (
        (item.place, *(o.place for o in outcomes))
        for (_, _, item), outcomes in zip(rows, said, strict=True)
    )
    return listing(scope, columns, places)


def _name(meeting: Meeting, item: Item) -> str:
    return f"{meeting.id}/{item.number}"
