"""Check: every fault of a project, without building anything."""

from collections.abc import Iterator

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.load.sources import read_common
from arsrapport.pipeline.project import Project, in_order, open_committees
from arsrapport.pipeline.reports import find_plan, make_minutes, make_report, years
from arsrapport.rules.portable import unportable
from arsrapport.source.tree import Tree, listed


class Checked(Struct, frozen=True):
    """What a check came to."""

    language: Language
    files: int
    """How many there are in the project."""
    diagnostics: tuple[Diagnostic, ...]


def check_project(tree: Tree) -> Checked:
    """Find the faults of a project: its files, its meetings and every year's report.

    Committees are taken in turn, as `build --committee` reads them, and each is let go before the
    next: what a check needs of memory is what the largest one takes.
    """
    common = read_common(listed(tree))
    turns: list[tuple[str, ...]] = [(name,) for name in sorted(common.ids)] or [()]
    found = {fault for turn in turns for fault in _faults(open_committees(common, turn))}
    found.update(unportable(common.paths))
    return Checked(common.language, len(common.paths), in_order(found))


def _faults(project: Project) -> Iterator[Diagnostic]:
    yield from project.diagnostics
    for committee in project.archive.committees:
        for year in years(committee):
            plan = find_plan(committee, year)
            if plan is not None:
                yield from make_report(project, committee, plan)[2]
        for meeting in committee.meetings:
            yield from make_minutes(project, committee, meeting)[1]
