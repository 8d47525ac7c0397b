"""Superseding: decisions that take the place of one which is nowhere."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import Committee
from arsrapport.model.follow_ups import id_key
from arsrapport.rules.outcomes.action_ids import Decided, Ids
from arsrapport.rules.subject import Rule, Subject
from arsrapport.rules.within import within
from arsrapport.rules.written import Lines, spanned, value_place

_FIGURES: Final = re.compile(r"([0-9]{1,9})")
_Counts: TypeAlias = tuple[int, ...]


def unknown_superseded(subject: Subject) -> Iterator[Diagnostic]:
    """AR516: a decision supersedes one that nobody made.

    The committee has others of that series (*V17-01*, *V17-02*), none of them later than it would
    be; or an id that is nearly the same. What was decided before all that is in the project is no
    fault, and nothing is told while a file is broken.
    """
    if not subject.is_whole:
        return
    decided = _decided(subject.committee)
    ids, series = Ids(decided), _Series(decided)
    lines = Lines(subject.texts)
    for meeting in subject.committee.meetings:
        for item in meeting.items:
            for outcome in item.outcomes:
                for written in outcome.supersedes:
                    key = id_key(written)
                    if key in decided or series.may_be_earlier(key):
                        continue
                    nearest = ids.nearest(written)
                    near = "" if nearest == outcome.id else nearest  # itself it cannot mean
                    if near or series.holds(key):
                        place = value_place(outcome, "supersedes")
                        line = spanned(place, ", ".join(outcome.supersedes), lines)
                        found = within(line, written, subject.texts)
                        yield fault("AR516", found, id=written, nearest=near)


def _decided(committee: Committee) -> dict[str, Decided]:
    """Return all that has an id, actions too, by its key; of several the first."""
    decided: dict[str, Decided] = {}
    for meeting in committee.meetings:
        for item in meeting.items:
            for outcome in item.outcomes:
                if outcome.id:
                    decided.setdefault(id_key(outcome.id), Decided(outcome.id, meeting.first))
    return decided


class _Series:
    """The series that ids belong to: what they have beside figures, and the first of each."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._first: dict[str, tuple[_Counts, _Counts]] = {}
        for key in keys:
            name, counts = _split(key)
            forth, back = self._first.get(name, (counts, counts[::-1]))
            self._first[name] = (min(forth, counts), min(back, counts[::-1]))

    def holds(self, key: str) -> bool:
        """Say whether there are others of that series; words without a figure are no id."""
        name, counts = _split(key)
        return bool(counts) and name in self._first

    def may_be_earlier(self, key: str) -> bool:
        """Say whether it comes before all that are known; the year may stand first or last."""
        name, counts = _split(key)
        if name not in self._first:
            return False
        forth, back = self._first[name]
        return counts < forth or counts[::-1] < back


def _split(key: str) -> tuple[str, _Counts]:
    parts = _FIGURES.split(key)
    return "#".join(parts[::2]), tuple(map(int, parts[1::2]))


RULES: Final[tuple[Rule, ...]] = (unknown_superseded,)
