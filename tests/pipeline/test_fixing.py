"""Fixing: what is mended, how often, and what is left alone."""

import pytest

import generated
from arsrapport.pipeline.check import Checking
from arsrapport.pipeline.fixing import fix_project
from arsrapport.source.tree import MemoryTree

MEETING = "meetings/kart/2021/2021-01-01.md"
COMMITTEE = "meetings/kart/committee.yaml"
CODES = ("AR1", "AR4")
"""Of what is mended here; what other rules find is no concern of these tests."""


def project(*changes, path=MEETING, language="nn"):
    """A project with one sound meeting, and what is to be something else in one of its files."""
    files = generated.committee(language, 1)
    text = files[path].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {**files, path: text.encode()}


def fixed(files, **asked):
    done = fix_project(MemoryTree(files), Checking(**{"select": CODES, **asked}))
    after = {**files, **{change.path: change.after for change in done.changes}}
    assert {change.path: change.before for change in done.changes} == {
        change.path: files[change.path] for change in done.changes
    }
    return done, after


def test_a_sound_project_is_left_as_it_is():
    done, after = fixed(project())

    assert (done.repaired, done.changes, after) == ({}, (), project())


def test_all_that_can_be_mended_is_and_counted_by_file():
    wrong = project(("date: 2021-01-01", "date: 1.1.2021"), ("## Sak 2\n", "## Sak 2. Farled\n"))
    wrong[COMMITTEE] = b"\xef\xbb\xbf" + wrong[COMMITTEE]

    done, after = fixed(wrong)

    assert after == project(("## Sak 2\n", "## Sak 2. Farleier\n"))
    # The date hides the heading, which is only seen when the file has a shape.
    assert done.repaired == {MEETING: 2, COMMITTEE: 1}
    assert [change.path for change in done.changes] == [MEETING, COMMITTEE]
    assert {d.code for d in done.before.diagnostics} == {"AR112", "AR117"}
    assert done.after.diagnostics == ()


def test_what_cannot_be_mended_is_what_is_left():
    wrong = project(("date: 2021-01-01", "date: 1.1.2021"), ("kind: closing", "kind: slutt"))

    done, after = fixed(wrong)

    assert after == project(("kind: closing", "kind: slutt"))
    assert [d.code for d in done.after.diagnostics] == ["AR113"]


def test_a_second_run_finds_nothing_more():
    wrong = project(
        ("title: Farleier", "title: Led: sør #1"),
        ("## Sak 3\n\n", ""),
        ("Sak 1. Djupner", "Sak 1. Djup"),
    )

    _, after = fixed(wrong)
    again, _ = fixed(after)

    assert after != wrong
    assert (again.repaired, again.changes) == ({}, ())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {MEETING: 2, COMMITTEE: 1}),
        ({"select": ("AR112",)}, {MEETING: 1}),
        ({"ignore": ("AR117",)}, {MEETING: 2}),
        ({"paths": (COMMITTEE,)}, {COMMITTEE: 1}),
        ({"paths": ("meetings/kart/2021",), "ignore": ("AR1",)}, {}),
    ],
)
def test_only_what_is_asked_about_is_mended(asked, expected):
    wrong = project(("date: 2021-01-01", "date: 1.1.2021"), ("## Sak 2\n", "## Sak 2. Farled\n"))
    wrong[COMMITTEE] = b"\xef\xbb\xbf" + wrong[COMMITTEE]

    assert fixed(wrong, **asked)[0].repaired == expected


def test_what_is_ignored_is_not_mended():
    wrong = project()
    wrong[COMMITTEE] += b"\r\n"
    reason = "check:\n  ignore:\n    - {code: AR118, reason: slik er det}\n"
    wrong["arsrapport.yaml"] += reason.encode()

    done, _ = fixed(wrong)

    assert (done.repaired, done.before.diagnostics) == ({}, ())


class Restless:
    """A tree in which one file is another the second time it is read, and from then on."""

    def __init__(self, files, path, new):
        self._files, self._path, self._new, self._count = files, path, new, 0

    def paths(self):
        return tuple(sorted(self._files))

    def read(self, path):
        self._count += path == self._path
        return self._new if path == self._path and self._count > 1 else self._files[path]


def test_a_file_that_somebody_writes_to_meanwhile_is_left():
    wrong = project(("date: 2021-01-01", "date: 1.1.2021"))
    newer = project(("date: 2021-01-01", "date: 1. 1. 2021"))
    tree = Restless(wrong, MEETING, newer[MEETING])

    done = fix_project(tree, Checking(select=CODES))

    assert done.changes == ()


def test_bytes_that_are_no_text_are_left():
    wrong = project()
    wrong[MEETING] = b"\xef\xbb\xbf---\r\ndate: 1.1.2021\n\xff---\r"

    done, _ = fixed(wrong)

    assert done.changes == ()
    assert [d.code for d in done.after.diagnostics] == ["AR102"]
