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
    not_empty,
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
    """Who wrote them."""
    date: IsoDate | None = None
    """When they were written."""
    link: Text | None = None
    """Where they lie when not here."""


class Approved(FileModel):
    """When, and in which meeting (`2017-05-24` or `2017-05-24/1`), the minutes were approved."""

    date: IsoDate | None = None
    """When."""
    in_: Text | None = Field(None, alias="in")
    """The meeting that approved them, and the item: 2017-05-24/1."""


class PresentPerson(FileModel):
    """Somebody on the list of those present, or of those who sent word."""

    name: Text
    """Of a person, Name (Organisation), or an organisation."""
    organisation: Text | None = None
    """When the mandates do not tell."""
    items: Names | None = None
    """The items she was there for: `4`, `1-5`, `[2, 4]`."""
    except_: Names | None = Field(None, alias="except")
    """The items she was away for."""
    for_: Text | None = Field(None, alias="for")
    """The person she stood in for."""
    note: Text | None = None
    """Anything else, such as a clock time."""


Present = Annotated[PresentPerson, BeforeValidator(text_to(PresentPerson, "name"))]
"""`Kari Nordmann`, `Jo Berg (Kystverket)`, or a mapping."""


class Withheld(FileModel):
    """Why an item is withheld, and the title that the public sees."""

    basis: Text
    """The rule that it is withheld by: offl. § 13."""
    title: Text | None = None
    """What the public sees: Personalsak."""


class AgendaItem(FileModel):
    """An item of the agenda."""

    title: Text
    """In quotation marks when it has a colon or a # in it."""
    number: Text | None = None
    """`1/22`, `3a`, `4.1`, or `none`; left out, the item before plus one."""
    presenter: Names | None = None
    """A person, Name (Organisation), or an organisation; one or a list."""
    kind: Kind | None = None
    """What the item is for; closing is minuted, but not in the report's agenda list."""
    papers: Names | None = None
    """The papers that were sent out; one or a list."""
    outcome: Literal["postponed", "withdrawn"] | None = None
    """Listed, but not counted as treated."""
    listed_as: Text | None = None
    """What the report's agenda list says instead of the title."""
    language: LanguageKey | None = None
    """Where it differs from the meeting's."""
    continues: Names | None = None
    """Items that it goes on from: 2017-05-24/1."""
    withheld: Annotated[Withheld | None, BeforeValidator(not_empty)] = None
    """The build prints number, public title and basis only."""


class FollowUpFile(FileModel):
    """What became of an action."""

    action: Names
    """The id of an action, or several: K17-01."""
    date: IsoDate | None = None
    """From which day it counts; the meeting's last unless said."""
    status: Literal["open", "done", "moved", "dropped"] | None = None
    """Left out, the state stands as it was."""
    to: Names | None = None
    """What takes a moved action over: items or actions."""
    due: Text | None = None
    """A new due date; the first is kept and shown."""
    note: Text | None = None
    """What was said of it."""


class FollowUpEntry(FileModel):
    """What became of actions by one day, between meetings."""

    date: IsoDate
    """The day from which they count."""
    follow_up: tuple[FollowUpFile, ...]
    """What became of each action."""


class FollowUpLog(RootModel[tuple[FollowUpEntry, ...]]):
    """follow-up.yaml: a list of entries."""

    model_config = ConfigDict(frozen=True)


class MeetingFile(FileModel):
    """One meeting. Only `date` and `agenda` are required: what is left out is not recorded."""

    date: IsoDates
    """2017-03-15, or 2018-04-19/2018-04-20; the first day is the file's name."""
    agenda: tuple[AgendaItem, ...]
    """The items, in order."""
    language: LanguageKey | None = None
    """Of the minutes; else the committee's."""
    status: Status | None = None
    """A planned meeting never counts; a draft does, and its appendix says so."""
    minutes: Minutes | None = None
    """Who wrote them and when, or where they lie."""
    approved: Approved | None = None
    """When, and in which meeting."""
    chair: Names | None = None
    """Who chaired the meeting; one name or a list."""
    present: tuple[Present, ...] | None = None
    """Who was there. Left out, it was not recorded; [] is nobody."""
    apologies: tuple[Present, ...] | None = None
    """Who sent word. Left out, it was not recorded; [] is nobody."""
    follow_up: tuple[FollowUpFile, ...] | None = None
    """What this meeting heard of earlier actions."""
    next_meeting: IsoDates | None = None
    """A day or several, as date has it."""
    form: Literal["physical", "digital", "hybrid", "written"] | None = None
    """Written is by circulation, without presence."""
    time: Text | None = None
    """As it is to be printed: 10:00–15:30."""
    place: Text | None = None
    """Where it was held."""
    number: Text | None = None
    """The meeting's own: 3/2017."""
    title: Text | None = None
    """Where it has one besides its date."""
    attachments: Names | None = None
    """Files beside the meeting, named <date>-…, set as parts of its appendix."""
