"""Addresses: what links may lead to, what references name, and where pictures lie."""

import posixpath
import re
from typing import Final
from urllib.parse import quote, unquote

SCHEMES: Final = ("meeting", "chapter", "appendix", "item", "table", "figure")
"""What a reference may name."""

_LONGEST: Final = 2000
"""Characters; what browsers and PDF readers can be trusted with."""

_LONGEST_HOST: Final = 253
"""Characters (RFC 1035, 2.3.4)."""

_AUTHORITY: Final = re.compile(r"//((?:[\w-]{1,63}\.)*[\w-]{1,63}\.?)(:[0-9]{1,5})?(?=[/?#]|$)")
"""The host of an address (RFC 3986, section 3.2), with no name or password before it."""

_MAILBOX: Final = re.compile(r"[^@?/\\]+@(?:[\w-]{1,63}\.)+[\w-]{1,63}(?=\?|$)")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT: Final = "%/?#@!$&'()*+,;=:~-._"
"""Beside letters and digits; the rest is written as percent and two digits (RFC 3986, 2.1)."""

_HIDDEN: Final = re.compile(r"%(?:2[eEfF]|5[cC]|3[aA]|25|00)")
"""A dot, slash, backslash, colon, percent or null in disguise: no file's name needs it."""


def reference_target(href: str) -> str:
    """Return the name that an address refers to (`meeting:2017-03-15`), or "" when it is none."""
    scheme, colon, name = href.partition(":")
    scheme = scheme.lower()
    if scheme not in SCHEMES or not colon or not name or not _is_plain(href):
        return ""
    return f"{scheme}:{name}"


def safe_address(href: str) -> str:
    """Return an address of http, https or mailto in ASCII, or "" when it is none or malformed.

    Nothing that a reader cannot see (control characters, spaces), no name or password, and a host
    of letters, digits and hyphens; others than ASCII are written by IDNA.
    """
    scheme, colon, rest = href.partition(":")
    scheme = scheme.lower()
    if not colon or not _is_plain(href):
        return ""
    if scheme == "mailto":
        return f"mailto:{_encoded(rest)}" if _MAILBOX.match(rest) else ""
    authority = _AUTHORITY.match(rest) if scheme in {"http", "https"} else None
    host = _ascii_host(authority[1]) if authority else ""
    if authority is None or not host:
        return ""
    return f"{scheme}://{host}{authority[2] or ''}{_encoded(rest[authority.end() :])}"


def asset_path(href: str, base: str) -> str:
    """Return the path in the tree of a picture, or "" when it can lie nowhere in the project.

    Args:
        href: As written: relative to the file, its parts parted by `/`; `%20` is a space.
        base: The tree path of the file.
    """
    if not href or _HIDDEN.search(href) or _STRAY_PERCENT.search(href):
        return ""
    try:
        path = unquote(href, errors="strict")
    except UnicodeDecodeError:
        return ""
    readable = len(path) <= _LONGEST and path.isprintable()
    if not readable or path.startswith("/") or "\\" in path or ":" in path:
        return ""
    full = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return "" if full in {".", ".."} or full.startswith(("../", "/")) else full


def _is_plain(href: str) -> bool:
    return len(href) <= _LONGEST and href.isprintable() and " " not in href


def _encoded(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_KEPT)


def _ascii_host(host: str) -> str:
    if len(host) > _LONGEST_HOST:
        return ""
    try:
        written = host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return written if _AUTHORITY.fullmatch(f"//{written}") else ""
