"""committee.yaml, register.yaml and arsrapport.yaml."""

from typing import Literal

from pydantic import Field

from arsrapport.model.files.base import Count, FileModel, IsoDate, LanguageKey, LanguageTexts, Names

Role = Literal["member", "deputy", "observer", "secretary"]


class InForce(FileModel):
    """An entry that may begin and end; unknown dates are left out."""

    from_: IsoDate | None = Field(None, alias="from")
    to: IsoDate | None = None


class SeatFile(InForce):
    """An organisation with its seats in the committee."""

    name: str
    seats: Count | None = None
    role: Literal["member", "observer"] | None = None
    note: str | None = None


class MandateFile(InForce):
    """A person's mandate, one line each."""

    name: str
    organisation: str | None = None
    role: Role | None = None


class WorkingGroupFile(InForce):
    """A working group: whom it sorts under, and its own folder in meetings/ if it has one."""

    name: str
    under: str | None = None
    committee: str | None = None


class CommitteeFile(FileModel):
    """committee.yaml."""

    name: LanguageTexts
    language: LanguageKey | None = None
    organisations: tuple[SeatFile, ...] | None = None
    members: tuple[MandateFile, ...] | None = None
    working_groups: tuple[WorkingGroupFile, ...] | None = None


class OrganisationFile(FileModel):
    """An organisation in register.yaml."""

    name: str
    short: str | None = None
    listed_as: str | None = None
    aliases: Names | None = None


class PersonFile(FileModel):
    """A person in register.yaml: one whose name alone does not tell who she is."""

    name: str
    aliases: Names | None = None
    initials: str | None = None
    organisations: Names | None = None


class RegisterFile(FileModel):
    """register.yaml: who is who across committees."""

    organisations: tuple[OrganisationFile, ...] | None = None
    people: tuple[PersonFile, ...] | None = None


class ProjectFile(FileModel):
    """arsrapport.yaml: marks the project."""

    publisher: str | None = None
    language: LanguageKey | None = None
