"""The commands: find the project, run the use case, print what it came to, give the exit code."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import typer
from msgspec.structs import replace

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
from arsrapport.document.nodes import Edition
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.pipeline.build import (
    Outcome,
    Progress,
    Request,
    State,
    build_minutes,
    build_reports,
)
from arsrapport.reporting.summary import summary_lines
from arsrapport.reporting.text import nothing_written_line
from arsrapport.source.tree import FolderTree, Tree

BUILD: Final[Mapping[Edition, str]] = {"public": "build", "internal": "build-internal"}
"""The project's own folders of output. All that lies in the first may be published."""


def build(  # noqa: PLR0913, PLR0917 - each is a flag
    year: str,
    committees: list[str],
    formats: tuple[str, ...],
    out: Path | None,
    edition: Edition = "public",
    state: State = "",
) -> int:
    """Build the reports of a year, or of every year ("" for it); return the exit code."""
    return _run(build_reports, year, _request(committees, formats, edition, state), out)


def export(
    year: str,
    committees: list[str],
    formats: tuple[str, ...],
    out: Path | None,
    edition: Edition = "public",
) -> int:
    """Export the reports of a year as data; return the exit code."""
    from arsrapport.pipeline.export import export_reports  # noqa: PLC0415 - start-up

    return _run(export_reports, year, _request(committees, formats, edition), out)


def minutes(  # noqa: PLR0913, PLR0917 - each is a flag
    meeting: str,
    committees: list[str],
    formats: tuple[str, ...],
    out: Path | None,
    edition: Edition = "public",
    state: State = "",
) -> int:
    """Build one meeting's minutes; return the exit code."""
    return _run(build_minutes, meeting, _request(committees, formats, edition, state), out)


def _request(
    committees: list[str], formats: tuple[str, ...], edition: Edition, state: State = ""
) -> Request:
    """Return what is asked for; where it goes and who is told is known in the project."""
    return Request(Path(), tuple(committees), formats, lambda _key, _about: None, edition, state)


def _run(
    use_case: Callable[[Tree, str, Request], Outcome],
    what: str,
    asked: Request,
    out: Path | None,
) -> int:
    began = time.perf_counter()
    root = project_here()
    language = chosen_language(None, root)
    if root is None:
        return no_project(language)
    here = Path.cwd()
    folder = root / BUILD[asked.edition] if out is None else out
    request = replace(asked, out=folder, progress=_progress(language))
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
