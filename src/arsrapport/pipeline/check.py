"""Check: every fault of a project, without building anything."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, has_errors
from arsrapport.language.languages import Language
from arsrapport.load.sources import Common, read_common
from arsrapport.load.texts import Texts
from arsrapport.pipeline.project import in_order
from arsrapport.pipeline.reports import takes_a_file
from arsrapport.pipeline.selection import chosen, within
from arsrapport.pipeline.theme import open_theme
from arsrapport.pipeline.turns import Memory, take_turns
from arsrapport.rules.files.encoding import unseen
from arsrapport.rules.files.portable import unportable
from arsrapport.rules.ignoring import Ignore, ProjectIgnore, find_ignores, without_ignored
from arsrapport.rules.meetings.meeting_files import named_twice
from arsrapport.source.tree import Tree, UnreadableError, listed


class Checking(Struct, frozen=True):
    """What is asked of a check."""

    as_of: date = date.min
    """The day for what becomes a finding with time."""
    paths: tuple[str, ...] = ()
    """Files and folders of the project that it is asked about; none for all of it."""
    select: tuple[str, ...] = ()
    """Beginnings of codes that alone are told; none for all."""
    ignore: tuple[str, ...] = ()
    """Beginnings of codes that are not told."""
    memory: Memory | None = None
    """What earlier runs found; None for none."""
    processes: int = 1
    """How many may be used; 0 for as many as the machine and the work are good for."""


ALL: Final = Checking()


class Checked(Struct, frozen=True):
    """What a check came to."""

    language: Language
    files: int
    """How many there are of those that were asked about."""
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    """The text of each file, for who shows a line of it."""


def check_project(tree: Tree, checking: Checking = ALL) -> Checked:
    """Find the faults of a project: its files, its meetings and every year's report.

    Committees are taken in turn, as `build --committee` reads them, and each is let go before the
    next: what a check needs of memory is what the largest one takes.

    Args:
        tree: The project's files.
        checking: What is asked of it.
    """
    common = read_common(listed(tree))
    names = _concerned(common, checking.paths)
    found = set(take_turns(common, names, checking.as_of, checking.memory, checking.processes))
    found.update(unportable(common.paths))
    for folder in common.folders.values():
        found.update(named_twice(folder.meetings, folder.strays))
    found.update(_unseen(common, checking.paths))
    found.update(open_theme(common.tree, common.project.data.publisher or "")[1])
    texts = Texts(common.tree)
    told = without_ignored(
        found,
        tuple(_ignores(common, texts)),
        _project_ignores(common),
        is_whole=not has_errors(d for d in found if takes_a_file(d.code)),
    )
    asked = chosen(told, checking.select, checking.ignore, checking.paths)
    files = sum(map(within(checking.paths), common.paths))
    return Checked(common.language, files, in_order(asked), texts)


def _concerned(common: Common, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the committees in whose files findings at these paths may be; "" when there is none.

    What lies outside the folders of committees concerns them all.
    """
    every = tuple(sorted(common.ids))
    parts = [path.split("/") for path in paths]
    inside = {part[1] for part in parts if len(part) > 1 and part[0] == "meetings"}
    is_inside = paths and all(len(part) > 1 and part[1] in common.ids for part in parts)
    return (tuple(name for name in every if name in inside) if is_inside else every) or ("",)


def _unseen(common: Common, paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    for path in filter(within(paths), sorted(common.paths)):
        if path.endswith((".md", ".yaml")):
            with suppress(UnreadableError):
                yield from unseen(path, common.tree.read(path))


def _ignores(common: Common, texts: Mapping[str, str]) -> Iterator[Ignore]:
    for path in sorted(common.paths):
        if path.endswith((".md", ".yaml")):
            yield from find_ignores(path, texts.get(path, ""))


def _project_ignores(common: Common) -> tuple[ProjectIgnore, ...]:
    entries = (common.project.data.check and common.project.data.check.ignore) or ()
    return tuple(
        ProjectIgnore(
            entry.code.upper(),
            entry.path or "",
            common.project.positions.closest(("check", "ignore", index, "code")),
        )
        for index, entry in enumerate(entries)
    )
