"""Theme: how the documents of a project are to look."""

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.theme.read import read_theme
from arsrapport.model.theme import Theme
from arsrapport.render.pictures import picture_kind
from arsrapport.source.tree import Tree


def open_theme(tree: Tree, publisher: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """Return the theme of a project, and what is wrong with it: as `read_theme`, and AR419.

    Args:
        tree: The project.
        publisher: As arsrapport.yaml has it; "" for none.
    """
    theme, found = read_theme(tree, publisher)
    if theme.logo is not None and picture_kind(theme.logo.data) is None:
        name = theme.logo.path.rpartition("/")[2]
        found = (*found, fault("AR419", theme.logo.place, path=name))
    return theme, found
