"""The finished file: what it says of itself, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import Any, Final

from lxml import etree

from arsrapport.document.nodes import Document
from arsrapport.language.languages import TAGS
from arsrapport.render.docx.xml import child, clean, qualified

LONGEST_PROPERTY: Final = 255
"""Characters of a property (python-docx, after the limit of Windows)."""

EXTENDED: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
)

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""What a zip file says of its members when nobody asks: there is no earlier day in its form."""


def set_properties(file: Any, document: Document) -> None:  # noqa: ANN401 - python-docx's document
    """Say what the file is, whose, and in which language."""
    titles = document.titles
    known = file.core_properties
    known.title = _short(titles.title)
    known.subject = _short(titles.series or titles.committee)
    known.author = known.last_modified_by = _short(titles.committee or titles.publisher)
    known.language = TAGS[document.language]
    known.created = known.modified = datetime.combine(document.created, time())
    known.revision = 1
    _set_company(file, _short(titles.publisher))
    styles = file.styles.element
    (defaults,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for element in (
        child(defaults, "w:lang"),
        child(file.settings.element, "w:themeFontLang"),
    ):
        element.set(qualified("w:val"), TAGS[document.language])


def pack(file: Any) -> bytes:  # noqa: ANN401 - python-docx's document
    """Return a file as bytes that depend on nothing but its content."""
    saved, packed = io.BytesIO(), io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):  # the list of types comes first: `[`
            member = zipfile.ZipInfo(name, FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, old.read(name))
    return packed.getvalue()


def _short(text: str) -> str:
    return clean(text)[:LONGEST_PROPERTY]


def _set_company(file: Any, company: str) -> None:  # noqa: ANN401 - python-docx's document
    """Name the publisher as Word does: python-docx knows no property for it."""
    from docx.opc.part import Part  # noqa: PLC0415 - start-up

    rels = file.part.package.rels
    for name, relation in list(rels.items()):
        if relation.reltype == EXTENDED and company:
            old = relation.target_part
            root = etree.fromstring(old.blob)
            found = etree.SubElement(root, f"{{{root.nsmap[None]}}}Company")
            found.text = company
            made = Part(old.partname, old.content_type, etree.tostring(root), old.package)
            rels.add_relationship(EXTENDED, made, name)
