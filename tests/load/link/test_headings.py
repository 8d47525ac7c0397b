"""Headings that are mended, and those that nobody can be certain of."""

import pytest

from arsrapport.load.sources import read_committees, read_common
from arsrapport.source.edits import apply
from arsrapport.source.tree import MemoryTree

PATH = "meetings/kart/2021/2021-03-10.md"

HEAD = """\
---
date: 2021-03-10
agenda:
  - title: Djupner ved kysten
  - title: Farleier
  - title: Eventuelt
---
"""


def mended(body, head=HEAD):
    """The body as the edits of its faults make it, and the codes of those that have none."""
    data = f"{head}{body}".encode()
    _, found = read_committees(read_common(MemoryTree({PATH: data})))
    edits = [edit for diagnostic in found for edit in diagnostic.edits]
    text = apply(edits, data).decode()
    return text.removeprefix(head), [d.code for d in found if not d.edits]


def unchanged(body, *codes, head=HEAD):
    assert mended(body, head) == (body, list(codes))


# --- titles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("## Sak 1. Djupne ved kysten", "## Sak 1. Djupner ved kysten"),
        ("## Sak 1: djupner ved kysten", "## Sak 1: Djupner ved kysten"),
        ("## Sak 1 Djup   ", "## Sak 1 Djupner ved kysten   "),
        ("  ## Sak 1. Djup ##", "  ## Sak 1. Djupner ved kysten ##"),
        ("##\tSak 1.Djup", "##\tSak 1.Djupner ved kysten"),
    ],
)
def test_a_heading_gets_the_title_of_the_agenda(wrong, right):
    body = "\n{}\n\nTekst.\n\n## Sak 2\n\nTekst.\n\n## Sak 3. Eventuelt\n"

    assert mended(body.format(wrong)) == (body.format(right), [])


def test_a_title_is_written_so_that_markdown_leaves_it_as_it_is():
    head = HEAD.replace("Farleier", "Tabell *3*, [a_b] & <c>").replace("Eventuelt", "Møte!")

    text, left = mended("## Sak 1\n\n## Sak 2. Tabell 3\n\n## Sak 3. Møta\n", head)

    assert (
        text == "## Sak 1\n\n## Sak 2. Tabell \\*3\\*, \\[a\\_b\\] \\& \\<c\\>\n\n## Sak 3. Møte!\n"
    )
    assert left == []
    unchanged(text, head=head)


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("## Sak 1. *Djup*", id="words that are stressed"),
        pytest.param("## Sak 1. [Djup](https://example.no)", id="a link would be lost"),
        pytest.param("Sak 1. Djup\n-----", id="underlined"),
        pytest.param(
            "## Sak 1. Eventuelt", id="the title of another item: the number may be wrong"
        ),
    ],
)
def test_a_heading_of_more_than_words_or_of_another_item_is_left(heading):
    unchanged(f"{heading}\n\nTekst.\n\n## Sak 2\n\n## Sak 3\n", "AR405")


def test_a_footnote_in_a_title_is_not_lost():
    unchanged("## Sak 1. Djup[^1]\n\n## Sak 2\n\n## Sak 3\n\n[^1]: Kjelde.\n", "AR405")


def test_a_heading_with_odd_spaces_is_left():
    unchanged("## Sak 1.  Djup\n\n## Sak 2\n\n## Sak 3\n", "AR405")


def test_an_item_that_is_withheld_has_two_titles_and_neither_is_put_in():
    head = HEAD.replace(
        "Farleier", "Farleier\n    withheld: {basis: offl. § 13, title: Personalsak}"
    )

    unchanged("## Sak 1\n\n## Sak 2. Personsak\n\n## Sak 3\n", "AR405", head=head)


def test_a_second_section_of_an_item_is_told_and_left():
    unchanged("## Sak 1\n\n## Sak 1. Djup\n\n## Sak 2\n\n## Sak 3\n", "AR405", "AR417")


