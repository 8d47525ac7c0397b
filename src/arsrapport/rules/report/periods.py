"""Reports: numbers of books and series, periods, minutes that are not approved."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.archive import ReportPlan
from arsrapport.rules.prose import Words, span
from arsrapport.rules.report.book_numbers import Wrong, wrong_isbns, wrong_issns, wrong_issns_named
from arsrapport.rules.subject import ReportRule, ReportSubject
from arsrapport.source.place import Place


def isbn_that_is_none(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR621: the check digit of an ISBN in report.yaml, or the number of its figures, is wrong."""
    isbn = subject.report.plan.isbn
    yield from _judge(subject, "AR621", "isbn", isbn, wrong_isbns(isbn))


def issn_that_is_none(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR622: the same of an ISSN: in `issn`, or in `series` behind that word."""
    issn, series = subject.report.plan.issn, subject.report.plan.series
    yield from _judge(subject, "AR622", "issn", issn, wrong_issns(issn))
    yield from _judge(subject, "AR622", "series", series, wrong_issns_named(series))


def _judge(
    subject: ReportSubject, code: str, key: str, value: str, found: Iterable[Wrong]
) -> Iterator[Diagnostic]:
    place = dict(subject.report.plan.places).get(key)
    if place is None:
        return
    words = Words(value, place, subject.report.language)
    for wrong in found:
        where = span(words, wrong.start, wrong.end, subject.subject.texts)
        yield fault(code, where, value=wrong.value, right=wrong.right)


def period_without_meetings(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR623: a report folder whose period holds no meeting, not even one that is planned."""
    report = subject.report
    if report.meetings or report.planned or not subject.subject.is_whole:
        return
    first, last = report.period.first, report.period.last
    period = report.period.label if report.period.is_whole_years else f"{first}/{last}"
    yield fault("AR623", _place(report.plan, "period"), period=period)


def minutes_not_approved(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR624: a report folder stands for a period, and minutes in it are not approved."""
    if not _is_asked_for(subject):
        return
    for meeting in subject.report.meetings:
        if meeting.status in {"draft", "for-comment"}:
            place = meeting.positions.closest(("status",))
            yield fault("AR624", place, status=meeting.status)


def days_out_of_order(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR625: published or signed before its last meeting, or as of a day before its period."""
    report, plan = subject.report, subject.report.plan
    first = report.period.first
    last = max((meeting.last for meeting in report.meetings), default=first)
    days: tuple[tuple[str, str, date | None, date], ...] = (
        ("published", "published", plan.published, last),
        ("signed", "signed/date", plan.signed_date, last),
        ("as_of", "as_of", plan.as_of, first),
    )
    for key, route, day, limit in days:
        if day is not None and day < limit:
            place = _place(plan, route)
            yield fault("AR625", place, key=key, date=day.isoformat(), limit=limit.isoformat())


def _is_asked_for(subject: ReportSubject) -> bool:
    """Say whether somebody made the report's folder, and it is not only what a build makes up."""
    return subject.report.plan in subject.subject.committee.plans


def _place(plan: ReportPlan, key: str) -> Place:
    """Return the place of a value in report.yaml, else the file's."""
    return dict(plan.places).get(key) or plan.place or Place(f"{plan.folder}/report.yaml")


OF_REPORTS: Final[tuple[ReportRule, ...]] = (
    isbn_that_is_none,
    issn_that_is_none,
    period_without_meetings,
    minutes_not_approved,
    days_out_of_order,
)
