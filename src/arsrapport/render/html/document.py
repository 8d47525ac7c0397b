"""HTML: a numbered Document as one file that needs nothing but itself.

The templates in `templates/html/` lay out; this module gathers what they cannot: the footnotes of a
part, the sections of a table of contents, pictures as data addresses.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from arsrapport.document.nodes import (
    Document,
    Footnote,
    Node,
    Passage,
    Section,
)
from arsrapport.document.plain import plain_text, unlinked
from arsrapport.document.walk import walk
from arsrapport.language.languages import TAGS, Language
from arsrapport.model.theme import PLAIN, Theme
from arsrapport.render.decimals import decimal_pads
from arsrapport.render.html.linked_data import linked_data
from arsrapport.render.html.looks import html_looks
from arsrapport.render.marks import Marks
from arsrapport.render.pictures import PictureKind, picture_kind
from arsrapport.render.stamp import stamp

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_MEDIA_TYPES: Final[dict[PictureKind, str]] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}

_LAST_TWO: Final = "".join(chr(end - 1) + chr(end - 2) for end in range(0x10000, 0x120000, 0x10000))
"""The last two code points of each plane: noncharacters."""

_FORBIDDEN: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_TWO}]"
)
"""What no HTML file may hold: controls, surrogates, noncharacters (HTML Standard, 13.2.3.5)."""

_LONG_PAIR: Final = re.compile(r"(?<=[^\W\d_]{6})/(?=[^\W\d_]{6})")
"""Between two long words, where a line may end: browsers know of no break there, and would break
the second word anywhere."""


def render_html(
    document: Document, assets: Mapping[str, bytes], templates: Path, theme: Theme = PLAIN
) -> bytes:
    """Return a numbered document as one HTML file, in UTF-8 with LF.

    Args:
        document: With every number, label and id filled in by `document.numbering`.
        assets: The bytes of its pictures, by tree path.
        templates: The folder that holds `html/`.
        theme: How it is to look.

    Raises:
        jinja2.UndefinedError: A node of an unknown kind, or a word that `document.words` lacks.
        KeyError: A picture that is not among the assets.
        ValueError: A withheld passage, or a picture that cannot be set (see `render.pictures`).
    """
    page = _environment(templates).get_template("document.html")
    pictures = {**assets, **({theme.logo.path: theme.logo.data} if theme.logo else {})}
    text = page.render(
        document=document,
        words=dict(document.words),
        stamp=stamp(document),
        linked_data=linked_data(document),
        looks=html_looks(theme) if theme != PLAIN else None,
        picture=cache(lambda path: _data_address(pictures[path])),
        marks=Marks(),
    )
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", unix).encode("utf-8")


def _environment(templates: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - start-up

    from arsrapport.render.html.compiled import compiled_beside  # noqa: PLC0415 - start-up

    environment = Environment(
        loader=FileSystemLoader(templates / "html"),
        bytecode_cache=compiled_beside(templates / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "kind": _kind,
        "tag": _tag,
        "plain": plain_text,
        "unlinked": unlinked,
        "footnotes": _footnotes,
        "sections": _sections,
        "breakable": _breakable,
        "css": _css,
        "decimal_pads": decimal_pads,
    }
    return environment


def _kind(node: Node) -> str:
    """Return the name by which templates know a node. One that is withheld has none."""
    if isinstance(node, Passage) and node.internal:
        raise ValueError("a withheld passage has come as far as a renderer")
    return type(node).__name__


def _tag(language: Language | None) -> str | None:
    """Return the value of a `lang` attribute, None for no attribute."""
    return TAGS[language] if language else None


def _footnotes(nodes: Iterable[Node], language: Language) -> tuple[tuple[Footnote, Language], ...]:
    """Return the footnotes in some nodes, each once, with the language in which each stands."""
    found: dict[str, tuple[Footnote, Language]] = {}
    for node in nodes:
        for inner, spoken in walk(node, language):
            if isinstance(inner, Footnote):
                found.setdefault(inner.id, (inner, spoken))
    return tuple(found.values())


def _breakable(words: str) -> Markup | str:
    """Return words, as HTML where a line may end at the stroke between two long ones."""
    if not _LONG_PAIR.search(words):
        return words
    from markupsafe import Markup, escape  # noqa: PLC0415 - start-up

    return Markup(_LONG_PAIR.sub("/<wbr>", str(escape(words))))  # noqa: S704 - escaped


def _css(words: str) -> str:
    """Return words as they may stand in a string of a style sheet (CSS Syntax 3, 4.3.7)."""
    return "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in words)


def _sections(part: Section, language: Language) -> tuple[tuple[Section, Language], ...]:
    """Return the sections one level below a part, with the languages of their headings."""
    return tuple(
        (node, node.title_language or spoken)
        for node, spoken in walk(part, language)
        if isinstance(node, Section) and node.level == part.level + 1
    )


def _data_address(data: bytes) -> str:
    """Return a picture as a `data:` address, of the kind that its bytes show."""
    kind = picture_kind(data)
    if kind is None:
        raise ValueError("a picture that cannot be set has come as far as a renderer")
    return f"data:{_MEDIA_TYPES[kind]};base64,{base64.b64encode(data).decode('ascii')}"
