"""The catalogues: what people read, in three languages, as data beside this module.

A key that is missing is a bug and raises KeyError; tests hold the three languages to the same keys
and places. A place is written `{name}`; whatever is put in it stays text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from arsrapport.language.languages import Language
from arsrapport.language.tables import read_table

LONGEST_VALUE = 500
"""How many characters of an argument are shown: room for any title, none for a whole file."""

FAMILIES = {
    "1": "files",
    "2": "meetings",
    "3": "people",
    "4": "body",
    "5": "outcomes",
    "6": "report",
    "7": "privacy",
    "8": "language",
    "9": "theme",
}
"""The families of codes, by the first figure: AR1xx is of files; each has a file of messages."""

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def words(language: Language) -> Mapping[str, str]:
    """Return all labels of a language, with the places in them still open."""
    labels: Mapping[str, str] = read_table(f"labels/{language}")["labels"]
    return MappingProxyType(labels)


def label(language: Language, key: str, /, **arguments: str) -> str:
    """Return one of the tool's own words, filled in: `label("nn", "as_of", date="3. mai 2017")`."""
    return _fill(words(language)[key], arguments)


def message(language: Language, code: str, arguments: Mapping[str, str]) -> str:
    """Return the sentence of a diagnostic: what is wrong, lower-case, without a full stop.

    Args:
        language: Of the reader, which need not be that of the file.
        code: From the registry of codes.
        arguments: The diagnostic's, hostile or not: control characters in them are made visible,
            and long ones are cut.
    """
    entry = _entry(language, code)
    shown = _shown(entry, arguments)
    templates = _templates(entry["message"])
    return _fill(next(_usable(templates, shown), templates[-1]), shown)


def hint(language: Language, code: str, arguments: Mapping[str, str]) -> str:
    """Return what to do about it, or "" when the catalogue has no advice.

    One for a fixed value (`tab`) goes before those for the code. Of several the first is taken
    whose places can all be filled: one that needs `{nearest}` is passed over when nothing is near.
    """
    entry = _entry(language, code)
    shown = _shown(entry, arguments)
    return _fill(next(_usable(_hints(entry, arguments), shown), ""), shown)


def in_general(language: Language, code: str) -> tuple[str, str]:
    """Return the sentence of a code and its advice ("" for none), with `…` for every argument.

    Of several that of most cases is taken: the last.
    """
    entry = _entry(language, code)
    sentence, remedy = (_templates(entry.get(key, ""))[-1] for key in ("message", "hint"))
    return _PLACE.sub("…", sentence), _PLACE.sub("…", remedy)


def _entry(language: Language, code: str) -> Mapping[str, Any]:
    entry: Mapping[str, Any] = read_table(f"messages/{language}/{FAMILIES[code[2]]}")[code]
    return entry


def messages(language: Language) -> dict[str, Mapping[str, Any]]:
    """Return what the catalogue has of every code, in the order of the families."""
    return {
        code: entry
        for family in FAMILIES.values()
        for code, entry in read_table(f"messages/{language}/{family}").items()
    }


def _hints(entry: Mapping[str, Any], arguments: Mapping[str, str]) -> list[str]:
    """Return the hints for an argument's fixed value, then those for the code."""
    by_value = entry.get("hints", {})
    special = [
        hints[arguments[name]] for name, hints in by_value.items() if arguments.get(name) in hints
    ]
    return [*special, *_templates(entry.get("hint", []))]


def _templates(written: str | list[str]) -> list[str]:
    return [written] if isinstance(written, str) else written


def _usable(templates: Iterable[str], arguments: Mapping[str, str]) -> Iterator[str]:
    """Yield the templates that no missing or empty argument would leave a gap in."""
    for template in templates:
        if all(arguments.get(name) for name in _PLACE.findall(template)):
            yield template


def _shown(entry: Mapping[str, Any], arguments: Mapping[str, str]) -> dict[str, str]:
    """Put the reader's words for the arguments that have them (`missing`), and tame the rest."""
    values = entry.get("values", {})
    return {
        name: values.get(name, {}).get(value) or _visible(value)
        for name, value in arguments.items()
    }


def _fill(template: str, arguments: Mapping[str, str]) -> str:
    # One pass: braces in a value are never taken for a place.
    return _PLACE.sub(lambda place: arguments[place[1]], template)


def _visible(value: str) -> str:
    cut = value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…"
    return "".join(map(_visible_character, cut))


def _visible_character(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return f"<U+{ord(character):04X}>"
