"""Footnotes: their texts are read first, so that each can stand where it is referred to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

from arsrapport.markup.captions import captioned
from arsrapport.markup.content import read_content
from arsrapport.markup.figures import judge_figures
from arsrapport.markup.reading import NoteText, Reading, Setting

_OPEN: Final = "footnote_reference_open"
_CLOSE: Final = "footnote_reference_close"


def read_notes(tokens: Sequence[Token], reading: Reading) -> None:
    """Read the texts of all footnotes; the first one counts where a label has two (AR616)."""
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        if token.type == _OPEN:
            opened.append(index)
        elif token.type == _CLOSE:
            spans.append((opened.pop(), index))
    for first, last in sorted(spans):
        _read_note(tokens[first:last], reading)


def _read_note(tokens: Sequence[Token], reading: Reading) -> None:
    label, begin = str(tokens[0].meta["label"]), int(tokens[0].meta["at"])
    known = reading.notes.get(label)
    if known is not None:
        where = str(reading.place(known.offset))
        reading.fault("AR616", begin, name=f"[^{label}]", place=where)
        return
    setting = Setting(no_notes=True, nested=True)
    children = captioned(read_content(tokens[1:], reading, setting))
    judge_figures(children, reading)
    lines = tokens[0].map or [0, 1]
    size = reading.source.line_end(lines[1] - 1) - begin
    reading.notes[label] = NoteText(children, begin, size)


def judge_notes(reading: Reading) -> None:
    """Report the footnotes that nothing refers to (AR412)."""
    for label, note in reading.notes.items():
        if label not in reading.referred:
            reading.fault("AR412", note.offset, label=label)
