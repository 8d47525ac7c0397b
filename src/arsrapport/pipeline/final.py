"""Final: what keeps a report or minutes from being published for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.model.archive import Committee, Meeting
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE, Tree

NOT_APPROVED: Final = "AR624"
"""What a check says of minutes that are not approved; AR619 says it here, of more of them."""


class Wanted(Struct, frozen=True):
    """What is to be final: a report or minutes, with what they are made of."""

    committee: Committee
    """Its meetings and plans are those that it tells of, and no others."""
    planned: tuple[Meeting, ...] = ()
    """Meetings in the period that are only planned."""


def not_final(tree: Tree, wanted: Sequence[Wanted]) -> tuple[Diagnostic, ...]:
    """Return what keeps these from being final; nothing when they may be.

    AR619 for minutes that are not said to be approved, and for a meeting in the period that is only
    planned; what `check` finds in the files that they are made of, but for what depends on the day;
    and AR626 where there are warnings among it. What is ignored with a reason is none.
    """
    states = [found for each in wanted for found in _not_approved(each)]
    made_of = [(each, frozenset(_files(each, tree))) for each in wanted]
    files = frozenset[str]().union(*(own for _, own in made_of))
    checked = check_project(tree, Checking(ignore=(NOT_APPROVED,))).diagnostics
    found = [d for d in checked if d.place.path in files and d.severity is not Severity.INFO]
    warned = {d.place.path for d in found if d.severity is Severity.WARNING}
    refused = [fault("AR626", _place(each)) for each, own in made_of if own & warned]
    return (*states, *found, *refused)


def _not_approved(wanted: Wanted) -> Iterator[Diagnostic]:
    for meeting in (*wanted.committee.meetings, *wanted.planned):
        is_here = meeting.has_appendix or not meeting.counts
        if is_here and meeting.status != "approved":
            place = meeting.positions.closest(("status",))
            yield fault("AR619", place, status=meeting.status or "unknown")


def _files(wanted: Wanted, tree: Tree) -> Iterator[str]:
    """Yield the files of a report or minutes: no other committee's, no other years' and meetings'.

    What lies beside a meeting or a report, under the committee or in the project, may be a part.
    """
    committee = wanted.committee
    home = f"meetings/{committee.id}/"
    meetings = {m.place.path for m in (*committee.meetings, *wanted.planned)}
    folders = tuple(f"{plan.folder}/" for plan in committee.plans)
    for path in tree.paths():
        rest = path.removeprefix(home)
        is_common = not path.startswith("meetings/") or path.count("/") == 1
        is_own = rest != path and not rest[:4].isdigit()
        if is_common or is_own or path.startswith(folders) or _meeting_of(path) in meetings:
            yield path


def _meeting_of(path: str) -> str:
    """Return the file of the meeting that a file belongs to, by its name: `2018-04-19b-*`."""
    folder, _, name = path.rpartition("/")
    day = len("2018-04-19")
    end = day if name[day : day + 1] in {"-", "."} else day + 1
    return f"{folder}/{name[:end]}.md"


def _place(wanted: Wanted) -> Place:
    plans, meetings = wanted.committee.plans, (*wanted.committee.meetings, *wanted.planned)
    places = (*(plan.place for plan in plans), *(meeting.place for meeting in meetings))
    return next((place for place in places if place), Place(PROJECT_FILE))
