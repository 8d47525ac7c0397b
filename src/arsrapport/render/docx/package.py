"""The finished file: what it says of itself, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import Any, Final

from lxml import etree

from arsrapport.document.facts import Facts, facts_of
from arsrapport.document.nodes import Document
from arsrapport.language.languages import TAGS
from arsrapport.render.docx.xml import child, clean, qualified

LONGEST_PROPERTY: Final = 255
"""Characters of a property (python-docx, after the limit of Windows)."""

EXTENDED: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
)

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM: Final = f"{_OFFICE}/custom-properties"
_VALUES: Final = f"{_OFFICE}/docPropsVTypes"
_CUSTOM_RELATION: Final = f"{_OFFICE}/relationships/custom-properties"
_CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of properties that a user names ([MS-OLEPS], 2.24)."""
FIRST_CUSTOM: Final = 2
"""The numbers below are taken (ECMA-376, 22.3.2.2)."""

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""What a zip file says of its members when nobody asks: there is no earlier day in its form."""


def set_properties(file: Any, document: Document) -> None:  # noqa: ANN401 - python-docx's document
    """Say what the file is, whose, and in which language.

    Word has properties of its own for some of it (ECMA-376, part 2, 11.1); for the rest there are
    those that anybody may name.
    """
    facts = facts_of(document)
    known = file.core_properties
    known.title = _short(facts.title)
    known.author = known.last_modified_by = _short(facts.creator or facts.publisher)
    known.language = facts.language
    known.created = known.modified = datetime.combine(document.created, time())
    known.revision = 1
    if facts.subjects:
        known.subject = known.keywords = _short("; ".join(facts.subjects))
    if facts.series_name:
        known.category = _short(facts.series_name)
    if facts.isbn:
        known.identifier = _short(f"urn:isbn:{facts.isbn}")
    _set_company(file, _short(facts.publisher))
    _add_custom(file, facts)
    styles = file.styles.element
    (defaults,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for element in (
        child(defaults, "w:lang"),
        child(file.settings.element, "w:themeFontLang"),
    ):
        element.set(qualified("w:val"), TAGS[document.language])


def _add_custom(file: Any, facts: Facts) -> None:  # noqa: ANN401 - python-docx's
    """Add what is known and Word has no property for."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - start-up
    from docx.opc.part import Part  # noqa: PLC0415 - likewise

    said = {
        "Publisher": facts.publisher,
        "Published": facts.published.isoformat() if facts.published else "",
        "Series": facts.series_name,
        "Series number": facts.series_number,
        "ISBN": facts.isbn,
        "ISSN": facts.issn,
        "License": facts.licence.name if facts.licence else "",
        "License address": facts.licence.address if facts.licence else "",
    }
    root = etree.XML(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>')
    for name, value in said.items():
        if not value:
            continue
        number = str(len(root) + FIRST_CUSTOM)
        held = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=number, name=name
        )
        etree.SubElement(held, f"{{{_VALUES}}}lpwstr").text = _short(value)
    if len(root):
        package = file.part.package
        address = PackURI("/docProps/custom.xml")
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package.relate_to(Part(address, _CUSTOM_TYPE, data, package), _CUSTOM_RELATION)


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
