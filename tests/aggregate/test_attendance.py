"""Who was there: three figures that are never mixed."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generated
from arsrapport.aggregate.attendance import attendance
from arsrapport.load.project import load
from arsrapport.model.report import Period
from arsrapport.source.tree import FolderTree, MemoryTree
from conftest import ROOT

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31))
COMMITTEE = """\
name: Kartutvalet
organisations:
  - {name: Alfa, seats: 2}
  - {name: Beta, seats: 1}
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Bo Li, organisation: Alfa}
  - {name: Siv Øy, organisation: Alfa, role: secretary}
  - {name: Jon Nes, organisation: Beta}
"""


def meeting(day, lists="", items=2):
    agenda = "".join(f"  - title: Sak nummer {n}\n" for n in range(1, items + 1))
    return f"---\ndate: {day}\n{lists}agenda:\n{agenda}---\n"


def read(meetings, committee=COMMITTEE, period=YEAR, register=""):
    files = {
        "arsrapport.yaml": "",
        "meetings/kart/committee.yaml": committee,
        "meetings/register.yaml": register,
        **{f"meetings/kart/{day[:4]}/{day}.md": text for day, text in meetings.items()},
    }
    archive, found = load(MemoryTree({path: text.encode() for path, text in files.items()}))
    assert found == ()
    (only,) = archive.committees
    return attendance(only, [m for m in only.meetings if m.counts], period)


def held(*lists, committee=COMMITTEE, **more):
    """One meeting a month, each with these lines in its front matter."""
    days = [f"2021-{number:02}-10" for number in range(1, len(lists) + 1)]
    meetings = {day: meeting(day, text) for day, text in zip(days, lists, strict=True)}
    return read(meetings, committee, **more)


def person(found, name):
    (row,) = (row for row in found.people if row.name == name)
    return row


def organisation(found, name):
    return next(
        o for o in found.organisations if (o.organisation.name if o.organisation else "") == name
    )


# --- the sample, counted by hand from the lists in the four minutes of 2017 ------------------
#                 15.3.  24.5.  20.9.  22.11.
# NAV               1      1      1      2      Aamodt; Furuberg in November
# HOD               1      1      0      2      Gjestvang; Skjæveland; Skjæveland and Huus
# Helsedirektoratet 2      1      2      2      Narbuvold (not in May), Strand
# SSB               6      6      6      4      see PEOPLE; two of them hold the secretariat
# Bufdir            2      1      2      1      Strand; Valseth in March and September
# KS                2      1      0      0      Jensen and Hellem; Gamme
# FHI               1      2      1      2      Grøholt; both; Heyerdahl; both
# ASD               1      0      0      0      Nguyen
# nobody's          0      1      2      0      Wettergren; Abrahamsen, Skjøstad
# in all           16     14     14     13

# Seats are filled by members, and nobody is said to stand in: of 57, only those of PEOPLE who are no
# secretaries count, 31.
#                 15.3.  24.5.  20.9.  22.11.
# NAV               1      1      1      1
# HOD               0      1      0      2
# Helsedirektoratet 2      1      2      2
# SSB               1      2      1      1      Brændvang; Rønning in May
# Bufdir            1      1      1      1
# KS                1      1      0      0
# FHI               1      2      1      2
# in all            7      9      6      9

SAMPLE = [  # organisation, seats, presences, represented at, people, seats filled, of
    ("NAV", 1, 5, 4, 2, 4, 4),
    ("HOD", 2, 4, 3, 3, 3, 8),
    ("Helsedirektoratet", 2, 7, 4, 2, 7, 8),
    ("SSB", 2, 22, 4, 11, 5, 8),
    ("Bufdir", 1, 6, 4, 2, 4, 4),
    ("KS", 2, 3, 2, 3, 2, 8),
    ("FHI", 2, 6, 4, 2, 6, 8),
    ("ASD", None, 1, 1, 1, 0, None),
    ("", None, 3, 2, 3, 0, None),
]
PEOPLE = {
    "Pål Eivind Aamodt": (4, 4),
    "Axel Miguel Huus": (1, 4),
    "Sissel Skjæveland": (2, 4),  # as Sissel Nordheim Skjæveland in both minutes
    "Hanne Narbuvold": (3, 4),
    "Kirsti Strand": (4, 4),
    "Ann-Kristin Brændvang": (4, 4),
    "Elisabeth Rønning": (1, 4),
    "Trond Ekornrud": (3, 4),  # not in November
    "Unni Grebstad": (4, 4),  # as Unni Beate Grebstad in May
    "Pål Strand": (4, 4),
    "Anne Gamme": (1, 4),
    "Veslemøy Hellem": (1, 4),
    "Else-Karin Grøholt": (3, 4),
    "Nora Heyerdahl": (3, 4),
}


@pytest.fixture(scope="module")
def sample():
    archive, _ = load(FolderTree(ROOT), {"kontaktutvalet"})
    (committee,) = archive.committees
    period = Period(date(2017, 1, 1), date(2017, 12, 31))
    return attendance(committee, committee.meetings, period)


def test_the_organisations_of_2017(sample):
    found = [
        (
            o.organisation.listed if o.organisation else "",
            *(o.seats, o.presences, o.represented, o.persons, o.filled, o.possible),
        )
        for o in sample.organisations
    ]

    assert found == SAMPLE


def test_the_members_of_2017(sample):
    members = [p for p in sample.people if p.role != "guest"]

    assert {p.name: (p.present, p.held) for p in members} == PEOPLE
    assert [p.name for p in members[-2:]] == ["Trond Ekornrud", "Unni Grebstad"]
    assert not any(p.has_dates for p in members)


def test_the_meetings_of_2017(sample):
    assert [(s.people, s.filled, s.seats) for s in sample.sittings] == [
        (16, 7, 12),
        (14, 9, 12),
        (14, 6, 12),
        (13, 9, 12),
    ]
    assert sample.unrecorded == ()


def test_a_part_of_a_meeting_is_shown_as_what_it_was(sample):
    (first, *others) = person(sample, "Geir Hjemås").appearances

    assert (first.state, first.items) == ("partial", ("4",))
    assert {appearance.state for appearance in others} == {"outside"}


# --- a person -------------------------------------------------------------------------------


def test_a_person_counts_over_the_meetings_held_while_her_mandate_ran_to_the_day():
    committee = COMMITTEE.replace(
        "Ragna Ås, organisation: Alfa",
        "Ragna Ås, organisation: Alfa, from: 2021-02-10, to: 2021-04-10",
    )
    lists = "present: [Ragna Ås, Bo Li]\n", *["present: [Bo Li]\n"] * 4
    found = held(*lists, committee=committee)

    member = next(p for p in found.people if (p.name, p.role) == ("Ragna Ås", "member"))
    assert [a.state for a in member.appearances] == [
        "outside",
        "absent",
        "absent",
        "absent",
        "outside",
    ]
    assert (member.present, member.held, member.has_dates) == (0, 3, True)
    guest = next(p for p in found.people if (p.name, p.role) == ("Ragna Ås", "guest"))
    assert (guest.present, guest.held) == (1, None)
    assert (person(found, "Bo Li").present, person(found, "Bo Li").held) == (5, 5)


def test_a_mandate_outside_the_period_has_no_row():
    committee = COMMITTEE.replace("Jon Nes, organisation: Beta", "Jon Nes, to: 2020-12-31")

    assert "Jon Nes" not in {p.name for p in held("present: []\n", committee=committee).people}


def test_who_sent_word_is_told_from_who_did_not():
    found = held("present: [Bo Li]\napologies: [Ragna Ås]\n")

    assert [(p.name, p.appearances[0].state) for p in found.people] == [
        ("Ragna Ås", "apologies"),
        ("Bo Li", "present"),
        ("Jon Nes", "absent"),
        ("Siv Øy", "absent"),
    ]


@pytest.mark.parametrize(
    ("entry", "state", "items", "away"),
    [
        ("{name: Bo Li, items: 1}", "partial", ("1",), ()),
        ("{name: Bo Li, items: 1-2}", "present", ("1-2",), ()),
        ("{name: Bo Li, except: 2}", "partial", (), ("2",)),
        ("Bo Li", "present", (), ()),
    ],
)
def test_partial_presence_counts_as_present(entry, state, items, away):
    found = person(held(f"present:\n  - {entry}\n"), "Bo Li")

    (appearance,) = found.appearances
    assert (appearance.state, appearance.items, appearance.away) == (state, items, away)
    assert (found.present, found.held) == (1, 1)


def test_a_meeting_without_a_list_and_one_in_writing_are_in_no_figure():
    found = held("present: [Bo Li]\n", "", "form: written\n", "form: written\npresent: [Bo Li]\n")

    assert len(found.sittings) == 1
    assert [m.id for m in found.unrecorded] == ["2021-02-10"]
    assert (person(found, "Bo Li").present, person(found, "Bo Li").held) == (1, 1)


# --- seats ----------------------------------------------------------------------------------


def test_further_people_fill_no_more_seats_and_secretaries_none():
    found = held("present: [Ragna Ås, Bo Li, Eva Dal (Alfa), Siv Øy]\n", "present: [Siv Øy]\n")

    alfa = organisation(found, "Alfa")
    assert (alfa.presences, alfa.persons, alfa.represented) == (5, 4, 2)
    assert (alfa.filled, alfa.possible) == (2, 4)
    assert [(s.filled, s.seats) for s in found.sittings] == [(2, 3), (0, 3)]


def test_a_stand_in_fills_the_seat_of_whom_she_stands_in_for():
    found = held("present:\n  - {name: Eva Dal, organisation: Gamma, for: Jon Nes}\n")

    assert organisation(found, "Beta").filled == 1
    assert organisation(found, "Beta").represented == 0
    assert organisation(found, "Gamma").represented == 1
    assert person(found, "Jon Nes").present == 0


def test_a_member_and_her_stand_in_fill_one_seat_together():
    found = held(
        "present:\n  - {name: Ragna Ås, items: 1}\n  - {name: Eva Dal, for: Ragna Ås, items: 2}\n"
    )

    assert organisation(found, "Alfa").filled == 1
    assert organisation(found, "Alfa").presences == 2


def test_an_organisation_alone_on_the_list_is_represented_and_nobody():
    found = held("present: [Beta]\n")

    beta = organisation(found, "Beta")
    assert (beta.presences, beta.persons, beta.represented, beta.filled) == (0, 0, 1, 1)
    assert found.sittings[0].people == 0


def test_seats_that_are_not_recorded_give_no_share():
    found = held("present: [Bo Li]\n", committee=COMMITTEE.replace("Beta, seats: 1", "Beta"))

    assert organisation(found, "Beta").possible is None
    assert (found.sittings[0].filled, found.sittings[0].seats) == (None, None)
    assert organisation(found, "Alfa").possible == 2


def test_a_change_of_seats_counts_from_its_day():
    committee = COMMITTEE.replace(
        "  - {name: Beta, seats: 1}\n",
        "  - {name: Beta, seats: 1, to: 2021-01-31}\n  - {name: Beta, seats: 3, from: 2021-02-01}\n",
    )
    found = held(*["present: [Jon Nes, Eva Dal (Beta)]\n"] * 2, committee=committee)

    beta = organisation(found, "Beta")
    assert (beta.filled, beta.possible, beta.seats) == (1 + 2, 1 + 3, 3)
    assert [s.seats for s in found.sittings] == [3, 5]


def test_a_member_without_an_organisation_is_her_own_seat():
    found = held(
        "present: [Ragna Ås, Eva Dal]\n",
        committee="name: Rådet\nmembers: [{name: Ragna Ås}, {name: Bo Li}]\n",
    )

    assert (found.sittings[0].filled, found.sittings[0].seats) == (1, 2)


# --- properties -----------------------------------------------------------------------------

NAMES = ["Ragna Ås", "Bo Li", "Siv Øy", "Jon Nes", "Eva Dal (Alfa)", "Per By (Gamma)", "Ola Vik"]
lists = st.lists(st.lists(st.sampled_from(NAMES), unique=True), min_size=1, max_size=5)


def front(names):
    return "present:" + ("".join(f"\n  - {name}" for name in names) or " []") + "\n"


@given(lists)
def test_totals_equal_the_sums_of_their_parts_in_every_direction(meetings):
    found = held(*map(front, meetings))

    by_meeting = sum(s.people for s in found.sittings)
    assert by_meeting == sum(map(len, meetings))
    assert by_meeting == sum(p.present for p in found.people)
    assert by_meeting == sum(o.presences for o in found.organisations)
    assert sum(s.filled for s in found.sittings) == sum(o.filled for o in found.organisations)
    assert sum(s.seats for s in found.sittings) == sum(o.possible or 0 for o in found.organisations)
    for index, sitting in enumerate(found.sittings):
        assert sitting.people == sum(p.appearances[index].is_present for p in found.people)


@given(lists)
def test_a_renamed_person_changes_no_figure(meetings):
    register = "people:\n  - {name: Bo Li, aliases: [Bo Nordli]}\n"
    renamed = [
        [("Bo Nordli" if name == "Bo Li" and n % 2 else name) for name in names]
        for n, names in enumerate(meetings)
    ]

    before, after = (held(*map(front, m), register=register) for m in (meetings, renamed))

    assert [(p.present, p.held) for p in before.people] == [
        (p.present, p.held) for p in after.people
    ]
    assert [(o.presences, o.persons, o.filled, o.represented) for o in before.organisations] == [
        (o.presences, o.persons, o.filled, o.represented) for o in after.organisations
    ]


def test_the_order_of_names_on_a_list_is_irrelevant():
    names = ["Ragna Ås", "Eva Dal (Alfa)", "Jon Nes"]
    found = {
        tuple(sorted((p.name, p.present) for p in held(front(order)).people))
        for order in permutations(names)
    }

    assert len(found) == 1


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_a_generated_committee(language, count):
    archive, _ = load(MemoryTree(generated.committee(language, count)))
    (committee,) = archive.committees

    found = attendance(committee, committee.meetings, YEAR)

    # By the rules in generated.py: the chair, a member and a new guest at each meeting.
    assert [s.people for s in found.sittings] == [3] * count
    assert [(p.present, p.held) for p in found.people if p.role == "member"] == [(count, count)] * 2
    assert len([p for p in found.people if p.role == "guest"]) == count


# --- what changes in the course of a period ---------------------------------------------------

CHANGING = """\
name: Kartutvalet
organisations:
  - {name: Alfa, seats: 2}
  - {name: Beta, seats: 1, to: 2021-02-28}
  - {name: Beta, seats: 3, from: 2021-03-01}
  - {name: Gamma, seats: 5, to: 2021-02-28}
  - {name: Delta, role: observer, from: 2021-03-01}
