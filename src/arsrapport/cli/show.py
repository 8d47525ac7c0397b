"""`show`: answer a question about committees, on the terminal or as a file."""

import re
import shutil
import sys
from pathlib import Path
from typing import Final

import typer
from msgspec import Struct

from arsrapport.cli.asked import Misread
from arsrapport.cli.clock import read_day, today
from arsrapport.cli.console import (
    ERRORS,
    OK,
    no_project,
    project_here,
    refuse,
    say,
    say_findings,
)
from arsrapport.cli.language import chosen_language
from arsrapport.diagnostics import fault, has_errors
from arsrapport.document.nodes import Edition
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.output.files import write_files
from arsrapport.pipeline.show import Asked, Shown, What
from arsrapport.pipeline.show import show as answer
from arsrapport.reporting.show import listing_lines, listings_json
from arsrapport.source.place import Place
from arsrapport.source.tree import FolderTree

WIDTH: Final = 100
"""In columns, where there is no terminal."""

_ITEM: Final = re.compile(r"[^/]+/.+")


class Flags(Struct, frozen=True):
    """What the command line says of a question."""

    what: What
    when: str = ""
    """A year; of a case also `2018-04-19/3`."""
    committees: tuple[str, ...] = ()
    by: str = "person"
    as_of: str | None = None
    only: str = ""
    is_whole: bool = False
    responsible: str = ""
    edition: Edition = "public"
    form: str = "text"
    """`text`, `csv`, `json` or `md`."""
    out: Path | None = None
    """A file to write instead of printing."""
    explain: bool = False
    language: str | None = None


def show(flags: Flags) -> int:
    """Show something of committees; return the exit code."""
    root = project_here()
    language = chosen_language(flags.language, root)
    if root is None:
        return no_project(language)
    day = None if flags.as_of is None else read_day(flags.as_of)
    if flags.as_of is not None and day is None:
        return refuse([Misread("new_date_wrong", {"answer": flags.as_of})], language)
    is_item = flags.what == "case" and bool(_ITEM.fullmatch(flags.when))
    asked = Asked(
        what=flags.what,
        today=today(),
        language=language,
        year="" if is_item else flags.when,
        item=flags.when if is_item else "",
        committees=flags.committees,
        as_of=day,
        by=flags.by,
        only=flags.only,
        is_whole=flags.is_whole,
        responsible=flags.responsible,
        edition=flags.edition,
    )
    found = answer(FolderTree(root), asked)
    if found.diagnostics:
        say_findings(found.diagnostics, found.texts, language, err=True)
    if has_errors(found.diagnostics):
        return ERRORS
    if is_item and not found.listings:
        return refuse([Misread("asked_case_unknown", {"answer": flags.when})], language)
    return _give(found, flags, language)


def _give(found: Shown, flags: Flags, language: Language) -> int:
    if flags.out is not None:
        return _write(_document(found, flags, language), flags.out, language)
    if flags.form != "text":
        typer.echo(_document(found, flags, language), nl=False)
    elif found.listings:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
        say(listing_lines(found.listings, language, width, explain=flags.explain))
    else:
        typer.echo(label(language, "nothing_to_build"))
    return OK


def _document(found: Shown, flags: Flags, language: Language) -> bytes:
    if flags.form == "json":
        return listings_json(found.listings, flags.what, flags.edition)
    if flags.form == "csv":
        from arsrapport.export.listing import listings_csv  # noqa: PLC0415 - start-up

        return listings_csv(found.listings, explain=flags.explain)
    if flags.form == "md":
        from arsrapport.render.markdown.listing import listings_markdown  # noqa: PLC0415 - start-up

        return listings_markdown(found.listings, language, explain=flags.explain)
    lines = listing_lines(found.listings, language, WIDTH, explain=flags.explain)
    return "".join(f"{line}\n" for line in lines).encode()


def _write(data: bytes, out: Path, language: Language) -> int:
    faults = write_files(out.parent, {out.name: data})
    found = [fault("AR618", Place(str(out)), name=name, reason=why) for name, why in faults.items()]
    if found:
        say_findings(found, {}, language, err=True)
    return ERRORS if found else OK
