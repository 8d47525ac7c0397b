"""People outside their mandates, members left out, seats; both sides of each border."""

import pytest

from people_findings import PATH, people_findings

COMMITTEE = """\
name: Kartutvalet
organisations: [{name: Alfa}, {name: Beta}]
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Bo-Erik Li, organisation: Beta, to: 2021-02-28}
  - {name: Una Dal, organisation: Beta, from: 2021-03-01}
  - {name: Tor Moe, organisation: Alfa, role: secretary}
  - {name: Gro Vik, organisation: Alfa, role: deputy, to: 2020-12-31}
"""

REGISTER = """\
people:
  - {name: Siv Øy, aliases: [Siv Marie Øy]}
  - {name: Bo-Erik Li, aliases: [Bosse Li]}
"""


def findings(*fronts, code, committee=COMMITTEE, register=REGISTER, more=None):
    found = people_findings(
        *fronts, codes=(code,), committee=committee, register=register, more=more
    )
    return [(file, *arguments) for _, file, *arguments in found]


# --- AR309 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "spanned"),
    [
        ("Bo-Erik Li", "Bo-Erik Li"),
        ("bo-erik li", "bo-erik li"),
        ("Bosse Li", "Bosse Li"),
        ("{name: Bo-Erik Li, items: 1}", "Bo-Erik Li"),
        ("Gro Vik", "Gro Vik"),
    ],
)
def test_somebody_present_for_nobody_outside_her_mandate_is_told(entry, spanned):
    assert findings(f"present: [{entry}]\n", code="AR309") == [
        ("2021-03-01", spanned, "2021-03-01")
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Ragna Ås",
        "Una Dal",
        "Tor Moe",
        "Bo-Erik Li (Gamma)",
        "{name: Bo-Erik Li, organisation: Beta}",
        "{name: Bo-Erik Li, for: Una Dal}",
        "{name: Bo-Erik Li, for: Siv Øy}",
        "Siv Øy",
        "Ukjend Mann",
        "Alfa",
    ],
)
def test_a_guest_or_a_member_in_force_is_not_told(entry):
    assert findings(f"present: [{entry}]\n", code="AR309") == []


def test_to_send_word_needs_no_mandate():
    assert findings("apologies: [Bo-Erik Li]\n", code="AR309") == []


@pytest.mark.parametrize(
    ("days", "count"),
    [("2021-02-28/2021-03-01", 0), ("2021-02-27/2021-02-28", 0), ("2021-03-01/2021-03-02", 1)],
)
def test_a_mandate_that_is_in_force_on_one_day_of_a_meeting_is_enough(days, count):
    first = days[:10]
    text = f"---\ndate: {days}\nagenda: [title: Straum]\npresent: [Bo-Erik Li]\n---\n"

    text = text.replace("[title: Straum]", "\n  - title: Straum")
    found = findings(code="AR309", more={f"meetings/kart/2021/{first}.md": text})

    assert len(found) == count


# --- AR314 ------------------------------------------------------------------------------------


def test_a_member_on_neither_list_is_told_where_the_minutes_list_absentees():
    found = findings("present: [Tor Moe]\napologies: [Ragna Ås]\n", code="AR314")

    assert found == [("2021-03-01", "apologies", "Una Dal")]


