"""Tree: a read-only view of a project's files. Nothing else opens an input file."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from arsrapport.source.windows import below, is_junction, reachable

SIZE_LIMIT = 20_000_000
"""The largest file that is read, in bytes; far above any minutes, below what hurts a machine."""

PROJECT_FILE = "arsrapport.yaml"
FOLDERS = ("meetings", "theme", "chapters")
"""The folders of a project that hold input; `build/`, `.git` and the rest are never looked into."""

Reason = Literal["missing", "too-large", "outside", "unreadable", "folder"]


class UnreadableError(Exception):
    """A file cannot be read; `reason` says why, without the machine's own words or paths."""

    def __init__(self, path: str, reason: Reason) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason: Reason = reason


class Tree(Protocol):
    """The files of a project: a folder, a commit, an editor's buffers, or a dict in a test."""

    def paths(self) -> tuple[str, ...]:
        """List every file, relative to the project, with `/`, in code point order.

        A folder that cannot be looked into stands for what is in it: as its path with `/` behind.
        """

    def read(self, path: str) -> bytes:
        """Return the bytes of one file; raises UnreadableError."""


class MemoryTree(Struct, frozen=True):
    """A tree held in memory."""

    files: Mapping[str, bytes]

    def paths(self) -> tuple[str, ...]:
        """List every file."""
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        """Return the bytes of one file."""
        if path not in self.files:
            raise UnreadableError(path, "missing")
        if len(self.files[path]) > SIZE_LIMIT:
            raise UnreadableError(path, "too-large")
        return self.files[path]


class FolderTree(Struct, frozen=True):
    """A tree on disk. Links that lead out of it are refused, folders behind links unseen."""

    root: Path
    folders: tuple[str, ...] | None = FOLDERS
    """The folders that are looked into; None means all."""

    def paths(self) -> tuple[str, ...]:
        """List every file."""
        root = reachable(self.root)
        found: list[str] = []
        if self.folders is None:
            starts = [root]
        else:
            starts = [root / folder for folder in self.folders if self._holds(folder)]
            if (root / PROJECT_FILE).is_file():
                found.append(PROJECT_FILE)
        for start in starts:
            closed: list[str] = []
            for folder, folders, files in os.walk(start, onerror=_note(closed, start)):
                folders[:] = [name for name in folders if _is_walked(folder, name)]
                prefix = _prefix(folder, root)
                found += [f"{prefix}{name}" for name in files if not name.startswith(".")]
            found += [_prefix(folder, root) or "./" for folder in closed]
        return tuple(sorted(found))

    def _holds(self, path: str) -> bool:
        """Say whether a path leads to a place inside, whatever links are on the way."""
        try:
            root = reachable(self.root)
            return (root / path).resolve().is_relative_to(root.resolve())
        except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
            return False

    def read(self, path: str) -> bytes:
        """Return the bytes of one file."""
        root = reachable(self.root)
        full = root / path
        try:
            inside = full.resolve(strict=True).is_relative_to(root.resolve())
            if not inside:
                raise UnreadableError(path, "outside")
            if not full.is_file():
                raise UnreadableError(path, "unreadable")
            with full.open("rb") as file:
                data = file.read(SIZE_LIMIT + 1)
        except FileNotFoundError:
            raise UnreadableError(path, "missing") from None
        except (OSError, ValueError, RuntimeError):
            raise UnreadableError(path, "unreadable") from None
        if len(data) > SIZE_LIMIT:
            raise UnreadableError(path, "too-large")
        return data


def _note(closed: list[str], start: Path) -> Callable[[OSError], None]:
    """Return what notes the folders that cannot be listed; one that is not there is none."""

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            closed.append(str(error.filename or start))

    return note


def _prefix(folder: str, root: Path) -> str:
    """Return what stands before the names of a folder's files."""
    path = below(Path(folder), root)
    return f"{path}/" if path else ""


def _is_walked(folder: str, name: str) -> bool:
    return not name.startswith(".") and not is_junction(os.path.join(folder, name))  # noqa: PTH118


class OverlayTree(Struct, frozen=True):
    """A tree with other bytes in some of its files: as they are to be, or as an editor has them."""

    tree: Tree
    files: Mapping[str, bytes]

    def paths(self) -> tuple[str, ...]:
        """List every file."""
        return tuple(sorted({*self.tree.paths(), *self.files}))

    def read(self, path: str) -> bytes:
        """Return the bytes of one file."""
        data = self.files.get(path)
        return self.tree.read(path) if data is None else data


class ListedTree(Struct, frozen=True):
    """A tree whose files were listed once: a run sees one state, and pays for it once."""

    tree: Tree
    known: tuple[str, ...]

    def paths(self) -> tuple[str, ...]:
        """Return every file as it was listed."""
        return self.known

    def read(self, path: str) -> bytes:
        """Return the bytes of one file."""
        return self.tree.read(path)


def listed(tree: Tree) -> ListedTree:
    """List the files of a tree, once for all."""
    return ListedTree(tree, tree.paths())


def find_project(start: Path) -> Path | None:
    """Return the nearest folder, `start` or above it, that holds arsrapport.yaml."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return None


def find_repository(start: Path) -> Path | None:
    """Return the nearest folder, `start` or above it, that holds `.git`: the top of a checkout.

    In a worktree or a submodule `.git` is a file.
    """
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return None


def builtin_folder() -> Path:
    """Return the folder of the tool's own templates: in the wheel, or beside src/ in a checkout."""
    packed = Path(__file__).parent.parent / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "templates"
