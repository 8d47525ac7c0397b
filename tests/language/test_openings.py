"""Where a sentence begins, and its capital letter."""

import pytest

from arsrapport.language.openings import capitalised, is_abbreviation, opens_sentence


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", True),
        (" \n", True),
        ("«", True),
        ("Det var slik. ", True),
        ("Det var slik.\n", True),
        ("«Det var slik!» (", True),
        ("Var det slik? ", True),
        ("Det står i ", False),
        ("Det står i.", False),
        ("Saka (jf. ", False),
        ("Saka, jf.\N{NO-BREAK SPACE}", False),
        ("Det kom frå O. ", False),
        ("Her er det: ", False),
    ],
)
def test_a_sentence_begins_after_another_and_not_after_an_abbreviation(before, expected):
    assert opens_sentence(before) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kapittel 4", "Kapittel 4"),
        ("øvst", "Øvst"),
        ("15. mars", "15. mars"),
        ("eInnsyn-gruppa", "eInnsyn-gruppa"),
        ("", ""),
    ],
)
def test_a_capital_is_put_on_the_first_letter_alone(words, expected):
    assert capitalised(words) == expected


def test_an_abbreviation_is_known_by_its_full_stop():
    assert is_abbreviation("sjå t.d.", 7)
    assert not is_abbreviation("sjå saka.", 8)