@pytest.mark.parametrize(
    "front",
    [
        "present: [Una Dal]\napologies: [Ragna Ås]\n",
        "present: [Una Dal]\napologies: []\n",
        "present: [Una Dal]\napologies:\n",
        "present: [Una Dal]\n",
        "apologies: [Ragna Ås]\n",
        "present: []\napologies: [Ragna Ås]\n",
        "present: [Tor Moe]\napologies: [Ragna Ås]\nform: written\n",
        "present: [Tor Moe]\napologies: [Ragna Ås]\nstatus: planned\n",
        "present: [{name: Siv Øy, for: Una Dal}]\napologies: [Ragna Ås]\n",
        "present: [Siv Øy]\napologies: [Ragna Ås, {name: Siv Lid, for: Una Dal (Beta)}]\n",
        "present: [Beta]\napologies: [Ragna Ås]\n",
        "present: [Siv Øy]\napologies: [Ragna Ås, Beta]\n",
        "present: [Una Bø Dal (Gamma)]\napologies: [Ragna Ås]\n",
        "present: [Siv Øy]\napologies: [Ragna Ås, U. Dal]\n",
    ],
)
def test_nothing_is_told_without_evidence_that_she_is_left_out(front):
    assert findings(front, code="AR314") == []


def test_only_members_whose_mandate_is_in_force_all_days_are_missed():
    text = "---\ndate: 2021-02-28/2021-03-01\nagenda:\n  - title: S\npresent: [Tor Moe]\napologies: [Siv Øy]\n---\n"

    found = findings(code="AR314", more={"meetings/kart/2021/2021-02-28.md": text})

    assert found == [("2021-02-28", "apologies", "Ragna Ås")]


def test_a_member_with_two_mandates_is_missed_once():
    committee = """\
name: Kart
members:
  - {name: Siv Marie Øy, organisation: Alfa}
  - {name: Siv Øy, organisation: Beta}
"""
    front = "present: [Gro Vik]\napologies: [Tor Moe]\n"

    found = findings(front, code="AR314", committee=committee)

    assert found == [("2021-03-01", "apologies", "Siv Marie Øy")]


# --- AR315 ------------------------------------------------------------------------------------


def seats(organisations, members, register=""):
    committee = f"name: Kart\norganisations:\n{organisations}members:\n{members}"
    return findings(code="AR315", committee=committee, register=register)


TWO = "  - {name: Kari Ås, organisation: Alfa}\n  - {name: Bo Li, organisation: Alfa}\n"


@pytest.mark.parametrize(
    ("organisations", "members", "expected"),
    [
        ("  - {name: Alfa, seats: 1}\n", TWO, [("1", "2", "Alfa")]),
        ("  - {name: Alfa, seats: 2}\n", TWO, []),
        ("  - {name: Alfa}\n", TWO, []),
        ("  - {name: Alfa, seats: 0}\n", TWO, [("0", "2", "Alfa")]),
        ("  - {name: Alfa, seats: 1, role: observer}\n", TWO, []),
        ("  - {name: Beta, seats: 1}\n  - {name: Alfa}\n", TWO, []),
        ("  - {name: Alfa, seats: 1}\n", TWO.replace("Alfa}", "Alfa, role: deputy}", 1), []),
        ("  - {name: Alfa, seats: 1}\n", TWO.replace("Alfa}", "Alfa, role: secretary}", 1), []),
        ("  - {name: Alfa, seats: 1}\n", TWO.replace("Alfa}", "Alfa, role: observer}", 1), []),
        ("  - {name: Alfa, seats: 1}\n", TWO.replace("Bo Li", "Kari Ås"), []),
        ("  - {name: Alfa, seats: 1}\n  - {name: Alfa, seats: 1}\n", TWO, []),
        ("  - {name: Alfa, seats: 1}\n  - {name: Alfa}\n", TWO, []),
        ("  - {name: Alfa, seats: 1, to: 2019-12-31}\n", TWO, [("1", "2", "Alfa")]),
        ("  - {name: Alfa, seats: 1, to: 2019-12-31}\n  - {name: Alfa, seats: 2, from: 2020-01-01}\n", TWO.replace("Alfa}", "Alfa, from: 2020-01-01}", 1), []),
        ("  - {name: Alfa, seats: 2, to: 2019-12-31}\n  - {name: Alfa, seats: 1, from: 2020-01-01}\n", TWO, [("1", "2", "Alfa")]),
    ],
)  # fmt: skip
def test_more_members_in_force_than_seats_are_told(organisations, members, expected):
    found = seats(organisations, members)

    assert [line[1:] for line in found] == [(line[0], *sorted(line[1:])) for line in expected]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("to: 2020-06-30", "from: 2020-07-01", 0),
        ("to: 2020-06-30", "from: 2020-06-30", 1),
        ("from: 2020-07-01", "to: 2020-06-30", 0),
        ("from: 2020-07-01, to: 2021-06-30", "from: 2021-06-30", 1),
        ("to: 9999-12-31", "from: 2021-06-30", 1),
        ("to: 9999-12-31", "from: 9999-12-31", 1),
    ],
)
def test_members_count_on_the_same_day(first, second, count):
    members = (
        f"  - {{name: Kari Ås, organisation: Alfa, {first}}}\n"
        f"  - {{name: Bo Li, organisation: Alfa, {second}}}\n"
    )

    assert len(seats("  - {name: Alfa, seats: 1}\n", members)) == count


