"""Faults: all that is wrong with one committee, its minutes and its reports."""

from collections.abc import Iterator, Mapping
from datetime import date

from arsrapport.diagnostics import Diagnostic
from arsrapport.load.layout import meeting_id
from arsrapport.load.sources import Common
from arsrapport.load.texts import Texts
from arsrapport.model.archive import Committee
from arsrapport.model.files.committee import CheckFile
from arsrapport.pipeline.project import Project, in_order, open_committees
from arsrapport.pipeline.rendering import unfit_pictures
from arsrapport.pipeline.reports import find_plan, has_all_names, make_minutes, make_report, years
from arsrapport.pipeline.withheld import with_withheld
from arsrapport.rules.engine import judge
from arsrapport.rules.subject import ReportSubject, Subject


def faults_of(common: Common, name: str, as_of: date) -> tuple[Diagnostic, ...]:
    """Return the faults of a committee, and of the files that all share, in order.

    Args:
        common: Of the project.
        name: The committee's id; "" for a project without one.
        as_of: The day for what becomes a finding with time.
    """
    project = open_committees(common, (name,) if name else ())
    found = in_order(_faults(common, project, as_of))
    return tuple(with_withheld(found, common, project, Texts(common.tree)))


def _faults(common: Common, project: Project, as_of: date) -> Iterator[Diagnostic]:
    yield from project.diagnostics
    for committee, whole in zip(project.archive.committees, project.whole.committees, strict=True):
        subject = _subject(common, project, (whole, committee), as_of)
        reports = []
        for year in years(committee):
            plan = find_plan(committee, year)
            if plan is not None:
                report, document, found = make_report(project, committee, plan)
                yield from found
                yield from unfit_pictures(document, project.tree)
                reports.append(ReportSubject(subject, report, document, _chapters(subject)))
        for meeting in committee.meetings:
            document, found = make_minutes(project, committee, meeting)
            yield from found
            yield from unfit_pictures(document, project.tree)
        yield from judge(subject, reports)


def _subject(
    common: Common, project: Project, both: tuple[Committee, Committee], as_of: date
) -> Subject:
    committee, public = both
    return Subject(
        archive=project.whole,
        committee=committee,
        public=public,
        as_of=as_of,
        meetings=frozenset(map(meeting_id, common.folders[committee.id].meetings)),
        is_whole=has_all_names(project),
        texts=Texts(common.tree),
        words=_words(common.project.data.check),
    )


def _chapters(subject: Subject) -> frozenset[str]:
    """Return the paths of all files but minutes and what is attached to them."""
    meetings = subject.committee.meetings
    minutes = {meeting.place.path for meeting in meetings}
    attached = {text.path for meeting in meetings for text in meeting.attachments}
    return frozenset(subject.texts) - minutes - attached


def _words(check: CheckFile | None) -> Mapping[str, Mapping[str, str]]:
    by_language = (check and check.words) or {}
    return {
        language: {word: better or "" for word, better in words.items()}
        for language, words in by_language.items()
    }
