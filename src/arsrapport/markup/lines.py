"""Words and line breaks: cutting texts, and joining those that the lines of a source part."""

from typing import Any

from msgspec.structs import replace

from arsrapport.document.nodes import Block, Node, Text
from arsrapport.document.walk import FIELDS, map_children
from arsrapport.language.languages import Language


def unwrap(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with each line break of their source, a Text of one line feed, as a space.

    Words on both sides of one become one Text, at the place where it begins.
    """
    return tuple(_unwrap(block, "nn") for block in blocks)


def _unwrap(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
    if isinstance(node, Text):
        return replace(node, value=node.value.replace("\n", " ")) if "\n" in node.value else node
    unwrapped: Node = map_children(node, language, _unwrap)
    changes: dict[str, Any] = {
        field: merged
        for field in FIELDS[type(node)]
        if (merged := _merged(getattr(unwrapped, field))) is not None
    }
    return replace(unwrapped, **changes) if changes else unwrapped


def _merged(nodes: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return nodes with each run of texts as one, None when there is no such run."""
    merged: list[Any] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = joined(last, node)
        else:
            merged.append(node)
    return tuple(merged) if len(merged) < len(nodes) else None


def joined(first: Text, second: Text) -> Text:
    """Return two texts as one, at the place where it begins."""
    length = len(first.value)
    pieces = tuple((length + index, place) for index, place in second.pieces)
    place = first.place or second.place
    return Text(first.value + second.value, place, (*first.pieces, *pieces))


def text_after(text: Text, length: int) -> tuple[Text, ...]:
    """Return a text without its first characters, or nothing when none are left."""
    if len(text.value) <= length:
        return ()
    place = text.place and replace(text.place, column=text.place.column + length)
    pieces = tuple((index - length, at) for index, at in text.pieces if index >= length)
    return (Text(text.value[length:], place, pieces),)
