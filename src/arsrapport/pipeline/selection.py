"""Selection: which of the findings somebody asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from arsrapport.diagnostics import Diagnostic


def chosen(
    diagnostics: Iterable[Diagnostic],
    select: Sequence[str],
    ignore: Sequence[str],
    paths: Sequence[str],
) -> Iterator[Diagnostic]:
    """Yield the findings whose codes and places are asked for.

    Args:
        diagnostics: All of them.
        select: Beginnings of codes, capitals or not; none for all.
        ignore: Beginnings of codes that are left out, whatever `select` says.
        paths: Files and folders, relative to the project and with `/`; none for all.
    """
    wanted, unwanted = _upper(select), _upper(ignore)
    is_asked = within(paths)
    for diagnostic in diagnostics:
        is_there = is_asked(diagnostic.place.path)
        is_wanted = not wanted or diagnostic.code.startswith(wanted)
        if is_there and is_wanted and not (unwanted and diagnostic.code.startswith(unwanted)):
            yield diagnostic


def within(paths: Sequence[str]) -> Callable[[str], bool]:
    """Return what says whether a file is one of these, or in one of these folders.

    With none of them, every file is.
    """
    folders = tuple(f"{path.rstrip('/')}/" for path in paths)
    return lambda file: not folders or f"{file}/".startswith(folders)


def _upper(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.upper() for code in codes)
