"""Expressions of a chapter, read from Jinja's tree. What is in no table here is not allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from jinja2 import nodes
from msgspec import Struct, field

from arsrapport.compose.chapters.filters import FILTERS
from arsrapport.compose.chapters.values import (
    MISFIT,
    Misfit,
    Nodes,
    Rows,
    Thing,
    View,
    is_comparable,
    is_number,
    is_true,
    kind_of,
    plain,
)
from arsrapport.compose.template.source import FAULTS_LIMIT, TemplateSource
from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.diagnostics.nearest import nearest

TABLE: Final = "table"
"""What a list that can be printed as a whole is also called: `actions.table`."""

STEPS_LIMIT: Final = 300_000
"""How much may be computed in one chapter: parts of expressions, turns of loops, rows filtered."""

Scope: TypeAlias = dict[str, Thing]
"""The names that are known at a place in a chapter."""


class Work(Struct):
    """What has been used and found while a chapter is expanded."""

    source: TemplateSource
    steps: int = 0
    exhausted: bool = False
    faults: dict[Diagnostic, None] = field(default_factory=dict)

    def charge(self, cost: int = 1) -> bool:
        """Use some steps; False when there are none left, and then nothing more is done."""
        self.steps += cost
        if self.steps > STEPS_LIMIT:
            self.exhausted = True
        return not self.exhausted

    def report(self, code: str, offset: int, **arguments: str) -> Misfit:
        """Note a fault, once; what it was found in has no value."""
        if len(self.faults) < FAULTS_LIMIT:
            self.faults[fault(code, self.source.place(offset), **arguments)] = None
        return MISFIT


def evaluate(node: nodes.Node, scope: Scope, work: Work) -> Thing:
    """Return what an expression gives; MISFIT when a fault was found in it."""
    if not work.charge():
        return MISFIT
    return EXPRESSIONS[type(node)](node, scope, work)


def begin_of(node: nodes.Node) -> int:
    """Return the offset at which an expression begins."""
    parts = (part for part in node.find_all(nodes.Node) if not isinstance(part, nodes.Operand))
    return min([node.lineno, *(part.lineno for part in parts)])  # an operand has no place


def _const(node: nodes.Const, _scope: Scope, _work: Work) -> Thing:
    value: Thing = node.value
    return value


def _name(node: nodes.Name, scope: Scope, work: Work) -> Thing:
    if node.name in scope:
        return scope[node.name]
    return work.report("AR604", node.lineno, name=node.name, nearest=nearest(node.name, scope))


def _attribute(node: nodes.Getattr, scope: Scope, work: Work) -> Thing:
    return _field(evaluate(node.node, scope, work), node.attr, after_dot(node, work.source), work)


def after_dot(node: nodes.Getattr, source: TemplateSource) -> int:
    """Return the offset of an attribute's name: the node has that of the dot."""
    return source.text.index(node.attr, node.lineno)


def _field(thing: Thing, name: str, offset: int, work: Work) -> Thing:
    match thing:
        case Misfit():
            return MISFIT
        case View(fields=fields) if name in fields:
            return fields[name]
        case Rows(printed=Nodes() as printed) if name == TABLE:
            return printed
        case Rows(fields=fields) if name in fields:
            return fields[name]
        case View(fields=fields) | Rows(fields=fields):
            return work.report("AR604", offset, name=name, nearest=nearest(name, fields))
        case _:
            return work.report("AR604", offset, name=name, nearest="")


def _item(node: nodes.Getitem, scope: Scope, work: Work) -> Thing:
    thing = evaluate(node.node, scope, work)
    key = node.arg.value if isinstance(node.arg, nodes.Const) else None
    if isinstance(key, str):
        return _field(thing, key, node.lineno, work)
    if isinstance(thing, Rows) and isinstance(key, int) and key < len(thing.items):
        return thing.items[key]
    if isinstance(thing, Misfit):
        return MISFIT
    return work.report("AR604", node.lineno, name=f"[{key}]", nearest="")


def _filter(node: nodes.Filter, scope: Scope, work: Work) -> Thing:
    thing = evaluate(node.node, scope, work) if node.node is not None else MISFIT
    arguments = [evaluate(argument, scope, work) for argument in node.args]
    if MISFIT in (thing, *arguments):
        return MISFIT
    if isinstance(thing, Rows):
        # A row may be compared with each text that the filter was given, letter by letter.
        work.charge(len(thing.items) * (1 + sum(map(_length, arguments)) // 1000))
    if work.exhausted:
        return MISFIT
    found = FILTERS[node.name].apply(thing, *arguments)
    if isinstance(found, Misfit):
        return work.report("AR609", node.lineno, kind=kind_of(thing))
    return found


def _test(node: nodes.Test, scope: Scope, work: Work) -> Thing:
    return TESTS[node.name](evaluate(node.node, scope, work))


def _choice(node: nodes.CondExpr, scope: Scope, work: Work) -> Thing:
    if is_true(evaluate(node.test, scope, work)):
        return evaluate(node.expr1, scope, work)
    return evaluate(node.expr2, scope, work) if node.expr2 is not None else ""


def _and(node: nodes.And, scope: Scope, work: Work) -> Thing:
    left = evaluate(node.left, scope, work)
    return evaluate(node.right, scope, work) if is_true(left) else left


def _or(node: nodes.Or, scope: Scope, work: Work) -> Thing:
    left = evaluate(node.left, scope, work)
    if is_true(left) or isinstance(left, Misfit):
        return left
    return evaluate(node.right, scope, work)


def _not(node: nodes.Not, scope: Scope, work: Work) -> Thing:
    thing = evaluate(node.node, scope, work)
    return MISFIT if isinstance(thing, Misfit) else not is_true(thing)


def _compare(node: nodes.Compare, scope: Scope, work: Work) -> Thing:
    left = evaluate(node.expr, scope, work)
    for operand in node.ops:
        right = evaluate(operand.expr, scope, work)
        if MISFIT in (left, right) or not work.charge(_length(left) // 1000):
            return MISFIT
        allowed = is_number if operand.op in _ORDERINGS else is_comparable
        for thing, part in ((left, node.expr), (right, operand.expr)):
            if not allowed(thing):
                return work.report("AR609", begin_of(part), kind=kind_of(thing))
        if not COMPARISONS[operand.op](plain(left), plain(right)):
            return False
        left = right
    return True


def _length(thing: Thing) -> int:
    found = plain(thing)
    return len(found) if isinstance(found, str) else 0


_ORDERINGS: Final = frozenset({"lt", "lteq", "gt", "gteq"})

COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "eq": lambda left, right: left == right,
    "ne": lambda left, right: left != right,
    "lt": lambda left, right: left < right,
    "lteq": lambda left, right: left <= right,
    "gt": lambda left, right: left > right,
    "gteq": lambda left, right: left >= right,
}

TESTS: Final[Mapping[str, Callable[[Thing], bool]]] = {"none": lambda thing: thing is None}

EXPRESSIONS: Final[Mapping[type[nodes.Node], Callable[[Any, Scope, Work], Thing]]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _attribute,
    nodes.Getitem: _item,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.CondExpr: _choice,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Not: _not,
    nodes.Compare: _compare,
}
"""Every kind of expression that a chapter may use."""
