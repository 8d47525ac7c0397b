import re
from contextlib import suppress

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.languages import LANGUAGES
from arsrapport.language.numbers import (
    UnknownNounError,
    counted,
    decimal,
    grouped,
    nouns,
    numeral,
    spelled_out,
)

NBSP = "\N{NO-BREAK SPACE}"


# --- words and figures ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nn", "null éin to tre fire fem seks sju åtte ni ti elleve tolv"),
        ("nb", "null én to tre fire fem seks sju åtte ni ti elleve tolv"),
        ("en", "zero one two three four five six seven eight nine ten eleven twelve"),
    ],
)
def test_numbers_to_twelve_are_words(language, expected):
    assert expected.split() == [numeral(number, language) for number in range(13)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nn", ["éin", "éi", "eitt"]),
        ("nb", ["én", "én", "ett"]),
        ("en", ["one", "one", "one"]),
    ],
)
def test_one_agrees_in_gender(language, expected):
    assert expected == [numeral(1, language, gender) for gender in ("m", "f", "n")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_thirteen_on_and_below_zero_numbers_are_figures(language):
    thousands = "4,200" if language == "en" else f"4{NBSP}200"
    assert ["13", thousands, "–1"] == [numeral(n, language) for n in (13, 4200, -1)]


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_a_number_has_figures_exactly_when_it_is_not_spelled_out(number, language):
    has_figures = any(character.isdecimal() for character in numeral(number, language))

    assert (0 <= number <= 12) == spelled_out(number) == (not has_figures)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (4200, f"4{NBSP}200"),
        (1234567, f"1{NBSP}234{NBSP}567"),
        (-5, "–5"),
        (-4200, f"–4{NBSP}200"),
    ],
)
def test_figures_stand_in_groups_of_three_and_a_negative_number_has_a_dash(number, expected):
    assert expected == grouped(number, "nn")


@given(st.integers(0, 10**15), st.sampled_from(["nn_NO", "nb_NO", "en_GB"]))
def test_figures_are_grouped_as_babel_does(number, locale):
    assert format_decimal(number, locale=locale) == grouped(number, locale[:2])


@given(st.integers(-(10**15), 10**15))
def test_no_figure_is_lost_in_grouping(number):
    assert number == int(grouped(number, "nb").replace(NBSP, "").replace("–", "-"))


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        (1.46, "nn", "1,5"),
        (0.0, "nb", "0,0"),
        (4200.25, "nn", f"4{NBSP}200,2"),
        (-0.5, "nb", "–0,5"),
        (-0.01, "nb", "0,0"),
        (1.46, "en", "1.5"),
        (4200.25, "en", "4,200.2"),
    ],
)
def test_a_number_with_a_decimal_has_the_comma_of_its_language(number, language, expected):
    assert expected == decimal(number, language)


# --- nouns ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "noun", "language", "expected"),
    [
        (4, "møte", "nn", "fire møte"),
        (1, "møte", "nn", "eitt møte"),
        (0, "møte", "nn", "ingen møte"),
        (4, "møte", "nb", "fire møter"),
        (1, "møte", "nb", "ett møte"),
        (0, "møte", "nb", "ingen møter"),
        (4, "møte", "en", "four meetings"),
        (1, "møte", "en", "one meeting"),
        (0, "møte", "en", "no meetings"),
        (1, "sak", "nn", "éi sak"),
        (1, "sak", "nb", "én sak"),
        (12, "sak", "nn", "tolv saker"),
        (1, "medlem", "nn", "éin medlem"),
        (1, "medlem", "nb", "ett medlem"),
        (2, "medlem", "nn", "to medlemmer"),
        (3, "vedtak", "nn", "tre vedtak"),
        (3, "vedtak", "nb", "tre vedtak"),
        (3, "deltakar", "nn", "tre deltakarar"),
        (3, "deltakar", "nb", "tre deltakere"),
        (2, "person", "en", "two people"),
        (2, "referat", "nn", "to referat"),
        (2, "referat", "en", "two sets of minutes"),
        (1, "feil", "nn", "éin feil"),
        (2, "åtvaring", "nn", "to åtvaringar"),
        (2, "åtvaring", "nb", "to advarsler"),
        (0, "prosent", "nn", "null prosent"),
        (0, "prosent", "en", "zero per cent"),
    ],
)
def test_noun_and_number_agree(number, noun, language, expected):
    assert expected == counted(number, noun, language)


def test_figures_are_held_to_their_noun():
    assert f"31{NBSP}saker" == counted(31, "sak", "nn")
    assert f"4{NBSP}200{NBSP}møte" == counted(4200, "møte", "nn")


def test_small_numbers_are_figures_too_where_the_sentence_wants_it():
    figures = [counted(number, "sak", "nb", digits=True) for number in (0, 1, 5)]

    assert [f"0{NBSP}saker", f"1{NBSP}sak", f"5{NBSP}saker"] == figures


@pytest.mark.parametrize(
    "noun", ["møte", "møter", "meeting", "meetings", "Møte", "MØTER", " møte "]
)
def test_a_noun_may_be_given_in_any_form_and_language(noun):
    assert counted(2, noun, "nn") == "to møte"


def test_a_noun_of_two_words_is_found():
    assert counted(2, "working groups", "nn") == "to arbeidsgrupper"


@pytest.mark.parametrize(
    ("noun", "language", "near"),
    [("mote", "nn", "møte"), ("saak", "nb", "sak"), ("metings", "en", "meetings"), ("x", "nn", "")],
)
def test_an_unknown_noun_tells_which_is_near(noun, language, near):
    with pytest.raises(UnknownNounError) as caught:
        counted(2, noun, language)

    assert (noun, near) == (caught.value.noun, caught.value.nearest)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_a_noun_or_unknown(noun, language):
    with suppress(UnknownNounError):
        assert counted(2, noun, language)


def test_a_very_long_noun_is_unknown_at_once():
    with pytest.raises(UnknownNounError):
        counted(2, "møte" * 1_000_000, "nn")


def test_the_three_languages_have_the_same_nouns():
    assert list(nouns("nn")) == list(nouns("nb")) == list(nouns("en"))


def test_no_form_belongs_to_two_nouns():
    owners: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for key, noun in nouns(language).items():
            for form in (key, noun.one, noun.many):
                owners.setdefault(form.casefold(), set()).add(key)

    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


def test_neuter_nouns_take_no_ending_in_nynorsk():
    changed = [n.one for n in nouns("nn").values() if n.gender == "n" and n.one != n.many]

    assert changed == []


def test_masculine_and_feminine_nouns_take_r_in_nynorsk():
    unchanged = {
        noun.one
        for noun in nouns("nn").values()
        if noun.gender != "n" and not re.search("[ae]r$", noun.many)
    }

    assert {"feil", "prosent"} == unchanged


@given(
    st.integers(0, 10**6),
    st.sampled_from(sorted(nouns("nn"))),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_whatever_is_counted_the_noun_stands_in_the_right_number(number, key, language, digits):
    noun = nouns(language)[key]

    words = counted(number, key, language, digits=digits)

    assert words.endswith(noun.one if number == 1 else noun.many)
    assert (digits or number > 12) == words[0].isdecimal()
