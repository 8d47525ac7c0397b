"""What stays on one page with what follows it, alike in every format with pages."""

from typing import Final

from arsrapport.document.nodes import Block, Definitions, List, Paragraph
from arsrapport.document.plain import plain_text
from arsrapport.document.walk import walk

SHORT_LEAD: Final = 160
"""A paragraph of so many characters, about two lines, stays with the list that it leads up to."""

FEW_LINES: Final = 8
"""Definitions that take no more lines than this stay on one page."""

SHORT_LINE: Final = 60
"""How many characters of a value surely stand on a line."""


def leads(block: Block, following: Block) -> bool:
    """Say whether a block is a short paragraph that leads up to the list after it."""
    return (
        isinstance(block, Paragraph)
        and isinstance(following, List)
        and len(plain_text(block.children)) <= SHORT_LEAD
    )


def is_short(block: Definitions) -> bool:
    """Say whether terms and values take few lines: presenter and papers stay with the item."""
    values = [node for node, _ in walk(block, "nn") if isinstance(node, Paragraph)]
    lines = sum(1 + len(plain_text(value.children)) // SHORT_LINE for value in values)
    return lines <= FEW_LINES
