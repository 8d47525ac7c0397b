"""Listings as Markdown tables (GitHub Flavored Markdown, *Tables*)."""

from collections.abc import Iterable, Iterator, Sequence

from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.model.listing import Listing
from arsrapport.render.markdown.text import begin, escape


def listings_markdown(listings: Sequence[Listing], language: Language, *, explain: bool) -> bytes:
    """Return each listing as a table under its title; where asked, with a column of its places."""
    parts = ("\n".join(_lines(each, language, explain=explain)) for each in listings)
    return "".join(f"{part}\n" for part in "\n\n".join(parts).split("\n")).encode()


def _lines(listing: Listing, language: Language, *, explain: bool) -> Iterator[str]:
    yield f"## {escape(listing.title)}"
    yield ""
    seen = [n for n, column in enumerate(listing.columns) if column.head]
    if listing.rows:
        source = [label(language, "source")] if explain else []
        yield _row([*(listing.columns[n].head for n in seen), *source])
        yield f"|{'---|' * len(seen + source)}"
    else:
        yield label(language, "none")
    for row in listing.rows:
        places = "; ".join(f"{place.path}:{place.line}" for place in row.places)
        yield _row([*(row.cells[n].words for n in seen), *([places] if explain else [])])
    if listing.total:
        yield _row([*listing.total, *([""] if explain else [])])
    for note in listing.notes:
        yield ""
        yield begin(escape(note))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(escape(cell).replace('|', chr(92) + '|') for cell in cells)} |"
