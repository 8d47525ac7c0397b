"""Presence: for which items of a meeting somebody on its lists was there."""

from collections.abc import Iterable

from arsrapport.model.archive import Participant
from arsrapport.model.order import Order


def attended(participant: Participant, order: Order) -> frozenset[int]:
    """Return the items that somebody on a list is there for; on that of apologies, away for.

    All of them, where neither `items` nor `except` says otherwise. What these name that the agenda
    does not have (AR302) is left out.

    Args:
        participant: Of a meeting.
        order: That of its agenda.

    Returns:
        The indices of the items in the agenda, counted from 0.
    """
    there = _named(participant.items, order) if participant.items else frozenset(range(order.size))
    return there - _named(participant.away, order)


def is_certain(participant: Participant, order: Order) -> bool:
    """Say whether the agenda has all the items that are named with somebody on a list."""
    return all(order.named(written) for written in (*participant.items, *participant.away))


def _named(texts: Iterable[str], order: Order) -> frozenset[int]:
    return frozenset(index for written in texts for index in order.named(written))
