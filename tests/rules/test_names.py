"""Names that were probably meant to be others; both sides of each border."""

import pytest

from people_findings import PATH, people_findings

CODES = ("AR303", "AR304")

REGISTER = """\
people:
  - {name: Ragna Marie Ås, aliases: [Ragna Ås]}
  - {name: Anne Jensen}
  - {name: Arne Jensen}
"""

COMMITTEE = """\
name: Kartutvalet
members:
  - {name: Kristin Strand, organisation: Alfa}
  - {name: Bo-Erik Li, organisation: Beta, to: 2019-12-31}
"""


def findings(*fronts, register=REGISTER, committee=COMMITTEE, codes=CODES, more=None):
    return people_findings(*fronts, register=register, committee=committee, codes=codes, more=more)


# --- AR303 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "spanned"),
    [
        ("present: [Kirstin Strand]\n", "Kirstin Strand"),
        ("present: [Kirstin Strand (Gamma)]\n", "Kirstin Strand"),
        ("present: ['Kirstin Strand (Gamma)']\n", "Kirstin Strand"),
        ("present:\n  - name: Kirstin   Strand\n    note: digitalt\n", "Kirstin   Strand"),
        ("apologies: [Kirstin Strand]\n", "Kirstin Strand"),
        ("present: [{name: Siv Øy, for: Kirstin Strand}]\n", "Kirstin Strand"),
        ("present: [{name: Siv Øy, for: Kirstin Strand (Alfa)}]\n", "Kirstin Strand"),
        ("chair: Kirstin Strand\n", "Kirstin Strand"),
        ("chair: [Siv Øy, Kirstin Strand]\n", "Kirstin Strand"),
        ("minutes: {by: Kirstin Strand}\n", "Kirstin Strand"),
        ("minutes: {by: [Siv Øy, Kirstin Strand]}\n", "Kirstin Strand"),
        ("present: [KIRSTIN STRAND]\n", "KIRSTIN STRAND"),
    ],
)
def test_a_name_nobody_knows_is_told_wherever_it_stands_when_a_member_has_nearly_the_same(
    front, spanned
):
    found = findings(front)

    assert [(*line[:3], line[-1]) for line in found] == [
        ("AR303", "2021-03-01", spanned, "Kristin Strand")
    ]


def test_a_presenter_is_told_of_too():
    front = "  - {title: Straum, presenter: [Siv Øy, Kirstin Strand (Alfa)]}\n"

    assert findings(front) == [("AR303", "2021-03-01", "Kirstin Strand", "Kristin Strand")]


def test_every_place_is_told():
    front = "chair: Kirstin Strand\npresent: [Kirstin Strand]\n"

    assert len(findings(front, front)) == 4


@pytest.mark.parametrize(
    "name",
    [
        "Kristin Strand",
        "Ragna Ås",
        "Ragna Marie Ås",
        "Bo-Erik Li",
        "Anne Jensen",
        "Arne Jensen",
        "Siv Øy (Alfa)",
        "Ane Jensen (Gamma)",
        "Kari Strand (Alfa)",
        "Kristine Strand (Gamma)",
        "Alfa",
    ],
)
def test_a_known_name_is_not_told_nor_a_guest_whose_name_is_like_nobodys(name):
    assert findings(f"present: [{name}]\n") == []


def test_a_name_is_told_against_register_aliases_and_mandates_that_have_ended():
    found = findings("present: [Ragna Aas, Bo Erik Li, Ragna Maria Ås]\n")

    assert found == [
        ("AR303", "2021-03-01", "Ragna Aas", "Ragna Ås"),
        ("AR303", "2021-03-01", "Bo Erik Li", "Bo-Erik Li"),
    ]


def test_an_organisation_before_the_name_makes_it_another():
    found = findings("present:\n  - (Alfa) Kristin Strand (Alfa)\n  - (Alfa) Gro Dal\n")

    assert found == [("AR303", "2021-03-01", "(Alfa) Kristin Strand", "Kristin Strand")]


def test_a_form_of_a_name_needs_the_same_organisation():
    alone = findings("present: [Kristine Strand (Gamma), K. Strand]\n")
    together = findings("present: [Kristine Strand (Alfa)]\n", "present: [K. Strand (Alfa)]\n")

    assert alone == []
    assert together == [
        ("AR303", "2021-03-01", "Kristine Strand", "Kristin Strand"),
        ("AR303", "2021-03-02", "K. Strand", "Kristin Strand"),
    ]


def test_a_form_of_a_name_may_chair_a_meeting_where_she_is_on_the_list():
    there = findings("chair: K. Strand\npresent: [Kristin Strand]\n")
    elsewhere = findings("chair: K. Strand\n", "present: [Kristin Strand]\n")

    assert there == [("AR303", "2021-03-01", "K. Strand", "Kristin Strand")]
    assert elsewhere == []


def test_the_organisation_of_somebody_in_the_register_is_the_one_the_minutes_have():
    register = "people:\n  - name: Emsa Degife Gur\n"

    found = findings(
        "present: [Emsa Degife Gur (Gamma)]\n", "present: [Emsa Gur (Gamma)]\n", register=register
    )

    assert found == [("AR303", "2021-03-02", "Emsa Gur", "Emsa Degife Gur")]


def test_side_by_side_for_two_organisations_they_are_two_people():
    two = findings("present: [Kristin Strand, Kirstin Strand (Gamma)]\n", "chair: Kirstin Strand\n")
    one = findings("present: [Kristin Strand, Kirstin Strand (Alfa)]\n")

    assert two == []
    assert one == [("AR303", "2021-03-01", "Kirstin Strand", "Kristin Strand")]


