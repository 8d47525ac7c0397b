"""Meeting files: names that two of them share."""

from collections.abc import Iterable, Iterator

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.source.place import Place


def named_twice(meetings: Iterable[str], strays: Iterable[str]) -> Iterator[Diagnostic]:
    """AR205: a file that is not read has the name of a meeting of the same committee.

    It lies in another folder, or only capitals tell the two apart: one of them has a wrong name, or
    is a copy, and nobody can say which holds. Evidence is the paths alone.

    Args:
        meetings: The paths of a committee's meetings.
        strays: Those of the files in its folder that no rule reads.
    """
    known = {_name(path): path for path in meetings}  # all in small letters
    for path in strays:
        first = known.get(_name(path).casefold())
        if first:
            yield fault("AR205", Place(path), name=_name(path), place=first)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
