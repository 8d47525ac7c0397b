"""Read: the theme of a project, from the files in theme/."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault, has_errors, with_edits
from arsrapport.load.layout import is_open_elsewhere
from arsrapport.load.parse.lines import lines_of
from arsrapport.load.parse.mending import quoted
from arsrapport.load.parse.parsed import ParsedFile, parse_yaml
from arsrapport.load.parse.text import read_text
from arsrapport.load.theme.colours import judge_colours
from arsrapport.load.theme.families import WEB, find_family, read_fonts
from arsrapport.load.theme.style import judge_style
from arsrapport.model.files.theme import ThemeFile
from arsrapport.model.theme import FOLDER, PLAIN, Family, Logo, Margins, Theme
from arsrapport.source.characters import shown
from arsrapport.source.edits import Edit
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError

THEME: Final = "theme/theme.yaml"
STYLE: Final = "theme/extra.css"
HOUSE: Final = "theme/house.docx"
"""The styles of Word; read where Word is written."""

LOGO_WIDTH: Final = 40
LOGO_BOUNDS: Final = (10, 80)
"""In millimetres; beside it stands the publisher's name."""

BOUNDS: Final = {"left": (20, 45), "right": (20, 45), "top": (25, 60), "bottom": (20, 60)}
"""Of margins, in millimetres: between them a line has from 65 to 100 letters, and in them there is
room for a running head of two lines, a stamp, a page number."""

_NEEDED: Final = {"text": ("regular", "bold", "italic"), "headings": ("regular", "bold")}
"""The faces in which each family is set."""

_NOTES: Final = (".txt", ".md")
"""Licences of fonts, and what people write to each other."""

_MEANT: Final = {".docx": HOUSE, ".yaml": THEME, ".yml": THEME, ".css": STYLE} | dict.fromkeys(
    (".doc", ".docm", ".dot", ".dotx", ".dotm"), HOUSE
)
"""By its ending, which file one with another name is most likely to be."""

_UNREAD_LIMIT: Final = 20
_CUT: Final = re.compile("[ \t]*(?P<key>[a-z]+)[ \t]*:[ \t]+(?P<colour>#[0-9a-fA-F]{3,8})[ \t]*$")

Found = tuple[Diagnostic, ...]


def read_theme(tree: Tree, publisher: str) -> tuple[Theme, Found]:
    """Read the theme of a project.

    Args:
        tree: The project.
        publisher: As arsrapport.yaml has it, "" for none: a logo beside it needs no other words.

    Returns:
        The theme, that of a project without one if theme.yaml is broken; and what is wrong: AR1xx
        of files, AR414 for a logo that is not there, AR9xx.
    """
    paths = frozenset(p for p in tree.paths() if p.startswith(FOLDER) and not p.endswith("/"))
    style, found = _style(tree) if STYLE in paths else ("", ())
    if THEME not in paths:
        theme = replace(PLAIN, style=style)
        return theme, (*found, *_unread(paths, theme))
    file, of_file = parse_yaml(ThemeFile, tree, THEME)
    if file is None:
        return PLAIN, (*found, *of_file)
    theme, of_theme = _theme(tree, paths, file, publisher)
    every = (*found, *of_file, *_cut_colours(tree, file), *of_theme)
    # A fault may be why a file is not read.
    unread = () if has_errors(every) else tuple(_unread(paths, theme))
    return replace(theme, style=style), (*every, *unread)


def _theme(
    tree: Tree, paths: Collection[str], file: ParsedFile[ThemeFile], publisher: str
) -> tuple[Theme, Found]:
    colours, margins = file.data.colours, file.data.margins
    given = margins.model_dump(exclude_none=True) if margins else {}
    light = dark = None
    of_colours: Found = ()
    if colours and colours.model_dump(exclude_none=True):
        light, dark, of_colours = judge_colours(colours, file.positions)
    families, of_fonts = _families(tree, paths, file)
    logo, of_logo = _logo(tree, paths, file, publisher)
    theme = Theme(
        light=light,
        dark=dark,
        text=families.get("text"),
        headings=families.get("headings"),
        logo=logo,
        margins=Margins(**given) if given else None,
        running_head=file.data.running_head or "",
    )
    of_margins = (found for key in given for found in _out_of_bounds(file, key, given[key]))
    return theme, (*of_colours, *of_fonts, *of_logo, *of_margins)


