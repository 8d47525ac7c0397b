"""The sequence of what a finished document tells, in whatever format: one typed event each.

`("heading", 2, "1.1 Tal")`, `("paragraph", …)`, `("item", "1", …)`, `("term", …)`, `("caption", …)`,
`("table", 3, 2)`, `("head", …)`, `("row", …)`, `("cell", …)`, `("figure", alt)`, and behind the words
in which they stand `("reference", words, heading or caption)` and `("link", words, address)`. The mark
of a footnote is a part of the words: `møte[1] i`. `("note", "1", …)` is what the footnote says.

What is evened out, because formats must differ in it:
  - White space is one space, and a soft hyphen is nothing: a PDF has neither, Word has tabs.
  - Footnotes come at the end of their part: they stand at the foot of a page, or after the part.
  - Title page, contents, text, imprint are put in this order: on a page that is scrolled, what is in
    front of the text in a PDF stands behind it, so its contents list the imprint, which is left out.
    The lines of a title page are sorted: Markdown begins with the title, and has some in one line.
  - The level of headings is that in the document: a page has one `h1`, the title of the report.
  - The page numbers of a PDF's contents are left out; no other format has pages.
  - Markdown has no terms, captions and headers of rows: they are what is bold where those stand;
    a caption without a number, as in an imprint, is a paragraph in all.
  - What stands above minutes, who publishes them, is told as a title page.
Looks are not told: marks of drafts and editions at the head of a page, rules, frames, languages.
"""

import re
from typing import NamedTuple, TypeAlias

Event: TypeAlias = tuple[str | int, ...]
BULLET = "•"
LABEL = re.compile(r"\w+ [\dA-Z]+(\.\d+)*(?= |$)")
"""What a caption begins with: *Tabell 3.1*."""


class Sequence(NamedTuple):
    """A document, in the order of all formats."""

    title_page: list[str]
    contents: list[Event]
    body: list[Event]
    imprint: list[Event]


class Telling:
    """Gathers events: words are said, and then told as what they are."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._said: list[str] = []
        self._links: list[Event] = []
        self._notes: list[Event] = []
        self._item = ""

    def say(self, words: str | None) -> None:
        self._said.append(words or "")

    def mark(self, number: str) -> None:
        self.say(f"[{flat(number)}]")

    def link(self, words: str, target: str, *, is_inside: bool) -> None:
        self._links.append(("reference" if is_inside else "link", flat(words), flat(target)))

    def begin_item(self, marker: str) -> None:
        """The paragraph that is told next begins an item of a list; "" when it does not."""
        self._item = marker

    def tell(self, *kind: str | int, is_kept: bool = False) -> None:
        """Tell what has been said since, if anything."""
        words = flat("".join(self._said))
        self._said = []
        if words or is_kept:
            if kind == ("paragraph",) and self._item:
                kind = ("item", self._item)
            if kind == ("caption",) and not LABEL.match(words):
                kind = ("paragraph",)
            if kind == ("heading", 1):
                self.end_part()
            self.events.append((*kind, words))
            self._item = ""
        self.events += self._links
        self._links = []

    def table(self, rows: int, columns: int) -> None:
        self._item = ""
        self.events.append(("table", rows, columns))

    def figure(self, alt: str) -> None:
        self._item = ""
        self.events.append(("figure", flat(alt)))

    def note(self, number: str, inner: "Telling") -> None:
        """Tell a footnote: its blocks are one text, and its links follow."""
        links = [event for event in inner.events if event[0] in {"reference", "link"}]
        texts = [str(event[-1]) for event in inner.events if event not in links]
        self._notes += [("note", flat(number), " ".join(filter(None, texts))), *links]
        self._notes += inner._notes

    def end_part(self) -> list[Event]:
        """Put the footnotes of a part behind it; return all that has been told."""
        self.events += self._notes
        self._notes = []
        return self.events


def flat(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\N{SOFT HYPHEN}", "")).strip()


def term(words: str) -> str:
    """A term without the colon that Markdown ends it with."""
    return words.removesuffix(":")


def title_page(lines: list[str]) -> list[str]:
    return sorted(filter(None, map(flat, lines)))