members:
  - {name: Ragna Ås, organisation: Alfa, to: 2021-02-10}
  - {name: Bo Li, organisation: Alfa, from: 2021-02-10}
  - {name: Bo Li, organisation: Beta, from: 2021-03-01}
  - {name: Siv Øy, organisation: Alfa, role: secretary}
  - {name: Siv Øy, organisation: Beta, from: 2021-03-10, to: 2021-03-10}
  - {name: Jon Nes, organisation: Beta, role: deputy}
"""


def test_an_organisation_is_represented_at_no_more_meetings_than_were_held_while_it_had_its_entry():
    lists = ["present: [Eva Dal (Gamma), Per Moe (Delta)]\n"] * 4

    found = held(*lists, committee=CHANGING)

    gamma, delta = (organisation(found, name) for name in ("Gamma", "Delta"))
    assert (gamma.represented, gamma.held, gamma.presences) == (2, 2, 4)
    assert (delta.represented, delta.held, delta.presences) == (2, 2, 4)


def test_the_seats_of_a_period_are_those_at_its_end():
    found = held("present: []\n", committee=CHANGING)

    assert [(o.organisation.name, o.seats) for o in found.organisations if o.role == "member"] == [
        ("Alfa", 2),
        ("Beta", 3),
        ("Gamma", 0),
    ]


def test_of_two_mandates_the_one_counts_that_the_list_says():
    lists = ["present: []\n"] * 2 + ["present: [Bo Li (Beta)]\n"]
    found = held(*lists, committee=CHANGING)

    rows = {
        p.organisation.name: (p.present, p.held)
        for p in found.people
        if (p.name, p.role) == ("Bo Li", "member")
    }
    assert rows == {"Alfa": (0, 2), "Beta": (1, 1)}  # of February and March; of March


def test_who_is_a_member_and_a_secretary_was_there_as_both():
    committee = COMMITTEE + "  - {name: Siv Øy, organisation: Alfa}\n"
    found = held("present: [Siv Øy]\n", committee=committee)

    assert {p.role: p.present for p in found.people if p.name == "Siv Øy"} == {
        "member": 1,
        "secretary": 1,
    }
    assert found.sittings[0].people == 1


def test_a_deputy_is_counted_over_no_meetings_since_nobody_says_which_she_was_called_to():
    found = held("present: [Jon Nes]\n", "present: []\n", committee=CHANGING)

    assert (person(found, "Jon Nes").present, person(found, "Jon Nes").held) == (1, None)


# A list says for whom, where there are two mandates; else the first line of committee.yaml would.
LISTED = [
    *("Ragna Ås", "Bo Li (Alfa)", "Bo Li (Beta)", "Siv Øy (Alfa)"),
    *("Jon Nes", "Eva Dal (Gamma)", "Beta"),
]


@given(
    st.lists(st.lists(st.sampled_from(LISTED), unique=True, max_size=7), max_size=5),
    st.permutations(CHANGING.split("members:\n", maxsplit=1)[0].splitlines()[2:]),
    st.permutations(CHANGING.split("members:\n")[1].splitlines()),
)
def test_figures_stay_within_what_was_held_and_the_order_of_lines_changes_none(
    lists, seats, members
):
    lines = ["name: Kartutvalet", "organisations:", *seats, "members:", *members]
    both = [
        held(*map(front, lists), committee=committee)
        for committee in (CHANGING, "\n".join(lines) + "\n")
    ]

    for o in both[0].organisations:
        assert 0 <= o.represented <= o.held <= len(lists)
        assert o.possible is None or 0 <= o.filled <= o.possible
    for p in both[0].people:
        assert p.held is None or 0 <= p.present <= p.held <= len(lists)
    before, after = (
        (
            sorted((p.name, str(p.organisation and p.organisation.name), p.role, p.present) for p in found.people),
            sorted(
                (str(o.organisation and o.organisation.name), o.presences, o.represented, o.filled, o.seats or 0)
                for o in found.organisations
            ),
            [(s.people, s.filled, s.seats) for s in found.sittings],
        )
        for found in both
    )  # fmt: skip
    assert before == after
