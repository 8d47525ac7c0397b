r"""A style sheet of the project's own: that it loads nothing, and stays within its element.

The page forbids loading by itself too (its Content-Security-Policy); here the author is told. It is
read as CSS Syntax Level 3 does: comments, strings, and names in which any letter may be written as
an escape (`\75rl(…)` is an address as well).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal, TypeAlias

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.parse.lines import lines_of

Refused: TypeAlias = Literal["address", "import", "end", "length"]
"""What a style sheet may not have."""

LENGTH_LIMIT: Final = 200_000
"""Characters; a hundred times the tool's own."""

_FAULTS: Final = 20

_NAME: Final = r"(?:[A-Za-z0-9_\-]|[^\x00-\x7f]|\\[0-9A-Fa-f]{1,6}[ \t\n]?|\\[^\n0-9A-Fa-f])+"
_TOKEN: Final = re.compile(
    rf"""/\*(?:[^*]|\*(?!/))*(?:\*/)?
    |"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?
    |(?P<at>@{_NAME})
    |(?P<name>{_NAME})(?P<call>\(\s*)?
    """,
    re.DOTALL | re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\n]?|(.))", re.DOTALL)
_END_OF_ADDRESS: Final = re.compile(r"(?:[^)\\]|\\.)*\)?", re.DOTALL)
_ADDRESSES: Final = frozenset({"url", "src"})
_PICTURES: Final = frozenset(
    {"image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"}
)
"""Functions in which a bare string is an address."""
_OWN: Final = re.compile("[\"']?(?:data:|#)", re.IGNORECASE)


def judge_style(text: str, path: str) -> tuple[Diagnostic, ...]:
    """Return AR908 for all that a style sheet may not have."""
    lines = lines_of(text, path)
    if len(text) > LENGTH_LIMIT:
        return (fault("AR908", lines.place(0), what="length"),)
    # What ends the element ends it in a comment and in a string too.
    ends = (("end", *end.span()) for end in re.finditer("</", text))
    refused = (*islice(_refused(text), _FAULTS), *islice(ends, _FAULTS))
    return tuple(fault("AR908", lines.place(start, end), what=what) for what, start, end in refused)


def _refused(text: str) -> Iterator[tuple[Refused, int, int]]:
    position = 0
    while token := _TOKEN.search(text, position):
        start, position = token.start(), token.end()
        if token["at"] and _unescaped(token["at"]).lower() == "@import":
            yield "import", start, position
        elif token["call"]:
            name = _unescaped(token["name"]).lower()
            if name in _PICTURES:
                yield "address", start, position
            elif name in _ADDRESSES:
                is_own = _OWN.match(text, position)
                if not text.startswith(('"', "'"), position):
                    position = _end(text, position)
                if not is_own:
                    yield "address", start, position


def _end(text: str, position: int) -> int:
    """Return where an address ends that does not stand in quotation marks."""
    found = _END_OF_ADDRESS.match(text, position)
    return found.end() if found else position


def _unescaped(name: str) -> str:
    def letter(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else 0
        return (chr(code) if code < 0x110000 else "") if found[1] else found[2]  # noqa: PLR2004 - Unicode ends there

    return _ESCAPE.sub(letter, name)
