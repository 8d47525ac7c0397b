"""Who was there and was not, twice, or in another's place; both sides of each border."""

import pytest

from people_findings import people_findings

COMMITTEE = """\
name: Kartutvalet
organisations: [{name: Alfa}, {name: Beta}]
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Bo Li, organisation: Beta}
"""

REGISTER = """\
people:
  - {name: Kari Vik, organisations: [Alfa], aliases: [Kari Berg Vik]}
  - {name: Kari Vik, organisations: [Beta]}
  - {name: Siv Øy, aliases: [Siv Marie Øy]}
"""

AGENDA = "  - title: Straum\n  - title: Farleier\n  - {title: Merke, number: none}\n"

CODES = ("AR305", "AR306", "AR310", "AR311")


def findings(front):
    found = people_findings(AGENDA + front, register=REGISTER, committee=COMMITTEE, codes=CODES)
    return [(code, *arguments) for code, _, *arguments in found]


def lists(present, apologies):
    return findings(f"present: [{present}]\napologies: [{apologies}]\n")


# --- AR305 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("present", "apologies", "spanned"),
    [
        ("Ragna Ås", "Ragna Ås", "Ragna Ås"),
        ("Ragna Ås (Alfa)", "ragna ås", "ragna ås"),
        ("Gro Dal", "Gro Dal (Gamma)", "Gro Dal"),
        ("Gro Dal (Gamma)", "Gro Dal (Gamma)", "Gro Dal"),
        ("Siv Øy", "Siv Marie Øy", "Siv Marie Øy"),
        ("Kari Vik (Alfa)", "Kari Vik (Alfa)", "Kari Vik"),
        ("{name: Ragna Ås, items: 1}", "Ragna Ås", "Ragna Ås"),
        ("{name: Ragna Ås, items: 1-2}", "{name: Ragna Ås, items: [2, 3]}", "Ragna Ås"),
        ("{name: Ragna Ås, except: 1}", "{name: Ragna Ås, items: 2}", "Ragna Ås"),
        ("{name: Ragna Ås, except: 1-3}", "Ragna Ås", "Ragna Ås"),
        ("{name: Ragna Ås, note: digitalt}", "Ragna Ås", "Ragna Ås"),
        ("'Bo Li', Ragna Ås", '"Ragna Ås (Alfa)"', "Ragna Ås"),
    ],
)
def test_somebody_on_both_lists_for_the_same_items_is_told(present, apologies, spanned):
    found = lists(present, apologies)

    assert [line[:2] for line in found] == [("AR305", spanned)]


@pytest.mark.parametrize(
    ("present", "apologies"),
    [
        ("Ragna Ås", "Bo Li"),
        ("{name: Ragna Ås, items: 1}", "{name: Ragna Ås, items: 2-3}"),
        ("{name: Ragna Ås, except: 2-3}", "{name: Ragna Ås, items: 2-3}"),
        ("{name: Ragna Ås, note: til kl. 12}", "Ragna Ås"),
        ("Ragna Ås", "{name: Ragna Ås, note: siste del av møtet}"),
        ("{name: Ragna Ås, except: 9}", "{name: Ragna Ås, items: 9}"),
        ("Gro Dal (Gamma)", "Gro Dal (Delta)"),
        ("Kari Vik (Alfa)", "Kari Vik (Beta)"),
        ("Kari Vik", "Kari Vik"),
        ("Kari Vik (Gamma)", "Kari Vik (Gamma)"),
        ("Alfa", "Alfa"),
    ],
)
def test_somebody_who_may_be_right_on_both_lists_is_not_told(present, apologies):
    assert lists(present, apologies) == []


def test_with_nothing_on_the_agenda_both_lists_still_contradict_each_other():
    front = "present: [Ragna Ås]\napologies: [Ragna Ås]\n"
    text = f"---\ndate: 2021-04-01\nagenda: []\n{front}---\n"
    more = {"meetings/kart/2021/2021-04-01.md": text}

    found = people_findings(codes=CODES, committee=COMMITTEE, more=more)

    assert found == [("AR305", "2021-04-01", "Ragna Ås")]


# --- AR306 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "listed",
    [
        "Ragna Ås, Bo Li, Ragna Ås",
        "Ragna Ås (Alfa), Ragna Ås",
        "{name: Ragna Ås, items: 1-2}, {name: Ragna Ås, items: 2-3}",
        "Ragna Ås, {name: Ragna Ås, note: digitalt}",
        "{name: Ragna Ås, for: Bo Li}, {name: Ragna Ås}",
    ],
)
def test_somebody_on_one_list_twice_is_told_at_the_second(listed):
    present = findings(f"present: [{listed}]\n")
    apologies = findings(f"apologies: [{listed}]\n")

    assert present == [("AR306", "Ragna Ås", "present")]
    assert apologies == [("AR306", "Ragna Ås", "apologies")]


