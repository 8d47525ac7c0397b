"""Build: the annual reports of a year, and one meeting's minutes, into files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault, has_errors
from arsrapport.diagnostics.nearest import nearest
from arsrapport.document.nodes import Document, Edition
from arsrapport.language.languages import Language
from arsrapport.load.texts import Texts
from arsrapport.model.archive import Committee, Meeting, PublishedCommittee, ReportPlan
from arsrapport.model.report import Report
from arsrapport.model.theme import PLAIN, Theme
from arsrapport.output.files import write_files
from arsrapport.pipeline.exporting import data_files
from arsrapport.pipeline.project import Project, in_order, open_project
from arsrapport.pipeline.rendering import Rendered, render
from arsrapport.pipeline.reports import (
    choose_committees,
    find_plan,
    has_all_names,
    make_minutes,
    make_report,
    no_report,
    year_of,
    years,
)
from arsrapport.pipeline.theme import open_theme
from arsrapport.pipeline.written import where_written
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE, Tree, listed

Progress = Callable[[str, str], None]
"""Is told what begins: a label's key and what it is about."""


Made: TypeAlias = tuple[Report, Document | None, tuple[Diagnostic, ...]]
"""A report as figures, as a document if it is to be one, and what is wrong with it."""

State: TypeAlias = Literal["", "draft", "final"]
"""What something is built as: as it is, in any case a draft, or for good."""

Make: TypeAlias = Callable[[Project, PublishedCommittee, ReportPlan], Made]


class Request(Struct, frozen=True):
    """What is asked for, of whom, and where it goes."""

    out: Path
    committees: tuple[str, ...]
    """Empty for all."""
    formats: tuple[str, ...]
    progress: Progress
    edition: Edition = "public"
    state: State = ""


class Job(Struct, frozen=True):
    """A document, or a report's data, or both, that are to become files."""

    committee: str
    """As the summary calls it: with the year where there are several."""
    folder: str
    """Below the output folder: `kontakt/2017`."""
    name: str
    document: Document | None
    meetings: int
    items: int
    people: int
    report: Report | None = None
    source: Committee | None = None
    """What the document tells of: no other meetings and plans."""
    planned: tuple[Meeting, ...] = ()
    """Meetings in a report's period that are only planned."""


class Built(Struct, frozen=True):
    """What was made of one committee."""

    committee: str
    meetings: int
    items: int
    people: int
    pages: int
    files: tuple[Path, ...]


class Outcome(Struct, frozen=True):
    """What a run came to. With errors nothing was written."""

    language: Language
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """The text of each file, for who shows a line of it."""
    built: tuple[Built, ...] = ()
    wrote: bool = False
    """Whether any file was written, or tried."""


def build_reports(tree: Tree, year: str, request: Request) -> Outcome:
    """Build the report of every committee that has a report or a meeting in a year.

    With "" for the year it is those of every year; there may be none.
    """

    def make(project: Project, committee: PublishedCommittee, plan: ReportPlan) -> Made:
        request.progress("progress_compose", "")
        return make_report(project, committee, plan)

    return make_reports(tree, year, request, make)


def make_reports(tree: Tree, year: str, request: Request, make: Make) -> Outcome:
    """Make something of the report of every committee as `build_reports` does, and write it."""
    request.progress("progress_load", "")
    project = open_project(tree, year, request.committees, request.edition)
    chosen, found = choose_committees(project, request.committees)
    diagnostics = [*project.diagnostics, *found]
    jobs = []
    plans = [(c, find_plan(c, each)) for c in chosen for each in ([year] if year else years(c))]
    for committee, plan in plans:
        if plan is None:
            continue
        report, document, faults = make(project, committee, plan)
        diagnostics += faults
        figures = (len(report.meetings), report.items, report.people)
        folder, name = f"{committee.id}/{plan.year}", file_name(committee, plan.year)
        source = replace(committee, meetings=report.meetings, plans=(plan,))
        called = committee.id if year else folder
        planned = report.planned
        jobs.append(Job(called, folder, name, document, *figures, report, source, planned))
    if year and not jobs and not found and has_all_names(project):
        diagnostics.append(no_report(chosen, year))
    return _finish(project, jobs, diagnostics, request)


