"""Going through a tree of nodes: which fields hold nodes, in which order, in which language."""

import operator
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, TypeVar

from msgspec.structs import replace

from arsrapport.document import nodes
from arsrapport.document.nodes import Block, Node
from arsrapport.language.languages import Language

FIELDS: Final[dict[type, tuple[str, ...]]] = {
    nodes.Text: (),
    nodes.Emphasis: ("children",),
    nodes.Strong: ("children",),
    nodes.Code: (),
    nodes.Link: ("children",),
    nodes.Reference: ("children",),
    nodes.Footnote: ("children",),
    nodes.Span: ("children",),
    nodes.Break: (),
    nodes.Hole: (),
    nodes.Section: ("title", "children"),
    nodes.Paragraph: ("children",),
    nodes.ListItem: ("children",),
    nodes.List: ("items",),
    nodes.Definition: ("term", "children"),
    nodes.Definitions: ("items",),
    nodes.Cell: ("children",),
    nodes.Table: ("caption", "head", "rows", "notes", "source"),
    nodes.Figure: ("caption", "source"),
    nodes.Quote: ("children",),
    nodes.Note: ("children",),
    nodes.Passage: ("children",),
}
"""The fields of each kind of node that hold nodes, in reading order."""

Visit: TypeAlias = Callable[[Any, Language], Any]
"""Takes a child and the language of the place where it stands; gives what is to stand there."""

N = TypeVar("N", bound=Node)


def map_children(node: N, language: Language, visit: Visit) -> N:
    """Rebuild a node with each of its direct children replaced by what `visit` gives.

    `language` is that of the place where the node stands; children get that of the node.
    A node of an unknown kind is a KeyError: the set of nodes is closed.
    """
    changes: dict[str, Any] = {}
    for field in FIELDS[type(node)]:
        if old := getattr(node, field):
            new = _map(old, language_of(node, field, language), visit)
            if new is not old:
                changes[field] = new
    return replace(node, **changes) if changes else node


def language_of(node: Node, field: str, outside: Language) -> Language:
    """Return the language in which the nodes of a field stand."""
    if isinstance(node, nodes.Section) and field == "title":
        return node.title_language or node.language or outside
    return getattr(node, "language", None) or outside


def walk(node: Node, language: Language) -> Iterator[tuple[Node, Language]]:
    """Yield a node and everything below it, in reading order, each with its language."""
    waiting: list[tuple[Any, Language]] = [(node, language)]
    while waiting:
        here, outside = waiting.pop()
        if isinstance(here, tuple):
            waiting += [(part, outside) for part in reversed(here)]
            continue
        yield here, language_of(here, "", outside)
        for field in reversed(FIELDS[type(here)]):
            if inside := getattr(here, field):
                waiting.append((inside, language_of(here, field, outside)))


def figures(document: nodes.Document) -> Iterator[nodes.Figure]:
    """Yield the pictures of a document, in reading order."""
    parts = (*document.imprint, *document.front, *document.chapters, *document.appendices)
    for part in parts:
        for node, _ in walk(part, document.language):
            if isinstance(node, nodes.Figure):
                yield node


def deeper(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with every heading in them one level down, however deep it stands."""

    def visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        if isinstance(node, nodes.Section):
            node = replace(node, level=node.level + 1)
        return map_children(node, language, visit)

    return tuple(visit(block, "nn") for block in blocks)


def _map(value: Any, language: Language, visit: Visit) -> Any:  # noqa: ANN401 - nested tuples
    if not isinstance(value, tuple):
        return visit(value, language)
    new = [_map(part, language, visit) for part in value]
    # What did not change stays the same object, so that nothing above it is rebuilt.
    return value if all(map(operator.is_, new, value)) else tuple(new)
