"""Rules of our own for what stands in square brackets and braces: footnotes and phrases."""

import re
from typing import Final

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline

_FOOTNOTE: Final = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
_ATTRIBUTES: Final = re.compile(r"\{([^{}\n]{1,100})\}")
_TARGET: Final = re.compile(r"\((?:<([^<>\n]*)>|([^\s<>()]*))\)")
_STRAY_LANGUAGE: Final = re.compile(r"\{(\s*lang\s*=[^{}\n]{0,90})\}")


def footnote(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `[^1]`, whether or not it has a text."""
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("footnote", "", 0).info = found[1]
    state.pos = found.end()
    return True


def span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read `[words]{lang=en}`."""
    begin, limit = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, begin)
    found = _ATTRIBUTES.match(state.src, end + 1, limit) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        state.pos, state.posMax = begin + 1, end
        state.push("span_open", "span", 1).info = found[1]
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = limit
    state.pos = found.end()
    return True


def link_around(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read a link whose words hold a phrase or a footnote, which markdown-it takes for links."""
    begin, limit = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, begin)
    label = state.src[begin + 1 : end] if end >= 0 else ""
    found = _TARGET.match(state.src, end + 1, limit) if "]{" in label or "[^" in label else None
    if found is None or "](" in label:
        return False
    if not silent:
        state.pos, state.posMax = begin + 1, end
        state.push("link_open", "a", 1).attrs = {"href": unescapeAll(found[1] or found[2])}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = limit
    state.pos = found.end()
    return True


def stray_language(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read a `{lang=en}` that follows no square brackets, as after a link."""
    found = _STRAY_LANGUAGE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("stray_language", "", 0).info = found[1]
    state.pos = found.end()
    return True
