"""The items of a meeting: what the agenda says of them, and what was minuted."""

from collections.abc import Mapping, Sequence

from arsrapport.diagnostics import Diagnostic
from arsrapport.language.languages import Language
from arsrapport.language.names import number_key
from arsrapport.load.link.agenda import Entry
from arsrapport.load.link.body import Body
from arsrapport.load.link.outcomes import read_outcomes
from arsrapport.load.link.presence import presenter_as_written
from arsrapport.load.parse.parsed import ParsedFile
from arsrapport.model.archive import Item, Presenter, Withheld
from arsrapport.model.files.meeting import AgendaItem, MeetingFile


def link_items(
    parsed: ParsedFile[MeetingFile],
    agenda: Sequence[Entry],
    body: Body,
    language: Language,
) -> tuple[tuple[Item, ...], tuple[Diagnostic, ...]]:
    """Link the items of a meeting, all but those who present them.

    Args:
        parsed: The meeting's file.
        agenda: From `read_agenda`.
        body: From `match_body`.
        language: Of items that do not say.

    Returns:
        The items, and the faults of their outcomes.
    """
    items: list[Item] = []
    diagnostics: list[Diagnostic] = []
    heads = {
        number_key(entry.number): file.withheld.basis
        for file, entry in zip(parsed.data.agenda, agenda, strict=True)
        if file.withheld is not None and entry.number
    }
    for index, (file, entry, blocks, heading) in enumerate(
        zip(parsed.data.agenda, agenda, body.items, body.headings, strict=True)
    ):
        own = file.language or language
        printed, outcomes, found = read_outcomes(blocks or (), own)
        diagnostics += found
        items.append(
            Item(
                number=entry.number,
                title=file.title,
                listed_as=file.listed_as or "",
                presenters=_presenters(parsed, index),
                kind=file.kind,
                papers=file.papers or (),
                outcome=file.outcome,
                language=own,
                body=printed,
                outcomes=outcomes,
                withheld=_withheld(file, entry.number, heads),
                continues=file.continues or (),
                is_heading=entry.is_heading,
                has_section=blocks is not None,
                place=parsed.positions.closest(("agenda", index)),
                heading=heading,
            )
        )
    return tuple(items), tuple(diagnostics)


def _presenters(parsed: ParsedFile[MeetingFile], index: int) -> tuple[Presenter, ...]:
    route = ("agenda", index, "presenter")
    return tuple(
        presenter_as_written(text, parsed.positions.entry(route, count))
        for count, text in enumerate(parsed.data.agenda[index].presenter or ())
    )


def _withheld(file: AgendaItem, number: str, heads: Mapping[str, str]) -> Withheld | None:
    """Return why an item is withheld; a sub-item is with the one above it (4.1 with 4).

    Args:
        file: The item.
        number: Its own, as written or counted.
        heads: The bases of all items that say that they are withheld, by the keys of their numbers.
    """
    if file.withheld is not None:
        return Withheld(file.withheld.basis, file.withheld.title or "")
    key = number_key(number)
    for size in {len(head) for head in heads}:
        if key[size : size + 1] == "." and key[:size] in heads:
            return Withheld(heads[key[:size]], "")
    return None
