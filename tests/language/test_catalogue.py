import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arsrapport
from arsrapport.diagnostics import CODES, codes
from arsrapport.language.catalogue import LONGEST_VALUE, hint, label, message, messages, words
from arsrapport.language.languages import LANGUAGES, Language
from arsrapport.language.tables import grammar, read_table
from arsrapport.load.parse.yaml_problems import Problem, Refused
from arsrapport.source.tree import SIZE_LIMIT, Reason

PLACE = re.compile(r"\{(\w+)\}")
SOURCE = Path(arsrapport.__file__).parent


def templates(entry, key):
    written = entry.get(key, [])
    return [written] if isinstance(written, str) else written


def places(text):
    return sorted(PLACE.findall(text))


# --- labels ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nn", "Til stades"), ("nb", "Til stede"), ("en", "Present")],
)
def test_a_label_is_in_the_language_asked_for(language, expected):
    assert expected == label(language, "present")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nn", "Referat frå møte i Utvalet 15. mars 2017"),
        ("nb", "Referat fra møte i Utvalet 15. mars 2017"),
        ("en", "Minutes of the meeting of Utvalet on 15. mars 2017"),
    ],
)
def test_the_places_of_a_label_are_filled(language, expected):
    found = label(language, "minutes_of_meeting", committee="Utvalet", date="15. mars 2017")

    assert expected == found


def test_what_is_filled_in_is_never_a_place_itself():
    found = label("nn", "minutes_of_meeting", committee="{date} {x} {", date="}{committee}")

    assert found == "Referat frå møte i {date} {x} { }{committee}"


def test_a_label_that_is_missing_is_a_bug():
    with pytest.raises(KeyError):
        label("nn", "no_such_label")


def test_a_place_that_is_not_filled_is_a_bug():
    with pytest.raises(KeyError):
        label("nn", "appendix_minutes")


def test_all_words_of_a_language_can_be_had_but_not_changed():
    assert words("nn")["contents"] == "Innhald"
    with pytest.raises(TypeError):
        words("nn")["contents"] = "Innhold"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_labels_in_the_same_order(language):
    assert list(words("nn")) == list(words(language))


@pytest.mark.parametrize("key", words("nn"))
def test_a_label_has_the_same_places_in_every_language(key):
    assert len({tuple(places(words(language)[key])) for language in LANGUAGES}) == 1
    assert all(words(language)[key].strip() for language in LANGUAGES)


def test_every_label_that_a_room_asks_for_is_there():
    asked = {
        key
        for path in SOURCE.rglob("*.py")
        for key in re.findall(
            r"\b(?:label|term)\([^()\"']+, [\"'](\w+)[\"']", path.read_text("utf-8")
        )
    }

    assert asked
    assert set() == asked - set(words("nn"))


# --- grammar --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_grammar_has_words_for_all_that_is_counted(language):
    found = grammar(language)

    assert (
        len(found.months),
        len(found.weekdays),
        len(found.numerals),
    ) == (12, 7, 13)
    assert {"m", "f", "n"} == set(found.one)
    assert found.numerals[1] == found.one["m"]


# --- messages -------------------------------------------------------------------------------


def test_a_message_says_what_is_wrong_and_a_hint_what_to_do():
    arguments = {"key": "titel", "nearest": "title"}

    assert message("nn", "AR109", arguments) == "feltet «titel» er ukjent"
    assert hint("nn", "AR109", arguments) == "Skriv «title», eller slett feltet"
    assert message("en", "AR109", arguments) == "the key “titel” is unknown"


def test_a_hint_with_nothing_to_put_in_it_gives_way_to_the_next():
    arguments = {"key": "xyz", "nearest": ""}

    assert hint("nb", "AR109", arguments) == "Se etter skrivefeil, eller slett feltet"


def test_a_hint_may_be_absent():
    assert hint("nn", "AR604", {"name": "møta", "nearest": ""}) == ""
    assert hint("nn", "AR101", {"reason": "missing"}) == ""


def test_a_fixed_value_may_have_a_hint_of_its_own():
    assert (
        hint("nn", "AR105", {"problem": "tab"}) == "Slett innrykket, og set inn mellomrom i staden"
    )
    assert (
        hint("nn", "AR105", {"problem": "other"})
        == "Sjå etter kolon, innrykk og hermeteikn på linja og på linja over"
    )


def test_a_key_that_stands_there_and_is_empty_is_not_asked_for_once_more():
    assert hint("en", "AR111", {"key": "withheld"}) == (
        "The key is empty: write the basis, as in “withheld: {basis: offl. § 13}”, or delete it"
    )
    assert hint("nn", "AR111", {"key": "public"}) == (
        "Feltet er tomt: Skriv «public: initials», eller slett det"
    )


def test_a_message_about_nothing_in_particular_leaves_it_out():
    where = message("nn", "AR603", {"problem": "endfor"})
    nowhere = message("nn", "AR603", {"problem": ""})

    assert where == "malkoden i kapittelet er ikkje rett skriven ved «endfor»"
    assert nowhere == "malkoden i kapittelet er ikkje rett skriven"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nn", "fila kan ikkje lesast: ho finst ikkje"),
        ("nb", "filen kan ikke leses: den finnes ikke"),
        ("en", "the file cannot be read: it does not exist"),
    ],
)
def test_a_fixed_value_is_put_in_the_words_of_the_reader(language, expected):
    assert expected == message(language, "AR101", {"reason": "missing"})


def test_a_name_that_looks_like_a_fixed_value_stays_as_it_is():
    assert message("nn", "AR109", {"key": "list", "nearest": ""}) == "feltet «list» er ukjent"


def test_an_unknown_code_is_a_bug():
    with pytest.raises(KeyError):
        message("nn", "AR999", {})


