"""A chapter's Jinja: from its text and what it may know to text with holes.

Wherever a value is printed, the text gets a hole and the value goes on a list, so no value is ever
read as Markdown. The work is bounded by counting, not by a clock, and each character of the result
knows its place in the chapter's file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, Final

from jinja2 import nodes
from msgspec import Struct, field

from arsrapport.compose.chapters.values import (
    Misfit,
    Nodes,
    Rows,
    Thing,
    Value,
    View,
    Words,
    is_true,
    kind_of,
    printable,
    weight_of,
)
from arsrapport.compose.template.checks import check_tree
from arsrapport.compose.template.expressions import Scope, Work, begin_of, evaluate
from arsrapport.compose.template.jinja import parse
from arsrapport.compose.template.source import LineIndex, TemplateSource
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.markup.blocks import TEXT_LIMIT, Locate
from arsrapport.markup.holes import hole_marker
from arsrapport.model.chapter import Chapter
from arsrapport.source.place import Place


class Expanded(Struct, frozen=True):
    """A chapter's text with its holes, the values for them, and the way back to the file."""

    text: str
    locate: Locate
    values: tuple[Value, ...]
    breaks: tuple[int, ...] = ()
    """Where the text goes on behind a tag: with what does not come next in the file."""


class _Writing(Struct):
    """What has been written so far."""

    work: Work
    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each piece begins in the result."""
    origins: list[tuple[int, bool]] = field(default_factory=list)
    """Where each piece comes from in the source, and whether it is the same text there."""
    values: list[Value] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    """The identities of whole tables and texts that are printed already."""
    length: int = 0
    weight: int = 0

    def weigh(self, value: Value) -> int:
        """Return what a value counts: a whole table nothing the first time.

        It is as long as the files make it; what must be bounded is how often it is printed.
        """
        if isinstance(value, Nodes) and id(value) not in self.tables:
            self.tables.add(id(value))
            return 0
        return weight_of(value)

    def write(self, text: str, origin: int, *, literal: bool, weight: int = 0) -> None:
        self.weight += len(text) + weight
        if self.weight > TEXT_LIMIT:
            self.work.exhausted = True
            return
        self.pieces.append(text)
        self.starts.append(self.length)
        self.origins.append((origin, literal))
        self.length += len(text)


def expand(
    chapter: Chapter, context: Mapping[str, Thing]
) -> tuple[Expanded | None, tuple[Diagnostic, ...]]:
    """Expand a chapter; None when nothing could be made of it.

    Faults, each at its place: AR116 for a character that the tool keeps for itself, AR603 for Jinja
    syntax, AR604 for an unknown name or attribute, AR605 for an unknown filter, AR606 for what
    chapters may not use, AR607 for more work than allowed, AR609 for what cannot be printed.
    """
    source = TemplateSource.of(chapter.path, chapter.text, chapter.first_line)
    if len(source.text) > TEXT_LIMIT:
        return None, (fault("AR607", source.place(0)),)
    tree, faults = parse(source)
    if tree is None:
        return None, faults
    faults = check_tree(tree, source, context)
    if faults:
        return None, faults
    writing = _Writing(Work(source))
    exhausted_at = _write_body(tree.body, dict(context), writing)
    if exhausted_at is not None:
        return None, (*writing.work.faults, fault("AR607", source.place(exhausted_at)))
    return _finish(writing), tuple(writing.work.faults)


def _finish(writing: _Writing) -> Expanded:
    text = "".join(writing.pieces)
    index = LineIndex.of(text)
    starts, origins = tuple(writing.starts), tuple(writing.origins)
    source = writing.work.source

    def locate(line: int, column: int) -> Place:
        if not starts:
            return source.place(0)
        offset = index.offset(line, column)
        piece = bisect_right(starts, offset) - 1
        origin, literal = origins[piece]
        return source.place(origin + (offset - starts[piece] if literal else 0))

    breaks = tuple(
        start
        for start, (_, is_literal), (_, follows_literal) in zip(
            starts[1:], origins[1:], origins, strict=False
        )
        if is_literal and follows_literal
    )
    return Expanded(text, locate, tuple(writing.values), breaks)


def _write_body(body: list[nodes.Node], scope: Scope, writing: _Writing) -> int | None:
    """Write statements in order; where the work ran out, if it did."""
    for node in body:
        stopped: int | None = _STATEMENTS[type(node)](node, scope, writing)
        if stopped is not None:
            return stopped
        if writing.work.exhausted:
            return node.lineno
    return None


def _write_output(node: nodes.Output, scope: Scope, writing: _Writing) -> int | None:
    for part in node.nodes:
        if isinstance(part, nodes.TemplateData):
            writing.write(part.data, part.lineno, literal=True)
        else:
            _write_value(part, scope, writing)
        if writing.work.exhausted:
            return begin_of(part)
    return None


def _write_value(node: nodes.Expr, scope: Scope, writing: _Writing) -> None:
    thing = evaluate(node, scope, writing.work)
    value = printable(thing)
    if value is None:
        if not isinstance(thing, Misfit):
            writing.work.report("AR609", begin_of(node), kind=kind_of(thing))
        value = Words("")
    marker = hole_marker(len(writing.values))
    writing.write(marker, begin_of(node), literal=False, weight=writing.weigh(value))
    writing.values.append(value)


def _write_if(node: nodes.If, scope: Scope, writing: _Writing) -> int | None:
    for branch in (node, *node.elif_):
        if is_true(evaluate(branch.test, scope, writing.work)):
            return _write_body(branch.body, scope, writing)
    return _write_body(node.else_, scope, writing)


def _write_for(node: nodes.For, scope: Scope, writing: _Writing) -> int | None:
    things = _turns(node, scope, writing.work)
    for index, thing in enumerate(things):
        if not writing.work.charge():
            return node.lineno
        inside = {**scope, _target(node): thing, "loop": _loop(index, len(things))}
        stopped = _write_body(node.body, inside, writing)
        if stopped is not None:
            return stopped
    return None if things else _write_body(node.else_, scope, writing)


def _turns(node: nodes.For, scope: Scope, work: Work) -> tuple[Thing, ...]:
    """Return what a loop goes through."""
    rows = evaluate(node.iter, scope, work)
    if not isinstance(rows, Rows):
        if not isinstance(rows, Misfit):
            work.report("AR609", begin_of(node.iter), kind=kind_of(rows))
        return ()
    if node.test is None:
        return rows.items
    test, target = node.test, _target(node)
    return tuple(
        thing
        for thing in rows.items
        if work.charge() and is_true(evaluate(test, {**scope, target: thing}, work))
    )


def _target(node: nodes.For | nodes.Assign) -> str:
    return node.target.name if isinstance(node.target, nodes.Name) else ""


def _loop(index: int, length: int) -> View:
    fields: dict[str, Thing] = {
        "index": index + 1,
        "first": index == 0,
        "last": index == length - 1,
        "length": length,
    }
    return View("loop", fields)


def _write_set(node: nodes.Assign, scope: Scope, writing: _Writing) -> None:
    scope[_target(node)] = evaluate(node.node, scope, writing.work)


_STATEMENTS: Final[dict[type[nodes.Node], Any]] = {
    nodes.Output: _write_output,
    nodes.If: _write_if,
    nodes.For: _write_for,
    nodes.Assign: _write_set,
}
"""Every kind of statement that a chapter may use."""
