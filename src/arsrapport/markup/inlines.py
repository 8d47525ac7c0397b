"""Running text: the tokens of a paragraph, a heading or a cell become inline nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.document.nodes import (
    Break,
    Code,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Reference,
    Span,
    Strong,
    Text,
)
from arsrapport.language.languages import LANGUAGES
from arsrapport.markup.addresses import reference_target, safe_address
from arsrapport.markup.holes import clean
from arsrapport.markup.lines import joined
from arsrapport.markup.places import Origin
from arsrapport.markup.reading import Reading, Setting

INLINE_DEPTH: Final = 16
"""How deep emphasis, links and phrases may stand inside each other."""

_LANGUAGE: Final = re.compile(r"""\s*lang\s*=\s*(["']?)([\w-]*)\1\s*""")


class _Frame(Struct):
    """An opening mark and what has been read since; None for what stands in no mark at all."""

    token: Token | None = None
    offset: int = 0
    nodes: list[Inline] = field(default_factory=list)


def read_inlines(
    tokens: Sequence[Token], origin: Origin, reading: Reading, setting: Setting
) -> tuple[Inline, ...]:
    """Read tokens into nodes.

    A line break in the source becomes a space, in a quote a Text of its own, one line feed.

    Args:
        tokens: What the parser made of the running text, or some lines of it.
        origin: Where the running text comes from.
        reading: Takes what is found.
        setting: Where the text stands.
    """
    frames = [_Frame()]
    cursor = 0
    for token in tokens:
        at = _begin(token, origin.content, cursor, is_last=token is tokens[-1])
        cursor = max(cursor, at + (len(token.content) or 1))
        offset = origin.offset(at)
        if token.nesting > 0:
            frames.append(_open(token, offset, frames, reading))
        elif token.nesting == 0:
            refuses = token.type == "footnote" and _in_link(frames)
            where = replace(setting, no_notes=True) if refuses else setting
            _extend(frames[-1].nodes, _leaf(token, offset, reading, where))
        elif len(frames) > 1:
            frame = frames.pop()
            if frame.nodes is not frames[-1].nodes:
                _extend(frames[-1].nodes, _wrap(frame, reading))
    for frame in frames[1:]:  # a mark that stands open at the end of a line cut off as a caption
        if frame.nodes is not frames[0].nodes:
            _extend(frames[0].nodes, frame.nodes)
    return tuple(frames[0].nodes)


def alternative_text(tokens: Iterable[Token] | None) -> str:
    """Return the words between the square brackets of an image."""
    return "".join(
        " "
        if token.type in {"softbreak", "hardbreak"}
        else token.content or alternative_text(token.children)
        for token in tokens or ()
    )


def _begin(token: Token, content: str, cursor: int, *, is_last: bool) -> int:
    """Return where a token begins; words that the parser did not note are looked for."""
    at: int | None = token.meta.get("at")
    if at is not None:
        return at
    if is_last and content.endswith(token.content):
        return len(content) - len(token.content)
    found = content.find(token.content, cursor)
    return found if found >= 0 else cursor


def _open(token: Token, offset: int, frames: list[_Frame], reading: Reading) -> _Frame:
    """Open a mark; in one that is dropped, words go on where they were."""
    is_nested_link = token.type == "link_open" and _in_link(frames)
    if len(frames) <= INLINE_DEPTH and not is_nested_link:
        return _Frame(token, offset)
    if len(frames) == INLINE_DEPTH + 1:
        reading.fault("AR418", offset)
    return _Frame(token, offset, frames[-1].nodes)


def _in_link(frames: Iterable[_Frame]) -> bool:
    return any(frame.token is not None and frame.token.type == "link_open" for frame in frames)


def _extend(nodes: list[Inline], added: Iterable[Inline]) -> None:
    """Add nodes; words that follow words become one."""
    for node in added:
        one = _joined(nodes[-1], node) if nodes else None
        if one is None:
            nodes.append(node)
        else:
            nodes[-1] = one


def _joined(first: Inline, second: Inline) -> Text | None:
    """Return two texts as one, but for a line break in a quote, which stands alone."""
    if not isinstance(first, Text) or not isinstance(second, Text):
        return None
    if "\n" in (first.value, second.value):
        return None
    return joined(first, second)


# --- what stands by itself ------------------------------------------------------------------


def _leaf(token: Token, offset: int, reading: Reading, setting: Setting) -> Iterable[Inline]:
    nodes: Iterable[Inline]
    match token.type:
        case "text":
            nodes = reading.words(token.content, offset)
        case "text_special":  # an escaped character or an entity, which can be any character
            value = clean(token.content).replace("\n", " ")
            nodes = [Text(value, reading.place(offset))] if value else []
        case "softbreak":
            nodes = [Text("\n" if setting.in_quote else " ")]
        case "hardbreak":
            nodes = [Break()]
        case "html_break" if setting.in_cell:
            nodes = [Break()]
        case "html_break":
            nodes = [Text(token.content, reading.place(offset))]
        case "code_inline":
            code = reading.plain(token.content, offset)
            nodes = [Code(code)] if code else []
        case "comment":
            nodes = []
        case "footnote":
            nodes = _footnote(token.info, offset, reading, setting)
        case _:
            nodes = _misplaced(token, offset, reading)
    return nodes


def _misplaced(token: Token, offset: int, reading: Reading) -> Iterable[Inline]:
    if token.type == "stray_language":
        reading.fault("AR416", offset, value=token.info)
        return []
    names = {"image": "image", "open_comment": "open-comment"}
    reading.fault("AR420", offset, name=names[token.type])
    shown = alternative_text(token.children) if token.type == "image" else token.content
    value = reading.plain(shown, offset)
    return [Text(value, reading.place(offset))] if value else []


def _footnote(label: str, offset: int, reading: Reading, setting: Setting) -> Iterable[Inline]:
    if setting.no_notes:
        reading.fault("AR420", offset, name="footnote")
        return []
    note = reading.notes.get(label)
    reading.referred.add(label)
    if note is None or not note.children:
        reading.fault("AR411", offset, label=label)
        return [Text(clean(f"[^{label}]"), reading.place(offset))]
    if not reading.spend(note.size, offset):
        return []
    return [Footnote(note.children, id=clean(label))]


# --- what stands around words ---------------------------------------------------------------


def _wrap(frame: _Frame, reading: Reading) -> Iterable[Inline]:
    children = tuple(frame.nodes)
    match frame.token.type if frame.token else "":
        case "em_open":
            return [Emphasis(children)] if children else []
        case "strong_open":
            return [Strong(children)] if children else []
        case "span_open":
            return _span(frame, children, reading)
        case _:
            return _link(frame, children, reading)


def _span(frame: _Frame, children: tuple[Inline, ...], reading: Reading) -> Iterable[Inline]:
    attributes = frame.token.info if frame.token else ""
    found = _LANGUAGE.fullmatch(attributes)
    for language in LANGUAGES:
        if found and found[2] == language:
            return [Span(language, children)] if children else []
    reading.fault("AR416", frame.offset, value=found[2] if found else attributes)
    return children


def _link(frame: _Frame, children: tuple[Inline, ...], reading: Reading) -> Iterable[Inline]:
    token = frame.token or Token("", "", 1)
    href = str(token.attrs.get("href", ""))
    target = reference_target(href)
    defined = reading.definitions.get(token.meta.get("label", ""))
    if target and reading.spend(len(target), frame.offset):
        words = () if token.info == "auto" else children
        return [Reference(target, words, reading.place(frame.offset), defined=defined)]
    address = "" if target else safe_address(href)
    if address and reading.spend(len(address), frame.offset):
        return [Link(address, children or (Text(address),), defined)]
    if not target and not address:
        reading.refused.add(token.meta.get("label", ""))
        reading.fault("AR413", frame.offset, target=href)
    return children
