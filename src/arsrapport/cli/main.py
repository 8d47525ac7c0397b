"""The command line. Nothing but typer is imported until a command runs: `--help` must be quick."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import typer

from arsrapport import __version__
from arsrapport.cli.choices import (
    DEFAULT_FORMATS,
    CheckFormat,
    DataFormat,
    Edition,
    Forge,
    Format,
    Grouping,
    LanguageName,
    ReportFormat,
    SchemaKind,
    Subject,
    TableFormat,
)
from arsrapport.cli.flags import (
    Committees,
    Drafts,
    Editions,
    Everything,
    Finals,
    Formats,
    Out,
    ReportFormats,
)

# ruff: noqa: FBT001, FBT002 - a flag is a boolean parameter to typer

app = typer.Typer(
    help="A committee's annual report, built from its minutes in plain text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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
    edition: Editions = Edition.public,
    draft: Drafts = False,
    final: Finals = False,
    out: Out = None,
) -> None:
    """Build the annual report of every committee that has a report or a meeting in YEAR.

    It is marked as a draft when minutes in it are a draft or out for comment.
    """
    from arsrapport.cli.commands import build as command  # noqa: PLC0415 - see the module

    if bool(year) is all_years:
        raise typer.BadParameter("say YEAR or --all-years, one of the two")
    formats = _formats(format_, everything, ReportFormat)
    state = _state(draft=draft, final=final)
    raise typer.Exit(command(year or "", committee or [], formats, out, edition.value, state))


@app.command()
def export(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="The year in which the period ends.")],
    committee: Committees = None,
    format_: Annotated[
        list[DataFormat] | None,
        typer.Option("--format", help="JSON, CSV, iCalendar (repeatable; all unless said)."),
    ] = None,
    edition: Editions = Edition.public,
    out: Out = None,
) -> None:
    """Export the report of YEAR as data: all of it, its tables, its meetings and due actions."""
    from arsrapport.cli.commands import export as command  # noqa: PLC0415 - see the module

    formats = _formats(format_, not format_, DataFormat)
    raise typer.Exit(command(year, committee or [], formats, out, edition.value))


@app.command()
def minutes(  # noqa: PLR0913, PLR0917 - each is a flag
    meeting: Annotated[str, typer.Argument(metavar="DATE", help="The meeting's first day.")],
    committee: Committees = None,
    format_: Formats = None,
    everything: Everything = False,
    edition: Editions = Edition.public,
    draft: Drafts = False,
    final: Finals = False,
    out: Out = None,
) -> None:
    """Build one meeting's minutes, marked as a draft unless they are approved."""
    from arsrapport.cli.commands import minutes as command  # noqa: PLC0415 - see the module

    formats = _formats(format_, everything)
    state = _state(draft=draft, final=final)
    raise typer.Exit(command(meeting, committee or [], formats, out, edition.value, state))


@app.command()
def check(  # noqa: PLR0913, PLR0917 - each is a flag
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Only what is found in these files and folders; the whole project unless said.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        CheckFormat,
        typer.Option("--format", help="Lines to read, GitHub's annotations, JSON, or SARIF 2.1.0."),
    ] = CheckFormat.text,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Write it to FILE, in UTF-8."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 3 when there are warnings, but no errors.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only codes that begin so: AR3,AR501 (repeatable)."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="No codes that begin so (repeatable)."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="The day for what depends on it; today unless said."
        ),
    ] = None,
    language: Annotated[
        LanguageName | None, typer.Option(help="Of the messages; the project's unless said.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend first what is certain; then tell what is left.")
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="With --fix: only show what would be mended, as a patch. Exit code 1 if any is.",
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=64, help="In so many processes; as is worth it unless said."
        ),
    ] = 0,
) -> None:
    """Check every file of the project, or some. Exit code 1 when there are errors."""
    from arsrapport.cli.check import Flags  # noqa: PLC0415 - see the module
    from arsrapport.cli.check import check as command  # noqa: PLC0415

    if diff and not fix:
        raise typer.BadParameter("--diff goes with --fix")
    flags = Flags(
        paths=tuple(paths or ()),
        form=format_,
        out=out,
        strict=strict,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        as_of=as_of,
        language=language,
        fix=fix,
        diff=diff,
        jobs=jobs,
    )
    raise typer.Exit(command(flags))


@app.command()
def show(  # noqa: PLR0913, PLR0917 - each is a flag
    what: Annotated[Subject, typer.Argument(metavar="WHAT", help=", ".join(Subject))],
    when: Annotated[
        str,
        typer.Argument(
            metavar="YEAR",
            help="The period of that year's report; the whole history unless said. "
            "Of a case also one item: 2018-04-19/3.",
            show_default=False,
        ),
    ] = "",
    committee: Committees = None,
    by: Annotated[
        Grouping | None, typer.Option("--by", help="Attendance: by person unless said.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="As it was that day; members and actions: today unless said."
        ),
    ] = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only actions that are open.")] = False,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only actions that are overdue.")
    ] = False,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also actions that were closed before the latest meeting."),
    ] = False,
    responsible: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only actions of a person or an organisation."),
    ] = None,
    edition: Editions = Edition.public,
    format_: Annotated[
        TableFormat, typer.Option("--format", help="A table to read, CSV, JSON or Markdown.")
    ] = TableFormat.text,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Write it to FILE, in UTF-8."),
    ] = None,
    explain_: Annotated[
        bool, typer.Option("--explain", help="With the file and line behind every row and figure.")
    ] = False,
    language: Annotated[
        LanguageName | None, typer.Option(help="Of the words; the project's unless said.")
    ] = None,
) -> None:
    """Show who was there, what was decided, and what has become of it."""
    from arsrapport.cli.show import Flags  # noqa: PLC0415 - see the module
    from arsrapport.cli.show import show as command  # noqa: PLC0415

    if by and what is not Subject.attendance:
        raise typer.BadParameter("--by goes with attendance")
    if (only_open or overdue or everything or responsible) and what is not Subject.actions:
        raise typer.BadParameter("--open, --overdue, --all and --responsible go with actions")
    flags = Flags(
        what=what.value,
        when=when,
        committees=tuple(committee or ()),
        by=by.value if by else Grouping.person.value,
        as_of=as_of,
        is_whole=everything,
        only="overdue" if overdue else "open" if only_open else "",
        responsible=responsible or "",
        edition=edition.value,
        form=format_.value,
        out=out,
        explain=explain_,
        language=language,
    )
    raise typer.Exit(command(flags))


@app.command()
def explain(
    codes: Annotated[
        list[str], typer.Argument(metavar="CODE...", help="AR301, or AR3 for all that begin so.")
    ],
    language: Annotated[
        LanguageName | None, typer.Option(help="Of the words; the project's unless said.")
    ] = None,
) -> None:
    """Explain what check found: what a code means, why it matters, and how it is put right."""
    from arsrapport.cli.explain import explain as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command(codes, language))


@app.command()
def schema(
    kind: Annotated[SchemaKind, typer.Argument(metavar="KIND", help=", ".join(SchemaKind))],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Write it to FILE, in UTF-8."),
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of file, by which an editor completes and checks keys."""
    from arsrapport.cli.schema import schema as command  # noqa: PLC0415 - see the module

    raise typer.Exit(command(kind.value, out))


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


def _state(*, draft: bool, final: bool) -> Literal["", "draft", "final"]:
    if draft and final:
        raise typer.BadParameter("say --draft or --final, not both")
    return "draft" if draft else "final" if final else ""


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
