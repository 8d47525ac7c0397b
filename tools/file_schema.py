"""JSON Schemas of a project's files as they are written, from the models that read them.

An editor reads YAML by its own rules (`items: 4` is a number, `no` may be false, nothing is null),
arsrapport reads every scalar as text. So a text may be any scalar here, and what may be left out
may be empty. Descriptions are the docstrings of the models and of their fields.
"""

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin
from typing import get_type_hints as hints_of

from pydantic import BaseModel, RootModel

from arsrapport.document.publication import LICENCES
from arsrapport.model.files.committee import CommitteeFile, ProjectFile, RegisterFile
from arsrapport.model.files.meeting import FollowUpLog, MeetingFile
from arsrapport.model.files.report import ChapterFile, ReportFile
from arsrapport.model.files.theme import ThemeFile

Schema: TypeAlias = dict[str, Any]

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "meeting": MeetingFile,
    "committee": CommitteeFile,
    "register": RegisterFile,
    "report": ReportFile,
    "chapter": ChapterFile,
    "follow-up": FollowUpLog,
    "project": ProjectFile,
    "theme": ThemeFile,
}

_DAY: Final = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_EMPTY: Final[Schema] = {
    # Not `"type": "null"`, for then an editor offers the word `null`.
    "not": {"type": ["array", "boolean", "number", "object"]},
    "pattern": r"^\s*$",
}

TYPES: Final[Mapping[str, Schema]] = {
    "Text": _TEXT,
    "Texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "TextByLanguage": {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "properties": {key: {"anyOf": [_TEXT, _EMPTY]} for key in ("nn", "nb", "en")},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ],
    },
    "Date": {
        "type": "string",
        "pattern": f"^{_DAY}$",
        "patternErrorMessage": "Write the date like this: 2017-03-15",
    },
    "Dates": {
        "type": "string",
        "pattern": f"^{_DAY}(/{_DAY})?$",
        "patternErrorMessage": ("Write 2017-03-15, or 2018-04-19/2018-04-20 for several days"),
    },
    "Period": {
        "anyOf": [
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            {"type": "string", "pattern": f"^([0-9]{{4}}|{_DAY}/{_DAY})$"},
        ],
    },
    "Count": {
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 999999},
            {"type": "string", "pattern": "^[0-9]{1,6}$"},
        ],
    },
    "Quorum": {
        "anyOf": [
            {"enum": ["half", "majority", "two-thirds"]},
            {"type": "integer", "minimum": 0, "maximum": 999999},
            {"type": "string", "pattern": "^[0-9]{1,6}$"},
        ],
    },
    "Licence": {"anyOf": [{"enum": [*LICENCES]}, {"type": "string", "pattern": "^https?://"}]},
    "Colour": {
        "type": "string",
        "pattern": "^\\s*#[0-9a-fA-F]{6}\\s*$",
        "patternErrorMessage": 'Write the colour like this, in quotation marks: "#075745"',
    },
    "Empty": _EMPTY,
}

_BY_VALIDATOR: Final = {
    "_to_text": "Text",
    "_to_list": "Texts",
    "_to_texts_by_language": "TextByLanguage",
    "_to_date": "Date",
    "to_dates": "Dates",
    "_to_period": "Period",
    "_to_count": "Count",
    "_to_quorum": "Quorum",
    "_to_licence": "Licence",
    "_to_colour": "Colour",
}
"""Which of the types a validator reads; one that stands in neither table is a bug."""

_TEXT_OR_MAPPING: Final = "convert"
"""What `text_to` makes: a plain text stands for the mapping."""

_NOT_EMPTY: Final = "not_empty"
"""What takes all that the annotation does, but nothing at all."""


def file_schema(kind: str) -> bytes:
    """Return the JSON Schema (2020-12) of a kind of file."""
    model = MODELS[kind]
    used: dict[str, Schema] = {}
    if issubclass(model, RootModel):
        entries = _schema(model.model_fields["root"].annotation, used)
        shape = {"description": inspect.getdoc(model), **entries}
    else:
        shape = _mapping(model, used)
    if not shape.get("required"):
        shape["type"] = [shape["type"], "null"]  # a blank file is a file
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:arsrapport:schema:file:{kind}:1",
        "title": f"arsrapport: {kind}",
        **shape,
        "$defs": {name: used[name] for name in sorted(used)},
    }
    return f"{json.dumps(schema, indent=2)}\n".encode("ascii")


def _mapping(model: type[BaseModel], used: dict[str, Schema]) -> Schema:
    told = {name: text for each in reversed(model.__mro__) for name, text in _told(each).items()}
    hints = hints_of(model, include_extras=True)
    properties = {}
    for name, field in model.model_fields.items():
        described = {"description": told[name]} if name in told else {}
        properties[field.alias or name] = {**described, **_schema(hints[name], used)}
    required = [field.alias or n for n, field in model.model_fields.items() if field.is_required()]
    return {
        "description": inspect.getdoc(model),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _schema(shape: Any, used: dict[str, Schema]) -> Schema:  # noqa: ANN401 - an annotation is of any type
    """Return the schema of an annotation, and note the definitions that it refers to."""
    parts, origin = get_args(shape), get_origin(shape)
    if origin is Annotated:
        return _annotated(parts[0], parts[1:], used)
    if origin in {Union, UnionType}:
        (inner,) = (part for part in parts if part is not NoneType)
        return {"anyOf": [_schema(inner, used), _type("Empty", used)]}
    if origin is tuple:
        return {"type": "array", "items": _schema(parts[0], used)}
    if origin is dict:
        return _dictionary(parts[0], parts[1], used)
    if origin is Literal:
        return {"enum": list(parts)}
    return _type("Text", used) if shape is str else _model(shape, used)


def _model(model: type[BaseModel], used: dict[str, Schema]) -> Schema:
    if model.__name__ not in used:
        used[model.__name__] = _mapping(model, used)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _annotated(inner: Any, marks: Iterable[Any], used: dict[str, Schema]) -> Schema:  # noqa: ANN401 - see above
    *_, validator = (mark.func.__name__ for mark in marks)  # the last narrows those before it
    if validator == _TEXT_OR_MAPPING:
        return {"anyOf": [_type("Text", used), _schema(inner, used)]}
    if validator == _NOT_EMPTY:
        (filled,) = (part for part in get_args(inner) if part is not NoneType)
        return _schema(filled, used)
    return _type(_BY_VALIDATOR[validator], used)


def _dictionary(keys: Any, values: Any, used: dict[str, Schema]) -> Schema:  # noqa: ANN401 - see above
    value = _schema(values, used)
    if get_origin(keys) is Literal:
        properties = dict.fromkeys(get_args(keys), value)
        return {"type": "object", "properties": properties, "additionalProperties": False}
    return {"type": "object", "additionalProperties": value}


def _type(name: str, used: dict[str, Schema]) -> Schema:
    used[name] = TYPES[name]
    return {"$ref": f"#/$defs/{name}"}


def _told(model: type) -> Mapping[str, str]:
    """Return the docstrings of a model's own fields."""
    if model.__module__.partition(".")[0] != "arsrapport":
        return {}
    return _docstrings(model.__module__).get(model.__name__, {})


@cache
def _docstrings(module: str) -> Mapping[str, Mapping[str, str]]:
    """Return the texts below the fields of each class of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        node.name: dict(_below_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)
    }


def _below_fields(node: ast.ClassDef) -> Iterable[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=text)):
                yield name, inspect.cleandoc(str(text))
            case _:
                pass
