"""What finished files say of themselves: XMP in the PDF, elements and JSON-LD in the HTML."""

import io
import json
import re
from datetime import date

import pikepdf
import pytest
from msgspec.structs import replace

import html_reading
import html_samples
import pdf_reading
import pdf_samples
from arsrapport.document.nodes import Titles
from arsrapport.document.publication import Licence, Publication
from arsrapport.render.pdf.xmp import add_metadata

LICENCE = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
HOSTILE = '</script><script>alert("1")</script> & ]]> <!-- \u2028'
TITLES = Titles(
    "Årsrapport 2021",
    "Rådet for fjellvatn",
    publisher="Vasstilsynet",
    series="Rapport 2022/7",
    date="Mai 2022",
)
PUBLICATION = Publication(
    isbn="978-82-999999-1-5",
    issn="1234-5679",
    published=date(2022, 5, 2),
    licence=LICENCE,
    subjects=("vatn & fjell", "måling"),
)


def page_of(publication, titles=TITLES, **fields):
    document = replace(html_samples.SAMPLE, titles=titles, publication=publication, **fields)
    return html_samples.render(document).decode()


def data_of(page):
    """The JSON-LD of a page; there is one."""
    root = html_reading.parse(page.encode())
    (script,) = root.iter("script")
    assert script.attrib == {"type": "application/ld+json"}
    return json.loads(script.text)


# --- HTML -----------------------------------------------------------------------------------


def test_a_report_is_described_in_the_words_of_schema_org():
    assert data_of(page_of(PUBLICATION)) == {
        "@context": "https://schema.org",
        "@type": ["Report", "Book"],
        "name": "Årsrapport 2021",
        "author": {"@type": "Organization", "name": "Rådet for fjellvatn"},
        "publisher": {"@type": "Organization", "name": "Vasstilsynet"},
        "inLanguage": "nn-NO",
        "datePublished": "2022-05-02",
        "isbn": "978-82-999999-1-5",
        "reportNumber": "2022/7",
        "isPartOf": {"@type": "Periodical", "name": "Rapport", "issn": "1234-5679"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "keywords": ["vatn & fjell", "måling"],
    }


def test_what_is_not_known_is_not_said():
    assert data_of(page_of(Publication(), Titles("A", ""))) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": "A",
        "inLanguage": "nn-NO",
    }


def test_minutes_are_a_document():
    found = data_of(page_of(Publication(), kind="minutes"))

    assert (found["@type"], found["name"]) == ("DigitalDocument", "Årsrapport 2021")


def test_hostile_names_stay_in_their_place():
    titles = Titles(HOSTILE, HOSTILE, publisher=HOSTILE, series=HOSTILE)
    page = page_of(replace(PUBLICATION, subjects=(HOSTILE,)), titles)
    found = data_of(page)

    assert found["name"] == found["author"]["name"] == found["keywords"][0] == HOSTILE
    (text,) = re.findall(r"<script type=\"application/ld\+json\">(.*)</script>", page)
    assert [sign for sign in "<>&\u2028" if sign in text] == []


def test_a_policy_that_forbids_scripts_still_stands():
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page_of(PUBLICATION)


def test_elements_say_who_what_and_on_which_terms():
    root = html_reading.parse(page_of(PUBLICATION).encode())
    meta = {e.get("name"): e.get("content") for e in root.iter("meta")}

    assert meta["author"] == "Rådet for fjellvatn"
    assert meta["keywords"] == "vatn & fjell, måling"
    assert [e.get("href") for e in root.iter("link") if e.get("rel") == "license"] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]


# --- PDF ------------------------------------------------------------------------------------


def pdf_of(publication, titles=TITLES):
    document = replace(pdf_samples.minutes(), titles=titles, publication=publication)
    return pdf_samples.data(document)


def properties(data):
    """What the XMP packet says, but for what Typst writes into every file."""
    spaces = {
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    }
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as found:
        names = {key: key[1:].split("}") for key in found}
        return {
            f"{spaces[space]}:{name}": found[key]
            for key, (space, name) in names.items()
            if space in spaces and name != "format"
        }


def test_the_packet_says_what_the_publication_is():
    assert properties(pdf_of(PUBLICATION)) == {
        "dc:title": "Årsrapport 2021",
        "dc:creator": ["Rådet for fjellvatn"],
        "dc:language": {"nn-NO"},
        "dc:publisher": {"Vasstilsynet"},
        "dc:subject": {"vatn & fjell", "måling"},
        "dc:identifier": "urn:isbn:978-82-999999-1-5",
        "dc:relation": {"Rapport 2022/7", "urn:issn:1234-5679"},
        "dc:date": ["2022-05-02"],
        "dc:rights": "CC BY 4.0",
        "xmpRights:WebStatement": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_the_packet_of_a_file_without_facts_is_as_typst_made_it():
    assert properties(pdf_of(Publication(), Titles("A", "B"))) == {
        "dc:title": "A",
        "dc:creator": ["B"],
        "dc:language": {"nn-NO"},
    }


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("subject", ["måling", HOSTILE])
def test_the_file_still_keeps_both_standards(profile, subject):
    data = pdf_of(replace(PUBLICATION, subjects=(subject,)))

    assert pdf_reading.failures(data, profile) == []
    assert properties(data)["dc:subject"] == {subject}


def test_the_same_facts_give_the_same_bytes_and_others_another_id():
    one, same, other = (
        pdf_of(replace(PUBLICATION, subjects=(word,))) for word in ("måling", "måling", "kart")
    )
    ids = []
    for data in (one, other):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            ids.append(bytes(pdf.trailer.ID[1]))

    assert one == same
    assert ids[0] != ids[1]


def test_another_packet_than_typst_s_is_a_bug():
    with pikepdf.new() as pdf:
        pdf.Root.Metadata = pdf.make_stream(b"<x/>")

        with pytest.raises(ValueError, match="changed its form"):
            add_metadata(pdf, "<dc:date/>")
