"""Reads finished Markdown back: as CommonMark with tables and footnotes, and as GitHub does."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

_COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
_COMMONMARK.normalizeLinkText = lambda url: url  # shows an address as it stands, as forges do

_GITHUB = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
"""Forges let HTML through here and clean it afterwards."""

READERS = {
    "commonmark": _COMMONMARK.render,
    "github": lambda text: cmarkgfm.github_flavored_markdown_to_html(text, _GITHUB),
}

_BLOCKS = {
    *("p", "div", "li", "ul", "ol", "blockquote", "table", "tr", "td", "th", "hr", "br", "pre"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}

KEPT = {
    *("a", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("img", "li", "ol", "p", "span", "strong", "sup", "table", "tbody", "td", "th", "thead"),
    *("tr", "ul"),
}
"""The elements that we make; all forges keep them (GitHub's html-pipeline, GitLab, Gitea)."""

KEPT_ATTRIBUTES = {"href", "name", "lang", "src", "alt", "title", "align", "start", "style"}
"""Likewise: `id` and `class` are not among them. `align` and `style` are a table's, by the reader."""


class Entry(NamedTuple):
    """A heading: its level, its text, the names of the anchors in it."""

    level: int
    text: str
    names: list[str]


def parse(markdown: bytes, reader: str = "github") -> Element:
    """Return the body of the page that a reader makes."""
    page = html5lib.parse(READERS[reader](markdown.decode()), namespaceHTMLElements=False)
    return page.find("body")


def words(element: Element) -> str:
    """Return an element's text with every run of white space as one space; blocks stand apart."""
    return re.sub(r"\s+", " ", "".join(_texts(element))).strip()


def _texts(element: Element) -> Iterator[str]:
    gap = " " if element.tag in _BLOCKS else ""
    yield gap
    if isinstance(element.tag, str):  # a comment has none
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
    yield gap


def outline(body: Element) -> list[Entry]:
    """Return every heading, in order."""
    return [
        Entry(int(e.tag[1]), words(e), [a.get("name", "") for a in e.iter("a") if a.get("name")])
        for e in body.iter()
        if re.fullmatch("h[1-6]", str(e.tag))
    ]


def links(body: Element) -> list[tuple[str, str]]:
    """Return every link with its words and its address."""
    return [(words(a), a.get("href", "")) for a in body.iter("a") if "href" in a.attrib]


def dangling(body: Element) -> list[str]:
    """Return every address within the page that leads to nothing, or to two places."""
    names = [a.get("name") for a in body.iter("a") if "name" in a.attrib]
    wanted = [href[1:] for _, href in links(body) if href.startswith("#")]
    return [name for name in wanted if names.count(name) != 1]


def tables(body: Element) -> list[list[list[str]]]:
    """Return every table as rows of words."""
    return [
        [[words(cell) for cell in row] for row in table.iter("tr")] for table in body.iter("table")
    ]


def strange(body: Element) -> set[str]:
    """Return the elements and attributes that a forge may drop."""
    elements = [e for e in body.iter() if isinstance(e.tag, str) and e is not body]
    return {e.tag for e in elements} - KEPT | {
        key for e in elements for key in e.attrib if key not in KEPT_ATTRIBUTES
    }
