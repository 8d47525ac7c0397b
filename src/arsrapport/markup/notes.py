"""Footnotes: their texts are read first, so that each can stand where it is referred to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

from arsrapport.document.nodes import Passage
from arsrapport.markup.captions import captioned
from arsrapport.markup.content import read_content
from arsrapport.markup.figures import judge_figures
from arsrapport.markup.reading import NoteText, Reading, Setting

_OPEN: Final = "footnote_reference_open"
_CLOSE: Final = "footnote_reference_close"


def read_notes(tokens: Sequence[Token], reading: Reading) -> None:
    """Read the texts of all footnotes; the first one counts where a label has two (AR616)."""
    opened: list[int] = []
    passages: list[bool] = []
    spans: list[tuple[int, int, bool]] = []
    for index, token in enumerate(tokens):
        if token.type == _OPEN:
            opened.append(index)
        elif token.type == _CLOSE:
            spans.append((opened.pop(), index, any(passages)))
        elif token.type == "passage_open":
            passages.append(token.info.lower() == "internal")
        elif token.type == "passage_close":
            passages.pop()
    for first, last, is_internal in sorted(spans):
        _read_note(tokens[first:last], reading, is_internal=is_internal)


def _read_note(tokens: Sequence[Token], reading: Reading, *, is_internal: bool) -> None:
    """Read the text of a footnote; one that stands in a withheld passage is withheld with it."""
    label, begin = str(tokens[0].meta["label"]), int(tokens[0].meta["at"])
    known = reading.notes.get(label)
    if known is not None:
        where = str(reading.place(known.offset))
        reading.fault("AR616", begin, name=f"[^{label}]", place=where)
        return
    setting = Setting(no_notes=True, nested=True)
    children = captioned(read_content(tokens[1:], reading, setting))
    judge_figures(children, reading)
    if is_internal:
        children = (Passage(children, internal=True, place=reading.place(begin)),)
    lines = tokens[0].map or [0, 1]
    size = reading.source.line_end(lines[1] - 1) - begin
    reading.notes[label] = NoteText(children, begin, size)


def judge_notes(reading: Reading) -> None:
    """Report the footnotes that nothing refers to (AR412)."""
    for label, note in reading.notes.items():
        if label not in reading.referred:
            reading.fault("AR412", note.offset, label=label)
