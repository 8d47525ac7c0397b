"""Where no line may end: pairs in nynorsk, bokmål and English. `~` is a hard space."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsrapport.language.languages import LANGUAGES
from arsrapport.language.spaces import with_hard_spaces

NBSP = "\N{NO-BREAK SPACE}"

NORWEGIAN = [
    "kl.~9 og kl.~09.00",
    "Kl.~9",
    "nr.~4, s.~12, kap.~3, pkt.~2, art.~5, ca.~40",
    "jf.~sak 4 og jf.~§~13",
    "(jf.~Tabell 3)",
    "offl.~§~13, fvl.~§§~13 og 14",
    "8~%, 1,5~% og 3~‰",
    "5~km, 20~kg, 12~m², 3~mill. og 500~kr",
    "15.~mars 2017",
    "19.–20.~april",
    "1~000, 12~345~678 og –4~200,5",
    "1~000~kr",
    "J.~H.~Li",
    "Å.~Ås",
]
ENGLISH = [
    "no.~4, nos.~4–5, p.~12, pp.~12–13, ch.~3, vol.~2, c.~40",
    "cf.~item 4",
    "§~13",
    "8~%",
    "15~March 2017 and 19–20~April",
    "9~a.m.",
    "J.~H.~Li",
]
UNTOUCHED = [
    "Møtet er ope.",
    "kl 9",
    "Utvalet hadde fire møte i 2017 og tre i 2018.",
    "I 2017 100 personar",
    "sak 14 og 15",
    "15. Mars er ein planet",
    "ukjf. sak",
    "a.kl. 9",
    "2018-04-19 123",
    "01.02 345",
    "tlf. 22 33 44 55",
    "8 prosent",
    "2 kroner",
    "Sjå vedlegg a. Det er langt.",
    "",
]


def shown(text, language):
    return with_hard_spaces(text.replace("~", " "), language).replace(NBSP, "~")


@pytest.mark.parametrize("language", ["nn", "nb"])
@pytest.mark.parametrize("text", NORWEGIAN)
def test_what_belongs_together_stays_on_one_line(text, language):
    assert shown(text, language) == text


@pytest.mark.parametrize("text", ENGLISH)
def test_so_it_does_in_english(text):
    assert shown(text, "en") == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", UNTOUCHED)
def test_other_spaces_are_as_they_were(text, language):
    assert with_hard_spaces(text, language) == text


def test_each_language_has_its_own_months_and_words():
    assert shown("15. mars, 15 March, kl. 9, no. 4", "nn") == "15.~mars, 15 March, kl.~9, no. 4"
    assert shown("15. mars, 15 March, kl. 9, no. 4", "en") == "15. mars, 15~March, kl. 9, no.~4"


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.text(alphabet="kjfnrl.§%0159 AÅmars" + NBSP))
def test_nothing_changes_but_the_kind_of_the_space_and_once_is_enough(language, text):
    found = with_hard_spaces(text, language)

    assert found.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert all(
        old == new or (old, new) == (" ", NBSP) for old, new in zip(text, found, strict=True)
    )
    assert found.count(NBSP) >= text.count(NBSP)
    assert not re.search(r"(?<![\w.])§ [0-9]", found)


@pytest.mark.parametrize(
    "text", ["1 111 " * 50_000, "A. " * 100_000, "1" * 300_000, "kl. " * 75_000]
)
def test_the_time_taken_grows_with_the_length_alone(text):
    began = time.process_time()
    with_hard_spaces(text, "nn")

    assert time.process_time() - began < 3
