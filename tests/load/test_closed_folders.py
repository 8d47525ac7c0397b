"""A folder that cannot be looked into: what may be in it is missed, and that is told."""

import pytest

import generated
from arsrapport.load.project import load
from arsrapport.load.sources import read_common
from arsrapport.source.tree import MemoryTree


def project(*closed):
    """A committee with a meeting in 2021, and folders that cannot be looked into."""
    return MemoryTree({**generated.committee("nn", 1), **dict.fromkeys(closed, b"")})


def told(tree, only=None):
    return [
        (str(d.place), d.code, d.arguments)
        for d in load(tree, only)[1]
        if d.code in {"AR101", "AR203"}
    ]


@pytest.mark.parametrize(
    "folder",
    [
        "meetings",
        "meetings/kart",
        "meetings/kart/2022",
        "meetings/kart/2021/report",
        "meetings/veg/2021",
        "theme",
    ],
)
def test_it_is_an_error_at_its_path(folder):
    expected = [(f"{folder}:1:1", "AR101", (("reason", "folder"),))]

    assert told(project(f"{folder}/")) == expected


def test_that_of_another_committee_is_no_concern_of_this_one():
    tree = project("meetings/veg/2021/")

    assert told(tree, only=["kart"]) == []
    assert [place for place, *_ in told(tree, only=["veg"])] == ["meetings/veg/2021:1:1"]


def test_what_may_be_in_it_may_be_asked_for():
    common = read_common(project("meetings/veg/2022/"))

    assert common.ids_with("2022", ()) == {"veg"}
    assert common.ids_with("", ()) == {"kart", "veg"}


def test_it_is_no_file_of_the_project():
    assert "meetings/kart/2022/" not in read_common(project("meetings/kart/2022/")).paths
