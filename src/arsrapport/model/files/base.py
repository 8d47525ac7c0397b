"""What every file model shares: strict keys, and the texts that stand for other things.

The YAML reader gives every scalar as text (`no` is never False) and an empty value as None.
Validators raise PydanticCustomError; its *type* says what is wrong and is all that is read of it.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

LanguageKey = Literal["nn", "nb", "en"]


class FileModel(BaseModel):
    """A mapping in a file. A key that the model does not know is a fault, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


def text_to(key: str) -> Callable[[object], object]:
    """Make a validator by which a plain text stands for the mapping `{key: text}`."""

    def convert(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return convert


def _to_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _to_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:  # Python reads 20170315 and 2017-W11-3 too
        raise PydanticCustomError("iso_date", "not an ISO date")
    return day


def to_dates(value: object) -> object:
    """Read `A/B`, or `A` for both, as two dates."""
    if not isinstance(value, str):
        return value
    first, _, last = value.partition("/")
    return (_to_date(first.strip()), _to_date((last or first).strip()))


def _to_count(value: object) -> object:
    if isinstance(value, str):
        if not (value.isascii() and value.isdigit() and len(value) <= 6):  # noqa: PLR2004 - a million seats is a slip
            raise PydanticCustomError("count", "not a whole number")
        return int(value)
    return value


IsoDate = Annotated[date, BeforeValidator(_to_date)]
"""`2017-03-15`."""

IsoDates = Annotated[tuple[date, date], BeforeValidator(to_dates)]
"""`2017-03-15`, or `2018-04-19/2018-04-20` for several days; first and last."""

Names = Annotated[tuple[str, ...], BeforeValidator(_to_list)]
"""One text, or a list of texts."""

Count = Annotated[int, BeforeValidator(_to_count)]
"""A whole number, zero or more."""


def _to_names_by_language(value: object) -> Any:  # noqa: ANN401 - pydantic judges what comes out
    return {"": value} if isinstance(value, str) else value


LanguageTexts = Annotated[
    dict[Literal["", "nn", "nb", "en"], str], BeforeValidator(_to_names_by_language)
]
"""One text for every language (key ""), or one per language."""
