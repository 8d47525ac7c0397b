"""What only Windows asks for, tried through its seams."""

import os
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from arsrapport.source import tree, windows
from arsrapport.source.tree import FolderTree
from arsrapport.source.windows import (
    below,
    can_be_named,
    extended,
    is_device,
    is_junction,
    reachable,
)


@pytest.fixture
def on_windows(monkeypatch):
    monkeypatch.setattr(windows, "WINDOWS", True)


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (r"C:\Users\Kari\utval", r"\\?\C:\Users\Kari\utval"),
        (r"\\server\felles\utval", r"\\?\UNC\server\felles\utval"),
        (r"\\?\C:\Users\Kari\utval", r"\\?\C:\Users\Kari\utval"),
        (r"\\?\UNC\server\felles", r"\\?\UNC\server\felles"),
        (r"\\.\pipe\x", r"\\.\pipe\x"),
    ],
)
def test_a_path_gets_the_form_in_which_it_may_be_long(whole, expected):
    assert extended(whole) == expected


@pytest.mark.parametrize("root", [r"C:\utval", r"\\?\C:\utval", r"\\?\UNC\server\felles\utval"])
def test_a_folder_is_seen_from_the_project_with_slashes(root):
    project = PureWindowsPath(root)

    assert below(project / "meetings" / "kart" / "2021", project) == "meetings/kart/2021"
    assert below(project, project) == ""


@pytest.mark.usefixtures("on_windows")
def test_only_a_folder_far_down_gets_another_form(monkeypatch):
    """100 characters is near enough; `..` is resolved first, since the form has none."""
    short, long = "C:\\" + "x" * 97, "C:\\" + "x" * 98
    with monkeypatch.context() as patched:
        patched.setattr(os.path, "abspath", {"near": short, "x/../far": long}.__getitem__)
        found = [reachable("near"), reachable("x/../far")]

    assert found == ["near", Path(f"\\\\?\\{long}")]


def test_on_other_systems_a_folder_stays_as_it_is():
    far = Path("/") / ("x" * 300)

    assert reachable(far) is far


@pytest.mark.parametrize("folders", [("meetings",), None])
def test_a_tree_reaches_its_files_by_that_form_and_calls_them_as_ever(
    tmp_path, monkeypatch, folders
):
    (tmp_path / "meetings/kart").mkdir(parents=True)
    (tmp_path / "meetings/kart/a.md").write_bytes(b"A")
    far = tmp_path / "far"
    monkeypatch.setattr(tree, "reachable", {far: tmp_path}.__getitem__)
    files = FolderTree(far, folders)

    assert files.paths() == ("meetings/kart/a.md",)
    assert files.read("meetings/kart/a.md") == b"A"


@pytest.mark.usefixtures("on_windows")
def test_a_junction_is_known_by_its_mark(monkeypatch):
    """A file of OneDrive's that is not here yet has a mark too, and is to be read."""
    marks = {"junction": 0xA0000003, "cloud": 0x9000001A, "plain": 0}
    monkeypatch.setattr(os, "lstat", lambda path: SimpleNamespace(st_reparse_tag=marks[path]))

    assert [is_junction(name) for name in marks] == [True, False, False]


@pytest.mark.usefixtures("on_windows")
def test_a_folder_that_is_gone_is_no_junction(tmp_path):
    assert not is_junction(str(tmp_path / "gone"))


def test_a_tree_does_not_walk_into_a_junction(tmp_path, monkeypatch):
    for name in ("kart", "loop"):
        (tmp_path / "meetings" / name).mkdir(parents=True)
        (tmp_path / "meetings" / name / "a.md").write_bytes(b"")
    monkeypatch.setattr(tree, "is_junction", lambda folder: folder.endswith("loop"))

    assert FolderTree(tmp_path).paths() == ("meetings/kart/a.md",)


@pytest.mark.parametrize(
    ("name", "device", "possible"),
    [
        ("aux", True, False),
        ("AUX.md", True, False),
        ("com1", True, False),
        ("LPT\N{SUPERSCRIPT TWO}.txt", True, False),
        ("nul .txt", True, False),
        ("auxiliary", False, True),
        ("com10", False, True),
        ("kart", False, True),
        ("2021-03-10-kart over kysten.png", False, True),
        ("kva?", False, False),
        ("a:b", False, False),
        ("a\\b", False, False),
        ("a\nb", False, False),
        ("kart.", False, False),
        ("kart ", False, False),
        (".gitignore", False, True),
    ],
)
def test_what_windows_lets_a_file_be_called(name, device, possible):
    assert (is_device(name), can_be_named(name)) == (device, possible)
