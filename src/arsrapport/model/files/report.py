"""report.yaml, and the front matter of chapters and standing texts."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from arsrapport.document.publication import LICENCES, licence_of
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


def _to_licence(value: str) -> str:
    if licence_of(value) is None:
        raise PydanticCustomError("licence", "neither a known identifier nor an address")
    return next((known for known in LICENCES if known.casefold() == value.casefold()), value)


Licence = Annotated[Text, AfterValidator(_to_licence)]
"""An SPDX identifier (`CC-BY-4.0`), with its own capitals, or an address."""


class Signed(FileModel):
    """Who signed the foreword."""

    by: Names | None = None
    """One name or a list."""
    date: IsoDate | None = None
    """When."""
    place: Text | None = None
    """Where."""


class ReportFile(FileModel):
    """report.yaml. What is left out has a sensible default."""

    title: Text | None = None
    """Årsrapport and the period unless said."""
    series: Text | None = None
    """With its number: Notater 2018/35."""
    isbn: Text | None = None
    """With its check digit."""
    issn: Text | None = None
    """With its check digit."""
    published: IsoDate | None = None
    """The day, for the imprint and the PDF."""
    licence: Licence | None = None
    """CC-BY-4.0 or another SPDX identifier, or the licence's address."""
    subjects: Names | None = None
    """Keywords, for metadata."""
    signed: Signed | None = None
    """Set under the foreword."""
    period: Period | None = None
    """2017, or 2017-07-01/2018-06-30; the folder's year unless said."""
    as_of: IsoDate | None = None
    """The day for seats and members; the period's last unless said."""
    language: LanguageKey | None = None
    """The committee's unless said."""
    front: Names | None = None
    """Texts before the chapters; [foreword, summary] unless said."""
    chapters: Names | None = None
    """In order; unless said, of [mandate, activity, attendance, working-groups, cases, decisions,
    actions] those that have something to tell."""
    appendices: Names | None = None
    """Standing texts and minutes; [agreement, minutes] unless said."""


class ChapterFile(FileModel):
    """The front matter of a chapter, a standing text or an attachment."""

    language: LanguageKey | None = None
    """The report's unless said."""
    items: Names | None = None
    """The items that it tells of: `2017-05-24/1`."""
