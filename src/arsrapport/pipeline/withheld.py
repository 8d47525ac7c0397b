"""Withheld: which findings stand in what is withheld, or quote it.

That is told by lines. Words are withheld that stand in withheld lines alone; so is the name of
somebody who stands in public with initials, and the id of what was decided under a withheld item.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.mentions import Mentions, mentions_of, words_of
from arsrapport.load.sources import Common
from arsrapport.markup.passages import internal_lines
from arsrapport.model.archive import Committee, FollowUp, Meeting, Person
from arsrapport.model.follow_ups import id_key
from arsrapport.model.withheld import (
    Lines,
    line_after,
    lines_in,
    withheld_entries,
    withheld_sections,
)
from arsrapport.pipeline.project import Project
from arsrapport.source.place import Place

_BETWEEN = re.compile(r"[,;()«»“”\"]| og | eller | and | or ")
"""What stands between several names in one text."""
_PATHS = frozenset({"place", "path"})
"""Arguments that say where something is, which is never withheld."""


class _Withheld(Struct, frozen=True):
    """What of a committee's files is withheld."""

    lines: Mapping[str, Lines]
    names: Mentions
    """Names and ids that are withheld wherever they stand."""
    secret: str
    """The words of withheld lines, folded as names are, each between spaces."""
    public: str
    """Those of all other lines, without the names."""
    words: frozenset[str]
    """Those that stand in withheld lines alone."""

    def holds(self, place: Place) -> bool:
        """Say whether a place is in withheld lines."""
        return place.line in self.lines.get(place.path, Lines())

    def quotes(self, value: str) -> bool:
        """Say whether a text has withheld words."""
        if self.names.are_in(value) or not self.words.isdisjoint(words_of(value)):
            return True
        parts = filter(str.strip, map(_spaced, _BETWEEN.split(value)))
        return any(part in self.secret and part not in self.public for part in parts)


