"""Selection: which of the findings somebody asked for."""

from collections.abc import Iterable, Iterator, Sequence

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
    folders = tuple(f"{path.rstrip('/')}/" for path in paths)
    for diagnostic in diagnostics:
        is_there = not paths or f"{diagnostic.place.path}/".startswith(folders)
        is_wanted = not wanted or diagnostic.code.startswith(wanted)
        if is_there and is_wanted and not (unwanted and diagnostic.code.startswith(unwanted)):
            yield diagnostic


def _upper(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.upper() for code in codes)
