"""Looks: what a theme says, as the templates of the PDF read it.

The files of a theme lie beside the templates under names of our own: nothing that a user chose
ever reaches Typst or the disk as a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from msgspec.structs import asdict

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.theme import SANS, SERIF, Face, Family, Theme
from arsrapport.render.pictures import picture_kind
from arsrapport.source.place import Place

Data: TypeAlias = dict[str, Any]

_ON_SCREEN: Final = ("paper", "on_band")
"""Colours that paper has no use for."""


def theme_files(theme: Theme) -> Mapping[str, bytes]:
    """Return the files of a theme, by the names under which they are to lie in one folder."""
    files = {name: face.data for face, name in _faces(theme)}
    return files | ({_logo(theme): theme.logo.data} if theme.logo else {})


def font_folders(theme: Theme, folder: str) -> list[str]:
    """Return the folders of a theme's fonts, one for each: what is in one is read in any order."""
    return [str((Path(folder) / name).parent) for _, name in _faces(theme)]


def families(theme: Theme, folder: str) -> Iterator[tuple[Face, str, str]]:
    """Yield the fonts of a theme, each with its folder and with what Typst calls its family.

    That is "" where Typst cannot read it.
    """
    known = _families(font_folders(theme, folder))
    for face, name in _faces(theme):
        yield face, str((Path(folder) / name).parent), known.get(name, "")


def look_data(theme: Theme, folder: str) -> tuple[Data, tuple[Diagnostic, ...]]:
    """Return what is not as usual, as data for JSON; AR904 for a font that Typst cannot read.

    Args:
        theme: The theme.
        folder: Where its files lie.
    """
    data: Data = {}
    if theme.light:
        colours = asdict(theme.light)
        data |= {key: colours[key] for key in colours if colours[key] and key not in _ON_SCREEN}
    names = {face.path: name for face, _, name in families(theme, folder)}
    broken = tuple(path for path, name in names.items() if not name)
    if theme.text:
        data["text"] = _names(theme.text, names, SERIF)
    if theme.headings:
        data["headings"] = _names(theme.headings, names, SANS)
    if theme.margins:
        data["margin"] = asdict(theme.margins)
    if theme.logo:
        data["logo"] = {"file": _logo(theme), "alt": theme.logo.alt, "width": theme.logo.width}
    if theme.room != 1:
        data["room"] = theme.room
    return data, tuple(fault("AR904", Place(path), reason="broken") for path in broken)


def _faces(theme: Theme) -> Iterator[tuple[Face, str]]:
    own = (family for family in (theme.text, theme.headings) if family)
    faces = dict.fromkeys(face for family in own for face in family.faces)
    for number, face in enumerate(faces, 1):
        yield face, f"font-{number}/font{face.path[-4:].lower()}"


def _logo(theme: Theme) -> str:
    return f"logo.{picture_kind(theme.logo.data)}" if theme.logo else ""


def _names(family: Family, names: Mapping[str, str], usual: str) -> list[str]:
    """Return what Typst is to look for, in order: what the family lacks is taken from our own."""
    own = [names[face.path] for face in family.faces] or [family.name]
    return list(dict.fromkeys(name for name in (*own, usual) if name))


def _families(folders: list[str]) -> Mapping[str, str]:
    """Return what Typst calls the families of fonts, by folder and file.

    It has rules of its own, by which *Fjell Light* is of the family *Fjell*.
    """
    if not folders:
        return {}
    import typst  # noqa: PLC0415 - start-up

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    ).fonts()
    return {"/".join(Path(font.path).parts[-2:]): font.family for font in fonts if font.path}
