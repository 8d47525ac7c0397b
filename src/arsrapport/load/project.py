"""Load: a whole project, from its files to a linked Archive."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from pydantic import BaseModel

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.load.link.committee import (
    judge_committee,
    link_plan,
    link_seats,
    link_working_groups,
)
from arsrapport.load.link.follow_up import link_log
from arsrapport.load.link.people import (
    Organisations,
    Register,
    list_organisations,
    register_organisations,
    register_people,
)
from arsrapport.load.link.presence import link_people, written_organisations, written_people
from arsrapport.load.link.roll import call_roll
from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.load.sources import CommitteeSource, Common, read_committees, read_common
from arsrapport.model.archive import Archive, Committee, Organisation, Person
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree

Data = TypeVar("Data", bound=BaseModel)


def load(tree: Tree, only: Collection[str] | None = None) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """Read and link a project.

    Args:
        tree: The project.
        only: The committees wanted; None for all. Nothing of the others is read.

    Returns:
        The Archive of all that could be read, and what is wrong with all files, by place. With an
        error among it the Archive is not whole: good for finding more faults, not for a report.
    """
    return load_committees(read_common(tree), only)


def load_committees(
    common: Common, only: Collection[str] | None = None
) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """Do what `load` does, for who takes a project's committees in turn."""
    sources, found = read_committees(common, only)
    files = common.register.data
    in_register = register_organisations(
        files.organisations or (), _places(common.register, "organisations", files.organisations)
    )
    organisations = _organisations(sources, in_register)
    register = register_people(
        files.people or (), _places(common.register, "people", files.people), organisations
    )
    diagnostics = [*common.diagnostics, *found]
    evidence = None if common.has_broken_register else in_register
    for source in sources:
        diagnostics += judge_committee(source.committee, evidence, common.ids)
    committees = tuple(
        link_committee(source, organisations, register, common.language) for source in sources
    )
    archive = Archive(
        publisher=common.project.data.publisher or "",
        language=common.language,
        organisations=organisations.all(),
        people=tuple(dict.fromkeys([*register.all(), *_people(committees)])),
        committees=committees,
    )
    return archive, tuple(sorted(set(diagnostics), key=attrgetter("place", "code", "arguments")))


def link_committee(
    source: CommitteeSource, organisations: Organisations, register: Register, language: Language
) -> Committee:
    """Link the files of one committee.

    Args:
        source: Its files.
        organisations: Of the project.
        register: Of the project.
        language: Of the project, for a committee that does not say.
    """
    file = source.committee.data
    roll, mandates = call_roll(
        organisations,
        register,
        file.members or (),
        _places(source.committee, "members", file.members),
        (name for meeting in source.meetings for name, _ in written_people(meeting)),
    )
    meetings = (link_people(meeting, roll) for meeting in source.meetings)
    return Committee(
        id=source.id,
        names=tuple(file.name.items()),
        language=file.language or language,
        seats=link_seats(source.committee, organisations),
        mandates=mandates,
        working_groups=link_working_groups(source.committee),
        meetings=tuple(sorted(meetings, key=attrgetter("first", "id"))),
        plans=tuple(
            link_plan(f"meetings/{source.id}/{year}/report", year, parsed)
            for year, parsed in source.plans
        ),
        follow_up=link_log(source.follow_up) if source.follow_up else (),
        place=source.committee.positions.closest(("name",)),
        positions=source.committee.positions,
        quorum=file.quorum or "",
    )


def _organisations(
    sources: Sequence[CommitteeSource], in_register: Mapping[str, Organisation]
) -> Organisations:
    return list_organisations(
        in_register,
        [source.committee.data for source in sources],
        (
            name
            for source in sources
            for meeting in source.meetings
            for name in written_organisations(meeting)
        ),
    )


def _people(committees: Sequence[Committee]) -> Iterator[Person]:
    for committee in committees:
        yield from (mandate.person for mandate in committee.mandates)
        for meeting in committee.meetings:
            for participant in (*(meeting.present or ()), *(meeting.apologies or ())):
                if participant.person is not None:
                    yield participant.person


def _places(
    parsed: ParsedFile[Data], key: str, entries: Sequence[BaseModel] | None
) -> tuple[Place, ...]:
    return tuple(parsed.positions.closest((key, index)) for index in range(len(entries or ())))
