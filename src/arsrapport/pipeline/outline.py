"""Outlines: which texts make up a report, found in the project and among the tool's own."""

from arsrapport.diagnostics import Diagnostic
from arsrapport.load.chapters import find_chapter
from arsrapport.model.chapter import Chapter, Outline
from arsrapport.model.report import Report
from arsrapport.pipeline.project import Project

FRONT = ("foreword", "summary")
CHAPTERS = (
    "mandate",
    "activity",
    "attendance",
    "working-groups",
    "cases",
    "decisions",
    "actions",
)
APPENDICES = ("agreement", "minutes")
MINUTES = "minutes"
IMPRINT = "imprint"
NOT_FOUND = "AR602"


def _told(report: Report) -> dict[str, bool]:
    """Say of the chapters that may have nothing to tell whether they have."""
    return {
        "mandate": bool(report.seats or report.members),
        "working-groups": bool(report.working_groups),
        "attendance": any(sitting.people for sitting in report.attendance.sittings),
        "cases": bool(report.cases),
        "decisions": bool(report.decisions),
        "actions": bool(report.actions),
    }


def find_outline(project: Project, report: Report) -> tuple[Outline, tuple[Diagnostic, ...]]:
    """Return the texts of a report, and AR602 for each that report.yaml lists in vain.

    What report.yaml does not list gets a sensible default, of which only what exists is taken.
    """
    plan = report.plan
    diagnostics: list[Diagnostic] = []

    def one(name: str, *, wanted: bool) -> Chapter | None:
        chapter, found = find_chapter(
            project.tree, project.builtin, report.committee.id, plan, name, report.language
        )
        diagnostics.extend(f for f in found if wanted or f.code != NOT_FOUND)
        return chapter

    def several(names: tuple[str, ...] | None, default: tuple[str, ...]) -> tuple[Chapter, ...]:
        found = [
            one(name, wanted=names is not None) for name in (default if names is None else names)
        ]
        return tuple(chapter for chapter in found if chapter is not None)

    # Of the tool's own chapters, one that has nothing to tell is no sensible default.
    silent = {name for name, told in _told(report).items() if not told}
    chapters = several(plan.chapters, CHAPTERS)
    if plan.chapters is None:
        chapters = tuple(c for c in chapters if not (c.builtin and c.name in silent))
    appendices: list[Chapter | None] = []
    for name in APPENDICES if plan.appendices is None else plan.appendices:
        if name == MINUTES:
            appendices.append(None)
        elif (chapter := one(name, wanted=plan.appendices is not None)) is not None:
            appendices.append(chapter)
    outline = Outline(
        front=several(plan.front, FRONT),
        chapters=chapters,
        appendices=tuple(appendices),
        imprint=one(IMPRINT, wanted=False),
    )
    return outline, tuple(diagnostics)