# --- sections -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param(
            "\nMøtet opna.\n\n## Sak 2\n\nTo.\n\n## Sak 3\n",
            "\nMøtet opna.\n\n## Sak 1\n\n## Sak 2\n\nTo.\n\n## Sak 3\n",
            id="first",
        ),
        pytest.param(
            "## Sak 1\n\nEin.\n\n## Sak 3\n\nTre.\n",
            "## Sak 1\n\nEin.\n\n## Sak 2\n\n## Sak 3\n\nTre.\n",
            id="in the middle",
        ),
        pytest.param(
            "## Sak 1\n\nEin.\n\n## Sak 2\n\nTo.\n",
            "## Sak 1\n\nEin.\n\n## Sak 2\n\nTo.\n\n## Sak 3\n",
            id="last",
        ),
        pytest.param(
            "## Sak 1\nEin.",
            "## Sak 1\nEin.\n\n## Sak 2\n\n## Sak 3\n",
            id="two last, and no line end",
        ),
        pytest.param(
            "## Sak 2\n\nTo.\n\n",
            "## Sak 1\n\n## Sak 2\n\nTo.\n\n## Sak 3\n",
            id="an empty line last",
        ),
        pytest.param("## Sak 3\n", "## Sak 1\n\n## Sak 2\n\n## Sak 3\n", id="two at one place"),
        pytest.param(
            "## ITEM 1: Djupner ved kysten\nEin.\n## Item 3\n",
            "## ITEM 1: Djupner ved kysten\nEin.\n\n## ITEM 2\n\n## Item 3\n",
            id="in the word of the first heading, with room above",
        ),
    ],
)
def test_a_heading_that_is_missing_is_put_in_where_the_agenda_has_it(wrong, right):
    assert mended(wrong) == (right, [])
    unchanged(right)


@pytest.mark.parametrize(("language", "word"), [("nn", "Sak"), ("en", "Item")])
def test_where_no_heading_has_a_number_the_language_gives_the_word(language, word):
    head = HEAD.replace("Eventuelt\n", "Eventuelt\n    number: none\n").replace(
        "agenda", f"language: {language}\nagenda"
    )

    text, left = mended("## Eventuelt\n", head)

    assert (text, left) == (f"## {word} 1\n\n## {word} 2\n\n## Eventuelt\n", [])


def test_an_item_without_a_number_gets_its_title():
    head = HEAD.replace("Eventuelt\n", '"#1 *Eventuelt*"\n    number: none\n')

    text, left = mended("## Sak 1\n\n## Sak 2\n", head)

    assert (text, left) == ("## Sak 1\n\n## Sak 2\n\n## \\#1 \\*Eventuelt\\*\n", [])


def test_numbers_are_put_in_as_the_agenda_has_them():
    head = HEAD.replace("Djupner ved kysten\n", "Djupner ved kysten\n    number: S 7/22\n")

    text, _ = mended("## Sak S 7/22\n\n## Sak S 9/22\n", head)

    assert text == "## Sak S 7/22\n\n## Sak S 8/22\n\n## Sak S 9/22\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        pytest.param(
            "## Sak 1\n\n## Sak 22\n\n## Sak 3\n", ["AR401", "AR402"], id="perhaps this one"
        ),
        pytest.param(
            "## Sak 1\n\n## Farleiar\n\n## Sak 3\n", ["AR403", "AR402"], id="perhaps that one"
        ),
        pytest.param("## Sak 3\n\n## Sak 1\n", ["AR404", "AR402"], id="no order to go by"),
        pytest.param(
            "## Sak 1\n\n## Sak 3\n\n## Sak 3\n", ["AR417", "AR402"], id="perhaps the second"
        ),
        pytest.param("## Sak 1\n\n## Sak 2\n\n```\nopen\n", ["AR402"], id="the end is code"),
        pytest.param(
            "## Sak 1\n\n## Sak 2\n\n::: nb\nopen\n", ["AR415", "AR402"], id="the end is a passage"
        ),
    ],
)
def test_where_it_belongs_nobody_knows(body, codes):
    unchanged(body, *codes)


def test_a_title_and_a_section_are_mended_together():
    text, left = mended("## Sak 1. Djup\n\nEin.\n\n## Sak 3. Eventuelt\n")

    assert (text, left) == (
        "## Sak 1. Djupner ved kysten\n\nEin.\n\n## Sak 2\n\n## Sak 3. Eventuelt\n",
        [],
    )


def test_a_thousand_items_cost_no_more_each_than_a_few():
    agenda = "".join(f"  - title: Sak nr. {number}\n" for number in range(1000))
    head = f"---\ndate: 2021-03-10\nagenda:\n{agenda}---\n"

    text, left = mended("## Sak 1000. Anna\n", head)

    assert left == []
    assert text.count("\n## Sak ") == 999
    assert text.endswith("\n\n## Sak 1000. Sak nr. 999\n")
