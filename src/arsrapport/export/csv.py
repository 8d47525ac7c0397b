"""CSV as Norwegian Excel opens it: UTF-8 with a byte-order mark, `;`, CRLF, ISO dates.

A spreadsheet works out a cell that begins with `=`, and makes a date of `18-04-01` or `4.1`. Such a
text gets an apostrophe before it, and so does one that has an apostrophe there already: whoever
takes one apostrophe off the front of each cell that has one, has what stands in the record.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from msgspec import UnsetType

from arsrapport.export.record import record_of
from arsrapport.export.tables import Cell, Table, tables_of
from arsrapport.language.dates import read_date
from arsrapport.language.languages import LANGUAGES
from arsrapport.language.tables import grammar
from arsrapport.model.archive import Person
from arsrapport.model.report import Report
from arsrapport.source.characters import CONTROL

BOM: Final = b"\xef\xbb\xbf"
PARTED: Final = " | "
"""Between several texts in one cell; a comma may stand in each of them."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")  # noqa: RUF001 - full-width signs begin formulas too
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,14}")
_CLOCK: Final = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]")
_LONGEST_NUMBER: Final = 40
_NOT_MONTHS: Final = frozenset({"e", "am", "pm", "kr"})


def report_csv(report: Report, people: tuple[Person, ...]) -> dict[str, bytes]:
    """Return the tables of a report by their names: people, meetings, items, presence, actions.

    Args:
        report: Of either edition; in the public one there is nothing withheld.
        people: All of the project, those of the register first.
    """
    return {table.name: write_table(table) for table in tables_of(record_of(report, people))}


def write_table(table: Table) -> bytes:
    """Return a table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(map(_cells, table.rows))
    return BOM + text.getvalue().encode()


def _cells(row: Iterable[Cell]) -> list[str]:
    return [_cell(cell) for cell in row]


def _cell(cell: Cell) -> str:
    match cell:
        case UnsetType():
            return ""
        case bool() | int():
            return str(int(cell))
        case date():
            return cell.isoformat()
        case tuple():
            return guarded(PARTED.join(cell))
        case str():
            return guarded(cell)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for anything else, see the module."""
    clean = CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{clean}" if clean.startswith(_FORMULA) or _is_reckoned(clean) else clean


def _is_reckoned(text: str) -> bool:
    """Say whether a spreadsheet would make another thing of a text: a date of `4.1` or `1-5`.

    A whole number, a date and a clock time come out as what they are.
    """
    if len(text) > _LONGEST_NUMBER or not any(map(str.isdigit, text)):
        return False
    if _WHOLE.fullmatch(text) or _CLOCK.fullmatch(text) or read_date(text):
        return False
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return all(word in _NOT_MONTHS or word in _months() for word in words)


@cache
def _months() -> frozenset[str]:
    names = [month.casefold() for language in LANGUAGES for month in grammar(language).months]
    return frozenset(names) | {name[:3] for name in names} | {"sept"}
