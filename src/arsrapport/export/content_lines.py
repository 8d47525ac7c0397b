"""The lines of an iCalendar file (RFC 5545): escaped, folded, ended."""

from typing import Final

from arsrapport.source.characters import CONTROL

LIMIT: Final = 75
"""Octets in a line, its end not counted (RFC 5545, section 3.1)."""

_TOP_BITS: Final = 0b1100_0000
_CONTINUES: Final = 0b1000_0000


def content_line(name: str, value: str) -> bytes:
    """Return a property as one line of the file, folded where it is too long.

    It is folded by octets and never within a character: a reader may take each line for UTF-8.
    """
    data = f"{name}:{value}".encode()
    pieces: list[bytes] = []
    begin = 0
    while begin < len(data):
        end = begin + LIMIT - bool(pieces)  # the space that continues a line is one of its octets
        while end < len(data) and _is_inside(data[end]):
            end -= 1
        pieces.append(data[begin:end])
        begin = end
    return b"\r\n ".join(pieces) + b"\r\n"


def escaped(text: str) -> str:
    """Return a text as a value of type TEXT (section 3.3.11), without control characters."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return CONTROL.sub("", text).replace("\n", "\\n")


def _is_inside(octet: int) -> bool:
    """Say whether an octet continues a character of UTF-8 (10xxxxxx)."""
    return octet & _TOP_BITS == _CONTINUES
