"""Diagnostics as annotations, which GitHub shows at the lines of a pull request.

The form is that of GitHub's workflow commands ("Workflow commands for GitHub Actions", *Setting an
error message*); the signs that are escaped are those that its own toolkit escapes
(actions/toolkit, packages/core/src/command.ts). GitHub shows ten of each severity a step; the rest
stand in the log, and so the place is a part of the message too.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, Severity
from arsrapport.language.languages import Language
from arsrapport.reporting.publishable import publishable
from arsrapport.reporting.text import told
from arsrapport.source.characters import shown
from arsrapport.source.place import PATH_LIMIT

COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = {**_IN_DATA, ord(":"): "%3A", ord(","): "%2C"}


def annotation_lines(
    diagnostics: Sequence[Diagnostic], language: Language, folder: str = ""
) -> Iterator[str]:
    """Yield a workflow command for each diagnostic.

    Args:
        diagnostics: With places relative to the project.
        language: Of the reader.
        folder: The project's, relative to the repository and with `/`; "" when they are one.
    """
    for diagnostic in diagnostics:
        yield _annotation(_moved(diagnostic, folder), language)


def _moved(diagnostic: Diagnostic, folder: str) -> Diagnostic:
    if not folder:
        return diagnostic
    place = replace(diagnostic.place, path=f"{folder}/{diagnostic.place.path}")
    return replace(diagnostic, place=place)


def _annotation(diagnostic: Diagnostic, language: Language) -> str:
    place = diagnostic.place
    properties = {
        "file": shown(place.path, PATH_LIMIT),
        "line": str(place.line),
        "col": str(place.column),
        "title": diagnostic.code,
    }
    written = ",".join(f"{key}={text.translate(_IN_PROPERTY)}" for key, text in properties.items())
    sentence, remedy = publishable(diagnostic, language)
    message = "\n".join(told(diagnostic, sentence, remedy, language)).translate(_IN_DATA)
    return f"::{COMMANDS[diagnostic.severity]} {written}::{message}"
