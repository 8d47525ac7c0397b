"""Who was there, in words, as it was written."""

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.language.lists import enumerate_words
from arsrapport.model.archive import Participant


def participant_words(participant: Participant, language: Language) -> str:
    """Return *Kari Nordmann (KV), under sak 4*: name, organisation, and what was partial.

    An organisation that is not written is that of the mandate, by the name it has in lists.
    """
    organisation = participant.written_organisation
    if not organisation and participant.person is not None and participant.organisation:
        organisation = participant.organisation.listed
    parts = [f"{participant.name} ({organisation})" if organisation else participant.name]
    if participant.stands_in_for:
        parts.append(label(language, "stands_in_for", name=participant.stands_in_for))
    parts += partial_words(participant.items, participant.away, language)
    if participant.note:
        parts.append(participant.note)
    return ", ".join(parts)


def partial_words(
    items: tuple[str, ...], away: tuple[str, ...], language: Language
) -> tuple[str, ...]:
    """Return *under sak 4*, *ikkje under sak 2*: what somebody was there for, or away for."""
    parts = (("for", items), ("not_for", away))
    return tuple(_items(key, named, language) for key, named in parts if named)


def brief_partial_words(
    items: tuple[str, ...], away: tuple[str, ...], language: Language
) -> tuple[str, ...]:
    """Return *sak 4*, *ikkje sak 2*: the same, where there is little room."""
    parts = (("part", items), ("not_part", away))
    return tuple(_items(key, named, language) for key, named in parts if named)


def _items(key: str, items: tuple[str, ...], language: Language) -> str:
    key = f"{key}_item" if len(items) == 1 and items[0].isdigit() else f"{key}_items"
    ranges = [item.replace("-", "\N{EN DASH}") for item in items]
    return label(language, key, items=enumerate_words(ranges, language))
