"""Continuations: items that go on from an item which is nowhere."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.language.names import number_key
from arsrapport.model.continuing import continued_item
from arsrapport.rules.subject import Rule, Subject

_DAY: Final = len("2021-03-10")
_SUGGESTIONS: Final = 10
"""Items for which the nearest is looked for; the search is not cheap."""
_NEIGHBOURS: Final = 50
"""Meetings before and after that it is looked for among."""


def lost_continuations(subject: Subject) -> Iterator[Diagnostic]:
    """AR427: an item continues one that is nowhere: its meeting has none such, or is not there.

    Not told while a file is broken, nor of a meeting before all those in the project.
    """
    if not subject.is_whole:
        return
    items = {
        meeting.id: {number_key(item.number): item.number for item in meeting.items if item.number}
        for meeting in subject.committee.meetings
    }
    first, left = min(items, default="")[:_DAY], _SUGGESTIONS
    for meeting in subject.committee.meetings:
        for index, item in enumerate(meeting.items):
            for entry, written in enumerate(item.continues):
                id_, key = continued_item(written, meeting.id)
                if key in items.get(id_, ()) or id_[:_DAY] < first:
                    continue
                near, left = (_nearest(id_, key, items) if left else ""), max(left - 1, 0)
                place = meeting.positions.entry(("agenda", index, "continues"), entry)
                yield fault("AR427", place, written=written, nearest=near)


def _nearest(id_: str, key: str, items: Mapping[str, Mapping[str, str]]) -> str:
    """Return the item of that number in the meeting most likely meant; "" when none is near."""
    if id_ in items:
        return ""
    ids = sorted(items)
    at = bisect_left(ids, id_)
    beside = (other for other in ids[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS])
    found = nearest(id_, (other for other in beside if key in items[other]))
    return f"{found}/{items[found][key]}" if found else ""


RULES: Final[tuple[Rule, ...]] = (lost_continuations,)
