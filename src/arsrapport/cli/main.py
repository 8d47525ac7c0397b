"""The command line. Nothing but typer is imported until a command runs: `--help` must be quick."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from arsrapport import __version__

app = typer.Typer(
    help="A committee's annual report, built from its minutes in plain text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(str, Enum):  # noqa: UP042 - typer lists the values of a str enumeration
    """A format of output."""

    pdf = "pdf"
    html = "html"
    md = "md"


DEFAULT_FORMATS = (Format.pdf, Format.html)


class ReportFormat(str, Enum):  # noqa: UP042 - likewise
    """A format of a report: those of any document, and its data."""

    pdf = "pdf"
    html = "html"
    md = "md"
    json = "json"


class DataFormat(str, Enum):  # noqa: UP042 - likewise
    """A format of data."""

    json = "json"
    csv = "csv"
    ics = "ics"


class CheckFormat(str, Enum):  # noqa: UP042 - likewise
    """A form of what check finds."""

    text = "text"
    github = "github"


class LanguageName(str, Enum):  # noqa: UP042 - likewise
    """A language of a project."""

    nn = "nn"
    nb = "nb"
    en = "en"


class Forge(str, Enum):  # noqa: UP042 - likewise
    """Where a project may be checked and built."""

    github = "github"


Committees = Annotated[
    list[str] | None,
    typer.Option("--committee", metavar="ID", help="Only this committee (repeatable)."),
]
Formats = Annotated[
    list[Format] | None,
    typer.Option("--format", help="PDF, HTML, Markdown (repeatable; PDF and HTML unless said)."),
]
ReportFormats = Annotated[
    list[ReportFormat] | None,
    typer.Option(
        "--format", help="PDF, HTML, Markdown, JSON (repeatable; PDF and HTML unless said)."
    ),
]
Everything = Annotated[bool, typer.Option("--all", help="Every format there is.")]
# ruff: noqa: FBT001, FBT002 - a flag is a boolean parameter to typer
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FOLDER", help="Where files go instead of the project's build/."),
]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"arsrapport {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version."),
    ] = False,
) -> None:
    """A committee's annual report, built from its minutes in plain text."""


@app.command()
def build(  # noqa: PLR0913, PLR0917 - each is a flag
    year: Annotated[
        str | None, typer.Argument(metavar="YEAR", help="The year in which the period ends.")
    ] = None,
    all_years: Annotated[
        bool, typer.Option("--all-years", help="Instead of YEAR: every year there is.")
    ] = False,
    committee: Committees = None,
    format_: ReportFormats = None,
    everything: Everything = False,
    out: Out = None,
) -> None:
    """Build the annual report of every committee that has a report or a meeting in YEAR."""
    from arsrapport.cli.commands import build as command  # noqa: PLC0415 - see the module

    if bool(year) is all_years:
        raise typer.BadParameter("say YEAR or --all-years, one of the two")
    formats = _formats(format_, everything, ReportFormat)
    raise typer.Exit(command(year or "", committee or [], formats, out))


@app.command()
def export(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="The year in which the period ends.")],
    committee: Committees = None,
    format_: Annotated[
        list[DataFormat] | None,
        typer.Option("--format", help="JSON, CSV, iCalendar (repeatable; all unless said)."),
    ] = None,
    out: Out = None,
) -> None:
    """Export the report of YEAR as data: all of it, its tables, its meetings and due actions."""
    from arsrapport.cli.commands import export as command  # noqa: PLC0415 - see the module

    formats = _formats(format_, not format_, DataFormat)
    raise typer.Exit(command(year, committee or [], formats, out))


@app.command()
def minutes(
    meeting: Annotated[str, typer.Argument(metavar="DATE", help="The meeting's first day.")],
    committee: Committees = None,
    format_: Formats = None,
    everything: Everything = False,
    out: Out = None,
) -> None:
    """Build one meeting's minutes, marked as a draft unless they are approved."""
    from arsrapport.cli.commands import minutes as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command(meeting, committee or [], _formats(format_, everything), out))


@app.command()
def check(
    format_: Annotated[
        CheckFormat, typer.Option("--format", help="Lines to read, or GitHub's annotations.")
    ] = CheckFormat.text,
) -> None:
    """Check every file of the project. Exit code 1 when there are errors."""
    from arsrapport.cli.commands import check as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command(annotate=format_ is CheckFormat.github))


@app.command()
def init(  # noqa: PLR0913, PLR0917 - each is a flag
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where; made if need be.", show_default=False)
    ] = Path(),
    committee: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The committee's name; no questions are asked then."),
    ] = None,
    language: Annotated[
        LanguageName | None, typer.Option(help="Of reports, minutes and messages; nn unless said.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who publishes the reports.")
    ] = None,
    member: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help='"Kari Nordmann (Alfa)" (repeatable).'),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Of the first meeting; today unless said."),
    ] = None,
    ci: Annotated[
        Forge | None, typer.Option(help="Add what lets a forge check and build the project.")
    ] = None,
) -> None:
    """Begin a new project, with a meeting as an example. Asks for what it needs on a terminal."""
    from arsrapport.cli.init import Flags  # noqa: PLC0415 - see the module
    from arsrapport.cli.init import init as command  # noqa: PLC0415

    members = tuple(member) if member else None
    raise typer.Exit(
        command(folder, Flags(committee, language, publisher, members, date, github=bool(ci)))
    )


def _formats(
    chosen: Sequence[Enum] | None, everything: bool, kinds: type[Enum] = Format
) -> tuple[str, ...]:
    wanted = {format_.value for format_ in chosen or DEFAULT_FORMATS}
    return tuple(f.value for f in kinds if everything or f.value in wanted)


def run() -> None:
    """Run the program. A bug shows its traceback, and a line that says it is one."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that lacks a character (cp1252, say) shows a mark in its place.
            stream.reconfigure(errors="replace")
    # Plugins of other packages would cost time, and could change what a file means.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        # On Windows `*`, `~` and `$X` would else be replaced, in names of people too.
        app(windows_expand_args=False)
    except OSError as error:  # a full disk, a console that went away: nobody's bug
        with suppress(OSError):
            typer.echo(f"arsrapport: {error.strerror or type(error).__name__}", err=True)
        sys.exit(1)
    except Exception:  # noqa: BLE001 - whatever it is, it is a bug
        import traceback  # noqa: PLC0415 - only for a bug

        from arsrapport.language.catalogue import label  # noqa: PLC0415 - only for a bug
        from arsrapport.language.languages import LANGUAGES  # noqa: PLC0415 - only for a bug

        traceback.print_exc()
        for language in LANGUAGES:  # which one the project speaks may be what failed
            typer.echo(label(language, "bug"), err=True)
        sys.exit(70)
    finally:
        gc.freeze()  # nor on the way out, when Python would look once more
