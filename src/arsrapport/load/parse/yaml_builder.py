"""Data and positions from the events of a YAML text, without recursion and within limits."""

from typing import Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace
from yaml import MarkedYAMLError

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.parse.cuts import Cut, cut_off
from arsrapport.load.parse.lines import Lines
from arsrapport.load.parse.mending import Draft, Span, cut_text, whole_text
from arsrapport.load.parse.yaml_events import Event
from arsrapport.load.parse.yaml_problems import (
    Refused,
    Scene,
    Seen,
    end_of_line,
    end_of_word,
    extent,
    locate,
)
from arsrapport.source.characters import CONTROL, code_point, shown
from arsrapport.source.place import Place
from arsrapport.source.positions import Positions

DEPTH_LIMIT: Final = 20
NODE_LIMIT: Final = 100_000
FAULT_LIMIT: Final = 100
"""How many faults of one kind of work are kept; a file with more is not mended one by one."""

_MARKS: Final[dict[Refused, str]] = {"tag": "!", "anchor": "&", "alias": "*"}

YamlValue: TypeAlias = "str | list[YamlValue] | dict[str, YamlValue] | None"
"""A scalar as text, None for an empty one, and collections of them."""


class _Key(Struct, frozen=True):
    """A key that waits for its value; without a text, the value goes nowhere."""

    text: str | None
    place: Place
    column: int


class _Open(Struct):
    """A collection that is being read."""

    value: "list[YamlValue] | dict[str, YamlValue]"
    start: int
    end: int
    """Where what has been read of it so far ends."""
    column: int
    in_brackets: bool
    children: dict[str | int, Positions] = field(default_factory=dict)
    key: _Key | None = None


