"""Decisions and actions: words that are nearly right, who is responsible, when it is due."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.dues import read_due
from arsrapport.language.keywords import Keyword
from arsrapport.model.archive import Outcome
from arsrapport.model.follow_ups import actions_of, histories, id_key
from arsrapport.rules.outcomes.action_dues import early_dues, mistaken_years, unreadable_dues
from arsrapport.rules.outcomes.action_words import labels_of, misread_labels, misread_leads
from arsrapport.rules.outcomes.responsible import unknown_responsible
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.written import Lines, spanned, value_place, within_line
from arsrapport.source.place import Place

_LEAD: Final = re.compile(r">[ \t]*[*_]{2,3}(?P<lead>\w+(?: [^\s.:*_]+)?)")


def without_responsible(subject: Subject) -> Iterator[Diagnostic]:
    """AR505: an action without anybody responsible."""
    yield from _without(subject, "AR505", "responsible", lambda outcome: not outcome.responsible)


def without_due(subject: Subject) -> Iterator[Diagnostic]:
    """AR506: an action without a due, its own or one that a follow-up sets."""
    later = {
        key
        for key, steps in histories(subject.committee).items()
        if any(step.due for step in steps)
    }

    def lacks(outcome: Outcome) -> bool:
        return read_due(outcome.due).kind == "unknown" and id_key(outcome.id) not in later

    yield from _without(subject, "AR506", "due", lacks)


def _without(
    subject: Subject, code: str, label: Keyword, lacks: Callable[[Outcome], bool]
) -> Iterator[Diagnostic]:
    """Report actions without a closing line, unless another that is misread holds it back."""
    lines = Lines(subject.texts)
    for meeting in subject.committee.meetings:
        for _, outcome in actions_of(meeting):
            if lacks(outcome) and all(found.kind != label for found in labels_of(outcome, lines)):
                yield fault(code, _place(outcome, label, lines))


def _place(outcome: Outcome, label: Keyword, lines: Lines) -> Place:
    """Return the place of what stands for nothing (*Frist: ?*), else of the bold word and id."""
    if outcome.due and label == "due":
        return spanned(value_place(outcome, label), outcome.due, lines)
    place = outcome.place or Place("")
    lead = _LEAD.match(lines.rest(place))
    return within_line(place, lead.start("lead"), len(lead["lead"])) if lead else place


RULES: Final[tuple[Rule, ...]] = (
    misread_leads,
    misread_labels,
    without_responsible,
    without_due,
    unreadable_dues,
    unknown_responsible,
    early_dues,
    mistaken_years,
)
