"""Reports: from a project and a year to numbered documents."""

from collections.abc import Iterable, Iterator
from datetime import date

from arsrapport.aggregate.report import aggregate
from arsrapport.compose.elsewhere import elsewhere
from arsrapport.compose.minutes import compose_minutes
from arsrapport.compose.report import compose_report
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.document.nodes import Document
from arsrapport.document.numbering import number_document
from arsrapport.model.archive import Committee, Meeting, PublishedCommittee, ReportPlan
from arsrapport.model.report import Period, Report
from arsrapport.pipeline.outline import find_outline
from arsrapport.pipeline.project import Project
from arsrapport.rules.build.assets import missing_pictures
from arsrapport.rules.build.lengths import overlong
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE

NEEDS_ALL = "AR601"
"""What is no evidence while a name may be missing that stands in some file."""

TAKES_NAMES = frozenset(
    {"AR401", "AR402", "AR403", "AR406", "AR410", "AR414", "AR415", "AR417", "AR418"}
)
"""Codes with which an item, a table or a picture is left out."""


def choose_committees(
    project: Project, wanted: Iterable[str]
) -> tuple[tuple[PublishedCommittee, ...], tuple[Diagnostic, ...]]:
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
    """Return the plan of a year, or a default one when only a meeting is there; else None.

    A meeting that is in the period of another year's plan is not there: it is told of once.
    """
    for plan in committee.plans:
        if plan.year == year:
            return plan
    if year in _years_held(committee, year):
        return ReportPlan(folder=f"meetings/{committee.id}/{year}/report", year=year)
    return None


def year_of(meeting: Meeting) -> str:
    """Return the year in which a meeting is held, in four digits, as its folder is called."""
    return f"{meeting.first.year:04}"


def years(committee: Committee) -> tuple[str, ...]:
    """Return the years for which a committee has a report, or a meeting that is in no other's."""
    return tuple(sorted(_years_held(committee) | {plan.year for plan in committee.plans}))


def _years_held(committee: Committee, only: str = "") -> set[str]:
    """Return the years of meetings that count, and that no report.yaml has in its period."""
    periods = [Period(*plan.period) for plan in committee.plans if plan.period]
    held = ((year_of(meeting), meeting) for meeting in committee.meetings if meeting.counts)
    return {
        year
        for year, meeting in held
        if (not only or year == only) and not any(p.holds(meeting.first) for p in periods)
    }


def no_report(committees: Iterable[Committee], year: str) -> Diagnostic:
    """Return AR612: a year has no report; `other` is the one whose report has its meetings."""
    others = (
        plan.year
        for committee in committees
        for meeting in committee.meetings
        for plan in committee.plans
        if year_of(meeting) == year and plan.period and Period(*plan.period).holds(meeting.first)
    )
    return fault("AR612", Place(PROJECT_FILE), period=year, other=next(others, ""))


def make_report(
    project: Project, committee: PublishedCommittee, plan: ReportPlan, as_of: date | None = None
) -> tuple[Report, Document, tuple[Diagnostic, ...]]:
    """Return a committee's report as figures and as a numbered document, with its faults."""
    report = aggregate(project.archive, committee, plan, as_of)
    outline, lacking = find_outline(project, report)
    document, faulty = compose_report(report, outline, project.archive.people)
    numbered, dangling = number_document(document, elsewhere(committee))
    found = (*lacking, *faulty, *dangling, *_judge(project, numbered))
    return report, numbered, _with_evidence(project, found)


def make_minutes(
    project: Project, committee: PublishedCommittee, meeting: Meeting
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return one meeting's minutes as a numbered document, with its faults."""
    archive = project.archive
    document = compose_minutes(meeting, committee, archive.people, archive.publisher)
    numbered, dangling = number_document(document, elsewhere(committee))
    return numbered, _with_evidence(project, (*dangling, *_judge(project, numbered)))


def has_all_names(project: Project) -> bool:
    """Say whether nothing was left out that a reference may lead to, or a report be made of."""
    codes = {found.code for found in project.diagnostics}
    return not any(map(takes_a_file, codes)) and not codes & TAKES_NAMES


def takes_a_file(code: str) -> bool:
    """Say whether the file that a code is found in may be left out."""
    return code.startswith("AR1") or code == "AR202"


def _judge(project: Project, document: Document) -> Iterator[Diagnostic]:
    yield from missing_pictures(document, project.paths)
    yield from overlong(document)


def _with_evidence(project: Project, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    if has_all_names(project):
        return tuple(found)
    return tuple(diagnostic for diagnostic in found if diagnostic.code != NEEDS_ALL)
