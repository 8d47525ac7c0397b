"""Text: what somebody reads on the screen, by hand."""

from hypothesis import given
from hypothesis import strategies as st

from arsrapport.diagnostics import Severity, fault
from arsrapport.reporting.text import diagnostic_lines
from arsrapport.source.place import Place

ONE = "meetings/kart/2021/2021-03-10.md"
TWO = "meetings/kart/2021/2021-05-12.md"
TEXTS = {
    ONE: "---\ndate: 2021-03-10\nagenda:\n  - titel: Nye tal\n    kind: x\n---\n\n## Sak 1\n",
    TWO: "---\ndate: 2021-05-12\nagenda: []\n---\n\nSjå [^1].\n",
}

KEY = fault("AR109", Place(ONE, 4, 5, 4, 10), key="titel", nearest="title")
MISSING = fault("AR111", Place(ONE, 4, 5, 5, 12), key="title")
NOTE = fault("AR412", Place(TWO, 6, 5, 6, 9), label="1")
STRAY = fault("AR203", Place("meetings/kart/2021/note.md"), name="note.md")
ARROWS = {Severity.ERROR: ("<", ">"), Severity.WARNING: ("{", "}"), Severity.INFO: ("(", ")")}


def text(*diagnostics, language="nn", **options):
    return "\n".join(diagnostic_lines(diagnostics, TEXTS, language, **options))


def test_findings_stand_by_file_with_their_line_their_mark_and_their_hint():
    assert text(KEY, MISSING, NOTE) == (
        """\
meetings/kart/2021/2021-03-10.md:4:5: AR109 feil feltet «titel» er ukjent
    4 |   - titel: Nye tal
      |     ^^^^^
    Skriv «title», eller slett feltet
meetings/kart/2021/2021-03-10.md:4:5: AR111 feil feltet «title» manglar
    4 |   - titel: Nye tal
      |     ^^^^^^^^^^^^^^
    Legg til ei linje med «title: » og det som skal stå der

meetings/kart/2021/2021-05-12.md:6:5: AR412 åtvaring ingenting viser til fotnoten «1»
    6 | Sjå [^1].
      |     ^^^^
    Skriv [^1] der fotnoten høyrer til, eller slett han

to feil og éi åtvaring"""
    )


def test_the_language_is_the_reader_s():
    (finding, _, _, hint, _, count) = text(KEY, language="nb").split("\n")

    assert finding.endswith(": AR109 feil feltet «titel» er ukjent")
    assert hint == "    Skriv «title», eller slett feltet"
    assert count == "én feil"
    assert text(KEY, NOTE, language="en").split("\n")[-1] == "one error and one warning"


def test_a_file_as_a_whole_has_no_line():
    assert text(STRAY).split("\n")[1].startswith("    Gi ei møtefil namn etter")


def test_a_file_that_cannot_be_read_has_no_line():
    found = fault("AR102", Place("meetings/kart/2021/2021-06-01.md", 3, 4), byte="0xFF")

    finding, hint, blank, count = text(found).split("\n")

    assert finding.startswith("meetings/kart/2021/2021-06-01.md:3:4: AR102 feil ")
    assert (hint[:4], blank, count) == ("    ", "", "éin feil")


def test_numbers_of_lines_stand_under_one_another():
    texts = {ONE: "\n" * 123_455 + "titel: x\n"}
    found = [fault("AR109", Place(ONE, n, 1, n, 6), key="titel", nearest="") for n in (99, 123_456)]

    lines = list(diagnostic_lines(found, texts, "nn"))

    assert lines[1:3] == ["   99 |", "      | ^"]
    assert lines[5:7] == ["123456 | titel: x", "       | ^^^^^"]


def test_a_painter_is_given_the_severity_and_the_mark_and_nothing_else():
    def paint(words, severity):
        left, right = ARROWS[severity]
        return f"{left}{words}{right}"

    lines = text(KEY, NOTE, paint=paint).split("\n")

    assert lines[0] == f"{ONE}:4:5: AR109 <feil> feltet «titel» er ukjent"
    assert lines[2] == "      |     <^^^^^>"
    assert lines[5].startswith(f"{TWO}:6:5: AR412 {{åtvaring}} ")
    assert lines[7] == "      |     {^^^^}"
    assert not [line for line in (lines[1], lines[3], *lines[8:]) if set("<>{}") & set(line)]


def test_nothing_found_is_counted_too():
    assert text() == "ingen feil"


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.integers(1, 90),
    st.text(max_size=30),
)
def test_no_file_steers_the_terminal_that_its_faults_are_printed_on(content, column, name):
    texts = {f"x/{name}": content}
    place = Place(f"x/{name}", 1, column, 1, column + 3)

    lines = list(diagnostic_lines([fault("AR203", place, name=content)], texts, "nn"))

    assert 4 <= len(lines) <= 6
    assert not [s for line in lines for s in line if s in "\n\r\x1b\x07\x9b\u202e\u2066\u2028"]
