"""`schema`: print a JSON Schema, or write it to a file."""

from pathlib import Path

import typer

from arsrapport.cli.console import ERRORS, OK, project_here, say_findings
from arsrapport.cli.language import chosen_language
from arsrapport.diagnostics import fault
from arsrapport.output.files import write_files
from arsrapport.pipeline.schema import schema_of
from arsrapport.source.place import Place


def schema(kind: str, out: Path | None) -> int:
    """Print the schema of a kind of file, or write it to one; return the exit code."""
    data = schema_of(kind)
    if out is None:
        typer.echo(data, nl=False)
        return OK
    faults = write_files(out.parent, {out.name: data})
    found = [fault("AR618", Place(str(out)), name=name, reason=why) for name, why in faults.items()]
    if found:
        say_findings(found, {}, chosen_language(None, project_here()), err=True)
    return ERRORS if found else OK
