"""`check`: find what somebody asks about, and say what was found in the form that is wanted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer
from msgspec import Struct

from arsrapport.cli.asked import Misread, beginnings_of_codes, paths_in_project
from arsrapport.cli.clock import read_day, today
from arsrapport.cli.console import (
    ERRORS,
    OK,
    WARNINGS,
    no_project,
    project_here,
    refuse,
    say,
    say_findings,
)
from arsrapport.cli.fix import fix, show_fix
from arsrapport.cli.language import chosen_language
from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.language.languages import Language
from arsrapport.output.files import write_files
from arsrapport.output.findings import findings_folder
from arsrapport.pipeline.check import Checked, Checking, check_project
from arsrapport.reporting.text import all_well_line, count_line, diagnostic_lines
from arsrapport.source.place import Place
from arsrapport.source.tree import FolderTree, Tree, find_repository, listed


class Flags(Struct, frozen=True):
    """What the command line says of a check."""

    paths: tuple[Path, ...] = ()
    form: str = "text"
    """`text`, `github`, `json` or `sarif`."""
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: str | None = None
    language: str | None = None
    out: Path | None = None
    """A file to write instead of printing."""
    fix: bool = False
    diff: bool = False
    """With `fix`: write nothing, and show what would be."""
    jobs: int = 0
    """How many processes; 0 for what the machine and the work are good for."""


def check(flags: Flags) -> int:
    """Check the project, or a part of it; return the exit code."""
    root = project_here()
    language = chosen_language(flags.language, root)
    if root is None:
        return no_project(language)
    tree = listed(FolderTree(root))
    checking, misread = _checking(flags, root, tree)
    if misread:
        return refuse(misread, language)
    if flags.diff:
        return show_fix(tree, checking, language)
    checked = fix(root, tree, checking, language) if flags.fix else check_project(tree, checking)
    if flags.out is None:
        _show(checked, flags, root, language)
    elif not _write(checked, flags, flags.out, root, language):
        return ERRORS
    return _exit_code(checked.diagnostics, strict=flags.strict)


def _checking(flags: Flags, root: Path, tree: Tree) -> tuple[Checking, tuple[Misread, ...]]:
    """Return what is asked, and what of it cannot be understood."""
    day = today() if flags.as_of is None else read_day(flags.as_of)
    no_day = () if day else (Misread("new_date_wrong", {"answer": flags.as_of or ""}),)
    paths, not_there = paths_in_project(flags.paths, root, tree.paths())
    select, unknown = beginnings_of_codes(flags.select)
    ignore, unknown_too = beginnings_of_codes(flags.ignore)
    checking = Checking(
        as_of=day or today(),
        paths=paths,
        select=select,
        ignore=ignore,
        memory=findings_folder(root),
        processes=flags.jobs,
    )
    return checking, (*no_day, *not_there, *unknown, *unknown_too)


def _show(checked: Checked, flags: Flags, root: Path, language: Language) -> None:
    if flags.form in {"json", "sarif"}:
        typer.echo(_document(checked, flags.form, root, language), nl=False)
    elif flags.form == "text" and checked.diagnostics:
        say_findings(checked.diagnostics, checked.texts, language)
    else:
        say(_lines(checked, flags.form, root, language))


def _write(checked: Checked, flags: Flags, out: Path, root: Path, language: Language) -> bool:
    """Write what was found to a file, and say how much it is; return whether that went well."""
    faults = write_files(out.parent, {out.name: _document(checked, flags.form, root, language)})
    if faults:
        found = [
            fault("AR618", Place(str(out)), name=name, reason=why) for name, why in faults.items()
        ]
        say_findings(found, {}, language, err=True)
    else:
        say([_summary(checked, language)])
    return not faults


def _document(checked: Checked, form: str, root: Path, language: Language) -> bytes:
    """Return what was found as one file."""
    if form == "json":
        from arsrapport.reporting.json import findings_json  # noqa: PLC0415 - start-up

        return findings_json(checked.diagnostics, language)
    if form == "sarif":
        from arsrapport.reporting.sarif import sarif_log  # noqa: PLC0415 - start-up

        return sarif_log(checked.diagnostics, checked.texts, language, _in_repository(root))
    return "".join(f"{line}\n" for line in _lines(checked, form, root, language)).encode()


def _lines(checked: Checked, form: str, root: Path, language: Language) -> Iterator[str]:
    if form == "github":
        from arsrapport.reporting.annotations import annotation_lines  # noqa: PLC0415 - start-up

        yield from annotation_lines(checked.diagnostics, language, _in_repository(root))
        yield _summary(checked, language)
    elif checked.diagnostics:
        yield from diagnostic_lines(checked.diagnostics, checked.texts, language)
    else:
        yield _summary(checked, language)


def _summary(checked: Checked, language: Language) -> str:
    if checked.diagnostics:
        return count_line(checked.diagnostics, language)
    return all_well_line(checked.files, language)


def _in_repository(root: Path) -> str:
    """Return a project's folder relative to the repository; "" when they are one."""
    top = find_repository(root) or root
    return "" if root == top else root.relative_to(top).as_posix()


def _exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    found = {diagnostic.severity for diagnostic in diagnostics}
    if Severity.ERROR in found:
        return ERRORS
    return WARNINGS if strict and Severity.WARNING in found else OK
