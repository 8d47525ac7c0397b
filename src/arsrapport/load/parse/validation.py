"""From data to a file model; the only place where pydantic's ValidationError is caught.

An error is told by its type, which is pydantic's own or that of a validator in `model.files`; no
English text is read. Every fault of a file is reported in one run, at most a hundred.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar

from msgspec import Struct
from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from arsrapport.diagnostics import Diagnostic, fault, with_edits
from arsrapport.diagnostics.nearest import nearest
from arsrapport.load.parse.colour_forms import likely_colour
from arsrapport.load.parse.date_forms import is_bare, iso_form
from arsrapport.load.parse.mending import Span, is_surely_text, mended_line, quoted
from arsrapport.load.parse.shapes import keys_at, takes_dates, words_at
from arsrapport.load.parse.yaml_reader import YamlDocument
from arsrapport.source.characters import shown
from arsrapport.source.edits import Edit
from arsrapport.source.place import Place

Model = TypeVar("Model", bound=BaseModel)
Route: TypeAlias = tuple[str | int, ...]

_FAULT_LIMIT: Final = 100

_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "literal_error": "text",
    "text": "text",
    "tuple_type": "list",
    "model_type": "mapping",
    "dict_type": "mapping",
    "number": "number",
    "dates": "dates",
    "period": "period",
    "quorum": "quorum",
    "licence": "licence",
}
"""The argument `expected` of AR110, by the type of pydantic's error or of our own."""


def validate(
    model: type[Model], document: YamlDocument
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Make a file model of what a YAML text says.

    Args:
        model: Of the file; a document that is blank is an empty mapping, or list, to it.
        document: From `read_yaml`.

    Returns:
        The model, or None and what is wrong: AR109 to AR113, AR115, AR202 and AR901, in the order
        of their places.
    """
    data = document.value
    if data is None:
        data = [] if issubclass(model, RootModel) else {}
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found = (_judge(_error(model, document, error)) for error in errors[:_FAULT_LIMIT])
    return None, tuple(sorted(found, key=lambda diagnostic: diagnostic.place))


class _Error(Struct, frozen=True):
    """An error of pydantic's, and what it is about."""

    kind: str
    route: Route
    value: object
    """What stands there."""
    model: type[BaseModel]
    document: YamlDocument

    @property
    def place(self) -> Place:
        """Of the value, or of the nearest thing around it that stands in the file."""
        return self.document.positions.closest(self.route)

    @property
    def key_place(self) -> Place:
        """Of the key that the route ends at, or of the nearest thing around a missing one."""
        return self.document.positions.closest(self.route, key=True)

    @property
    def is_empty_key(self) -> bool:
        """Whether a key stands there and nothing behind it. Only a required key errs so."""
        is_key = bool(self.route) and isinstance(self.route[-1], str)
        return is_key and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )

    @property
    def text(self) -> str:
        """The value as it may be shown; "" when it is no text."""
        return shown(self.value) if isinstance(self.value, str) else ""


def _error(model: type[BaseModel], document: YamlDocument, error: ErrorDetails) -> _Error:
    route = error["loc"]
    if error["type"] == "literal_error" and route[-1:] == ("[key]",):
        # So pydantic marks a key, not a value, of a mapping whose keys are given words.
        return _Error("extra_forbidden", route[:-1], error["input"], model, document)
    return _Error(error["type"], route, error["input"], model, document)


def _judge(error: _Error) -> Diagnostic:
    """Say what is wrong, and where the secretary is to look."""
    if error.kind != "extra_forbidden" and error.is_empty_key:
        return _missing(error)
    return _JUDGES.get(error.kind, _wrong_type)(error)


def _missing(error: _Error) -> Diagnostic:
    return fault("AR111", error.key_place, key=str(error.route[-1]))


def _unknown_key(error: _Error) -> Diagnostic:
    key = str(error.route[-1])
    near = nearest(key, keys_at(error.model, error.route[:-1]))
    return fault("AR109", error.key_place, key=shown(key), nearest=near)


def _unknown_word(error: _Error) -> Diagnostic:
    if not isinstance(error.value, str):
        return _wrong_type(error)
    words = words_at(error.model, error.route)
    near = nearest(error.value, words)
    return fault("AR113", error.place, value=error.text, allowed=", ".join(words), nearest=near)


def _not_iso(error: _Error) -> Diagnostic:
    place = error.place
    iso = iso_form(error.text, takes_two=takes_dates(error.model, error.route))
    found = fault("AR112", place, value=error.text, iso=iso)
    is_sure = iso and is_bare(error.text) and place.line == place.end_line
    return with_edits(found, Edit(place, iso)) if is_sure else found


def _colour(error: _Error) -> Diagnostic:
    likely = likely_colour(error.text)
    found = fault("AR901", error.place, value=error.text, likely=likely)
    place = error.place
    is_sure = likely and place.line == place.end_line
    return with_edits(found, Edit(place, quoted(likely))) if is_sure else found


def _reversed(error: _Error) -> Diagnostic:
    return fault("AR202", error.place)


def _colon(error: _Error) -> Diagnostic:
    """Tell a misspelt key from a text that a colon cut, where a text and a mapping may stand."""
    key = next(iter(error.value)) if isinstance(error.value, dict) else ""
    near = nearest(key, keys_at(error.model, error.route))
    line = "" if near else _mended(error)
    if line:
        return fault("AR115", error.place, line=line)
    place = error.document.positions.closest((*error.route, key), key=True)
    return fault("AR109", place, key=shown(key), nearest=near)


def _wrong_type(error: _Error) -> Diagnostic:
    expected = _EXPECTED[error.kind]
    line = _mended(error) if expected == "text" else ""
    if not line:
        return fault("AR110", error.place, expected=expected)
    return with_edits(fault("AR115", error.place, line=line), *_quoting(error))


def _mended(error: _Error) -> str:
    """Return the line as it should be where a colon made a mapping of a text; "" elsewhere."""
    text, place, span = error.document.text, error.place, _span(error)
    is_cut = isinstance(error.value, dict) and len(error.value) == 1
    if not is_cut or place.line != place.end_line or text.startswith(("{", "?"), span.start):
        return ""
    return mended_line(text, span)


def _quoting(error: _Error) -> Iterator[Edit]:
    """Yield the edit that makes an entry of a list of texts the text that it was meant to be."""
    text, span = error.document.text, _span(error)
    colon = text.find(":", span.start, span.end)
    is_entry = isinstance(error.route[-1], int)
    if is_entry and colon >= 0 and is_surely_text(text, span.start, colon):
        written = text[span.start : span.end].rstrip()
        place = error.document.lines.place(span.start, span.start + len(written))
        yield Edit(place, quoted(written))


def _span(error: _Error) -> Span:
    place, lines = error.place, error.document.lines
    return Span(
        lines.index(place.line, place.column), lines.index(place.end_line, place.end_column)
    )


_JUDGES: Final[Mapping[str, Callable[[_Error], Diagnostic]]] = {
    "missing": _missing,
    "empty": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_word,
    "not-iso": _not_iso,
    "reversed": _reversed,
    "colour": _colour,
    "colon": _colon,
}
"""What judges an error, by its type; the rest are wrong types."""
