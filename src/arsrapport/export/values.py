"""What the parts of a record are filled with: texts and days that may be missing, and places."""

from collections.abc import Iterable
from datetime import date

from msgspec import UNSET, UnsetType

from arsrapport.export.shapes.base import PlaceRecord
from arsrapport.language.dates import read_date
from arsrapport.source.place import Place


def given(text: str) -> str | UnsetType:
    """Return a text, or UNSET for "": not recorded."""
    return text or UNSET


def day_in(text: str) -> date | UnsetType:
    """Return the date that a text is, UNSET for other words."""
    return read_date(text) or UNSET


def place_records(places: Iterable[Place | None]) -> tuple[PlaceRecord, ...]:
    """Return each place once, in the order given."""
    known = dict.fromkeys(place for place in places if place is not None)
    return tuple(PlaceRecord(place.path, place.line, place.column) for place in known)
