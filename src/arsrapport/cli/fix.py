"""`check --fix`: mend what can be, and say so; or show what would be mended."""

from pathlib import Path

import typer
from msgspec.structs import replace

from arsrapport.cli.console import ERRORS, OK, say
from arsrapport.diagnostics import fault
from arsrapport.language.languages import Language
from arsrapport.output.changed_files import change_files
from arsrapport.pipeline.check import Checked, Checking
from arsrapport.pipeline.fixing import fix_project
from arsrapport.reporting.patch import patch
from arsrapport.reporting.repairs import repair_lines, would_repair_line
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree


def fix(root: Path, tree: Tree, checking: Checking, language: Language) -> Checked:
    """Write what can be mended, and return what is left.

    Where a file cannot be written none is, and what is left is all there was, and why (AR618).
    What was done is said on the side, so that a form such as JSON stays whole.
    """
    fixed = fix_project(tree, checking)
    faults = change_files(root, fixed.changes)
    if not faults:
        say(repair_lines(fixed.repaired, language), err=True)
        return fixed.after
    told = (fault("AR618", Place(path), name=path, reason=why) for path, why in faults.items())
    return replace(fixed.before, diagnostics=(*told, *fixed.before.diagnostics))


def show_fix(tree: Tree, checking: Checking, language: Language) -> int:
    """Print what would be mended, as a patch, and write nothing; exit code 1 when there is any."""
    fixed = fix_project(tree, checking)
    typer.echo(patch(fixed.changes), nl=False)
    say([would_repair_line(fixed.repaired, language)], err=True)
    return ERRORS if fixed.changes else OK