def build_minutes(tree: Tree, meeting_id: str, request: Request) -> Outcome:
    """Build the minutes of one meeting, of every committee that met that day."""
    request.progress("progress_load", "")
    tree = listed(tree)  # looked through here, and again when it is opened
    is_there = any(path.endswith(f"/{meeting_id}.md") for path in tree.paths())
    year = meeting_id[: len("2017")] if is_there else ""
    project = open_project(tree, year, request.committees, request.edition)
    chosen, found = choose_committees(project, request.committees)
    diagnostics = [*project.diagnostics, *found]
    jobs = []
    for committee in chosen:
        for meeting in committee.meetings:
            if meeting.id != meeting_id:
                continue
            document, faults = make_minutes(project, committee, meeting)
            diagnostics += faults
            people = len(meeting.present or ())
            folder = f"{committee.id}/{year_of(meeting)}"
            name = file_name(committee, meeting.id)
            items = len(meeting.items)
            source = replace(committee, meetings=(meeting,), plans=())
            jobs.append(Job(committee.id, folder, name, document, 1, items, people, None, source))
    if not jobs and not found and has_all_names(project):
        close = nearest(meeting_id, [m.id for c in chosen for m in c.meetings])
        diagnostics.append(fault("AR613", Place(PROJECT_FILE), name=meeting_id, nearest=close))
    return _finish(project, jobs, diagnostics, request)


def file_name(committee: PublishedCommittee, what: str) -> str:
    """Return what the files of a year or a meeting are called: *kontakt-2017*.

    Those of the internal edition say so: in one folder neither takes the place of the other.
    """
    end = "" if committee.edition == "public" else f"-{committee.edition}"
    return f"{committee.id}-{what}{end}"


def _finish(
    project: Project, jobs: list[Job], diagnostics: list[Diagnostic], request: Request
) -> Outcome:
    """Render every job, then write all files; with an error anywhere, write none."""
    language, texts = project.archive.language, Texts(project.tree)
    theme, found = _theme(project, jobs)
    diagnostics += found
    if request.state == "final" and not has_errors(diagnostics):
        from arsrapport.pipeline.final import Wanted, not_final  # noqa: PLC0415 - start-up

        wanted = [Wanted(job.source, job.planned) for job in jobs if job.source is not None]
        diagnostics = list(dict.fromkeys([*diagnostics, *not_final(project.tree, wanted)]))
    rendered = []
    if not has_errors(diagnostics):
        for job in jobs:
            request.progress("progress_render", ", ".join(f.upper() for f in request.formats))
            result = _make(_as_asked(job, request), project, request.formats, theme)
            diagnostics += result.diagnostics
            rendered.append((job, result))
    if has_errors(diagnostics):
        return Outcome(language, in_order(diagnostics), texts)
    request.progress("progress_write", "")
    built = []
    for job, result in rendered:
        folder = request.out / job.folder
        faults = write_files(folder, result.files)
        diagnostics += [
            fault("AR618", Place(f"{job.folder}/{name}"), name=name, reason=why)
            for name, why in faults.items()
        ]
        if not faults:
            files = tuple(folder / name for name in result.files)
            figures = (job.meetings, job.items, job.people, result.pages)
            built.append(Built(job.committee, *figures, files))
    return Outcome(language, in_order(diagnostics), texts, tuple(built), wrote=True)


def _as_asked(job: Job, request: Request) -> Job:
    """Return a job whose document is marked as a draft if that is asked for."""
    if request.state != "draft" or job.document is None:
        return job
    return replace(job, document=replace(job.document, draft=True))


def _theme(project: Project, jobs: list[Job]) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """Return how documents are to look; where there is none, nobody asks."""
    if not any(job.document for job in jobs):
        return PLAIN, ()
    return open_theme(project.tree, project.archive.publisher)


def _make(job: Job, project: Project, formats: tuple[str, ...], theme: Theme) -> Rendered:
    made = Rendered({}, 0, ())
    if job.document is not None:
        made = render(job.document, project.tree, project.templates, job.name, formats, theme)
        told = where_written(made.diagnostics, job.source, project)
        made = replace(made, diagnostics=told)
    if job.report is None:
        return made
    data = data_files(job.report, project.archive.people, job.name, formats)
    return replace(made, files={**made.files, **data})
