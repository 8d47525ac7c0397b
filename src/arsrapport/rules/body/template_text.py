"""Template text: words that a template or an example left to be filled in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.tables import read_table
from arsrapport.model.archive import Meeting, Participant, Presenter
from arsrapport.rules.prose import Hit, Words, span
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.subject import Rule, Subject
from arsrapport.source.place import Place

_AROUND: Final = " \t.:…*_-–[]<>{}()"
"""What may stand around words that stand alone."""

_CODE: Final = re.compile(r"\{[{%][^{}]{0,200}[%}]\}")
"""Of a chapter: it does nothing in minutes and standing texts."""


def template_text(words: Words, _: Subject) -> Iterator[Hit]:
    """AR425: words that nobody writes in earnest, only to have them replaced.

    Which they are is data (template_text.toml). Quotations are others' words, and may be about
    them. Of YAML files only the fields of a meeting are judged: the place of the rest is not known.
    """
    text = words.own
    bare = text.strip()
    if not words.place.path.endswith(".md"):
        return
    known = _known("alone") if words.in_body else _known("alone") | _known("values")
    if not known.isdisjoint((bare.casefold(), bare.strip(_AROUND).casefold())):
        start = text.index(bare)
        yield _hit(words, start, start + len(bare))
        return
    for form in (_anywhere(), _CODE) if words.in_body else (_anywhere(),):
        for found in form.finditer(text):
            yield _hit(words, *found.span())


def template_text_in_front(subject: Subject) -> Iterator[Diagnostic]:
    """AR425: the same in the fields of a meeting that are no prose: titles, names, papers."""
    for meeting in subject.committee.meetings:
        for text, place in _fields(meeting):
            words = Words(text, place, meeting.language, in_body=False)
            for hit in template_text(words, subject):
                exact = span(words, hit.start, hit.end, subject.texts)
                yield fault(hit.code, exact, **dict(hit.arguments))


RULES: Final[tuple[Rule, ...]] = (template_text_in_front,)
PROSE: Final[tuple[ProseRule, ...]] = (template_text,)


def _hit(words: Words, start: int, end: int) -> Hit:
    return Hit("AR425", start, end, (("words", words.value[start:end]),))


# --- where else people write ----------------------------------------------------------------


def _fields(meeting: Meeting) -> Iterator[tuple[str, Place]]:
    """Yield what stands in the fields of a meeting, but for the titles of its items."""
    positions = meeting.positions
    for key, text in (
        ("title", meeting.title),
        ("number", meeting.number),
        ("time", meeting.time),
        ("place", meeting.location),
    ):
        yield text, positions.closest((key,))
    for route, names in ((("chair",), meeting.chair), (("minutes", "by"), meeting.minutes_by)):
        for index, name in enumerate(names):
            yield name, positions.entry(route, index)
    for key, listed in (("present", meeting.present), ("apologies", meeting.apologies)):
        for index, person in enumerate(listed or ()):
            yield _written(person), positions.closest((key, index, "name"))
    for at, item in enumerate(meeting.items):
        for index, presenter in enumerate(item.presenters):
            yield _written(presenter), positions.entry(("agenda", at, "presenter"), index)
        for index, paper in enumerate(item.papers):
            yield paper, positions.entry(("agenda", at, "papers"), index)


def _written(person: Participant | Presenter) -> str:
    organisation = person.written_organisation
    return f"{person.name} ({organisation})" if organisation else person.name


# --- the words ------------------------------------------------------------------------------


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(read_table("template_text")[kind])


@cache
def _anywhere() -> re.Pattern[str]:
    """Return what finds template text in the midst of other words."""
    table = read_table("template_text")
    marks, phrases = _any_of(table["marks"]), _any_of(table["phrases"])
    blanks, orders = _any_of(table["blanks"]), _any_of(table["orders"])
    whole = (
        rf"(?<![\w/])(?:(?-i:{marks})|{phrases}|x{{3,40}})(?!\w)",
        rf"[\[<{{]\s?(?:{blanks}|{orders}(?!\w)[^\[\]<>{{}}]{{0,80}})\s?[\]>}}]",
        rf"(?:…|\.\.\.)\s?{orders}(?!\w)[^…\[\]<>{{}}]{{0,80}}?(?:…|\.\.\.)",
    )
    return re.compile("|".join(whole), re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"
