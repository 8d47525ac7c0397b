"""YAML as data with places. The only door to YAML.

It works on PyYAML's events, before anything is built: every scalar is text (`no`, `10:30` and `07`
survive), limits hold before they cost anything, and every key and value knows where it stands.
PyYAML's Python scanner is used, not libyaml's: the two refuse different files (tabs, block scalars)
and place some faults differently, and the report must not depend on how PyYAML was built. A
meeting's front matter takes about two milliseconds.
"""

from typing import Final

import yaml
from msgspec import Struct

from arsrapport.diagnostics import Diagnostic, fault
from arsrapport.load.parse.cuts import Cut
from arsrapport.load.parse.lines import Lines, lines_of
from arsrapport.load.parse.mending import Draft
from arsrapport.load.parse.yaml_builder import FAULT_LIMIT, Builder, YamlValue
from arsrapport.load.parse.yaml_events import events
from arsrapport.source.characters import code_point
from arsrapport.source.positions import Positions

LENGTH_LIMIT: Final = 500_000
"""In characters: a register of thousands of people, and some seconds of PyYAML's work."""

_MENDING_LIMIT: Final = 20


class YamlDocument(Struct, frozen=True):
    """What a YAML text says."""

    value: YamlValue
    """None when there is nothing but space and comments."""
    positions: Positions
    text: str
    lines: Lines
    """Of the text, for who wants to show a line of it."""


def read_yaml(
    text: str, path: str, first_line: int = 1
) -> tuple[YamlDocument | None, tuple[Diagnostic, ...]]:
    """Read one YAML document.

    Args:
        text: With LF as the end of every line.
        path: Of the file, for places.
        first_line: The number of the text's first line in the file.

    Returns:
        The document, and what is wrong with it. Without a document: AR105 syntax, AR107 too deep or
        too large, AR116 control characters. With one: AR106 tags, anchors and aliases, AR108 a key
        twice (the first counts), AR110 keys that are no texts, AR114 and AR115 texts cut short
        (read as if they stood in quotes).
    """
    lines = lines_of(text, path, first_line)
    if len(text) > LENGTH_LIMIT:
        return None, (fault("AR107", lines.place(0), limit="length"),)
    draft = Draft(text)
    mended: list[Diagnostic] = []
    reading = _read(draft, lines)
    # The passes together cost no more than one over the longest text that is allowed.
    for _ in range(min(_MENDING_LIMIT, LENGTH_LIMIT // max(len(text), 1))):
        if not reading.cuts:
            break
        mended += (cut.diagnostic for cut in reading.cuts)
        draft = draft.quote([cut.span for cut in reading.cuts])
        reading = _read(draft, lines)
    else:
        mended += (cut.diagnostic for cut in reading.cuts)
    diagnostics = (*mended, *reading.diagnostics)[:FAULT_LIMIT]
    if reading.root is None:
        return None, diagnostics
    value, positions = reading.root
    return YamlDocument(value, positions, text, lines), diagnostics


class _Reading(Struct, frozen=True):
    """The outcome of one pass over a draft; to be mended and read again when there are cuts."""

    root: tuple[YamlValue, Positions] | None
    diagnostics: tuple[Diagnostic, ...]
    cuts: tuple[Cut, ...]


def _read(draft: Draft, lines: Lines) -> _Reading:
    builder = Builder(draft, lines)
    root = builder.finish() if _build(builder, draft.text) else None
    return _Reading(root, tuple(builder.diagnostics), tuple(builder.cuts))


def _build(builder: Builder, text: str) -> bool:
    """Feed a builder with the events of a text; say whether it got to the end."""
    try:
        loader = yaml.SafeLoader(text)
    except yaml.reader.ReaderError as error:
        character = code_point(text[error.position])
        builder.report("AR116", error.position, error.position + 1, character=character)
        return False
    try:
        return all(builder.take(event) for event in events(loader))
    except yaml.MarkedYAMLError as error:
        builder.fail(error)
    except (ValueError, OverflowError):
        # PyYAML lets these through for `"\\UFFFFFFFF"` and for versions of thousands of digits.
        builder.report("AR105", loader.index, problem="escape")
    return False
