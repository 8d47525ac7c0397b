"""A diagnostic: a code at a place, with the arguments that its sentence is made of."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics.codes import CODES, Severity
from arsrapport.source.edits import Edit
from arsrapport.source.place import Place


class Diagnostic(Struct, frozen=True):
    """One finding. The catalogue of the reader's language makes the sentence and the hint."""

    code: str
    severity: Severity
    place: Place
    arguments: tuple[tuple[str, str], ...] = ()
    """Names and values for the sentence, sorted by name."""
    edits: tuple[Edit, ...] = ()
    """What mends it, all together and in its own file, where that is safe; none elsewhere."""
    is_withheld: bool = False
    """Whether it stands in what is withheld, or quotes it. What may be published of it is where it
    is and what it is about in general, and none of its words."""


def fault(code: str, place: Place, /, **arguments: str | int) -> Diagnostic:
    """Build a diagnostic with the severity that the registry gives its code."""
    pairs = tuple(sorted((name, str(value)) for name, value in arguments.items()))
    return Diagnostic(code, CODES[code], place, pairs)


def with_edits(diagnostic: Diagnostic, *edits: Edit) -> Diagnostic:
    """Return a diagnostic with what mends it."""
    return replace(diagnostic, edits=edits)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether any of them is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
