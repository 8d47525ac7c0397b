"""A place in a file: what every figure, node and diagnostic can be traced to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
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
        return f"{self.path}:{self.line}:{self.column}"
