"""Reading: what is known and found while one text becomes blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.document.nodes import Block, Defined, Hole, Text
from arsrapport.markup.holes import clean, split_markers, visible
from arsrapport.markup.places import Source
from arsrapport.source.characters import shown
from arsrapport.source.place import Place

EXPANSION: Final = 2_000_000
"""How many characters of addresses and footnotes a text may put in by referring to them."""


class Setting(Struct, frozen=True):
    """Where words stand, as far as it changes what they mean."""

    in_quote: bool = False
    """Line breaks are kept: `load` reads lines such as `Frist: …`."""
    no_notes: bool = False
    """No footnote can stand in a footnote's text or in a link."""
    in_cell: bool = False
    """`<br>` breaks the line."""
    nested: bool = False
    """In a quote, a list or a footnote, where no section can begin."""


class NoteText(Struct, frozen=True):
    """The text of a footnote."""

    children: tuple[Block, ...]
    offset: int
    size: int
    """Its length in the source."""


class Reading(Struct):
    """The text, and what has been found in it so far."""

    source: Source
    base: str
    holes: int
    notes: dict[str, NoteText] = field(default_factory=dict)
    """The footnotes, by label."""
    referred: set[str] = field(default_factory=set)
    """The labels of those that are referred to."""
    definitions: dict[str, Defined] = field(default_factory=dict)
    """Where the addresses stand that are written apart from what leads to them, by label."""
    refused: set[str] = field(default_factory=set)
    """The labels of definitions whose addresses, referred to, led nowhere allowed."""
    level: int = 0
    """Of the last heading; 0 above the first."""
    spent: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, offset: int) -> Place:
        """Return the place of a character of the text."""
        return self.source.place(offset)

    def fault(self, code: str, offset: int, **arguments: str | int) -> None:
        """Report a fault; its arguments are cut and cleaned as far as they come from the text."""
        safe = {name: shown(visible(str(value))) for name, value in arguments.items()}
        self.diagnostics.append(fault(code, self.place(offset), **safe))

    def spend(self, size: int, offset: int) -> bool:
        """Say whether as much more may be put in (AR418 when it is too much)."""
        before, self.spent = self.spent, self.spent + size
        if before <= EXPANSION < self.spent:
            self.fault("AR418", offset)
        return self.spent <= EXPANSION

    def words(self, text: str, offset: int) -> Iterator[Text | Hole]:
        """Yield words and the holes among them; a hole without a value is dropped."""
        for begin, piece in split_markers(text):
            if isinstance(piece, int):
                if piece < self.holes:
                    yield Hole(piece, self.place(offset + begin))
            elif value := clean(piece):
                at = offset + begin
                yield Text(value, self.place(at), self.source.pieces(at, len(piece)))

    def plain(self, text: str, offset: int) -> str:
        """Return words for a place where no value can stand (AR420 where one does)."""
        for _, piece in split_markers(text):
            if isinstance(piece, int) and piece < self.holes:
                self.fault("AR420", offset, name="value")
        return "".join(clean(piece) for _, piece in split_markers(text) if isinstance(piece, str))
