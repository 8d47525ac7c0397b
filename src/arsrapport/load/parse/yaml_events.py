"""The events of a YAML text, in our own words: PyYAML's, less what nothing here asks for."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

import yaml
from msgspec import Struct

from arsrapport.load.parse.yaml_problems import Refused

Kind: TypeAlias = Literal["document", "scalar", "alias", "list", "mapping", "end"]
Style: TypeAlias = Literal["plain", "quoted", "block", "brackets"]


class Event(Struct, frozen=True):
    """The beginning of a document, a scalar, an alias, or the beginning or end of a collection."""

    kind: Kind
    start: int
    end: int
    column: int = 0
    """Of the start, from 0."""
    style: Style = "plain"
    value: str = ""
    refused: tuple[Refused, ...] = ()
    """What it has that this format does not."""


def events(loader: yaml.SafeLoader) -> Iterator[Event]:
    """Yield the events of a text; raises what PyYAML raises."""
    while loader.check_event():
        event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]  # so in types-PyYAML
        kind, start, end = _KINDS.get(type(event)), event.start_mark, event.end_mark
        if kind and start and end:
            value = event.value if isinstance(event, yaml.ScalarEvent) else ""
            span = (start.index, end.index, start.column)
            yield Event(kind, *span, _style(event), value, _refused(event))


_KINDS: Final[dict[type[yaml.Event], Kind]] = {
    yaml.DocumentStartEvent: "document",
    yaml.ScalarEvent: "scalar",
    yaml.AliasEvent: "alias",
    yaml.SequenceStartEvent: "list",
    yaml.MappingStartEvent: "mapping",
    yaml.SequenceEndEvent: "end",
    yaml.MappingEndEvent: "end",
}


def _style(event: yaml.Event) -> Style:
    if isinstance(event, yaml.CollectionStartEvent):
        return "brackets" if event.flow_style else "block"
    if isinstance(event, yaml.ScalarEvent) and event.style:
        return "block" if event.style in {"|", ">"} else "quoted"
    return "plain"


def _refused(event: yaml.Event) -> tuple[Refused, ...]:
    if isinstance(event, yaml.AliasEvent):
        return ("alias",)
    if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        return ()
    anchor: tuple[Refused, ...] = () if event.anchor is None else ("anchor",)
    return anchor if event.tag is None else (*anchor, "tag")