@pytest.mark.parametrize(
    "listed",
    [
        "{name: Ragna Ås, items: 1}, {name: Ragna Ås, items: 2-3}",
        "{name: Ragna Ås, note: til kl. 12}, {name: Ragna Ås, note: frå kl. 14}",
        "Ragna Ås (Alfa), Ragna Ås (Beta)",
        "Kari Vik (Alfa), Kari Vik (Beta)",
        "Kari Vik, Kari Vik",
        "Alfa, Alfa",
    ],
)
def test_somebody_who_may_be_right_twice_is_not_told(listed):
    assert findings(f"present: [{listed}]\n") == []


def test_somebody_three_times_on_a_list_is_told_twice():
    assert len(findings("present: [Ragna Ås, Ragna Ås, Ragna Ås]\n")) == 2


# --- AR310 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("for: Ragna Ås", "for: Ragna Ås"),
        ("for: Ragna Ås", "for: ragna ås"),
        ("for: Ragna Ås, items: 1-2", "for: Ragna Ås, items: 2"),
        ("for: Gro Moe", "for: Gro Moe"),
    ],
)
def test_two_people_in_one_seat_are_told_at_the_second(first, second):
    found = findings(f"present: [{{name: Gro Dal, {first}}}, {{name: Tor Vik, {second}}}]\n")

    spanned = second.partition(",")[0].removeprefix("for: ")
    assert [(code, words, rest[-1]) for code, words, *rest in found] == [
        ("AR310", spanned, "Gro Dal")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("for: Ragna Ås", "for: Bo Li"),
        ("for: Ragna Ås, items: 1", "for: Ragna Ås, items: 2-3"),
        ("for: Ragna Ås, note: til 12.00", "for: Ragna Ås"),
        ("for: Alfa", "for: Alfa"),
        ("for: Kari Vik", "for: Kari Vik"),
        ("for: Ragna Ås", "note: for Ragna Ås"),
    ],
)
def test_two_people_in_two_seats_or_after_each_other_are_not_told(first, second):
    front = f"present: [{{name: Gro Dal, {first}}}, {{name: Tor Vik, {second}}}]\n"

    assert findings(front) == []


def test_one_person_twice_in_one_seat_is_told_as_that():
    found = findings("present: [{name: Gro Dal, for: Bo Li}, {name: Gro Dal, for: Bo Li}]\n")

    assert found == [("AR306", "Gro Dal", "present")]


# --- AR311 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stand_in", "member"),
    [
        ("for: Ragna Ås", "Ragna Ås"),
        ("for: Ragna Ås (Alfa)", "Ragna Ås (Alfa)"),
        ("for: Siv Marie Øy", "Siv Øy"),
        ("for: Ragna Ås", "{name: Ragna Ås, items: 1}"),
        ("for: Ragna Ås, items: 1-2", "{name: Ragna Ås, except: 1}"),
    ],
)
def test_a_stand_in_for_somebody_present_is_told(stand_in, member):
    found = findings(f"present: [{{name: Gro Dal, {stand_in}}}, {member}]\n")

    assert [line[0] for line in found] == ["AR311"]
    assert found[0][1] == stand_in.partition(",")[0].removeprefix("for: ")


@pytest.mark.parametrize(
    ("stand_in", "member"),
    [
        ("for: Ragna Ås", "Bo Li"),
        ("for: Ragna Ås, items: 1", "{name: Ragna Ås, except: 1}"),
        ("for: Ragna Ås", "{name: Ragna Ås, note: frå kl. 14}"),
        ("for: Ragna Ås, note: siste del", "Ragna Ås"),
        ("for: Kari Vik", "Kari Vik (Alfa)"),
        ("for: Kari Berg Vik", "Kari Vik"),
        ("for: Alfa", "Alfa"),
    ],
)
def test_a_stand_in_for_somebody_away_is_not_told(stand_in, member):
    assert findings(f"present: [{{name: Gro Dal, {stand_in}}}, {member}]\n") == []


# --- all of them ------------------------------------------------------------------------------


def test_a_sub_item_is_attended_with_its_heading():
    agenda = "  - {title: Straum, number: 4}\n  - {title: Botn, number: 4.1}\n"
    front = "present: [{name: Ragna Ås, items: 4}]\napologies: [{name: Ragna Ås, items: 4.1}]\n"

    found = people_findings(agenda + front, codes=CODES, committee=COMMITTEE)

    assert found == [("AR305", "2021-03-01", "Ragna Ås")]


def test_a_meeting_larger_than_any_takes_no_longer_for_it():
    entries = ", ".join(["{name: Ragna Ås, items: 1-3000}"] * 400)
    agenda = "".join(f"  - title: Sak {n}\n" for n in range(3000))

    assert people_findings(f"{agenda}present: [{entries}]\n", codes=CODES) == []
