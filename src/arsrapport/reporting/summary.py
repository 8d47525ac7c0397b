"""What was built, as a short table."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.language.numbers import decimal
from arsrapport.source.characters import shown

COLUMNS = ("committee", "meetings", "items", "people", "pages", "files", "seconds")


class Row(Protocol):
    """One committee's result, as the pipeline gives it."""

    @property
    def committee(self) -> str: ...  # noqa: D102 - the names say it
    @property
    def meetings(self) -> int: ...  # noqa: D102
    @property
    def items(self) -> int: ...  # noqa: D102
    @property
    def people(self) -> int: ...  # noqa: D102
    @property
    def pages(self) -> int: ...  # noqa: D102
    @property
    def files(self) -> tuple[Path, ...]: ...  # noqa: D102


def summary_lines(
    rows: Sequence[Row], seconds: float, language: Language, here: Path
) -> Iterator[str]:
    """Yield a table with a line a committee, then the path of each file, seen from `here`.

    Seconds are those of the whole run and stand in the last line.
    """
    head = [label(language, column) for column in COLUMNS]
    table = [head]
    for index, row in enumerate(rows):
        last = decimal(seconds, language) if index == len(rows) - 1 else ""
        pages = str(row.pages) if row.pages else ""
        numbers = (row.meetings, row.items, row.people, pages, len(row.files), last)
        table.append([shown(row.committee), *map(str, numbers)])
    widths = [max(len(line[column]) for line in table) for column in range(len(COLUMNS))]
    for line in table:
        first, *rest = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()
    yield ""
    for row in rows:
        yield from (f"  {_seen_from(here, file)}" for file in row.files)


def _seen_from(here: Path, file: Path) -> str:
    try:
        return shown(os.path.relpath(file, here))
    except ValueError:  # another drive on Windows
        return shown(str(file))
