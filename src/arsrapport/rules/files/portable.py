"""Portable names: a project that is made on one system is to be read on the others."""

from collections.abc import Iterable, Iterator

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.source.place import Place
from arsrapport.source.windows import can_be_named, is_device


def unportable(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """AR204: the name of a file or a folder is none on Windows, or the same there as another.

    Each is told once, at the first file that has it.
    """
    known: set[str] = set()
    alike: set[str] = set()
    for path in sorted(paths):
        names = path.split("/")
        for depth, name in enumerate(names, 1):
            whole = "/".join(names[:depth])
            if whole in known:
                continue
            small = whole.removesuffix(name) + name.lower()
            reason = _reason(name) or ("case" if small in alike else "")
            known.add(whole)
            alike.add(small)
            if reason:
                yield fault("AR204", Place(path), name=name, reason=reason)


def _reason(name: str) -> str:
    if can_be_named(name):
        return ""
    if is_device(name):
        return "device"
    return "ending" if name.endswith((".", " ")) else "character"
