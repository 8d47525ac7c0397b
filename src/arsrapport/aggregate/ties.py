"""Ties: what stands elsewhere and tells what a withheld item is about, or whom it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeAlias

from msgspec.structs import replace

from arsrapport.language.names import number_key
from arsrapport.model.archive import Committee, Item, Meeting, Participant
from arsrapport.model.continuing import continued_item
from arsrapport.model.order import Order, order_of

_Items: TypeAlias = Collection[tuple[str, str]]
"""The id of a meeting and the key of an item's number, of each that is withheld."""


def without_ties(committee: Committee) -> Iterator[Meeting]:
    """Yield the meetings of a committee without what ties something public to withheld items.

    No case leads to such an item or on from it. Guests who were there for such items alone are on
    no list, and the lists name no such item with the others. Who has a mandate, stands in for
    somebody or is there for an organisation with a seat is no guest.
    """
    withheld = {
        (meeting.id, number_key(item.number))
        for meeting in committee.meetings
        for item in meeting.items
        if item.withheld
    }
    for meeting in committee.meetings:
        if not withheld:
            yield meeting
            continue
        items = tuple(_item(item, meeting, withheld) for item in meeting.items)
        yield replace(meeting, items=items, present=_present(meeting, committee))


def _item(item: Item, meeting: Meeting, withheld: _Items) -> Item:
    named = () if item.withheld else item.continues
    kept = tuple(each for each in named if continued_item(each, meeting.id) not in withheld)
    return item if kept == item.continues else replace(item, continues=kept)


def _present(meeting: Meeting, committee: Committee) -> tuple[Participant, ...] | None:
    hidden = {index for index, item in enumerate(meeting.items) if item.withheld}
    if meeting.present is None or not hidden:
        return meeting.present
    order = order_of(item.number for item in meeting.items)
    found = []
    for one in meeting.present:
        guest = bool(one.items) and _is_guest(one, meeting, committee)
        items = _public(one.items, order, hidden) if guest else one.items
        if items or not guest:
            found.append(replace(one, items=items))
    return tuple(found)


def _public(written: tuple[str, ...], order: Order, hidden: Collection[int]) -> tuple[str, ...]:
    """Return what names an item that is not withheld, alone or among others."""
    return tuple(each for each in written if any(i not in hidden for i in order.named(each)))


def _is_guest(one: Participant, meeting: Meeting, committee: Committee) -> bool:
    day = meeting.first
    has_mandate = any(m.person == one.person and m.term.holds(day) for m in committee.mandates)
    has_seat = any(
        s.organisation == one.organisation and s.term.holds(day) for s in committee.seats
    )
    return not (has_mandate or has_seat or one.stands_in_for)
