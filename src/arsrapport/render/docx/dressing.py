"""Looks: what theme.yaml says, put into the files of `templates/docx/`.

Word takes a family of fonts by its name, from the reader's machine; none is put into the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree
from msgspec.structs import asdict

from arsrapport.model.theme import SANS, SERIF, Margins, Theme
from arsrapport.render.docx.colouring import recoloured
from arsrapport.render.docx.xml import Element, clean, el, qualified

LINE: Final = 7824
"""How broad a line of the templates is, in twentieths of a point; the tabs in them stand there."""

TWENTIETHS: Final = 1440 / 25.4
"""Of a point, to a millimetre."""

_HEAD: Final = 907
"""What a running head of two lines takes of the margin at the top: 16 mm."""
_FOOT: Final = 600

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"


def dress(files: Mapping[str, bytes], theme: Theme) -> dict[str, bytes]:
    """Return the files of the templates as a theme would have them; without one they are as is."""
    made = dict(files)
    if theme.light:
        colours = {key: value.lstrip("#").upper() for key, value in asdict(theme.light).items()}
        for name in ("word/styles.xml", "word/theme/theme1.xml"):
            made[name] = recoloured(made[name], colours)
    if theme.text or theme.headings:
        _set_fonts(made, theme)
    if theme.margins:
        _set_margins(made, theme.margins)
    return made


def _set_fonts(files: dict[str, bytes], theme: Theme) -> None:
    text = clean(theme.text.name) if theme.text else SERIF
    headings = clean(theme.headings.name) if theme.headings else SANS
    fonts = etree.fromstring(files["word/theme/theme1.xml"])
    for kind, name in (("major", headings), ("minor", text)):
        for latin in fonts.iterfind(f".//{{{_A}}}{kind}Font/{{{_A}}}latin"):
            latin.set("typeface", name)
    files["word/theme/theme1.xml"] = etree.tostring(fonts)
    styles = etree.fromstring(files["word/styles.xml"])
    names = {SANS: headings, SERIF: text}
    for font in styles.iter(qualified("w:rFonts")):
        for key, value in font.attrib.items():
            font.set(key, names.get(str(value), str(value)))
    files["word/styles.xml"] = etree.tostring(styles)
    table = etree.fromstring(files["word/fontTable.xml"])
    known = {font.get(qualified("w:name")): font for font in table}
    for name, usual in ((text, SERIF), (headings, SANS)):
        if name not in known:
            known[name] = _font(name, known[usual], usual)
            table.append(known[name])
    files["word/fontTable.xml"] = etree.tostring(table)


def _font(name: str, like: Element, usual: str) -> Element:
    """Return a family as Word's list has it, with what stands in for it where it is not."""
    others = like.find(qualified("w:altName"))
    after = "" if others is None else others.get(qualified("w:val"), "")
    kept = [part for part in like if part.tag in {qualified("w:charset"), qualified("w:family")}]
    found = el("w:font", el("w:altName", val=f"{usual},{after}"), name=name)
    for part in kept:
        value = part.get(qualified("w:val"), "")
        found.append(el(f"w:{etree.QName(part).localname}", val=value))
    found.append(el("w:pitch", val="variable"))
    return found


def _set_margins(files: dict[str, bytes], margins: Margins) -> None:
    sides = {side: round(size * TWENTIETHS) for side, size in asdict(margins).items()}
    document = etree.fromstring(files["word/document.xml"])
    (found,) = document.iter(qualified("w:pgMar"))
    usual = {name: int(found.get(qualified(f"w:{name}"), "0")) for name in ("header", "footer")}
    sides["header"] = min(usual["header"], sides["top"] - _HEAD)
    sides["footer"] = min(usual["footer"], sides["bottom"] - _FOOT)
    for side, size in sides.items():
        found.set(qualified(f"w:{side}"), str(size))
    files["word/document.xml"] = etree.tostring(document)
    (size,) = document.iter(qualified("w:pgSz"))
    line = int(size.get(qualified("w:w"), "0")) - sides["left"] - sides["right"]
    tab = re.compile(rb'w:pos="%d"' % LINE)
    files["word/styles.xml"] = tab.sub(b'w:pos="%d"' % line, files["word/styles.xml"])
