"""The words for what stands outside a document."""

from arsrapport.document.numbering import Elsewhere
from arsrapport.language.catalogue import label
from arsrapport.language.dates import date_range
from arsrapport.language.languages import Language
from arsrapport.model.archive import Committee, Meeting


def elsewhere(committee: Committee) -> Elsewhere:
    """Return the function that names a committee's meetings and items in full, with the date."""
    meetings = {meeting.id: meeting for meeting in committee.meetings}

    def words_for(name: str, language: Language) -> str:
        kind, _, rest = name.partition(":")
        meeting_id, _, number = rest.partition("/")
        meeting = meetings.get(meeting_id)
        if meeting is None or kind not in {"meeting", "item"}:
            return ""
        if kind == "meeting":
            return "" if number else _meeting(meeting, committee, language)
        if number not in {item.number for item in meeting.items}:
            return ""
        item = f"{label(language, 'item').lower()}\N{NO-BREAK SPACE}{number}"
        return f"{_meeting(meeting, committee, language)}, {item}"

    return words_for


def _meeting(meeting: Meeting, committee: Committee, language: Language) -> str:
    """Return *referat frå møte i …*: it stands in a sentence, which may give it a capital."""
    dates = date_range(meeting.first, meeting.last, language)
    name = committee.name(language)
    words = label(language, "minutes_of_meeting", committee=name, date=dates)
    return f"{words[:1].lower()}{words[1:]}"
