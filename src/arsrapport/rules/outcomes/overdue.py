"""What is overdue: actions that are open though their due has passed."""

from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Paragraph
from arsrapport.document.plain import plain_text
from arsrapport.language.names import one_line
from arsrapport.model.archive import Outcome
from arsrapport.model.ledger import Action, ledger
from arsrapport.rules.subject import Subject
from arsrapport.rules.written import Lines, spanned, value_place
from arsrapport.source.characters import shown
from arsrapport.source.place import Place

_FIRST_WORDS: Final = 60


def overdue_actions(subject: Subject) -> Iterator[Diagnostic]:
    """AR515: an action that is open, and was due before the day asked about.

    Not told while a file is broken, as its follow-up may stand there. An action without an id can
    have none, and is open until it gets one.
    """
    lines = Lines(subject.texts)
    for action in ledger(subject.committee, subject.as_of) if subject.is_whole else ():
        day, outcome = action.due.day, action.outcome
        if action.is_overdue and day is not None:
            name = outcome.id or outcome.title or _first_words(outcome) or "–"
            place = _due_place(action, lines)
            yield fault("AR515", place, action=name, due=day.isoformat(), id=outcome.id)


def _due_place(action: Action, lines: Lines) -> Place:
    later = [step.follow_up for step in action.steps if step.due]
    if later:
        return later[-1].positions.closest(("due",))
    return spanned(value_place(action.outcome, "due"), action.outcome.due, lines)


def _first_words(outcome: Outcome) -> str:
    """Return the beginning of an action's text."""
    first = outcome.body[0] if outcome.body else None
    words = plain_text(first.children) if isinstance(first, Paragraph) else ""
    return shown(one_line(words), _FIRST_WORDS)
