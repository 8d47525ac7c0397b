"""Counts: a number typed in prose that contradicts the data."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, List, Note, Paragraph, Passage, Quote, Section
from arsrapport.document.plain import plain_text
from arsrapport.language.languages import Language
from arsrapport.rules.privacy.lines import Line, line_of
from arsrapport.rules.report.claim_shapes import Setting
from arsrapport.rules.report.claims import Claim, Context, find_claims
from arsrapport.rules.report.figures import Figure, figure_of
from arsrapport.rules.subject import ReportRule, ReportSubject
from arsrapport.source.place import Place

_ABOVE: Final = 2_000
"""Characters before a paragraph that may tell what it is about."""


_MOST: Final = 100
"""Findings in one report; more say nothing new."""


class _Passage(Struct, frozen=True):
    """A paragraph, and where it stands."""

    line: Line
    language: Language
    context: Context


def contradicted_counts(subject: ReportSubject) -> Iterator[Diagnostic]:
    """AR620: a sentence about the whole period gives another number than the data do."""
    if subject.subject.is_whole:
        parts = (*subject.document.front, *subject.document.chapters)
        passages = (p for part in parts for p in _passages(part, subject.document.language))
        yield from islice(_judge(subject, passages), _MOST)


def _judge(subject: ReportSubject, passages: Iterable[_Passage]) -> Iterator[Diagnostic]:
    committee = subject.subject.committee
    names = tuple(dict.fromkeys(name.casefold() for _, name in committee.names))

    @cache
    def figure(name: str) -> Figure | None:
        return figure_of(name, subject.report, committee)

    def is_wrong(claim: Claim) -> bool:
        known = figure(claim.figure)
        return known is not None and claim.number not in known.readings

    for passage in passages:
        if not any(words.place.path in subject.chapters for words in passage.line.pieces):
            continue
        setting = Setting(passage.language, names, _years(subject))
        for claim in find_claims(passage.line.own, passage.context, setting, is_wrong):
            place = passage.line.place(claim.start, claim.end, subject.subject.texts)
            known = figure(claim.figure)
            if known and place is not None and place.path in subject.chapters:
                yield _fault(claim, known, place)


def _fault(claim: Claim, known: Figure, place: Place) -> Diagnostic:
    return fault(
        "AR620",
        place,
        figure="meetings" if claim.figure == "times" else claim.figure,
        noun=claim.noun,
        number=known.number,
        written=claim.written,
    )


def _years(subject: ReportSubject) -> tuple[int, int] | None:
    """Return the years that stand for the whole period, the first and the last."""
    first, last = subject.report.period.first, subject.report.period.last
    if first.year == last.year and not subject.report.period.is_whole_years:
        return None
    return first.year, last.year


def _passages(
    part: Section, outside: Language, above: str = "", *, is_top: bool = True
) -> Iterator[_Passage]:
    """Yield the paragraphs of a section that tell of the whole: not of one case in `cases/`."""
    if "/" not in part.name:
        context = Context(f"{above} {plain_text(part.title)}.", is_top)
        yield from _paragraphs(part.children, part.language or outside, context)


def _paragraphs(
    blocks: tuple[Block, ...], outside: Language, context: Context
) -> Iterator[_Passage]:
    titles = context.above
    for block in blocks:
        language = block.language or outside
        match block:
            case Section():
                yield from _passages(block, outside, titles, is_top=False)
            case Paragraph():
                line = line_of(block.children, language)
                yield _Passage(line, language, context)
                above = titles + f"{context.above} {line.value}"[-_ABOVE:]
                context = Context(above, context.is_top)
            case List():
                for item in block.items:
                    yield from _paragraphs(item.children, item.language or language, context)
            case Passage() | Note():
                yield from _paragraphs(block.children, language, context)
            case Quote() if block.kind != "quote":
                yield from _paragraphs(block.children, language, context)
            case _:
                pass


OF_REPORTS: Final[tuple[ReportRule, ...]] = (contradicted_counts,)