class Builder:
    """Takes the events of one document in turn.

    Attributes:
        diagnostics: What is wrong, at places in the text as it was given.
        cuts: The texts that YAML cuts short.
    """

    def __init__(self, draft: Draft, lines: Lines) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.cuts: list[Cut] = []
        self._draft = draft
        self._lines = lines
        self._open: list[_Open] = []
        self._root: tuple[YamlValue, Positions] | None = None
        self._nodes = 0
        self._last: Seen | None = None

    def take(self, event: Event) -> bool:
        """Take an event; False when the text must not be read further."""
        match event.kind:
            case "document":
                return self._begin_document(event)
            case "list" | "mapping":
                return self._count(event) and self._begin(event)
            case "scalar" | "alias":
                return self._count(event) and self._take_text(event)
            case "end":
                return self._close(event)

    def finish(self) -> tuple[YamlValue, Positions]:
        """Return the data and where it stands, once every event is taken."""
        return self._root or (None, Positions(self._place(0, 0)))

    def fail(self, error: MarkedYAMLError) -> None:
        """Report the error that PyYAML stopped at, unless a text that was cut may be its cause."""
        if self.cuts:
            return
        bracket = self._open[-1].start if self._open and self._open[-1].in_brackets else None
        problem, index = locate(error, Scene(self._draft.text, self._last, bracket))
        if problem in {"tag", "anchor", "alias"}:
            self.report("AR106", index, end_of_word(self._draft.text, index), what=problem)
        elif problem == "colon" and (text := self._text_before(index)):
            begun = Span(text.start, index + 1)
            whole = whole_text(self._draft.text, begun, self._column)
            self._cut("AR115", Span(index, index + 1), whole)
        else:
            self.report("AR105", index, extent(problem, self._draft.text, index), problem=problem)

    def _text_before(self, index: int) -> Seen | None:
        """Return the text right before a colon, if it is one that can go on behind it."""
        last = self._last
        if last is None or last.kind not in {"plain", "quoted"}:
            return None
        return last if not self._draft.text[last.end : index].strip(" ") else None

    def report(self, code: str, start: int, end: int | None = None, **arguments: str | int) -> None:
        """Add a diagnostic, unless the file has more than enough."""
        if len(self.diagnostics) < FAULT_LIMIT:
            self.diagnostics.append(fault(code, self._place(start, end), **arguments))

    def _place(self, start: int, end: int | None = None) -> Place:
        original = self._draft.original
        return self._lines.place(original(start), None if end is None else original(end))

    def _written(self, event: Event) -> str:
        return self._draft.text[event.start : event.end]

    @property
    def _column(self) -> int:
        """How far in stands what the next value belongs to."""
        if not self._open:
            return 0
        innermost = self._open[-1]
        return innermost.key.column if innermost.key else innermost.column

    def _count(self, event: Event) -> bool:
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            self.report("AR107", event.start, limit="nodes")
            return False
        for what in event.refused:
            self.report("AR106", *self._marking(event, what), what=what)
        return True

    def _marking(self, event: Event, what: Refused) -> tuple[int, int]:
        """Return where the tag, anchor or alias of an event begins and ends; a value follows it."""
        start = self._draft.text.find(_MARKS[what], event.start, event.end)
        start = event.start if start < 0 else start
        return start, end_of_word(self._draft.text, start)

    def _begin_document(self, event: Event) -> bool:
        if self._root is not None:
            end = extent("documents", self._draft.text, event.start)
            self.report("AR105", event.start, end, problem="documents")
        return self._root is None

    def _take_text(self, event: Event) -> bool:
        span = Span(event.start, event.end)
        value: str | None = event.value
        if event.kind == "alias":
            value = self._written(event)
        elif event.style == "block":
            # Its end, as PyYAML has it, lies behind the empty lines below it.
            span = Span(event.start, event.start + len(self._written(event).rstrip()))
        elif event.style == "plain" and not value:
            value = None
        if value is not None:
            value = self._without_controls(value, span)
            self._last = Seen(event.style, span.start, span.end)
            if event.style == "plain":
                self._look_for_cut(span)
        self._add(value, Positions(self._place(span.start, span.end)), span, event.column)
        return True

    def _without_controls(self, value: str, span: Span) -> str:
        """Refuse what an escape in quotes brings in; the text of a file itself has none."""
        found = CONTROL.search(value)
        if found is None:
            return value
        self.report("AR116", span.start, span.end, character=code_point(found[0]))
        return CONTROL.sub(" ", value)

    def _look_for_cut(self, scalar: Span) -> None:
        in_brackets = bool(self._open) and self._open[-1].in_brackets
        text = self._draft.text
        span = cut_text(
            text, scalar, self._nearest_key(), in_brackets=in_brackets, column=self._column
        )
        if span:
            sign = text.index("#", scalar.end)
            self._cut("AR114", Span(sign, min(span.end, end_of_line(text, sign))), span)

    def _cut(self, code: str, wrong: Span, whole: Span) -> None:
        if len(self.cuts) < FAULT_LIMIT:
            self.cuts.append(cut_off(code, wrong, whole, self._draft, self._lines))

    def _nearest_key(self) -> str:
        """Return the key that the next value stands under, by itself or in a list."""
        for collection in reversed(self._open):
            if isinstance(collection.value, dict):
                return (collection.key and collection.key.text) or ""
        return ""

    def _begin(self, event: Event) -> bool:
        if len(self._open) == DEPTH_LIMIT:
            self.report("AR107", event.start, limit="depth")
            return False
        value: list[YamlValue] | dict[str, YamlValue]
        value = {} if event.kind == "mapping" else []
        in_brackets = event.style == "brackets"
        self._open.append(_Open(value, event.start, event.end, event.column, in_brackets))
        return True

    def _close(self, event: Event) -> bool:
        collection = self._open.pop()
        # The end of a block, as PyYAML has it, is where the next one begins.
        end = event.end if collection.in_brackets else collection.end
        if collection.in_brackets:
            self._last = Seen("brackets", collection.start, end)
        place = self._place(collection.start, end)
        positions = Positions(place, None, collection.children)
        self._add(collection.value, positions, Span(collection.start, end), collection.column)
        return True

    def _add(self, value: YamlValue, positions: Positions, span: Span, column: int) -> None:
        """Put a value where it belongs: in a list, under the key that waits for it, or as a key."""
        if not self._open:
            self._root = (value, positions)
            return
        collection = self._open[-1]
        collection.end = max(collection.end, span.end)
        if isinstance(collection.value, list):
            collection.children[len(collection.value)] = positions
            collection.value.append(value)
        elif collection.key is None:
            collection.key = _Key(self._key_text(collection, value, span), positions.value, column)
        else:
            key, collection.key = collection.key, None
            if key.text is not None:
                collection.children[key.text] = replace(positions, key=key.place)
                collection.value[key.text] = value

    def _key_text(self, collection: _Open, value: YamlValue, span: Span) -> str | None:
        if not isinstance(value, str) or not value:
            self.report("AR110", span.start, span.end, expected="text")
            return None
        first = collection.children.get(value)
        if first is not None:
            line = (first.key or first.value).line
            self.report("AR108", span.start, span.end, key=shown(value), line=line)
            return None
        return value
