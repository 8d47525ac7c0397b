"""Writing changed files of a project: all of them or none, and only what is as it was when read."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from arsrapport.output.files import move, reason, remove, write_beside
from arsrapport.source.edits import Change
from arsrapport.source.windows import reachable

ChangeFault: TypeAlias = Literal["in-use", "failed", "changed", "protected", "outside"]


class _Ready(Struct, frozen=True):
    """A change that is written beside its place."""

    change: Change
    target: Path
    """With links followed: what is written is the file itself."""
    beside: Path


def change_files(root: Path, changes: Iterable[Change]) -> dict[str, ChangeFault]:
    """Write changed files of a project in place of what they were; return what could not be, why.

    All are written beside their places first. Only when every file still holds what it held when
    it was read, and can be replaced, are they moved there one by one; else nothing is changed.
    `changed` is a file that somebody else has written to, `protected` one that must not be written,
    `outside` one that lies, by a link, outside the project. A file that two names lead to is
    written once.
    """
    root = reachable(root)
    faults: dict[str, ChangeFault] = {}
    ready: dict[Path, _Ready] = {}
    try:
        for change in changes:
            try:
                target = (root / change.path).resolve(strict=True)
                if fault := _fault(change, target, root):
                    faults[change.path] = fault
                elif target not in ready:
                    ready[target] = _Ready(change, target, _beside(change, target))
            except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
                faults[change.path] = _reason(error)
        if not faults:
            faults = _replace(ready.values(), root)
    finally:
        for file in ready.values():
            remove(file.beside)
    return faults


def _fault(change: Change, target: Path, root: Path) -> ChangeFault | None:
    if not target.is_relative_to(root.resolve()):
        return "outside"
    if not target.is_file() or target.read_bytes() != change.before:
        return "changed"
    return None if os.access(target, os.W_OK) else "protected"


def _beside(change: Change, target: Path) -> Path:
    beside = write_beside(target, change.after)
    with suppress(OSError):
        shutil.copymode(target, beside)
    return beside


def _replace(ready: Iterable[_Ready], root: Path) -> dict[str, ChangeFault]:
    """Move files to their places, if all of them are still as they were."""
    files = tuple(ready)
    faults: dict[str, ChangeFault] = {}
    for file in files:
        if fault := _fault(file.change, file.target, root):
            faults[file.change.path] = fault
    for file in files if not faults else ():
        try:
            move(file.beside, file.target, file.change.after)
        except OSError as error:
            faults[file.change.path] = _reason(error)
    return faults


def _reason(error: OSError | RuntimeError) -> ChangeFault:
    if isinstance(error, FileNotFoundError | RuntimeError):
        return "changed"
    why = reason(error)
    return "protected" if why == "denied" else why