def test_the_seats_that_are_told_are_those_in_force_on_the_worst_day():
    organisations = (
        "  - {name: Alfa, seats: 3, to: 2019-12-31}\n  - {name: Alfa, seats: 1, from: 2020-01-01}\n"
    )
    members = f"{TWO}  - {{name: Una Dal, organisation: Alfa, from: 2021-01-01}}\n"

    assert seats(organisations, members) == [("committee", "1", "3", "Alfa")]


def test_an_organisation_is_one_by_all_its_names():
    register = "organisations: [{name: Alfa institutt, short: Alfa}]\n"
    members = TWO.replace("Alfa}", "Alfa institutt}", 1)

    assert seats("  - {name: Alfa, seats: 1}\n", members, register) == [
        ("committee", "1", "2", "Alfa institutt")
    ]


# --- AR316 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "spanned"),
    [
        ("Bo-Erik Li", "Bo-Erik Li"),
        ("Siv Øy", "Siv Øy"),
        ("Ukjend Mann (Beta)", "Ukjend Mann"),
        ("Alfa", "Alfa"),
        ("Gro Vik", "Gro Vik"),
    ],
)
def test_a_stand_in_for_somebody_without_a_mandate_in_force_is_told(name, spanned):
    front = f"present: [{{name: Kari Lid, for: {name}}}]\n"

    assert findings(front, code="AR316") == [("2021-03-01", spanned, "2021-03-01")]


@pytest.mark.parametrize(
    "entry",
    [
        "{name: Kari Lid, for: Ragna Ås}",
        "{name: Kari Lid, for: Una Dal (Beta)}",
        "{name: Kari Lid, for: Tor Moe}",
        "{name: Kari Lid, for: U. Dal}",
        "{name: Kari Lid, for: Ragna Aas}",
        "Kari Lid",
    ],
)
def test_a_stand_in_for_a_member_is_not_told(entry):
    assert findings(f"present: [{entry}]\n", code="AR316") == []


@pytest.mark.parametrize(
    "committee",
    [
        "name: Kart\n",
        "name: Kart\nmembers: [{name: Tor Moe, role: secretary}]\n",
        "name: Kart\nmembers: [{name: Tor Moe, to: 2020-12-31}]\n",
    ],
)
def test_where_no_members_are_recorded_anybody_may_have_been_one(committee):
    front = "present: [{name: Kari Lid, for: Siv Øy}]\n"

    assert findings(front, code="AR316", committee=committee) == []


def test_where_a_file_is_broken_a_mandate_may_be_missing():
    broken = {PATH.format(2): "---\ndate: [\n---\n"}
    front = "present: [{name: Kari Lid, for: Siv Øy}, Bo-Erik Li]\napologies: [Ragna Ås]\n"

    assert findings(front, code="AR316", more=broken) == []
    assert findings(front, code="AR314", more=broken) == []
    assert findings(front, code="AR309", more=broken) != []
