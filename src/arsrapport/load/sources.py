"""Sources: every file of a project, read once, before it is known who is who."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.languages import Language
from arsrapport.load.attachments import read_attachments
from arsrapport.load.layout import REGISTER, CommitteeFiles, sort_files
from arsrapport.load.link.meeting import link_meeting
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
from arsrapport.model.archive import Meeting
from arsrapport.model.files.committee import CommitteeFile, ProjectFile, RegisterFile
from arsrapport.model.files.meeting import FollowUpLog
from arsrapport.model.files.report import ReportFile
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions
from arsrapport.source.tree import PROJECT_FILE, Tree

Data = TypeVar("Data", bound=BaseModel)

DEFAULT_LANGUAGE: Language = "nn"


class Common(Struct, frozen=True):
    """What the committees of a project share. A file that is missing or broken says nothing."""

    tree: Tree
    paths: frozenset[str]
    folders: Mapping[str, CommitteeFiles]
    """What lies in each folder of meetings/, by its name, in order."""
    project: ParsedFile[ProjectFile]
    register: ParsedFile[RegisterFile]
    has_broken_register: bool
    """Whether there is a register.yaml that could not be read: what is not in it is no evidence."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the two files."""

    @property
    def language(self) -> Language:
        """That of the project, for a committee that does not say."""
        return self.project.data.language or DEFAULT_LANGUAGE

    @property
    def ids(self) -> frozenset[str]:
        """Of all committees."""
        return frozenset(name for name, files in self.folders.items() if files.is_committee)

    def ids_with(self, year: str, names: Collection[str]) -> frozenset[str]:
        """Of those among `names` (none for all) that have something of a year ("" for any)."""
        return frozenset(
            name
            for name in self.ids
            if (not names or name in names) and (not year or year in self.folders[name].years)
        )


class CommitteeSource(Struct, frozen=True):
    """The files of a committee."""

    id: str
    committee: ParsedFile[CommitteeFile]
    meetings: tuple[Meeting, ...]
    """With their people as written."""
    follow_up: ParsedFile[FollowUpLog] | None
    plans: tuple[tuple[str, ParsedFile[ReportFile] | None], ...]
    """By year; None for a report folder without a report.yaml that could be read."""


def read_common(tree: Tree) -> Common:
    """Read what the committees of a project share."""
    every = tree.paths()
    paths = frozenset(path for path in every if not path.endswith("/"))
    folders = sort_files(every)
    inside = {path for files in folders.values() for path in files.closed}
    diagnostics = [_closed(path) for path in every if path.endswith("/") and path not in inside]
    project = register = None
    if PROJECT_FILE in paths:
        project = _keep(parse_project(tree, PROJECT_FILE), diagnostics)
    if REGISTER in paths:
        register = _keep(parse_register(tree, REGISTER), diagnostics)
    return Common(
        tree=tree,
        paths=paths,
        folders=folders,
        project=project or _nothing(PROJECT_FILE, ProjectFile()),
        register=register or _nothing(REGISTER, RegisterFile()),
        has_broken_register=register is None and REGISTER in paths,
        diagnostics=tuple(diagnostics),
    )


def read_committees(
    common: Common, only: Collection[str] | None = None
) -> tuple[tuple[CommitteeSource, ...], tuple[Diagnostic, ...]]:
    """Read every file of committees.

    Args:
        common: Of the project.
        only: The committees to read; None for all.

    Returns:
        What could be read, in order of their ids, and all that is wrong with the rest; AR203 for
        Markdown in a year's folder that is neither a meeting nor belongs to one, AR101 for a folder
        that cannot be looked into.
    """
    folders = {n: files for n, files in common.folders.items() if only is None or n in only}
    diagnostics: list[Diagnostic] = []
    committees = tuple(
        _read_committee(common, name, files, diagnostics)
        for name, files in folders.items()
        if files.is_committee
    )
    strays = (path for files in folders.values() for path in files.strays)
    diagnostics += (fault("AR203", Place(path), name=path.rpartition("/")[2]) for path in strays)
    diagnostics += (_closed(path) for files in folders.values() for path in files.closed)
    return committees, tuple(diagnostics)


def _read_committee(
    common: Common, name: str, files: CommitteeFiles, diagnostics: list[Diagnostic]
) -> CommitteeSource:
    tree = common.tree
    committee = follow_up = None
    if files.committee:
        committee = _keep(parse_committee(tree, files.committee), diagnostics)
    if files.follow_up:
        follow_up = _keep(parse_follow_up(tree, files.follow_up), diagnostics)
    called = f"{name[:1].upper()}{name[1:]}"  # by its folder, as a name is written
    unnamed = _nothing(f"meetings/{name}/committee.yaml", CommitteeFile(name={"": called}))
    language = (committee and committee.data.language) or common.language
    return CommitteeSource(
        id=name,
        committee=committee or unnamed,
        meetings=tuple(
            meeting
            for path in files.meetings
            if (meeting := _read_meeting(common, path, name, language, diagnostics))
        ),
        follow_up=follow_up,
        plans=tuple(
            (year, _keep(parse_report(tree, path), diagnostics) if path else None)
            for year, path in sorted(files.plans.items())
        ),
    )


def _read_meeting(
    common: Common, path: str, committee: str, language: Language, diagnostics: list[Diagnostic]
) -> Meeting | None:
    """Read a meeting and link it at once: its file as parsed takes as much room again."""
    parsed = _keep(parse_meeting(common.tree, path), diagnostics)
    if parsed is None:
        return None
    locate = line_locator(path, parsed.body_line)
    blocks, in_markup = parse_blocks(parsed.body, locate, base=path)
    attachments, in_attachments = read_attachments(common.tree, common.paths, parsed)
    meeting, found = link_meeting(parsed, blocks, attachments, committee, language)
    diagnostics += (*in_markup, *in_attachments, *found)
    return meeting


def _closed(folder: str) -> Diagnostic:
    """Report a folder that cannot be looked into: whatever is in it would be missed in silence."""
    return fault("AR101", Place(folder.removesuffix("/")), reason="folder")


def _keep(
    result: tuple[ParsedFile[Data] | None, tuple[Diagnostic, ...]], diagnostics: list[Diagnostic]
) -> ParsedFile[Data] | None:
    """Add what is wrong with a file to the list, and return the file."""
    parsed, found = result
    diagnostics += found
    return parsed


def _nothing(path: str, data: Data) -> ParsedFile[Data]:
    return ParsedFile(path, data, Positions(Place(path)))
