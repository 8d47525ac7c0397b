"""Text: the bytes of a file as characters, with LF line ends and nothing that cannot be seen."""

from typing import Final

from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.parse.lines import lines_of
from arsrapport.source.characters import CONTROL, code_point
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError

TEXT_LIMIT: Final = 2_000_000
"""The largest text file that is read, in bytes: more than a thousand pages."""

_CONTROL_LIMIT: Final = 20
"""A file with more control characters than this is no text file."""


def read_text(tree: Tree, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Read a file as UTF-8, without a byte-order mark and with LF as the end of every line.

    Returns:
        The text, and what is wrong: AR101 cannot be read, AR102 not UTF-8 (no text), AR116 control
        characters. Of those, a few are read as spaces, so that the rest of the file can be judged.
    """
    try:
        data = tree.read(path)
    except UnreadableError as error:
        return None, (fault("AR101", Place(path), reason=error.reason),)
    if len(data) > TEXT_LIMIT:
        return None, (fault("AR101", Place(path), reason="too-large"),)
    try:
        text = _unified(data.decode())
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, path),)
    return _without_controls(text, path)


def _unified(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, bad: int, path: str) -> Diagnostic:
    before = _unified(data[:bad].decode())
    place = lines_of(before, path).place(len(before))
    place = replace(place, end_line=place.line, end_column=place.column + 1)
    return fault("AR102", place, byte=f"0x{data[bad]:02x}")


def _without_controls(text: str, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if not CONTROL.search(text):
        return text, ()
    lines = lines_of(text, path)
    diagnostics: list[Diagnostic] = []
    for found in CONTROL.finditer(text):
        if len(diagnostics) == _CONTROL_LIMIT:
            return None, tuple(diagnostics)
        place = lines.place(*found.span())
        diagnostics.append(fault("AR116", place, character=code_point(found[0])))
    return CONTROL.sub(" ", text), tuple(diagnostics)
