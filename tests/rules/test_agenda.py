"""Agenda and body: numbers that run backwards, sections without a text."""

import pytest

from small_projects import found, meeting, places

# --- AR424 ----------------------------------------------------------------------------------


def empty(body, *lines, titles=("Djupner", "Hamner")):
    """Return the headings that are told, of a meeting with two items."""
    files = {"2021-03-10": meeting("2021-03-10", *lines, titles=titles, body=body)}
    return [said["heading"] for _, said in found("AR424", files)]


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("## Sak 1\n\n## Sak 2\n\nTekst.\n", ["Sak 1"]),
        ("## Sak 1\n\nTekst.\n\n## Sak 2. Hamner\n", ["Sak 2. Hamner"]),
        ("## Sak 1\n## Sak 2\n", ["Sak 1", "Sak 2"]),
        ("## Sak 1\n\n<!-- kjem\n\nseinare -->\n\n## Sak 2\n\nTekst.\n", ["Sak 1"]),
        ("## Sak 1\n\n::: nb\n:::\n\n## Sak 2\n\nTekst.\n", ["Sak 1"]),
        ("## Sak 1\n\n[^a]: Om\n    kartet.\n\n## Sak 2\n\nTekst.[^a]\n", ["Sak 1"]),
        ("## Sak 1\n\n[a]: https://a.no\n\n## Sak 2\n\n[Tekst][a].\n", ["Sak 1"]),
        ("Sak 1\n-----\n\n## Sak 2 ##\n", ["Sak 1", "Sak 2"]),
        ("## Sak 1\n\n### a) Kart\n\n### b) Tal\n\nTekst.\n\n## Sak 2\n\nTekst.\n", ["a) Kart"]),
        ("## Sak 1\n\n### a) Kart\n\n#### Nye\n\n## Sak 2\n\nTekst.\n", ["Nye"]),
        ("## Sak 1\n\n::: nb\n\n### a) Kart\n\n:::\n\n## Sak 2\n\nTekst.\n", ["a) Kart"]),
    ],
)
def test_nothing_under_a_heading_is_told(body, headings):
    assert empty(body) == headings


@pytest.mark.parametrize(
    "under",
    [
        "Tekst.",
        "…",
        "- punkt",
        "> **Vedtak.**",
        "```\nkode\n```",
        "| A |\n|---|\n| b |",
        "![Eit kart](finst-ikkje.png)",  # refused, but it is there
        "[a]: https://alfa.no\n![Eit kart](finst-ikkje.png)",
        "### Kart\n\nTekst.",
        "::: internal\n\nTekst.\n\n:::",
        "<!-- kjem --> Tekst.",
        "###\n\nTekst.",
    ],
)
def test_whatever_stands_there_is_something(under):
    assert empty(f"## Sak 1\n\n{under}\n\n## Sak 2\n\nTekst.\n") == []


@pytest.mark.parametrize(
    "lines",
    [("status: planned",), ("minutes: {link: https://alfa.no}",)],
)
def test_minutes_to_come_or_elsewhere_may_have_only_headings(lines):
    body = "## Sak 1\n\n## Sak 2\n"

    assert empty(body, *lines) == []
    assert len(empty(body, "status: draft")) == 2


@pytest.mark.parametrize(
    "more",
    [
        "outcome: postponed",
        "outcome: withdrawn",
        "withheld: {basis: offl. § 13}",
    ],
)
def test_an_item_of_which_nothing_is_told_has_no_text(more):
    assert empty("## Sak 1\n\n## Sak 2\n", titles=(f"Djupner\n    {more}", "Hamner")) == ["Sak 2"]


def test_the_heading_of_sub_items_has_no_text():
    titles = ("Kart\n    number: 4", "Djupner\n    number: 4.1")

    assert empty("## Sak 4\n\n## Sak 4.1\n", titles=titles) == ["Sak 4.1"]


def test_a_meeting_without_sections_is_an_agenda_only():
    assert empty("") == []


@pytest.mark.parametrize(
    "body",
    [
        "## Sak 1\n\nTekst.\n\n## Sak 2\n\nTekst.\n\n## Sak 3\n",  # AR401
        "## Sak 1\n\nTekst.\n\n## Sak 2\n\nTekst.\n\n### <!-- kjem -->\n",  # AR421
    ],
)
def test_a_heading_that_is_wrong_is_not_told_twice(body):
    assert empty(body) == []


def test_the_place_is_the_heading():
    body = "## Sak 1  \n\nTekst.\n\n### a) Kart ###\n\n## Sak 2\n\nTekst.\n"
    files = {"2021-03-10": meeting("2021-03-10", titles=("A", "B"), body=body)}

    assert places("AR424", files) == ["2021-03-10:12:1-12:16"]


def test_many_empty_headings_cost_little():
    body = "## Sak 1\n\n" + "### a\n\n<!-- b -->\n\n" * 5000
    files = {"2021-03-10": meeting("2021-03-10", body=body)}

    assert len(found("AR424", files)) == 5000


# --- AR426 ----------------------------------------------------------------------------------


def out_of_order(*numbers):
    """Return the numbers that are told, each with the one before it in its series."""
    titles = [f"T{index}\n    number: {number}" for index, number in enumerate(numbers)]
    files = {"2021-03-10": meeting("2021-03-10", titles=titles)}
    return [(said["number"], said["before"]) for _, said in found("AR426", files)]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("6", "5"), [("5", "6")]),
        (("1", "2", "6", "5", "7"), [("5", "6")]),
        (("1", "9", "3", "4"), [("3", "9")]),
        (("3a", "3"), [("3", "3a")]),
        (("3b", "3a"), [("3a", "3b")]),
        (("4.2", "4.1"), [("4.1", "4.2")]),
        (("4.1", "4"), [("4", "4.1")]),
        (("11.5.2", "11.5.1"), [("11.5.1", "11.5.2")]),
        (("2/22", "1/22"), [("1/22", "2/22")]),
        (("22/2", "22/1"), [("22/1", "22/2")]),
        (("S 7.2/13", "s 7.1/13"), [("s 7.1/13", "S 7.2/13")]),
        (("S 8/13", "1", "S 7/13"), [("S 7/13", "S 8/13")]),  # another form between them
        (("2", "none", "1"), [("1", "2")]),
    ],
)
def test_a_number_that_comes_too_late_is_told(numbers, told):
    assert out_of_order(*numbers) == told


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("9", "10", "11"),
        ("3", "3a", "3b", "4"),
        ("4", "4.1", "4.2", "5"),
        ("4.9", "4.10"),
        ("9.3", "10", "11.2", "11.5.2"),
        ("0", "1", "5"),  # a gap is none
        ("9/22", "10/22", "1/23"),
        ("22/9", "22/10", "23/1"),
        ("S 7/13", "6", "S 8/13"),
        ("6/22", "5"),  # of another form
        ("5/22", "5"),
        ("Ko 6", "5"),
        ("B", "A"),  # nothing is counted
        ("9999999999", "1"),
    ],
)
def test_numbers_that_may_be_right(numbers):
    assert out_of_order(*numbers) == []


def test_the_place_is_the_number():
    titles = ("Djupner\n    number: 6", 'Hamner\n    number: "5"')
    files = {"2021-03-10": meeting("2021-03-10", titles=titles)}

    assert places("AR426", files) == ["2021-03-10:7:13-7:16"]
