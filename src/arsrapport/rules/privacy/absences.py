"""Absences: a word of illness beside the name of somebody who did not come."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, islice
from typing import Final, TypeAlias

from arsrapport.language.names import name_key
from arsrapport.language.openings import is_abbreviation
from arsrapport.language.tables import read_table
from arsrapport.markup.passages import FRONT
from arsrapport.model.archive import Committee, Participant
from arsrapport.rules.privacy.personal import Span
from arsrapport.rules.prose import Words, span
from arsrapport.rules.subject import Subject
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions

_END: Final = re.compile(
    r"(?P<stop>[.!?])[)\]»”\"*_]*\s+(?=[^\sa-zæøå])"
    r"|\n[ \t>]*\n|\n[ \t>]*(?:[-*+|#]|[0-9]+[.)])(?=[ \t])"
)
_CAPITAL: Final = r"[^\W\d_a-zæøå][\w.'’-]*"
_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s+{_CAPITAL}){{1,7}}")
_NAMED: Final = re.compile(rf"{_NAME.pattern}[\s*_]*\Z")
_NEAR: Final = 1_000
"""Characters on both sides of a word that are looked at, however long the sentence is."""
_TRIES: Final = 10
"""Words of illness in one sentence that are looked at."""
_BRACKET: Final = 60
"""Characters before a word in which the bracket must open."""

Names: TypeAlias = Callable[[], frozenset[str]]
"""Gives the people of a committee, by `name_key`; asked only when somebody may be named."""


def names_of(committee: Committee) -> Names:
    """Return who has a mandate, or stands on a list of a meeting."""

    @cache
    def names() -> frozenset[str]:
        found = {mandate.name for mandate in committee.mandates}
        for meeting in committee.meetings:
            lists = (meeting.present or (), meeting.apologies or ())
            found.update(person.name for people in lists for person in people)
            found.update(meeting.chair)
        return frozenset(map(name_key, found))

    return names


def health_in_lists(subject: Subject) -> Iterator[Place]:
    """Yield where lists of those present and absent have a word of illness.

    In a note, or where the organisation stands: *Kari Nordmann (sjuk)*.
    """
    seated = {seat.organisation for seat in subject.committee.seats}
    for meeting in subject.committee.meetings:
        for key, people in (("present", meeting.present), ("apologies", meeting.apologies)):
            for index, person in enumerate(people or ()):
                entry = meeting.positions.at(key, index) or meeting.positions
                is_known = person.organisation in seated or (
                    person.organisation is not None and person.organisation.place is not None
                )
                found = _in_note(person, entry) or (None if is_known else _beside(person, entry))
                if found is not None:
                    words, (start, end) = found
                    yield span(words, start, end, subject.texts)


def _in_note(person: Participant, entry: Positions) -> tuple[Words, Span] | None:
    found = _words("health").search(person.note)
    return (Words(person.note, entry.closest(("note",)), "nn"), found.span()) if found else None


def _beside(person: Participant, entry: Positions) -> tuple[Words, Span] | None:
    """Return the word among what is written as the organisation."""
    found = _words("health").search(person.written_organisation)
    if found is None:
        return None
    if entry.at("organisation"):
        return Words(
            person.written_organisation, entry.closest(("organisation",)), "nn"
        ), found.span()
    before = f"{person.name} ("
    whole = f"{before}{person.written_organisation})"
    place = (entry.at("name") or entry).value
    return Words(whole, place, "nn"), (len(before) + found.start(), len(before) + found.end())


def health_in_sentences(text: str, names: Names) -> Iterator[Span]:
    """Yield the first word of illness of each sentence about somebody's absence.

    That is one with a word for apologies; one that names a person of the committee with a word for
    being away; or one in which the word stands in brackets behind such a name.
    """
    front = FRONT.match(text)
    hits = list(_words("health").finditer(text, front.end() if front else 0))
    if not hits:
        return
    ends = [
        found.end()
        for found in _END.finditer(text)
        if found["stop"] is None or not is_abbreviation(text, found.start())
    ]
    for index, group in groupby(hits, lambda hit: bisect_right(ends, hit.start())):
        for hit in islice(group, _TRIES):
            begin = max(ends[index - 1] if index else 0, hit.start() - _NEAR)
            finish = min(ends[index] if index < len(ends) else len(text), hit.end() + _NEAR)
            if _is_absence(text[begin:finish], hit.start() - begin, names):
                yield hit.span()
                break


def _is_absence(sentence: str, at: int, names: Names) -> bool:
    """Say whether a sentence with a word of illness at some character is about an absence."""
    if _words("absence").search(sentence):
        return True
    label = _labels().search(sentence)
    if _words("away").search(sentence) or label:
        behind = sentence[label.end() :] if label else sentence
        if any(_is_name(found[0], names) for found in _NAME.finditer(behind)):
            return True
    opening = sentence.rfind("(", max(at - _BRACKET, 0), at)
    if opening < 0 or ")" in sentence[opening:at] or ")" not in sentence[at:]:
        return False
    found = _NAMED.search(sentence, max(opening - _NEAR, 0), opening)
    return found is not None and _is_name(found[0].rstrip("*_ \t\n"), names)


def _is_name(written: str, names: Names) -> bool:
    """Say whether some of these capitalised words, one after the other, are a person's name."""
    words = written.split()
    return any(
        name_key(" ".join(words[first:last])).strip(".,") in names()
        for first in range(len(words))
        for last in range(first + 2, len(words) + 1)
    )


@cache
def _words(key: str) -> re.Pattern[str]:
    """Return the words of a list, the longest first; a space is any space."""
    words = sorted(read_table("privacy")[key], key=lambda word: (-len(word), word))
    pattern = "|".join(map(re.escape, words)).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_table("privacy")["labels"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^:.\n]{{0,60}}:", re.IGNORECASE)
