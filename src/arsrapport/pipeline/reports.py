"""Reports: from a project and a year to numbered documents."""

from collections.abc import Iterable, Iterator
from datetime import date

from arsrapport.aggregate.report import aggregate
from arsrapport.compose.elsewhere import elsewhere
from arsrapport.compose.minutes import compose_minutes
from arsrapport.compose.report import compose_report
from arsrapport.diagnostics import Diagnostic, fault, has_errors
from arsrapport.diagnostics.nearest import nearest
from arsrapport.document.nodes import Document
from arsrapport.document.numbering import number_document
from arsrapport.model.archive import Committee, Meeting, ReportPlan
from arsrapport.model.report import Report
from arsrapport.pipeline.outline import find_outline
from arsrapport.pipeline.project import Project
from arsrapport.rules.assets import missing_pictures
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE

NEEDS_ALL = frozenset({"AR601", "AR612", "AR613"})
"""Codes that are no evidence while some file could not be read: its names are missing."""


def choose_committees(
    project: Project, wanted: Iterable[str]
) -> tuple[tuple[Committee, ...], tuple[Diagnostic, ...]]:
    """Return the committees of those names, or all; AR611 for a name that is none."""
    known = {committee.id: committee for committee in project.archive.committees}
    names = tuple(dict.fromkeys(wanted)) or tuple(known)
    every = sorted(project.committees)
    faults = [
        fault("AR611", Place(PROJECT_FILE), name=name, nearest=nearest(name, every))
        for name in names
        if name not in every
    ]
    return tuple(known[name] for name in names if name in known), tuple(faults)


def find_plan(committee: Committee, year: str) -> ReportPlan | None:
    """Return the plan of a year, or a default one when only a meeting is there; else None."""
    for plan in committee.plans:
        if plan.year == year:
            return plan
    if any(year_of(meeting) == year and meeting.counts for meeting in committee.meetings):
        return ReportPlan(folder=f"meetings/{committee.id}/{year}/report", year=year)
    return None


def year_of(meeting: Meeting) -> str:
    """Return the year in which a meeting is held, in four digits, as its folder is called."""
    return f"{meeting.first.year:04}"


def years(committee: Committee) -> tuple[str, ...]:
    """Return the years for which a committee has a report or a meeting that counts."""
    held = {year_of(meeting) for meeting in committee.meetings if meeting.counts}
    return tuple(sorted(held | {plan.year for plan in committee.plans}))


def make_report(
    project: Project, committee: Committee, plan: ReportPlan, as_of: date | None = None
) -> tuple[Report, Document, tuple[Diagnostic, ...]]:
    """Return a committee's report as figures and as a numbered document, with its faults."""
    report = aggregate(project.archive, committee, plan, as_of)
    outline, lacking = find_outline(project, report)
    document, faulty = compose_report(report, outline, project.archive.people)
    numbered, dangling = number_document(document, elsewhere(committee))
    found = (*lacking, *faulty, *dangling, *_pictures(project, numbered))
    return report, numbered, _with_evidence(project, found)


def make_minutes(
    project: Project, committee: Committee, meeting: Meeting
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return one meeting's minutes as a numbered document, with its faults."""
    archive = project.archive
    document = compose_minutes(meeting, committee, archive.people, archive.publisher)
    numbered, dangling = number_document(document, elsewhere(committee))
    return numbered, _with_evidence(project, (*dangling, *_pictures(project, numbered)))


def _pictures(project: Project, document: Document) -> Iterator[Diagnostic]:
    return missing_pictures(document, project.paths)


def _with_evidence(project: Project, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    if not has_errors(project.diagnostics):
        return tuple(found)
    return tuple(diagnostic for diagnostic in found if diagnostic.code not in NEEDS_ALL)
