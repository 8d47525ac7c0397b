"""Presenters and chairs: who did something at a meeting, and was not there."""

import re
from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.brackets import belongs_to
from arsrapport.language.names import split_organisation
from arsrapport.model.archive import Organisation, Person, Presenter
from arsrapport.model.presence import attended, is_certain
from arsrapport.rules.people.sitting import SAME_LIMIT, Sitting
from arsrapport.rules.within import within

_SEVERAL: Final = re.compile(r"[,;/&+]|\b(?:og|and)\b")
"""In a text that names more than one, or more than a name."""


def not_present(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR312: a presenter who is somebody, and not on the list of those present.

    The evidence is that she is known: by a mandate, the register, the list of apologies, or an
    organisation written with her. Nothing is told of what was postponed or withdrawn, nor where
    somebody present may be meant.
    """
    if not (sitting.lists_people and sitting.subject.is_whole):
        return
    for _, presenter in _presenters(sitting):
        if sitting.find(presenter.name, "present") or not _is_somebody(sitting, presenter):
            continue
        if _may_be_there(sitting, presenter.name, presenter.organisation):
            continue
        place = presenter.place or sitting.meeting.place
        named = within(place, presenter.name, sitting.subject.texts)
        yield fault("AR312", named, name=presenter.name)


def not_for_that_item(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR313: a presenter who was there, but not for that item."""
    for index, presenter in _presenters(sitting):
        found = sitting.find(presenter.name, "present")[:SAME_LIMIT]
        if not found or not all(is_certain(listed.entry, sitting.order) for listed in found):
            continue
        item = sitting.meeting.items[index]
        if item.is_heading or any(
            index in attended(listed.entry, sitting.order) for listed in found
        ):
            continue
        place = presenter.place or sitting.meeting.place
        named = within(place, presenter.name, sitting.subject.texts)
        yield fault("AR313", named, name=presenter.name, item=item.number or item.title)


def chair_not_present(sitting: Sitting) -> Iterator[Diagnostic]:
    """AR317: who chaired the meeting is not among those present."""
    if not (sitting.lists_people and sitting.subject.is_whole):
        return
    at = sitting.meeting.positions
    for count, text in enumerate(sitting.meeting.chair):
        name, written = split_organisation(text)
        if sitting.find(name, "present") or sitting.people.is_organisation(text):
            continue
        organisation = sitting.people.organisation(written)
        if not _SEVERAL.search(name) and not _may_be_there(sitting, name, organisation):
            place = within(at.entry(("chair",), count), name, sitting.subject.texts)
            yield fault("AR317", place, name=name)


def _presenters(sitting: Sitting) -> Iterator[tuple[int, Presenter]]:
    """Yield those who presented an item that was treated, with its index: people as they seem."""
    for index, item in enumerate(sitting.meeting.items):
        if item.outcome is None:
            for presenter in item.presenters:
                if not _is_organisation(sitting, presenter):
                    yield index, presenter


def _is_organisation(sitting: Sitting, presenter: Presenter) -> bool:
    return not presenter.written_organisation and sitting.people.is_organisation(presenter.name)


def _is_somebody(sitting: Sitting, presenter: Presenter) -> bool:
    """Say whether a presenter is known to be a person."""
    if _SEVERAL.search(presenter.name):
        return False
    is_known = any(isinstance(who, Person) for who in sitting.people.meant(presenter.name))
    written = presenter.written_organisation
    has_organisation = bool(written) and not belongs_to(written)
    return is_known or has_organisation or bool(sitting.find(presenter.name, "apologies"))


def _may_be_there(sitting: Sitting, name: str, organisation: Organisation | None) -> bool:
    """Say whether somebody on the list may be meant: by another spelling, or unnamed.

    An organisation that stands alone on the list was there with somebody.
    """
    alone = (e.organisation for e in sitting.meeting.present or () if e.person is None)
    return (organisation is not None and organisation in alone) or sitting.may_find(name, "present")
