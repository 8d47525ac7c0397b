"""Listings as one CSV table, in the form of all our tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import UNSET

from arsrapport.export.csv import write_table
from arsrapport.export.tables import Cell, Row, Table
from arsrapport.model.listing import Data, Listing

PLACES: Final = "places"


def listings_csv(listings: Sequence[Listing], *, explain: bool) -> bytes:
    """Return the rows of all listings, each with its committee; where asked, with its places."""
    keys = tuple(dict.fromkeys(c.key for each in listings for c in each.columns if c.key))
    last = (PLACES,) if explain else ()
    rows = (row for each in listings for row in _rows(each, (*keys, *last)))
    return write_table(Table("show", ("committee", *keys, *last), tuple(rows)))


def _rows(listing: Listing, keys: Iterable[str]) -> Iterator[Row]:
    for row in listing.rows:
        values: Mapping[str, Cell] = {
            **{
                column.key: _cell(cell.data)
                for column, cell in zip(listing.columns, row.cells, strict=True)
            },
            PLACES: tuple(f"{place.path}:{place.line}" for place in row.places),
        }
        yield (listing.committee, *(values.get(key, UNSET) for key in keys))


def _cell(data: Data) -> Cell:
    return UNSET if data is None else data
