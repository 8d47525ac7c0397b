"""The command line. Nothing but typer is imported until a command runs: `--help` must be quick."""

import gc
import os
import sys
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


Committees = Annotated[
    list[str] | None,
    typer.Option("--committee", metavar="ID", help="Only this committee (repeatable)."),
]
Formats = Annotated[
    list[Format] | None, typer.Option("--format", help="PDF, HTML (repeatable; both unless said).")
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
def build(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="The year in which the period ends.")],
    committee: Committees = None,
    format_: Formats = None,
    everything: Everything = False,
    out: Out = None,
) -> None:
    """Build the annual report of every committee that has a report or a meeting in YEAR."""
    from arsrapport.cli.commands import build as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command(year, committee or [], _formats(format_, everything), out))


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
def check() -> None:
    """Check every file of the project. Exit code 1 when there are errors."""
    from arsrapport.cli.commands import check as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command())


def _formats(chosen: list[Format] | None, everything: bool) -> tuple[str, ...]:
    wanted = {format_.value for format_ in chosen or Format}
    return tuple(f.value for f in Format if everything or f.value in wanted)


def run() -> None:
    """Run the program. A bug shows its traceback, and a line that says it is one."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that lacks a character (cp1252, say) shows a mark in its place.
            stream.reconfigure(errors="replace")
    # Plugins of other packages would cost time, and could change what a file means.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A run lives for a second or two and makes few cycles: looking for them only costs time.
    gc.disable()
    try:
        app()
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
