"""Writing: old or new, each whole."""

from pathlib import Path

import pytest

from arsrapport.output.files import reason, write_files


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_files_are_written_and_nothing_else_is_left(tmp_path):
    faults = write_files(tmp_path / "a/b", {"x.pdf": b"1", "x.html": b"2"})

    assert faults == {}
    assert names(tmp_path / "a/b") == ["x.html", "x.pdf"]
    assert (tmp_path / "a/b/x.pdf").read_bytes() == b"1"


def test_a_second_run_replaces_the_first(tmp_path):
    write_files(tmp_path, {"x.pdf": b"old"})
    write_files(tmp_path, {"x.pdf": b"new"})

    assert (tmp_path / "x.pdf").read_bytes() == b"new"


def test_what_a_killed_run_left_is_cleared_away(tmp_path):
    (tmp_path / ".x.pdf.4711.new").write_bytes(b"half")

    write_files(tmp_path, {"x.pdf": b"whole"})

    assert names(tmp_path) == ["x.pdf"]


def test_a_folder_in_the_way_is_a_fault_and_costs_nothing(tmp_path):
    (tmp_path / "x.pdf").mkdir()

    faults = write_files(tmp_path, {"x.pdf": b"1"})

    assert faults["x.pdf"] in {"in-use", "denied", "failed"}
    assert names(tmp_path) == ["x.pdf"]


def test_a_file_where_the_folder_should_be_is_a_fault(tmp_path):
    (tmp_path / "build").write_text("a file")

    faults = write_files(tmp_path / "build", {"x.pdf": b"1", "y.pdf": b"2"})

    assert sorted(faults) == ["x.pdf", "y.pdf"]


def test_nothing_is_moved_when_one_file_cannot_be_written(tmp_path):
    write_files(tmp_path, {"a.pdf": b"old"})

    faults = write_files(tmp_path, {"a.pdf": b"new", "no/such/b.pdf": b"new"})

    assert list(faults) == ["no/such/b.pdf"]
    assert names(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def sharing_violation() -> OSError:
    error = PermissionError(13, "used by another process")
    error.winerror = 32
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sharing_violation(), "in-use"),
        (PermissionError(13, "denied"), "denied"),
        (OSError(28, "no space left"), "failed"),
    ],
)
def test_the_reason_is_one_word(error, expected):
    assert expected == reason(error)


def test_a_kill_between_two_files_leaves_each_whole(tmp_path, monkeypatch):
    """The second move fails as if the machine had stopped: the first is new, the second old."""
    write_files(tmp_path, {"a.pdf": b"old a", "b.pdf": b"old b"})
    moved = Path.replace

    def stop_at_b(self, target):
        if Path(target).name == "b.pdf":
            raise KeyboardInterrupt
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", stop_at_b)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"a.pdf": b"new a", "b.pdf": b"new b"})
    monkeypatch.undo()

    assert (tmp_path / "a.pdf").read_bytes() == b"new a"
    assert (tmp_path / "b.pdf").read_bytes() == b"old b"
    write_files(tmp_path, {"a.pdf": b"new a", "b.pdf": b"new b"})
    assert names(tmp_path) == ["a.pdf", "b.pdf"]
