"""SARIF: by its own schema, and by what GitHub makes of it."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.language.explanations import explanation
from arsrapport.language.languages import LANGUAGES
from arsrapport.reporting.sarif import sarif_log
from arsrapport.source.place import Place

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
PATH = "meetings/kart/2021/2021-03-10.md"
TEXT = "---\ndate: 2021-03-10\nagenda:\n  - titel: Nye tal\n---\n"
KEY = fault("AR109", Place(PATH, 4, 5, 4, 10), key="titel", nearest="title")


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def log(*diagnostics, text=TEXT, language="nn", folder=""):
    return json.loads(sarif_log(diagnostics, {PATH: text}, language, folder))


def results(*diagnostics, **options):
    return log(*diagnostics, **options)["runs"][0]["results"]


def marks(*diagnostics, text=TEXT):
    return [list(each["partialFingerprints"].values()) for each in results(*diagnostics, text=text)]


def moved(diagnostic, lines):
    place = diagnostic.place
    there = Place(place.path, place.line + lines, place.column, place.end_line + lines, 10)
    return Diagnostic(diagnostic.code, diagnostic.severity, there, diagnostic.arguments)


def test_a_finding_has_its_rule_its_level_its_place_and_its_words():
    (result,) = results(KEY)

    assert result.pop("partialFingerprints")
    assert result == {
        "ruleId": "AR109",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "feltet «titel» er ukjent\nSkriv «title», eller slett feltet"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PATH, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 10},
                }
            }
        ],
    }


def test_the_rules_are_those_that_found_something_once_each():
    note = fault("AR412", Place(PATH, 9, 1), label="1")
    (run,) = log(note, KEY, KEY)["runs"]
    driver = run["tool"]["driver"]

    assert (driver["name"], driver["language"]) == ("arsrapport", "nn-NO")
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == ["AR109", "AR412"]
    assert driver["rules"][0]["shortDescription"] == {"text": "feltet «…» er ukjent"}
    assert driver["rules"][1]["defaultConfiguration"] == {"level": "warning"}
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0, 0]


def test_what_is_written_of_a_code_is_its_help():
    found = fault("AR122", Place(PATH, 2, 1), code="AR312")
    (rule,) = log(found)["runs"][0]["tool"]["driver"]["rules"]

    told = explanation("nn", "AR122")
    assert rule["fullDescription"]["text"] == told.what
    assert rule["help"]["text"] == f"{told.what}\n\n{told.why}"


def test_information_is_a_note():
    found = [Diagnostic("AR412", s, Place(PATH, 9, 1), (("label", "1"),)) for s in Severity]

    assert [result["level"] for result in results(*found)] == ["error", "warning", "note"]


def test_paths_are_seen_from_the_top_of_the_repository_and_are_addresses():
    found = fault("AR203", Place("meetings/år/a b:#?%.md"), name="x")
    (result,) = results(found, folder="utval/kart")
    (where,) = result["locations"]

    location = where["physicalLocation"]
    assert location["artifactLocation"]["uri"] == (
        "utval/kart/meetings/%C3%A5r/a%20b%3A%23%3F%25.md"
    )
    assert location["region"] == {"startLine": 1, "startColumn": 1}


def test_a_fingerprint_stays_when_the_line_moves():
    below = f"# one more line\n{TEXT}"

    assert marks(moved(KEY, 1), text=below) == marks(KEY)


def test_a_fingerprint_is_of_its_code_its_file_and_its_line():
    elsewhere = fault(
        "AR109", Place("meetings/kart/2021/2021-05-12.md", 4, 5), key="titel", nearest="title"
    )
    another = fault("AR111", KEY.place, key="title")
    changed = TEXT.replace("Nye tal", "Nye kart")

    found = [*marks(KEY), *marks(elsewhere), *marks(another), *marks(KEY, text=changed)]

    assert len({mark for (mark,) in found}) == 4


def test_equal_findings_have_a_fingerprint_each():
    twice = TEXT.replace("  - titel: Nye tal\n", "  - titel: Nye tal\n" * 2)

    (one,), (two,) = marks(KEY, moved(KEY, 1), text=twice)

    assert one != two


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_by_the_schema_of_sarif(validator, language):
    found = (
        KEY,
        fault("AR412", Place(PATH, 9, 1), label="1"),
        fault("AR122", Place(PATH, 2, 1, 2, 4), code="AR312"),
        fault("AR203", Place("meetings/kart/å \udcff:.md"), name="å"),
    )

    for diagnostics in ((), found):
        assert list(validator.iter_errors(log(*diagnostics, language=language))) == []


def test_the_schema_refuses_what_is_wrong(validator):
    broken = log(KEY)
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    broken["runs"][0]["results"][0]["level"] = "info"

    assert len(list(validator.iter_errors(broken))) == 2


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text(max_size=60),
    st.integers(1, 5),
)
def test_any_path_and_any_text_give_a_valid_log(validator, name, text, line):
    path = f"meetings/{name}"
    found = [fault("AR203", Place(path, line, 3, line, 4), name=text)] * 2

    document = json.loads(sarif_log(found, {path: text}, "en"))

    assert list(validator.iter_errors(document)) == []
    location = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(location["artifactLocation"]["uri"]) == path
