"""Writing new files: all of them or none, and never over another."""

import errno
import os

import pytest

from arsrapport.output.new_files import in_the_way, write_new_files

FILES = {"a/b/one.md": b"1", "a/two.md": b"2", ".three": b"3"}


def everything(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_are_written_with_their_folders(tmp_path):
    assert write_new_files(tmp_path / "x/y", FILES) == {}

    assert everything(tmp_path / "x/y") == [".three", "a", "a/b", "a/b/one.md", "a/two.md"]
    assert (tmp_path / "x/y/a/b/one.md").read_bytes() == b"1"


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/two.md").write_bytes(b"mine")

    assert write_new_files(tmp_path, FILES) == {"a/two.md": "failed"}

    assert everything(tmp_path) == ["a", "a/two.md"]
    assert (tmp_path / "a/two.md").read_bytes() == b"mine"


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "no space left"), KeyboardInterrupt()])
def test_a_fault_takes_back_all_that_was_made(tmp_path, monkeypatch, number, fault):
    """The disk is full, or the run broken off, when file `number` is open and written."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/mine.md").write_bytes(b"mine")
    left = [None] * (number - 1)

    def stop(_):
        if not left:
            raise fault
        left.pop()

    monkeypatch.setattr(os, "fsync", stop)
    if isinstance(fault, OSError):
        assert write_new_files(tmp_path, FILES) == {list(FILES)[number - 1]: "failed"}
    else:
        with pytest.raises(KeyboardInterrupt):
            write_new_files(tmp_path, FILES)

    assert everything(tmp_path) == ["a", "a/mine.md"]


def test_what_is_in_the_way_is_named_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_text("a file")
    (tmp_path / ".three").mkdir()

    assert in_the_way(tmp_path, [*FILES, "a/b/four.md"]) == ("a/b", ".three")
    assert in_the_way(tmp_path / "a/b", FILES) == (".",)
    assert in_the_way(tmp_path / "nowhere", FILES) == ()


def test_a_link_to_nowhere_is_in_the_way(tmp_path):
    try:
        (tmp_path / ".three").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("no links on this system")

    assert in_the_way(tmp_path, FILES) == (".three",)
