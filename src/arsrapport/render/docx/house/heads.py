"""The headers and footers of a template, with their pictures and links, cleaned."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from lxml import etree

from arsrapport.model.theme import Head
from arsrapport.render.docx.house.cleaning import clean_tree
from arsrapport.render.docx.house.package import Package, RefusedError, Relation, is_address
from arsrapport.render.docx.xml import NAMES, Element, el, qualified

LARGEST_PICTURE: Final = 10_000_000
LARGEST_HEAD: Final = 500_000

_KINDS: Final = {
    **{kind: f"image/{kind}" for kind in ("png", "jpeg", "gif")},
    "jpg": "image/jpeg",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
"""The pictures that every Word shows, by the ends of their names."""

Name: TypeAlias = Literal["header", "footer"]
Kind: TypeAlias = Literal["default", "first", "even"]


def references_of(section: Element) -> Iterator[tuple[Name, Kind, str]]:
    """Yield which headers and footers a section has: the name, the kind and the id of each."""
    names: tuple[Name, ...] = ("header", "footer")
    kinds: tuple[Kind, ...] = ("default", "first", "even")
    for name in names:
        found = {
            element.get(qualified("w:type"), "default"): element.get(qualified("r:id"), "")
            for element in section.iterchildren(qualified(f"w:{name}Reference"))
        }
        yield from ((name, kind, found[kind]) for kind in kinds if kind in found)


def read_head(
    package: Package,
    part: str,
    what: tuple[Name, Kind],
    pictures: dict[str, bytes],
) -> Head | None:
    """Read a header or a footer, with its pictures and links; None for one that shows nothing."""
    root = _parse(package, part)
    known = package.relations(part)
    links = {id_: known[id_].target for id_ in known if _is_link(known[id_])}
    shown = {
        id_: name
        for id_, relation in known.items()
        if (name := _picture(package, relation, pictures))
    }
    clean_tree(root, {*links, *shown})
    used = {
        str(value)
        for element in root.iter(etree.Element)
        for name, value in element.attrib.items()
        if str(name).startswith(f"{{{NAMES['r']}}}")
    }
    words = "".join(text.text or "" for text in root.iter(qualified("w:t")))
    orders = " ".join(text.text or "" for text in root.iter(qualified("w:instrText")))
    orders += " ".join(e.get(qualified("w:instr"), "") for e in root.iter(qualified("w:fldSimple")))
    is_drawn = any(True for _ in root.iter(qualified("w:drawing"), qualified("w:pict")))
    if not (words.strip() or orders.strip() or is_drawn):
        return None
    if not len(root):
        root.append(el("w:p"))
    return Head(
        *what,
        etree.tostring(root),
        tuple((id_, shown[id_]) for id_ in sorted(used & shown.keys())),
        tuple((id_, links[id_]) for id_ in sorted(used & links.keys())),
        "PAGE" in orders.upper().split(),
    )


def _parse(package: Package, part: str) -> Element:
    """Return a header or a footer as XML, if it is one."""
    if len(package.read(part)) > LARGEST_HEAD:
        raise RefusedError("large")
    root = package.root(part)
    if root.tag not in {qualified("w:hdr"), qualified("w:ftr")}:
        raise RefusedError("broken")
    return root


def _is_link(relation: Relation) -> bool:
    return relation.kind.endswith("/hyperlink") and relation.outside and is_address(relation.target)


def _picture(package: Package, relation: Relation, pictures: dict[str, bytes]) -> str:
    """Take a picture along, and return its name; "" for what is none."""
    if relation.outside or not relation.kind.endswith("/image"):
        return ""
    end = posixpath.splitext(relation.target)[1].lower().lstrip(".")
    if end not in _KINDS:
        return ""
    data = package.read(relation.target, LARGEST_PICTURE)
    for name, known in pictures.items():
        if known == data:
            return name
    name = f"house{len(pictures) + 1}.{end}"
    pictures[name] = data
    return name


def picture_type(name: str) -> str:
    """Return the type of a picture by its name: *image/png*."""
    return _KINDS[name.rpartition(".")[2]]
