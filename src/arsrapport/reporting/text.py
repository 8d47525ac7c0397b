"""Diagnostics as lines for a terminal."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.language.catalogue import hint, label, message
from arsrapport.language.languages import Language
from arsrapport.language.lists import enumerate_words
from arsrapport.language.numbers import counted
from arsrapport.reporting.excerpt import excerpt, lines_of
from arsrapport.source.place import Place

NOUNS = {Severity.ERROR: "feil", Severity.WARNING: "åtvaring", Severity.INFO: "merknad"}

Paint: TypeAlias = Callable[[str, Severity], str]
"""Gives a few words the colour of a severity, where the reader's screen has colours."""


def unpainted(words: str, _severity: Severity) -> str:
    """Return the words as they are."""
    return words


def diagnostic_lines(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    language: Language,
    paint: Paint = unpainted,
) -> Iterator[str]:
    """Yield what was found, file by file, and then how many there are of each severity.

    A finding is `path:line:column: code severity message`, the line of the file with the place
    marked, and the hint.

    Args:
        diagnostics: Those of one file after one another.
        texts: What the files hold, with LF line ends; of one that is not there no line is shown.
        language: Of the reader.
        paint: What colours the severity and the mark.
    """
    for path, found in groupby(diagnostics, key=lambda diagnostic: diagnostic.place.path):
        lines = lines_of(texts, path)
        for diagnostic in found:
            yield from _lines(diagnostic, lines, language, paint)
        yield ""
    yield count_line(diagnostics, language)


def _lines(
    diagnostic: Diagnostic, lines: Sequence[str], language: Language, paint: Paint
) -> Iterator[str]:
    finding, *remedy = finding_lines(diagnostic, language, paint)
    yield finding
    found = excerpt(lines, diagnostic.place)
    if found is not None:
        number = f"{diagnostic.place.line:>5}"
        mark = paint("^" * found.width, diagnostic.severity)
        yield f"{number} | {found.line}".rstrip()
        yield f"{'':>{len(number)}} | {'':>{found.before}}{mark}"
    yield from (f"    {line}" for line in remedy)


def finding_lines(
    diagnostic: Diagnostic, language: Language, paint: Paint = unpainted
) -> tuple[str, ...]:
    """Return `path:line:column: code severity message`, and the hint where there is one."""
    arguments = dict(diagnostic.arguments)
    said = message(language, diagnostic.code, arguments)
    return told(diagnostic, said, hint(language, diagnostic.code, arguments), language, paint)


def told(
    diagnostic: Diagnostic,
    sentence: str,
    remedy: str,
    language: Language,
    paint: Paint = unpainted,
) -> tuple[str, ...]:
    """Return the lines of a finding whose sentence and hint ("" for none) are known."""
    words = f"{_code(diagnostic, language, paint)} {sentence}"
    finding = f"{diagnostic.place}: {words}"
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
    words = f"{_code(diagnostic, language, unpainted)} {message(language, diagnostic.code, {})}"
    return f"{words}. {hint(language, diagnostic.code, {})}".strip()


def _code(diagnostic: Diagnostic, language: Language, paint: Paint) -> str:
    severity = label(language, f"severity_{diagnostic.severity}")
    return f"{diagnostic.code} {paint(severity, diagnostic.severity)}"
