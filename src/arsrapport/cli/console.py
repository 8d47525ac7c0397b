"""The console: where a command is run, what it prints on, and what it ends with."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import typer

from arsrapport.cli.asked import Misread
from arsrapport.diagnostics import Diagnostic, Severity
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.reporting.text import Paint, diagnostic_lines, no_project_line, unpainted
from arsrapport.source.characters import shown
from arsrapport.source.tree import find_project

OK, ERRORS, UNREADABLE, WARNINGS = 0, 1, 2, 3
"""Exit codes: fine; errors; a command line that cannot be used; warnings where none are allowed."""

COLOURS: Final = {
    Severity.ERROR: "bright_red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}


def say(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines, all at once: each call costs, and there may be ten thousand findings."""
    typer.echo("".join(f"{line}\n" for line in lines), nl=False, err=err)


def say_findings(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    language: Language,
    *,
    err: bool = False,
) -> None:
    """Print what was found, in colours on a terminal: typer takes them away from all else."""
    say(diagnostic_lines(diagnostics, texts, language, painter(os.environ)), err=err)


def painter(environment: Mapping[str, str]) -> Paint:
    """Return what colours a few words, or leaves them: NO_COLOR (no-color.org) and TERM=dumb."""
    is_plain = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
    return unpainted if is_plain else _painted


def _painted(words: str, severity: Severity) -> str:
    return typer.style(words, fg=COLOURS[severity])


def is_watched() -> bool:
    """Say whether somebody watches; a service, or pythonw on Windows, may have no stderr at all."""
    return sys.stderr is not None and sys.stderr.isatty()


def project_here() -> Path | None:
    """Return the folder of the project that the user stands in."""
    try:
        return find_project(Path.cwd())
    except OSError:  # the folder that the user stands in is gone
        return None


def no_project(language: Language) -> int:
    """Say that there is no project here."""
    typer.echo(no_project_line(language), err=True)
    return ERRORS


def refuse(misread: Iterable[Misread], language: Language) -> int:
    """Say what of the command line cannot be used."""
    for each in misread:
        words = {name: shown(value) for name, value in each.arguments.items()}
        typer.echo(label(language, each.label, **words), err=True)
    return UNREADABLE
