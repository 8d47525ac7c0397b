"""Personal numbers and addresses in a text: where they stand, never what they are.

Sources: Skatteetaten, «Fødselsnummer» and «D-nummer» (a D-number has 4 added to its first figure, a
help number of the health services to its third; test data have 8 added there, and are nobody's);
Nasjonal kommunikasjonsmyndighet, the Norwegian numbering plan (telephone numbers of eight figures,
from 2; mobile ones from 4 and 9; 800 and 815 are services).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, TypeAlias

from arsrapport.language.tables import read_table

Span: TypeAlias = tuple[int, int]
"""From the first character up to the last, exclusive."""

_S: Final = r"(?:[ \u00a0\u2009\u202f]|\n[ \t>]{0,20})"
"""One space, or where a line was broken at one."""
_NO_WORD_BEFORE: Final = r"(?<![^\W_])(?<![^\W_]_)(?<![^\W_]__)"
_NO_WORD_AFTER: Final = r"(?!_{0,2}[^\W_])"
"""Underscores stress words in Markdown; between two of these they are a part of a name."""
_BEFORE: Final = rf"{_NO_WORD_BEFORE}(?<![0-9][.,:/\N{{EN DASH}}-])"
_AFTER: Final = rf"{_NO_WORD_AFTER}(?![.,:/\N{{EN DASH}}-][0-9])"
_ALONE: Final = rf"{_BEFORE}(?<![0-9][ \u00a0\u2009\u202f])"
_LAST: Final = rf"{_AFTER}(?!{_S}[0-9])"

_MAYBE_EIGHT: Final = re.compile(r"[0-9](?:[\s\u00a0.>()]{0,22}[0-9]){7}")
_MAYBE_ELEVEN: Final = re.compile(r"[0-9](?:[\s\u00a0.>-]{0,22}[0-9]){10}")
"""Few texts have as many figures in a row; the rest need no closer look."""

_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\"]+", re.IGNORECASE)

_IDENTITY: Final = re.compile(
    rf"{_BEFORE}(?:[0-9]{{6}}|[0-9]{{2}}(?P<sep>[ .])[0-9]{{2}}(?P=sep)[0-9]{{2}})"
    rf"(?:{_S}|-)?[0-9]{{3}}{_S}?[0-9]{{2}}{_AFTER}"
)
_LETTERS: Final = "A-Za-zÆØÅæøå"
_MAIL: Final = re.compile(
    rf"(?<![^\W_])(?P<name>[^\W_][-\w.+%]{{0,63}})@(?:[\w-]{{1,63}}\.){{1,8}}"
    rf"[{_LETTERS}]{{2,24}}{_NO_WORD_AFTER}(?!-)"
)
_ACCOUNTS: Final = (
    re.compile(rf"{_NO_WORD_BEFORE}NO[0-9]{{2}}(?:{_S}?[0-9]){{11}}{_AFTER}"),
    re.compile(rf"{_ALONE}[0-9]{{4}}(?:\.|{_S})[0-9]{{2}}(?:\.|{_S})[0-9]{{5}}{_LAST}"),
    re.compile(rf"{_BEFORE}[0-9]{{11}}{_AFTER}"),
)
_POSTGIRO: Final = "0000"
"""The bank of an account whose own number has but seven figures: too little to be sure by."""

_PAIRS: Final = rf"[2-9][0-9](?:{_S}[0-9]{{2}}){{3}}"
_TRIPLES: Final = rf"[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{3}}"
_EIGHT: Final = (
    rf"(?:{_PAIRS}|[2-9]{_TRIPLES}|[2-9][0-9]{{7}}|[2-9][0-9]{{3}}{_S}[0-9]{{4}}"
    r"|[2-9][0-9](?:\.[0-9]{2}){3})"
)
_NORWAY: Final = r"(?:\((?:\+|00)47\)|(?:\+|00)47)"


def without_links(text: str) -> str:
    """Return a text, as long as it was, with blanks for addresses of the web."""
    return _URL.sub(lambda found: "\0" * len(found[0]), text)


# --- identity numbers -----------------------------------------------------------------------


def identity_numbers(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where numbers of persons stand, each with its kind."""
    for found in _IDENTITY.finditer(text) if _MAYBE_ELEVEN.search(text) else ():
        kind = _kind_of(_figures(found[0]))
        if kind:
            yield found.span(), kind


def _kind_of(figures: str) -> str:
    """Return the kind of a person's number; "" for what is none.

    Not by `fodselsnummer.validate`, which reads the clock.
    """
    from stdnum.exceptions import ValidationError  # noqa: PLC0415 - start-up
    from stdnum.no import fodselsnummer  # noqa: PLC0415 - start-up

    checks = fodselsnummer.calc_check_digit1(figures) + fodselsnummer.calc_check_digit2(figures)
    if figures[-2:] != checks:
        return ""
    try:
        fodselsnummer.get_birth_date(figures)
    except ValidationError:
        return ""
    if figures[0] > "3":
        return "d-number"
    return "help-number" if figures[2] > "1" else "identity-number"


def _figures(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


# --- accounts -------------------------------------------------------------------------------


def bank_accounts(text: str) -> Iterator[Span]:
    """Yield where Norwegian bank accounts stand; what is a person's number is none."""
    if not _MAYBE_ELEVEN.search(text):
        return
    found = (match.span() for pattern in _ACCOUNTS for match in pattern.finditer(text))
    for start, end in _outermost(found):
        figures = _figures(text[start:end])[-11:]
        if not figures.startswith(_POSTGIRO) and _is_account(figures) and not _kind_of(figures):
            yield start, end


def _is_account(figures: str) -> bool:
    from stdnum.no import kontonr  # noqa: PLC0415 - start-up

    return kontonr.is_valid(figures)


# --- how to reach somebody ------------------------------------------------------------------


def telephone_numbers(text: str) -> Iterator[Span]:
    """Yield where telephone numbers stand."""
    if _MAYBE_EIGHT.search(text):
        found = (match.span("number") for p in _telephones() for match in p.finditer(text))
        yield from _outermost(found)


@cache
def _telephones() -> tuple[re.Pattern[str], ...]:
    """Return what they look like: with Norway's code, behind a word, or in groups of their own.

    Groups of three are how large numbers are written too, and so are no evidence.
    """
    words = "|".join(map(re.escape, read_table("privacy")["telephone"]))
    abroad = rf"\+[1-9][0-9]{{0,2}}(?:(?:{_S}|-)?[0-9]){{6,12}}"
    return (
        re.compile(rf"{_NO_WORD_BEFORE}(?<!\+)(?P<number>{_NORWAY}{_S}?{_EIGHT}){_AFTER}"),
        re.compile(
            rf"{_NO_WORD_BEFORE}(?:{words})(?!\w)[^\w\n+]{{0,6}}(?:\n[ \t>]{{0,20}})?"
            rf"(?P<number>{_EIGHT}|{abroad}){_AFTER}",
            re.IGNORECASE,
        ),
        re.compile(rf"{_ALONE}(?P<number>{_PAIRS}|[49]{_TRIPLES}){_LAST}"),
    )


def mail_addresses(text: str) -> Iterator[Span]:
    """Yield where e-mail addresses of persons stand; that of an office is meant to be known."""
    offices = frozenset(read_table("privacy")["offices"])
    if "@" not in text:
        return
    for found in _MAIL.finditer(text):
        name = found["name"].casefold()
        if name not in offices and re.split(r"[._+-]", name, maxsplit=1)[0] not in offices:
            yield found.span()


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in their order, without those that begin inside another."""
    end = 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            yield start, stop
            end = stop
