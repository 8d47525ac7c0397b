"""Diagnostics as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.language.catalogue import hint, label, message
from arsrapport.language.languages import Language
from arsrapport.language.lists import enumerate_words
from arsrapport.language.numbers import counted
from arsrapport.source.place import Place

NOUNS = {Severity.ERROR: "feil", Severity.WARNING: "åtvaring", Severity.INFO: "merknad"}


def diagnostic_lines(diagnostics: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """Yield `path:line:column: code severity message` and the hint for each, then the count."""
    for diagnostic in diagnostics:
        finding, *remedy = finding_lines(diagnostic, language)
        yield finding
        yield from (f"    {line}" for line in remedy)
    yield count_line(diagnostics, language)


def finding_lines(diagnostic: Diagnostic, language: Language) -> tuple[str, ...]:
    """Return `path:line:column: code severity message`, and the hint where there is one."""
    finding = f"{diagnostic.place}: {_sentence(diagnostic, language)}"
    remedy = hint(language, diagnostic.code, dict(diagnostic.arguments))
    return (finding, remedy) if remedy else (finding,)


def count_line(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Return how many there are of each severity: *to feil og éi åtvaring*."""
    number = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [counted(number[s], NOUNS[s], language) for s in Severity if number[s]]
    return enumerate_words(parts or [counted(0, NOUNS[Severity.ERROR], language)], language)


def all_well_line(files: int, language: Language) -> str:
    """Return what to say when nothing was found: *Fann ingen feil i 14 filer*."""
    return label(language, "nothing_wrong", files=counted(files, "fil", language))


def nothing_written_line(language: Language) -> str:
    """Return what to say when a build came to nothing, so that nobody thinks a file is lost."""
    return label(language, "nothing_written")


def no_project_line(language: Language) -> str:
    """Return what to say where there is no project."""
    diagnostic = fault("AR617", Place("."))
    return f"{_sentence(diagnostic, language)}. {hint(language, diagnostic.code, {})}".strip()


def _sentence(diagnostic: Diagnostic, language: Language) -> str:
    severity = label(language, f"severity_{diagnostic.severity}")
    words = message(language, diagnostic.code, dict(diagnostic.arguments))
    return f"{diagnostic.code} {severity} {words}"
