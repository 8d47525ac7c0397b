"""Writing: each file whole or not at all, also when the program is killed."""

import os
from collections.abc import Mapping
from contextlib import suppress
from errno import EBUSY, EISDIR
from pathlib import Path
from time import sleep
from typing import Final, Literal, TypeAlias

from arsrapport.source.windows import WINDOWS, reachable

ATTEMPTS: Final = 5
"""How often a file is written anew when another run has cleared it away, or held it."""

PAUSE: Final = 0.03
"""Seconds before the second attempt at a file that is held, twice as many before the next, and so
on: on Windows a virus scanner may look into a new file for a moment."""

WriteFault: TypeAlias = Literal["in-use", "denied", "failed"]

SHARING_VIOLATION: Final = 32
"""Windows' error for a file that another program holds open, when it is opened or moved itself."""


class HeldError(OSError):
    """Another program holds a file open."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, WriteFault]:
    """Write files into a folder, made if need be; return what could not be written, and why.

    All are written beside their place first and then moved there one by one, so that a reader sees
    the old or the new of each, never a part. What an earlier run left behind is cleared away.
    `in-use` is a file that another program holds open (Windows), or a folder in its place.
    """
    folder = reachable(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return dict.fromkeys(files, reason(error))
    faults: dict[str, WriteFault] = {}
    ready: list[tuple[Path, str]] = []
    for name, data in files.items():
        try:
            ready.append((write_beside(folder / name, data), name))
        except OSError as error:
            faults[name] = reason(error)
    for beside, name in ready:
        try:
            if not faults:
                move(beside, folder / name, files[name])
        except OSError as error:
            faults[name] = reason(error)
        finally:
            remove(beside)
    return faults


def write_beside(target: Path, data: bytes) -> Path:
    """Write a file beside its place, clear of what was left there, and return where.

    Raises OSError, and leaves nothing, where that cannot be done or the target not be replaced.
    """
    _clear(target.parent, target.name)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _write(beside, data)
        _claim(target)
    except OSError:
        remove(beside)
        raise
    return beside


def reason(error: OSError) -> WriteFault:
    """Say in one word why a file could not be written."""
    held = getattr(error, "winerror", None) == SHARING_VIOLATION
    if held or isinstance(error, IsADirectoryError | HeldError):
        return "in-use"
    return "denied" if isinstance(error, PermissionError) else "failed"


def _claim(target: Path) -> None:
    """Raise an error where a file cannot be replaced, before any other is."""
    if target.is_dir():
        raise IsADirectoryError(EISDIR, "a folder in its place")
    if WINDOWS and target.exists():
        try:
            target.open("r+b").close()
        except PermissionError as error:
            raise _told_apart(error, target) from error


def _told_apart(error: PermissionError, target: Path) -> OSError:
    """Return what is wrong with a file that Windows denies.

    Of one that a reader holds open, Windows says what it says of one that must not be written:
    access denied (5). The latter is marked as read-only.
    """
    return HeldError(EBUSY, "held open") if os.access(target, os.W_OK) else error


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def move(beside: Path, target: Path, data: bytes) -> None:
    """Move a file to its place; another run may have taken it for what a killed one left behind."""
    for attempt in range(ATTEMPTS):
        try:
            _replace(beside, target)
        except FileNotFoundError:
            _write(beside, data)
        except HeldError:
            sleep(PAUSE * 2**attempt)
        else:
            return
    _replace(beside, target)


def _replace(beside: Path, target: Path) -> None:
    try:
        beside.replace(target)
    except PermissionError as error:
        if WINDOWS:
            raise _told_apart(error, target) from error
        raise


def _clear(folder: Path, name: str) -> None:
    # No pattern: a name may hold signs that mean something in one. A folder that may be written but
    # not read is not cleared.
    with suppress(OSError):
        for left in folder.iterdir():
            if left.name.startswith(f".{name}.") and left.name.endswith(".new"):
                remove(left)


def remove(path: Path) -> None:
    """Remove a file; one that will not go away (in use, a folder) is in nobody's way."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
