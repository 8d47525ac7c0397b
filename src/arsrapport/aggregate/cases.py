"""Cases: items that continue one another, from meeting to meeting."""

from collections.abc import Sequence

from arsrapport.language.names import number_key
from arsrapport.model.archive import Item, Meeting
from arsrapport.model.continuing import continued_item
from arsrapport.model.report import Case, Period

_Key = tuple[str, str]
"""The id of a meeting and the key of an item's number."""


def cases(meetings: Sequence[Meeting], period: Period | None = None) -> tuple[Case, ...]:
    """Return the cases of a committee, in the order of their first items.

    An item belongs to the case of the first item that it names, and the cases of the others that it
    names lead to it and end there: so each item of an agenda that is taken up again begins a case,
    and two that are treated together later stay two. What an item names that is not before it, or
    not in the files, says nothing.

    Args:
        meetings: Those that count, in order.
        period: Only cases with an item in it; None for all.
    """
    items: dict[_Key, tuple[Meeting, Item]] = {}
    first: dict[_Key, _Key] = {}
    entries: dict[_Key, list[_Key]] = {}
    for meeting in meetings:
        for item in meeting.items:
            key = (meeting.id, number_key(item.number))
            if not item.number or key in items:
                continue
            named = [continued_item(written, meeting.id) for written in item.continues]
            before = dict.fromkeys(first[name] for name in named if name in items)
            items[key] = (meeting, item)
            first[key] = next(iter(before), key)
            for begun in before or (key,):
                entries.setdefault(begun, []).append(key)
    found = (Case(tuple(map(items.__getitem__, keys))) for keys in entries.values() if keys[1:])
    return tuple(
        case
        for case in found
        if period is None or any(period.holds(meeting.first) for meeting, _ in case.items)
    )
