"""The commands: find the project, run the use case, print what it came to, give the exit code."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import typer

from arsrapport.diagnostics import Diagnostic, has_errors
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.pipeline.build import Outcome, Progress, Request, build_minutes, build_reports
from arsrapport.pipeline.project import language_of
from arsrapport.reporting.summary import summary_lines
from arsrapport.reporting.text import (
    all_well_line,
    count_line,
    diagnostic_lines,
    no_project_line,
    nothing_written_line,
)
from arsrapport.source.tree import FolderTree, Tree, find_project, find_repository

OK, ERRORS = 0, 1
DEFAULT_LANGUAGE: Language = "nn"


def build(year: str, committees: list[str], formats: tuple[str, ...], out: Path | None) -> int:
    """Build the reports of a year, or of every year ("" for it); return the exit code."""
    return _run(build_reports, year, committees, formats, out)


def export(year: str, committees: list[str], formats: tuple[str, ...], out: Path | None) -> int:
    """Export the reports of a year as data; return the exit code."""
    from arsrapport.pipeline.export import export_reports  # noqa: PLC0415 - start-up

    return _run(export_reports, year, committees, formats, out)


def minutes(meeting: str, committees: list[str], formats: tuple[str, ...], out: Path | None) -> int:
    """Build one meeting's minutes; return the exit code."""
    return _run(build_minutes, meeting, committees, formats, out)


def check(*, annotate: bool = False) -> int:
    """Check the project; return the exit code.

    Args:
        annotate: Print annotations for GitHub, with paths from the top of the checkout.
    """
    root = _find_project()
    if root is None:
        return _no_project()
    from arsrapport.pipeline.check import check_project  # noqa: PLC0415 - start-up

    checked = check_project(FolderTree(root))
    if not checked.diagnostics:
        typer.echo(all_well_line(checked.files, checked.language))
        return OK
    if annotate:
        from arsrapport.reporting.annotations import annotation_lines  # noqa: PLC0415 - start-up

        top = find_repository(root) or root
        folder = "" if root == top else root.relative_to(top).as_posix()
        for line in annotation_lines(checked.diagnostics, checked.language, folder):
            typer.echo(line)
        typer.echo(count_line(checked.diagnostics, checked.language))
    else:
        _print(checked.diagnostics, checked.language)
    return ERRORS if has_errors(checked.diagnostics) else OK


def _run(
    use_case: Callable[[Tree, str, Request], Outcome],
    what: str,
    committees: list[str],
    formats: tuple[str, ...],
    out: Path | None,
) -> int:
    began = time.perf_counter()
    root = _find_project()
    if root is None:
        return _no_project()
    here = Path.cwd()
    folder = root / "build" if out is None else out
    tree = FolderTree(root)
    outcome = use_case(tree, what, Request(folder, tuple(committees), formats, _progress(tree)))
    _clear()
    if outcome.diagnostics:
        _print(outcome.diagnostics, outcome.language)
    if not outcome.wrote:
        typer.echo(nothing_written_line(outcome.language), err=True)
    if outcome.built:
        seconds = time.perf_counter() - began
        for line in summary_lines(outcome.built, seconds, outcome.language, here):
            typer.echo(line)
    elif not has_errors(outcome.diagnostics):
        typer.echo(label(outcome.language, "nothing_to_build"))
    return ERRORS if has_errors(outcome.diagnostics) else OK


def _print(diagnostics: tuple[Diagnostic, ...], language: Language) -> None:
    for line in diagnostic_lines(diagnostics, language):
        typer.echo(line, err=True)


def _find_project() -> Path | None:
    try:
        return find_project(Path.cwd())
    except OSError:  # the folder that the user stands in is gone
        return None


def _no_project() -> int:
    typer.echo(no_project_line(DEFAULT_LANGUAGE), err=True)
    return ERRORS


def _progress(tree: Tree) -> Progress:
    """Return what shows progress: one line that is written over, on a terminal only."""
    if not _is_terminal():
        return lambda _key, _about: None
    language = language_of(tree)

    def show(key: str, about: str) -> None:
        words = label(language, key, format=about)
        typer.echo(f"\r{words:<60}", nl=False, err=True)

    return show


def _is_terminal() -> bool:
    """Say whether somebody watches; a service, or pythonw on Windows, may have no stderr at all."""
    return sys.stderr is not None and sys.stderr.isatty()


def _clear() -> None:
    if _is_terminal():
        typer.echo(f"\r{'':<60}\r", nl=False, err=True)
