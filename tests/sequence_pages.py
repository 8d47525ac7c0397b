"""The sequence of a page in HTML, and of a file of Markdown as markdown-it reads it.

Both are trees of HTML. In Markdown, what has no element of its own is known by where it stands:
  - a term is what begins an item in bold and ends with a colon;
  - a caption begins with a label in bold, right before a table or a picture;
  - the header of a row is a first cell that is bold as a whole;
  - footnotes come after a rule, each behind its number in a superscript.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import html_reading
import markdown_reading
from sequence import BULLET, LABEL, Event, Sequence, Telling, flat, term, title_page

_INLINE = {"a", "em", "strong", "code", "span", "sup", "br", "wbr"}
_HEADING = re.compile("h([1-6])")


def of_html(data: bytes) -> Sequence:
    page = html_reading.parse(data)
    goals, body = _goals(page), page.find("body")
    is_report = body.get("class") == "report"
    header = [_words(line) for line in body.iterfind("header/*") if line.tag != "img"]
    nav = body.find("nav")
    imprint = body.find("footer/section")
    contents: list[Event] = []
    if nav is not None:
        contents = [("contents", flat("".join(nav.find("details/summary").itertext())))]
        contents += _entries(goals, nav.find("details/ol"), 1)
    if imprint is not None:
        contents.remove(("entry", 1, *[_words(imprint.find("h2"))] * 2))
    return Sequence(
        title_page(header),
        contents,
        _Page(goals, int(is_report)).told([body.find("main")]),
        [] if imprint is None else _Page(goals, 1).told([imprint]),
    )


def of_markdown(data: bytes, words: Mapping[str, str]) -> Sequence:
    """Read a file; `words` are the renderers' own in its language."""
    page = markdown_reading.parse(data, "commonmark")
    goals, blocks = _goals(page), list(_opened(page))
    heads = [i for i, block in enumerate(blocks) if block.tag in {"h1", "h2"}]
    tops = [i for i in heads if blocks[i].tag == "h2"]
    anchors = {anchor.get("name"): i for i in heads for anchor in blocks[i].iter("a")}
    if not tops or _words(blocks[tops[0]]) != words["contents"]:  # minutes
        above = [_words(block) for block in blocks[: heads[0]] if block.tag != "blockquote"]
        return Sequence(
            title_page(above), [], _Page(goals, 0, is_markdown=True).told(blocks[heads[0] :]), []
        )
    first, end = tops[0], anchors.get("_imprint", len(blocks))
    above = [_words(block) for block in blocks[:first] if block.tag != "blockquote"]
    title, committee, *rest = above
    contents: list[Event] = [("contents", _words(blocks[first]))]
    contents += _entries(goals, blocks[first + 1], 1)
    if end < len(blocks):
        contents.remove(("entry", 1, *[_words(blocks[end])] * 2))
    return Sequence(
        title_page([title, committee, *" · ".join(rest).split(" · ")]),
        contents,
        _Page(goals, 1, is_markdown=True).told(blocks[first + 2 : end]),
        _Page(goals, 1, is_markdown=True).told(blocks[end:]),
    )


def _opened(element: Element) -> Iterator[Element]:
    """Yield blocks, those in a language's `div` in its place."""
    for child in element:
        if child.tag == "div":
            yield from _opened(child)
        else:
            yield child


def _entries(goals: dict[str, str], entries: Element, level: int) -> Iterator[Event]:
    for item in entries:
        (link,) = (link for link in item if link.tag == "a")
        yield "entry", level, _words(link), goals[link.get("href")[1:]]
        for below in item:
            if below.tag in {"ul", "ol"}:
                yield from _entries(goals, below, level + 1)


