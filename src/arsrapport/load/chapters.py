"""Chapters: where the text of an outline's name lies, in the project or among the tool's own."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.language.languages import Language
from arsrapport.load.parse.parsed import parse_chapter
from arsrapport.model.archive import ReportPlan
from arsrapport.model.chapter import Chapter
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree

MINUTES: Final = "minutes"
"""Built of the meetings, one appendix each; no file takes its place."""

_NAME: Final = re.compile(r"\w[\w-]{0,99}")
_CHAPTERS: Final = "chapters"


def find_chapter(  # noqa: PLR0913, PLR0917 - where to look, and what for; no fewer tell it
    tree: Tree, builtin: Tree, committee_id: str, plan: ReportPlan, name: str, language: Language
) -> tuple[Chapter | None, tuple[Diagnostic, ...]]:
    """Find the text that an outline calls by a name.

    It is looked for in the report's folder, the committee's, the project's `chapters/` and, in the
    language of the report, among the tool's own. Beside it may lie the folder of its parts.
    `minutes` is no text, and never found.

    Args:
        tree: The project.
        builtin: The tool's own chapters, `chapters/<name>.<language>.md`.
        committee_id: Of the committee.
        plan: What report.yaml asks for.
        name: A bare word.
        language: Of the report.

    Returns:
        The chapter, or None and AR602 when there is none; also None, with the faults of its file,
        when that cannot be read. Faults of parts come with the rest of the chapter.
    """
    if name == MINUTES:
        return None, ()
    paths = tree.paths()
    known = frozenset(paths)
    folders = (plan.folder, f"meetings/{committee_id}", _CHAPTERS)
    for folder in folders if _NAME.fullmatch(name) else ():
        path = f"{folder}/{name}.md"
        if path in known:
            parts = [part for part in paths if _is_part(part, f"{folder}/{name}/")]
            return _read(tree, path, name, parts)
    end, own = f".{language}.md", builtin.paths()
    path = f"{_CHAPTERS}/{name}{end}"
    if _NAME.fullmatch(name) and path in own:
        return _read(builtin, path, name, builtin=True)
    names = {MINUTES, *_names(paths, folders, ".md"), *_names(own, (_CHAPTERS,), end)}
    return None, (fault("AR602", _place(plan, name), name=name, nearest=nearest(name, names)),)


def _is_part(path: str, folder: str) -> bool:
    return path.startswith(folder) and path.endswith(".md") and "/" not in path[len(folder) :]


def _names(paths: Iterable[str], folders: Iterable[str], end: str) -> Iterator[str]:
    """Yield the names that would have been found in folders."""
    wanted = set(folders)
    for path in paths:
        folder, _, name = path.rpartition("/")
        if folder in wanted and name.endswith(end):
            yield name.removesuffix(end)


def _read(
    tree: Tree, path: str, name: str, parts: Iterable[str] = (), *, builtin: bool = False
) -> tuple[Chapter | None, tuple[Diagnostic, ...]]:
    parsed, faults = parse_chapter(tree, path)
    diagnostics = list(faults)
    below: list[Chapter] = []
    for part in parts:
        title = part.rpartition("/")[2].removesuffix(".md")
        chapter, found = _read(tree, part, f"{name}/{title}")
        diagnostics += found
        below += () if chapter is None else (chapter,)
    if parsed is None:
        return None, tuple(diagnostics)
    chapter = Chapter(
        name=name,
        path=path,
        text=parsed.body,
        first_line=parsed.body_line,
        language=parsed.data.language,
        items=parsed.data.items or (),
        parts=tuple(below),
        builtin=builtin,
    )
    return chapter, tuple(diagnostics)


def _place(plan: ReportPlan, name: str) -> Place:
    """Return where report.yaml asks for a chapter, else the file itself."""
    places = dict(plan.places)
    for key in ("front", "chapters", "appendices"):
        names: tuple[str, ...] = getattr(plan, key) or ()
        if name in names:
            entry = f"{key}/{names.index(name)}"
            found = places.get(entry) or places.get(key)
            if found is not None:
                return found
    return plan.place or Place(f"{plan.folder}/report.yaml")
