"""Checking: what a check of a whole project costs as its meetings become more, beside others.

yamllint and check-jsonschema look at the front matter alone; nothing else looks at more.
"""

import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from measure.meetings import archive_project, with_slips, write
from measure.processes import Cost, Step, in_turn, output, program
from measure.table import Row

WAYS = ("cold", "again", "parallel", "yamllint", "check-jsonschema")


class Size(NamedTuple):
    """A project of some meetings, what was remembered of it, and its front matters alone."""

    meetings: int
    project: Path
    memory: Path
    fronts: Path


def checking(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Measure `arsrapport check` over projects of these numbers of meetings, the smallest first.

    `cold` is one process that remembers nothing, `again` the same with nothing changed, `parallel`
    as many processes as there are cores, remembering nothing. `ratio` of `cold` is the time per
    meeting by that of the smallest project, of all else the time by that of `cold`. `findings` is
    how many there are, and the run fails unless all three ways print the same.
    """
    with tempfile.TemporaryDirectory() as name:
        projects = [_prepare(Path(name, str(size)), size) for size in sizes]
        tasks = {(p.meetings, way): steps for p in projects for way, steps in _ways(p)}
        costs = in_turn(tasks, rounds, warm=False)
        counts = {p.meetings: _findings(p) for p in projects}
    least = costs[sizes[0], "cold"].seconds / sizes[0]
    return [
        _row(size, way, costs, counts[size], least)
        for size in sizes
        for way in WAYS
        if (size, way) in costs
    ]


def _prepare(folder: Path, size: int) -> Size:
    write(folder / "project", with_slips(archive_project(size)))
    fronts = folder / "fronts"
    fronts.mkdir()
    for file in (folder / "project/meetings").rglob("*.md"):
        front = file.read_text(encoding="utf-8").split("---\n")[1]
        name = f"{file.parts[-3]}-{file.stem}.yaml"
        (fronts / name).write_bytes(f"---\n{front}".encode())
    return Size(size, folder / "project", folder / "memory", fronts)


def _ways(size: Size) -> Iterator[tuple[str, list[Step]]]:
    yield "cold", [_check(size, size.memory, "--jobs", "1", forget=True)]
    yield "again", [_check(size, size.memory, "--jobs", "1")]
    yield "parallel", [_check(size, None, "--jobs", str(os.cpu_count() or 1))]
    if importlib.util.find_spec("yamllint"):
        command = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(size.fronts)]
        yield "yamllint", [Step(command, codes=(0, 1))]
    if importlib.util.find_spec("check_jsonschema"):
        schema = size.fronts.parent / "schema.json"
        program_schema = program("schema", "meeting", "--out", str(schema))
        output(program_schema)
        files = sorted(map(str, size.fronts.iterdir()))
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
        yield "check-jsonschema", [Step(command, codes=(0, 1))]


def _check(size: Size, memory: Path | None, *flags: str, forget: bool = False) -> Step:
    environment = {"ARSRAPPORT_CACHE": "" if memory is None else str(memory)}
    arguments = ("check", "--format", "json", "--as-of", "2021-12-31", *flags)
    return program(*arguments, folder=size.project)._replace(
        codes=(0, 1), environment=environment, forget=size.memory if forget else None
    )


def _findings(size: Size) -> int:
    """Return how many findings there are; a run fails unless all ways print the same."""
    printed = {output(steps[0]) for way, steps in _ways(size) if way in WAYS[:3]}
    if len(printed) != 1:
        raise SystemExit("cold, remembered and parallel checks print different findings")
    return printed.pop().count(b'"code":')


def _row(
    size: int, way: str, costs: dict[tuple[int, str], Cost], findings: int, least: float
) -> Row:
    cost, cold = costs[size, way], costs[size, "cold"]
    return {
        "meetings": size,
        "what": way,
        "s": cost.seconds,
        "MB": cost.megabytes,
        "ms each": 1000 * cost.seconds / size,
        "ratio": cold.seconds / size / least if way == "cold" else cost.seconds / cold.seconds,
        "findings": findings if way in WAYS[:3] else None,
    }
