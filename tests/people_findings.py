"""What `check` tells of the people of a small project, with the words that each finding spans."""

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

PATH = "meetings/kart/2021/2021-03-{:02}.md"

MEETING = """\
---
date: 2021-03-{day:02}
agenda:
  - title: Djupner
{front}---
"""


def people_findings(*fronts, codes, register="", committee="", more=None):
    """Return what is told of meetings that have these lines in front matter, one a day.

    Lines may go on with the agenda, which has one item. Of each finding: its code, the file without
    its ending, the words that its span covers, and the arguments that are not these words, by name.
    """
    texts = {PATH.format(day): MEETING.format(day=day, front=f) for day, f in enumerate(fronts, 1)}
    texts |= {"meetings/register.yaml": register} if register else {}
    texts |= {"meetings/kart/committee.yaml": committee} if committee else {}
    texts |= {"arsrapport.yaml": ""} | (more or {})
    tree = MemoryTree({path: text.encode() for path, text in texts.items()})
    found = check_project(tree, Checking(select=codes)).diagnostics
    return [_told(diagnostic, texts[diagnostic.place.path]) for diagnostic in found]


def _told(diagnostic, text):
    place = diagnostic.place
    assert place.end_line == place.line
    line = text.split("\n")[place.line - 1]
    spanned = line[place.column - 1 : place.end_column - 1]
    arguments = [value for _, value in diagnostic.arguments if value != spanned]
    return diagnostic.code, place.path.rpartition("/")[2].partition(".")[0], spanned, *arguments
