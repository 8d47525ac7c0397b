"""What a model takes at a route: its keys and its words, for faults that suggest a better one."""

from collections.abc import Sequence
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from arsrapport.model.files.base import keys_of


def keys_at(model: type[BaseModel], route: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys that the mapping at a route may have; none where there is no mapping."""
    shape = _shape_at(model, route)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return keys_of(shape)
    if get_origin(shape) is dict:
        return tuple(key for key in _words(get_args(shape)[0]) if key)
    return ()


def words_at(model: type[BaseModel], route: Sequence[str | int]) -> tuple[str, ...]:
    """Return the words that may stand at a route; none where any text may."""
    return _words(_shape_at(model, route))


def takes_dates(model: type[BaseModel], route: Sequence[str | int]) -> bool:
    """Say whether a first and a last day may stand at a route."""
    return bool(_shape_at(model, route) == tuple[date, date])


def _words(shape: Any) -> tuple[str, ...]:  # noqa: ANN401 - an annotation is of any type
    return get_args(shape) if get_origin(shape) is Literal else ()


def _shape_at(model: type[BaseModel], route: Sequence[str | int]) -> Any:  # noqa: ANN401 - see above
    shape: Any = model
    for step in route:
        shape = _child(_bare(shape), step)
    return _bare(shape)


def _bare(shape: Any) -> Any:  # noqa: ANN401 - see above
    """Take away what only wraps a shape: `Annotated`, `| None`, a root model."""
    if get_origin(shape) is Annotated:
        return _bare(get_args(shape)[0])
    if get_origin(shape) in {Union, UnionType}:
        return _bare(next(part for part in get_args(shape) if part is not type(None)))
    if isinstance(shape, type) and issubclass(shape, RootModel):
        return _bare(shape.model_fields["root"].annotation)
    return shape


def _child(shape: Any, step: str | int) -> Any:  # noqa: ANN401 - see above
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        fields = {field.alias or name: field for name, field in shape.model_fields.items()}
        return fields[str(step)].annotation if step in fields else None
    parts = get_args(shape)
    if get_origin(shape) is dict:
        return parts[1]
    return parts[0] if parts else None
