"""How many there are of each: items by kind, actions by status; as tables and as charts of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias, get_args

from arsrapport.compose.chapters.chart import Bar, bars
from arsrapport.compose.inline import text
from arsrapport.document.nodes import Block, Cell, Figure, Table
from arsrapport.language.catalogue import label
from arsrapport.language.languages import Language
from arsrapport.language.numbers import grouped
from arsrapport.language.openings import capitalised
from arsrapport.model.archive import Kind
from arsrapport.model.ledger import Action

Counts: TypeAlias = tuple[tuple[str, int], ...]
"""Names, which are keys of labels without their beginning, each with how many."""

NOT_RECORDED: Final = "unknown"
KINDS: Final = (*(kind for kind in get_args(Kind) if kind != "closing"), NOT_RECORDED)
"""In this order; what closes a meeting is not treated, and not counted."""

STATUSES: Final = ("open", "overdue", "moved", "dropped", "done")
"""In the order of the register; an action that is overdue is not among the open ones."""


def kinds_of(kinds: Iterable[str]) -> Counts:
    """Count items by kind, "" for one that is not recorded.

    Nothing when fewer than two kinds are: that some items are *any other business* tells little.
    """
    counted = Counter(kind or NOT_RECORDED for kind in kinds)
    return _in_order(counted, KINDS) if len(counted.keys() - {NOT_RECORDED}) > 1 else ()


def statuses_of(actions: Iterable[Action]) -> Counts:
    """Count actions by status, those that are overdue apart from the others that are open.

    Nothing when all have one: the register says that too.
    """
    counted = Counter("overdue" if a.is_overdue else str(a.status) for a in actions)
    return _in_order(counted, STATUSES) if len(counted) > 1 else ()


def kinds_table(counts: Counts, language: Language) -> tuple[Block, ...]:
    """Return how many items there are of each kind, and in all."""
    return _table(("item_kind", "items"), _bars(counts, _kind, language), language)


def kinds_chart(counts: Counts, language: Language) -> tuple[Block, ...]:
    """Return a chart of how many items there are of each kind."""
    return chart_of("items", "chart_of_items", _bars(counts, _kind, language), language)


def statuses_table(counts: Counts, language: Language) -> tuple[Block, ...]:
    """Return how many actions there are of each status, and in all."""
    return _table(("status", "actions"), _bars(counts, _status, language), language)


def statuses_chart(counts: Counts, language: Language) -> tuple[Block, ...]:
    """Return a chart of how many actions there are of each status."""
    return chart_of("actions", "chart_of_actions", _bars(counts, _status, language), language)


def chart_of(name: str, about: str, rows: Sequence[Bar], language: Language) -> tuple[Figure, ...]:
    """Return a chart whose alternative text holds every number; nothing without numbers.

    Args:
        name: Of the chart's file.
        about: The key of the label that says what is counted, and by what.
        rows: The bars.
        language: Of the names and the numbers in the text.
    """
    if not rows:
        return ()
    numbers = "; ".join(f"{row.name}: {grouped(row.number, language)}" for row in rows)
    return (
        Figure(
            asset=f"arsrapport/{name}.{language}.svg",
            alt=f"{label(language, about)} {numbers}.",
            drawing=bars(rows, language),
        ),
    )


def _in_order(counted: Counter[str], names: Iterable[str]) -> Counts:
    return tuple((name, counted[name]) for name in names if counted[name])


def _bars(counts: Counts, key: Callable[[str], str], language: Language) -> tuple[Bar, ...]:
    return tuple(Bar(capitalised(label(language, key(name))), number) for name, number in counts)


def _kind(name: str) -> str:
    return f"kind_{name.replace('-', '_')}"


def _status(name: str) -> str:
    # The register says to where an action moved; what is counted here went to many places.
    return "moved" if name == "moved" else f"status_{name}"


def _table(heads: tuple[str, str], rows: Sequence[Bar], language: Language) -> tuple[Table, ...]:
    if not rows:
        return ()
    total = Bar(label(language, "in_all"), sum(row.number for row in rows))
    return (
        Table(
            head=tuple(Cell(text(label(language, head))) for head in heads),
            rows=tuple(
                (Cell(text(row.name)), Cell(text(grouped(row.number, language))))
                for row in (*rows, total)
            ),
            align=("left", "right"),
            header_column=True,
        ),
    )
