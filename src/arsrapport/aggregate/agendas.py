"""Agenda lists: what a report lists of each meeting."""

from arsrapport.language.languages import Language
from arsrapport.model.archive import Item, Meeting
from arsrapport.model.report import AgendaLine, AgendaList


def agenda_list(meeting: Meeting, language: Language) -> AgendaList:
    """Return the lines of a meeting's agenda: no closing items, sub-items in their order.

    `language` is the report's, in which `listed_as` is written.
    """
    return AgendaList(
        meeting, tuple(_line(item, language) for item in meeting.items if item.kind != "closing")
    )


def is_treated(item: Item) -> bool:
    """Say whether an item counts as treated.

    The heading of sub-items, what was postponed or withdrawn, and the closing of the meeting do
    not.
    """
    return not item.is_heading and item.outcome is None and item.kind != "closing"


def _line(item: Item, language: Language) -> AgendaLine:
    organisations = dict.fromkeys(
        presenter.organisation.listed
        for presenter in item.presenters
        if presenter.organisation is not None
    )
    return AgendaLine(
        organisations=tuple(organisations),
        title=item.listed_as or item.title,
        language=language if item.listed_as else item.language,
        item=item,
        places=(item.place, *(p.place for p in item.presenters if p.place is not None)),
    )
