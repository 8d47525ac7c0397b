"""Fixing: what of a project's faults is certain to be mended right, mended; nothing is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.pipeline.check import Checked, Checking, check_project
from arsrapport.source.edits import Change, apply, compatible
from arsrapport.source.tree import OverlayTree, Tree, UnreadableError, listed

ROUNDS: Final = 5
"""How often at most: what is mended may bring to light what it had hidden."""


class Fixed(Struct, frozen=True):
    """What mending comes to."""

    before: Checked
    after: Checked
    """With what is left."""
    repaired: Mapping[str, int]
    """How many faults were mended in each file, by path."""
    changes: tuple[Change, ...]
    """What is to be written, by path."""


class _Repair(Struct, frozen=True):
    change: Change
    count: int
    """Of the faults that are mended."""


def fix_project(tree: Tree, checking: Checking) -> Fixed:
    """Check a project, mend what can be, and check it again, until nothing more can be.

    What was not asked about, or is ignored, is not mended. Nor is a file that somebody writes to
    while it is checked: the places are no longer those that were found.

    Args:
        tree: The project's files.
        checking: What is asked.
    """
    tree = listed(tree)
    known = dict(_digests(tree))
    before = after = check_project(tree, checking)
    changes: dict[str, Change] = {}
    repaired: Counter[str] = Counter()
    mended: Tree = tree
    for _ in range(ROUNDS):
        repairs = tuple(_repairs(mended, after.diagnostics, known))
        if not repairs:
            break
        for repair in repairs:
            path, new = repair.change.path, repair.change.after
            first = changes.get(path, repair.change)
            changes[path] = Change(path, first.before, new)
            known[path] = _digest(new)
            repaired[path] += repair.count
        mended = OverlayTree(tree, {path: change.after for path, change in changes.items()})
        after = check_project(mended, checking)
    ordered = tuple(changes[path] for path in sorted(changes))
    return Fixed(before, after, dict(sorted(repaired.items())), ordered)


def _repairs(
    tree: Tree, diagnostics: Iterable[Diagnostic], known: Mapping[str, bytes]
) -> Iterator[_Repair]:
    """Yield what mends each file, as far as its bytes are those that were checked."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.edits:
            by_file.setdefault(diagnostic.place.path, []).append(diagnostic)
    for path, found in by_file.items():
        with suppress(UnreadableError):
            data = tree.read(path)
            chosen = set(compatible(edit for each in found for edit in each.edits))
            fitting = [each for each in found if chosen.issuperset(each.edits)]
            if _digest(data) == known.get(path):
                after = apply((edit for each in fitting for edit in each.edits), data)
                if after != data:
                    yield _Repair(Change(path, data, after), len(fitting))


def _digests(tree: Tree) -> Iterator[tuple[str, bytes]]:
    for path in tree.paths():
        if path.endswith((".md", ".yaml")):
            with suppress(UnreadableError):
                yield path, _digest(tree.read(path))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
