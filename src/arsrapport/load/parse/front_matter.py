"""Front matter: the YAML between two lines of `---` at the top of a Markdown file."""

import re
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.source.place import Place

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)


class Split(Struct, frozen=True):
    """A file in its two parts."""

    front: str
    """The YAML; blank where the file has no front matter."""
    body: str
    front_line: int = 1
    """The number of the YAML's first line in the file."""
    body_line: int = 1
    """The number of the body's first line in the file."""


def split(text: str, path: str) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    """Part a file at the `---` that closes its front matter.

    Args:
        text: From `read_text`.
        path: Of the file.

    Returns:
        The parts, or AR103 (the first line is not `---`), or AR104 (no other line is).
    """
    opening = _FENCE.match(text)
    if opening is None:
        return None, (fault("AR103", Place(path)),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return None, (fault("AR104", Place(path, 1, 1, 1, 4)),)
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    return Split(front, body, 2, front.count("\n") + 3), ()


def split_optional(text: str, path: str) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    """Do what `split` does, for a file that need not have front matter (a chapter)."""
    return split(text, path) if _FENCE.match(text) else (Split("", text), ())