def test_a_message_without_its_argument_is_a_bug():
    with pytest.raises(KeyError):
        message("nn", "AR109", {})


def test_braces_in_an_argument_are_only_braces():
    shown = message("nn", "AR405", {"heading": "{title} {0} {", "title": "{heading}"})

    expected = (
        "tittelen i overskrifta «{title} {0} {» er ikkje den same som på saklista: «{heading}»"
    )
    assert expected == shown


def test_what_cannot_be_seen_is_made_visible():
    hidden = "a\x1b[31m\n\u202e\ud800\N{NO-BREAK SPACE}å"

    shown = message("nn", "AR109", {"key": hidden, "nearest": ""})

    expected = "feltet «a<U+001B>[31m<U+000A><U+202E><U+D800>\N{NO-BREAK SPACE}å» er ukjent"
    assert expected == shown


def test_a_long_argument_is_cut():
    shown = message("nn", "AR109", {"key": "x" * 1_000_000, "nearest": ""})

    assert f"feltet «{'x' * LONGEST_VALUE}…» er ukjent" == shown


@given(st.sampled_from(LANGUAGES), st.text(st.characters(), max_size=50))
def test_no_argument_breaks_a_message_or_its_line(language, hostile):
    arguments = dict.fromkeys({name for code in CODES for name in stated_arguments(code)}, hostile)

    for code in CODES:
        for text in (message(language, code, arguments), hint(language, code, arguments)):
            assert len(text.splitlines()) <= 1
            text.encode("utf-8")


def test_the_size_named_is_the_size_that_holds():
    limit = f"{SIZE_LIMIT // 1_000_000} MB"

    assert all(limit in message(n, "AR101", {"reason": "too-large"}) for n in LANGUAGES)


# --- the catalogues against the registry of codes, and against each other ---------------------

COMMENTS = dict(
    re.findall(r'"(AR\d{3})": Severity\.\w+,  # (.*)', Path(codes.__file__).read_text("utf-8"))
)


def stated_arguments(code):
    """Return the arguments that the registry's comment names for a code."""
    return places(COMMENTS[code])


def test_the_registry_says_of_every_code_what_it_means():
    assert set(CODES) == set(COMMENTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_message_in_every_language_and_no_other_has(language):
    assert list(CODES) == list(messages(language))


@pytest.mark.parametrize("code", CODES)
def test_a_code_uses_only_the_arguments_that_it_has(code):
    entry = messages("nn")[code]
    used = {
        name
        for key in ("message", "hint")
        for template in templates(entry, key)
        for name in places(template)
    }

    tables = set(entry.get("values", {})) | set(entry.get("hints", {}))

    assert set() == (used | tables) - set(stated_arguments(code))


@pytest.mark.parametrize("code", CODES)
def test_an_argument_that_may_be_empty_is_in_no_message(code):
    possibly_empty = re.findall(r"\{(\w+)\} may be empty", COMMENTS[code])

    for language in LANGUAGES:
        for template in templates(messages(language)[code], "message"):
            assert set() == set(places(template)) & set(possibly_empty)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_the_same_places_and_fixed_values_in_every_language(code, language):
    nynorsk, other = messages("nn")[code], messages(language)[code]

    for key in ("message", "hint"):
        assert [places(t) for t in templates(nynorsk, key)] == [
            places(t) for t in templates(other, key)
        ]
    for key in ("values", "hints"):
        assert {name: list(table) for name, table in nynorsk.get(key, {}).items()} == {
            name: list(table) for name, table in other.get(key, {}).items()
        }
    assert set(nynorsk) == set(other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_messages_and_hints_keep_the_house_style(code, language):
    entry = messages(language)[code]

    for sentence in templates(entry, "message"):
        assert sentence[0].islower() or sentence.startswith("PDF")
        assert not sentence.endswith((".", "!", "?", " "))
    for remedy in [*templates(entry, "hint"), *all_texts(entry.get("hints", {}))]:
        assert remedy[0].isupper()
        assert not remedy.endswith((".", "!", " "))
        assert "?" not in remedy


@pytest.mark.parametrize(
    ("code", "argument", "fixed"),
    [
        ("AR101", "reason", Reason),
        ("AR105", "problem", Problem),
        ("AR106", "what", Refused),
        ("AR608", "language", Language),
    ],
)
def test_every_fixed_value_that_a_room_gives_has_words(code, argument, fixed):
    assert set(get_args(fixed)) == set(messages("nn")[code]["values"][argument])


# --- the written forms are not mixed ----------------------------------------------------------

NOT_NYNORSK = {"ikke", "fra", "hvis", "hva", "hvilken", "hvor", "noe", "noen", "finnes", "mangler"}
NOT_BOKMAAL = {"ikkje", "frå", "dersom", "kva", "kvar", "noko", "nokon", "finst", "manglar", "ei"}


def all_texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from all_texts(part)
    else:
        for part in value.values():
            yield from all_texts(part)


def written(catalogue, language):
    if catalogue == "explanations":
        folder = SOURCE / f"language/explanations/{language}"
        return {
            path.stem: read_table(f"explanations/{language}/{path.stem}")
            for path in folder.iterdir()
        }
    return messages(language) if catalogue == "messages" else read_table(f"{catalogue}/{language}")


@pytest.mark.parametrize(("language", "foreign"), [("nn", NOT_NYNORSK), ("nb", NOT_BOKMAAL)])
@pytest.mark.parametrize("catalogue", ["labels", "messages", "explanations", "nouns", "grammar"])
def test_no_word_of_the_other_written_form_has_slipped_in(catalogue, language, foreign):
    found = {
        word.casefold()
        for text in all_texts(written(catalogue, language))
        for word in re.findall(r"\w+", text)
    }

    assert found
    assert set() == found & foreign
