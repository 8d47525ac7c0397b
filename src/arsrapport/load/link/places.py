"""Places of values that may be written in two ways."""

from collections.abc import Sequence

from arsrapport.source.place import Place
from arsrapport.source.positions import Positions


def entry_place(positions: Positions, route: Sequence[str | int], index: int) -> Place:
    """Return the place of an entry of a list, or of the one text that stands for the list."""
    place = positions.closest((*route, index))
    missing = place == positions.closest(route, key=True)
    return positions.closest(route) if missing else place
