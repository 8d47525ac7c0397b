"""Marks of passages that stand where none can be: what they withhold must not slip out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from arsrapport.markup.reading import Reading

_NEAR_MARK: Final = re.compile(
    r"^[ \t]*:{2,}[ \t]*(internal|nn|nb|en)\b|(?<!:):{3,}[ \t]*(internal)\b",
    re.MULTILINE | re.IGNORECASE,
)
"""At the head of a line, or what withholds something within one."""
_END: Final = re.compile(r"^[ \t]*(:{3,})[ \t]*$", re.MULTILINE)
"""In code: it was meant for a passage around it, which has been closed further up."""


def judge_marks(
    content: str, offset: Callable[[int], int], reading: Reading, *, in_code: bool = False
) -> None:
    """Report words that were meant to open a passage, and in code those that close one (AR415)."""
    for mark in _NEAR_MARK.finditer(content):
        name = mark[1] or mark[2]
        reading.fault("AR415", offset(mark.start(mark.lastindex or 0)), name=name)
    for end in _END.finditer(content) if in_code else ():
        reading.fault("AR415", offset(end.start(1)), name=":::")
