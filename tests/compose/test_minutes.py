"""One meeting's minutes: the lines that the tool adds to what the secretary wrote."""

from datetime import date

import pytest
from msgspec.structs import replace

from arsrapport.compose.minutes import compose_minutes, minutes_appendix
from arsrapport.document.nodes import Definitions, List, Note, Paragraph, Section
from arsrapport.document.plain import plain_text
from arsrapport.model.archive import Meeting, Participant, Person, PublishedCommittee, Withheld
from arsrapport.source.place import Place
from compose.conftest import item, meeting

COMMITTEE = PublishedCommittee(
    "kart",
    (("nn", "Sjøkartutvalet"), ("nb", "Sjøkartutvalget"), ("en", "Committee on Charts")),
    "nn",
    (), (), (), (), (), (), Place("meetings/kart/committee.yaml"), edition="public",
)  # fmt: skip
PEOPLE = (Person("Ragna Ås", initials="raa"), Person("Bo Li", aliases=("Bo K. Li",)))


def held(language="nn", **changes) -> Meeting:
    return meeting(date(2021, 2, 3), language, **{"chair": (), "items": (), **changes})


def section(made: Meeting) -> Section:
    return minutes_appendix(made, COMMITTEE, PEOPLE, "nn")


def lines(made: Meeting) -> list[str]:
    """Every paragraph, definition and list entry under the heading, as words."""
    return [line for child in section(made).children for line in read(child)]


def read(block, lead: str = "") -> list[str]:
    match block:
        case Paragraph():
            return [lead + plain_text(block.children)]
        case Definitions():
            rows = [(child, f"{plain_text(r.term)}: ") for r in block.items for child in r.children]
        case List():
            rows = [(child, lead) for entry in block.items for child in entry.children]
        case Note():
            rows = [(child, "! ") for child in block.children]
        case Section():
            rows = [(Paragraph(block.title), "# "), *((child, "") for child in block.children)]
    return [line for child, before in rows for line in read(child, before)]


def test_the_heading_is_in_the_reports_language_and_the_title_in_that_of_the_minutes():
    made = section(held("nb"))

    assert plain_text(made.title) == "Referat 3.\u00a0februar 2021"
    assert lines(held("nb")) == ["Referat fra møte i Sjøkartutvalget 3.\u00a0februar 2021"]
    assert (made.language, made.title_language) == ("nb", "nn")


@pytest.mark.parametrize(
    ("title", "edition", "line"),
    [
        ("", "public", "Referat 3.\u00a0februar 2021 · Sjøkartutvalet"),
        ("", "internal", "Referat 3.\u00a0februar 2021 (intern utgåve) · Sjøkartutvalet"),
        ("Årsmøte i utvalet", "public", "Årsmøte i utvalet"),
    ],
)
def test_the_line_at_the_top_of_pages_says_the_date_before_a_name_that_may_be_cut(
    title, edition, line
):
    committee = replace(COMMITTEE, edition=edition)

    made = compose_minutes(held(title=title), committee, PEOPLE, "Sjøkartverket")
    assert made.titles.running == line


@pytest.mark.parametrize(
    ("by", "day", "line"),
    [
        (("Ragna Ås",), date(2021, 2, 9), ["raa, 9.2.2021"]),
        (("Ragna Ås",), None, ["raa"]),
        (("Bo Li",), date(2021, 2, 9), ["Referent: Bo Li, 9.2.2021"]),
        (("Bo Li",), None, ["Referent: Bo Li"]),
        (("Ragna Ås", "Bo Li"), None, ["Referentar: raa og Bo Li"]),
        ((), date(2021, 2, 9), ["9.2.2021"]),
        ((), None, []),
    ],
)
def test_who_wrote_the_minutes_is_told_by_initials_or_as_what_the_name_is(by, day, line):
    assert lines(held(minutes_by=by, minutes_date=day))[1:] == line


def test_the_next_meeting_may_last_several_days():
    one = held(next_meeting=(date(2021, 4, 1), date(2021, 4, 1)))
    two = held(next_meeting=(date(2021, 4, 1), date(2021, 4, 2)))

    assert lines(one)[1:] == ["Neste møte: 1.\u00a0april 2021"]
    assert lines(two)[1:] == ["Neste møte: 1.–2.\u00a0april 2021"]


def test_minutes_that_lie_elsewhere_say_where_and_are_no_draft():
    made = held(minutes_link="https://example.no/referat", status=None)
    document = compose_minutes(made, COMMITTEE, PEOPLE, "Kartverket")

    assert lines(made)[1:] == ["! Referatet ligg ein annan stad: https://example.no/referat"]
    assert not document.draft


@pytest.mark.parametrize(
    ("status", "draft"),
    [("approved", False), ("draft", True), ("for-comment", True), ("planned", True), (None, True)],
)
def test_minutes_by_themselves_are_marked_as_a_draft_unless_approved(status, draft):
    made = compose_minutes(held(status=status), COMMITTEE, PEOPLE, "Kartverket")

    assert made.draft is draft


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("draft", ["! Dette referatet er eit utkast og er ikkje godkjent."]),
        ("for-comment", ["! Dette referatet er sendt ut til merknader og er ikkje godkjent."]),
        ("approved", []),
        (None, []),
    ],
)
def test_an_appendix_says_that_its_minutes_are_not_approved_only_when_that_is_recorded(
    status, note
):
    assert lines(held(status=status))[1:] == note


def test_what_is_not_recorded_has_no_line_and_none_is_told_as_none():
    assert lines(held(present=None, apologies=None))[1:] == []
    assert lines(held(present=(), apologies=()))[1:] == ["Til stades: ingen", "Forfall: ingen"]


def test_those_present_stand_as_written_with_what_was_partial():
    people = (
        Participant("Ragna Ås", "", None, None),
        Participant("Bo Li", "Alfa", None, None, items=("4",)),
        Participant("Siv Øy", "", None, None, items=("1-3", "5")),
        Participant("Odd Lie", "Beta", None, None, away=("2",), note="digitalt"),
        Participant("Eli Vik", "", None, None, stands_in_for="Ragna Ås"),
    )

    assert lines(held(present=people))[1:] == [
        "Til stades: Ragna Ås",
        "Til stades: Bo Li (Alfa), under sak 4",
        "Til stades: Siv Øy, under sak 1–3 og 5",
        "Til stades: Odd Lie (Beta), ikkje under sak 2, digitalt",
        "Til stades: Eli Vik, møter for Ragna Ås",
    ]


def test_a_withheld_item_says_no_more_than_its_basis():
    secret = item(1, "Personalsak", "nn")
    changes = {"withheld": Withheld("offl. § 13", ""), "papers": ("Notat",), "outcome": "postponed"}
    made = held(items=(replace(secret, **changes),))

    assert lines(made)[1:] == [
        "# Personalsak",
        "! Unnateke offentlegheit, jf. offl. § 13.",
    ]


def test_an_item_that_was_postponed_says_so():
    made = held(items=(item(1, "Djupner", "nn", outcome="postponed"),))

    assert lines(made)[1:] == ["# Djupner", "! Saka er utsett."]
