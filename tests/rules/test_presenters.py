"""Presenters and chairs who were not there; both sides of each border."""

import pytest

from people_findings import PATH, people_findings

COMMITTEE = """\
name: Kartutvalet
organisations: [{name: Alfa}, {name: Beta}]
members:
  - {name: Ragna Ås, organisation: Alfa}
  - {name: Bo-Erik Li, organisation: Beta}
"""

REGISTER = """\
organisations: [{name: Gamma fylke, short: Gamma}]
people:
  - {name: Siv Øy, aliases: [Siv Marie Øy]}
  - {name: Kari Vik, organisations: [Alfa]}
  - {name: Kari Vik, organisations: [Beta]}
"""

CODES = ("AR312", "AR313", "AR317")


def findings(front, more=None, register=REGISTER, committee=COMMITTEE):
    found = people_findings(front, codes=CODES, register=register, committee=committee, more=more)
    return [(code, *arguments) for code, _, *arguments in found]


def presented(by, present, apologies="", more=""):
    lists = f"present: [{present}]\n" + (f"apologies: [{apologies}]\n" if apologies else "")
    return findings(f"  - {{title: Straum, presenter: {by}}}\n{lists}{more}")


# --- AR312 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("presenter", "spanned"),
    [
        ("Ragna Ås", "Ragna Ås"),
        ("Ragna Ås (Alfa)", "Ragna Ås"),
        ("Siv Marie Øy", "Siv Marie Øy"),
        ("Kari Vik", "Kari Vik"),
        ("Gro Dal (Delta)", "Gro Dal"),
        ("Gro Dal (Gamma)", "Gro Dal"),
        ("'Gro Dal (Gamma)'", "Gro Dal"),
        ("[Tor Moe, Gro Dal (Gamma)]", "Gro Dal"),
    ],
)
def test_a_presenter_who_is_known_and_not_on_the_list_is_told(presenter, spanned):
    assert presented(presenter, "Tor Moe, Alfa-Ina Berg (Beta)") == [("AR312", spanned)]


def test_a_presenter_who_sent_word_is_told():
    assert presented("Gro Dal", "Tor Moe", "Gro Dal") == [("AR312", "Gro Dal")]
    assert presented("Gro Dal", "Tor Moe", "Una Dal") == []


@pytest.mark.parametrize(
    ("presenter", "present"),
    [
        ("Ragna Ås", "Ragna Ås"),
        ("Ragna Ås (Beta)", "ragna ås"),
        ("Siv Marie Øy", "Siv Øy"),
        ("Kari Vik", "Kari Vik (Alfa)"),
        ("Gro Dal (Gamma)", "Gro Dal (Gamma)"),
        ("Gro Dal", "Tor Moe"),
        ("Gro Dal (digitalt)", "Tor Moe"),
        ("Alfa", "Tor Moe"),
        ("Gamma", "Tor Moe"),
        ("Sekretariatet", "Tor Moe"),
        ("Gro Dal (Alfa)", "Tor Moe, Alfa"),
        ("Ragna Ås", "Alfa"),
        ("Dal (Gamma)", "Gro Dal"),
        ("G. Dal (Gamma)", "Gro Dal"),
        ("Gro Dal (Gamma)", "Gro Berg Dal"),
        ("Bo Erik Li", "Bo-Erik Li"),
        ("Kirsti Stranda (Gamma)", "Kristi Stranda"),
        ("Gro Dal og Tor Moe (Gamma)", "Tor Moe"),
        ("Gamma/Gro Dal (Gamma)", "Tor Moe"),
    ],
)
def test_a_presenter_who_may_be_there_or_is_nobody_known_is_not_told(presenter, present):
    assert presented(presenter, present) == []


@pytest.mark.parametrize(
    "front",
    [
        "  - {title: Straum, presenter: Ragna Ås}\n",
        "  - {title: Straum, presenter: Ragna Ås}\npresent:\n",
        "  - {title: Straum, presenter: Ragna Ås}\npresent: []\n",
        "  - {title: Straum, presenter: Ragna Ås}\npresent: [Tor Moe]\nstatus: planned\n",
        "  - {title: Straum, presenter: Ragna Ås}\npresent: [Tor Moe]\nform: written\n",
        "  - {title: Straum, presenter: Ragna Ås, outcome: postponed}\npresent: [Tor Moe]\n",
        "  - {title: Straum, presenter: Ragna Ås, outcome: withdrawn}\npresent: [Tor Moe]\n",
    ],
)
def test_nothing_is_told_where_presence_is_not_recorded_or_the_item_not_treated(front):
    assert findings(front) == []


def test_a_presenter_is_told_for_each_item():
    front = (
        "  - {title: Straum, presenter: Ragna Ås}\n  - {title: Botn, presenter: [Ragna Ås]}\n"
        "present: [Tor Moe]\n"
    )

    assert findings(front) == [("AR312", "Ragna Ås"), ("AR312", "Ragna Ås")]


