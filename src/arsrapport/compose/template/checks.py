"""What a chapter may not use, found in its tree before any of it is expanded.

So a fault is told even where it stands in a branch that this year's meetings do not reach.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any, Final

from jinja2 import nodes
from msgspec import Struct

from arsrapport.compose.chapters.filters import FILTERS
from arsrapport.compose.template.expressions import (
    COMPARISONS,
    EXPRESSIONS,
    TESTS,
)
from arsrapport.compose.template.source import FAULTS_LIMIT, TemplateSource
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest

ALLOWED: Final = frozenset(
    {
        *EXPRESSIONS,
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.For,
        nodes.If,
        nodes.Assign,
        nodes.Operand,
    }
)

NAMES: Final[dict[type, str]] = {
    nodes.AssignBlock: "endset",
    nodes.Concat: "~",
    nodes.Keyword: "=",
    nodes.NSRef: "namespace",
}
"""What a construct is called when its class has another name than its writer would use."""


class _Check(Struct, frozen=True):
    """Where and among which names a tree is checked."""

    source: TemplateSource
    known: Collection[str]

    def fault(self, code: str, offset: int, **arguments: str) -> Diagnostic:
        return fault(code, self.source.place(offset), **arguments)


def check_tree(
    tree: nodes.Template, source: TemplateSource, names: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Report what is not allowed (AR606), unknown names (AR604) and filters (AR605).

    `names` are those of the context; those that the chapter sets itself are known anywhere in it.
    """
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    check = _Check(source, {*names, *own, "loop"})
    return tuple(islice(_faults(tree, check), FAULTS_LIMIT))


def _faults(node: nodes.Node, check: _Check) -> Iterator[Diagnostic]:
    kind = type(node)
    if kind not in ALLOWED:
        yield check.fault("AR606", node.lineno, name=NAMES.get(kind, kind.__name__.lower()))
        return
    if kind in _CHECKS:
        yield from _CHECKS[kind](node, check)
    for child in node.iter_child_nodes():
        yield from _faults(child, check)


def _name(node: nodes.Name, check: _Check) -> Iterator[Diagnostic]:
    if node.ctx == "load" and node.name not in check.known:
        near = nearest(node.name, check.known)
        yield check.fault("AR604", node.lineno, name=node.name, nearest=near)


def _item(node: nodes.Getitem, check: _Check) -> Iterator[Diagnostic]:
    if not isinstance(node.arg, nodes.Const):
        yield check.fault("AR606", node.lineno, name="[]")


def _filter(node: nodes.Filter, check: _Check) -> Iterator[Diagnostic]:
    if node.name not in FILTERS:
        near = nearest(node.name, FILTERS)
        yield check.fault("AR605", node.lineno, name=node.name, nearest=near)
    elif node.dyn_args or node.dyn_kwargs:
        yield check.fault("AR606", node.lineno, name="*")
    elif node.kwargs:
        return  # the keyword itself is not allowed
    elif len(node.args) != FILTERS[node.name].arguments:
        yield check.fault("AR603", node.lineno, problem=node.name)


def _test(node: nodes.Test, check: _Check) -> Iterator[Diagnostic]:
    if node.name not in TESTS or node.args or node.kwargs:
        yield check.fault("AR606", node.lineno, name=f"is {node.name}")


def _operand(node: nodes.Operand, check: _Check) -> Iterator[Diagnostic]:
    if node.op not in COMPARISONS:
        yield check.fault("AR606", node.expr.lineno, name="in")


def _for(node: nodes.For, check: _Check) -> Iterator[Diagnostic]:
    if node.recursive:
        yield check.fault("AR606", node.lineno, name="recursive")


_CHECKS: Final[dict[type[nodes.Node], Callable[[Any, _Check], Iterator[Diagnostic]]]] = {
    nodes.Name: _name,
    nodes.Getitem: _item,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Operand: _operand,
    nodes.For: _for,
}
