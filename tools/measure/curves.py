"""Curves: what a report costs as its meetings become more, format by format."""

import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from measure.meetings import YEAR, report_project, write
from measure.processes import Cost, Step, in_turn, program
from measure.table import Row

FORMATS = ("pdf", "html", "docx", "md", "json")


def curves(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Measure reports of these numbers of meetings, the smallest first, each format by itself.

    `ratio` is the time per meeting by that of the smallest report, which start-up makes dear;
    `ms more` is what each meeting more than in the row above takes, alike in all rows of a format
    where time grows with the meetings and no faster.
    """
    with tempfile.TemporaryDirectory() as name:
        folders = {size: write(Path(name, str(size)), report_project(size)) for size in sizes}
        tasks = {
            (format_, size): [_build(folder, format_)]
            for size, folder in folders.items()
            for format_ in FORMATS
        }
        costs = in_turn(tasks, rounds, warm=False)
    return [row for f in FORMATS for row in _rows(f, [(n, costs[f, n]) for n in sizes])]


def _build(folder: Path, format_: str) -> Step:
    return program("build", str(YEAR), "--format", format_, folder=folder)


def _rows(format_: str, costs: Sequence[tuple[int, Cost]]) -> Iterator[Row]:
    smallest, least = costs[0]
    for (before, cheaper), (meetings, cost) in pairwise([costs[0], *costs]):
        more = meetings - before
        each = (cost.seconds / meetings) / (least.seconds / smallest)
        yield {
            "format": format_,
            "meetings": meetings,
            "s": cost.seconds,
            "MB": cost.megabytes,
            "ms each": 1000 * cost.seconds / meetings,
            "ratio": each,
            "ms more": 1000 * (cost.seconds - cheaper.seconds) / more if more else None,
            "MB more": _more(cheaper.megabytes, cost.megabytes, more),
        }


def _more(before: float | None, after: float | None, meetings: int) -> float | None:
    return (after - before) / meetings if before and after and meetings else None
