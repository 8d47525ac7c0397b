"""Patches, taken by git as it takes its own."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arsrapport.reporting.patch import patch
from arsrapport.source.edits import Change

GIT = shutil.which("git")


def text_of(before, after, path="a.md"):
    return patch([Change(path, before.encode(), after.encode())]).decode()


def test_what_is_the_same_has_no_patch():
    assert patch([]) == b""
    assert text_of("a\n", "a\n") == ""


def test_a_line_is_shown_with_three_around_it():
    before = "".join(f"{number}\n" for number in range(1, 10))

    assert text_of(before, before.replace("5", "fem")) == (
        "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+fem\n 6\n 7\n 8\n"
    )


def test_lines_far_apart_stand_in_hunks_of_their_own_and_near_ones_together():
    before = "".join(f"{number}\n" for number in range(1, 21))

    far = text_of(before, before.replace("2\n", "x\n", 1).replace("10\n", "y\n"))
    near = text_of(before, before.replace("2\n", "x\n", 1).replace("9\n", "y\n", 1))

    assert [line for line in far.split("\n") if line.startswith("@@")] == [
        "@@ -1,5 +1,5 @@",
        "@@ -7,7 +7,7 @@",
    ]
    assert [line for line in near.split("\n") if line.startswith("@@")] == ["@@ -1,12 +1,12 @@"]


def test_a_line_without_an_end_is_marked_and_carriage_returns_are_a_part_of_theirs():
    assert text_of("a\r\nb", "a\nc") == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n"
        "-a\r\n-b\n\\ No newline at end of file\n+a\n+c\n\\ No newline at end of file\n"
    )


def test_other_characters_end_no_line():
    assert text_of("a\rb\x0b\u2028c\nd\n", "a\rb\x0b\u2028c\ne\n") == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\rb\x0b\u2028c\n-d\n+e\n"
    )


def test_files_follow_each_other():
    made = patch([Change("a", b"1\n", b"2\n"), Change("b/c", b"3\n", b"")]).decode()

    assert made == (
        "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-1\n+2\n--- a/b/c\n+++ b/b/c\n@@ -1,1 +0,0 @@\n-3\n"
    )


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("kart/møte.md", "a/kart/møte.md"),
        ("kart/eit møte.md", "a/kart/eit møte.md\t"),
        ('kart/"x"\n+++ b/y', '"a/kart/\\"x\\"\\n+++ b/y"'),
        ("kart\\\x1b\u202e", '"a/kart\\\\\\033\\342\\200\\256"'),
    ],
)
def test_no_name_steers_the_patch_or_the_terminal(path, shown):
    assert text_of("a\n", "b\n", path).startswith(f"--- {shown}\n")


def test_files_that_are_quite_another_cost_no_more_than_they_hold():
    before = "".join(f"{number % 7}\n" for number in range(50_000))
    after = "".join(f"{number % 5}\n" for number in range(50_001))

    made = text_of(before, f"x\n{after}")

    assert made.count("\n-") + made.count("\n+") > 99_000


# --- git ------------------------------------------------------------------------------------

needs_git = pytest.mark.skipif(GIT is None, reason="there is no git")


def applied(folder, changes, *, below=""):
    """The files as git makes them, given the patch, in a folder of a repository."""
    here = folder / below
    for change in changes:
        (here / change.path).parent.mkdir(parents=True, exist_ok=True)
        (here / change.path).write_bytes(change.before)
    for command in (["init", "--quiet"], ["apply", "-"]):
        done = subprocess.run(
            [GIT, "-c", "core.autocrlf=false", *command],
            cwd=folder if command[0] == "init" else here,
            input=patch(changes) if command[0] == "apply" else b"",
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return {change.path: (here / change.path).read_bytes() for change in changes}


TEXTS = [
    ("a\nb\n", "a\nc\n"),
    ("a\r\nb\r\nc", "a\nb\nc"),
    ("a\nb", "a\nb\n"),
    ("a\nb\n", "a\nb"),
    ("\ufeffa\r\n", "a\r\n"),
    ("a\rb\rc", "a\nb\nc"),
    ("a\n\n\n\n\n\n\n\n\n\nz\n", "b\n\n\n\n\n\n\n\n\n\n\nz!\n"),
    ("".join(f"{n}\n" for n in range(99)), "".join(f"{n}\n" for n in range(99) if n % 40)),
    ("-- a/x\n", "++ b/y\n"),
]


@needs_git
@pytest.mark.parametrize("below", ["", "minutes/2021"])
def test_git_takes_a_patch_of_several_files_in_the_projects_folder(tmp_path, below):
    names = ["meetings/a.md", "eit møte.md", "åø/b.md", "c", "d", "e", "f", "g", "h"]
    changes = [
        Change(name, before.encode(), after.encode())
        for name, (before, after) in zip(names, TEXTS, strict=True)
    ]

    made = applied(tmp_path, changes, below=below)

    assert made == {change.path: change.after for change in changes}


@needs_git
@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["a", "b", "\r", "\n", "\n", "x\n"]), max_size=30).map("".join),
    st.lists(st.sampled_from(["a", "b", "\r", "\n", "\n", "y\n"]), min_size=1, max_size=30).map(
        "".join
    ),
)
def test_git_takes_whatever_patch(tmp_path_factory, before, after):
    changes = [Change("a.md", before.encode(), after.encode())]
    if before and before != after:
        assert applied(tmp_path_factory.mktemp("git"), changes) == {"a.md": after.encode()}
