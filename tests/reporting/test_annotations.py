"""Annotations: the lines that GitHub reads."""

import re

from hypothesis import given
from hypothesis import strategies as st

from arsrapport.diagnostics import Diagnostic, Severity, fault
from arsrapport.reporting.annotations import annotation_lines
from arsrapport.source.place import Place


def annotations(*diagnostics, folder=""):
    return list(annotation_lines(diagnostics, "nn", folder))


def test_an_error_has_its_place_its_code_its_message_and_its_hint():
    found = fault(
        "AR109", Place("meetings/kart/2021/2021-03-10.md", 4, 5), key="titel", nearest="title"
    )

    (line,) = annotations(found)

    assert line == (
        "::error file=meetings/kart/2021/2021-03-10.md,line=4,col=5,title=AR109"
        "::meetings/kart/2021/2021-03-10.md:4:5: AR109 feil feltet «titel» er ukjent"
        "%0ASkriv «title», eller slett feltet"
    )


def test_each_severity_has_its_command():
    place = Place("x.md")
    found = [Diagnostic("AR412", severity, place, (("label", "1"),)) for severity in Severity]

    assert [line.partition(" ")[0] for line in annotations(*found)] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_signs_that_mean_something_to_github_are_escaped():
    found = fault("AR203", Place("meetings/a,b:c%d.md"), name="50 % :: ,\r\n::error::x")

    (line,) = annotations(found)

    head, _, message = line.removeprefix("::").partition("::")
    assert head == "warning file=meetings/a%2Cb%3Ac%25d.md,line=1,col=1,title=AR203"
    assert "«50 %25 :: ," in message
    assert "\n" not in line
    assert "\r" not in line


def test_paths_are_seen_from_the_top_of_the_repository():
    found = fault("AR103", Place("meetings/x.md", 1, 1))

    (line,) = annotations(found, folder="utval/kart")

    assert line.startswith(
        "::error file=utval/kart/meetings/x.md,line=1,col=1,title=AR103::utval/kart/meetings/x.md:1:1: "
    )


def unescaped(text):
    for escaped, sign in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
        text = text.replace(escaped, sign)
    return text


def read_as_github_does(line):
    """Parse a workflow command as the runner does: at the first `::`, then at `,` and `=`."""
    head, _, message = line.removeprefix("::").partition("::")
    command, _, rest = head.partition(" ")
    pairs = (part.split("=", 1) for part in rest.split(","))
    return command, {key: unescaped(value) for key, value in pairs}, message


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20), st.text())
def test_no_path_or_text_breaks_out_of_its_annotation(name, text):
    (line,) = annotations(fault("AR203", Place(f"meetings/{name}", 7, 9), name=text))

    assert not re.search(r"[\r\n]", line)
    command, properties, _ = read_as_github_does(line)
    assert command == "warning"
    assert properties == {"file": f"meetings/{name}", "line": "7", "col": "9", "title": "AR203"}
