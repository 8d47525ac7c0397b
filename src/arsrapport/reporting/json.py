"""Diagnostics as one JSON document, for programs; docs/checking.md describes it."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from arsrapport.diagnostics import Diagnostic, Severity
from arsrapport.language.languages import Language
from arsrapport.reporting.publishable import publishable
from arsrapport.source.characters import UNSHOWN

VERSION: Final = 1
"""Of the document's form; it goes up when a program that reads the old one could fail."""


def findings_json(diagnostics: Sequence[Diagnostic], language: Language) -> bytes:
    """Return what was found, in the order given, with messages in the reader's language."""
    number = Counter(diagnostic.severity for diagnostic in diagnostics)
    document = {
        "version": VERSION,
        "findings": [_finding(diagnostic, language) for diagnostic in diagnostics],
        "counts": {severity.value: number[severity] for severity in Severity},
    }
    return as_json(document)


def as_json(document: object) -> bytes:
    """Return a document in UTF-8, indented.

    What would steer a terminal is escaped, and so is what UTF-8 cannot hold: half of a surrogate
    pair, from the name of a file.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return f"{UNSHOWN.sub(_escaped, text)}\n".encode()


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, str | int]:
    """Return the properties of one finding; without an end where only the start is known."""
    place = diagnostic.place
    sentence, remedy = publishable(diagnostic, language)
    end = {"endLine": place.end_line, "endColumn": place.end_column} if place.end_line else {}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        **end,
        "message": sentence,
        **({"hint": remedy} if remedy else {}),
    }
