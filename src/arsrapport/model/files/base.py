"""What every file model shares: strict keys, and the texts that stand for other things.

The YAML reader gives every scalar as text (`no` is never False) and an empty value as None.
Validators raise PydanticCustomError; its *type* says what is wrong and is all that is read of it:
the name of the form that was wanted (`text`, `dates`, `number`, `period`), or `not-iso`,
`reversed`, `empty`, `colon`. `load.validation` makes diagnostics of them.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

LanguageKey = Literal["nn", "nb", "en"]

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BREAKS: Final = re.compile(r"[ \t\n]+")


def plain(text: str) -> str:
    """Return a text on one line: no space around it, one between its words."""
    return _BREAKS.sub(" ", text).strip()


class FileModel(BaseModel):
    """A mapping in a file. A key that the model does not know is a fault, never ignored.

    An empty text is an empty value: not recorded.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {
            key: plain(value) or None if isinstance(value, str) else value
            for key, value in data.items()
        }


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a model as they stand in files: `from`, not `from_`."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def not_empty(value: object) -> object:
    """Refuse a key with nothing behind it, where *not recorded* would let out what is withheld."""
    if value is None:
        raise PydanticCustomError("empty", "a key with nothing behind it")
    return value


def _to_text(value: str) -> str:
    text = plain(value)
    if not text:
        raise PydanticCustomError("text", "an empty text")
    return text


def text_to(model: type[FileModel], key: str) -> Callable[[object], object]:
    """Make a validator by which a plain text stands for the mapping `{key: text}`.

    A mapping whose one key the model does not know was meant as a text, and a colon cut it.
    """
    known = set(keys_of(model))

    def convert(value: object) -> object:
        if isinstance(value, dict) and len(value) == 1 and known.isdisjoint(value):
            raise PydanticCustomError("colon", "a text cut by a colon")
        if value is None or isinstance(value, list):
            raise PydanticCustomError("text", "neither a text nor a mapping")
        return {key: value} if isinstance(value, str) else value

    return convert


def _to_list(value: object) -> object:
    if isinstance(value, dict):
        raise PydanticCustomError("text", "neither a text nor a list")
    return [value] if isinstance(value, str) else value


def _to_date(value: object) -> date:
    if not isinstance(value, str):
        raise PydanticCustomError("dates", "not a text")
    text = value.strip()
    if _ISO_DATE.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise PydanticCustomError("not-iso", "not an ISO date")


def to_dates(value: object) -> tuple[date, date]:
    """Read `A/B`, or `A` for both, as two dates, the first no later than the last."""
    if not isinstance(value, str):
        raise PydanticCustomError("dates", "not a text")
    first, dash, last = value.partition("/")
    dates = (_to_date(first), _to_date(last if dash else first))
    if dates[1] < dates[0]:
        raise PydanticCustomError("reversed", "the last day comes before the first")
    return dates


def _to_count(value: object) -> int:
    text = value.strip() if isinstance(value, str) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= 6):  # noqa: PLR2004 - a million seats is a slip
        raise PydanticCustomError("number", "not a whole number")
    return int(text)


Text = Annotated[str, AfterValidator(_to_text)]
"""A plain text on one line, not empty. Control characters the YAML reader has refused."""

IsoDate = Annotated[date, BeforeValidator(_to_date)]
"""`2017-03-15`."""

IsoDates = Annotated[tuple[date, date], BeforeValidator(to_dates)]
"""`2017-03-15`, or `2018-04-19/2018-04-20` for several days; first and last."""

Names = Annotated[tuple[Text, ...], BeforeValidator(_to_list)]
"""One text, or a list of texts."""

Count = Annotated[int, BeforeValidator(_to_count)]
"""A whole number, zero or more."""


def _to_quorum(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    is_count = text.isascii() and text.isdigit() and 0 < len(text) <= 6  # noqa: PLR2004 - as above
    if text not in {"half", "majority", "two-thirds"} and not is_count:
        raise PydanticCustomError("quorum", "neither a share nor a number of seats")
    return text


Quorum = Annotated[str, BeforeValidator(_to_quorum)]
"""`half` (at least half of the seats), `majority` (more), `two-thirds`, or a number of seats."""


def _to_texts_by_language(value: object) -> Any:  # noqa: ANN401 - pydantic judges what comes out
    if isinstance(value, list):
        raise PydanticCustomError("text", "neither a text nor a text per language")
    if not isinstance(value, dict):
        return {"": value} if isinstance(value, str) else value
    written = {
        language: text for language, text in value.items() if text is not None and text != ""
    }
    if not written:
        raise PydanticCustomError("empty", "no text in any language")
    return written


LanguageTexts = Annotated[
    dict[Literal["", "nn", "nb", "en"], Text], BeforeValidator(_to_texts_by_language)
]
"""One text for every language (key ""), or one per language."""
