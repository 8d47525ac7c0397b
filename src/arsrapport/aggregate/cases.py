"""Cases: items that continue one another, from meeting to meeting."""

from collections.abc import Iterable, Sequence

from arsrapport.language.names import number_key
from arsrapport.model.archive import Meeting
from arsrapport.model.continuing import continued_item
from arsrapport.model.report import Case, Period

_Key = tuple[str, str]
"""The id of a meeting and the key of an item's number; "" for an item without one."""


def cases(meetings: Sequence[Meeting], period: Period | None = None) -> tuple[Case, ...]:
    """Return the cases of a committee, in the order of their first items.

    Two items that continue the same one are of one case, and so are two that one continues. An item
    that continues what is not in the files begins a case of its own only with another.

    Args:
        meetings: Those that count, in order.
        period: Only cases with an item in it; None for all.
    """
    items = {
        (meeting.id, number_key(item.number)): (meeting, item)
        for meeting in meetings
        for item in meeting.items
        if item.number
    }
    order = {key: index for index, key in enumerate(items)}
    groups = _joined(
        (key, before)
        for key, (meeting, item) in items.items()
        for written in item.continues
        if (before := continued_item(written, meeting.id)) in items and before != key
    )
    ordered = sorted(sorted(map(order.__getitem__, group)) for group in groups)
    listed = list(items.values())
    found = (Case(tuple(listed[index] for index in group)) for group in ordered)
    return tuple(
        case
        for case in found
        if period is None or any(period.holds(meeting.first) for meeting, _ in case.items)
    )


def _joined(pairs: Iterable[tuple[_Key, _Key]]) -> Iterable[list[_Key]]:
    """Return the groups of keys that pairs hold together."""
    above: dict[_Key, _Key] = {}
    for one, other in pairs:
        above[_top(above, one)] = _top(above, other)
    groups: dict[_Key, list[_Key]] = {}
    for key in above:
        groups.setdefault(_top(above, key), []).append(key)
    return groups.values()


def _top(above: dict[_Key, _Key], key: _Key) -> _Key:
    """Return the key that stands for a group; the way there is made shorter for the next."""
    while above.setdefault(key, key) != key:
        above[key] = above[above[key]]
        key = above[key]
    return key
