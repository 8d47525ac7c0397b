"""The sequence of a Word file, as Word makes it: footnotes and numbered lists are counted anew."""

import re
from collections.abc import Iterator
from copy import deepcopy

from docx_reading import WP, Link, R, Reading, W, text, value
from sequence import BULLET, Event, Sequence, Telling, flat, title_page

_ASIDE = {"Title": "title", "Imprint Heading": "imprint", "TOC Heading": "contents"}


def of_docx(data: bytes) -> Sequence:
    reading = Reading(data)
    sections: dict[str, list] = {"title": [], "contents": [], "imprint": [], "": []}
    publisher: list[str] = []
    for section in reading.sections:
        styles = [reading.style(p) for p in section if p.tag == f"{W}p"]
        kind = next((_ASIDE[style] for style in styles if style in _ASIDE), "")
        if kind == "" and styles[:1] == ["Publisher"]:  # above the heading of minutes
            publisher.append(text(section.pop(0)))
        sections[kind].append(section)
    return Sequence(
        title_page([*publisher, *(text(p) for section in sections["title"] for p in section)]),
        [entry for section in sections["contents"] for entry in _contents(reading, section)],
        _Word(reading).told(sections[""]),
        _Word(reading).told(sections["imprint"]),
    )


def _contents(reading: Reading, section: list) -> Iterator[Event]:
    yield "contents", text(section[0])
    for line in section[1:]:
        if not text(line):  # where the field ends
            continue
        (link,) = reading.links([line])
        level = int(re.fullmatch(r"toc (\d)", reading.style(line))[1])
        yield "entry", level, flat(link.words), flat(link.target)


class _Word:
    """Tells the paragraphs and tables of a file."""

    def __init__(self, reading: Reading, part: str = "document") -> None:
        self.reading, self.part, self.to = reading, part, Telling()
        self.counted = 0
        self.lists: dict[str, int] = {}

    def told(self, sections: list) -> list[Event]:
        for section in sections:
            if self._begins_anew(section):
                self.counted = 0
            for element in section:
                self._element(element)
        return self.to.end_part()

    def _begins_anew(self, section: list) -> bool:
        """Say whether Word counts footnotes from 1 in a section."""
        about = section[-1].find(f"{W}pPr/{W}sectPr")
        about = self.reading.body.find(f"{W}sectPr") if about is None else about
        return value(about, "footnotePr/numRestart") == "eachSect"

    def _element(self, element) -> None:
        if element.tag == f"{W}tbl":
            self._table(element)
            return
        self.to.begin_item(self._marker(element))
        for drawing in element.iter(f"{WP}docPr"):
            self.to.figure(drawing.get("descr"))
        runs = list(element.iter(f"{W}r", f"{W}hyperlink"))
        terms = [run for run in runs if self._style(run) == "Term"]
        if terms:
            self._say(terms)
            self.to.tell("term")
        self._say(run for run in runs if run not in terms)
        level, style = self.reading.level(element), self.reading.style(element)
        if level:
            self.to.tell("heading", level)
        else:
            self.to.tell("caption" if style == "caption" else "paragraph")

    def _table(self, table) -> None:
        look = table.find(f"{W}tblPr/{W}tblLook")
        rows = [list(row.iterfind(f"{W}tc")) for row in table.iterfind(f"{W}tr")]
        self.to.table(len(rows), len(rows[0]))
        for row in rows:
            for column, cell in enumerate(row):
                is_row = column == 0 and look.get(f"{W}firstColumn") == "1"
                self._say(cell.iter(f"{W}r", f"{W}hyperlink"))
                kind = "head" if row is rows[0] else "row" if is_row else "cell"
                self.to.tell(kind, is_kept=True)

    def _marker(self, paragraph) -> str:
        """What stands before an item: a bullet, or the number that Word counts to."""
        wanted = value(paragraph, "pPr/numPr/numId")
        if not wanted:
            return ""
        level = value(paragraph, "pPr/numPr/ilvl")
        (number,) = (
            number
            for number in self.reading.numbering.iterfind(f"{W}num")
            if number.get(f"{W}numId") == wanted
        )
        if number.find(f"{W}lvlOverride") is None:
            return BULLET
        start = value(number, "lvlOverride/startOverride")
        assert number.find(f"{W}lvlOverride").get(f"{W}ilvl") == level
        self.lists[wanted] = self.lists.get(wanted, int(start) - 1) + 1
        return str(self.lists[wanted])

    # --- in a line ----------------------------------------------------------------------------

    def _style(self, run) -> str:
        return self.reading.styles.get(value(run, "rPr/rStyle"), ("", ""))[0]

    def _say(self, runs) -> None:
        for run in runs:
            if run.tag == f"{W}hyperlink":
                link = self._link(run)
                self.to.link(link.words, link.target, is_inside=not run.get(f"{R}id"))
            elif self._style(run) == "footnote reference":
                self._mark(run)
            else:
                self.to.say(text_of(run))

    def _link(self, element) -> Link:
        """Return a link, without the marks of footnotes in its words."""
        shown = deepcopy(element)
        for run in shown.iter(f"{W}r"):
            if self._style(run) == "footnote reference":
                for words in run.iter(f"{W}t"):
                    words.text = ""
        (link,) = self.reading.links([shown], self.part)
        return link

    def _mark(self, run) -> None:
        reference = run.find(f"{W}footnoteReference")
        if reference is None:  # one that has been referred to before
            if text(run):
                self.to.mark(text(run))
            return
        number = text(run)
        if not reference.get(f"{W}customMarkFollows"):
            self.counted += 1
            number = str(self.counted)
        self.to.mark(number)
        wanted = reference.get(f"{W}id")
        (note,) = (n for n in self.reading.notes if n.get(f"{W}id") == wanted)
        inner = _Word(self.reading, "footnotes")
        first = next(note.iter(f"{W}r"))
        said = number if first.find(f"{W}footnoteRef") is not None else text(first)
        first.getparent().remove(first)
        for element in note:
            inner._element(element)
        inner.to.end_part()
        self.to.note(said, inner.to)


def text_of(run) -> str:
    """The words of a run, spaces as they are."""
    return "".join(
        part.text or "" if part.tag == f"{W}t" else " "
        for part in run.iter(f"{W}t", f"{W}tab", f"{W}br")
    )
