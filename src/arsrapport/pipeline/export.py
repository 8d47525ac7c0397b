"""Export: the reports of a year as data."""

from arsrapport.aggregate.report import aggregate
from arsrapport.model.archive import PublishedCommittee, ReportPlan
from arsrapport.pipeline.build import Made, Outcome, Request, make_reports
from arsrapport.pipeline.project import Project
from arsrapport.source.tree import Tree


def export_reports(tree: Tree, year: str, request: Request) -> Outcome:
    """Export the report of every committee that has a report or a meeting in a year.

    Nothing is composed: what is wrong with a chapter is no fault of the data.
    """
    return make_reports(tree, year, request, _figures)


def _figures(project: Project, committee: PublishedCommittee, plan: ReportPlan) -> Made:
    return aggregate(project.archive, committee, plan), None, ()
