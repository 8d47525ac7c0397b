"""Files: what cannot be seen in a text, and yet makes other programs stumble."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault, with_edits
from arsrapport.source.edits import MARK, Edit
from arsrapport.source.place import Place

_LINE_END: Final = re.compile("\r\n|\r|\n")
_NAMES: Final = {"\r\n": "CRLF", "\r": "CR", "\n": "LF"}


def unseen(path: str, data: bytes) -> Iterator[Diagnostic]:
    """AR117: the file begins with a byte-order mark. AR118: its lines do not all end alike.

    Lines that all end in LF, or all in CRLF, are fine; a lone CR, which git and most editors do not
    take for the end of a line, is not. Told once, of the first line that is to be changed.

    Args:
        path: Of a text file.
        data: Of the file; what is not UTF-8 is told elsewhere.
    """
    has_mark = data.startswith(MARK.encode())
    if not has_mark and b"\r" not in data:
        return
    try:
        text = data.decode().removeprefix(MARK)
    except UnicodeDecodeError:
        return
    if has_mark:
        yield with_edits(fault("AR117", Place(path)), Edit(Place(path), what="mark"))
    number = Counter(_LINE_END.findall(text))
    usual = "\r\n" if number["\r\n"] > number["\n"] else "\n"
    if set(number) - {usual}:
        found = _first_other(path, text, usual)
        yield with_edits(found, Edit(Place(path), usual, "line-ends"))


def _first_other(path: str, text: str, usual: str) -> Diagnostic:
    begin = 0
    for line, end in enumerate(_LINE_END.finditer(text), start=1):
        if end[0] != usual:
            place = Place(path, line, end.start() - begin + 1, line + 1, 1)
            return fault("AR118", place, found=_NAMES[end[0]], usual=_NAMES[usual])
        begin = end.end()
    raise AssertionError(usual)
