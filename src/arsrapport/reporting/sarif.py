"""Diagnostics as a SARIF log, which code scanning on a forge, and editors, read.

The form is "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01"
(OASIS, 28 August 2023); numbers of sections below are its. What GitHub wants beyond it is in its
"SARIF support for code scanning".
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote

from arsrapport import __version__
from arsrapport.diagnostics import CODES, Diagnostic, Severity
from arsrapport.language.catalogue import in_general
from arsrapport.language.explanations import explanation
from arsrapport.language.languages import TAGS, Language
from arsrapport.reporting.excerpt import lines_of
from arsrapport.reporting.json import as_json
from arsrapport.reporting.publishable import publishable
from arsrapport.source.place import Place

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

BASE: Final = "%SRCROOT%"
"""What paths are relative to: the top of the repository. Where that is, only the reader knows."""

FINGERPRINT: Final = "arsrapportFinding/v1"
HASHED: Final = 1000
"""Characters of a line that tell one finding from another."""


def sarif_log(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    language: Language,
    folder: str = "",
) -> bytes:
    """Return a log of one run.

    Args:
        diagnostics: Those of one file after one another, with places relative to the project.
        texts: What the files hold, with LF line ends.
        language: Of the reader.
        folder: The project's, relative to the repository and with `/`; "" when they are one.
    """
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {
        "name": "arsrapport",
        "version": __version__,
        "language": TAGS[language],
        "rules": [_rule(code, language) for code in codes],
    }
    marks = _fingerprints(diagnostics, texts)
    results = [
        _result(diagnostic, codes.index(diagnostic.code), mark, language, folder)
        for diagnostic, mark in zip(diagnostics, marks, strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: Language) -> dict[str, Any]:
    """Return what is said of a code, whatever is found (3.49)."""
    sentence, _ = in_general(language, code)
    told = explanation(language, code)
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": told.what},
        "help": {"text": f"{told.what}\n\n{told.why}"},
        "defaultConfiguration": {"level": LEVELS[CODES[code]]},
    }


def _result(
    found: Diagnostic, rule: int, mark: str, language: Language, folder: str
) -> dict[str, Any]:
    said = publishable(found, language)
    path = f"{folder}/{found.place.path}" if folder else found.place.path
    where = {
        "artifactLocation": {"uri": quote(path, errors="replace"), "uriBaseId": BASE},
        "region": _region(found.place),
    }
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": "\n".join(filter(None, said))},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {FINGERPRINT: mark},
    }


def _region(place: Place) -> dict[str, int]:
    """Return a place; its end is exclusive there too (3.30.8), and without one the line's."""
    start = {"startLine": place.line, "startColumn": place.column}
    end = {"endLine": place.end_line, "endColumn": place.end_column} if place.end_line else {}
    return {**start, **end}


def _fingerprints(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield for each finding what tells it from others in the next run too (3.27.17).

    That is its code, its file and the words of its line, not the line's number; and of equal ones,
    which it is of them. Withheld words are not even in a sum that could be guessed from.
    """
    seen: Counter[str] = Counter()
    for path, found in groupby(diagnostics, key=lambda diagnostic: diagnostic.place.path):
        lines = lines_of(texts, path)
        for diagnostic in found:
            number = diagnostic.place.line
            is_told = number <= len(lines) and not diagnostic.is_withheld
            line = lines[number - 1][:HASHED].strip() if is_told else ""
            key = f"{diagnostic.code}\n{path}\n{line}"
            seen[key] += 1
            yield sha256(f"{key}\n{seen[key]}".encode(errors="replace")).hexdigest()
