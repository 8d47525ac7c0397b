"""What listings say of any outcome: its words, and where it was minuted."""

from __future__ import annotations

from collections.abc import Sequence

from arsrapport.document.nodes import Paragraph
from arsrapport.export.words import line_of
from arsrapport.language.catalogue import label
from arsrapport.language.dates import numeric_date
from arsrapport.language.languages import Language
from arsrapport.model.archive import Item, Meeting, Outcome
from arsrapport.pipeline.listings.columns import Made, hidden, told


def where_minuted(rows: Sequence[tuple[Meeting, Item]], language: Language) -> tuple[Made, ...]:
    """Return where outcomes were minuted: the meeting, its day, and the item."""
    return (
        hidden("meeting", (meeting.id for meeting, _ in rows)),
        hidden("date", (meeting.first for meeting, _ in rows)),
        told(
            "item",
            label(language, "item"),
            (item.number or item.title for _, item in rows),
            (_reference(meeting, item, language) for meeting, item in rows),
        ),
    )


def _reference(meeting: Meeting, item: Item, language: Language) -> str:
    day = numeric_date(meeting.first, language)
    if item.number:
        return label(language, "item_of", number=item.number, date=day)
    return f"{item.title}, {day}"


def words_of(outcome: Outcome) -> str:
    """Return the title of an outcome and its first paragraph; of an action the title is enough."""
    if outcome.title and outcome.kind == "action":
        return outcome.title
    paragraphs = (b.children for b in outcome.body if isinstance(b, Paragraph))
    words = line_of(next(paragraphs, ()))
    return f"{outcome.title}. {words}" if outcome.title and words else outcome.title or words
