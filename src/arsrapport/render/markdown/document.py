"""Markdown: a numbered Document as one file for a git forge, with its pictures beside it.

A forge has no styles of ours, and numbers headings and notes in its own way or not at all: so
numbers, labels and footnotes stand in the text, in forms that GitHub, GitLab and Forgejo all show.
What language a passage is in is marked with `lang`, which they keep: a screen reader would else
read Norwegian as the English of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from arsrapport.document.nodes import Document, Section, Text
from arsrapport.document.plain import unlinked
from arsrapport.document.walk import walk
from arsrapport.language.languages import Language
from arsrapport.render.markdown.blocks import Gathered, set_blocks, set_notes, set_part, set_title
from arsrapport.render.markdown.chunks import FILLER, in_language, stack
from arsrapport.render.markdown.inline import line
from arsrapport.render.markdown.text import anchor, escape, link, spoken, strong
from arsrapport.render.marks import Marks
from arsrapport.render.stamp import stamp

IMPRINT: Final = "_imprint"
"""The imprint's address; ids of nodes do not begin with an underscore."""


def render_markdown(document: Document, assets: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a numbered document as Markdown, and the pictures that it links to, by file name.

    Args:
        document: With every number, label and id filled in by `document.numbering`.
        assets: The bytes of its pictures, by tree path.
        name: The name of the file, without `.md`; its pictures are `<name>-1.png` and so on.

    Raises:
        KeyError: A picture that is not among the assets, or a word that `document.words` lacks.
        ValueError: A withheld passage, a computed value's hole, or a picture that cannot be set.
    """
    words = dict(document.words)
    is_report = document.kind == "report"
    gathered = Gathered(assets, name, levels_above=int(is_report), back=words["back_to_text"])
    parts = (*document.front, *document.chapters, *document.appendices)
    chunks = _opening(document)
    if is_report:
        chunks += _contents(document, parts, words)
    for part in parts:
        chunks += set_part(part, document.language, gathered)
    if document.imprint:
        chunks += _imprint(document, words, gathered)
    text = stack(in_language(chunks, document.language, None))
    pictures = {file: assets[asset] for asset, file in gathered.pictures.items()}
    return {f"{name}.md": f"{text}\n".encode(), **pictures}


def _opening(document: Document) -> list[str]:
    """Return what stands above the first part. Minutes say in it whose they are, and when."""
    titles = document.titles
    if document.kind == "report":
        head = [f"# {escape(titles.title)}", strong(escape(titles.committee))]
        facts = [titles.publisher, titles.series, titles.date]
    else:
        head = []
        facts = [titles.publisher]
    small = line((Text(" · ".join(filter(None, facts))),), Marks())
    stamped = stamp(document)
    mark = f"> {strong(escape(stamped))}" if stamped else ""
    return [chunk for chunk in (*head, small, mark) if chunk]


def _contents(document: Document, parts: Iterable[Section], words: Mapping[str, str]) -> list[str]:
    """Return links to the parts and the level below; of appendices only to the headings."""
    entries = []
    for part in parts:
        entries.append(f"- {_entry(part, document.language, document)}")
        entries += [
            f"  - {_entry(node, language, document)}"
            for node, language in walk(part, document.language)
            if isinstance(node, Section)
            and part.kind != "appendix"
            and node.level == part.level + 1
        ]
    if document.imprint:
        entries.append(f"- {link(escape(words['imprint']), f'#{IMPRINT}')}")
    return [f"## {escape(words['contents'])}", "\n".join(entries)]


def _entry(section: Section, own: Language, document: Document) -> str:
    title = set_title(section, unlinked(section.title), Marks())
    marked = spoken(title, section.title_language or own, document.language)
    return (link(marked, f"#{section.id}") if section.id else marked) or FILLER


def _imprint(document: Document, words: Mapping[str, str], gathered: Gathered) -> list[str]:
    language = document.language
    return [
        f"## {anchor(IMPRINT)}{escape(words['imprint'])}",
        *set_blocks(document.imprint, language, gathered),
        *set_notes(document.imprint, language, language, gathered),
    ]
