"""Continuing: which item a text under `continues` names."""

import re
from typing import Final

from arsrapport.language.names import number_key

_MEETING: Final = re.compile(r"(?P<id>[0-9]{4}-[0-9]{2}-[0-9]{2}[^/]*)(?:/(?P<number>.*))?")


def continued_item(written: str, meeting: str) -> tuple[str, str]:
    """Return the id of a meeting and the key of an item's number; the key is "" without one.

    Args:
        written: `2017-05-24/1`; a number without a meeting is that of an item of the same meeting.
        meeting: The id of the meeting whose item continues it.
    """
    found = _MEETING.fullmatch(written)
    if found is None:
        return meeting, number_key(written)
    return found["id"], number_key(found["number"] or "")
