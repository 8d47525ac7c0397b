"""Where a text names somebody."""

from time import process_time

import pytest

from arsrapport.language.mentions import mentions_of

NAMES = mentions_of(["Kari Nordmann", "Bo K. Li", "Bo", "K21-01", "«»", "Åse-Marie Vik"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kari Nordmann kom.", ["Kari Nordmann"]),
        ("KARI\n nordmann, og Kari.", ["KARI\n nordmann"]),
        ("Kari Nordmanns framlegg", ["Kari Nordmanns"]),
        ("Bos sak og Bo K. Lis", ["Bos", "Bo K. Lis"]),
        ("Bo K. Li", ["Bo K. Li"]),
        ("Bo L.", ["Bo"]),
        ("Bo", ["Bo"]),
        ("Kari Nordmannsen, Kari og Nordmann, Bodil, Obo", []),
        ("K21-01 og K21-012", ["K21-01"]),
        ("A\u030ase Marie Vik", ["A\u030ase Marie Vik"]),  # a decomposed letter
        ("«»", []),
        ("", []),
    ],
)
def test_names_are_found_however_they_are_written(text, found):
    assert [text[start:end] for start, end in NAMES.spans(text)] == found
    assert NAMES.are_in(text) is bool(found)


def test_many_names_in_a_long_text_take_no_longer_than_few():
    text = "Kari Ås " * 20_000
    many = mentions_of([*(f"Kari {n}" for n in range(20_000)), "Kari " * 5_000])

    began = process_time()
    assert not many.are_in(text)
    assert process_time() - began < 5  # some hundredths of it; by trying each name, hours
