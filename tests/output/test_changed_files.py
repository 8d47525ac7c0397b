"""Changed files: all or none, nothing that somebody else wrote, nothing outside."""

import os
import stat
from pathlib import Path

import pytest

from arsrapport.output.changed_files import change_files
from arsrapport.source.edits import Change

no_links = pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows users lack")


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "project"
    for name in ("a.md", "meetings/b.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"old " + name.encode())
    return folder


A = Change("a.md", b"old a.md", b"new a")
B = Change("meetings/b.md", b"old meetings/b.md", b"new b")


def held(root):
    """Every file of a project, with what it holds."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


OLD = {"a.md": b"old a.md", "meetings/b.md": b"old meetings/b.md"}


def test_every_file_is_written_and_nothing_is_left_beside_it(root):
    assert change_files(root, [A, B]) == {}
    assert held(root) == {"a.md": b"new a", "meetings/b.md": b"new b"}


def test_a_file_that_was_changed_meanwhile_is_told_and_no_other_is_written(root):
    (root / "meetings/b.md").write_bytes(b"somebody else's")

    assert change_files(root, [A, B]) == {"meetings/b.md": "changed"}
    assert held(root) == {"a.md": b"old a.md", "meetings/b.md": b"somebody else's"}


def test_a_file_that_is_changed_at_the_last_moment_is_told(root, monkeypatch):
    read = Path.read_bytes
    times = []

    def read_bytes(path):
        times.append(path.name)
        return read(path) if times.count("b.md") < 2 else b"somebody else's"

    monkeypatch.setattr(Path, "read_bytes", read_bytes)

    assert change_files(root, [A, B]) == {"meetings/b.md": "changed"}
    monkeypatch.undo()
    assert held(root) == OLD


@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_is_gone_or_a_folder_is_told(root, there):
    (root / "a.md").unlink()
    if there:
        (root / "a.md").mkdir()

    assert change_files(root, [A, B]) == {"a.md": "changed"}
    assert held(root) == {"meetings/b.md": OLD["meetings/b.md"]}


def test_a_file_that_must_not_be_written_is_told(root, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "a.md")

    assert change_files(root, [A, B]) == {"a.md": "protected"}
    assert held(root) == OLD


@pytest.mark.parametrize(
    ("error", "expected"),
    [(PermissionError(13, "denied"), "protected"), (OSError(28, "no space left"), "failed")],
)
def test_a_folder_that_takes_no_file_is_told(root, monkeypatch, error, expected):
    opened = Path.open

    def open_(path, mode="r", *rest):
        if mode == "xb" and path.parent.name == "meetings":
            raise error
        return opened(path, mode, *rest)

    monkeypatch.setattr(Path, "open", open_)

    assert change_files(root, [A, B]) == {"meetings/b.md": expected}
    monkeypatch.undo()
    assert held(root) == OLD


@no_links
def test_a_link_out_of_the_project_is_told_and_not_followed(root):
    outside = root.parent / "outside.md"
    outside.write_bytes(B.before)
    (root / "meetings/b.md").unlink()
    (root / "meetings/b.md").symlink_to(outside)

    assert change_files(root, [A, B]) == {"meetings/b.md": "outside"}
    assert outside.read_bytes() == B.before
    assert (root / "a.md").read_bytes() == A.before


@no_links
def test_a_folder_that_is_a_link_out_of_the_project_is_not_followed(root):
    (root / "meetings").rename(root.parent / "meetings")
    (root / "meetings").symlink_to(root.parent / "meetings")

    assert change_files(root, [B]) == {"meetings/b.md": "outside"}
    assert held(root.parent / "meetings") == {"b.md": B.before}


@no_links
def test_a_link_inside_stays_a_link_and_its_file_is_written_once(root):
    (root / "c.md").symlink_to("a.md")

    assert change_files(root, [A, Change("c.md", A.before, b"new c")]) == {}
    assert (root / "c.md").is_symlink()
    assert held(root) == {**OLD, "a.md": b"new a", "c.md": b"new a"}


@no_links
def test_a_link_that_leads_to_itself_is_told(root):
    (root / "c.md").symlink_to("c.md")

    assert change_files(root, [A, Change("c.md", b"", b"x")]) in (
        {"c.md": "changed"},  # Python 3.12 and older
        {"c.md": "failed"},
    )
    assert (root / "a.md").read_bytes() == A.before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_who_may_read_a_file_stays(root):
    (root / "a.md").chmod(0o640)

    change_files(root, [A])

    assert stat.S_IMODE((root / "a.md").stat().st_mode) == 0o640


def test_what_a_killed_run_left_is_cleared_away(root):
    (root / ".a.md.1.new").write_bytes(b"half")

    change_files(root, [A])

    assert sorted(held(root)) == ["a.md", "meetings/b.md"]
