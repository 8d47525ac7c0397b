"""An item of an agenda, what it ended with, and what became of that."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import UNSET, Meta, UnsetType

from arsrapport.export.shapes.base import Day, Places, Shape, Text, Texts
from arsrapport.language.languages import Language
from arsrapport.model.archive import Kind

CaseType: TypeAlias = Literal["godkjenning", "orientering", "annet"]
"""The values of eInnsyn's `moetesakstype` that a kind of item has a counterpart in."""


class PresenterRecord(Shape, frozen=True, kw_only=True):
    """Who presents an item: a person or an organisation."""

    name: Annotated[Text, Meta(description="As written, without the organisation.")]
    written_organisation: Text | UnsetType = UNSET
    organisation: Text | UnsetType = UNSET
    places: Places


class DocumentRecord(Shape, frozen=True, rename={"title": "tittel"}):
    """A paper of an item (eInnsyn: Dokumentbeskrivelse)."""

    title: Annotated[Text, Meta(description="M020.")]


class ScreeningRecord(Shape, frozen=True, rename={"basis": "skjermingshjemmel"}):
    """Why an item is withheld (Noark 5: skjerming)."""

    basis: Annotated[Text, Meta(description="M501.")]


class WordingRecord(Shape, frozen=True, rename={"text": "tekstInnhold", "format": "tekstFormat"}):
    """A text (eInnsyn: Moetesaksbeskrivelse)."""

    text: str
    format: Literal["text/plain"]


class DecisionRecord(
    Shape, frozen=True, kw_only=True, rename={"text": "vedtakstekst", "date": "dato"}
):
    """A decision or a conclusion (eInnsyn: Vedtak)."""

    kind: Literal["decision", "conclusion"]
    id: Text | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    text: WordingRecord
    date: Annotated[Day, Meta(description="The meeting's last day.")]
    language: Language
    places: Places


class ActionRecord(Shape, frozen=True, kw_only=True):
    """A task decided under an item."""

    id: Text | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    text: str
    responsible: Annotated[Texts, Meta(description="As written.")]
    due: Annotated[Text, Meta(description="As written.")] | UnsetType = UNSET
    due_date: Annotated[Day, Meta(description="Where `due` is a date.")] | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    language: Language
    places: Places


class AgendaLineRecord(Shape, frozen=True, kw_only=True, rename={"title": "offentligTittel"}):
    """An item as the report's agenda list has it."""

    organisations: Annotated[Texts, Meta(description="Of the presenters, as lists call them.")]
    title: Text
    language: Language
    places: Places


class ItemRecord(
    Shape,
    frozen=True,
    kw_only=True,
    rename={
        "title": "offentligTittel",
        "case_type": "moetesakstype",
        "papers": "dokumentbeskrivelse",
        "withheld": "skjerming",
        "decisions": "vedtak",
    },
):
    """An item of the agenda (eInnsyn: Moetesak)."""

    number: Annotated[Text, Meta(description="As written or counted.")] | UnsetType = UNSET
    title: Text
    language: Language
    kind: Kind | UnsetType = UNSET
    case_type: CaseType | UnsetType = UNSET
    heading: Annotated[bool, Meta(description="Whether it only heads its sub-items.")]
    treated: Annotated[bool, Meta(description="Whether it counts in `figures.items`.")]
    outcome: Literal["postponed", "withdrawn"] | UnsetType = UNSET
    withheld: ScreeningRecord | UnsetType = UNSET
    presenter: tuple[PresenterRecord, ...]
    papers: tuple[DocumentRecord, ...]
    continues: Annotated[Texts, Meta(description="Items that it goes on from: `2017-05-24/1`.")]
    listed: (
        Annotated[
            AgendaLineRecord,
            Meta(description="Left out for a closing item and in a meeting that does not count."),
        ]
        | UnsetType
    ) = UNSET
    text: Annotated[Text, Meta(description="What was minuted, as plain text.")] | UnsetType = UNSET
    decisions: tuple[DecisionRecord, ...]
    actions: tuple[ActionRecord, ...]
    places: Places


class FollowUpRecord(Shape, frozen=True, kw_only=True):
    """What became of actions."""

    action: Annotated[Texts, Meta(description="Ids of actions.")]
    date: Day
    status: Literal["open", "done", "moved", "dropped"] | UnsetType = UNSET
    to: Texts
    due: Annotated[Text, Meta(description="As written.")] | UnsetType = UNSET
    due_date: Annotated[Day, Meta(description="Where `due` is a date.")] | UnsetType = UNSET
    note: Text | UnsetType = UNSET
    places: Places
