"""Tables on a terminal."""

from collections.abc import Iterable, Sequence

Row = dict[str, object]
"""What was measured, by the name of its column."""


def table(title: str, rows: Sequence[Row]) -> str:
    """Return rows as aligned text below a title: texts to the left, numbers to the right."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([_shown(row.get(name, "")) for name in names] for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    left = [all(isinstance(row.get(name, ""), str) for row in rows) for name in names]
    return "\n".join([title, *_aligned(lines, widths, left), ""])


def _aligned(
    lines: Iterable[Sequence[str]], widths: Sequence[int], left: Sequence[bool]
) -> Iterable[str]:
    for line in lines:
        cells = zip(line, widths, left, strict=True)
        yield "  ".join(f"{c:<{w}}" if to_left else f"{c:>{w}}" for c, w, to_left in cells).rstrip()


def _shown(value: object) -> str:
    if value is None:
        return "n/a"
    if isinstance(value, float):
        return f"{value:.0f}" if value >= 100 else f"{value:.2f}"  # noqa: PLR2004 - three figures
    return str(value)