def test_where_a_file_is_broken_an_alias_may_be_missing():
    front = "  - {title: Straum, presenter: Gro Dal (Gamma)}\npresent: [Tor Moe]\nchair: Gro Dal\n"

    assert [code for code, *_ in findings(front)] == ["AR312", "AR317"]
    assert findings(front, more={PATH.format(2): "---\ndate: [\n---\n"}) == []


# --- AR313 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{name: Ragna Ås, items: 1}", True),
        ("{name: Ragna Ås, except: 2}", True),
        ("{name: Ragna Ås, items: [1, 3]}", True),
        ("{name: Ragna Ås, items: 1}, {name: Ragna Ås, items: 3}", True),
        ("{name: Ragna Ås, items: 2}", False),
        ("{name: Ragna Ås, items: 1-3}", False),
        ("{name: Ragna Ås, except: 3}", False),
        ("Ragna Ås", False),
        ("{name: Ragna Ås, items: 1}, {name: Ragna Ås, items: 2}", False),
        ("{name: Ragna Ås, items: [1, 9]}", False),
    ],
)
def test_a_presenter_who_was_there_but_not_for_the_item_is_told(entry, expected):
    agenda = "  - {title: Straum, presenter: Ragna Ås (Alfa)}\n  - title: Botn\n"

    found = findings(f"{agenda}present: [{entry}]\n")

    assert found == ([("AR313", "Ragna Ås", "2")] if expected else [])


def test_a_guest_is_told_too_and_by_the_title_of_an_item_without_a_number():
    agenda = "  - {title: Straum, presenter: Gro Dal, number: none}\n"

    found = findings(f"{agenda}present: [{{name: Gro Dal, items: 1}}]\n")

    assert found == [("AR313", "Gro Dal", "Straum")]


def test_of_two_people_of_one_name_either_may_present():
    agenda = "  - {title: Straum, presenter: Kari Vik}\n"
    entries = "{name: Kari Vik, organisation: Alfa, items: 1}, {name: Kari Vik, organisation: Beta}"

    assert findings(f"{agenda}present: [{entries}]\n") == []


@pytest.mark.parametrize(
    ("numbers", "items", "expected"),
    [
        (("4", "4.1"), "4.1", []),
        (("4", "4.1"), "1", [("AR313", "Ragna Ås", "4.1")]),
        (("4", "4.1"), "4", []),
    ],
)
def test_a_heading_is_presented_by_whoever_is_there_for_a_sub_item(numbers, items, expected):
    agenda = "".join(f"  - {{title: S, number: {n}, presenter: Ragna Ås}}\n" for n in numbers)

    assert findings(f"{agenda}present: [{{name: Ragna Ås, items: {items}}}]\n") == expected


def test_a_postponed_item_needs_nobody():
    agenda = "  - {title: Straum, presenter: Ragna Ås, outcome: postponed}\n"

    assert findings(f"{agenda}present: [{{name: Ragna Ås, items: 1}}]\n") == []


# --- AR317 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chair", "spanned"),
    [
        ("Ragna Ås", "Ragna Ås"),
        ("Ragna Ås (Alfa)", "Ragna Ås"),
        ("Una Dal", "Una Dal"),
        ("[Tor Moe, Una Dal]", "Una Dal"),
    ],
)
def test_a_chair_who_is_not_on_the_list_is_told(chair, spanned):
    assert findings(f"chair: {chair}\npresent: [Tor Moe, Gro Vik]\n") == [("AR317", spanned)]


@pytest.mark.parametrize(
    ("chair", "present"),
    [
        ("Ragna Ås", "[Ragna Ås]"),
        ("Siv Øy", "[Siv Marie Øy]"),
        ("Una Dal", "[Una Dal (Gamma)]"),
        ("Dal", "[Una Dal (Gamma)]"),
        ("Una Berg Dal", "[Una Dal]"),
        ("Kari Vik", "[Kari Vik (Beta)]"),
        ("Alfa", "[Tor Moe]"),
        ("Una Dal (Alfa)", "[Tor Moe, Alfa]"),
        ("Una Dal og Tor Moe", "[Tor Moe]"),
        ("Ragna Ås", "[]"),
        ("Ragna Ås", ""),
    ],
)
def test_a_chair_who_may_be_there_is_not_told(chair, present):
    assert findings(f"chair: {chair}\npresent: {present}\n") == []


@pytest.mark.parametrize("front", ["status: planned\n", "form: written\n"])
def test_nothing_is_told_of_a_chair_where_nobody_has_met(front):
    assert findings(f"chair: Ragna Ås\npresent: [Tor Moe]\n{front}") == []
