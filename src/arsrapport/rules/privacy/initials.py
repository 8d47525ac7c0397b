"""Initials: sentences that name somebody who is to stand in public with initials alone.

In lists and fields the public edition has her initials; what people wrote in sentences is never
rewritten. No finding repeats her name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Document, Figure
from arsrapport.document.walk import figures, walk
from arsrapport.language.mentions import Mentions, mentions_of
from arsrapport.model.archive import Committee, FollowUp, Meeting, Person
from arsrapport.rules.prose import Words, span, words_of_committee, words_of_document
from arsrapport.rules.subject import ReportRule, ReportSubject, Rule, Subject
from arsrapport.source.place import Place


def named_in_minutes(subject: Subject) -> Iterator[Diagnostic]:
    """AR706: minutes name, in public, somebody who is to stand there with her initials."""
    names = _names(subject.archive.people)
    if names is not None:
        written = (words_of_committee(subject.public), _fields(subject.public))
        for words in (each for some in written for each in some):
            yield from _named(words, names, subject)


def named_in_reports(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR706: a chapter or a standing text does."""
    names = _names(subject.subject.archive.people)
    if names is not None:
        written = (
            words_of_document(subject.document, subject.chapters),
            _alternatives(subject.document, subject.chapters),
        )
        for words in (each for some in written for each in some):
            yield from _named(words, names, subject.subject)


RULES: Final[tuple[Rule, ...]] = (named_in_minutes,)
OF_REPORTS: Final[tuple[ReportRule, ...]] = (named_in_reports,)


def _named(words: Words, names: Mentions, subject: Subject) -> Iterator[Diagnostic]:
    for start, end in names.spans(words.value):
        yield fault("AR706", span(words, start, end, subject.texts))


def _names(people: tuple[Person, ...]) -> Mentions | None:
    """Return what finds the names of those who are to stand with initials; None for nobody."""
    hidden = [person for person in people if person.is_initials_only]
    names = [name for person in hidden for name in (person.name, *person.aliases)]
    return mentions_of(names) if names else None


# --- what is written besides running text ---------------------------------------------------


def _fields(committee: Committee) -> Iterator[Words]:
    """Yield the texts of fields that people write sentences in."""
    for index, seat in enumerate(committee.seats):
        place = committee.positions.closest(("organisations", index, "name"))
        yield Words(seat.organisation.name, place, committee.language)
    for index, group in enumerate(committee.working_groups):
        place = committee.positions.closest(("working_groups", index, "name"))
        yield Words(group.name, place, committee.language)
    yield from _of_follow_ups(committee.follow_up, committee)
    for meeting in committee.meetings:
        yield from _of_meeting(meeting)
        yield from _of_lists(meeting)
        yield from _of_follow_ups(meeting.follow_up, committee)
        for blocks in (meeting.introduction, *(item.body for item in meeting.items)):
            nodes = (node for block in blocks for node, _ in walk(block, meeting.language))
            yield from _of_figures(node for node in nodes if isinstance(node, Figure))


def _of_meeting(meeting: Meeting) -> Iterator[Words]:
    for key, text in (
        ("title", meeting.title),
        ("number", meeting.number),
        ("time", meeting.time),
        ("place", meeting.location),
    ):
        yield Words(text, meeting.positions.closest((key,)), meeting.language)
    for key, people in (("present", meeting.present), ("apologies", meeting.apologies)):
        for index, person in enumerate(people or ()):
            place = meeting.positions.closest((key, index, "note"))
            yield Words(person.note, place, meeting.language)
    for index, item in enumerate(meeting.items):
        route = ("agenda", index)
        place = meeting.positions.closest((*route, "listed_as"))
        yield Words(item.listed_as, place, item.language)
        for entry, paper in enumerate(item.papers):
            place = meeting.positions.entry((*route, "papers"), entry)
            yield Words(paper, place, item.language)
        if item.withheld is not None:
            for key, text in (("basis", item.withheld.basis), ("title", item.withheld.title)):
                place = meeting.positions.closest((*route, "withheld", key))
                yield Words(text, place, item.language)


def _of_lists(meeting: Meeting) -> Iterator[Words]:
    """Yield what stands in lists of names, and was not found to be one: *Bo Li og Siv Øy*.

    Somebody whose name is in the register is whom that says, and may share it with another.
    """
    language = meeting.language
    for key, texts in (
        (("chair",), meeting.chair),
        (("minutes", "by"), meeting.minutes_by),
        (("approved", "in"), (meeting.approved_in,)),
    ):
        for entry, text in enumerate(texts):
            yield Words(text, meeting.positions.entry(key, entry), language)
    for one in (*(meeting.present or ()), *(meeting.apologies or ())):
        known = one.person is not None and one.person.place is not None
        for text in ("" if known else one.name, one.written_organisation, one.stands_in_for):
            yield Words(text, one.place or meeting.place, language)
    for item in meeting.items:
        for presenter in item.presenters:
            for text in (presenter.name, presenter.written_organisation):
                yield Words(text, presenter.place or item.place, language)


def _of_follow_ups(entries: Iterable[FollowUp], committee: Committee) -> Iterator[Words]:
    for entry in entries:
        for key, text in (("note", entry.note), ("due", entry.due)):
            yield Words(text, entry.positions.closest((key,)), committee.language)


def _alternatives(document: Document, paths: frozenset[str]) -> Iterator[Words]:
    """Yield what stands for the pictures of chapters."""
    own = (f for f in figures(document) if f.place is not None and f.place.path in paths)
    yield from _of_figures(own)


def _of_figures(found: Iterable[Figure]) -> Iterator[Words]:
    for figure in found:
        yield Words(figure.alt, figure.place or Place(figure.asset), figure.language or "nn")
