"""The order of an agenda: where its items stand, and which of them a number or a range names."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from arsrapport.language.names import number_key

_DASHES: Final = re.compile("[-\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")
_LONGEST_RANGE: Final = 100
_NOTHING: Final = range(0)


class Order(Struct, frozen=True):
    """Where the items of an agenda stand, counted from 0."""

    indices: Mapping[str, int]
    """By the key of their number; of two items of one number, the first's."""
    ends: tuple[int, ...]
    """For each item the index after it, and after the sub-items that follow it (4.1 after 4)."""

    @property
    def size(self) -> int:
        """How many items there are, those without a number too."""
        return len(self.ends)

    def index(self, number: str) -> int | None:
        """Return where the item of a number stands; None when there is none."""
        return self.indices.get(number_key(number))

    def named(self, written: str) -> range:
        """Return the items that a text names; none when it names none.

        Args:
            written: What stands in `items` or `except`: `4` (with 4.1 and 4.2), `1/22`, or a range
                in the order of the agenda, `1-5`.
        """
        index = self.index(written)
        if index is not None:
            return range(index, self.ends[index])
        if len(written) > _LONGEST_RANGE:
            return _NOTHING
        for dash in _DASHES.finditer(written):
            first, last = self.index(written[: dash.start()]), self.index(written[dash.end() :])
            if first is not None and last is not None:
                return range(first, self.ends[last]) if first <= last else _NOTHING
        return _NOTHING


def order_of(numbers: Iterable[str]) -> Order:
    """Return the order of items that have these numbers; "" is one without a number."""
    keys = [number_key(number) for number in numbers]
    indices: dict[str, int] = {}
    ends = [index + 1 for index in range(len(keys))]
    above: list[int] = []
    for index, key in enumerate(keys):
        if not key:
            continue
        indices.setdefault(key, index)
        while above and not key.startswith(f"{keys[above[-1]]}."):
            above.pop()
        if above:
            ends[above[-1]] = index + 1
        above.append(index)
    for index in reversed(range(len(keys))):  # what lies below a sub-item lies below its heading
        ends[index] = max(ends[index], ends[ends[index] - 1])
    return Order(indices, tuple(ends))
