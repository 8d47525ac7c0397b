"""Meeting files: two of one name."""

import pytest

from arsrapport.rules.meetings.meeting_files import named_twice
from small_projects import found, meeting, path_of

MEETING = path_of("2021-03-10b")


@pytest.mark.parametrize(
    "stray",
    [
        "meetings/kart/2020/2021-03-10b.md",  # another year's folder
        "meetings/kart/2021-03-10b.md",  # none
        "meetings/kart/2021/old/2021-03-10b.md",
        "meetings/kart/2021/2021-03-10B.md",
        "meetings/kart/2021/2021-03-10b.MD",
    ],
)
def test_a_file_that_is_not_read_has_the_name_of_a_meeting(stray):
    files = {MEETING: meeting("2021-03-10"), stray: meeting("2021-03-10")}

    name = stray.rpartition("/")[2]
    assert found("AR205", files) == [
        (f"{name.removesuffix('.md')}:1:1", {"name": name, "place": MEETING})
    ]


@pytest.mark.parametrize(
    "other",
    [
        "meetings/kart/2021/2021-03-10.md",  # the first meeting that day
        "meetings/kart/2021/2021-03-10c.md",
        "meetings/kart/2020/2021-03-11b.md",  # a stray, but of no meeting's name
        "meetings/hamn/2021/2021-03-10b.md",  # another committee
        "meetings/hamn/2020/2021-03-10b.md",
        "meetings/kart/2021/report/2021-03-10b.md",  # a chapter
        "meetings/kart/2021/2021-03-10b-notat.md",
        "meetings/kart/2021/2021-03-10b-notat/2021-03-10b.md",
    ],
)
def test_other_names_are_told_apart(other):
    files = {MEETING: meeting("2021-03-10"), other: meeting("2021-03-10")}

    assert found("AR205", files) == []


def test_each_file_too_many_is_told_with_the_meeting_that_holds():
    paths = ["meetings/kart/2019/2021-03-10b.md", "meetings/kart/2020/2021-03-10b.md"]

    assert [(d.place.path, dict(d.arguments)["place"]) for d in named_twice([MEETING], paths)] == [
        (path, MEETING) for path in paths
    ]
