"""What is said of repairs: how many there are, in which files."""

from collections.abc import Iterator, Mapping

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.language.numbers import counted
from arsrapport.source.characters import shown
from arsrapport.source.place import PATH_LIMIT


def repair_lines(repaired: Mapping[str, int], language: Language) -> Iterator[str]:
    """Yield what was repaired, then each file with how much; nothing where nothing was.

    Args:
        repaired: The number of repairs in each file, by path.
        language: Of the reader.
    """
    if repaired:
        yield _sum(repaired, "repairs_made", language) + ":"
    for path, number in repaired.items():
        yield f"  {shown(path, PATH_LIMIT)}: {counted(number, 'repair', language)}"


def would_repair_line(repaired: Mapping[str, int], language: Language) -> str:
    """Return how much would be repaired."""
    if not repaired:
        return label(language, "repairs_none")
    return _sum(repaired, "repairs_possible", language)


def _sum(repaired: Mapping[str, int], key: str, language: Language) -> str:
    repairs = counted(sum(repaired.values()), "repair", language)
    return label(language, key, repairs=repairs, files=counted(len(repaired), "file", language))
