"""Several words in one sentence."""

from collections.abc import Iterable

from arsrapport.language.languages import Language
from arsrapport.language.tables import grammar


def enumerate_words(words: Iterable[str], language: Language) -> str:
    """Return *A, B og C*, *A og B*, *A*, or "" for no words; no comma before the conjunction."""
    *others, last = tuple(words) or ("",)
    return f"{', '.join(others)} {grammar(language).conjunction} {last}" if others else last
