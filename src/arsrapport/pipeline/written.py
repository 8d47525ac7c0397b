"""Written: where a character stands that cannot be set, for the names that a document repeats."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic
from arsrapport.model.archive import Committee, ReportPlan
from arsrapport.pipeline.project import Project
from arsrapport.source.place import Place
from arsrapport.source.tree import PROJECT_FILE

CHARACTER: Final = "AR614"

_PROJECT: Final = Place(PROJECT_FILE)


def where_written(
    faults: tuple[Diagnostic, ...], source: Committee | None, project: Project
) -> tuple[Diagnostic, ...]:
    """Return what cannot be set, at places where the user can mend it.

    A name is printed again and again, in the tool's own chapters too. A character (AR614) is told
    where a text of the files holds it, or where it stands in a chapter of the user's. What is of
    no file is told of the project.
    """
    if not faults:
        return ()
    texts = (*_texts(source, _PROJECT), (project.archive.publisher, _PROJECT))
    chapters = _chapters(project)
    written: dict[str, AbstractSet[Place]] = {}
    told: dict[Diagnostic, None] = {}
    for found in faults:
        here = found.place if found.place.path in project.paths else _PROJECT
        places: AbstractSet[Place] = {here}
        if found.code == CHARACTER and here.path not in chapters:
            character = dict(found.arguments)["character"]
            if character not in written:
                written[character] = _places(character, texts)
            known = written[character]
            places = known if known and here not in known else places
        told |= dict.fromkeys(replace(found, place=place) for place in places)
    return tuple(told)


def _chapters(project: Project) -> AbstractSet[str]:
    """Return the files of a project that are chapters or attachments, but no meetings."""
    meetings = {meeting.place.path for c in project.archive.committees for meeting in c.meetings}
    return {path for path in project.paths if path.endswith(".md")} - meetings


def _places(character: str, texts: Iterable[tuple[str, Place]]) -> AbstractSet[Place]:
    """Return where a character stands; of a mark, where too many of it do, if anywhere."""
    from arsrapport.render.pdf.document import piled  # noqa: PLC0415 - needed when something is wrong

    holding = [(text, place) for text, place in texts if character in text]
    return {place for text, place in holding if piled(text)} or {place for _, place in holding}


def _texts(value: Any, outside: Place) -> Iterator[tuple[str, Place]]:  # noqa: ANN401 - any field
    """Yield every text in a part of the Archive, with the nearest place around it."""
    if isinstance(value, str):
        yield value, outside
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, outside)
    elif isinstance(value, Struct) and not isinstance(value, Place):
        place = getattr(value, "place", None) or outside
        own = dict(value.places) if isinstance(value, ReportPlan) else {}
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field), own.get(field, place))
