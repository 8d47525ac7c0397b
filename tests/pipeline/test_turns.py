"""Cold, remembered, and in several processes: the findings are the same."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct

from arsrapport.output.findings import FindingsFolder
from arsrapport.pipeline import turns
from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

MEETING = """\
---
date: 2021-03-10
agenda:
  - title: {title}
---

## Sak 1

Sjå figuren[^1].

[^{label}]: Ein note.
"""


def files(committees=3):
    found = {"arsrapport.yaml": b"publisher: Alfa\n", "meetings/register.yaml": b""}
    for number in range(committees):
        text = MEETING.format(title=f"Sak for {number}", label=number % 2)
        found[f"meetings/k{number}/2021/2021-03-10.md"] = text.encode()
        found[f"meetings/k{number}/committee.yaml"] = f"name: Utval {number}\n".encode()
    return found


class Counting(Struct):
    """A memory that says what it was asked."""

    folder: FindingsFolder
    missed: list[str]

    def recall(self, name, key):
        found = self.folder.recall(name, key)
        if found is None:
            self.missed.append(name)
        return found

    def keep(self, name, key, found):
        self.folder.keep(name, key, found)


def checked(content, memory=None, processes=1, day=date(2021, 12, 31)):
    tree = MemoryTree(content)
    return check_project(tree, Checking(day, memory=memory, processes=processes)).diagnostics


def missed(content, folder, **asked):
    memory = Counting(FindingsFolder(folder, Path("/p")), [])
    found = checked(content, memory, **asked)
    assert found == checked(content, day=asked.get("day", date(2021, 12, 31)))
    return memory.missed


@pytest.mark.parametrize("processes", [2, 3, 8])
def test_several_processes_find_what_one_finds(processes):
    expected = checked(files())

    assert [(d.place.path, d.code) for d in expected] == [
        ("meetings/k0/2021/2021-03-10.md", "AR411"),
        ("meetings/k0/2021/2021-03-10.md", "AR412"),
        ("meetings/k2/2021/2021-03-10.md", "AR411"),
        ("meetings/k2/2021/2021-03-10.md", "AR412"),
    ]
    assert checked(files(), processes=processes) == expected


def test_a_second_run_looks_at_nothing_again(tmp_path):
    assert missed(files(), tmp_path) == ["k0", "k1", "k2"]
    assert missed(files(), tmp_path) == []
    assert missed(files(), tmp_path, processes=4) == []


@pytest.mark.parametrize(
    ("path", "data", "again"),
    [
        ("meetings/k1/2021/2021-03-10.md", b"---\ndate: x\n---\n", ["k1"]),
        ("meetings/k1/committee.yaml", b"name: Another\n", ["k1"]),
        ("meetings/k1/2021/picture.png", b"x", ["k0", "k1", "k2"]),  # names of files are for all
        ("meetings/register.yaml", b"people: [{name: Bo Li}]\n", ["k0", "k1", "k2"]),
        ("arsrapport.yaml", b"language: nb\n", ["k0", "k1", "k2"]),
        ("chapters/cases.md", b"# Cases\n", ["k0", "k1", "k2"]),
    ],
)
def test_what_a_change_may_concern_is_looked_at_again(tmp_path, path, data, again):
    missed(files(), tmp_path)

    assert missed({**files(), path: data}, tmp_path) == again


def test_another_day_is_another_question(tmp_path):
    missed(files(), tmp_path)

    assert missed(files(), tmp_path, day=date(2022, 1, 1)) == ["k0", "k1", "k2"]


def test_another_program_believes_nothing(tmp_path, monkeypatch):
    missed(files(), tmp_path)
    monkeypatch.setattr(turns, "_program", lambda: b"another version")

    assert missed(files(), tmp_path) == ["k0", "k1", "k2"]


def test_a_project_without_a_committee_is_checked_too(tmp_path):
    content = {"arsrapport.yaml": b"publisher: Alfa\n", "meetings/register.yaml": b"people: x\n"}

    assert [d.code for d in checked(content)] == ["AR110"]
    assert missed(content, tmp_path) == [""]
    assert missed(content, tmp_path) == []


def test_only_the_committees_asked_about_are_checked(tmp_path):
    memory = Counting(FindingsFolder(tmp_path, Path("/p")), [])
    asked = Checking(paths=("meetings/k2/2021", "meetings/k0/2021/2021-03-10.md"), memory=memory)

    found = check_project(MemoryTree(files()), asked).diagnostics

    assert memory.missed == ["k0", "k2"]
    assert [(d.place.path.split("/")[1], d.code) for d in found] == [
        ("k0", "AR411"),
        ("k0", "AR412"),
        ("k2", "AR411"),
        ("k2", "AR412"),
    ]
