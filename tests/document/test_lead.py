"""The bold words that a quote begins with."""

import pytest

from arsrapport.document.lead import Lead, read_lead, split_lead
from arsrapport.document.nodes import Paragraph, Strong, Text


def paragraph(*children):
    return Paragraph(tuple(children))


def bold(words):
    return Strong((Text(words),))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tiltak.", Lead("Tiltak", "", "")),
        ("Tilak T1.", Lead("Tilak", "T1", "")),
        ("Tiltak K17-01. Belegg. Og meir.", Lead("Tiltak", "K17-01", "Belegg. Og meir")),
        ("Vedtak:", Lead("Vedtak", "", "")),
        ("Tiltak", None),
        ("Tiltak T1", None),
        ("Tiltak 1.2. Belegg.", None),
        ("Vedtak i sak 2.", None),
        ("", None),
    ],
)
def test_the_shape_is_a_word_an_id_a_stop_and_a_title(words, expected):
    assert read_lead(words) == expected


def test_a_stop_behind_the_bold_words_belongs_to_them():
    words, rest = split_lead((paragraph(bold("Tiltak T1"), Text(". Tekst.")),))

    assert (words, rest) == ("Tiltak T1.", (paragraph(Text("Tekst.")),))


def test_what_stands_alone_leaves_nothing():
    other = paragraph(Text("Meir."))

    assert split_lead((paragraph(bold("Tiltak.")), other)) == ("Tiltak.", (other,))


@pytest.mark.parametrize("blocks", [(), (paragraph(Text("Tiltak.")),), (paragraph(),)])
def test_blocks_without_bold_words_stay_as_they_are(blocks):
    assert split_lead(blocks) == ("", blocks)
