"""Show: one question about committees, answered as listings; nothing is composed or written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.aggregate.report import period_of
from arsrapport.diagnostics import Diagnostic, has_errors
from arsrapport.document.editions import titled
from arsrapport.document.nodes import Edition
from arsrapport.language.keywords import keyword
from arsrapport.language.languages import Language
from arsrapport.language.names import name_key, split_organisation
from arsrapport.load.texts import Texts
from arsrapport.model.archive import Archive, Committee, ReportPlan
from arsrapport.model.ledger import Action
from arsrapport.model.listing import Listing
from arsrapport.model.report import Period
from arsrapport.pipeline.listings.actions import (
    actions_listing,
    actions_of,
    standing,
    standing_listings,
)
from arsrapport.pipeline.listings.attendance import attendance_listing
from arsrapport.pipeline.listings.columns import Scope
from arsrapport.pipeline.listings.meetings import agenda_listing, meetings_listing, members_listing
from arsrapport.pipeline.listings.registers import (
    cases_listing,
    cases_of,
    cases_with,
    decisions_listing,
)
from arsrapport.pipeline.project import in_order, open_project
from arsrapport.pipeline.reports import choose_committees, find_plan, has_all_names, no_report
from arsrapport.source.tree import Tree

What: TypeAlias = Literal[
    "attendance", "agenda", "members", "actions", "decisions", "meetings", "case"
]

_PLAIN: Final[Mapping[What, Callable[[Scope], Listing]]] = {
    "agenda": agenda_listing,
    "members": members_listing,
    "meetings": meetings_listing,
    "decisions": decisions_listing,
    "case": lambda scope: cases_listing(scope, cases_of(scope)),
}
"""What is asked for without further words."""


class Asked(Struct, frozen=True):
    """A question."""

    what: What
    today: date
    language: Language
    """Of heads and other words of the tool."""
    year: str = ""
    """The period of that year's report; "" for the whole history."""
    item: str = ""
    """Only the cases with this item, `2018-04-19/3`."""
    committees: tuple[str, ...] = ()
    """Empty for all."""
    as_of: date | None = None
    """Nothing later is known; without it members and actions are those of today, or of the report's
    own day."""
    by: str = "person"
    """Of attendance: `person`, `organisation`, `meeting`."""
    only: str = ""
    """Of actions: `open`, `overdue`."""
    is_whole: bool = False
    """Of actions without a year: also those closed before the latest meeting."""
    responsible: str = ""
    """Of actions: only those with this person or organisation among the responsible."""
    edition: Edition = "public"


class Shown(Struct, frozen=True):
    """The answer. With errors there is none."""

    listings: tuple[Listing, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """The text of each file, for who shows a line of it."""


def show(tree: Tree, asked: Asked) -> Shown:
    """Answer a question, with a listing for each committee that it is about.

    What is withheld is in none but those of the internal edition.
    """
    project = open_project(tree, asked.year, asked.committees, asked.edition)
    chosen, found = choose_committees(project, asked.committees)
    diagnostics = [*project.diagnostics, *found]
    scopes = tuple(_scopes(chosen, asked))
    if asked.year and not scopes and not found and has_all_names(project):
        diagnostics.append(no_report(chosen, asked.year))
    listings: tuple[Listing, ...] = ()
    if not has_errors(diagnostics):
        names = _names_of(asked.responsible, project.archive)
        listings = tuple(_titled(each, asked) for each in _listings(scopes, asked, names))
    return Shown(listings, in_order(diagnostics), Texts(project.tree))


def _titled(listing: Listing, asked: Asked) -> Listing:
    return replace(listing, title=titled(listing.title, asked.edition, asked.language))


def _scopes(committees: Iterable[Committee], asked: Asked) -> Iterator[Scope]:
    for committee in committees:
        plan = find_plan(committee, asked.year) if asked.year else None
        if plan is not None or not asked.year:
            yield _scope(committee, plan, asked)


def _scope(committee: Committee, plan: ReportPlan | None, asked: Asked) -> Scope:
    """Return what is asked about; without a year it is from the first meeting to the last."""
    known = [m for m in committee.meetings if asked.as_of is None or m.last <= asked.as_of]
    held = tuple(meeting for meeting in known if meeting.counts)
    if plan is None:
        days = [meeting.first for meeting in held] or [asked.today]
        period, day = Period(min(days), max(days)), asked.as_of or asked.today
    else:
        period = period_of(committee, plan)
        day = asked.as_of or plan.as_of or period.last
    return Scope(
        committee=committee,
        period=period,
        day=day,
        held=held,
        planned=tuple(m for m in known if not m.counts and (plan is None or period.holds(m.first))),
        is_year=plan is not None,
        language=asked.language,
    )


def _listings(scopes: Iterable[Scope], asked: Asked, names: frozenset[str]) -> Iterator[Listing]:
    for scope in scopes:
        if asked.what == "case" and asked.item:
            found = cases_with(scope, asked.item)
            if found:
                yield cases_listing(scope, found)
        elif asked.what == "attendance":
            yield attendance_listing(_until(scope, asked.as_of), asked.by)
        elif asked.what == "actions":
            yield from _actions(scope, asked, names)
        else:
            yield _PLAIN[asked.what](scope)


def _until(scope: Scope, day: date | None) -> Scope:
    """Return what is asked about without what comes after a day: mandates that begin later, say."""
    period = scope.period
    if day is None or not period.first <= day < period.last:
        return scope
    return replace(scope, period=Period(period.first, day))


def _actions(scope: Scope, asked: Asked, names: frozenset[str]) -> Iterator[Listing]:
    rows = [row for row in actions_of(scope) if _is_wanted(row, asked.only, names)]
    if scope.is_year or asked.is_whole:
        yield actions_listing(scope, rows)
    else:
        kept = standing(rows, scope)
        yield from standing_listings(kept, scope, len(rows) - len(kept))


def _is_wanted(action: Action, only: str, names: frozenset[str]) -> bool:
    if (only == "open" and action.status != "open") or (
        only == "overdue" and not action.is_overdue
    ):
        return False
    return not names or any(_keys(name) & names for name in action.outcome.responsible)


def _keys(written: str) -> set[str]:
    """Return what a name may be known by: as written, and what stands in and before brackets."""
    keys = {name_key(written), *map(name_key, filter(None, split_organisation(written)))}
    everyone = set(map(name_key, keyword("everyone")))
    return keys | everyone if keys & everyone else keys


def _names_of(asked: str, archive: Archive) -> frozenset[str]:
    """Return every name of who is asked for: her aliases, or its short name; none for nobody."""
    if not asked:
        return frozenset()
    known = (
        *((o.name, o.short, o.listed_as, *o.aliases) for o in archive.organisations),
        *((p.name, *p.aliases) for p in archive.people),
    )
    key = name_key(asked)
    found = [keys for names in known if key in (keys := set(map(name_key, filter(None, names))))]
    return frozenset({key}.union(*found))
