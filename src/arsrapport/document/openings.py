"""References that begin a sentence: *Kapittel 4 handlar om …*, but *… i kapittel 4*."""

from msgspec.structs import replace

from arsrapport.document.nodes import Inline, Reference, Text
from arsrapport.document.plain import plain_text
from arsrapport.language.openings import capitalised, opens_sentence

_TAIL = 30
"""Characters before a reference that tell whether a sentence ended there."""


def with_capitals(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a paragraph's nodes, numbered, with a capital in references that open a sentence.

    An author's own words stay as they are, and so does a paragraph that is no sentence: a date in a
    list, *sak 2* alone.
    """
    if not any(_is_computed(child) for child in children) or not _is_sentence(children):
        return children
    made: list[Inline] = []
    before = ""
    for child in children:
        opens = _is_computed(child) and opens_sentence(before)
        made.append(_capital(child) if opens else child)
        before = (before + plain_text((child,)))[-_TAIL:]
    return tuple(made)


def _is_computed(node: Inline) -> bool:
    """Say whether the words of a node are the tool's: these have no place in a file."""
    if not isinstance(node, Reference) or len(node.children) != 1:
        return False
    words = node.children[0]
    return isinstance(words, Text) and words.place is None


def _is_sentence(children: tuple[Inline, ...]) -> bool:
    return plain_text(children).rstrip(" \n\"'»”’)]")[-1:] in {".", "!", "?", "…", ":"}


def _capital(node: Inline) -> Inline:
    if not isinstance(node, Reference):
        return node
    words = capitalised(plain_text(node.children))
    return replace(node, children=(Text(words),))
