"""Decisions: the register of what was decided and concluded in a period."""

from collections.abc import Iterable, Iterator

from arsrapport.model.archive import Item, Meeting, Outcome
from arsrapport.model.follow_ups import id_key
from arsrapport.model.report import DecisionRow
from arsrapport.source.place import Place


def decision_rows(
    meetings: Iterable[Meeting], committee: Iterable[Meeting]
) -> tuple[DecisionRow, ...]:
    """Return the decisions and conclusions of a period, each with what it supersedes.

    Args:
        meetings: Of the period, in order.
        committee: All meetings of the committee that count: what supersedes a decision may come
            after the period.
    """
    later: dict[str, list[str]] = {}
    places: dict[str, list[Place]] = {}
    for meeting, item, outcome in _decided(committee):
        for name in outcome.supersedes:
            later.setdefault(id_key(name), []).append(_name(meeting, item, outcome))
            places.setdefault(id_key(name), []).append(outcome.place or item.place)
    return tuple(
        DecisionRow(
            meeting=meeting,
            item=item,
            outcome=outcome,
            supersedes=outcome.supersedes,
            later=tuple(places.get(id_key(outcome.id), ())),
            superseded_by=tuple(dict.fromkeys(later.get(id_key(outcome.id), ()))),
        )
        for meeting, item, outcome in _decided(meetings)
    )


def _decided(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Item, Outcome]]:
    for meeting in meetings:
        for item in meeting.items:
            for outcome in item.outcomes:
                if outcome.kind != "action":
                    yield meeting, item, outcome


def _name(meeting: Meeting, item: Item, outcome: Outcome) -> str:
    """Return the id of a decision; of one without, its item: `2021-03-10/2`."""
    return outcome.id or (f"{meeting.id}/{item.number}" if item.number else meeting.id)
