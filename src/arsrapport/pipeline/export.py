"""Export: the reports of a year as data."""

from arsrapport.aggregate.report import aggregate
from arsrapport.pipeline.build import Job, Outcome, Request, finish
from arsrapport.pipeline.project import open_project
from arsrapport.pipeline.reports import choose_committees, find_plan, has_all_names, no_report
from arsrapport.source.tree import Tree


def export_reports(tree: Tree, year: str, request: Request) -> Outcome:
    """Export the report of every committee that has a report or a meeting in a year.

    Nothing is composed: what is wrong with a chapter is no fault of the data.
    """
    request.progress("progress_load", "")
    project = open_project(tree, year, request.committees)
    chosen, found = choose_committees(project, request.committees)
    diagnostics = [*project.diagnostics, *found]
    jobs = []
    for committee in chosen:
        plan = find_plan(committee, year)
        if plan is None:
            continue
        report = aggregate(project.archive, committee, plan)
        figures = (len(report.meetings), report.items, report.people)
        folder, name = f"{committee.id}/{plan.year}", f"{committee.id}-{plan.year}"
        jobs.append(Job(committee.id, folder, name, None, *figures, report))
    if not jobs and not found and has_all_names(project):
        diagnostics.append(no_report(chosen, year))
    return finish(project, jobs, diagnostics, request)
