"""What a Word file says of itself: the same facts as the metadata of the other formats."""

from datetime import date

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

import docx_reading
from arsrapport.document.nodes import Titles
from arsrapport.document.publication import Licence, Publication
from arsrapport.render.docx.document import render_docx
from arsrapport.source.tree import builtin_folder
from html_samples import chapter, paragraph, report

PUBLICATION = Publication(
    isbn="978-82-999999-1-5",
    issn="1234-5679",
    published=date(2022, 5, 2),
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    subjects=("vatn & fjell", "måling"),
)


def made(**fields) -> docx_reading.Reading:
    document = replace(report(chapter(paragraph("x"))), **fields)
    file, faults = render_docx(document, {}, builtin_folder())
    assert faults == ()
    return docx_reading.Reading(file)


def core(reading) -> dict[str, str]:
    return {e.tag.rpartition("}")[2]: e.text for e in reading.part("docProps/core.xml")}


def custom(reading) -> dict[str, str]:
    if "docProps/custom.xml" not in reading.names:
        return {}
    return {e.get("name"): e[0].text for e in reading.part("docProps/custom.xml")}


def test_what_is_known_is_said():
    reading = made(publication=PUBLICATION)

    assert core(reading) == {
        "title": "Årsrapport 2021",
        "creator": "Rådet for fjellvatn",
        "lastModifiedBy": "Rådet for fjellvatn",
        "subject": "vatn & fjell; måling",
        "keywords": "vatn & fjell; måling",
        "category": "Rapport",
        "identifier": "urn:isbn:978-82-999999-1-5",
        "language": "nn-NO",
        "created": "2022-05-02T00:00:00Z",
        "modified": "2022-05-02T00:00:00Z",
        "revision": "1",
    }
    assert custom(reading) == {
        "Publisher": "Vasstilsynet",
        "Published": "2022-05-02",
        "Series": "Rapport",
        "Series number": "2022/7",
        "ISBN": "978-82-999999-1-5",
        "ISSN": "1234-5679",
        "License": "CC BY 4.0",
        "License address": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_what_is_not_known_is_not_said():
    reading = made(titles=Titles("Årsrapport 2021", "Rådet"))

    assert custom(reading) == {}
    assert set(core(reading)) & {"subject", "keywords", "category", "identifier"} == set()


def test_texts_too_long_and_signs_that_no_xml_holds_are_bounded():
    reading = made(
        titles=Titles("a" * 300, "Rådet\x00", publisher="</vt:lpwstr>" + "b" * 300),
        publication=replace(PUBLICATION, subjects=("<x>\x01",) * 200),
    )

    assert len(core(reading)["title"]) == 255
    assert len(core(reading)["keywords"]) == 255
    assert custom(reading)["Publisher"] == "</vt:lpwstr>" + "b" * 243
    assert core(reading)["creator"] == "Rådet\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("publication", [PUBLICATION, Publication()])
def test_the_rules_of_open_xml_are_kept(publication, tmp_path):
    document = replace(report(chapter(paragraph("x"))), publication=publication)
    (tmp_path / "x.docx").write_bytes(render_docx(document, {}, builtin_folder())[0])

    assert [str(e) for e in OpenXmlValidator().validate(tmp_path / "x.docx").errors] == []
