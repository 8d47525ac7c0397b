"""What the parts of a document have in common."""

from arsrapport.document.nodes import Block, Figure
from arsrapport.document.walk import walk
from arsrapport.language.languages import Language


def asset_paths(blocks: tuple[Block, ...], language: Language) -> tuple[str, ...]:
    """Return the tree paths of all pictures, each once, in reading order."""
    found = (
        node.asset
        for block in blocks
        for node, _ in walk(block, language)
        if isinstance(node, Figure)
    )
    return tuple(dict.fromkeys(found))
