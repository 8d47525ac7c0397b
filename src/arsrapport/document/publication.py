"""What a publication has beside its title page: numbers, a licence, subjects."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec import Struct

_CC: Final = "https://creativecommons.org/"
_NLOD: Final = "https://data.norge.no/nlod/no/"

LICENCES: Final = {
    "CC0-1.0": ("CC0 1.0", f"{_CC}publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("CC BY 4.0", f"{_CC}licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", f"{_CC}licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", f"{_CC}licenses/by-nc/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", f"{_CC}licenses/by-nc-sa/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", f"{_CC}licenses/by-nd/4.0/"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", f"{_CC}licenses/by-nc-nd/4.0/"),
    "NLOD-1.0": ("NLOD 1.0", f"{_NLOD}1.0"),
    "NLOD-2.0": ("NLOD 2.0", f"{_NLOD}2.0"),
}
"""Licences of texts and data by their SPDX identifiers: what they are called, and where they lie.
Another is given by its address."""

_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9/._~%+=?&#-]{0,500})?"
)


class Licence(Struct, frozen=True):
    """On which terms others may use it."""

    name: str
    address: str


class Publication(Struct, frozen=True):
    """What the title page does not tell."""

    isbn: str = ""
    issn: str = ""
    published: date | None = None
    licence: Licence | None = None
    subjects: tuple[str, ...] = ()


def licence_of(written: str) -> Licence | None:
    """Return the licence of an SPDX identifier, whatever its capitals, or of an address."""
    known = {identifier.casefold(): licence for identifier, licence in LICENCES.items()}
    if found := known.get(written.casefold()):
        return Licence(*found)
    return Licence(written, written) if _ADDRESS.fullmatch(written) else None
