"""Cuts: the texts that YAML cuts short, what is to be said of each, and how it is mended."""

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault, with_edits
from arsrapport.load.parse.lines import Lines
from arsrapport.load.parse.mending import Draft, Span, is_surely_text, mended_line, quoted
from arsrapport.source.edits import Edit
from arsrapport.source.place import Place


class Cut(Struct, frozen=True):
    """A text that YAML cuts short."""

    span: Span
    """Of all of it, in the draft."""
    diagnostic: Diagnostic


def cut_off(code: str, wrong: Span, whole: Span, draft: Draft, lines: Lines) -> Cut:
    """Return a text that is cut: where, and how far it goes, in a draft.

    Args:
        code: AR114 or AR115.
        wrong: The sign that cuts it, and what is lost.
        whole: The whole text.
        draft: As it was read.
        lines: Of the text that was given.
    """
    text = draft.text
    found = fault(code, _place(wrong, draft, lines), line=mended_line(text, whole))
    if is_surely_text(text, whole.start, wrong.start):
        written = quoted(text[whole.start : whole.end])
        found = with_edits(found, Edit(_place(whole, draft, lines), written))
    return Cut(whole, found)


def _place(span: Span, draft: Draft, lines: Lines) -> Place:
    return lines.place(draft.original(span.start), draft.original(span.end))
