"""Flags that several commands have, with what `--help` says of them."""

from pathlib import Path
from typing import Annotated

import typer

from arsrapport.cli.choices import Edition, Format, ReportFormat

Committees = Annotated[
    list[str] | None,
    typer.Option("--committee", metavar="ID", help="Only this committee (repeatable)."),
]
Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format", help="PDF, HTML, Word, Markdown (repeatable; PDF and HTML unless said)."
    ),
]
ReportFormats = Annotated[
    list[ReportFormat] | None,
    typer.Option(
        "--format",
        help="PDF, HTML, Word, Markdown, JSON (repeatable; PDF and HTML unless said).",
    ),
]
Editions = Annotated[
    Edition,
    typer.Option("--edition", help="internal: with what is withheld, and marked on every page."),
]
Drafts = Annotated[bool, typer.Option("--draft", help="Marked as a draft on every page.")]
Finals = Annotated[
    bool,
    typer.Option(
        "--final",
        help="For the archive: nothing is written unless all minutes are approved, and check finds "
        "neither errors nor warnings.",
    ),
]
Everything = Annotated[bool, typer.Option("--all", help="Every format there is.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where files go instead of the project's build/ (build-internal/).",
    ),
]
