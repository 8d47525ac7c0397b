"""Turns: the committees of a project are checked one by one, here or in processes beside this one.

What a check finds in a committee follows from the files that it may read, the day and the program
alone. So what was found last time stands as long as these do. What is withheld is remembered
nowhere: a committee with a finding in it is checked anew each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final, Protocol

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.load.sources import Common, read_common
from arsrapport.pipeline.faults import faults_of
from arsrapport.source.tree import Tree, UnreadableError

WORTH_A_PROCESS: Final = 150
"""Meetings in the committees to check for each process that is started; it takes a second."""


class Memory(Protocol):
    """What remembers the findings of committees from one run to the next."""

    def recall(self, name: str, key: bytes) -> tuple[Diagnostic, ...] | None:
        """Return what was found with this key; None when it is not known."""

    def keep(self, name: str, key: bytes, found: tuple[Diagnostic, ...]) -> None:
        """Remember what was found; a failure is nobody's concern."""


class _Job(Struct, frozen=True):
    """A committee to be checked ("" for a project without one), and the key of its files."""

    name: str
    key: bytes


def take_turns(
    common: Common, names: Sequence[str], as_of: date, memory: Memory | None, processes: int
) -> Iterator[Diagnostic]:
    """Yield the faults of committees.

    Args:
        common: Of the project.
        names: The committees' ids; "" stands for what a project without any has.
        as_of: The day for what becomes a finding with time.
        memory: Of earlier runs; None for none.
        processes: How many may be used; 0 for as many as the machine and the work are good for.
    """
    jobs = [_Job(name, b"") for name in names]
    if memory is not None:
        begin = _begin(common, as_of)
        jobs = [_Job(name, _key(common, name, begin)) for name in names]
        known = [memory.recall(job.name, job.key) for job in jobs]
        for found in known:
            yield from found or ()
        jobs = [job for job, found in zip(jobs, known, strict=True) if found is None]
    for job, found in _check(common, jobs, as_of, processes):
        if memory is not None and not any(each.is_withheld for each in found):
            memory.keep(job.name, job.key, found)
        yield from found


def _check(
    common: Common, jobs: Sequence[_Job], as_of: date, processes: int
) -> Iterable[tuple[_Job, tuple[Diagnostic, ...]]]:
    count = min(processes or _worthwhile(common, jobs), len(jobs))
    if count < 2:  # noqa: PLR2004 - one is this process
        return ((job, faults_of(common, job.name, as_of)) for job in jobs)
    return _in_processes(common.tree, jobs, as_of, count)


def _worthwhile(common: Common, jobs: Sequence[_Job]) -> int:
    folders = (common.folders.get(job.name) for job in jobs)
    meetings = sum(len(folder.meetings) for folder in folders if folder)
    return min(meetings // WORTH_A_PROCESS, os.cpu_count() or 1)


# --- processes ------------------------------------------------------------------------------

_common: list[Common] = []
"""In a process that was started: the project, read once."""


def _in_processes(
    tree: Tree, jobs: Sequence[_Job], as_of: date, count: int
) -> Iterator[tuple[_Job, tuple[Diagnostic, ...]]]:
    with ProcessPoolExecutor(count, initializer=_open, initargs=(tree,)) as pool:
        results = pool.map(_turn, [job.name for job in jobs], [as_of] * len(jobs))
        yield from zip(jobs, results, strict=True)


def _open(tree: Tree) -> None:
    _common.append(read_common(tree))


def _turn(name: str, as_of: date) -> tuple[Diagnostic, ...]:
    return faults_of(_common[0], name, as_of)


# --- keys -----------------------------------------------------------------------------------


def _begin(common: Common, as_of: date) -> bytes:
    """Return what all keys of a run have in common: the program, the day, the shared files."""
    digest = blake2b(_program())
    digest.update(as_of.isoformat().encode())
    for path in common.tree.paths():
        _add(digest, path.encode(errors="surrogatepass"))
        if not path.startswith("meetings/") or path.count("/") == 1:
            _add(digest, _bytes(common.tree, path))
    return digest.digest()


def _key(common: Common, name: str, begin: bytes) -> bytes:
    digest = blake2b(begin)
    for path in common.tree.paths():
        if path.startswith(f"meetings/{name}/"):
            _add(digest, _bytes(common.tree, path))
    return digest.digest()


def _add(digest: blake2b, data: bytes) -> None:
    """Add bytes with their length, so that no two lists of them are the same."""
    digest.update(len(data).to_bytes(8))
    digest.update(data)


def _bytes(tree: Tree, path: str) -> bytes:
    try:
        return b"+" + tree.read(path)
    except UnreadableError as error:
        return error.reason.encode()


def _program() -> bytes:
    """Return what tells this program from another: its files, and the libraries that read."""
    from importlib.metadata import version  # noqa: PLC0415 - only with a memory

    from arsrapport.source.tree import builtin_folder  # noqa: PLC0415

    own = Path(__file__).parent.parent
    parts = [
        f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}"
        for folder in (own, builtin_folder())
        for file in sorted(folder.rglob("*"))
        if file.suffix in {".py", ".toml", ".md"}
    ]
    parts += [version(name) for name in ("markdown-it-py", "mdit-py-plugins", "pydantic", "pyyaml")]
    return "\n".join(parts).encode()
