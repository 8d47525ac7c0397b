"""Decisions and actions: their ids."""

from collections.abc import Iterator

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import Committee
from arsrapport.model.follow_ups import id_key
from arsrapport.source.place import Place


def ids_given_twice(committee: Committee) -> Iterator[Diagnostic]:
    """AR501: an id that two outcomes of one committee share; capitals do not part them."""
    first: dict[str, Place] = {}
    for meeting in committee.meetings:
        for item in meeting.items:
            for outcome in item.outcomes:
                if not outcome.id or outcome.place is None:
                    continue
                known = first.setdefault(id_key(outcome.id), outcome.place)
                if known is not outcome.place:
                    yield fault("AR501", outcome.place, id=outcome.id, place=str(known))
