"""Who is responsible: people, organisations, groups, or everyone."""

import re
from collections.abc import Iterator, Sequence

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import Outcome
from arsrapport.model.follow_ups import actions_of
from arsrapport.rules.outcomes.known import Doubt, known_names
from arsrapport.rules.subject import Subject
from arsrapport.rules.written import Lines, spanned, value_place, within_line
from arsrapport.source.place import Place


def unknown_responsible(subject: Subject) -> Iterator[Diagnostic]:
    """AR508: a responsible that is nearly a known name, several in one, or no name at all.

    Known are the names of the register, the mandates, the minutes, the groups and the committee. A
    name that is like none of these is no fault: anybody may be responsible.
    """
    actions = [
        outcome
        for meeting in subject.committee.meetings
        for _, outcome in actions_of(meeting)
        if outcome.responsible
    ]
    if not actions:
        return
    known, lines = known_names(subject), Lines(subject.texts)
    doubts: dict[str, Doubt | None] = {}
    for outcome in actions:
        for name in outcome.responsible:
            if name not in doubts:
                doubts[name] = known.doubt(name)
        found = [(name, doubts[name]) for name in outcome.responsible]
        places = _name_places(outcome, lines) if any(doubt for _, doubt in found) else ()
        for (name, doubt), place in zip(found, places, strict=False):
            if doubt and (doubt.is_no_name or subject.is_whole):
                yield fault("AR508", place, name=name, nearest=doubt.nearest)


def _name_places(outcome: Outcome, lines: Lines) -> Sequence[Place]:
    """Return the places of the names in the line of those responsible."""
    place = value_place(outcome, "responsible")
    names = list(re.finditer(r"[^,\s](?:[^,]*[^,\s])?", lines.rest(place)))
    if len(names) != len(outcome.responsible):
        whole = spanned(place, ", ".join(outcome.responsible), lines)
        return [whole] * len(outcome.responsible)
    return [within_line(place, name.start(), len(name[0])) for name in names]
