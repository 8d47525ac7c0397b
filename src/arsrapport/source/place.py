"""A place in a file: what every figure, node and diagnostic can be traced to."""

from typing import Final

from msgspec import Struct

from arsrapport.source.characters import shown

PATH_LIMIT: Final = 4096
"""Characters of a path that are shown; no system takes longer ones."""


class Place(Struct, frozen=True, order=True):
    """A span in a file.

    Lines and columns count from 1, columns in characters (code points), after a byte-order mark
    has been taken away. The end is exclusive; an end of 0 means that only the start is known.
    """

    path: str
    """Relative to the project, with `/` on every system."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, as compilers print it."""
        return f"{shown(self.path, PATH_LIMIT)}:{self.line}:{self.column}"
