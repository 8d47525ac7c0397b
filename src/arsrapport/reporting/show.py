"""Listings for people, on a terminal, and for programs, as one JSON document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from arsrapport.document.nodes import Edition
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.model.listing import Cell, Data, Listing, Row
from arsrapport.reporting.columns import Shape, table_lines, wrapped
from arsrapport.reporting.json import as_json
from arsrapport.source.characters import shown
from arsrapport.source.place import PATH_LIMIT, Place

VERSION: Final = 1
"""Of the JSON document's form; it goes up when a program that reads the old one could fail."""


def listing_lines(
    listings: Sequence[Listing], language: Language, width: int, *, explain: bool
) -> Iterator[str]:
    """Yield each listing under its title, in so many columns, with what explains it.

    Args:
        listings: One for each committee.
        language: Of the reader.
        width: Of the terminal.
        explain: Whether the places of each row stand below it.
    """
    for index, listing in enumerate(listings):
        if index:
            yield ""
        yield from wrapped(_clean(listing.title), width)
        yield ""
        if listing.rows:
            yield from table_lines(_shape(listing, explain=explain), width)
        else:
            yield label(language, "none")
        for note in listing.notes:
            yield ""
            yield from wrapped(_clean(note), width)


def _shape(listing: Listing, *, explain: bool) -> Shape:
    seen = [n for n, column in enumerate(listing.columns) if column.head]
    rows = [[_clean(row.cells[n].words) for n in seen] for row in listing.rows]
    cells = ([row.cells[n] for row in listing.rows] for n in seen)
    below = {n: _below(row) for n, row in enumerate(listing.rows)} if explain else {}
    return Shape(
        head=[listing.columns[n].head for n in seen],
        rows=[*rows, *([list(map(_clean, listing.total))] if listing.total else [])],
        numbers=frozenset(n for n, column in enumerate(cells) if _is_numbers(column)),
        below=below,
    )


def _is_numbers(cells: Sequence[Cell]) -> bool:
    known = [cell.data for cell in cells if cell.data is not None]
    return bool(known) and all(isinstance(d, int) and not isinstance(d, bool) for d in known)


def _below(row: Row) -> list[str]:
    return [f"    {where(place)}" for place in row.places]


def where(place: Place) -> str:
    """Return `path:line`."""
    return f"{shown(place.path, PATH_LIMIT)}:{place.line}"


def _clean(text: str) -> str:
    """Return a text on one line, all of it, without what steers a terminal."""
    return shown(text, max(len(text), 1))


# --- for programs ---------------------------------------------------------------------------


def listings_json(listings: Sequence[Listing], what: str, edition: Edition = "public") -> bytes:
    """Return the rows of all listings as objects, each with its committee and its places."""
    rows = [_object(listing, row) for listing in listings for row in listing.rows]
    marked = {} if edition == "public" else {"edition": edition}
    return as_json({"version": VERSION, "show": what, **marked, "rows": rows})


def _object(listing: Listing, row: Row) -> dict[str, Any]:
    values = {
        column.key: _value(cell.data)
        for column, cell in zip(listing.columns, row.cells, strict=True)
        if column.key
    }
    places = [f"{place.path}:{place.line}" for place in row.places]
    return {"committee": listing.committee, **values, "places": places}


def _value(data: Data) -> Data | list[str]:
    if isinstance(data, date):
        return data.isoformat()
    return list(data) if isinstance(data, tuple) else data
