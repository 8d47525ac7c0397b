"""Sections: a row of headings and blocks becomes a tree."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from arsrapport.document.nodes import Block, Section


class Heading(Struct, frozen=True):
    """A heading that has not yet got what stands under it."""

    section: Section


def nest_sections(items: Iterable[Block | Heading]) -> tuple[Block, ...]:
    """Give each heading what stands under it, down to the next of the same or a higher level."""
    above: list[Block] = []
    opened: list[tuple[Section, list[Block]]] = []

    def close(level: int) -> None:
        while opened and opened[-1][0].level >= level:
            section, children = opened.pop()
            (opened[-1][1] if opened else above).append(replace(section, children=tuple(children)))

    for item in items:
        if isinstance(item, Heading):
            close(item.section.level)
            opened.append((item.section, []))
        else:
            (opened[-1][1] if opened else above).append(item)
    close(0)
    return tuple(above)
