"""JSON: one document, as docs/checking.md describes it."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from arsrapport.diagnostics import Severity, fault
from arsrapport.reporting.json import findings_json
from arsrapport.source.place import Place

PATH = "meetings/kart/2021/2021-03-10.md"


def test_the_document_as_it_is_written():
    found = [
        fault("AR109", Place(PATH, 4, 5, 4, 10), key="titel", nearest="title"),
        fault("AR203", Place("meetings/kart/2021/år.md"), name="år.md"),
    ]

    assert findings_json(found, "nn").decode("utf-8") == (
        """\
{
  "version": 1,
  "findings": [
    {
      "code": "AR109",
      "severity": "error",
      "path": "meetings/kart/2021/2021-03-10.md",
      "line": 4,
      "column": 5,
      "endLine": 4,
      "endColumn": 10,
      "message": "feltet «titel» er ukjent",
      "hint": "Skriv «title», eller slett feltet"
    },
    {
      "code": "AR203",
      "severity": "warning",
      "path": "meetings/kart/2021/år.md",
      "line": 1,
      "column": 1,
      "message": "programmet veit ikkje kva fila «år.md» er, og ho blir ikkje lesen",
      "hint": "Gi ei møtefil namn etter den første møtedagen (2017-03-15.md, i mappa for året), og set den same datoen først i namnet på det som høyrer til møtet (2017-03-15-notat.md)"
    }
  ],
  "counts": {
    "error": 1,
    "warning": 1,
    "info": 0
  }
}
"""
    )


def test_nothing_found_is_a_document_too():
    assert json.loads(findings_json([], "en")) == {
        "version": 1,
        "findings": [],
        "counts": {"error": 0, "warning": 0, "info": 0},
    }


def test_messages_are_in_the_reader_s_language():
    found = fault("AR109", Place(PATH, 4, 5), key="titel", nearest="title")

    (finding,) = json.loads(findings_json([found], "en"))["findings"]

    assert finding["message"] == "the key “titel” is unknown"
    assert finding["severity"] == Severity.ERROR.value


@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_any_path_comes_back_as_it_was_and_steers_no_terminal(path, name):
    data = findings_json([fault("AR203", Place(path, 7, 9, 8, 1), name=name)], "nn")

    (finding,) = json.loads(data)["findings"]
    assert finding["path"] == path
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", data.decode()
    )
