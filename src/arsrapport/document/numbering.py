"""Numbers, letters, labels and references: one pass each, before any renderer.

Chapters 1, 1.1; appendices A, B; tables and figures 3.1, B.1; footnotes from 1 in each part. Items
keep their own number. Nothing deeper than 1.1 and nothing inside an appendix is numbered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest
from arsrapport.document.nodes import (
    Block,
    Document,
    Figure,
    Footnote,
    Inline,
    Paragraph,
    Reference,
    Section,
    Table,
    Text,
)
from arsrapport.document.openings import with_capitals
from arsrapport.document.plain import plain_text
from arsrapport.document.targets import (
    Target,
    TargetKind,
    Targets,
    index_targets,
    letter,
    make_id,
    unique_id,
    words_for,
    words_for_range,
)
from arsrapport.document.walk import map_children
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.source.place import Place

ALL_MINUTES = "appendix:minutes"
"""The name of all appendices that hold minutes: *Vedlegg B–E*."""

Elsewhere: TypeAlias = Callable[[str, Language], str]
"""Gives the words for a name outside the document, in a language; "" when there is none."""


class _Part(Struct):
    """The counters of one part while it is being numbered."""

    name: str
    id: str
    number: str
    counted: bool
    """Whether the sections on its second level are numbered."""
    sections: int = 0
    tables: int = 0
    figures: int = 0
    notes: dict[tuple[str, object], int] = field(default_factory=dict)


class _Pass(Struct):
    """What a pass gathers."""

    taken: set[str] = field(default_factory=set)
    targets: list[Target] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _Names(Struct, frozen=True):
    """What references are resolved by."""

    language: Language
    """The document's."""
    targets: Targets
    elsewhere: Elsewhere
    diagnostics: list[Diagnostic]


