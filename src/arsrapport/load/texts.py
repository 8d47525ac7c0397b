"""Texts: the files of a project as text, read when somebody looks."""

from collections.abc import Iterator, Mapping

from arsrapport.load.parse.text import read_text
from arsrapport.source.tree import Tree


class Texts(Mapping[str, str]):
    """The text of each file, as it is read; one that is no text is not there.

    The last one is kept: who looks, looks at one file after the other.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._last: tuple[str, str | None] = ("", None)

    def __getitem__(self, path: str) -> str:
        """Return a file's text, without byte-order mark and with LF line ends."""
        known, text = self._last
        if known != path:
            text = read_text(self._tree, path)[0]
            self._last = (path, text)
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree.paths())

    def __len__(self) -> int:
        return len(self._tree.paths())
