"""Where each key and value of a YAML file stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from arsrapport.source.place import Place


class Positions(Struct, frozen=True):
    """An immutable tree with the shape of the data: keys of a mapping, indices of a list."""

    value: Place
    key: Place | None = None
    """Of the key that leads here; None at the root and in lists."""
    children: Mapping[str | int, Positions] = field(default_factory=dict)

    def at(self, *route: str | int) -> Positions | None:
        """Return what stands at a route; None where nothing does."""
        node: Positions | None = self
        for step in route:
            node = node.children.get(step) if node else None
        return node

    def closest(self, route: Sequence[str | int], *, key: bool = False) -> Place:
        """Return the place of what a route leads to, else of its nearest ancestor.

        With `key`, the place of the key itself, where the route ends at one.
        """
        node = self
        for step in route:
            child = node.children.get(step)
            if child is None:
                return node.key or node.value
            node = child
        return (node.key if key else None) or node.value

    def entry(self, route: Sequence[str | int], index: int) -> Place:
        """Return the place of an entry of a list, or of the one text that stands for the list."""
        place = self.closest((*route, index))
        missing = place == self.closest(route, key=True)
        return self.closest(route) if missing else place
