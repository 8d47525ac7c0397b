"""Written forms: the lists hold together, and what they say of a word."""

import re
from pathlib import Path

import pytest

import arsrapport
from arsrapport.language.tables import read_table
from arsrapport.language.written_forms import LONGEST, UNSURE, better_form, homographs

FORMS = ["nn", "nb"]
TEXTS = Path(arsrapport.__file__).parent / "language"
QUOTED = re.compile("«[^»]*»")


def written(form):
    """The tool's own texts in a written form, without what they quote."""
    for folder in ("labels", "messages", "explanations"):
        path = TEXTS / folder / form
        paths = sorted(path.glob("*.toml")) if path.is_dir() else [path.with_suffix(".toml")]
        for one in paths:
            yield QUOTED.sub("", one.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("form", "word", "expected"),
    [
        ("nn", "ikke", "ikkje"),
        ("nn", "ikkje", None),
        ("nn", "også", None),  # both are nynorsk
        ("nn", "korleis", None),
        ("nn", "gjennomføre", None),
        ("nn", "blei", None),
        ("nn", "vart", None),
        ("nn", "møter", None),  # present tense
        ("nb", "ikkje", "ikke"),
        ("nb", "ikke", None),
        ("nb", "boka", None),  # radical bokmål
        ("nb", "kasta", None),
        ("nb", "blei", None),
        ("nb", "fram", None),
        ("nb", "kjelde", None),
        ("nb", "hjemmet", None),
    ],
)
def test_a_word_is_wrong_only_where_it_is_in_every_sense(form, word, expected):
    assert expected == better_form(form, word)


@pytest.mark.parametrize(
    ("form", "word", "expected"),
    [
        ("nn", "karttjenesten", "karttenesta"),
        ("nn", "sykehustjenesten", "sjukehustenesta"),  # both parts are made right
        ("nn", "månedsrapporteringer", "månadsrapporteringar"),
        ("nn", "brukertjenesten", "brukartenesta"),
        ("nn", "møteromsplanene", "møteromsplanane"),  # not *møter|oms…*
        ("nn", "utvalgsleder", None),  # *leder* may be a limb of something
        ("nn", "billig", None),  # right, though *-lig* is wrong
        ("nn", "kjærlighet", UNSURE),
        ("nn", "xtjenesten", None),  # a letter alone is no part of a compound
        ("nb", "karttenesta", "karttjenesten"),
        ("nb", "brukarutvalet", "brukerutvalget"),
        ("nb", "privileg", None),
    ],
)
def test_a_compound_is_judged_by_its_last_part(form, word, expected):
    assert expected == better_form(form, word)


def test_a_word_longer_than_any_is_not_looked_at():
    assert better_form("nn", "a" * (LONGEST - 8) + "tjeneste") is not None
    assert better_form("nn", "a" * LONGEST + "tjeneste") is None


@pytest.mark.parametrize("form", FORMS)
def test_what_is_recommended_is_not_wrong_itself(form):
    table = read_table(f"spelling/{form}")
    recommended = {*table["words"].values(), *table["endings"].values()}
    for found in homographs(form).values():
        recommended |= {homograph.better for homograph in found}

    parts = {part for words in recommended for part in re.findall(r"\w+", words)}

    assert len(parts) > 300
    assert [part for part in sorted(parts) if better_form(form, part) is not None] == []


@pytest.mark.parametrize(("form", "other"), [("nn", "nb"), ("nb", "nn")])
def test_what_is_wrong_in_one_form_is_no_advice_for_it_in_the_other_list(form, other):
    """A word that the one list warns of as bokmål is not warned of as nynorsk by the other."""
    words = read_table(f"spelling/{form}")["words"]

    assert [word for word in words if better_form(other, word) is not None] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_lists_are_long_and_in_small_letters_without_spaces(form):
    table = read_table(f"spelling/{form}")
    listed = [*table["words"], *table["endings"], *table["right"], *homographs(form)]

    assert len(table["words"]) > 800
    assert all(word.islower() and word.isalpha() for word in listed)
    assert all(word != better for word, better in table["words"].items())
    assert not set(table["words"]) & set(homographs(form))


@pytest.mark.parametrize("form", FORMS)
def test_the_tool_itself_writes_what_it_asks_for(form):
    words = {word for text in written(form) for word in re.findall(r"[^\W\d_]+", text)}

    assert len(words) > 500
    assert [word for word in sorted(words) if better_form(form, word) is not None] == []
