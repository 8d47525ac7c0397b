"""Writing files that are not there yet: all of them or none, and never over another."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from arsrapport.output.files import WriteFault, reason
from arsrapport.source.windows import reachable


def in_the_way(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Return what is there already of the files that are to be made in a folder.

    It is what has the name of one of them, whatever it is, or what is no folder where one of their
    folders is to be; "." is the folder itself.
    """
    folder = reachable(folder)
    found: dict[str, None] = {}
    for name in names:
        for above in reversed(PurePosixPath(name).parents):
            path = folder / above
            if os.path.lexists(path) and not path.is_dir():
                found[above.as_posix()] = None
        if os.path.lexists(folder / name):
            found[name] = None
    return tuple(found)


def write_new_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, WriteFault]:
    """Write files with the folders they lie in, in their order; return what could not be, and why.

    Names may lead into folders, with `/`. When one file cannot be written, or the run is broken
    off, all that was made is taken away again. A run that is killed leaves the first files.
    """
    folder = reachable(folder)
    made: list[Path] = []
    name = ""
    try:
        for name, data in files.items():
            _make(folder / name, data, made)
    except OSError as error:
        _take_away(made)
        return {name: reason(error)}
    except BaseException:
        _take_away(made)
        raise
    return {}


def _make(target: Path, data: bytes, made: list[Path]) -> None:
    """Make a file and the folders above it that are missing, and note each as it is made."""
    for folder in reversed(target.parents):
        if not folder.is_dir():
            folder.mkdir()
            made.append(folder)
    with target.open("xb") as file:
        made.append(target)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_away(made: list[Path]) -> None:
    for path in reversed(made):
        # What will not go away, as a folder that somebody else has put a file into, stays.
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
