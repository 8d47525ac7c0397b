"""Seats on a day, those that are filled, and how many are enough."""

from datetime import date

import pytest

from arsrapport.aggregate.seats import filling_of, quorum_of, seats_on
from arsrapport.load.project import load
from arsrapport.source.tree import MemoryTree

DAY = date(2021, 3, 10)


def committee(text, present="[]"):
    minutes = f"---\ndate: 2021-03-10\npresent: {present}\nagenda:\n  - title: Djupner\n---\n"
    files = {
        "arsrapport.yaml": "",
        "meetings/kart/committee.yaml": f"name: Kartutvalet\n{text}",
        "meetings/kart/2021/2021-03-10.md": minutes,
    }
    archive, found = load(MemoryTree({path: t.encode() for path, t in files.items()}))
    assert found == ()
    return archive.committees[0]


SEATS = """\
organisations:
  - {name: Alfa, seats: 2}
  - {name: Beta, seats: 1, to: 2021-03-10}
  - {name: Gamma, seats: 4, from: 2021-03-11}
  - {name: Delta, role: observer}
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Siv Øy, organisation: Alfa, role: secretary}
  - {name: Jon Nes, organisation: Beta}
  - {name: Una Lie, organisation: Beta, role: deputy}
  - {name: Liv Ek, organisation: Alfa, role: observer}
  - {name: Eli Vik}
"""


def test_seats_are_those_in_force_and_a_member_without_organisation_is_her_own():
    asked = committee(SEATS)

    assert seats_on(asked, date(2021, 3, 10)) == 4  # Alfa 2, Beta 1, Eli Vik
    assert seats_on(asked, date(2021, 3, 11)) == 7  # Alfa 2, Gamma 4, Eli Vik


@pytest.mark.parametrize(
    "text",
    ["", "organisations: [{name: Alfa}, {name: Beta, seats: 2}]\nmembers: [{name: Bo Li}]\n"],
)
def test_seats_that_are_not_recorded_are_not_known(text):
    assert seats_on(committee(text), DAY) is None


@pytest.mark.parametrize(
    ("present", "filled"),
    [
        ("[]", {"Alfa": 0, "Beta": 0, None: 0}),
        ("[Ragna Ås, Per Berg (Alfa), Ola Dal (Alfa)]", {"Alfa": 2, "Beta": 0, None: 0}),
        # Alfa has named one of its two members: others may fill the other seat, and that alone.
        ("[Per Berg (Alfa), Ola Dal (Alfa)]", {"Alfa": 1, "Beta": 0, None: 0}),
        ("[Per Berg (Beta)]", {"Alfa": 0, "Beta": 0, None: 0}),  # no stand-in for Jon Nes
        ("[Ragna Ås (Beta)]", {"Alfa": 0, "Beta": 0, None: 0}),
        ("[Una Lie, Liv Ek]", {"Alfa": 0, "Beta": 1, None: 0}),  # a deputy, and an observer
        ("[{name: Per Berg, organisation: Alfa, for: Siv Øy}]", {"Alfa": 1, "Beta": 0, None: 0}),
        ("[{name: Per Berg, organisation: Beta, for: Siv Øy}]", {"Alfa": 0, "Beta": 0, None: 0}),
        ("[{name: Per Berg, organisation: Beta, for: Liv Ek}]", {"Alfa": 0, "Beta": 0, None: 0}),
        ("[Eli Vik (Beta)]", {"Alfa": 0, "Beta": 0, None: 1}),  # her own, whomever she works for
        ("[Beta]", {"Alfa": 0, "Beta": 1, None: 0}),
        ("[Alfa, Ragna Ås]", {"Alfa": 1, "Beta": 0, None: 0}),
        ("[Siv Øy]", {"Alfa": 0, "Beta": 0, None: 0}),  # a secretary fills none
        ("[Eli Vik, Ukjend Gjest]", {"Alfa": 0, "Beta": 0, None: 1}),
        ("[{name: Per Berg, for: Jon Nes}]", {"Alfa": 0, "Beta": 1, None: 0}),
        ("[{name: Siv Øy, for: Ragna Ås}]", {"Alfa": 1, "Beta": 0, None: 0}),
        ("[{name: Per Berg, for: Eli Vik}]", {"Alfa": 0, "Beta": 0, None: 1}),
        ("[Ragna Ås, {name: Per Berg, for: Ragna Ås}]", {"Alfa": 1, "Beta": 0, None: 0}),
        ("[Per Berg (Delta), Ola Dal (Zeta)]", {"Alfa": 0, "Beta": 0, None: 0}),
    ],
)
def test_the_seats_that_are_filled(present, filled):
    asked = committee(SEATS, present)

    assert dict(filling_of(asked, asked.meetings[0]).by_seat) == filled


def test_a_stand_in_for_one_of_two_people_of_one_name_fills_the_seat_of_the_one_who_is_meant():
    both = """\
organisations: [{name: Alfa, seats: 1}, {name: Beta, seats: 1}]
members: [{name: Bo Li, organisation: Alfa}, {name: Bo Li, organisation: Beta}]
"""
    asked = committee(both, "[{name: Vik Ar, organisation: Beta, for: Bo Li (Beta)}]")

    assert dict(filling_of(asked, asked.meetings[0]).by_seat) == {"Alfa": 0, "Beta": 1}


def test_an_organisation_with_two_entries_in_force_has_the_seats_of_both():
    twice = "organisations: [{name: Alfa, seats: 2}, {name: Alfa, seats: 1}]\n"
    asked = committee(twice, "[A B (Alfa), C D (Alfa), E F (Alfa)]")

    assert seats_on(asked, DAY) == 3
    assert dict(filling_of(asked, asked.meetings[0]).by_seat) == {"Alfa": 3}


@pytest.mark.parametrize(
    ("rule", "seats", "needed"),
    [
        ("half", 12, 6),
        ("half", 13, 7),  # 6.5
        ("half", 1, 1),
        ("majority", 12, 7),
        ("majority", 13, 7),
        ("two-thirds", 12, 8),
        ("two-thirds", 13, 9),  # 8.67
        ("5", 12, 5),
        ("5", 3, 5),
    ],
)
def test_how_many_seats_must_be_filled(rule, seats, needed):
    below, enough = quorum_of(rule, needed - 1, seats), quorum_of(rule, needed, seats)

    assert (below.needed, below.is_reached) == (needed, False)
    assert (enough.filled, enough.seats, enough.needed, enough.is_reached) == (
        *(needed, seats, needed),
        True,
    )


@pytest.mark.parametrize(
    ("rule", "filled", "seats"), [("", 7, 12), ("half", None, 12), ("half", 7, None)]
)
def test_without_a_rule_or_known_seats_there_is_no_answer(rule, filled, seats):
    assert quorum_of(rule, filled, seats) is None


@pytest.mark.parametrize("rule", ["half", "majority", "two-thirds", "5"])
def test_the_rule_of_committee_yaml_reaches_the_archive(rule):
    assert committee(f"quorum: {rule}\n").quorum == rule
    assert committee("").quorum == ""
