"""What a publication says of itself: licences by identifier or address, series by name and number."""

from datetime import date

import pytest
from msgspec.structs import replace

from arsrapport.document.facts import facts_of
from arsrapport.document.publication import LICENCES, Licence, Publication, licence_of
from pdf_samples import REPORT


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("CC-BY-4.0", Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
        ("cc-by-4.0", Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
        ("CC0-1.0", Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")),
        ("NLOD-2.0", Licence("NLOD 2.0", "https://data.norge.no/nlod/no/2.0")),
        ("https://example.org/l?a=1#b", Licence("https://example.org/l?a=1#b", "https://example.org/l?a=1#b")),
        ("", None),
        ("CC BY 4.0", None),
        ("CC-BY", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://a b.org/", None),
        ('https://example.org/"><script>', None),
        ("https://kari:hemmeleg@example.org/", None),
        ("https://example.org/" + "a" * 501, None),
    ],
)  # fmt: skip
def test_a_licence_is_a_known_identifier_or_an_address(written, expected):
    assert licence_of(written) == expected


def test_every_known_licence_has_an_address_that_would_be_taken():
    assert [key for key, (_, address) in LICENCES.items() if licence_of(address) is None] == []


@pytest.mark.parametrize(
    ("series", "name", "number"),
    [
        ("Notater 2018/35", "Notater", "2018/35"),
        ("Notater, 2018/35", "Notater", "2018/35"),
        ("Rapport 7", "Rapport", "7"),
        ("Notater / Documents 2019/37", "Notater / Documents", "2019/37"),
        ("Notater", "Notater", ""),
        ("2018/35", "2018/35", ""),
        ("Notater 2018/35, ISSN 1234-5679", "Notater 2018/35, ISSN 1234-5679", ""),
        ("", "", ""),
        ("1 " * 5000 + "a", "1 " * 5000 + "a", ""),
        ("a " + "1/" * 5000 + "x", "a " + "1/" * 5000 + "x", ""),
    ],
)
def test_a_series_has_a_name_and_may_have_a_number(series, name, number):
    document = replace(REPORT, titles=replace(REPORT.titles, series=series))
    facts = facts_of(document)

    assert (facts.series, facts.series_name, facts.series_number) == (series, name, number)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("9788299999915", "9788299999915"),
        ("978–82–999999–1–5", "978-82-999999-1-5"),
        ("978 82 999999 1 5", "978-82-999999-1-5"),
        ("ISBN-13: 978-82-999999-1-5 (elektronisk)", "978-82-999999-1-5"),
        ("82-999999-1-x", "82-999999-1-X"),
        ("ISBN 13 978 82 999999 1 5, 2021", "978-82-999999-1-5"),
        ("978-82-999999-1-5 (trykt), 82-999999-1-X (elektronisk)", ""),
        ("978-82-999999-1-55", ""),
        ("978-82-XXX-XXXX-X", ""),
        ("kjem", ""),
        ("", ""),
    ],
)
def test_metadata_has_an_isbn_where_the_text_has_one_and_no_more(written, expected):
    facts = facts_of(replace(REPORT, publication=Publication(isbn=written)))

    assert facts.isbn == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12345679", "1234-5679"),
        ("ISSN 1234-567x (nett)", "1234-567X"),
        ("1234-5679 (trykt), 2345-6789 (nett)", ""),
        ("1234-56790", ""),
        ("kjem", ""),
    ],
)
def test_metadata_has_an_issn_with_its_hyphen(written, expected):
    facts = facts_of(replace(REPORT, publication=Publication(issn=written)))

    assert facts.issn == expected


def test_the_facts_are_those_of_the_title_page_and_the_publication():
    licence = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    publication = Publication(
        "978-82-999999-1-5", "1234-5679", date(2022, 5, 1), licence, ("kart",)
    )
    facts = facts_of(replace(REPORT, publication=publication))

    assert (facts.title, facts.creator, facts.publisher, facts.language) == (
        "Årsrapport 2021",
        REPORT.titles.committee,
        REPORT.titles.publisher,
        "nn-NO",
    )
    assert (facts.isbn, facts.issn, facts.published) == (
        "978-82-999999-1-5",
        "1234-5679",
        date(2022, 5, 1),
    )
    assert (facts.licence, facts.subjects) == (licence, ("kart",))
