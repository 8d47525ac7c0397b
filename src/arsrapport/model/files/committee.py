"""committee.yaml, register.yaml and arsrapport.yaml."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from arsrapport.model.files.base import (
    Count,
    FileModel,
    IsoDate,
    LanguageKey,
    LanguageTexts,
    Names,
    Quorum,
    Text,
    not_empty,
)

Role = Literal["member", "deputy", "observer", "secretary"]


class InForce(FileModel):
    """An entry that may begin and end; unknown dates are left out."""

    from_: IsoDate | None = Field(None, alias="from")
    """The first day; left out, it counts as always."""
    to: IsoDate | None = None
    """The last day; left out, it still goes on."""

    @field_validator("to")
    @classmethod
    def _ends_after_it_begins(cls, to: date | None, info: ValidationInfo) -> date | None:
        first = info.data.get("from_")
        if to and first and to < first:
            raise PydanticCustomError("reversed", "the last day comes before the first")
        return to


class SeatFile(InForce):
    """An organisation with its seats in the committee."""

    name: Text
    """As in register.yaml, or as the organisation calls itself."""
    seats: Count | None = None
    """How many places it has in the committee."""
    role: Literal["member", "observer"] | None = None
    """Member unless said."""
    note: Text | None = None
    """Printed as the status in the list of seats."""


class MandateFile(InForce):
    """A person's mandate, one line each."""

    name: Text
    """Of the person."""
    organisation: Text | None = None
    """For which she is there; left out, she is her own."""
    role: Role | None = None
    """Member unless said."""


class WorkingGroupFile(InForce):
    """A working group: whom it sorts under, and its own folder in meetings/ if it has one."""

    name: Text
    """Of the group."""
    under: Text | None = None
    """Whom it sorts under."""
    committee: Text | None = None
    """Its own folder in meetings/."""


class CommitteeFile(FileModel):
    """committee.yaml."""

    name: LanguageTexts
    """As it stands within a sentence: a text, or one for each language."""
    language: LanguageKey | None = None
    """Of its reports, and of minutes that do not say."""
    organisations: tuple[SeatFile, ...] | None = None
    """Those represented, and with how many seats."""
    members: tuple[MandateFile, ...] | None = None
    """Mandates: a change closes the old line and adds a new one."""
    working_groups: tuple[WorkingGroupFile, ...] | None = None
    """The groups that the committee has set up."""
    quorum: Quorum | None = None
    """How many seats must be filled: `half`, `majority`, `two-thirds`, or a number."""


class OrganisationFile(FileModel):
    """An organisation in register.yaml."""

    name: Text
    """In full."""
    short: Text | None = None
    """A short form, such as an abbreviation."""
    listed_as: Text | None = None
    """What lists call it; else the short name."""
    aliases: Names | None = None
    """Other names that it goes by."""


class PersonFile(FileModel):
    """A person in register.yaml: one whose name alone does not tell who she is."""

    name: Text
    """In full."""
    aliases: Names | None = None
    """Other spellings of the name."""
    initials: Text | None = None
    """What the minutes are signed with."""
    organisations: Names | None = None
    """Those she is of, to tell two people of one name apart."""
    public: Annotated[Literal["initials"] | None, BeforeValidator(not_empty)] = None
    """What the public edition calls her by; left out, her name."""


class RegisterFile(FileModel):
    """register.yaml: who is who across committees."""

    organisations: tuple[OrganisationFile, ...] | None = None
    """Those that go by more than one name."""
    people: tuple[PersonFile, ...] | None = None
    """Two names that both stand here are two people."""


class IgnoredFile(FileModel):
    """What `check` is not to tell of, and why."""

    code: Text
    """AR301, or the beginning of several: AR8."""
    reason: Text
    """Why it is right as it is."""
    path: Text | None = None
    """A file or a folder; left out, the whole project."""


class CheckFile(FileModel):
    """What a project asks of `check`."""

    ignore: tuple[IgnoredFile, ...] | None = None
    """What is not to be told, in the whole project or in a part of it."""
    words: dict[LanguageKey, dict[Text, Text | None]] | None = None
    """By language: words to avoid, each with the one to use; with none, the word is allowed."""


class ProjectFile(FileModel):
    """arsrapport.yaml: marks the project."""

    publisher: Text | None = None
    """Who publishes the reports."""
    language: LanguageKey | None = None
    """Of reports and minutes that do not say, and of messages; nn unless said."""
    check: CheckFile | None = None
    """What the project asks of arsrapport check."""
