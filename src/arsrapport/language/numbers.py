"""Numbers in running text: words to twelve, figures above, and nouns that agree with them.

Source of the rules: Språkrådet, «Tal, tid og dato»: small numbers, up to and including twelve, in
letters; groups of three figures parted by a hard space; a negative number with a dash. In English a
comma parts the groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from msgspec import Struct

from arsrapport.diagnostics.nearest import nearest
from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.language.tables import EN_DASH, NBSP, grammar, read_table

Gender: TypeAlias = Literal["m", "f", "n"]

LAST_WORD = 12
"""The last number that is written in letters."""


class UnknownNounError(Exception):
    """No entry has this noun; `nearest` is the one that was probably meant, or ""."""

    def __init__(self, noun: str, near: str) -> None:
        super().__init__(noun)
        self.noun = noun
        self.nearest = near


class Noun(Struct, frozen=True):
    """A noun that can be counted, in one language, indefinite."""

    gender: Gender
    one: str
    many: str
    zero: str
    """What stands for 0 before it: *ingen møte*, but *null prosent*."""


def spelled_out(number: int) -> bool:
    """Say whether a number is written in letters: 0 to 12."""
    return 0 <= number <= LAST_WORD


def numeral(number: int, language: Language, gender: Gender = "m") -> str:
    """Return the word for 0 to 12, else figures. 1 agrees: *éin, éi, eitt*; *én, én, ett*."""
    if not spelled_out(number):
        return grouped(number, language)
    words = grammar(language)
    return words.one[gender] if number == 1 else words.numerals[number]


def grouped(number: int, language: Language) -> str:
    """Return a number in figures, in groups of three: *4 200*, *–5*. Not for years."""
    figures = f"{abs(number):,}".replace(",", grammar(language).group_mark)
    return f"{EN_DASH}{figures}" if number < 0 else figures


def decimal(number: float, language: Language) -> str:
    """Return a number with one decimal: *1,5*; in English *1.5*."""
    whole, _, tenths = f"{abs(number):,.1f}".partition(".")
    sign = EN_DASH if round(number, 1) < 0 else ""
    words = grammar(language)
    return f"{sign}{whole.replace(',', words.group_mark)}{words.decimal_mark}{tenths}"


def counted(number: int, noun: str, language: Language, *, digits: bool = False) -> str:
    """Return how many there are of something: *fire møte*, *eitt møte*, *ingen møte*, *31 saker*.

    Args:
        number: How many.
        noun: In any form, and in any language, of its entry; capitals make no difference.
        language: That of the sentence.
        digits: Whether figures are used below thirteen too, because another number in the sentence
            has them (the caller evens them out).

    Raises:
        UnknownNounError: No entry has this noun.
    """
    entry = find_noun(noun, language)
    form = entry.one if number == 1 else entry.many
    if digits or not spelled_out(number):
        return f"{grouped(number, language)}{NBSP}{form}"
    word = numeral(number, language, entry.gender) if number else entry.zero
    return f"{word} {form}"


def find_noun(noun: str, language: Language) -> Noun:
    """Return the entry that has this form in any language; raises UnknownNounError."""
    key = _keys_by_form().get(noun.strip().casefold())
    if key is None:
        known = (form for entry in nouns(language).values() for form in (entry.one, entry.many))
        raise UnknownNounError(noun, nearest(noun, known))
    return nouns(language)[key]


@cache
def nouns(language: Language) -> Mapping[str, Noun]:
    """Return every noun of a language, by its key, which is the same in all of them."""
    table: Mapping[str, Mapping[str, str]] = read_table(f"nouns/{language}")
    no = grammar(language).no
    return {
        key: Noun(
            _gender(entry.get("gender", "m")), entry["one"], entry["many"], entry.get("zero", no)
        )
        for key, entry in table.items()
    }


def _gender(letter: str) -> Gender:
    match letter:
        case "m" | "f" | "n":
            return letter
        case _:
            raise ValueError(letter)


@cache
def _keys_by_form() -> Mapping[str, str]:
    return {
        form.casefold(): key
        for language in LANGUAGES
        for key, entry in nouns(language).items()
        for form in (key, entry.one, entry.many)
    }