def number_document(
    document: Document, elsewhere: Elsewhere
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document with every number, id and reference filled in.

    Faults: AR601 for a reference to nowhere or to several things, AR616 for a name given twice in
    one part.
    """
    gathered = _Pass()
    bare = document.kind == "minutes"
    front = tuple(_number_part(s, "", document, gathered) for s in document.front)
    chapters = tuple(
        _number_part(s, "" if bare else str(n), document, gathered)
        for n, s in enumerate(document.chapters, 1)
    )
    appendices = tuple(
        _number_part(s, letter(n), document, gathered) for n, s in enumerate(document.appendices)
    )
    gathered.diagnostics += _doubles(gathered.targets)
    targets = index_targets(gathered.targets)

    names = _Names(document.language, targets, elsewhere, gathered.diagnostics)

    def resolve(section: Section) -> Section:
        resolved: Section = _resolve(section, section.name, names)
        return resolved

    imprint = tuple(_resolve(block, "", names) for block in _number_imprint(document, gathered))
    numbered = replace(
        document,
        imprint=imprint,
        front=tuple(map(resolve, front)),
        chapters=tuple(map(resolve, chapters)),
        appendices=tuple(map(resolve, appendices)),
    )
    return numbered, tuple(gathered.diagnostics)


def _number_imprint(document: Document, gathered: _Pass) -> tuple[Block, ...]:
    """Number the footnotes of the imprint; nothing else in it has a number."""
    part = _Part("imprint", unique_id("imprint", gathered.taken), "", counted=False)

    def visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        if isinstance(node, Footnote):
            node = _number_footnote(node, part, gathered)
        return map_children(node, language, visit)

    return tuple(visit(block, document.language) for block in document.imprint)


def _number_part(section: Section, number: str, document: Document, gathered: _Pass) -> Section:
    address = unique_id(make_id(section.name or plain_text(section.title)), gathered.taken)
    part = _Part(section.name, address, number, section.kind == "chapter" and bool(number))

    def visit(node: Any, language: Language) -> Any:  # noqa: ANN401 - any node of the closed set
        match node:
            case Section():
                node = _number_section(node, part, language, gathered)
            case Table(caption=(_, *_)):
                part.tables += 1
                node = _label(node, part.tables, part, language, gathered)
            case Figure(caption=(_, *_)):
                part.figures += 1
                node = _label(node, part.figures, part, language, gathered)
            case Footnote():
                node = _number_footnote(node, part, gathered)
            case _:
                pass
        return map_children(node, language, visit)

    language = section.title_language or document.language
    printed = number
    if section.kind == "appendix":
        printed = f"{label(language, 'appendix')}\N{NO-BREAK SPACE}{number}:"
    kind: TargetKind = "appendix" if section.kind == "appendix" else "chapter"
    title = plain_text(section.title)
    for name in (section.name, *([ALL_MINUTES] if section.name.startswith("meeting:") else [])):
        gathered.targets.append(
            Target(name, kind, number, title, address, section.name, section.place)
        )
    opened = replace(section, number=printed, id=address)
    return map_children(opened, document.language, visit)


def _number_section(section: Section, part: _Part, language: Language, gathered: _Pass) -> Section:
    printed = number = section.number
    if section.kind == "item":
        if number:
            word = label(section.title_language or language, "item")
            printed = f"{word}\N{NO-BREAK SPACE}{number}."
    elif part.counted and section.level == 2:  # noqa: PLR2004 - chapters are level 1
        part.sections += 1
        printed = number = f"{part.number}.{part.sections}"
    kind: TargetKind = "item" if section.kind == "item" else "section"
    title = plain_text(section.title)
    address = unique_id(make_id(section.name or f"{part.name} {title}"), gathered.taken)
    if section.name:
        gathered.targets.append(
            Target(section.name, kind, number, title, address, part.name, section.place)
        )
    return replace(section, number=printed, id=address)


def _label(
    node: Table | Figure,
    count: int,
    part: _Part,
    language: Language,
    gathered: _Pass,
) -> Table | Figure:
    kind: TargetKind = "table" if isinstance(node, Table) else "figure"
    number = f"{part.number}.{count}" if part.number else str(count)
    words = f"{label(node.language or language, kind)}\N{NO-BREAK SPACE}{number}"
    name = node.name.partition(":")[2] or number
    address = unique_id(make_id(kind, name), gathered.taken)
    if node.name:
        gathered.targets.append(
            Target(
                node.name, kind, number, plain_text(node.caption), address, part.name, node.place
            )
        )
    return replace(node, label=words, id=address)


def _number_footnote(note: Footnote, part: _Part, gathered: _Pass) -> Footnote:
    """Number a footnote; the same note referred to again keeps its number."""
    key = (note.id, note.children if note.id else len(part.notes))
    known = part.notes.setdefault(key, len(part.notes) + 1)
    address = make_id("note", part.id, str(known))
    gathered.taken.add(address)
    return replace(note, number=str(known), id=address)


def _doubles(targets: list[Target]) -> list[Diagnostic]:
    first: dict[tuple[str, str], Target] = {}
    found: list[Diagnostic] = []
    for target in targets:
        known = first.setdefault((target.part, target.name), target)
        if known is not target and target.place is not None:
            where = str(known.place) if known.place else ""
            found.append(fault("AR616", target.place, name=target.name, place=where))
    return found


def _resolve(node: Any, part: str, names: _Names) -> Any:  # noqa: ANN401 - any node
    return map_children(node, names.language, partial(_resolve_child, part, names))


def _resolve_child(part: str, names: _Names, child: Any, language: Language) -> Any:  # noqa: ANN401
    # Not a function in `_resolve`: one that calls itself by a name around it is a circle, which
    # would hold the committee behind `names` until Python looks for such.
    if isinstance(child, Reference):
        child = _refer(child, part, language, names)
    child = map_children(child, language, partial(_resolve_child, part, names))
    if isinstance(child, Paragraph):
        child = replace(child, children=with_capitals(child.children))
    return child


def _refer(reference: Reference, part: str, language: Language, names: _Names) -> Reference:
    found = names.targets.find(reference.target, part)
    place = reference.place or Place("")
    if not found:
        outside = names.elsewhere(reference.target, language)
        if not outside:
            close = _nearest_name(reference.target, names.targets)
            names.diagnostics.append(fault("AR601", place, target=reference.target, nearest=close))
        return replace(reference, children=reference.children or _text(outside))
    if len(found) > 1 and reference.target != ALL_MINUTES:
        names.diagnostics.append(fault("AR601", place, target=reference.target, nearest=""))
    # The heading of an appendix is in the report's language, and so is what refers to it.
    spoken = names.language if found[0].kind == "appendix" else language
    if reference.target == ALL_MINUTES:
        words = words_for_range(found, spoken)
    else:
        words = words_for(found[0], names.targets, part, spoken)
    return replace(reference, children=reference.children or _text(words), id=found[0].id)


def _nearest_name(target: str, targets: Targets) -> str:
    """Return the name that was most likely meant; never that of another day's meeting."""
    kind = target.partition(":")[0]
    if kind in {"meeting", "item"}:
        return ""
    return nearest(target, [name for name in targets.by_name if name.startswith(f"{kind}:")])


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),) if words else ()