def _words(element: Element) -> str:
    """Return the words of an element, without the marks of footnotes in it."""
    return flat("".join(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and _mark(child) is None:
            yield from _pieces(child)
        yield child.tail or ""


def _goals(page: Element) -> dict[str, str]:
    """The words of the heading or the caption at each address within a page."""
    goals: dict[str, str] = {}
    for block in page.iter():
        if _HEADING.fullmatch(str(block.tag)) or block.tag == "p" or block.get("role") == "heading":
            for inner in block.iter():
                goals.setdefault(inner.get("id") or inner.get("name") or "", _words(block))
    for element in page.iter():
        if element.tag not in {"div", "figure"} or "id" not in element.attrib:
            continue
        captions = [e for e in element.iter() if e.tag in {"caption", "figcaption"}]
        if captions:
            goals.setdefault(element.get("id"), _words(captions[0]))
    return goals


class _Page:
    """Tells the blocks of a page."""

    def __init__(self, goals: dict[str, str], raised: int, *, is_markdown: bool = False) -> None:
        self.goals, self.raised, self.to = goals, raised, Telling()
        self.is_markdown = is_markdown

    def told(self, blocks: list[Element]) -> list[Event]:
        self._blocks(blocks)
        return self.to.end_part()

    def _blocks(self, blocks: list[Element]) -> None:
        blocks = [block for block in blocks if isinstance(block.tag, str)]
        for number, block in enumerate(blocks):
            if block.tag == "hr":
                self._notes_below(blocks, number)
                return self._blocks(list(_after_notes(blocks, number)))
            below = blocks[number + 1 : number + 2]
            is_above = below and (below[0].tag == "table" or below[0].find("img") is not None)
            strong = _first(block, "strong")
            if (
                self.is_markdown
                and block.tag == "p"
                and is_above
                and strong is not None
                and LABEL.fullmatch(_words(strong))
            ):
                self._inside(block, "caption")
            else:
                self._block(block)
        return None

    def _block(self, block: Element) -> None:  # noqa: C901 - one case for each kind of block
        tag = str(block.tag)
        if found := _HEADING.fullmatch(tag):
            self._inside(block, "heading", int(found[1]) - self.raised)
        elif block.get("role") == "heading":
            self._inside(block, "heading", int(block.get("aria-level")) - self.raised)
        elif block.get("class") == "footnotes":
            for item in block:
                number, words = item
                self.to.note(_words(number), self._note(words))
        elif tag in {"ul", "ol"}:
            self._list(block)
        elif tag == "dt":
            self._inside(block, "term")
        elif tag == "table":
            self._table(block)
        elif tag == "img":
            self.to.figure(block.get("alt", ""))
        elif tag in {"caption", "figcaption"}:
            self._inside(block, "caption")
        else:
            if tag == "blockquote" or block.get("class") in {"note", "outcome"}:
                self.to.begin_item("")
            self._inside(block, "paragraph")

    def _inside(self, block: Element, *kind: str | int) -> None:
        """Tell an element that holds words, or blocks, or words and then blocks."""
        inner: list[Element] = []
        self.to.say(block.text)
        for child in block:
            if child.tag in _INLINE:
                self._inline(child)
                self.to.say(child.tail)
            else:
                inner.append(child)
        self.to.tell(*kind)
        self._blocks(inner)

    def _list(self, block: Element) -> None:
        for number, item in enumerate(block, int(block.get("start", "1"))):
            marker = str(number) if block.tag == "ol" else BULLET
            strong = _first(item, "strong")
            if strong is None and len(item) and item[0].tag == "p":
                strong = _first(item[0], "strong")
            if self.is_markdown and strong is not None and re.search("[:?]$", _words(strong)):
                self.to.say(term(_words(strong)))
                self.to.tell("term")
                strong.text = ""
                strong[:] = []
            else:
                self.to.begin_item(marker)
            self._inside(item, "paragraph")
            self.to.begin_item("")

    def _table(self, table: Element) -> None:
        for caption in table.iterfind("caption"):
            self._inside(caption, "caption")
        rows = list(table.iter("tr"))
        self.to.table(len(rows), len(rows[0]))
        for row in rows:
            for column, cell in enumerate(row):
                strong = _first(cell, "strong")
                is_bold = strong is not None and len(cell) == 1 and not (strong.tail or "").strip()
                is_row = cell.get("scope") == "row" or (
                    self.is_markdown and column == 0 and is_bold
                )
                self.to.say(cell.text)
                for child in cell:
                    self._inline(child)
                    self.to.say(child.tail)
                kind = "head" if row is rows[0] else "row" if is_row else "cell"
                self.to.tell(kind, is_kept=True)

    # --- in a line ----------------------------------------------------------------------------

    def _inline(self, element: Element) -> None:
        mark = _mark(element)
        if mark is not None:
            self.to.mark(mark)
            return
        if element.tag == "br":
            self.to.say(" ")
        elif element.tag == "a" and "href" in element.attrib:
            href = element.get("href")
            is_inside = href.startswith("#")
            target = self.goals[href[1:]] if is_inside else href
            self.to.link(_words(element), target, is_inside=is_inside)
        self.to.say(element.text)
        for child in element:
            self._inline(child)
            self.to.say(child.tail)

    # --- footnotes ----------------------------------------------------------------------------

    def _note(self, element: Element) -> Telling:
        inner = _Page(self.goals, self.raised, is_markdown=self.is_markdown)
        _without_back(element)
        inner._inside(element, "paragraph")
        inner.to.end_part()
        return inner.to

    def _notes_below(self, blocks: list[Element], rule: int) -> None:
        """Tell the footnotes after a rule; what follows one without a number belongs to it."""
        notes: list[Element] = []
        for block in _opened_until(blocks, rule):
            sup = _first(block, "sup")
            if sup is not None and not list(sup):
                notes.append(Element("div"))
                number, sup.text = _words(sup), ""
                notes[-1].set("number", number)
            notes[-1].append(block)
        for note in notes:
            self.to.note(note.get("number"), self._note(note))


def _opened_until(blocks: list[Element], rule: int) -> Iterator[Element]:
    for block in blocks[rule + 1 :]:
        if block.tag in {"h1", "h2"}:
            return
        yield from _opened(block) if block.tag == "div" else [block]


def _after_notes(blocks: list[Element], rule: int) -> Iterator[Element]:
    is_after = False
    for block in blocks[rule + 1 :]:
        is_after = is_after or block.tag in {"h1", "h2"}
        if is_after:
            yield block


def _mark(element: Element) -> str | None:
    """The number of a footnote's mark."""
    links = [link for link in element.iter("a") if "href" in link.attrib]
    if element.tag != "sup" or len(links) != 1:
        return None
    return "".join(element.itertext())


def _without_back(element: Element) -> None:
    """Take away the links from a footnote back to the text."""
    for parent in list(element.iter()):
        for child in list(parent):
            href = child.get("href", "")
            if child.get("role") == "doc-backlink" or (
                href.startswith("#_") and "title" in child.attrib
            ):
                parent.remove(child)


def _first(element: Element, tag: str) -> Element | None:
    """The child that an element begins with, if it is of a kind; anchors are nothing."""
    if (element.text or "").strip():
        return None
    for child in element:
        if child.tag == tag:
            return child
        if not (child.tag == "a" and "name" in child.attrib) or (child.tail or "").strip():
            return None
    return None
