"""`init`: ask for what a new project needs, make it, and say what to do next."""

import sys
from pathlib import Path

import typer
from msgspec import Struct
from msgspec.structs import replace

from arsrapport.cli.clock import read_day, today
from arsrapport.cli.console import ERRORS, OK, UNREADABLE, say_findings
from arsrapport.cli.language import DEFAULT_LANGUAGE
from arsrapport.language.catalogue import label
from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.model.files.base import plain
from arsrapport.pipeline.answers import Answers, Refusal, judge_members, judge_name
from arsrapport.pipeline.new import WORKFLOW, create_project, stands_there
from arsrapport.reporting.new import in_the_way_lines, new_project_lines
from arsrapport.source.characters import shown
from arsrapport.source.tree import find_repository


class Flags(Struct, frozen=True):
    """What the command line says; None for what it does not."""

    committee: str | None
    language: str | None
    """One of the three."""
    publisher: str | None
    members: tuple[str, ...] | None
    day: str | None
    github: bool


def init(folder: Path, flags: Flags) -> int:
    """Begin a project in a folder; return the exit code."""
    language = _language(flags)
    day = today() if flags.day is None else read_day(flags.day)
    if day is None:
        return _refuse(language, Refusal("new_date_wrong", flags.day or ""))
    if flags.committee is None and sys.stdin.isatty():
        if there := stands_there(folder):  # said before anything is asked
            return _in_the_way(folder, there, language)
        flags = _ask(flags)
        language = _language(flags)
    if flags.committee is None:
        return _refuse(language, Refusal("new_committee_missing", ""))
    answers = Answers(
        committee=flags.committee,
        language=language,
        first_meeting=day,
        publisher=flags.publisher or "",
        members=flags.members or (),
        github=flags.github,
    )
    return _create(folder, answers)


def _create(folder: Path, answers: Answers) -> int:
    language = answers.language
    created = create_project(folder, answers)
    if created.refused:
        return _refuse(language, *created.refused)
    if created.in_the_way:
        return _in_the_way(folder, created.in_the_way, language)
    if created.project is None:
        say_findings(created.diagnostics, {}, language, err=True)
        return ERRORS
    project, year = created.project, f"{answers.first_meeting.year:04}"
    for line in new_project_lines(project.files, project.meeting, year, str(folder), language):
        typer.echo(line)
    top = find_repository(folder.absolute())
    if answers.github and top is not None and not top.samefile(folder):
        words = {"file": WORKFLOW, "folder": str(top)}
        typer.echo(label(language, "new_workflow_elsewhere", **words), err=True)
    return OK


def _language(flags: Flags) -> Language:
    return next((each for each in LANGUAGES if each == flags.language), DEFAULT_LANGUAGE)


def _in_the_way(folder: Path, paths: tuple[str, ...], language: Language) -> int:
    seen = [str(folder) if path == "." else path for path in paths]
    for line in in_the_way_lines(seen, language):
        typer.echo(line, err=True)
    return ERRORS


def _refuse(language: Language, *refused: Refusal) -> int:
    for refusal in refused:
        typer.echo(_words(refusal, language), err=True)
    return UNREADABLE


def _words(refusal: Refusal, language: Language) -> str:
    return label(language, refusal.label, answer=shown(refusal.answer))


# --- asking ---------------------------------------------------------------------------------


def _ask(flags: Flags) -> Flags:
    """Ask for everything that no flag says; what cannot be used is asked for again."""
    language = _language(flags) if flags.language else _ask_language()
    committee = _ask_name(language, "ask_committee", required=True)
    publisher, members = flags.publisher, flags.members
    if publisher is None:
        publisher = _ask_name(language, "ask_publisher", required=False)
    if members is None:
        members = _ask_members(language)
    return replace(
        flags, language=language, committee=committee, publisher=publisher, members=members
    )


def _ask_language() -> Language:
    while True:
        answer = _ask_one(DEFAULT_LANGUAGE, "ask_language", default=DEFAULT_LANGUAGE)
        for language in LANGUAGES:
            if answer == language:
                return language


def _ask_name(language: Language, question: str, *, required: bool) -> str:
    while True:
        answer = _ask_one(language, question)
        if not answer and not required:
            return ""
        refusal = judge_name(answer)
        if refusal is None:
            return answer
        typer.echo(_words(refusal, language))


def _ask_members(language: Language) -> tuple[str, ...]:
    members: list[str] = []
    while answer := _ask_one(language, "ask_member"):
        refused = tuple(judge_members([*members, answer]))
        if not refused:
            members.append(answer)
        for refusal in refused:
            typer.echo(_words(refusal, language))
    return tuple(members)


def _ask_one(language: Language, question: str, default: str = "") -> str:
    answer = typer.prompt(label(language, question), default=default, show_default=bool(default))
    return plain(str(answer))
