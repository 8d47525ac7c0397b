"""Ignoring: what a comment in a file, or the project, says that `check` is not to tell of.

`# arsrapport: ignore AR312 – reason` in YAML, `<!-- arsrapport: ignore AR801 – reason -->` in
Markdown. Behind something it goes for its line. Alone on a line it goes for what comes next: in
YAML an entry with all that stands further in, in Markdown up to the next blank line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import CODES, FOUND_BY_BUILD, Diagnostic, Severity, fault
from arsrapport.source.characters import shown
from arsrapport.source.place import Place

_MARK: Final = re.compile(r"arsrapport:[ \t]+ignore", re.IGNORECASE)
_CODES: Final = r"(?P<codes>[^\s,:]{1,40}(?:[ \t]*,[ \t]*[^\s,:]{1,40}){0,20})"


def _asking(begin: str, end: str) -> re.Pattern[str]:
    """Return what a comment looks like that asks to ignore something; nothing in it is its end."""
    dashes = rf"(?:[ \t]*(?:(?!{end})[-\N{{EN DASH}}\N{{EM DASH}}:])+)?"
    reason = rf"(?P<reason>(?:(?!{end}).){{0,500}}?)"
    asked = rf"{begin}[ \t]*{_MARK.pattern}[ \t]+{_CODES}{dashes}{reason}{end}"
    return re.compile(asked, re.IGNORECASE)


_IN_YAML: Final = _asking(r"(?:^|[ \t])#", "$")
_IN_MARKDOWN: Final = _asking("<!--", "-->")
_FENCE: Final = re.compile(r"---[ \t]*")


class Ignore(Struct, frozen=True):
    """One code that is not to be told in some lines."""

    code: str
    reason: str
    place: Place
    """Of the code in the comment."""
    first_line: int
    last_line: int

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Say whether this is such a finding."""
        place = diagnostic.place
        is_there = place.path == self.place.path and self.first_line <= place.line <= self.last_line
        return is_there and diagnostic.code == self.code


class ProjectIgnore(Struct, frozen=True):
    """Codes that are not to be told in a project, or in a file or a folder of it."""

    code: str
    """Or the beginning of some codes: `AR8`."""
    path: str
    """"" for the whole project."""
    place: Place
    """In arsrapport.yaml."""

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Say whether this is such a finding."""
        inside = f"{diagnostic.place.path}/".startswith(f"{self.path.rstrip('/')}/")
        return diagnostic.code.startswith(self.code) and (inside or not self.path)


def find_ignores(path: str, text: str) -> tuple[Ignore, ...]:
    """Return what the comments of a file ask for, sound or not."""
    if _MARK.search(text) is None:
        return ()
    lines = text.split("\n")
    yaml = _yaml_lines(path, lines)
    return tuple(
        ignore
        for index, line in enumerate(lines)
        for found in (_IN_YAML if index in yaml else _IN_MARKDOWN).finditer(line)
        for ignore in _ignores(path, lines, index, found, in_yaml=index in yaml)
    )


def without_ignored(
    diagnostics: Iterable[Diagnostic],
    ignores: Sequence[Ignore],
    of_project: Sequence[ProjectIgnore],
    *,
    is_whole: bool,
) -> Iterator[Diagnostic]:
    """Yield the findings that nobody asked to ignore, and what is wrong with those who ask.

    An error that stops a build is told whatever anybody asks. AR120: no reason is given, and so
    nothing ignored. AR121: the code is unknown, or that of such an error. AR122: nothing was found
    that it could be about; not told while files are broken, nor of what depends on the day.

    Args:
        diagnostics: All findings.
        ignores: Of all files.
        of_project: Of arsrapport.yaml.
        is_whole: Whether all files could be read.
    """
    sound = [ignore for ignore in ignores if ignore.reason and can_be_ignored(ignore.code)]
    by_file: dict[tuple[str, str], list[Ignore]] = {}
    for ignore in sound:
        by_file.setdefault((ignore.place.path, ignore.code), []).append(ignore)
    used: set[Ignore] = set()
    for diagnostic in diagnostics:
        candidates = by_file.get((diagnostic.place.path, diagnostic.code), ())
        covering = [ignore for ignore in candidates if ignore.covers(diagnostic)]
        used.update(covering)
        is_ignored = covering or any(ignore.covers(diagnostic) for ignore in of_project)
        if not (is_ignored and can_be_ignored(diagnostic.code)):
            yield diagnostic
    for ignore in ignores:
        yield from _judge(ignore.code, [ignore.code], ignore.place)
        if not ignore.reason:
            yield fault("AR120", ignore.place, code=shown(ignore.code))
    for entry in of_project:
        family = [code for code in CODES if code.startswith(entry.code)]
        yield from _judge(entry.code, family, entry.place)
    for ignore in sound:
        if is_whole and ignore not in used and CODES[ignore.code] is not Severity.INFO:
            yield fault("AR122", ignore.place, code=ignore.code)


def can_be_ignored(code: str) -> bool:
    """Say whether a code is known, and not that of an error that stops a build."""
    return code in CODES and not (code in FOUND_BY_BUILD and CODES[code] is Severity.ERROR)


def _judge(code: str, meant: Sequence[str], place: Place) -> Iterator[Diagnostic]:
    if not any(known in CODES for known in meant):
        near = f"AR{''.join(filter(str.isdecimal, code))}"
        near = near if near in CODES else ""
        yield fault("AR121", place, code=shown(code), reason="unknown", nearest=near)
    elif not any(map(can_be_ignored, meant)):
        yield fault("AR121", place, code=code, reason="error", nearest="")


# --- what a comment goes for ----------------------------------------------------------------


def _yaml_lines(path: str, lines: Sequence[str]) -> range:
    """Return the indices of the lines that are YAML: all of them, or those of front matter."""
    if not path.endswith(".md"):
        return range(len(lines))
    if not _FENCE.fullmatch(lines[0]):
        return range(0)
    fences = (index for index in range(1, len(lines)) if _FENCE.fullmatch(lines[index]))
    return range(next(fences, len(lines)))


def _ignores(
    path: str, lines: Sequence[str], index: int, found: re.Match[str], *, in_yaml: bool
) -> Iterator[Ignore]:
    line = lines[index]
    is_alone = not (line[: found.start()] + line[found.end() :]).strip()
    first, last = index, index
    if is_alone:
        first, last = _yaml_below(lines, index) if in_yaml else _markdown_below(lines, index)
    reason = found["reason"].strip()
    for code in re.finditer(r"[^\s,]+", found["codes"]):
        column = found.start("codes") + code.start() + 1
        place = Place(path, index + 1, column, index + 1, column + len(code[0]))
        yield Ignore(code[0].upper(), reason, place, first + 1, last + 1)


def _yaml_below(lines: Sequence[str], index: int) -> tuple[int, int]:
    """Return the first and the last line of the entry below: the next, and what is further in."""
    below = range(index + 1, len(lines))
    first = next((i for i in below if lines[i].strip() and lines[i].lstrip()[0] != "#"), index)
    last, indent = first, _indent(lines[first])
    for i in range(first + 1, len(lines)):
        if lines[i].strip() and _indent(lines[i]) <= indent:
            break
        last = i
    return first, last


def _markdown_below(lines: Sequence[str], index: int) -> tuple[int, int]:
    """Return the first and the last line of the block below; blank lines may come before it."""
    below = range(index + 1, len(lines))
    first = next((i for i in below if lines[i].strip()), index)
    last = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines)) - 1
    return first, max(first, last)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
