"""A code explained, as somebody reads it who has just met it."""

import pytest

from arsrapport.diagnostics import CODES, FOUND_BY_BUILD, Severity, can_be_ignored
from arsrapport.language.languages import LANGUAGES
from arsrapport.reporting import explaining
from arsrapport.reporting.explaining import cut_lines, explanation_lines


def test_an_error_is_explained_with_an_example_in_the_readers_language():
    assert list(explanation_lines("AR108", "nn")) == [
        "AR108 feil feltet «…» står to gonger, første gongen på linje …",
        "",
        "Kva det gjeld",
        "    Det same feltet står to gonger i fila, eller i eitt punkt på ei liste.",
        "",
        "Kvifor det er viktig",
        "    Berre den eine verdien kan gjelde, og programmet kan ikkje vite kva for ein",
        "    som er rett.",
        "",
        "Kva du kan gjere",
        "    Slå dei to saman, eller slett det eine.",
        "",
        "Slik er det feil",
        "    agenda:",
        "      - title: Ein",
        "        kind: closing",
        "        title: To",
        "",
        "Slik er det rett",
        "    agenda:",
        "      - title: Ein",
        "        kind: closing",
        "",
        "Dette stoppar rapporten, og kan ikkje oversjåast.",
    ]


def test_what_can_be_ignored_says_how_and_what_has_no_example_says_so():
    lines = list(explanation_lines("AR204", "en"))

    assert lines[0] == "AR204 warning the name “…” cannot be used on Windows: …"
    assert lines[lines.index("There is no example of this.") :] == [
        "There is no example of this.",
        "",
        "If it is to stay as it is",
        "    In the keys: # arsrapport: ignore AR204 – reason",
        "    In the text: <!-- arsrapport: ignore AR204 – reason -->",
        "    In the whole project: under “check” and “ignore” in arsrapport.yaml",
    ]


def test_a_sentence_with_several_forms_is_told_in_that_of_most_cases():
    first = next(explanation_lines("AR603", "nb"))

    assert first == "AR603 feil malkoden i kapittelet er ikke rett skrevet"


def test_advice_that_ends_in_what_differs_gets_no_full_stop():
    assert "    Sett teksten i anførselstegn: …" in explanation_lines("AR114", "nb")


def test_a_code_without_general_advice_leaves_it_out():
    assert "What you can do" not in list(explanation_lines("AR615", "en"))


def test_the_end_of_a_very_long_line_is_left_out():
    assert cut_lines(f"{'a' * 100}\n{'b' * 101}\n") == ["a" * 100, f"{'b' * 99}…"]


def test_an_example_keeps_its_lines_and_its_indentation():
    shown = "\n".join(explanation_lines("AR420", "nb"))

    assert "    - ### Vår\n\n      Tala kjem i mai.\n\nSlik er det rett" in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_in_lines_that_fit_a_screen(code, language):
    lines = list(explanation_lines(code, language))

    assert lines[0].startswith(f"{code} ")
    assert all(line == line.rstrip() and "\n" not in line for line in lines)
    assert max(map(len, lines)) <= len("    ") + explaining.LONGEST_LINE


def test_only_an_error_of_a_build_cannot_be_ignored():
    fixed = {code for code in FOUND_BY_BUILD if CODES[code] is Severity.ERROR}

    assert {code for code in CODES if not can_be_ignored(code)} == fixed
    assert can_be_ignored("AR203")
    assert not can_be_ignored("AR999")
