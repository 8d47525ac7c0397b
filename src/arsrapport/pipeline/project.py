"""What every use case begins with: the project's files, and the tool's own."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from arsrapport.aggregate.redact import redact
from arsrapport.diagnostics import Diagnostic
from arsrapport.load.project import load
from arsrapport.model.archive import Redacted
from arsrapport.rules.outcomes import ids_given_twice
from arsrapport.source.tree import FolderTree, Tree, builtin_folder, listed


class Project(Struct, frozen=True):
    """A project as it was read, public, with the faults found on the way."""

    tree: Tree
    paths: frozenset[str]
    templates: Path
    builtin: Tree
    """The tool's own chapters."""
    archive: Redacted
    diagnostics: tuple[Diagnostic, ...]


def open_project(tree: Tree) -> Project:
    """Read a project. Broken files are reported and left out; the rest is there."""
    tree = listed(tree)
    archive, found = load(tree)
    doubles = [fault for c in archive.committees for fault in ids_given_twice(c)]
    templates = builtin_folder()
    return Project(
        tree=tree,
        paths=frozenset(tree.paths()),
        templates=templates,
        builtin=listed(FolderTree(templates, folders=("chapters",))),
        archive=redact(archive),
        diagnostics=(*found, *doubles),
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each finding once, by file, line, column and code."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.place, d.code, d.arguments)))
