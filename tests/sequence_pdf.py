"""The sequence of a PDF, from its structure tree: what a screen reader goes through.

Where a link within the file leads is a place on a page: the heading or the caption that begins
there, or next below it.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

import pdf_reading
from pdf_marks import many
from sequence import BULLET, Event, Sequence, Telling, flat, title_page

_LINE = {"Span", "Em", "Strong", "Link", "Lbl", "Reference", "Code", "Note"}
_BULLET = re.compile(r"[•–‣]")
_PAGE_NUMBER = re.compile("\N{NO-BREAK SPACE}" r"\d+$")


@dataclass
class _Words:
    text: str
    page: int
    baseline: float


@dataclass
class _Node:
    tag: str
    alt: str = ""
    scope: str = ""
    kids: list["_Node | _Words"] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)
    """The annotations that it holds."""

    def words(self) -> Iterator[_Words]:
        for kid in self.kids:
            if isinstance(kid, _Node):
                yield from kid.words()
            else:
                yield kid

    def walk(self) -> Iterator["_Node"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, _Node):
                yield from kid.walk()

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words())


def of_pdf(data: bytes, words: Mapping[str, str]) -> Sequence:
    """Read a file; `words` are the renderers' own in its language."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (document,) = _tree(pdf, data).kids
        goals = _Goals(pdf, document)
        parts: dict[str, list] = {"": []}
        name = ""
        for kid in document.kids:
            if kid.tag == "H1":
                known = flat(kid.text)
                name = known if known in {words["contents"], words["imprint"]} else "body"
            parts.setdefault(name, []).append(kid)
        if not any(node.tag == "Title" for node in parts[""]):  # minutes, whose heading is an H1
            first = next(i for i, node in enumerate(document.kids) if node.tag == "H1")
            parts = {"": document.kids[:first], "body": document.kids[first:]}
        return Sequence(
            title_page([node.text for node in parts[""] if node.tag != "Figure"]),
            list(_contents(parts.get(words["contents"], []), goals)),
            _Tags(goals).told(parts["body"]),
            _Tags(goals).told(parts.get(words["imprint"], [])),
        )


def _contents(nodes: list[_Node], goals: "_Goals", level: int = 0) -> Iterator[Event]:
    for node in nodes:
        if node.tag == "H1":
            yield "contents", flat(node.text)
        elif node.tag == "TOC":
            yield from _contents(node.kids, goals, level + 1)
        else:
            (link,) = (inner for inner in node.walk() if inner.tag == "Link")
            words = flat(_PAGE_NUMBER.sub("", node.text))
            yield "entry", level, words, goals.words(link.links[0])


# --- the tree -----------------------------------------------------------------------------------


def _tree(pdf: pikepdf.Pdf, data: bytes) -> _Node:
    said: dict[tuple[int, int], _Words] = {}
    for run in pdf_reading.read_pdf(data).runs:
        if run.mcid is not None:
            known = said.setdefault((run.page, run.mcid), _Words("", run.page, run.baseline))
            known.text += run.text
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    root = _Node("StructTreeRoot")
    _fill(root, pdf.Root.StructTreeRoot.get("/K"), 0, said, pages)
    return root


def _fill(parent: _Node, kids: Any, page: int, said: Mapping, pages: Mapping) -> None:
    for kid in many(kids):
        if isinstance(kid, int):
            parent.kids += [said[page, kid]] if (page, kid) in said else []
            continue
        own = pages[kid.Pg.objgen] if "/Pg" in kid else page
        if "/S" in kid:
            node = _Node(str(kid.S)[1:], str(kid.get("/Alt", "")))
            for attributes in many(kid.get("/A")):
                node.scope = str(attributes.get("/Scope", node.scope)).lstrip("/")
            _fill(node, kid.get("/K"), own, said, pages)
            parent.kids.append(node)
        elif "/MCID" in kid:
            parent.kids += [said[own, int(kid.MCID)]] if (own, int(kid.MCID)) in said else []
        else:
            parent.links.append(kid.Obj)


