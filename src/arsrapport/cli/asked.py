"""Asked: what a command line names, files and codes, as the program calls it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePath

from msgspec import Struct

from arsrapport.diagnostics import CODES
from arsrapport.diagnostics.nearest import nearest
from arsrapport.source.windows import below


class Misread(Struct, frozen=True):
    """What of a command line cannot be used, and the label that says why."""

    label: str
    arguments: Mapping[str, str]


def paths_in_project(
    asked: Sequence[Path], root: Path, known: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Misread, ...]]:
    """Return files and folders as the project calls them; none for all of it.

    Args:
        asked: Seen from where the user stands, or absolute.
        root: The project's folder.
        known: The files of the project that are read.
    """
    files = frozenset(known)
    found, misread = [], []
    for path in asked:
        inside = tuple(_seen_from(root, path)) if os.path.lexists(path) else ()
        there = next((name for name in inside if _is_known(name, files)), None)
        if there is not None:
            found.append(there)
        else:
            misread.append(Misread(_why_not(path, inside), {"answer": str(path)}))
    return (() if "" in found else tuple(found)), tuple(misread)


def _seen_from(root: Path, path: Path) -> Iterator[str]:
    """Yield what a path is called inside a folder, as written and with links followed, if it is."""
    with suppress(ValueError):
        yield below(PurePath(os.path.abspath(path)), PurePath(os.path.abspath(root)))  # noqa: PTH100 - takes out `..` and keeps links
    with suppress(OSError, RuntimeError, ValueError):  # RuntimeError: a link that leads to itself
        yield below(path.resolve(), root.resolve())


def _is_known(name: str, files: frozenset[str]) -> bool:
    return not name or name in files or any(file.startswith(f"{name}/") for file in files)


def _why_not(path: Path, inside: Sequence[str]) -> str:
    if not os.path.lexists(path):
        return "asked_path_missing"
    return "asked_path_unread" if inside else "asked_path_outside"


def beginnings_of_codes(asked: Iterable[str]) -> tuple[tuple[str, ...], tuple[Misread, ...]]:
    """Return beginnings of codes in capitals: `AR3` of `ar3,AR801`, and then `AR801`."""
    parts = (part.strip().upper() for each in asked for part in each.split(","))
    beginnings = tuple(dict.fromkeys(filter(None, parts)))
    unknown = (each for each in beginnings if not any(code.startswith(each) for code in CODES))
    return beginnings, tuple(map(_unknown, unknown))


def _unknown(beginning: str) -> Misread:
    family = len("AR1")
    near = nearest(
        beginning, {code[:family] if len(beginning) <= family else code for code in CODES}
    )
    key = "asked_code_nearest" if near else "asked_code_unknown"
    return Misread(key, {"answer": beginning, "nearest": near})
