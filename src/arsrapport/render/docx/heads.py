"""What stands at the top and the foot of pages: a template's, else ours; and marks in any case."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final, Literal, TypeAlias

from lxml import etree

from arsrapport.document.nodes import Document
from arsrapport.language.languages import Language
from arsrapport.model.theme import Head, House
from arsrapport.render.docx.band import LINK, band, band_picture
from arsrapport.render.docx.gathered import HYPERLINK, IMAGE, Gathered, Where
from arsrapport.render.docx.house.heads import picture_type
from arsrapport.render.docx.inlines import Look, field, run
from arsrapport.render.docx.paragraphs import paragraph, spacer
from arsrapport.render.docx.watermark import watermark
from arsrapport.render.docx.xml import Element, el, put, qualified
from arsrapport.render.lines import LONGEST_RUNNING, running_line, shorten

_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Name: TypeAlias = Literal["header", "footer"]


def title_references(gathered: Gathered) -> list[Element]:
    """Return what stands on the first page of a report: the band along it, or the template's."""
    house = gathered.base.house
    if house:
        own = house_references(gathered, first=house.first_page)
        return [*own, *header([], gathered)]
    lines = [*_mark(gathered), band(gathered)]
    return [_part("header", lines, gathered, picture=band_picture(gathered))]


def house_references(gathered: Gathered, *, first: bool) -> list[Element]:
    """Return references to the headers and footers of a template, each with the marks.

    Args:
        gathered: What the pass carries along.
        first: Whether the first page is told from others: it has those of others unless the
            template says otherwise.
    """
    house = gathered.base.house
    if house is None:
        return []
    found = []
    names: tuple[Name, Name] = ("header", "footer")
    for name in names:
        heads: dict[str, Head] = {head.kind: head for head in house.heads if head.name == name}
        made: dict[str, str] = {}
        kinds = ("default", *(["first"] if first else []), *(["even"] if house.even_pages else []))
        for kind in kinds if heads else ():
            shown = kind if kind != "first" or house.first_page else "default"
            if shown not in made:
                made[shown] = _house_part(name, heads.get(shown), gathered)
            if made[shown]:
                found.append(el(f"w:{name}Reference", type=kind, r_id=made[shown]))
    return found


def header(lines: list[Element], gathered: Gathered, kind: str = "default") -> list[Element]:
    """Return references to a new header, with the stamp above its lines.

    There are none where a template has headers of its own.
    """
    if has_head("header", gathered.base.house):
        return []
    made = _part("header", [*_mark(gathered), *(lines or [spacer(gathered)])], gathered, kind)
    return [made, *_even(made, kind, gathered)]


def footer(gathered: Gathered, kind: str = "default") -> list[Element]:
    """Return references to a new footer with the number of the page.

    There are none where a template has footers of its own, or says the number at the top.
    """
    house = gathered.base.house
    if has_head("footer", house) or (house and any(head.is_numbered for head in house.heads)):
        return []
    look = Look(gathered.language)
    number = field("PAGE", [run("1", look, gathered)], look, gathered)
    line = paragraph(number, Where(gathered.language), gathered, "footer")
    made = _part("footer", [line], gathered, kind)
    return [made, *_even(made, kind, gathered)]


def running(  # noqa: PLR0913 - what it says, in which languages, and where
    document: Document,
    title: str,
    language: Language,
    gathered: Gathered,
    *,
    follows: bool = False,
    line: int = 0,
) -> Element:
    """Return the line at the top of the page: the report to the left, the part to the right.

    A short title is a field that follows the heading, with its result filled in. Word knows the
    styles of headings by their level in every language; by name only in its own. How broad the page
    is must be said where it is not as the style has it.
    """
    own = Look(document.language)
    look = Look(language)
    shown = [run(shorten(title), look, gathered)]
    if follows and len(title) <= LONGEST_RUNNING:
        shown = field("STYLEREF 1", shown, look, gathered)
    left = run(running_line(document), own, gathered)
    tab = [el("w:r", el("w:tab")), *shown] if title else []
    found = paragraph([left, *tab], Where(document.language), gathered, "header")
    line = line or gathered.base.line
    known = gathered.base.styles["header"].tabs
    if known != (line,):
        cleared = [el("w:tab", val="clear", pos=place) for place in known if place != line]
        put(found, el("w:tabs", *cleared, el("w:tab", val="right", pos=line)))
    return found


