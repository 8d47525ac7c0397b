"""Sources: every file of a project, read once, before anything is linked."""

from collections.abc import Collection, Iterator
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block
from arsrapport.load.attachments import read_attachments
from arsrapport.load.layout import REGISTER, CommitteeFiles, sort_files
from arsrapport.load.parse.parsed import (
    ParsedFile,
    parse_committee,
    parse_follow_up,
    parse_meeting,
    parse_project,
    parse_register,
    parse_report,
)
from arsrapport.markup.blocks import line_locator, parse_blocks
from arsrapport.model.archive import StandingText
from arsrapport.model.files.committee import CommitteeFile, ProjectFile, RegisterFile
from arsrapport.model.files.meeting import FollowUpLog, MeetingFile
from arsrapport.model.files.report import ReportFile
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions
from arsrapport.source.tree import PROJECT_FILE, Tree

Data = TypeVar("Data", bound=BaseModel)


class MeetingSource(Struct, frozen=True):
    """A meeting's file, and the texts that it attaches."""

    parsed: ParsedFile[MeetingFile]
    blocks: tuple[Block, ...]
    """Of its body."""
    attachments: tuple[StandingText, ...]


class CommitteeSource(Struct, frozen=True):
    """The files of a committee."""

    id: str
    committee: ParsedFile[CommitteeFile]
    meetings: tuple[MeetingSource, ...]
    follow_up: ParsedFile[FollowUpLog] | None
    plans: tuple[tuple[str, ParsedFile[ReportFile] | None], ...]
    """By year; None for a report folder without a report.yaml that could be read."""


class Sources(Struct, frozen=True):
    """The files of a project. One that is missing or broken says nothing."""

    project: ProjectFile
    register: ParsedFile[RegisterFile]
    has_broken_register: bool
    """Whether there is a register.yaml that could not be read: what is not in it is no evidence."""
    committees: tuple[CommitteeSource, ...]
    """In order of their ids."""
    ids: frozenset[str]
    """Of all committees, read or not."""


def read_sources(
    tree: Tree, only: Collection[str] | None = None
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Read every file of a project.

    Args:
        tree: The project.
        only: The committees to read; None for all.

    Returns:
        What could be read, and all that is wrong with the rest; AR203 for Markdown in a year's
        folder that is neither a meeting nor belongs to one.
    """
    known = frozenset(tree.paths())
    every = sort_files(known)
    folders = {name: files for name, files in every.items() if only is None or name in only}
    diagnostics: list[Diagnostic] = []
    project = register = None
    if PROJECT_FILE in known:
        project = _keep(parse_project(tree, PROJECT_FILE), diagnostics)
    if REGISTER in known:
        register = _keep(parse_register(tree, REGISTER), diagnostics)
    committees = [
        _read_committee(tree, known, name, files, diagnostics)
        for name, files in folders.items()
        if files.is_committee
    ]
    strays = (path for files in folders.values() for path in files.strays)
    diagnostics += (fault("AR203", Place(path), name=path.rpartition("/")[2]) for path in strays)
    sources = Sources(
        project=project.data if project else ProjectFile(),
        register=register or _nothing(REGISTER, RegisterFile()),
        has_broken_register=register is None and REGISTER in known,
        committees=tuple(committees),
        ids=frozenset(name for name, files in every.items() if files.is_committee),
    )
    return sources, tuple(diagnostics)


def _read_committee(
    tree: Tree,
    known: Collection[str],
    name: str,
    files: CommitteeFiles,
    diagnostics: list[Diagnostic],
) -> CommitteeSource:
    committee = follow_up = None
    if files.committee:
        committee = _keep(parse_committee(tree, files.committee), diagnostics)
    if files.follow_up:
        follow_up = _keep(parse_follow_up(tree, files.follow_up), diagnostics)
    unnamed = _nothing(f"meetings/{name}/committee.yaml", CommitteeFile(name={"": name}))
    return CommitteeSource(
        id=name,
        committee=committee or unnamed,
        meetings=tuple(_read_meetings(tree, known, files.meetings, diagnostics)),
        follow_up=follow_up,
        plans=tuple(
            (year, _keep(parse_report(tree, path), diagnostics) if path else None)
            for year, path in sorted(files.plans.items())
        ),
    )


def _read_meetings(
    tree: Tree, known: Collection[str], paths: list[str], diagnostics: list[Diagnostic]
) -> Iterator[MeetingSource]:
    for path in paths:
        parsed = _keep(parse_meeting(tree, path), diagnostics)
        if parsed is not None:
            locate = line_locator(path, parsed.body_line)
            blocks, in_markup = parse_blocks(parsed.body, locate, base=path)
            attachments, in_attachments = read_attachments(tree, known, parsed)
            diagnostics += (*in_markup, *in_attachments)
            yield MeetingSource(parsed, blocks, attachments)


def _keep(
    result: tuple[ParsedFile[Data] | None, tuple[Diagnostic, ...]], diagnostics: list[Diagnostic]
) -> ParsedFile[Data] | None:
    """Add what is wrong with a file to the list, and return the file."""
    parsed, found = result
    diagnostics += found
    return parsed


def _nothing(path: str, data: Data) -> ParsedFile[Data]:
    return ParsedFile(path, data, Positions(Place(path)))
