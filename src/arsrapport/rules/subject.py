"""What rules judge: a committee with all that its files say, withheld or not, as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic
from arsrapport.document.nodes import Document
from arsrapport.model.archive import Archive, Committee
from arsrapport.model.report import Report
from arsrapport.rules.vocabulary import Vocabulary, vocabulary


class Subject(Struct, frozen=True, dict=True):
    """One committee of a project."""

    archive: Archive
    """For the organisations and people of the project; of the committees only this one is read."""
    committee: Committee
    public: Committee
    """The same as the public edition has it."""
    as_of: date
    """The day on which it is asked; what depends on it is information, never a warning."""
    meetings: frozenset[str]
    """The ids of all its meeting files, also of those that could not be read."""
    is_whole: bool
    """Whether all files could be read. If not, that something is nowhere is no evidence."""
    texts: Mapping[str, str]
    """The text of each file, as it is read: without byte-order mark, with LF line ends."""
    words: Mapping[str, Mapping[str, str]]
    """The project's own words to avoid, by language, each with the one to use ("" to allow it)."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the project says of words: those that it avoids, and its names."""
        return vocabulary(self.archive, self.words)


class ReportSubject(Struct, frozen=True):
    """One report of a committee, as figures and as a document."""

    subject: Subject
    report: Report
    document: Document
    chapters: frozenset[str]
    """The paths of the project's own chapters and standing texts."""


Rule: TypeAlias = Callable[[Subject], Iterator[Diagnostic]]
"""A rule of a committee: its docstring names the code and the evidence."""

ReportRule: TypeAlias = Callable[[ReportSubject], Iterator[Diagnostic]]
"""A rule of one report."""