def has_head(name: Name, house: House | None) -> bool:
    """Say whether a template has headers, or footers, of its own."""
    return house is not None and any(head.name == name for head in house.heads)


def _even(made: Element, kind: str, gathered: Gathered) -> list[Element]:
    """Return the same for even pages, where a template tells them from odd ones."""
    house = gathered.base.house
    if not (house and house.even_pages and kind == "default"):
        return []
    again = deepcopy(made)
    again.set(qualified("w:type"), "even")
    return [again]


def _mark(gathered: Gathered) -> list[Element]:
    """Return the stamp, if the document has one, with the watermark of a draft behind the page."""
    if not gathered.stamp:
        return []
    word = f"\N{NO-BREAK SPACE}{gathered.stamp}\N{NO-BREAK SPACE}"
    words = run(word, Look(gathered.language), gathered)
    behind = [watermark(gathered.watermark, gathered)] if gathered.watermark else []
    return [paragraph([*behind, words], Where(gathered.language), gathered, "Draft Mark")]


def _house_part(name: Name, head: Head | None, gathered: Gathered) -> str:
    """Return the id of a header of a template; "" for none, where nothing needs one."""
    marks = _mark(gathered) if name == "header" else []
    if head is None:
        if not marks:
            return ""
        return _made(name, el("w:hdr", *marks), gathered)[0]
    root = etree.fromstring(head.data)
    for known in root.iter(qualified("wp:docPr")):
        gathered.shown += 1
        known.set("id", str(gathered.shown))
    root.extend(marks)
    if len(root) and etree.QName(root[-1]).localname == "tbl":
        root.append(spacer(gathered))
    id_, part = _made(name, root, gathered)
    for link, picture in head.pictures:
        part.rels.add_relationship(IMAGE, _house_picture(picture, gathered), link)
    for link, address in head.links:
        part.rels.add_relationship(HYPERLINK, address, link, True)  # noqa: FBT003 - python-docx's
    return id_


def _house_picture(name: str, gathered: Gathered) -> Any:  # noqa: ANN401 - python-docx's
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - start-up
    from docx.opc.part import Part  # noqa: PLC0415 - likewise

    house = gathered.base.house
    if name not in gathered.images and house:
        package = gathered.base.document.part.package
        address = PackURI(f"/word/media/{name}")
        gathered.images[name] = Part(address, picture_type(name), house.pictures[name], package)
    return gathered.images[name]


def _part(
    name: Name,
    lines: list[Element],
    gathered: Gathered,
    kind: str = "default",
    picture: Any = None,  # noqa: ANN401 - python-docx's
) -> Element:
    root = el("w:hdr" if name == "header" else "w:ftr", *lines)
    link, made = _made(name, root, gathered)
    if picture is not None:
        made.rels.add_relationship(IMAGE, picture, LINK)
    return el(f"w:{name}Reference", type=kind, r_id=link)


def _made(name: Name, root: Any, gathered: Gathered) -> tuple[str, Any]:  # noqa: ANN401 - python-docx's
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - start-up
    from docx.opc.part import XmlPart  # noqa: PLC0415 - likewise

    gathered.heads += 1
    main = gathered.base.document.part
    address = PackURI(f"/word/{name}{gathered.heads}.xml")
    made = XmlPart(address, f"{_TYPE}.{name}+xml", root, main.package)
    return gathered.relate(f"{_KINDS}/{name}", made), made