class _Goals:
    """Where links lead."""

    def __init__(self, pdf: pikepdf.Pdf, document: _Node) -> None:
        names = pdf.Root.get("/Names", {})
        self.named = pikepdf.NameTree(names.Dests) if "/Dests" in names else {}
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self.blocks = [
            (first.page, first.baseline, flat(_unmarked(node)))
            for node in document.walk()
            if re.fullmatch(r"H\d|Caption", node.tag)
            for first in list(node.words())[:1]
        ]

    def words(self, annotation: Any) -> str:
        """The words of the heading or caption that a link within the file leads to."""
        target = annotation.Dest
        place = self.named[str(target)] if isinstance(target, pikepdf.String) else target
        page, top = self.pages[place[0].objgen], float(place[3])
        below = [block for block in self.blocks if block[0] == page and block[1] < top]
        return max(below, key=lambda block: block[1])[2]


def _unmarked(node: _Node) -> str:
    """The words of an element without the footnotes in it."""
    return "".join(
        kid.text
        if isinstance(kid, _Words)
        else ""
        if kid.tag in {"Note", "Lbl"}
        else _unmarked(kid)
        for kid in node.kids
    )


# --- the events ---------------------------------------------------------------------------------


class _Tags:
    """Tells the elements of a structure tree."""

    def __init__(self, goals: _Goals) -> None:
        self.goals, self.to = goals, Telling()

    def told(self, nodes: list) -> list[Event]:
        self._blocks(nodes, "paragraph")
        return self.to.end_part()

    def _blocks(self, kids: list, *kind: str | int) -> None:
        for kid in kids:
            if isinstance(kid, _Words) or kid.tag in _LINE:
                self._inline(kid)
            else:
                self.to.tell(*kind)
                self._block(kid)
        self.to.tell(*kind)

    def _block(self, node: _Node) -> None:
        if node.tag == "Figure":
            self.to.figure(node.alt)
        elif node.tag == "LI":
            self._item(node)
        elif node.tag == "Table":
            self._table(node)
        elif node.tag == "Caption":
            self._line(node)
            self.to.tell("caption")
        elif found := re.fullmatch(r"H(\d+)", node.tag):
            self._blocks(node.kids, "heading", int(found[1]))
        else:
            if node.tag == "BlockQuote":
                self.to.begin_item("")
            self._blocks(node.kids, "paragraph")

    def _item(self, node: _Node) -> None:
        label, body = node.kids
        marker = flat(label.text)
        if _BULLET.fullmatch(marker):
            self.to.begin_item(BULLET)
        elif re.fullmatch(r"\d+\.", marker):
            self.to.begin_item(marker[:-1])
        else:
            self._line(label)
            self.to.tell("term")
        self._blocks(body.kids, "paragraph")
        self.to.begin_item("")

    def _table(self, table: _Node) -> None:
        for node in table.walk():
            if node.tag == "Caption":
                self._block(node)
        rows = [node for node in table.walk() if node.tag == "TR"]
        self.to.table(len(rows), len(rows[0].kids))
        for row in rows:
            for cell in row.kids:
                self._line(cell)
                is_row = cell.tag == "TH" and cell.scope == "Row"
                kind = "head" if row is rows[0] else "row" if is_row else "cell"
                self.to.tell(kind, is_kept=True)

    # --- in a line ----------------------------------------------------------------------------

    def _line(self, node: _Node) -> None:
        """Say what an element holds, the blocks in it too."""
        for kid in node.kids:
            self._inline(kid)

    def _inline(self, part: _Node | _Words) -> None:
        if isinstance(part, _Words):
            self.to.say(part.text)
        elif part.tag == "Lbl":
            self.to.mark(part.text)
        elif part.tag == "Note":
            self._note(part)
        else:
            if part.tag == "Link":
                self._link(part)
            self._line(part)

    def _link(self, link: _Node) -> None:
        words, annotation = _unmarked(link), link.links[0]
        if "/A" in annotation:
            self.to.link(words, str(annotation.A.URI), is_inside=False)
        else:
            self.to.link(words, self.goals.words(annotation), is_inside=True)

    def _note(self, note: _Node) -> None:
        holder = note
        while holder.kids[0].tag != "Lbl":  # it stands in the first of several paragraphs
            holder = holder.kids[0]
        label = holder.kids.pop(0)
        inner = _Tags(self.goals)
        inner._blocks(note.kids, "paragraph")
        inner.to.end_part()
        self.to.note(label.text, inner.to)
