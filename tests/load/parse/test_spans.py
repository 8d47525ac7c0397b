"""The place of a fault covers what is wrong and nothing else: here it stands between « and »."""

import pytest

from arsrapport.load.parse.parsed import parse_committee, parse_meeting
from arsrapport.source.tree import MemoryTree


def spans(marked, parse=parse_meeting):
    """The text with « and » around each place that is told, and the codes, in the order told."""
    text = marked.replace("«", "").replace("»", "")
    _, found = parse(MemoryTree({"a": text.encode()}), "a")
    lines = text.split("\n")
    marks = []
    for diagnostic in found:
        place = diagnostic.place
        marks += [((place.line, place.column), "«"), ((place.end_line, place.end_column), "»")]
    for (line, column), mark in sorted(marks, reverse=True):
        words = lines[line - 1]
        lines[line - 1] = words[: column - 1] + mark + words[column - 1 :]
    return "\n".join(lines), [diagnostic.code for diagnostic in found]


FRONT = "---\ndate: 2019-04-25\nagenda: []\n{}\n---\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("place: Oslo\n«place»: Bergen", "AR108"),
        ("«plase»: Oslo", "AR109"),
        ("place: «[Oslo]»", "AR110"),
        ("present: «Kari Moen»", "AR110"),
        ("next_meeting: «12. mai 2019»", "AR112"),
        ("next_meeting: «'12.5.2019'» # hugs", "AR112"),
        ("status: «ferdig»", "AR113"),
        ("place: Rom «#3 og meir»   # hugs", "AR114"),
        ("place: Rom «#3 og»\n  meir", "AR114"),
        ("place: Oslo«:» Rådhuset", "AR115"),
        ("present:\n  - «Kari: leiar»", "AR115"),
        ('place: «"M\\u0007te"»', "AR116"),
        ("present:\n«\t\t»- Kari Moen", "AR105"),
        ("place: «@»Oslo", "AR105"),
        ("present: «[»Kari, Bo", "AR105"),
        ('place: «"»Oslo', "AR105"),
        ("present: [Kari]«]»", "AR105"),
        ('place: "Oslo" «og Bergen»', "AR105"),
        ("present: [Kari] «og Bo»  ", "AR105"),
        ("«place Oslo»", "AR105"),
        ("place: «!by» Oslo", "AR106"),
        ("place: «&by» Oslo", "AR106"),
        ("present: [«*by», Kari]", "AR106"),
        ("place: «**Oslo**»", "AR106"),
    ],
)
def test_what_is_wrong_is_covered(line, code):
    marked = FRONT.format(line)

    assert spans(marked) == (marked, [code])


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("«---»\ndate: 2019-04-25\n", "AR104"),
        ("«---\n---»\n\nTekst.\n", "AR119"),
        ("«---\n# date: 2019-04-25\n\n---»  \n", "AR119"),
    ],
)
def test_front_matter_that_is_not_whole_is_covered(marked, code):
    assert spans(marked) == (marked, [code])


@pytest.mark.parametrize(
    ("marked", "code"),
    [("name: A\n«---»\nname: B\n", "AR105"), ("name: A\n«seats»: 3\n", "AR109")],
)
def test_what_is_wrong_in_a_committee_is_covered(marked, code):
    assert spans(marked, parse_committee) == (marked, [code])
