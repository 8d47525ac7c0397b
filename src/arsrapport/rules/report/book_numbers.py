"""ISBN and ISSN: the numbers in a text that are none."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

_DASHES: Final = r"\N{HYPHEN}-\N{HORIZONTAL BAR}-"
_RUN: Final = re.compile(
    rf"(?<![\w{_DASHES}])[0-9](?:[\s{_DASHES}]{{0,3}}[0-9])*(?:[\s{_DASHES}]?[Xx])?(?!\w)"
)
_PART: Final = re.compile(r"\S+")
_NAME: Final = re.compile(r"ISBN[ -]?1[03]", re.IGNORECASE)
_ISSN: Final = re.compile(r"(?<!\w)ISSN(?!\w)[^0-9]{0,20}", re.IGNORECASE)
_PREFIXES: Final = ("978", "979")
_CHECKS: Final = "0123456789X"


class Wrong(Struct, frozen=True):
    """A number that is none, where it stands in a text."""

    start: int
    end: int
    value: str
    right: str
    """The check digit that would make it one; "" when that alone does not."""


def wrong_isbns(text: str) -> Iterator[Wrong]:
    """Yield what is given as an ISBN of 13 or 10 figures, and is none."""
    named = _NAME.sub(lambda found: " " * len(found[0]), text)
    for start, end in _numbers(named, (10, 13), least=9):
        yield from _judge(text, start, end, _is_isbn)


def wrong_issns(text: str) -> Iterator[Wrong]:
    """Yield what is given as an ISSN, and is none."""
    for start, end in _numbers(text, (8,), least=7):
        yield from _judge(text, start, end, _is_issn)


def wrong_issns_named(text: str) -> Iterator[Wrong]:
    """Yield the same for a text about other things: only behind the word itself."""
    for name in _ISSN.finditer(text):
        for start, end in list(_numbers(text[name.end() :], (8,), least=7))[:1]:
            yield from _judge(text, name.end() + start, name.end() + end, _is_issn)


def _numbers(text: str, lengths: tuple[int, ...], least: int) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand; what is far too short is one only where it stands alone."""
    for run in _RUN.finditer(text):
        parts = [
            (run.start() + part.start(), run.start() + part.end())
            for part in _PART.finditer(run[0])
        ]
        if not any(_size(text[slice(*part)]) in lengths for part in parts):
            parts = [run.span()]
        for start, end in parts:
            if _size(text[start:end]) >= least or text.strip() == text[start:end]:
                yield start, end


def _size(number: str) -> int:
    return sum(sign.isalnum() for sign in number)


def _judge(text: str, start: int, end: int, is_one: Callable[[str], bool]) -> Iterator[Wrong]:
    value = text[start:end]
    if not is_one(value):
        fitting = (check for check in _CHECKS if is_one(value[:-1] + check))
        yield Wrong(start, end, value, next(fitting, ""))


def _is_isbn(number: str) -> bool:
    from stdnum import isbn  # noqa: PLC0415 - start-up

    return _size(number) != 9 and isbn.is_valid(number)  # noqa: PLR2004 - stdnum takes an SBN too


def _is_issn(number: str) -> bool:
    from stdnum import issn  # noqa: PLC0415 - start-up

    return issn.is_valid(number)
