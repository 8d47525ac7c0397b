"""report.yaml, and the front matter of chapters and standing texts."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from arsrapport.model.files.base import FileModel, IsoDate, LanguageKey, Names, to_dates


def _to_period(value: object) -> object:
    if not isinstance(value, str):
        return value
    if len(value) == len("2017") and value.isascii() and value.isdigit() and value != "0000":
        return (date(int(value), 1, 1), date(int(value), 12, 31))
    if "/" not in value:
        raise PydanticCustomError("period", "neither a year nor two dates")
    return to_dates(value)


Period = Annotated[tuple[date, date], BeforeValidator(_to_period)]
"""`2017`, or `2017-07-01/2018-06-30`; first and last day."""


class Signed(FileModel):
    """Who signed the foreword."""

    by: Names | None = None
    date: IsoDate | None = None
    place: str | None = None


class ReportFile(FileModel):
    """report.yaml. What is left out has a sensible default."""

    title: str | None = None
    series: str | None = None
    isbn: str | None = None
    issn: str | None = None
    published: IsoDate | None = None
    signed: Signed | None = None
    period: Period | None = None
    as_of: IsoDate | None = None
    language: LanguageKey | None = None
    front: Names | None = None
    chapters: Names | None = None
    appendices: Names | None = None


class ChapterFile(FileModel):
    """The front matter of a chapter, a standing text or an attachment."""

    language: LanguageKey | None = None
    items: Names | None = None
    """The items that it tells of: `2017-05-24/1`."""
