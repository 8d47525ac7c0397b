"""The imprint: who published what, and the standard signs.

The signs are Statistics Norway's standard signs in tables as they were until 2021.
"""

from arsrapport.compose.inline import paragraph, term, text
from arsrapport.document.nodes import Block, Cell, Definition, Definitions, Table
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range, long_date
from arsrapport.language.languages import Language
from arsrapport.model.report import Report

SIGNS = (
    (".", "sign_impossible"),
    ("..", "sign_missing"),
    ("\N{HORIZONTAL ELLIPSIS}", "sign_not_yet"),
    (":", "sign_confidential"),
    ("-", "sign_nil"),
    ("0", "sign_small"),
    ("*", "sign_provisional"),
)


def imprint_blocks(report: Report, *, signs: bool) -> tuple[Block, ...]:
    """Return what the files say of the publication, then the table of standard signs if wanted."""
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
    return (
        *((Definitions(facts, place=plan.place),) if facts else ()),
        *((_signs(language),) if signs else ()),
    )


def _signs(language: Language) -> Table:
    head = (label(language, "standard_signs"), label(language, "sign"))
    return Table(
        head=tuple(Cell(text(words)) for words in head),
        rows=tuple((Cell(text(label(language, key))), Cell(text(sign))) for sign, key in SIGNS),
        align=("left", "center"),
        header_column=True,
    )
