"""report.yaml, and the front matter of chapters and standing texts."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from arsrapport.model.files.base import FileModel, IsoDate, LanguageKey, Names, Text, to_dates


def _to_period(value: object) -> tuple[date, date]:
    text = value.strip() if isinstance(value, str) else ""
    if len(text) == len("2017") and text.isascii() and text.isdigit() and text != "0000":
        return (date(int(text), 1, 1), date(int(text), 12, 31))
    if "/" not in text:
        raise PydanticCustomError("period", "neither a year nor two dates")
    return to_dates(text)


Period = Annotated[tuple[date, date], BeforeValidator(_to_period)]
"""`2017`, or `2017-07-01/2018-06-30`; first and last day."""


class Signed(FileModel):
    """Who signed the foreword."""

    by: Names | None = None
    date: IsoDate | None = None
    place: Text | None = None


class ReportFile(FileModel):
    """report.yaml. What is left out has a sensible default."""

    title: Text | None = None
    series: Text | None = None
    isbn: Text | None = None
    issn: Text | None = None
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
