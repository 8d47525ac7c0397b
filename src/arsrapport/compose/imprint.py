"""The imprint: who published what, and the standard signs of its tables."""

from arsrapport.compose.inline import paragraph, term, text
from arsrapport.compose.signs import signs_table
from arsrapport.document.nodes import Block, Definition, Definitions, Link, Paragraph
from arsrapport.document.publication import licence_of
from arsrapport.language.dates import date_range, long_date
from arsrapport.model.report import Report


def imprint_blocks(report: Report, used: frozenset[str]) -> tuple[Block, ...]:
    """Return what the files say of the publication, then the standard signs that are used."""
    plan, language, period = report.plan, report.language, report.period
    dates = date_range(period.first, period.last, language)
    rows = [
        ("publisher", report.publisher),
        ("series", plan.series),
        ("isbn", plan.isbn),
        ("issn", plan.issn),
        ("published", long_date(plan.published, language) if plan.published else ""),
        ("period", "" if period.is_whole_years else dates),
    ]
    facts = tuple(
        Definition(term(language, key), (paragraph(value),)) for key, value in rows if value
    )
    if licence := licence_of(plan.licence):
        link = Link(licence.address, text(licence.name))
        facts = (*facts, Definition(term(language, "licence"), (Paragraph((link,)),)))
    return (
        *((Definitions(facts, place=plan.place),) if facts else ()),
        *signs_table(used, language),
    )
