"""Licence and subjects in report.yaml: read, judged, shown in the imprint, and exported."""

import json

import pytest

import html_reading
from arsrapport.language.catalogue import hint, message
from arsrapport.pipeline.build import Request, build_reports
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree
from registered import minutes

PLAN = "isbn: 978-82-999999-1-5\nlicence: cc-by-4.0\nsubjects: [sjøkart, djupner]\n"


def tree(plan, language="nn"):
    files = {
        "arsrapport.yaml": f"language: {language}\n",
        "meetings/kart/committee.yaml": "name: U\n",
        "meetings/kart/2021/2021-03-10.md": minutes("2021-03-10", "Tekst."),
        "meetings/kart/2021/report/report.yaml": plan,
    }
    return MemoryTree({path: text.encode() for path, text in files.items()})


def built(plan, folder, *formats, language="nn"):
    request = Request(folder, (), formats, lambda *_: None)
    outcome = build_reports(tree(plan, language), "2021", request)
    assert outcome.diagnostics == ()
    return [file.read_bytes() for file in outcome.built[0].files]


@pytest.mark.parametrize(
    ("language", "word"), [("nn", "Lisens"), ("nb", "Lisens"), ("en", "Licence")]
)
def test_the_imprint_has_the_licence_with_a_link_to_it(language, word, tmp_path):
    (page,) = built(PLAN, tmp_path, "html", language=language)
    root = html_reading.parse(page)
    (footer,) = root.iter("footer")

    terms = [
        (html_reading.words(entry[0]), html_reading.words(entry[1]))
        for entry in footer.iter("div")
        if entry.find("dt") is not None
    ]
    assert terms == [("ISBN", "978-82-999999-1-5"), (word, "CC BY 4.0")]
    links = [e.get("href") for e in footer.iter("a")]
    assert links == ["https://creativecommons.org/licenses/by/4.0/"]


def test_a_licence_that_has_no_identifier_is_its_address(tmp_path):
    (page,) = built("licence: https://example.org/vilkaar\n", tmp_path, "html")
    (footer,) = html_reading.parse(page).iter("footer")

    assert [(html_reading.words(e), e.get("href")) for e in footer.iter("a")] == [
        ("https://example.org/vilkaar", "https://example.org/vilkaar")
    ]


def test_both_are_in_the_exported_record_as_they_are_written(tmp_path):
    (record,) = (json.loads(data) for data in built(PLAN, tmp_path, "json"))

    assert (record["licence"], record["subjects"]) == ("CC-BY-4.0", ["sjøkart", "djupner"])


SAID = {
    "nn": "her skal det stå ein lisens",
    "nb": "her skal det stå en lisens",
    "en": "this should be a licence",
}


@pytest.mark.parametrize("language", SAID)
def test_what_is_no_licence_is_told_where_it_stands(language):
    found = check_project(tree("title: T\nlicence: CC BY\n"), Checking(select=("AR1",)))
    (fault,) = found.diagnostics

    assert f"{fault.place} {fault.code}" == "meetings/kart/2021/report/report.yaml:2:10 AR110"
    arguments = dict(fault.arguments)
    assert message(language, "AR110", arguments) == SAID[language]
    assert "CC-BY-4.0" in hint(language, "AR110", arguments)


@pytest.mark.parametrize("subjects", ["sjøkart", "[sjøkart]"])
def test_one_subject_needs_no_list(subjects, tmp_path):
    (record,) = (json.loads(data) for data in built(f"subjects: {subjects}\n", tmp_path, "json"))

    assert record["subjects"] == ["sjøkart"]
