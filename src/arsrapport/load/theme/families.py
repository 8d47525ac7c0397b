"""Families: the fonts in theme/fonts/, and those that the theme asks for by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.load.theme.fonts import FontFile, read_font
from arsrapport.model.theme import SANS, SERIF, Face, Family
from arsrapport.source.characters import shown
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError

FOLDER: Final = "theme/fonts/"
ENDINGS: Final = (".ttf", ".otf")
WEB: Final = ".woff2"

FILES_LIMIT: Final = 64
"""Files of fonts that are read."""

WEB_LIMIT: Final = 1_500_000
"""Bytes of all fonts in a page of HTML: every reader loads them, also who prints nothing."""

_OWN: Final[Mapping[str, float]] = {SERIF: 1.06, SANS: 1.0}
"""The families that ship with the templates, and how broad they are."""

_BOLD: Final = 600
_BOLDER: Final = 1.06
"""How much broader bold letters are in Source Sans Pro: tables are laid out with that."""
_WOFF2: Final = b"wOF2"


class Fonts(Struct, frozen=True):
    """The fonts of a project, read once."""

    faces: tuple[tuple[Face, FontFile], ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Of all families that there are, as they may be asked for."""
        return tuple(dict.fromkeys([*(file.names[-1] for _, file in self.faces), *_OWN]))


def read_fonts(tree: Tree, paths: Iterable[str]) -> Fonts:
    """Read the fonts in theme/fonts/; AR904 for one that cannot be used, AR101 unread."""
    known = sorted(path for path in paths if path.startswith(FOLDER))
    web = {path.rpartition(".")[0]: path for path in known if path.lower().endswith(WEB)}
    faces: list[tuple[Face, FontFile]] = []
    found: list[Diagnostic] = []
    room = WEB_LIMIT
    for path in [path for path in known if path.lower().endswith(ENDINGS)][:FILES_LIMIT]:
        data = _read(tree, path, found)
        file = read_font(data) if data is not None else None
        if isinstance(file, str):
            found.append(fault("AR904", Place(path), reason=file))
        elif data is not None and file is not None:
            twin = web.get(path.rpartition(".")[0], "")
            page = _read_web(tree, twin, room, found) if twin else b""
            room -= len(page)
            faces.append((Face(path, data, file.weight, file.is_italic, page), file))
    return Fonts(tuple(faces), tuple(found))


def _read(tree: Tree, path: str, found: list[Diagnostic]) -> bytes | None:
    try:
        return tree.read(path)
    except UnreadableError as error:
        found.append(fault("AR101", Place(path), reason=error.reason))
        return None


def _read_web(tree: Tree, path: str, room: int, found: list[Diagnostic]) -> bytes:
    """Read a font for HTML. What it holds is compressed, and for browsers to judge."""
    data = _read(tree, path, found)
    if data is None:
        return b""
    # The header: signature, flavour, length of the file (WOFF 2.0, 4.1).
    if not data.startswith(_WOFF2) or int.from_bytes(data[8:12]) != len(data):
        found.append(fault("AR904", Place(path), reason="broken"))
        return b""
    if len(data) > room:
        found.append(fault("AR904", Place(path), reason="large"))
        return b""
    return data


def find_family(
    name: str, fonts: Fonts, place: Place, faces: Sequence[str]
) -> tuple[Family | None, tuple[Diagnostic, ...]]:
    """Return a family by its name; capitals make no difference.

    Args:
        name: As the theme has it.
        fonts: Of the project.
        place: Of the name.
        faces: What it is needed in: `regular`, `bold`, `italic`.

    Returns:
        The family, and what is wrong: AR903 for one that is nowhere, AR905 for one without letters
        that Norwegian needs, AR906 for one that lacks a face.
    """
    wanted = name.casefold()
    found = [
        (face, file)
        for face, file in fonts.faces
        if wanted in {known.casefold() for known in file.names}
    ]
    if not found:
        own = next((known for known in _OWN if known.casefold() == wanted), "")
        if own:
            return Family(own, (), _OWN[own], place), ()
        near = nearest(name, fonts.names)
        return None, (fault("AR903", place, name=shown(name), nearest=near),)
    family = Family(
        name=name,
        faces=tuple(face for face, _ in found),
        breadth=max(file.breadth / (_BOLDER if file.weight >= _BOLD else 1) for _, file in found),
        place=place,
    )
    return family, tuple(_judge(name, [file for _, file in found], place, faces))


def _judge(
    name: str, files: Sequence[FontFile], place: Place, faces: Sequence[str]
) -> Iterator[Diagnostic]:
    lacking = "".join(dict.fromkeys(letter for file in files for letter in file.lacking))
    if lacking:
        yield fault("AR905", place, name=shown(name), letters=" ".join(lacking))
    has = {
        "regular": any(not f.is_italic and (f.weight < _BOLD or f.is_variable) for f in files),
        "bold": any(not f.is_italic and (f.weight >= _BOLD or f.is_variable) for f in files),
        "italic": any(file.is_italic for file in files),
    }
    for face in faces:
        if not has[face]:
            yield fault("AR906", place, name=shown(name), face=face)
