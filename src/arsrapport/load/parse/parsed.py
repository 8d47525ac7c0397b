"""Parse: one file of a project, from its bytes to a file model with places. Pure, and per file."""

from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.parse.front_matter import Split, split, split_optional
from arsrapport.load.parse.text import read_text
from arsrapport.load.parse.validation import validate
from arsrapport.load.parse.yaml_reader import read_yaml
from arsrapport.model.files.committee import CommitteeFile, ProjectFile, RegisterFile
from arsrapport.model.files.meeting import FollowUpLog, MeetingFile
from arsrapport.model.files.report import ChapterFile, ReportFile
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions
from arsrapport.source.tree import Tree

Data = TypeVar("Data", bound=BaseModel)
Model = TypeVar("Model", bound=BaseModel)


class ParsedFile(Struct, Generic[Data], frozen=True):
    """A file whose shape is right: what it says, and where."""

    path: str
    data: Data
    positions: Positions
    """Of the keys and values of `data`, as they are written in the file."""
    body: str = ""
    """The Markdown below the front matter; "" in a YAML file."""
    body_line: int = 1
    """The number of the body's first line in the file."""


def parse_meeting(
    tree: Tree, path: str
) -> tuple[ParsedFile[MeetingFile] | None, tuple[Diagnostic, ...]]:
    """Parse a meeting: front matter, which is required, and body."""
    text, diagnostics = read_text(tree, path)
    if text is None:
        return None, diagnostics
    parts, faults = split(text, path)
    return _parse(MeetingFile, path, parts, (*diagnostics, *faults), blank="AR119")


def parse_chapter(
    tree: Tree, path: str
) -> tuple[ParsedFile[ChapterFile] | None, tuple[Diagnostic, ...]]:
    """Parse a chapter, a standing text or an attachment: front matter, if any, and body."""
    text, diagnostics = read_text(tree, path)
    if text is None:
        return None, diagnostics
    parts, faults = split_optional(text, path)
    return _parse(ChapterFile, path, parts, (*diagnostics, *faults))


def parse_committee(
    tree: Tree, path: str
) -> tuple[ParsedFile[CommitteeFile] | None, tuple[Diagnostic, ...]]:
    """Parse a committee.yaml."""
    return parse_yaml(CommitteeFile, tree, path)


def parse_register(
    tree: Tree, path: str
) -> tuple[ParsedFile[RegisterFile] | None, tuple[Diagnostic, ...]]:
    """Parse register.yaml."""
    return parse_yaml(RegisterFile, tree, path)


def parse_project(
    tree: Tree, path: str
) -> tuple[ParsedFile[ProjectFile] | None, tuple[Diagnostic, ...]]:
    """Parse arsrapport.yaml."""
    return parse_yaml(ProjectFile, tree, path)


def parse_report(
    tree: Tree, path: str
) -> tuple[ParsedFile[ReportFile] | None, tuple[Diagnostic, ...]]:
    """Parse a report.yaml."""
    return parse_yaml(ReportFile, tree, path)


def parse_follow_up(
    tree: Tree, path: str
) -> tuple[ParsedFile[FollowUpLog] | None, tuple[Diagnostic, ...]]:
    """Parse a follow-up.yaml."""
    return parse_yaml(FollowUpLog, tree, path)


def parse_yaml(
    model: type[Model], tree: Tree, path: str
) -> tuple[ParsedFile[Model] | None, tuple[Diagnostic, ...]]:
    """Parse a YAML file of any model."""
    text, diagnostics = read_text(tree, path)
    parts = None if text is None else Split(text, "")
    return _parse(model, path, parts, diagnostics)


def _parse(
    model: type[Model],
    path: str,
    parts: Split | None,
    diagnostics: tuple[Diagnostic, ...],
    blank: str = "",
) -> tuple[ParsedFile[Model] | None, tuple[Diagnostic, ...]]:
    """Parse the parts of a file; `blank` is the code for front matter that must not be so."""
    if parts is None:
        return None, diagnostics
    document, of_yaml = read_yaml(parts.front, path, parts.front_line)
    if document is None:
        return None, (*diagnostics, *of_yaml)
    if blank and document.value is None:
        fences = Place(path, 1, 1, parts.body_line - 1, 4)
        return None, (*diagnostics, *of_yaml, fault(blank, fences))
    data, of_model = validate(model, document)
    every = (*diagnostics, *_without_echoes(of_yaml, of_model))
    if data is None:
        return None, every
    return ParsedFile(path, data, document.positions, parts.body, parts.body_line), every


def _without_echoes(
    of_yaml: tuple[Diagnostic, ...], of_model: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """Leave out what is a consequence of another fault.

    What the reader refused cannot be right for the model either. And where the model wants a text,
    it knows more than the reader did of a line with two colons.
    """
    refused = {(found.place.line, found.place.column) for found in of_yaml}
    known = {found.place.line for found in of_model if found.code == "AR115"}
    kept = (found for found in of_yaml if found.code != "AR115" or found.place.line not in known)
    told = (found for found in of_model if (found.place.line, found.place.column) not in refused)
    return (*kept, *told)
