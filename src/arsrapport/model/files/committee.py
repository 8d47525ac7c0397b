"""committee.yaml, register.yaml and arsrapport.yaml."""

from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from arsrapport.model.files.base import (
    Count,
    FileModel,
    IsoDate,
    LanguageKey,
    LanguageTexts,
    Names,
    Text,
)

Role = Literal["member", "deputy", "observer", "secretary"]


class InForce(FileModel):
    """An entry that may begin and end; unknown dates are left out."""

    from_: IsoDate | None = Field(None, alias="from")
    to: IsoDate | None = None

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
    seats: Count | None = None
    role: Literal["member", "observer"] | None = None
    note: Text | None = None


class MandateFile(InForce):
    """A person's mandate, one line each."""

    name: Text
    organisation: Text | None = None
    role: Role | None = None


class WorkingGroupFile(InForce):
    """A working group: whom it sorts under, and its own folder in meetings/ if it has one."""

    name: Text
    under: Text | None = None
    committee: Text | None = None


class CommitteeFile(FileModel):
    """committee.yaml."""

    name: LanguageTexts
    language: LanguageKey | None = None
    organisations: tuple[SeatFile, ...] | None = None
    members: tuple[MandateFile, ...] | None = None
    working_groups: tuple[WorkingGroupFile, ...] | None = None


class OrganisationFile(FileModel):
    """An organisation in register.yaml."""

    name: Text
    short: Text | None = None
    listed_as: Text | None = None
    aliases: Names | None = None


class PersonFile(FileModel):
    """A person in register.yaml: one whose name alone does not tell who she is."""

    name: Text
    aliases: Names | None = None
    initials: Text | None = None
    organisations: Names | None = None


class RegisterFile(FileModel):
    """register.yaml: who is who across committees."""

    organisations: tuple[OrganisationFile, ...] | None = None
    people: tuple[PersonFile, ...] | None = None


class IgnoredFile(FileModel):
    """What `check` is not to tell of, and why."""

    code: Text
    reason: Text
    path: Text | None = None
    """A file or a folder; left out, the whole project."""


class CheckFile(FileModel):
    """What a project asks of `check`."""

    ignore: tuple[IgnoredFile, ...] | None = None
    words: dict[LanguageKey, dict[str, str | None]] | None = None
    """By language: words to avoid, each with the one to use; with none, the word is allowed."""


class ProjectFile(FileModel):
    """arsrapport.yaml: marks the project."""

    publisher: Text | None = None
    language: LanguageKey | None = None
    check: CheckFile | None = None
