"""Shapes of claims: the data files `language/claims/` as regular expressions."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.language.numbers import nouns
from arsrapport.language.tables import grammar, read_table

_SLOT: Final = re.compile(r"\{([a-z_]+)\}")
_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_FIGURES: Final = r"[0-9]{1,3}(?:[\u0020\u00a0\u202f][0-9]{3})+|[0-9]{1,6}"
_NOTHING: Final = "(?!)"


class Setting(Struct, frozen=True):
    """What the words of a sentence are held against."""

    language: Language
    names: tuple[str, ...]
    """Of the committee, in small letters."""
    years: tuple[int, int] | None
    """The first and last of the period; None when it is a part of one, which no year stands for."""


class Bodies(Struct, frozen=True):
    """What a committee and others are called."""

    called: tuple[str, ...]
    """The committee: its names, and *utvalet* for one of which a name has a word ending so."""
    known: frozenset[str]
    """The words of these."""
    ends: tuple[str, ...]
    """How words for such a body end: *utvalet* of *fagutvalet* too."""
    others: tuple[str, ...]
    """How words for other bodies end."""


@lru_cache(maxsize=16)
def bodies(setting: Setting) -> Bodies:
    """Return what a sentence may call the committee, and what would be another body."""
    words = tuple(word for name in setting.names for word in _WORD.findall(name))
    rows: list[Mapping[str, list[str]]] = read_table("claims/common")["bodies"]
    own = [row for row in rows if any(word.endswith(tuple(row["ends"])) for word in words)]
    called = (*setting.names, *(word for row in own for word in row[setting.language]))
    return Bodies(
        called=called,
        known=frozenset(word for text in called for word in _WORD.findall(text)),
        ends=tuple(end for row in own for end in row["ends"]),
        others=tuple(end for row in rows if row not in own for end in row["ends"]),
    )


@cache
def body_words() -> re.Pattern[str]:
    """Return what any word for a body looks like; its `end` may be inflected."""
    ends = _any(end for row in read_table("claims/common")["bodies"] for end in row["ends"])
    return re.compile(rf"(?<!\w)[\w-]*?(?P<end>(?:{ends})\w{{0,3}})(?!\w)")


@lru_cache(maxsize=256)
def shape(template: str, setting: Setting) -> re.Pattern[str]:
    """Return the regular expression of a shape, with what must follow it.

    It has the groups `meetings`, `meetings_number` and `meetings_noun` for each figure in it.
    """
    table = read_table(f"claims/{setting.language}")
    names = (f"(?:the )?{_escaped(name)}" for name in bodies(setting).called)
    slots = {
        "committee": _any(names) or _NOTHING,
        "when": when(setting),
        "all": table["all"],
        "n": numeral(setting.language),
        **{figure: _counted(figure, setting.language) for figure in figures()},
    }
    whole = with_treating(template, setting.language) + _tail(setting)
    pattern = _SLOT.sub(lambda slot: f"(?:{slots[slot[1]]})", whole)
    return re.compile(_spaced(pattern), re.IGNORECASE)


def with_treating(template: str, language: Language) -> str:
    """Return a shape with the items that may be counted behind its meetings."""
    return template.replace("{treating}", read_table(f"claims/{language}")["treating"])


def _tail(setting: Setting) -> str:
    """Return what may follow: the whole period, then an end, a comma, or *og* with a verb."""
    on = read_table(f"claims/{setting.language}")["goes_on"]
    further = f"{numeral(setting.language)}|{_any(on['not_before'])}"
    going_on = rf" (?:{_any(on['and'])}) (?!(?:{further})\s)"
    return rf"(?=(?: {{when}})?(?:\s*[.:;!?()]|\s*$|,(?!\s*[0-9])|\s*\u2013 |{going_on}))"


@lru_cache(maxsize=16)
def when(setting: Setting) -> str:
    """Return the times that are the whole period."""
    times = _any(read_table(f"claims/{setting.language}")["when"])
    return _spaced(times.replace("{years}", f"(?:{years(setting)})"))


def years(setting: Setting) -> str:
    """Return how the years of the period are written: *2017*, *2017–2018*, *2017/18*."""
    if setting.years is None:
        return _NOTHING
    first, last = setting.years
    if first == last:
        return rf"(?<!\w){first}(?!\w)"
    return rf"(?<!\w){first}\s*[/\u2013-]\s*(?:{last}|{last % 100:02})(?!\w)"


@cache
def phrases(key: str, language: Language) -> re.Pattern[str]:
    """Return the words of a list of a language's data file; with `parts`, the months too."""
    words = list(read_table(f"claims/{language}")[key])
    if key == "parts":
        words += grammar(language).months
    return re.compile(_spaced(rf"(?<!\w)(?:{_any(words)})(?!\w)"), re.IGNORECASE)


# --- numbers and nouns ----------------------------------------------------------------------


def figures() -> Mapping[str, list[str]]:
    """Return the nouns that count each figure, by their keys."""
    table: Mapping[str, list[str]] = read_table("claims/common")["nouns"]
    return table


@cache
def quick(language: Language) -> re.Pattern[str]:
    """Return what any number of anything that counts looks like; the noun is its group."""
    every = _any(form for figure in figures() for form in forms(figure, language))
    qualities = read_table("claims/common")["qualities"].values()
    between = _any(word for words in qualities for word in words)
    number = numeral(language)
    pattern = rf"(?<!\w)(?:{number})\s+(?:(?:{between})\s+)?({every})(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


@cache
def forms(figure: str, language: Language) -> frozenset[str]:
    """Return the forms of the nouns of a figure; nynorsk and bokmål go for one."""
    languages = [name for name in LANGUAGES if (name == "en") == (language == "en")]
    entries = [nouns(name)[key] for key in figures()[figure] for name in languages]
    return frozenset(form for entry in entries for form in (entry.one, entry.many))


def _counted(figure: str, language: Language) -> str:
    qualities = read_table("claims/common")["qualities"].get(figure, [])
    between = rf"(?:(?:{_any(qualities)}) )?" if qualities else ""
    noun = rf"(?P<{figure}_noun>{_any(forms(figure, language))})(?!\w)"
    return rf"(?P<{figure}>(?P<{figure}_number>{numeral(language)}) {between}{noun})"


def numeral(language: Language) -> str:
    """Return what a number looks like, in words or figures."""
    return f"{_any(read_table(f'claims/{language}')['numbers'])}|{_FIGURES}"


def number_of(written: str, language: Language) -> int:
    """Return the number that words or figures say."""
    word: int | None = read_table(f"claims/{language}")["numbers"].get(written.casefold())
    return int("".join(written.split())) if word is None else word


def _escaped(name: str) -> str:
    return " ".join(map(re.escape, name.split()))


def _spaced(pattern: str) -> str:
    """Let a space of a pattern be any space."""
    return pattern.replace(" ", r"\s+")


def _any(patterns: Iterable[str]) -> str:
    """Return an alternation, the longest first."""
    return "|".join(sorted(dict.fromkeys(patterns), key=lambda text: (-len(text), text)))