def test_side_by_side_two_forms_of_a_name_are_two_people():
    assert findings("present: [Kristin Strand, Kristine Strand (Alfa)]\n") == []


def test_several_known_names_are_told_the_most_alike_first_and_three_at_most():
    members = "".join(
        f"  - {{name: {name} Strand, organisation: Alfa}}\n"
        for name in ("Kjersti", "Kirsti", "Kari", "Kåre", "Kristine")
    )

    found = findings("present: [K. Strand (Alfa)]\n", committee=f"name: K\nmembers:\n{members}")

    assert found == [
        ("AR303", "2021-03-01", "K. Strand", "Kjersti Strand, Kirsti Strand, Kari Strand")
    ]


def test_two_names_that_the_register_lists_are_never_told():
    register = """\
people:
  - {name: Kristin Strand}
  - {name: Kirstin Strand}
  - {name: Bo Dal, aliases: [Kristinn Strand]}
"""
    front = "present: [Kristin Strand, Kirstin Strand]\nchair: Kristinn Strand\n"

    assert findings(front, register=register) == []


def test_a_member_is_told_against_the_register():
    committee = "name: Kart\nmembers:\n  - {name: Ragna Aas}\n  - {name: Ane Jensen}\n  - {name: Kari Vik}\n"

    assert findings(committee=committee) == [("AR303", "committee", "Ragna Aas", "Ragna Ås")]


def test_where_a_file_is_broken_a_name_nobody_knows_is_no_evidence():
    front = "present: [Kirstin Strand]\n"

    assert findings(front) != []
    assert findings(front, more={PATH.format(2): "---\ndate: [\n---\n"}) == []
    assert findings(front, register="people: [\n") == []


# --- AR304 ------------------------------------------------------------------------------------


def test_two_spellings_of_a_guest_are_told_at_the_rarer():
    often, once = "present: [Geir Hjemås (Gamma)]\n", "present: [Geir Hjemas (Delta)]\n"
    place = PATH.format(2) + ":5:11"

    found = findings(once, often, often)

    assert found == [("AR304", "2021-03-01", "Geir Hjemas", "Geir Hjemås", place)]


def test_of_two_spellings_as_rare_the_later_is_told():
    found = findings("present: [Geir Hjemas]\n", "present: [Geir Hjemås]\n")

    assert found == [
        ("AR304", "2021-03-02", "Geir Hjemås", "Geir Hjemas", PATH.format(1) + ":5:11")
    ]


def test_a_pair_is_told_once_and_each_spelling_once():
    hjemas = "present: [Geir Hjemas]\n"
    fronts = ["present: [Geir Hjemås]\n"] * 3 + [hjemas, hjemas, "chair: Geir Hjemaas\n"]

    found = findings(*fronts)

    assert [line[:4] for line in found] == [
        ("AR304", "2021-03-04", "Geir Hjemas", "Geir Hjemås"),
        ("AR304", "2021-03-06", "Geir Hjemaas", "Geir Hjemås"),
    ]


def test_within_one_meeting_a_presenter_may_be_spelled_otherwise():
    front = "  - {title: Straum, presenter: Geir Hjemas}\npresent: [Geir Hjemås (Gamma)]\n"

    assert [line[:4] for line in findings(front)] == [
        ("AR304", "2021-03-01", "Geir Hjemas", "Geir Hjemås")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ida Ås (Gamma)", "Eva Ås (Gamma)"),
        ("Kari Hansen (Gamma)", "Kari Jansen (Gamma)"),
        ("Kari Ås (Gamma)", "Kåre Ås (Gamma)"),
        ("Marit Ås (Gamma)", "Marita Ås (Gamma)"),
        ("Emsa Degife Gur (Gamma)", "Emsa Gur (Delta)"),
        ("Emsa Degife Gur (Gamma)", "Emsa Gur"),
        ("Gjest 1 (Gamma)", "Gjest 2 (Gamma)"),
        ("Statsråden", "Statsrådet"),
    ],
)
def test_two_names_are_not_told_for_being_short_or_without_evidence(first, second):
    assert findings(f"present: [{first}]\n", f"present: [{second}]\n") == []


def test_a_middle_name_is_missed_when_the_organisation_is_the_same():
    found = findings("present: [Emsa Degife Gur (Gamma)]\n", "present: [Emsa Gur (gamma)]\n")

    assert [line[:4] for line in found] == [("AR304", "2021-03-02", "Emsa Gur", "Emsa Degife Gur")]


def test_what_is_told_as_nearly_a_known_name_is_not_told_again():
    found = findings("present: [Kirstin Strand]\n", "present: [Kirstinn Strand]\n")

    assert [line[0] for line in found] == ["AR303", "AR303"]


def test_a_listed_organisation_alone_is_nobodys_name():
    committee = "name: K\norganisations: [{name: Møre fiskarlag}, {name: Møre fiskarlaug}]\n"

    assert (
        findings("present: [Møre fiskarlag]\n", "present: [Møre fiskarlaug]\n", committee=committee)
        == []
    )


def test_thousands_of_names_take_no_longer_than_their_number():
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Kari {a}{b}{c}ar" for a in letters for b in letters for c in letters[:9]]
    names += [f"Kari Str{'a' * n}nd" for n in range(1, 60)]

    found = findings(f"present: [{', '.join(names)}]\n", codes=("AR304",))

    assert 0 < len(found) < len(names)
