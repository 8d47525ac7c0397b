"""Blocks of Markdown as chunks of text: what stands between them, before them and around them.

A chunk is a block without the empty lines around it. Running text is escaped so that it never
begins as any other block does; so a chunk tells by its beginning what it is.
"""

import re
from itertools import pairwise
from typing import Final

from arsrapport.language.languages import TAGS, Language

FILLER: Final = "<!-- -->"
"""What parts two lists, and stands in an item that would else be empty."""

_LISTS: Final = (re.compile(r"- "), re.compile(r"\d{1,9}\. "))
_BLOCK: Final = re.compile(r"- |\d{1,9}\. |[>|]|#+ |</?div|<!--|---$")


def stack(chunks: list[str], *, close: bool = False) -> str:
    """Return chunks with what must stand between them.

    Args:
        chunks: In order.
        close: Whether a list stands close to the words that lead up to it.
    """
    parts = chunks[:1]
    for before, chunk in pairwise(chunks):
        if close and chunk.startswith("- ") and is_text(before):
            parts.append("\n")
        elif any(kind.match(before) and kind.match(chunk) for kind in _LISTS):
            parts.append(f"\n\n{FILLER}\n\n")  # else two lists would become one
        else:
            parts.append("\n\n")
        parts.append(chunk)
    return "".join(parts)


def is_text(chunk: str) -> bool:
    """Say whether a chunk is running text."""
    return not _BLOCK.match(chunk)


def in_language(chunks: list[str], own: Language, outside: Language | None) -> list[str]:
    """Return chunks with a mark of their language where it is not that of the place."""
    if own == outside or not chunks:
        return chunks
    return [f'<div lang="{TAGS[own]}">', *chunks, "</div>"]


def list_item(marker: str, chunks: list[str]) -> str:
    """Return chunks as an item of a list, set in as far as its marker is wide."""
    indent = "\n" + " " * len(marker)
    text = stack(chunks, close=True) or FILLER
    return marker + text.replace("\n", indent).replace(f"{indent}\n", "\n\n")


def list_of(items: list[str]) -> list[str]:
    """Return items as one chunk, close together unless one of them has several paragraphs."""
    glue = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return [glue.join(items)] if items else []


def quoted(chunks: list[str]) -> list[str]:
    """Return chunks as one quote."""
    text = stack(chunks).replace("\n", "\n> ").replace("> \n", ">\n")
    return [f"> {text}"] if chunks else []
