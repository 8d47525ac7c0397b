"""The engine: every rule of every family, on one committee and its reports."""

from collections.abc import Iterable, Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.rules import body, language, meetings, outcomes, people, privacy, report
from arsrapport.rules.prose import Rule as ProseRule
from arsrapport.rules.prose import Words, span, words_of_committee, words_of_document
from arsrapport.rules.subject import ReportRule, ReportSubject, Rule, Subject

RULES: Final[tuple[Rule, ...]] = (
    *meetings.RULES,
    *people.RULES,
    *body.RULES,
    *outcomes.RULES,
    *privacy.RULES,
)
PROSE: Final[tuple[ProseRule, ...]] = (*meetings.PROSE, *body.PROSE, *language.PROSE)
OF_REPORTS: Final[tuple[ReportRule, ...]] = (*report.OF_REPORTS, *privacy.OF_REPORTS)


def judge(subject: Subject, reports: Iterable[ReportSubject]) -> Iterator[Diagnostic]:
    """Yield what the rules find in a committee and its reports; the same may come twice."""
    for rule in RULES:
        yield from rule(subject)
    for words in words_of_committee(subject.committee):
        yield from _judge_words(words, subject)
    for one in reports:
        for of_report in OF_REPORTS:
            yield from of_report(one)
        for words in words_of_document(one.document, one.chapters):
            yield from _judge_words(words, subject)


def _judge_words(words: Words, subject: Subject) -> Iterator[Diagnostic]:
    for rule in PROSE:
        for hit in rule(words, subject):
            place = span(words, hit.start, hit.end, subject.texts)
            yield fault(hit.code, place, **dict(hit.arguments))
