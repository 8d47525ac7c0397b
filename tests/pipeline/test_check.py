"""Check: every committee, one at a time."""

import gc
import tracemalloc

from msgspec import Struct

import generated
from arsrapport.pipeline.check import check_project
from arsrapport.source.tree import MemoryTree


def project(committees: int, meetings: int, **changes: str) -> MemoryTree:
    """A project of several committees that are alike but for their names."""
    files = generated.committee("nn", meetings)
    found = {
        path.replace("/kart/", f"/kart-{number}/"): data
        for number in range(committees)
        for path, data in files.items()
    }
    return MemoryTree({**found, **{path: text.encode() for path, text in changes.items()}})


def faults(tree: MemoryTree) -> list[str]:
    return [f"{d.place.path} {d.code}" for d in check_project(tree).diagnostics]


def test_the_faults_of_every_committee_are_found_and_those_of_the_register_once():
    tree = project(
        2,
        1,
        **{
            "meetings/register.yaml": "organisations: 7\n",
            "meetings/kart-0/2021/2021-02-01.md": "no front matter\n",
            "meetings/kart-1/2021/2021-02-01.md": "---\ndate: 2021-02-01\n---\n",
            "meetings/kart-1/2021/note.md": "",
        },
    )

    assert faults(tree) == [
        "meetings/kart-0/2021/2021-02-01.md AR103",
        "meetings/kart-1/2021/2021-02-01.md AR111",
        "meetings/kart-1/2021/note.md AR203",
        "meetings/register.yaml AR110",
    ]


def test_a_project_without_committees_is_checked_too():
    files = {"arsrapport.yaml": b"language: en\n", "meetings/register.yaml": b"people: 7\n"}

    checked = check_project(MemoryTree(files))

    assert (checked.language, checked.files) == ("en", 2)
    assert [d.code for d in checked.diagnostics] == ["AR110"]


def test_a_reference_to_nowhere_is_told_though_another_committee_has_a_broken_file():
    meeting = generated.committee("nn", 1)["meetings/kart/2021/2021-01-01.md"].decode()
    tree = project(
        2,
        1,
        **{
            "meetings/kart-0/2021/2021-02-01.md": "no front matter\n",
            "meetings/kart-1/2021/2021-01-01.md": meeting + "\n<meeting:2017-01-01>\n",
        },
    )

    assert faults(tree) == [
        "meetings/kart-0/2021/2021-02-01.md AR103",
        "meetings/kart-1/2021/2021-01-01.md AR601",
    ]


class Weighed(Struct):
    """A tree that notes how much memory is held whenever a committee begins to be read."""

    tree: MemoryTree
    held: list[int]

    def paths(self) -> tuple[str, ...]:
        return self.tree.paths()

    def read(self, path: str) -> bytes:
        if path.endswith("committee.yaml"):
            gc.collect()
            self.held.append(tracemalloc.get_traced_memory()[0])
        return self.tree.read(path)


def test_a_committee_is_let_go_before_the_next_is_read():
    check_project(project(1, 1))  # imports, and makes what is made once for all
    tree = Weighed(project(4, 6), [])
    tracemalloc.start()

    assert check_project(tree).diagnostics == ()

    tracemalloc.stop()
    # Six meetings are 170 kB.
    assert max(tree.held[2:]) - tree.held[1] < 20_000
