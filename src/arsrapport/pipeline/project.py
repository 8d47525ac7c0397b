"""What every use case begins with: the project's files, and the tool's own."""

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from arsrapport.aggregate.publish import publish
from arsrapport.diagnostics import Diagnostic
from arsrapport.document.nodes import Edition
from arsrapport.language.languages import Language
from arsrapport.load.parse.parsed import parse_project
from arsrapport.load.project import load_committees
from arsrapport.load.sources import DEFAULT_LANGUAGE, Common, read_common
from arsrapport.model.archive import Archive, Published
from arsrapport.rules.build.double_ids import ids_given_twice
from arsrapport.source.tree import PROJECT_FILE, FolderTree, Tree, builtin_folder, listed


class Project(Struct, frozen=True):
    """A project as it was read, in one edition, with the faults found on the way."""

    tree: Tree
    paths: frozenset[str]
    templates: Path
    builtin: Tree
    """The tool's own chapters."""
    whole: Archive
    """With what is withheld: for the rules, and nothing that is published."""
    archive: Published
    """In the edition that was asked for."""
    committees: frozenset[str]
    """The names of all there are, read or not."""
    diagnostics: tuple[Diagnostic, ...]


def open_project(
    tree: Tree, year: str = "", committees: Collection[str] = (), edition: Edition = "public"
) -> Project:
    """Read a project. Broken files are reported and left out; the rest is there.

    Args:
        tree: Its files.
        year: Only committees with something of that year are wanted; "" for any.
        committees: Only these are wanted; none for all. Of others nothing is read: what is wrong
            with them is no concern of this report, and ten thousand meetings take a minute.
        edition: For whom it is to be published.
    """
    common = read_common(listed(tree))
    return open_committees(common, common.ids_with(year, committees), edition)


def language_of(tree: Tree) -> Language:
    """Return the language of a project's messages, before anything else of it is read."""
    file, _ = parse_project(tree, PROJECT_FILE)
    return (file and file.data.language) or DEFAULT_LANGUAGE


def open_committees(
    common: Common, committees: Collection[str], edition: Edition = "public"
) -> Project:
    """Read these committees of a project; with none, only what they share."""
    archive, found = load_committees(common, committees)
    doubles = [fault for c in archive.committees for fault in ids_given_twice(c)]
    templates = builtin_folder()
    return Project(
        tree=common.tree,
        paths=common.paths,
        templates=templates,
        builtin=listed(FolderTree(templates, folders=("chapters",))),
        whole=archive,
        archive=publish(archive, edition),
        committees=common.ids,
        diagnostics=(*found, *doubles),
    )


def _order(found: Diagnostic) -> tuple[object, ...]:
    return found.place, found.code, found.arguments, found.is_withheld, found.edits


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each finding once, by file, line, column and code; with its edits, if it has any."""
    ordered = sorted(set(diagnostics), key=_order)
    once = {(found.place, found.code, found.arguments): found for found in ordered}
    return tuple(once.values())
