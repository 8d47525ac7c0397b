"""Theme: how the documents of a project are to look."""

from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.model.theme import FOLDER, PLAIN, Theme
from arsrapport.render.pictures import picture_kind
from arsrapport.source.place import Place
from arsrapport.source.tree import Tree, UnreadableError


def open_theme(tree: Tree, publisher: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """Return the theme of a project, and what is wrong with it.

    That is what `read_theme` finds, AR419, and AR101, AR910 and AR911 of a template of Word.

    Args:
        tree: The project.
        publisher: As arsrapport.yaml has it; "" for none.
    """
    if not any(path.startswith(FOLDER) for path in tree.paths()):
        return PLAIN, ()
    from arsrapport.load.theme.read import HOUSE, read_theme  # noqa: PLC0415 - most have no theme

    theme, found = read_theme(tree, publisher)
    if theme.logo is not None and picture_kind(theme.logo.data) is None:
        name = theme.logo.path.rpartition("/")[2]
        found = (*found, fault("AR419", theme.logo.place, path=name))
    if HOUSE not in tree.paths():
        return theme, found
    try:
        data = tree.read(HOUSE)
    except UnreadableError as error:
        return theme, (*found, fault("AR101", Place(HOUSE), reason=error.reason))
    from arsrapport.render.docx.house.read import read_house  # noqa: PLC0415 - only for who has one

    house, of_house = read_house(data, HOUSE)
    return replace(theme, house=house), (*found, *of_house)
