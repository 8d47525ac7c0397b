"""The front matter of a meeting file."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, RootModel

from arsrapport.model.files.base import (
    FileModel,
    IsoDate,
    IsoDates,
    LanguageKey,
    Names,
    Text,
    text_to,
)

Kind = Literal[
    "information",
    "discussion",
    "decision",
    "approval",
    "follow-up",
    "any-other-business",
    "closing",
]
Status = Literal["planned", "draft", "for-comment", "approved"]


class Minutes(FileModel):
    """Who wrote the minutes and when, or where they lie when not here."""

    by: Names | None = None
    date: IsoDate | None = None
    link: Text | None = None


class Approved(FileModel):
    """When, and in which meeting (`2017-05-24` or `2017-05-24/1`), the minutes were approved."""

    date: IsoDate | None = None
    in_: Text | None = Field(None, alias="in")


class PresentPerson(FileModel):
    """Somebody on the list of those present, or of those who sent word."""

    name: Text
    organisation: Text | None = None
    items: Names | None = None
    """The items she was there for: `4`, `1-5`, `[2, 4]`."""
    except_: Names | None = Field(None, alias="except")
    """The items she was away for."""
    for_: Text | None = Field(None, alias="for")
    """The person she stood in for."""
    note: Text | None = None


Present = Annotated[PresentPerson, BeforeValidator(text_to(PresentPerson, "name"))]
"""`Kari Nordmann`, `Jo Berg (Kystverket)`, or a mapping."""


class Withheld(FileModel):
    """Why an item is withheld, and the title that the public sees."""

    basis: Text
    title: Text | None = None


class AgendaItem(FileModel):
    """An item of the agenda."""

    title: Text
    number: Text | None = None
    """`1/22`, `3a`, `4.1`, or `none`; left out, the item before plus one."""
    presenter: Names | None = None
    kind: Kind | None = None
    papers: Names | None = None
    outcome: Literal["postponed", "withdrawn"] | None = None
    listed_as: Text | None = None
    language: LanguageKey | None = None
    continues: Names | None = None
    withheld: Withheld | None = None


class FollowUpFile(FileModel):
    """What became of an action."""

    action: Names
    date: IsoDate | None = None
    status: Literal["open", "done", "moved", "dropped"] | None = None
    to: Names | None = None
    due: Text | None = None
    note: Text | None = None


class FollowUpEntry(FileModel):
    """What became of actions by one day, between meetings."""

    date: IsoDate
    follow_up: tuple[FollowUpFile, ...]


class FollowUpLog(RootModel[tuple[FollowUpEntry, ...]]):
    """follow-up.yaml: a list of entries."""

    model_config = ConfigDict(frozen=True)


class MeetingFile(FileModel):
    """One meeting. Only `date` and `agenda` are required: what is left out is not recorded."""

    date: IsoDates
    agenda: tuple[AgendaItem, ...]
    language: LanguageKey | None = None
    status: Status | None = None
    minutes: Minutes | None = None
    approved: Approved | None = None
    chair: Names | None = None
    present: tuple[Present, ...] | None = None
    apologies: tuple[Present, ...] | None = None
    follow_up: tuple[FollowUpFile, ...] | None = None
    next_meeting: IsoDates | None = None
    form: Literal["physical", "digital", "hybrid", "written"] | None = None
    time: Text | None = None
    place: Text | None = None
    number: Text | None = None
    title: Text | None = None
    attachments: Names | None = None
