"""Headings of items that can be mended: the agenda's title in one, one that is missing put in.

What is put in is tried before it is offered: with it, the file must have the faults that it had,
but for those that are mended.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, with_edits
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.language.names import name_key, one_line
from arsrapport.load.link.agenda import Entry
from arsrapport.load.link.body import Body, begins_with_item, finder, match_body
from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.model.files.meeting import MeetingFile
from arsrapport.source.edits import Edit, apply
from arsrapport.source.place import Place

_HEADING: Final = re.compile(r"(?P<mark> {0,3}##[ \t]+)(?P<words>.*?)(?:[ \t]+#+)?[ \t]*")
_LONGEST_LINE: Final = 1000
_MARKUP: Final = re.compile(r"[#$&*<>\[\\\]^_`{}~]")
_DOUBTFUL: Final = frozenset({"AR401", "AR403", "AR404", "AR417"})
"""Headings that are no item's or stand elsewhere: one of them may be what seems to be missing."""


class _File(Struct, frozen=True):
    """A meeting as it was linked and as it is written."""

    path: str
    lines: tuple[str, ...]
    """Of its body."""
    first_line: int
    agenda: Sequence[Entry]
    headings: Sequence[Place | None]
    """Of the sections of the agenda's items."""
    write: Callable[[str], str] = str
    """Makes Markdown of a title."""

    def heading(self, place: Place) -> re.Match[str] | None:
        """Return the heading at a place; None for one that is written in another way."""
        line = self.lines[place.line - self.first_line]
        return _HEADING.fullmatch(line) if len(line) < _LONGEST_LINE else None


def with_heading_edits(
    found: Sequence[Diagnostic],
    parsed: ParsedFile[MeetingFile],
    agenda: Sequence[Entry],
    body: Body,
    language: Language,
) -> tuple[Diagnostic, ...]:
    """Return the faults of a body, with what mends another title (AR405) or no section (AR402).

    Args:
        found: From `match_body`.
        parsed: The file.
        agenda: From `read_agenda`.
        body: From `match_body`.
        language: Of the minutes, for the first heading with a number.
    """
    if not {"AR402", "AR405"} & {diagnostic.code for diagnostic in found}:
        return tuple(found)
    lines = tuple(parsed.body.split("\n"))
    file = _File(parsed.path, lines, parsed.body_line, agenda, body.headings)
    for write in (str, _escaped):
        edits = _edits(found, replace(file, write=write), language)
        if edits and _is_mended(found, edits, parsed, agenda):
            return tuple(with_edits(d, edits[d]) if d in edits else d for d in found)
    return tuple(found)


def _edits(found: Sequence[Diagnostic], file: _File, language: Language) -> dict[Diagnostic, Edit]:
    """Return an edit for each fault that can be mended."""
    is_doubtful = not _DOUBTFUL.isdisjoint(diagnostic.code for diagnostic in found)
    missing = [] if is_doubtful else [d for d in found if d.code == "AR402"]
    others = [diagnostic for diagnostic in found if diagnostic.code == "AR405"]
    return {**dict(_insertions(missing, file, language)), **dict(_retitling(others, file))}


def _is_mended(
    found: Sequence[Diagnostic],
    edits: Mapping[Diagnostic, Edit],
    parsed: ParsedFile[MeetingFile],
    agenda: Sequence[Entry],
) -> bool:
    """Say whether edits leave the faults that have none, and no other."""
    above = "\n" * (parsed.body_line - 1)
    whole = apply(edits.values(), f"{above}{parsed.body}".encode()).decode()
    locate = line_locator(parsed.path, parsed.body_line)
    blocks, _ = parse_blocks(whole.removeprefix(above), locate, base=parsed.path)
    complete = not (parsed.data.minutes and parsed.data.minutes.link)
    _, left = match_body(blocks, agenda, parsed.path, complete=complete)
    return _kinds(left) == _kinds([d for d in found if d not in edits])


def _kinds(found: Sequence[Diagnostic]) -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    return Counter((diagnostic.code, diagnostic.arguments) for diagnostic in found)


# --- another title --------------------------------------------------------------------------


def _retitling(others: Sequence[Diagnostic], file: _File) -> Iterator[tuple[Diagnostic, Edit]]:
    """Yield what gives a heading the agenda's title, if it has words alone.

    Not where it has the title of another item: then it is the number that may be wrong. Nor where
    the item is withheld, and has two titles.
    """
    items = {place: index for index, place in enumerate(file.headings) if place}
    titles = {name_key(entry.title): index for index, entry in enumerate(file.agenda)}
    find = finder(file.agenda) if others else None
    for diagnostic in others:
        place, arguments = diagnostic.place, dict(diagnostic.arguments)
        written = file.heading(place)
        index = items.get(place)
        if find is None or index is None or written is None:
            continue
        entry, words = file.agenda[index], written["words"]
        _, title = find(words)
        is_plain = words == arguments["heading"] and bool(title) and words.endswith(title)
        if is_plain and not entry.public_title and titles.get(name_key(title), index) == index:
            end = written.end("words") + 1
            span = Place(place.path, place.line, end - len(title), place.line, end)
            yield diagnostic, Edit(span, file.write(one_line(entry.title)))


# --- a section that is missing --------------------------------------------------------------


def _insertions(
    missing: Sequence[Diagnostic], file: _File, language: Language
) -> Iterator[tuple[Diagnostic, Edit]]:
    """Yield what puts a heading in where each missing section belongs, in the agenda's order."""
    word = _word(file) or label(language, "item")
    indices = {entry.place: index for index, entry in enumerate(file.agenda)}
    following: list[Place | None] = [None]
    for heading in reversed(file.headings):
        following.append(heading or following[-1])
    taken: set[Place] = set()
    for diagnostic in missing:
        index = indices[diagnostic.place]
        entry, below = file.agenda[index], following[len(file.agenda) - index]
        words = f"{word} {entry.number}" if entry.number else file.write(one_line(entry.title))
        place, before, after = _gap(file, below)
        if place in taken:
            before = "" if below else "\n"
        taken.add(place)
        yield diagnostic, Edit(place, f"{before}## {words}{after}")


def _gap(file: _File, following: Place | None) -> tuple[Place, str, str]:
    """Return where a heading goes, before another or at the end, and what stands around it."""
    line = len(file.lines) - 1 if following is None else following.line - file.first_line
    column = len(file.lines[line]) if following is None else 0
    above = file.lines[line - 1] if line else ""
    number = file.first_line + line
    place = Place(file.path, number, column + 1, number, column + 1)
    if column:
        return place, "\n\n", "\n"
    return place, "\n" if above.strip() else "", "\n" if following is None else "\n\n"


def _word(file: _File) -> str:
    """Return the word that the first heading with a number begins with; "" when there is none."""
    for place in filter(None, file.headings):
        written = file.heading(place)
        if written and begins_with_item(written["words"]):
            return written["words"].split()[0]
    return ""


def _escaped(title: str) -> str:
    """Return a title with a backslash before each sign that Markdown may take for its own."""
    return _MARKUP.sub(r"\\\g<0>", title)
