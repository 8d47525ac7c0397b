import pytest

from arsrapport.language.lists import enumerate_words


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ([], "nn", ""),
        (["A"], "nn", "A"),
        (["A", "B"], "nn", "A og B"),
        (["A", "B", "C"], "nn", "A, B og C"),
        (["A", "B", "C"], "nb", "A, B og C"),
        (["A", "B", "C"], "en", "A, B and C"),
    ],
)
def test_words_are_parted_by_commas_and_the_last_by_a_conjunction(words, language, expected):
    assert expected == enumerate_words(words, language)


def test_words_may_come_from_a_generator():
    assert enumerate_words((word for word in "AB"), "nb") == "A og B"
