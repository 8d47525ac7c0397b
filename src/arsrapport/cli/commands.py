"""The commands: find the project, run the use case, print what it came to, give the exit code."""

import time
from collections.abc import Callable
from pathlib import Path

import typer

from arsrapport.cli.console import (
    ERRORS,
    OK,
    is_watched,
    no_project,
    project_here,
    say,
    say_findings,
)
from arsrapport.cli.language import chosen_language
from arsrapport.diagnostics import has_errors
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.pipeline.build import Outcome, Progress, Request, build_minutes, build_reports
from arsrapport.reporting.summary import summary_lines
from arsrapport.reporting.text import nothing_written_line
from arsrapport.source.tree import FolderTree, Tree


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


def _run(
    use_case: Callable[[Tree, str, Request], Outcome],
    what: str,
    committees: list[str],
    formats: tuple[str, ...],
    out: Path | None,
) -> int:
    began = time.perf_counter()
    root = project_here()
    language = chosen_language(None, root)
    if root is None:
        return no_project(language)
    here = Path.cwd()
    folder = root / "build" if out is None else out
    request = Request(folder, tuple(committees), formats, _progress(language))
    outcome = use_case(FolderTree(root), what, request)
    _clear()
    if outcome.diagnostics:
        say_findings(outcome.diagnostics, outcome.texts, language, err=True)
    if not outcome.wrote:
        typer.echo(nothing_written_line(language), err=True)
    if outcome.built:
        seconds = time.perf_counter() - began
        say(summary_lines(outcome.built, seconds, language, here))
    elif not has_errors(outcome.diagnostics):
        typer.echo(label(language, "nothing_to_build"))
    return ERRORS if has_errors(outcome.diagnostics) else OK


def _progress(language: Language) -> Progress:
    """Return what shows progress: one line that is written over, on a terminal only."""
    if not is_watched():
        return lambda _key, _about: None

    def show(key: str, about: str) -> None:
        words = label(language, key, format=about)
        typer.echo(f"\r{words:<60}", nl=False, err=True)

    return show


def _clear() -> None:
    if is_watched():
        typer.echo(f"\r{'':<60}\r", nl=False, err=True)
