"""Passages: the lines of a file that are withheld."""

import re
from typing import Final

from arsrapport.markup.blocks import TEXT_LIMIT
from arsrapport.markup.parser import internal_maps, parse_tokens
from arsrapport.source.characters import CONTROL

FRONT: Final = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
"""The front matter of a file, up to its body."""


def internal_lines(text: str) -> tuple[range, ...]:
    """Return the lines of each passage `::: internal`, its marks among them.

    Args:
        text: Of a Markdown file, with its front matter if it has any. Of one that is too long all
            lines count.
    """
    if "internal" not in text.casefold():
        return ()
    if len(text) > TEXT_LIMIT:
        return (range(1, len(text) + 2),)
    front = FRONT.match(text)
    above = text[: front.end()].count("\n") if front else 0
    body = text[front.end() :] if front else text
    tokens, _ = parse_tokens(f"{CONTROL.sub(' ', body)}\n")
    return tuple(
        range(above + lines.start + 1, above + lines.stop + 1) for lines in internal_maps(tokens)
    )
