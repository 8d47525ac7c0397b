"""Parsing: what a check of a whole project costs as its meetings become more."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from measure.meetings import archive_project, write
from measure.processes import in_turn, program
from measure.table import Row


def parsing(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Measure `arsrapport check` over projects of these numbers of meetings, the smallest first.

    `ratio` is the time per meeting by that of the smallest project.
    """
    with tempfile.TemporaryDirectory() as name:
        folders = {size: write(Path(name, str(size)), archive_project(size)) for size in sizes}
        tasks = {size: [program("check", folder=folder)] for size, folder in folders.items()}
        costs = in_turn(tasks, rounds, warm=False)
    least = costs[sizes[0]].seconds / sizes[0]
    return [
        {
            "meetings": size,
            "s": cost.seconds,
            "MB": cost.megabytes,
            "ms each": 1000 * cost.seconds / size,
            "ratio": cost.seconds / size / least,
        }
        for size, cost in costs.items()
    ]