def with_withheld(
    found: Iterable[Diagnostic], common: Common, project: Project, texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield the findings of a committee, those marked that are withheld.

    Where a file cannot be read that may say what is withheld, all that it may be about is.
    """
    diagnostics = tuple(found)
    if common.has_broken_register and "initials" in texts.get(common.register.path, ""):
        yield from (replace(each, is_withheld=True) for each in diagnostics)
        return
    meant = {each.place.path for each in diagnostics if _may_withhold(each)}
    withheld = _withheld(common, project, texts, meant) if diagnostics else None
    for each in diagnostics:
        yield each if withheld is None or not _is(each, withheld) else _marked(each)


def _may_withhold(found: Diagnostic) -> bool:
    """Say whether a fault is of what was perhaps meant to withhold something: no one knows what."""
    return found.code == "AR415" or ("nearest", "withheld") in found.arguments


def _marked(found: Diagnostic) -> Diagnostic:
    return replace(found, is_withheld=True)


def _is(found: Diagnostic, withheld: _Withheld) -> bool:
    if withheld.holds(found.place):
        return True
    return any(withheld.quotes(value) for name, value in found.arguments if name not in _PATHS)


# --- what is withheld -----------------------------------------------------------------------


def _withheld(
    common: Common, project: Project, texts: Mapping[str, str], meant: Collection[str]
) -> _Withheld | None:
    """Return what is withheld; None where nothing is, as in most projects.

    All of a file is that has a fault in what was perhaps meant to withhold something.
    """
    paths = tuple(_paths(common, project))
    lines: dict[str, list[range]] = {}
    for committee, public in zip(project.whole.committees, project.archive.committees, strict=True):
        for path, found in _of_committee(committee, public):
            lines.setdefault(path, []).append(found)
    read = {meeting.place.path for c in project.whole.committees for meeting in c.meetings}
    unread = {path for files in common.folders.values() for path in files.meetings} - read
    for path in paths:
        text = texts.get(path, "")
        if path in meant or (path in unread and ("withheld" in text or "internal" in text)):
            lines.setdefault(path, []).append(range(1, len(text) + 2))
        elif path.endswith(".md"):
            lines.setdefault(path, []).extend(internal_lines(text))
    names = mentions_of(_names(project))
    if not names.names and not any(lines.values()):
        return None
    merged = {path: lines_in(ranges) for path, ranges in lines.items()}
    secret, rest = _parted(paths, texts, merged)
    told = _without(names, rest)
    words = frozenset(words_of(secret)) - frozenset(words_of(told))
    return _Withheld(merged, names, _spaced(secret), _spaced(told), words)


def _spaced(text: str) -> str:
    return f" {' '.join(words_of(text))} "


def _without(names: Mentions, text: str) -> str:
    parts, at = [], 0
    for start, end in names.spans(text):
        parts.append(text[at:start])
        at = end
    return " ".join((*parts, text[at:]))


def _paths(common: Common, project: Project) -> Iterator[str]:
    """Yield the texts of the committees that were read, and those that all share."""
    ids = {committee.id for committee in project.whole.committees}
    for path in sorted(common.paths):
        parts = path.split("/")
        is_others = len(parts) > 2 and parts[0] == "meetings" and parts[1] not in ids  # noqa: PLR2004 - below a committee
        if path.endswith((".md", ".yaml")) and not is_others:
            yield path


def _of_committee(whole: Committee, public: Committee) -> Iterator[tuple[str, range]]:
    after = {meeting.id: meeting for meeting in public.meetings}
    for meeting in whole.meetings:
        for lines in (*withheld_entries(meeting), *withheld_sections(meeting)):
            yield meeting.place.path, lines
        yield from _guests(meeting, after[meeting.id])
        yield from _follow_ups(meeting.follow_up, after[meeting.id].follow_up)
    yield from _follow_ups(whole.follow_up, public.follow_up)


def _guests(whole: Meeting, public: Meeting) -> Iterator[tuple[str, range]]:
    """Yield the lines of those who were there for withheld items alone."""
    kept = {one.place for one in public.present or ()}
    for one in whole.present or ():
        if one.place and one.place not in kept:
            last = max(one.place.end_line, one.place.line)
            yield one.place.path, range(one.place.line, last + 1)


def _follow_ups(
    written: tuple[FollowUp, ...], kept: tuple[FollowUp, ...]
) -> Iterator[tuple[str, range]]:
    """Yield the lines of entries that the public edition has not, or has not all of."""
    public = {entry.place: entry for entry in kept}
    starts = sorted(entry.place.line for entry in written)
    for entry in written:
        if public.get(entry.place) != entry:
            last = max(place.end_line or place.line for place in _places(entry))
            start = entry.place.line
            yield entry.place.path, range(start, line_after(start, last, starts))


def _places(entry: FollowUp) -> Iterator[Place]:
    yield entry.place
    waiting = [entry.positions]
    while waiting:
        here = waiting.pop()
        yield here.value
        waiting += here.children.values()


def _names(project: Project) -> Iterator[str]:
    people: tuple[Person, ...] = project.whole.people
    for person in people:
        if person.is_initials_only:
            yield from (person.name, *person.aliases)
    public = set(_ids(project.archive.committees))
    yield from (id_ for id_ in _ids(project.whole.committees) if id_ not in public)


def _ids(committees: Iterable[Committee]) -> Iterator[str]:
    for committee in committees:
        for meeting in committee.meetings:
            for item in meeting.items:
                yield from (id_key(outcome.id) for outcome in item.outcomes if outcome.id)


def _parted(
    paths: Iterable[str], texts: Mapping[str, str], lines: Mapping[str, Lines]
) -> tuple[str, str]:
    """Return what is withheld of all texts, and the rest."""
    secret: list[str] = []
    public: list[str] = []
    for path in paths:
        withheld = lines.get(path, Lines())
        for number, line in enumerate(texts.get(path, "").split("\n"), start=1):
            (secret if number in withheld else public).append(line)
    return "\n".join(secret), "\n".join(public)
