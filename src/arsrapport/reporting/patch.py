"""Changes as a patch that `git apply` and `patch -p1` take: a unified diff, byte for byte.

The form is that of GNU diff ("Detailed Description of Unified Format"), with `a/` and `b/` in front
and odd names in quotes as git has it (git-diff, *Generating patch text*). Only a line feed ends a
line: a carriage return before it is a part of the line, as it is to git.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from msgspec import Struct

from arsrapport.source.edits import Change

CONTEXT: Final = 3
"""Lines that are shown before and after what is changed."""

_COMPARISONS: Final = 4_000_000
"""Lines of one side times those of the other; beyond it all of them are shown as changed, for what
it costs to find those that are not grows faster still."""

_NO_NEWLINE: Final = "\n\\ No newline at end of file\n"
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class _Block(Struct, frozen=True):
    """Lines, from 0, and what they become."""

    start: int
    end: int
    new_start: int
    new_end: int


def patch(changes: Iterable[Change]) -> bytes:
    """Return one patch of changes to text files; nothing when there is none."""
    return "".join(part for change in changes for part in _patch(change)).encode()


def _patch(change: Change) -> Iterator[str]:
    old, new = _lines(change.before), _lines(change.after)
    blocks = _blocks(old, new)
    if blocks:
        yield f"--- {_named('a', change.path)}\n+++ {_named('b', change.path)}\n"
    for group in _grouped(blocks):
        yield from _hunk(group, old, new)


def _lines(data: bytes) -> list[str]:
    *lines, last = data.decode().split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[_Block]:
    """Return the blocks that differ, in order; only what lies between equal ends is compared."""
    begin, most = 0, min(len(old), len(new))
    while begin < most and old[begin] == new[begin]:
        begin += 1
    tail = 0
    while tail < most - begin and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = _differing(old[begin : len(old) - tail], new[begin : len(new) - tail])
    return [_Block(*(begin + line for line in lines)) for lines in middle]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where lines differ: line by line where there are as many, as after most repairs."""
    if len(old) == len(new):
        for is_same, lines in groupby(range(len(old)), key=lambda line: old[line] == new[line]):
            if not is_same:
                run = list(lines)
                yield run[0], run[-1] + 1, run[0], run[-1] + 1
    elif len(old) * len(new) > _COMPARISONS:
        yield 0, len(old), 0, len(new)
    else:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for what, start, end, new_start, new_end in matcher.get_opcodes():
            if what != "equal":
                yield start, end, new_start, new_end


def _grouped(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Yield the blocks that share their context, together."""
    group: list[_Block] = []
    for block in blocks:
        if group and block.start - group[-1].end > 2 * CONTEXT:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _hunk(group: Sequence[_Block], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = group[0], group[-1]
    before = min(first.start, CONTEXT)
    after = min(len(old) - last.end, CONTEXT)
    yield (
        f"@@ -{_range(first.start - before, last.end + after)}"
        f" +{_range(first.new_start - before, last.new_end + after)} @@\n"
    )
    done = first.start - before
    for block in group:
        yield from (_marked(" ", line) for line in old[done : block.start])
        yield from (_marked("-", line) for line in old[block.start : block.end])
        yield from (_marked("+", line) for line in new[block.new_start : block.new_end])
        done = block.end
    yield from (_marked(" ", line) for line in old[done : done + after])


def _range(start: int, end: int) -> str:
    """Return the number of the first line, and how many there are; of none, of the line before."""
    return f"{start + 1 if end > start else start},{end - start}"


def _marked(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}{_NO_NEWLINE}"


def _named(side: str, path: str) -> str:
    """Return the name of a file; one with a space has a tab behind, one with odd signs quotes."""
    if all(sign.isprintable() and sign not in '"\\' for sign in path if sign != " "):
        return f"{side}/{path}\t" if " " in path else f"{side}/{path}"
    quoted = "".join(_ESCAPES.get(sign) or _octal(sign) for sign in path)
    return f'"{side}/{quoted}"'


def _octal(sign: str) -> str:
    if sign == " " or sign.isprintable():
        return sign
    return "".join(f"\\{byte:03o}" for byte in sign.encode(errors="surrogateescape"))
