"""Trees: what a project's files are, and what is refused."""

import os
from pathlib import Path

import pytest

from arsrapport.source.tree import (
    SIZE_LIMIT,
    FolderTree,
    MemoryTree,
    OverlayTree,
    UnreadableError,
    builtin_folder,
    find_project,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name in ("arsrapport.yaml", "meetings/b/2017/x.md", "meetings/a/y.md", "chapters/z.md"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"text of " + name.encode())
    for name in ("build/out.md", ".git/config", "notes.md", "meetings/.hidden/x.md"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"not input")
    return root


def test_a_folder_lists_its_input_in_order_and_nothing_else(project):
    expected = ("arsrapport.yaml", "chapters/z.md", "meetings/a/y.md", "meetings/b/2017/x.md")

    assert expected == FolderTree(project).paths()


def test_a_file_is_read_as_bytes(project):
    assert FolderTree(project).read("meetings/a/y.md") == b"text of meetings/a/y.md"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("meetings/none.md", "missing"),
        ("meetings/a", "unreadable"),
        ("../outside.txt", "outside"),
        ("meetings/a/\0.md", "unreadable"),
    ],
)
def test_what_cannot_be_read_says_why(project, path, reason):
    (project.parent / "outside.txt").write_text("secret")

    with pytest.raises(UnreadableError) as error:
        FolderTree(project).read(path)

    assert reason == error.value.reason


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that Windows users lack")
def test_a_link_that_leads_out_is_refused_and_one_inside_is_not(project):
    (project.parent / "outside.txt").write_text("secret")
    (project / "meetings/out.md").symlink_to(project.parent / "outside.txt")
    (project / "meetings/in.md").symlink_to(project / "meetings/a/y.md")

    assert FolderTree(project).read("meetings/in.md") == b"text of meetings/a/y.md"
    with pytest.raises(UnreadableError) as error:
        FolderTree(project).read("meetings/out.md")
    assert error.value.reason == "outside"


def test_a_folder_that_cannot_be_looked_into_stands_for_what_is_in_it(project, monkeypatch):
    closed = {project / "meetings/b/2017", project / "chapters"}
    scan = os.scandir

    def scandir(path):
        if Path(path) in closed:
            raise PermissionError(13, "denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)

    expected = ("arsrapport.yaml", "chapters/", "meetings/a/y.md", "meetings/b/2017/")
    assert expected == FolderTree(project).paths()


def test_a_folder_of_input_that_is_missing_or_a_file_is_nothing(tmp_path):
    (tmp_path / "arsrapport.yaml").touch()
    (tmp_path / "theme").touch()

    assert FolderTree(tmp_path).paths() == ("arsrapport.yaml",)


def test_a_tree_may_be_laid_over_another():
    tree = OverlayTree(MemoryTree({"a": b"old", "b": b"b"}), {"a": b"new", "c": b"c"})

    assert tree.paths() == ("a", "b", "c")
    assert [tree.read(path) for path in tree.paths()] == [b"new", b"b", b"c"]
    with pytest.raises(UnreadableError):
        tree.read("d")


def test_too_large_a_file_is_not_read():
    tree = MemoryTree({"big": b"x" * (SIZE_LIMIT + 1), "fits": b"x" * SIZE_LIMIT})

    assert len(tree.read("fits")) == SIZE_LIMIT
    with pytest.raises(UnreadableError) as error:
        tree.read("big")
    assert error.value.reason == "too-large"


def test_a_project_is_found_from_any_folder_below(project):
    assert find_project(project / "meetings/b/2017") == project
    assert find_project(project) == project
    assert find_project(project.parent) is None


def test_the_tools_own_templates_are_there():
    folder = builtin_folder()

    assert (folder / "chapters").is_dir()
    assert (folder / "fonts").is_dir()


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that Windows users lack")
def test_a_folder_of_input_that_is_a_link_out_of_the_project_is_not_walked(project):
    outside = project.parent / "elsewhere"
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    (project / "theme").symlink_to(outside)

    assert not [path for path in FolderTree(project).paths() if path.startswith("theme")]
