"""Rules of our own for running text: words, addresses, references, comments.

One rule stands before markdown-it's and its fellows, chooses among them by the first character, and
notes where each token begins, which markdown-it does not.
"""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_inline import (
    StateInline,
    backtick,
    emphasis,
    entity,
    escape,
    image,
    link,
    newline,
)

from arsrapport.markup.addresses import safe_address
from arsrapport.markup.bracket_rules import footnote, link_around, span, stray_language
from arsrapport.markup.holes import has_marker

Rule: TypeAlias = Callable[[StateInline, bool], bool]

_BARE: Final = r"(?<![^\W_])(?<![./:@-])(?:https?://|www\.)"
"""How an address in running text begins; not in the middle of a word or of another address."""

_STOP: Final = re.compile(rf"[\n!&*<\[\]\\_`{{]|{_BARE}", re.IGNORECASE)
_BARE_ADDRESS: Final = re.compile(rf"{_BARE}[^\s<>\"`{{}}|\\^\[\]«»“”„]+", re.IGNORECASE)
_TAIL: Final = frozenset("?!.,:;*_~'’…–—")
"""What ends a sentence rather than an address (GFM 6.9)."""

_BLANK: Final = " \t"
_AUTOLINK: Final = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*)>")
_MAIL: Final = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>")
_HTML_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)


def use_inline_rules(parser: MarkdownIt) -> None:
    """Let `place` stand for all rules of running text."""
    parser.inline.ruler.push("place", place)
    parser.inline.ruler.enableOnly(["place"])


def place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Apply the first rule that fits, and note in `meta["at"]` where its tokens begin.

    The last words before a closing mark get none: markdown-it adds them when no rule is at work.
    """
    begin = state.pos
    rules = _RULES.get(state.src[begin], _WORDS)
    if silent:
        return any(rule(state, silent) for rule in rules)
    before, count = len(state.pending), len(state.tokens)
    is_done = any(rule(state, silent) for rule in rules)
    added = state.tokens[count:]
    if added and before:
        added[0].meta.setdefault("at", begin - before)
    is_delimiter = state.src[begin] in "*_"
    for token in added:
        if token.type != "text" or is_delimiter:
            token.meta.setdefault("at", begin)
    return is_done


def words(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Take the words up to the next character that may mean something."""
    stop = _STOP.search(state.src, state.pos, state.posMax)
    end = stop.start() if stop else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


# --- addresses ------------------------------------------------------------------------------


def bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read an address that stands in running text; punctuation at its end is not part of it."""
    found = _BARE_ADDRESS.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    address = _without_tail(found[0])
    href = f"https://{address}" if address[0] in "wW" else address
    if not safe_address(href) and not has_marker(href):
        return False
    if not silent:
        _push_link(state, href, address, state.pos)
    state.pos += len(address)
    return True


def _without_tail(address: str) -> str:
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while end:
        if address[end - 1] == ")" and unopened > 0:
            unopened -= 1
        elif address[end - 1] not in _TAIL:
            break
        end -= 1
    return address[:end] or address


def autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read `<https://…>`, `<meeting:…>` and `<name@example.org>`."""
    found = _AUTOLINK.match(state.src, state.pos, state.posMax)
    mail = None if found else _MAIL.match(state.src, state.pos, state.posMax)
    match = found or mail
    if match is None:
        return False
    if not silent:
        _push_link(state, f"mailto:{match[1]}" if mail else match[1], match[1], state.pos + 1)
    state.pos = match.end()
    return True


def _push_link(state: StateInline, href: str, shown: str, begin: int) -> None:
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": href}
    token.info = "auto"
    text = state.push("text", "", 0)
    text.content = shown
    text.meta["at"] = begin
    state.push("link_close", "a", -1)


# --- HTML -----------------------------------------------------------------------------------


def html_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Read `<br>`; only in a cell does it break the line."""
    found = _HTML_BREAK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("html_break", "", 0).content = found[0]
    state.pos = found.end()
    return True


def comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - likewise
    """Drop comments, with the spaces on one side of them; keep the mark of one that never ends."""
    begin = state.pos
    if not state.src.startswith("<!--", begin):
        return False
    end = _after_comments(state, begin)
    if end == begin:
        if not silent:
            state.push("open_comment", "", 0).content = "<!--"
        state.pos = begin + len("<!--")
        return True
    if not silent:
        if end == state.posMax or state.src[end] == "\n":
            state.pending = state.pending.rstrip(_BLANK)
        state.push("comment", "", 0)  # so that the words on either side keep their places
    state.pos = end
    return True


def _after_comments(state: StateInline, begin: int) -> int:
    """Return where the words go on after comments that follow each other."""
    is_apart = begin == 0 or state.src[begin - 1].isspace()
    end = begin
    while state.src.startswith("<!--", end):
        close = _find_end(state, end)
        if close < 0:
            break
        end = close + 3
        while is_apart and end < state.posMax and state.src[end] in _BLANK:
            end += 1
    return end


def _find_end(state: StateInline, begin: int) -> int:
    """Find the end of a comment; a search that failed is not made again in the same words."""
    words, limit, failed = state.env["unclosed"]
    if words is state.src and limit == state.posMax and begin >= failed:
        return -1
    close = state.src.find("-->", begin + 2, state.posMax)
    if close < 0:
        state.env["unclosed"] = (state.src, state.posMax, begin)
    return close


_WORDS: Final[tuple[Rule, ...]] = (words,)
_ADDRESS: Final[tuple[Rule, ...]] = (bare_address, words)
_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "\n": (newline,),
    "!": (image,),
    "&": (entity,),
    "*": (emphasis.tokenize,),
    "<": (comment, html_break, autolink),
    "[": (link, footnote, span, link_around),
    "\\": (escape,),
    "]": (),
    "_": (emphasis.tokenize,),
    "`": (backtick,),
    "{": (stray_language,),
    **dict.fromkeys("hHwW", _ADDRESS),
}
