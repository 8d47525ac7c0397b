"""How the content of a PDF is marked: what is in its structure, what is an artifact, what links say.

Read straight from the file, beside `pdf_reading`: what a page paints must be in the structure tree
or be an artifact (ISO 14289-1, 7.1), and a tree may only hold what its pages have.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

PAINTS = {
    *("Tj", "TJ", "'", '"'),
    *("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"),
}
"""The operators that leave something on the page (ISO 32000-1, annex A)."""


class Painted(NamedTuple):
    """Something on a page."""

    page: int
    operator: str
    mcid: int | None
    """Where it stands in the structure."""
    artifact: str | None
    """`Pagination Header`, say; "" for one of no kind; None for what is no artifact."""


class Link(NamedTuple):
    """A link on a page."""

    page: int
    said: str
    """What is read out for it."""
    leads: str
    """The address, or the page, to which it leads."""
    element: Any
    """The element of the structure that the page says it belongs to."""
    is_held: bool
    """Whether that element is a `Link` that holds it in turn."""


def painted(pdf: pikepdf.Pdf) -> Iterator[Painted]:
    """Yield everything that the pages show, in the order in which it is painted."""
    for number, page in enumerate(pdf.pages, 1):
        marks: list[tuple[str, Any]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    marks.append((str(operands[0]), operands[1] if len(operands) > 1 else {}))
                case "EMC":
                    marks.pop()
                case name if name in PAINTS:
                    ids = [int(about["/MCID"]) for _, about in marks if "/MCID" in about]
                    kinds = [_kind(about) for tag, about in marks if tag == "/Artifact"]
                    yield Painted(
                        number, name, ids[-1] if ids else None, kinds[-1] if kinds else None
                    )
        assert marks == []


def _kind(about: Any) -> str:
    return " ".join(str(about[key])[1:] for key in ("/Type", "/Subtype") if key in about)


def links(pdf: pikepdf.Pdf) -> list[Link]:
    """Return the links of all pages."""
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    named = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", {}) else {}
    found = []
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", ()):
            assert note.Subtype == "/Link"
            element = parents[int(note.StructParent)]
            held = [kid.Obj.objgen for kid in many(element.get("/K")) if _is_reference(kid)]
            leads = str(note.A.URI) if "/A" in note else str(_page_of(note.Dest, named, pages))
            found.append(
                Link(
                    number,
                    str(note.get("/Contents", "")),
                    leads,
                    element,
                    element.S == "/Link" and note.objgen in held,
                )
            )
    return found


def _page_of(target: Any, named: Any, pages: dict[tuple[int, int], int]) -> int:
    place = named[str(target)] if isinstance(target, pikepdf.String) else target
    array = place.D if isinstance(place, pikepdf.Dictionary) else place
    return pages[array[0].objgen]


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the elements of the structure tree, in reading order."""
    waiting = many(pdf.Root.StructTreeRoot.get("/K"))[::-1]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [
            kid
            for kid in reversed(many(element.get("/K")))
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]


def held(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Return page and number of each piece of content that the structure tree holds."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = []
    for element in elements(pdf):
        own = pages[element.Pg.objgen] if "/Pg" in element else 0
        for kid in many(element.get("/K")):
            if isinstance(kid, int):
                found.append((own, kid))
            elif "/MCID" in kid:
                found.append((pages[kid.Pg.objgen] if "/Pg" in kid else own, int(kid.MCID)))
    return found
