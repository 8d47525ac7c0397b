"""Check: every fault of a project, without building anything."""

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.pipeline.project import in_order, open_project
from arsrapport.pipeline.reports import find_plan, make_minutes, make_report, years
from arsrapport.source.tree import Tree


class Checked(Struct, frozen=True):
    """What a check came to."""

    language: Language
    files: int
    """How many there are in the project."""
    diagnostics: tuple[Diagnostic, ...]


def check_project(tree: Tree) -> Checked:
    """Find the faults of a project: its files, its meetings and every year's report."""
    project = open_project(tree)
    found: list[Diagnostic] = list(project.diagnostics)
    for committee in project.archive.committees:
        for year in years(committee):
            plan = find_plan(committee, year)
            if plan is not None:
                found += make_report(project, committee, plan)[2]
        for meeting in committee.meetings:
            found += make_minutes(project, committee, meeting)[1]
    return Checked(project.archive.language, len(project.paths), in_order(found))
