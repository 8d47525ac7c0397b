"""What there is to say of a code beyond its message: explanations, and examples of the corpus.

A code without an explanation is a bug and raises KeyError. Examples are in no language of their
own: each is an excerpt of a case in tests/corpus/invalid/, and a test tries it there.
"""

from msgspec import Struct

from arsrapport.language.catalogue import FAMILIES
from arsrapport.language.languages import Language
from arsrapport.language.tables import read_table


class Explanation(Struct, frozen=True):
    """What a code means, in whole sentences."""

    what: str
    """What is found, and on which evidence."""
    why: str
    """Why it matters to the reader or the archive."""


class Example(Struct, frozen=True):
    """An excerpt of a file with the fault, and the same without it."""

    case: str
    """The folder in tests/corpus/invalid/."""
    file: str
    """The file in the case's project; "" where the case is one file, or where the name of a file is
    what is wrong: then `wrong` and `right` are paths."""
    wrong: str
    right: str


def explanation(language: Language, code: str) -> Explanation:
    """Return what a code means."""
    entry = read_table(f"explanations/{language}/{FAMILIES[code[2]]}")[code]
    return Explanation(entry["what"], entry["why"])


def example(code: str) -> Example | None:
    """Return an example of a code, if there is one."""
    entry = read_table(f"examples/{FAMILIES[code[2]]}").get(code)
    if entry is None:
        return None
    return Example(entry["case"], entry.get("file", ""), entry["wrong"], entry["right"])
