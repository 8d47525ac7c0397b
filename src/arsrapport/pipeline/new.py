"""New: a project that somebody begins, from a few answers, with a meeting as an example."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Final

from msgspec import Struct

from arsrapport import __version__
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.language.catalogue import label
from arsrapport.language.names import name_key
from arsrapport.load.parse.mending import quoted
from arsrapport.model.files.base import plain
from arsrapport.output.new_files import in_the_way, write_new_files
from arsrapport.pipeline.answers import Answers, Member, Refusal, judge, namesakes, read_member
from arsrapport.pipeline.slugs import slug
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE, FolderTree, builtin_folder

WORKFLOW: Final = ".github/workflows/report.yml"
"""Where GitHub looks for it, at the top of a repository."""

_README: Final = "README.md"
_IGNORED: Final = ".gitignore"
_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ./()–-]*[\w.)])?")
_WORDS_OF_YAML: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>#&|~$!]")


class NewProject(Struct, frozen=True):
    """A project that is not written yet."""

    committee: str
    """Its id."""
    meeting: str
    """The path of the example."""
    files: Mapping[str, bytes]
    """By path; arsrapport.yaml, which makes a project of the rest, comes last."""


class Created(Struct, frozen=True):
    """What became of a new project. Without one, nothing was written."""

    project: NewProject | None = None
    refused: tuple[Refusal, ...] = ()
    in_the_way: tuple[str, ...] = ()
    """What is there already."""
    diagnostics: tuple[Diagnostic, ...] = ()


def stands_there(folder: Path) -> tuple[str, ...]:
    """Return what is in the way of a new project in a folder, whatever the answers are."""
    return in_the_way(folder, (PROJECT_FILE, _README, _IGNORED))


def create_project(folder: Path, answers: Answers) -> Created:
    """Write a new project into a folder, made if need be: whole or not at all."""
    project, refused = new_project(answers)
    if project is None:
        return Created(refused=refused)
    there = in_the_way(folder, project.files)
    if there:
        return Created(in_the_way=there)
    faults = write_new_files(folder, project.files)
    if faults:
        found = (fault("AR618", Place(name), name=name, reason=why) for name, why in faults.items())
        return Created(diagnostics=tuple(found))
    return Created(project)


def new_project(answers: Answers) -> tuple[NewProject | None, tuple[Refusal, ...]]:
    """Return a new project, or the answers that cannot be used."""
    refused = judge(answers)
    if refused:
        return None, refused
    templates = FolderTree(builtin_folder(), folders=("new",))

    def read(name: str) -> str:
        return templates.read(f"new/{name}").decode()

    examples = read(f"{answers.language}/members.txt").splitlines()
    members = [read_member(text) for text in answers.members or examples]
    texts = _texts(answers, members)
    meeting = "meetings/{id}/{year}/{date}.md".format(**texts)
    sources = _sources(answers, texts, meeting)
    files = {
        path: "".join(Template(read(name)).substitute(texts) for name in names).encode()
        for path, names in sources.items()
    }
    return NewProject(texts["id"], meeting, files), ()


def _sources(
    answers: Answers, texts: Mapping[str, str], meeting: str
) -> dict[str, tuple[str, ...]]:
    """Return what each file is made of."""
    own = answers.language
    sources = {
        _IGNORED: ("gitignore",),
        _README: (f"{own}/README.md", *([f"{own}/github.md"] if answers.github else [])),
        "meetings/{id}/committee.yaml".format(**texts): (f"{own}/committee.yaml",),
        meeting: (f"{own}/meeting.md",),
    }
    if texts["people"]:
        sources["meetings/register.yaml"] = (f"{own}/register.yaml",)
    if answers.github:
        sources[WORKFLOW] = ("report.yml",)
    return {**sources, PROJECT_FILE: (f"{own}/arsrapport.yaml",)}


def _texts(answers: Answers, members: Sequence[Member]) -> dict[str, str]:
    """Return what is put into the files."""
    day, language, name = answers.first_meeting, answers.language, plain(answers.committee)
    first, last = members[0], members[-1]
    organisations: dict[str, str] = {}
    for member in members:
        if member.organisation:
            organisations.setdefault(name_key(member.organisation), member.organisation)
    steps = ("about", "name", "fetch", "python", "install", "check", "build", "upload", "artifact")
    return {
        "id": slug(name, label(language, "committee").lower()),
        "year": f"{day.year:04}",
        "date": day.isoformat(),
        "language": language,
        "version": __version__,
        "title": _MARKS.sub(r"\\\g<0>", name),
        "committee": yaml_text(name),
        "publisher": yaml_text(plain(answers.publisher)),
        "chair": yaml_text(first.name),
        "writer": yaml_text(last.name),
        "presenter": yaml_text(first.written),
        "present": _entries(yaml_text(member.written) for member in members),
        "organisations": _entries(_fields(name=each) for each in organisations.values()),
        "members": _entries(_fields(name=m.name, organisation=m.organisation) for m in members),
        "people": _entries(
            f"{{name: {yaml_text(m.name)}, organisations: [{yaml_text(m.organisation)}]}}"
            for m in namesakes(members)
        ),
        **{step: label(language, f"workflow_{step}") for step in steps},
    }


def yaml_text(text: str) -> str:
    """Return a text on one line, free of control characters, as a YAML scalar; "" for nothing.

    It stands in quotes unless nothing in it could mean anything to YAML, to any version of it.
    """
    if not text or (_PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML):
        return text
    return quoted(text)


def _fields(**fields: str) -> str:
    return (
        "{" + ", ".join(f"{key}: {yaml_text(text)}" for key, text in fields.items() if text) + "}"
    )


def _entries(entries: Iterable[str]) -> str:
    """Return the entries of a list as they stand under its key."""
    return "".join(f"\n  - {entry}" for entry in entries)
