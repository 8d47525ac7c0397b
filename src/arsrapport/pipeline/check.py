"""Check: every fault of a project, without building anything."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.load.layout import meeting_id
from arsrapport.load.sources import Common, read_common
from arsrapport.load.texts import Texts
from arsrapport.model.archive import Committee
from arsrapport.model.files.committee import CheckFile
from arsrapport.pipeline.project import Project, in_order, open_committees
from arsrapport.pipeline.reports import find_plan, has_all_names, make_minutes, make_report, years
from arsrapport.pipeline.selection import chosen
from arsrapport.rules.engine import judge
from arsrapport.rules.portable import unportable
from arsrapport.rules.subject import ReportSubject, Subject
from arsrapport.source.tree import Tree, listed


class Checking(Struct, frozen=True):
    """What is asked of a check."""

    as_of: date = date.min
    """The day for what becomes a finding with time."""
    paths: tuple[str, ...] = ()
    """Files and folders of the project that it is asked about; none for all of it."""
    select: tuple[str, ...] = ()
    """Beginnings of codes that alone are told; none for all."""
    ignore: tuple[str, ...] = ()
    """Beginnings of codes that are not told."""


ALL: Final = Checking()


class Checked(Struct, frozen=True):
    """What a check came to."""

    language: Language
    files: int
    """How many there are in the project."""
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """The text of each file, for who shows a line of it."""


def check_project(tree: Tree, checking: Checking = ALL) -> Checked:
    """Find the faults of a project: its files, its meetings and every year's report.

    Committees are taken in turn, as `build --committee` reads them, and each is let go before the
    next: what a check needs of memory is what the largest one takes.

    Args:
        tree: The project's files.
        checking: What is asked of it.
    """
    common = read_common(listed(tree))
    turns: list[tuple[str, ...]] = [(name,) for name in sorted(common.ids)] or [()]
    found = {fault for turn in turns for fault in _faults(common, turn, checking.as_of)}
    found.update(unportable(common.paths))
    told = chosen(found, checking.select, checking.ignore, checking.paths)
    return Checked(common.language, len(common.paths), in_order(told), Texts(common.tree))


def _faults(common: Common, turn: tuple[str, ...], as_of: date) -> Iterator[Diagnostic]:
    project = open_committees(common, turn)
    yield from project.diagnostics
    for committee, whole in zip(project.archive.committees, project.whole.committees, strict=True):
        subject = _subject(common, project, whole, as_of)
        reports = []
        for year in years(committee):
            plan = find_plan(committee, year)
            if plan is not None:
                report, document, found = make_report(project, committee, plan)
                yield from found
                reports.append(ReportSubject(subject, report, document, _chapters(subject)))
        for meeting in committee.meetings:
            yield from make_minutes(project, committee, meeting)[1]
        yield from judge(subject, reports)


def _subject(common: Common, project: Project, committee: Committee, as_of: date) -> Subject:
    return Subject(
        archive=project.whole,
        committee=committee,
        as_of=as_of,
        meetings=frozenset(map(meeting_id, common.folders[committee.id].meetings)),
        is_whole=has_all_names(project),
        texts=Texts(common.tree),
        words=_words(common.project.check),
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
