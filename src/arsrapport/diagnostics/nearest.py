"""The nearest known word to one that is not known."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was most likely meant, or "" when none is near.

    Compared without regard to capitals; long hostile words are not compared at all.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - start-up

    if len(word) > 100:  # noqa: PLR2004 - no name is that long, and the comparison is quadratic
        return ""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    close = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""
