"""The ids of actions: those that were decided, and what another was meant for."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics.nearest import nearest
from arsrapport.model.archive import Committee
from arsrapport.model.follow_ups import actions_of, id_key

_SUGGESTIONS: Final = 10
"""Ids for which the nearest is looked for; the search is not cheap."""

_NEIGHBOURS: Final = 50
"""Ids before and after in their order that it is looked for among."""

_FIGURES: Final = re.compile(r"0*(\d+)")


class Decided(Struct, frozen=True):
    """An action that somebody decided, by its id as written and the meeting's first day."""

    id: str
    day: date


def decided_actions(committee: Committee) -> dict[str, Decided]:
    """Return the actions that have an id, by its key; of several the first."""
    decided: dict[str, Decided] = {}
    for meeting in committee.meetings:
        for _, outcome in actions_of(meeting):
            if outcome.id:
                decided.setdefault(id_key(outcome.id), Decided(outcome.id, meeting.first))
    return decided


class Ids:
    """The ids of actions, for another that is nearly one of them."""

    def __init__(self, decided: Mapping[str, Decided]) -> None:
        self._decided = decided
        self._sorted = sorted(decided)
        self._alike = {_plain(key): key for key in reversed(self._sorted)}
        self._left = _SUGGESTIONS

    def nearest(self, id_: str) -> str:
        """Return the id that was most likely meant; "" when none is near, or often asked."""
        key = id_key(id_)
        alike = self._alike.get(_plain(key))
        if alike is not None:
            return self._decided[alike].id
        if not self._left:
            return ""
        self._left -= 1
        at = bisect_left(self._sorted, key)
        beside = self._sorted[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS]
        return nearest(id_, (self._decided[other].id for other in beside))


def _plain(key: str) -> str:
    """Return what *K17-01*, *K17-1* and *k 17/1* have in common."""
    return re.sub(r"[\W_]+", "-", _FIGURES.sub(r"-\1-", key)).strip("-")
