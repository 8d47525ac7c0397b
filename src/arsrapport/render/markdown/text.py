r"""Text as Markdown that a git forge shows as it was written.

It is escaped with backslashes, so that nothing in it is Markdown or HTML. Some signs a forge reads
once more, in the finished page (formulas, emoji, addresses): these stand alone in a `<span>`, as
GitHub advises for the dollar sign (docs.github.com, *Writing mathematical expressions*).

Anchors are `<a name>`: the form that GitHub documents (*Custom anchors*), GitLab leaves in place
(it drops `id`), and Gitea and Forgejo find. The slugs of headings differ from forge to forge.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import escape as escape_html
from string import punctuation
from typing import Final, TypeAlias
from urllib.parse import quote

from arsrapport.language.languages import TAGS, Language
from arsrapport.render.lines import one_line

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls and surrogates: no reader shows them, and UTF-8 has no form for the last."""

_SIGN: Final = re.compile(
    r"""
    (?P<again>                      # what a forge reads once more:
        \$                          #   formulas
      | @(?=\w)                     #   mail addresses and people
      | [{\[](?=[+-])               #   GitLab's marks of changes
      | :(?=(?:[\w+-]{0,40}[a-z][\w+-]{0,40}|100|1234|[+-]1):)  # emoji by name
    )
    | [\\`*_\[\]<~\#^]              # Markdown's own signs
    | &(?=\#?\w{0,40}(?:;|$)|\d)    # character references; GitLab's epics
    | [!%](?=[\d"{])                # GitLab's references and variables
    | (?<=www)\. | :(?=//)          # addresses that would become links
    """,
    re.VERBOSE,
)

_START: Final = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[>|:]|[-+](?:\s|-|$))")
"""What stands before the sign that makes a quote, a table, a term, a rule or a list of a line."""

_REFERENCE: Final = re.compile(r"&(?=#?\w{1,40};)")
"""The sign that begins a character reference."""

_UNFIT: Final = re.compile(r"[\s<>\\`|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What an address in a link may not hold as it is."""

_TAGS: Final = {"*": "em", "**": "strong"}

Piece: TypeAlias = tuple[str, str]
"""Finished text, and the asterisks that are to stand around it."""


def escape(value: str, *, again: bool = True) -> str:
    r"""Return plain characters as Markdown text on one line.

    `again` is whether signs that a forge reads in the finished page stand in a `<span>`; in the
    text of a picture they must not.
    """
    return _SIGN.sub(
        lambda found: f"<span>\\{found[0]}</span>" if again and found["again"] else f"\\{found[0]}",
        clean(value),
    )


def clean(value: str) -> str:
    """Return plain characters on one line, without those that no reader shows."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", one_line(value))


def begin(text: str) -> str:
    """Return Markdown on one line as a paragraph: what would begin another block is escaped."""
    start = _START.match(text)
    return f"{start[0]}\\{text[start.end() :]}" if start else text


def strong(text: str) -> str:
    """Return Markdown that stands between spaces as strongly stressed."""
    return join([(text, "**")], " ")


def spoken(text: str, own: Language, outside: Language | None) -> str:
    """Return Markdown with a mark of its language where it is not that of the place."""
    return text if own == outside or not text else f'<span lang="{TAGS[own]}">{text}</span>'


def anchor(name: str) -> str:
    """Return a place to link to, "" for one without a name."""
    return f'<a name="{escape_html(name)}"></a>' if name else ""


def link(text: str, href: str, title: str = "") -> str:
    """Return a link. `text` is Markdown; `title` is plain and shown when the link is pointed at."""
    # Not `\&`: cmark, which GitHub has, reads character references before backslashes here.
    safe = _UNFIT.sub(lambda found: quote(found[0], errors="replace"), href)
    target = re.sub(r"[()]", r"\\\g<0>", _REFERENCE.sub("&amp;", safe))
    said = re.sub(r'["\\]', r"\\\g<0>", _REFERENCE.sub("&amp;", clean(title)))
    return f'[{text}]({target} "{said}")' if said else f"[{text}]({target})"


def join(pieces: Iterable[Piece], edge: str) -> str:
    """Return pieces as one text. `edge` is the character that stands before and after."""
    known = [piece for piece in pieces if piece[0]]
    parts: list[str] = []
    for (text, stars), (follows, follow_stars) in zip(
        known, [*known[1:], (edge, "")], strict=False
    ):
        before = parts[-1][-1] if parts else edge
        if stars:
            after = follow_stars or follows[0]
            parts.append(_stressed(text, stars, before, after))
            continue
        if before == "!" and text.startswith("["):
            parts[-1] = f"{parts[-1][:-1]}\\!"  # else a link would become a picture
        elif before == "`" and text.startswith("`"):
            parts.append("<span></span>")  # else two codes would become one
        parts.append(text)
    return "".join(parts)


def _stressed(text: str, stars: str, before: str, after: str) -> str:
    """Return text between asterisks, or between tags where asterisks would not do.

    Where they do is CommonMark's rule of flanking runs (6.2), on the narrow side: what counts as
    punctuation is not the same in every version.
    """
    fits = (
        not {"*", "**"} & {before, text[0], text[-1], after}
        and not (text[0].isspace() or text[-1].isspace())
        and (before.isspace() or (_is_point(before) and text[0].isalnum()))
        and (after.isspace() or (_is_point(after) and text[-1].isalnum()))
    )
    return f"{stars}{text}{stars}" if fits else f"<{_TAGS[stars]}>{text}</{_TAGS[stars]}>"


def _is_point(character: str) -> bool:
    return character in punctuation or unicodedata.category(character).startswith("P")
