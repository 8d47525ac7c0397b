"""Privacy: what minutes that are published must not hold.

Whole files are read as they stand, front matter, comments and withheld passages too: what is once
in a repository is there for all who have it. No finding repeats what it found.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Section
from arsrapport.model.archive import Committee
from arsrapport.rules.privacy.absences import health_in_lists, health_in_sentences, names_of
from arsrapport.rules.privacy.personal import (
    Span,
    bank_accounts,
    identity_numbers,
    mail_addresses,
    telephone_numbers,
    without_links,
)
from arsrapport.rules.prose import place_between
from arsrapport.rules.subject import ReportRule, ReportSubject, Rule, Subject

_Judged: TypeAlias = Subject | ReportSubject
"""A committee with its minutes, or a report with its chapters: each has files of its own."""


def identity_number(subject: _Judged) -> Iterator[Diagnostic]:
    """AR701: eleven figures with a date and both check digits of a person's number."""
    for path, text in _texts(subject):
        for (start, end), kind in identity_numbers(without_links(text)):
            yield fault("AR701", place_between(path, text, start, end), kind=kind)


def telephone_number(subject: _Judged) -> Iterator[Diagnostic]:
    """AR702: eight figures with Norway's code, behind a word for it, or in its usual groups."""
    yield from _each(subject, "AR702", telephone_numbers)


def mail_address(subject: _Judged) -> Iterator[Diagnostic]:
    """AR703: an e-mail address, also in a link; but not that of an office."""
    yield from _each(subject, "AR703", mail_addresses)


def bank_account(subject: _Judged) -> Iterator[Diagnostic]:
    """AR704: eleven figures with the check digit of an account, and no person's number."""
    yield from _each(subject, "AR704", bank_accounts)


def health_beside_absence(subject: _Judged) -> Iterator[Diagnostic]:
    """AR705: a word of illness in a note on somebody's presence, or in a sentence on absence."""
    committee = subject if isinstance(subject, Subject) else subject.subject
    names = names_of(committee.committee)
    for path, text in _texts(subject):
        if not path.endswith(".md"):
            continue
        for start, end in health_in_sentences(text, names):
            yield fault("AR705", place_between(path, text, start, end))
    if isinstance(subject, Subject):
        for place in health_in_lists(subject):
            yield fault("AR705", place)


def _each(
    subject: _Judged, code: str, look: Callable[[str], Iterator[Span]]
) -> Iterator[Diagnostic]:
    for path, text in _texts(subject):
        for start, end in look(without_links(text)):
            yield fault(code, place_between(path, text, start, end))


def _texts(subject: _Judged) -> Iterator[tuple[str, str]]:
    """Yield the files of what is judged, each with its text."""
    if isinstance(subject, Subject):
        paths, texts = _paths_of_committee(subject.committee), subject.texts
    else:
        paths, texts = _paths_of_report(subject), subject.subject.texts
    for path in dict.fromkeys(paths):
        if text := texts.get(path):
            yield path, text


def _paths_of_committee(committee: Committee) -> Iterator[str]:
    yield committee.place.path
    for entry in committee.follow_up:
        yield entry.place.path
    for meeting in committee.meetings:
        yield meeting.place.path
        for attachment in meeting.attachments:
            yield attachment.path


def _paths_of_report(subject: ReportSubject) -> Iterator[str]:
    """Yield the paths of the project's own texts in a report, those of parts too."""
    document = subject.document
    waiting = [*document.imprint, *document.front, *document.chapters, *document.appendices]
    while waiting:
        block = waiting.pop()
        place = getattr(block, "place", None)
        if place is not None and place.path in subject.chapters:
            yield place.path
        if isinstance(block, Section):
            waiting += block.children


_EVERY: Final = (
    identity_number,
    telephone_number,
    mail_address,
    bank_account,
    health_beside_absence,
)
RULES: Final[tuple[Rule, ...]] = _EVERY
OF_REPORTS: Final[tuple[ReportRule, ...]] = _EVERY
