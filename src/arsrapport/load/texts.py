"""Texts: the files of a project as text, read when somebody looks."""

from collections.abc import Iterator, Mapping

from arsrapport.load.parse.text import read_text
from arsrapport.source.tree import Tree


class Texts(Mapping[str, str]):
    """The text of each file, as it is read; one that is no text is not there."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[str, str | None] = {}

    def __getitem__(self, path: str) -> str:
        """Return a file's text, without byte-order mark and with LF line ends."""
        if path not in self._known:
            self._known[path] = read_text(self._tree, path)[0]
        text = self._known[path]
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree.paths())

    def __len__(self) -> int:
        return len(self._tree.paths())
