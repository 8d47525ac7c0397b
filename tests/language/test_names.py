import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.names import name_key, one_line, split_organisation


@pytest.mark.parametrize(
    "spelling",
    [
        "Åse-Marie Nygård",
        "  åse-marie\u00a0 NYGÅRD ",
        unicodedata.normalize("NFD", "Åse-Marie Nygård"),
        "Åse\u2011Marie Nygård",
        "Åse\u2013Marie\u2009Nygård",
        "Åse-Ma\u00adrie Nygård",
        "Åse-Marie\nNygård",
    ],
)
def test_spellings_that_look_alike_are_one_name(spelling):
    assert name_key("Åse-Marie Nygård") == name_key(spelling)


@pytest.mark.parametrize(
    "other", ["Åse Marie Nygård", "Ase-Marie Nygård", "Åse-Marie B. Nygård", "Åse-Marie"]
)
def test_all_else_makes_another_name(other):
    assert name_key("Åse-Marie Nygård") != name_key(other)


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert name_key(name_key(text)) == name_key(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Li", ("Bo Li", "")),
        ("Bo Li (Kystverket)", ("Bo Li", "Kystverket")),
        ("  Bo Li   ( Kystverket ) ", ("Bo Li", "Kystverket")),
        ("Bo (Bosse) Li (Kystverket)", ("Bo (Bosse) Li", "Kystverket")),
        ("Bo Li (Etaten (region vest))", ("Bo Li", "Etaten (region vest)")),
        ("Bo (Bosse) Li", ("Bo (Bosse) Li", "")),
        ("Bo Li (Kystverket) for Ola", ("Bo Li (Kystverket) for Ola", "")),
        ("(Kystverket)", ("(Kystverket)", "")),
        ("Bo Li ()", ("Bo Li ()", "")),
        ("Bo Li Kystverket)", ("Bo Li Kystverket)", "")),
        ("", ("", "")),
    ],
)
def test_the_organisation_stands_in_the_last_brackets(text, expected):
    assert split_organisation(text) == expected


def test_one_line_has_single_plain_spaces():
    assert one_line(" Sak\u00a01 \n og\tmeir ") == "Sak 1 og meir"
