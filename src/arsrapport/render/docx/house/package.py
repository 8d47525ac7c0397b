"""A Word file of somebody else's, opened: bounded in what it costs, read part by part."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree
from msgspec import Struct

from arsrapport.render.docx.xml import Element

MOST_PARTS: Final = 1000
LARGEST: Final = 60_000_000
"""Of all parts together, unpacked, in bytes."""
LARGEST_XML: Final = 5_000_000
"""Of a part that is parsed."""

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""An old .doc, and what Word makes of a .docx with a password ([MS-OFFCRYPTO])."""

_OPC: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN: Final = (f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml")

_HARMLESS: Final = (f"{_OFFICE}/hyperlink", f"{_OFFICE}/attachedTemplate")
"""Relations to something outside that loads nothing here: the first is kept when it leads to the
web, the second, which any document made from a template has, never is."""

_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\\]{1,500}", re.IGNORECASE)


class RefusedError(Exception):
    """A file cannot be a template; `reason` says why, as AR910 has it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Relation(Struct, frozen=True):
    """How a part knows another, or an address on the web."""

    kind: str
    target: str
    """The name of a part, else an address."""
    outside: bool = False


class Package(Struct, frozen=True):
    """The parts of a file."""

    file: zipfile.ZipFile
    names: Mapping[str, str]
    """As they are written, by their small letters: capitals make no difference."""
    main: str
    """The part that holds the text."""

    def read(self, name: str, most: int = LARGEST_XML) -> bytes:
        """Return the bytes of a part."""
        return _read(self.file, self._known(name), most)

    def root(self, name: str) -> Element:
        """Return a part as XML."""
        return parse(self.read(name))

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part knows, by the ids under which it does."""
        return _relations(self.file, self.names, name)

    def part(self, relations: Mapping[str, Relation], kind: str) -> str:
        """Return the part of a kind, *styles* say, that another knows; "" when there is none."""
        for relation in relations.values():
            if relation.kind == f"{_OFFICE}/{kind}" and relation.target.lower() in self.names:
                return relation.target
        return ""

    def _known(self, name: str) -> str:
        if name.lower() not in self.names:
            raise RefusedError("broken")
        return self.names[name.lower()]


def open_package(data: bytes) -> Package:
    """Open a Word file.

    Raises:
        RefusedError: It is none, may do harm, or costs too much.
    """
    if data.startswith(_OLE):
        raise RefusedError("locked")
    file = zipfile.ZipFile(io.BytesIO(data))
    members = file.infolist()
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > LARGEST:
        raise RefusedError("large")
    if any(member.flag_bits & 1 for member in members):
        raise RefusedError("locked")
    written = [member.filename for member in members if not member.is_dir()]
    names = {name.lower(): name for name in written}
    if len(names) < len(written) or any(map(_leads_out, written)):
        raise RefusedError("broken")
    _refuse_links(file, names)
    return Package(file, names, _main(file, names))


def parse(data: bytes) -> Element:
    """Return XML that declares nothing of its own: no DTD, so no entities.

    Raises:
        RefusedError: It is broken, or has a DTD.
    """
    if b"\0" in data or b"<!DOCTYPE" in data:
        raise RefusedError("broken")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root: Element = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding of its own
        raise RefusedError("broken")
    return root


def _leads_out(name: str) -> bool:
    parts = name.split("/")
    return "\\" in name or ":" in name or name.startswith("/") or bool({"", ".", ".."} & {*parts})


def _read(zipped: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a part. What the list of parts says of its size is not believed."""
    with zipped.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise RefusedError("large")
    return data


def _refuse_links(file: zipfile.ZipFile, names: Mapping[str, str]) -> None:
    """Refuse a file that has something of its own lie elsewhere: programs would fetch it."""
    for name in names.values():
        folder, _, last = name.rpartition("/")
        if not last.lower().endswith(".rels") or not folder.lower().endswith("_rels"):
            continue
        source = f"{folder[: -len('_rels')]}{last[: -len('.rels')]}"
        for relation in _relations(file, names, source).values():
            if relation.outside and relation.kind not in _HARMLESS:
                raise RefusedError("linked")


def _relations(file: zipfile.ZipFile, names: Mapping[str, str], source: str) -> dict[str, Relation]:
    folder, _, last = source.rpartition("/")
    name = names.get(f"{folder}/_rels/{last}.rels".lstrip("/").lower())
    if name is None:
        return {}
    root = parse(_read(file, name, LARGEST_XML))
    return dict(_each(root, folder))


def _each(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root.iter(f"{{{_OPC}/relationships}}Relationship"):
        kind, target = element.get("Type", ""), element.get("Target", "")
        if kind.startswith(_STRICT):
            raise RefusedError("strict")
        outside = element.get("TargetMode", "") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield element.get("Id", ""), Relation(kind, target, outside)


def is_address(target: str) -> bool:
    """Say whether a link leads to the web, or to somebody's mail."""
    return _ADDRESS.fullmatch(target) is not None


def _main(file: zipfile.ZipFile, names: Mapping[str, str]) -> str:
    """Return the part that holds the text, if it is Word's."""
    known = _relations(file, names, "").values()
    found = [each.target for each in known if each.kind == f"{_OFFICE}/officeDocument"]
    if not found or found[0].lower() not in names or "[content_types].xml" not in names:
        raise RefusedError("broken")
    types = parse(_read(file, names["[content_types].xml"], LARGEST_XML))
    by_name = {
        element.get("PartName", "").lstrip("/").lower(): element.get("ContentType", "")
        for element in types.iter(f"{{{_OPC}/content-types}}Override")
    }
    kind = by_name.get(found[0].lower(), "")
    if "macroEnabled" in kind or any(name.endswith("vbaproject.bin") for name in names):
        raise RefusedError("macros")
    if kind not in _MAIN:
        raise RefusedError("broken")
    return found[0]
