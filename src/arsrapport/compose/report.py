"""The annual report: from a Report and its texts to a Document, not yet numbered."""

from msgspec.structs import replace

from arsrapport.compose.chapters.chapter import compose_chapter, compose_imprint, compose_standing
from arsrapport.compose.imprint import imprint_blocks
from arsrapport.compose.inline import text
from arsrapport.compose.minutes import minutes_appendix
from arsrapport.compose.signs import signs_used
from arsrapport.diagnostics import Diagnostic
from arsrapport.document.editions import in_edition, titled
from arsrapport.document.nodes import (
    Block,
    Break,
    Document,
    Paragraph,
    Section,
    SectionKind,
    Text,
    Titles,
)
from arsrapport.document.publication import Publication, licence_of
from arsrapport.language.catalogue import label, words
from arsrapport.language.dates import long_date
from arsrapport.language.lists import enumerate_words
from arsrapport.language.openings import capitalised
from arsrapport.model.archive import Person
from arsrapport.model.chapter import Chapter, Outline
from arsrapport.model.report import Report

FOREWORD = "foreword"
"""The chapter under which the signature is set."""


def compose_report(
    report: Report, outline: Outline, people: tuple[Person, ...]
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of a report, and the faults of its chapters.

    A chapter that failed is left out: a document with faults is never rendered. The whole is marked
    as a draft when minutes in it are said to be no more.
    """
    language = report.language
    diagnostics: list[Diagnostic] = []

    def composed(chapters: tuple[Chapter, ...], kind: SectionKind) -> list[Section]:
        sections = []
        for chapter in chapters:
            section, found = compose_chapter(chapter, report, language, kind)
            diagnostics.extend(found)
            if section is not None:
                sections.append(section)
        return sections

    front = [_signed(section, report) for section in composed(outline.front, "front")]
    chapters = composed(outline.chapters, "chapter")
    appendices: list[Section] = []
    for standing in outline.appendices:
        if standing is None:
            appendices += _minutes(report, people)
            continue
        section, found = compose_standing(standing, language, "appendix")
        diagnostics.extend(found)
        if section is not None:
            appendices.append(section)
    edition = report.committee.edition
    extra: tuple[Block, ...] = ()
    if outline.imprint is not None:
        extra, found = compose_imprint(outline.imprint, report, language)
        diagnostics.extend(found)
    parts = tuple(_open(section, report) for section in (*front, *chapters, *appendices))
    document = Document(
        kind="report",
        language=language,
        titles=report_titles(report),
        created=report.plan.published or report.period.last,
        imprint=(
            *imprint_blocks(report, signs_used(parts)),
            *in_edition(extra, edition, language),
        ),
        front=parts[: len(front)],
        chapters=parts[len(front) : len(front) + len(chapters)],
        appendices=parts[len(front) + len(chapters) :],
        words=tuple(words(language).items()),
        draft=any(meeting.is_unapproved for meeting in report.meetings),
        edition=edition,
        publication=publication_of(report),
    )
    return document, tuple(diagnostics)


def report_titles(report: Report) -> Titles:
    """Return what stands on the title page and in the running header."""
    language = report.language
    own = report.title or f"{label(language, 'annual_report')} {report.period.label}"
    title = titled(own, report.committee.edition, language)
    day = report.plan.published or report.plan.signed_date
    return Titles(
        title=title,
        committee=capitalised(report.committee.name(language)),
        publisher=report.publisher,
        series=report.plan.series,
        date=long_date(day, language) if day else "",
        running=" · ".join(part for part in (report.plan.series, title) if part),
    )


def publication_of(report: Report) -> Publication:
    """Return what metadata says of a report beside its titles."""
    plan = report.plan
    return Publication(
        isbn=plan.isbn,
        issn=plan.issn,
        published=plan.published,
        licence=licence_of(plan.licence),
        subjects=plan.subjects,
    )


def _minutes(report: Report, people: tuple[Person, ...]) -> list[Section]:
    return [
        minutes_appendix(meeting, report.committee, people, report.language)
        for meeting in report.meetings
        if meeting.has_appendix
    ]


def _signed(section: Section, report: Report) -> Section:
    """Set the signature under the foreword: place and date, then the names."""
    plan = report.plan
    if section.name != f"chapter:{FOREWORD}":
        return section
    day = long_date(plan.signed_date, report.language) if plan.signed_date else ""
    where = ", ".join(part for part in (plan.signed_place, day) if part)
    names = enumerate_words(plan.signed_by, report.language)
    lines = [line for line in (where, names) if line]
    if not lines:
        return section
    joined = [Text(lines[0]), *(node for line in lines[1:] for node in (Break(), Text(line)))]
    signature = Paragraph(tuple(joined), role="byline")
    return replace(section, children=(*section.children, signature))


def _open(section: Section, report: Report) -> Section:
    """Return a part as it stands in the report's edition."""
    whole = replace(section, title=section.title or text(""))
    (part,) = in_edition((whole,), report.committee.edition, report.language)
    return part