def _style(tree: Tree) -> tuple[str, Found]:
    text, found = read_text(tree, STYLE)
    return (text or "").strip(), (*found, *judge_style(text or "", STYLE))


def _cut_colours(tree: Tree, file: ParsedFile[ThemeFile]) -> Iterator[Diagnostic]:
    """AR114: a colour that does not stand in quotation marks, and is a comment to YAML."""
    text = read_text(tree, THEME)[0] or ""
    lines, written = lines_of(text, THEME), text.split("\n")
    colours = file.positions.at("colours")
    for entry in colours.children.values() if colours else ():
        place = entry.key
        cut = _CUT.match(written[place.line - 1]) if place else None
        if place and cut and place.column == cut.start("key") + 1:
            begin = lines.starts[place.line - 1]
            where = lines.place(begin + cut.start("colour"), begin + cut.end("colour"))
            right = quoted(cut["colour"])
            found = fault("AR114", where, line=f"{cut['key']}: {right}")
            yield with_edits(found, Edit(where, right))


def _families(
    tree: Tree, paths: Collection[str], file: ParsedFile[ThemeFile]
) -> tuple[dict[str, Family], Found]:
    asked = file.data.fonts.model_dump(exclude_none=True) if file.data.fonts else {}
    if not asked:
        return {}, ()
    fonts = read_fonts(tree, paths)
    families: dict[str, Family] = {}
    diagnostics = [*fonts.diagnostics]
    for key, name in asked.items():
        place = file.positions.closest(("fonts", key))
        family, found = find_family(name, fonts, place, _NEEDED[key])
        diagnostics += found
        if family:
            families[key] = family
    return families, tuple(diagnostics)


def _logo(
    tree: Tree, paths: Collection[str], file: ParsedFile[ThemeFile], publisher: str
) -> tuple[Logo | None, Found]:
    asked, positions = file.data.logo, file.positions
    if asked is None:
        return None, ()
    place, path = positions.closest(("logo", "file")), f"{FOLDER}{asked.file}"
    if path not in paths:
        return None, (fault("AR414", place, path=shown(asked.file)),)
    try:
        data = tree.read(path)
    except UnreadableError as error:
        return None, (fault("AR101", place, reason=error.reason),)
    found: Found = ()
    if not asked.alt and not publisher:
        found = (fault("AR111", positions.closest(("logo",), key=True), key="alt"),)
    width = LOGO_WIDTH if asked.width is None else asked.width
    in_bounds = _bounds(width, LOGO_BOUNDS, positions.closest(("logo", "width")))
    return Logo(path, data, asked.alt or publisher, width, place), (*found, *in_bounds)


def _out_of_bounds(file: ParsedFile[ThemeFile], key: str, value: int) -> Iterator[Diagnostic]:
    return _bounds(value, BOUNDS[key], file.positions.closest(("margins", key)))


def _bounds(value: int, bounds: tuple[int, int], place: Place) -> Iterator[Diagnostic]:
    """AR907: a length that a page has no room for."""
    low, high = bounds
    if not low <= value <= high:
        yield fault("AR907", place, value=value, low=low, high=high)


def _unread(paths: Collection[str], theme: Theme) -> Iterator[Diagnostic]:
    """AR909: a file in theme/ that nothing reads, most likely by a slip in its name."""
    families = (family for family in (theme.text, theme.headings) if family)
    faces = [face for family in families for face in family.faces]
    stems = {face.path.rpartition(".")[0] for face in faces}
    read = {THEME, STYLE, HOUSE, *(face.path for face in faces)}
    if theme.logo:
        read.add(theme.logo.path)
    unread = (
        path
        for path in sorted(paths)
        if path not in read
        and not path.lower().endswith(_NOTES)
        and not is_open_elsewhere(path)
        and not (path.lower().endswith(WEB) and path.rpartition(".")[0] in stems)
    )
    for path, _ in zip(unread, range(_UNREAD_LIMIT), strict=False):
        meant = _MEANT.get(f".{path.lower().rpartition('.')[2]}", "")
        likely = "" if meant in paths else meant
        yield fault("AR909", Place(path), name=path, likely=likely)
