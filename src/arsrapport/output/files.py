"""Writing: each file whole or not at all, also when the program is killed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

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
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            beside.unlink(missing_ok=True)
            faults[name] = reason(error)
        else:
            ready.append((beside, name))
    for beside, name in ready:
        try:
            if not faults:
                beside.replace(folder / name)
        except OSError as error:
            faults[name] = reason(error)
        finally:
            beside.unlink(missing_ok=True)
    return faults


def reason(error: OSError) -> WriteFault:
    """Say in one word why a file could not be written."""
    in_use = 32  # ERROR_SHARING_VIOLATION: another Windows program holds the file open
    if getattr(error, "winerror", None) == in_use or isinstance(error, IsADirectoryError):
        return "in-use"
    return "denied" if isinstance(error, PermissionError) else "failed"


def _clear(folder: Path, name: str) -> None:
    for left in folder.glob(f".{name}.*.new"):
        left.unlink(missing_ok=True)
