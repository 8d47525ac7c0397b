"""Writing: each file whole or not at all, also when the program is killed."""

import os
from collections.abc import Mapping
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from typing import Final, Literal, TypeAlias

ATTEMPTS: Final = 5
"""How often a file is written anew when another run has cleared it away."""

WriteFault: TypeAlias = Literal["in-use", "denied", "failed"]


def write_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, WriteFault]:
    """Write files into a folder, made if need be; return what could not be written, and why.

    All are written beside their place first and then moved there one by one, so that a reader sees
    the old or the new of each, never a part. What an earlier run left behind is cleared away.
    `in-use` is a file that another program holds open (Windows), or a folder in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return dict.fromkeys(files, reason(error))
    faults: dict[str, WriteFault] = {}
    ready: list[tuple[Path, str]] = []
    for name, data in files.items():
        _clear(folder, name)
        beside = folder / f".{name}.{os.getpid()}.new"
        try:
            _write(beside, data)
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, "a folder in its place")
        except OSError as error:
            _remove(beside)
            faults[name] = reason(error)
        else:
            ready.append((beside, name))
    for beside, name in ready:
        try:
            if not faults:
                _move(beside, folder / name, files[name])
        except OSError as error:
            faults[name] = reason(error)
        finally:
            _remove(beside)
    return faults


def reason(error: OSError) -> WriteFault:
    """Say in one word why a file could not be written."""
    in_use = 32  # ERROR_SHARING_VIOLATION: another Windows program holds the file open
    if getattr(error, "winerror", None) == in_use or isinstance(error, IsADirectoryError):
        return "in-use"
    return "denied" if isinstance(error, PermissionError) else "failed"


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move(beside: Path, target: Path, data: bytes) -> None:
    """Move a file to its place; another run may have taken it for what a killed one left behind."""
    for _ in range(ATTEMPTS):
        with suppress(FileNotFoundError):
            beside.replace(target)
            return
        _write(beside, data)
    beside.replace(target)


def _clear(folder: Path, name: str) -> None:
    # No pattern: a name may hold signs that mean something in one.
    for left in folder.iterdir():
        if left.name.startswith(f".{name}.") and left.name.endswith(".new"):
            _remove(left)


def _remove(path: Path) -> None:
    """Remove a file; one that will not go away (in use, a folder) is in nobody's way."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
