"""Build: the annual reports of a year, and one meeting's minutes, into files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault, has_errors
from arsrapport.diagnostics.nearest import nearest
from arsrapport.document.nodes import Document
from arsrapport.language.languages import Language
from arsrapport.output.files import write_files
from arsrapport.pipeline.project import Project, in_order, open_project
from arsrapport.pipeline.rendering import render
from arsrapport.pipeline.reports import (
    NEEDS_ALL,
    choose_committees,
    find_plan,
    make_minutes,
    make_report,
    year_of,
)
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE, Tree

Progress = Callable[[str, str], None]
"""Is told what begins: a label's key and what it is about."""


class Request(Struct, frozen=True):
    """What is asked for, of whom, and where it goes."""

    out: Path
    committees: tuple[str, ...]
    """Empty for all."""
    formats: tuple[str, ...]
    progress: Progress


class Job(Struct, frozen=True):
    """A document that is to become files."""

    committee: str
    folder: str
    """Below the output folder: `kontakt/2017`."""
    name: str
    document: Document
    meetings: int
    items: int
    people: int


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
    built: tuple[Built, ...] = ()
    wrote: bool = False
    """Whether any file was written, or tried."""


def build_reports(tree: Tree, year: str, request: Request) -> Outcome:
    """Build the report of every committee that has a report or a meeting in a year."""
    request.progress("progress_load", "")
    project = open_project(tree)
    chosen, found = choose_committees(project, request.committees)
    diagnostics = [*project.diagnostics, *found]
    jobs = []
    for committee in chosen:
        plan = find_plan(committee, year)
        if plan is None:
            continue
        request.progress("progress_compose", "")
        report, document, faults = make_report(project, committee, plan)
        diagnostics += faults
        figures = (len(report.meetings), report.items, report.people)
        folder, name = f"{committee.id}/{year}", f"{committee.id}-{year}"
        jobs.append(Job(committee.id, folder, name, document, *figures))
    if not jobs and not has_errors(diagnostics):
        diagnostics.append(fault("AR612", Place(PROJECT_FILE), period=year))
    return _finish(project, jobs, diagnostics, request)


def build_minutes(tree: Tree, meeting_id: str, request: Request) -> Outcome:
    """Build the minutes of one meeting, of every committee that met that day."""
    request.progress("progress_load", "")
    project = open_project(tree)
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
            name = f"{committee.id}-{meeting.id}"
            items = len(meeting.items)
            jobs.append(Job(committee.id, folder, name, document, 1, items, people))
    if not jobs:
        close = nearest(meeting_id, [m.id for c in chosen for m in c.meetings])
        missing = fault("AR613", Place(PROJECT_FILE), name=meeting_id, nearest=close)
        if not (has_errors(diagnostics) and missing.code in NEEDS_ALL):
            diagnostics.append(missing)
    return _finish(project, jobs, diagnostics, request)


def _finish(
    project: Project, jobs: list[Job], diagnostics: list[Diagnostic], request: Request
) -> Outcome:
    """Render every job, then write all files; with an error anywhere, write none."""
    language = project.archive.language
    rendered = []
    if not has_errors(diagnostics):
        for job in jobs:
            request.progress("progress_render", ", ".join(f.upper() for f in request.formats))
            result = render(
                job.document, project.tree, project.templates, job.name, request.formats
            )
            diagnostics += result.diagnostics
            rendered.append((job, result))
    if has_errors(diagnostics):
        return Outcome(language, in_order(diagnostics))
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
    return Outcome(language, in_order(diagnostics), tuple(built), wrote=True)
