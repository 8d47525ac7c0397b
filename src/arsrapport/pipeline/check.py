"""Check: every fault of a project, without building anything."""

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.pipeline.project import in_order, open_project
from arsrapport.pipeline.reports import find_plan, make_minutes, make_report, years
from arsrapport.source.tree import Tree


def check_project(tree: Tree) -> tuple[Language, tuple[Diagnostic, ...]]:
    """Return the project's language and its findings: files, meetings and every year's report."""
    project = open_project(tree)
    found: list[Diagnostic] = list(project.diagnostics)
    for committee in project.archive.committees:
        for year in years(committee):
            plan = find_plan(committee, year)
            if plan is not None:
                found += make_report(project, committee, plan)[2]
        for meeting in committee.meetings:
            found += make_minutes(project, committee, meeting)[1]
    return project.archive.language, in_order(found)
