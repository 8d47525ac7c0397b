"""Compiled templates are kept beside them, and only if they may be."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from arsrapport.render.html.compiled import compiled_beside


def render(folder: Path) -> str:
    """Render a template as a new run of the program does."""
    loader = FileSystemLoader(folder)
    environment = Environment(loader=loader, bytecode_cache=compiled_beside(folder))  # noqa: S701
    return environment.get_template("page.html").render(name="Kari")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "page.html").write_text("Hei, {{ name }}!", encoding="utf-8")
    return tmp_path


def kept(folder: Path) -> list[Path]:
    return list(folder.glob("__pycache__/*.cache"))


def test_a_template_is_compiled_once(folder, monkeypatch):
    assert render(folder) == "Hei, Kari!"
    assert len(kept(folder)) == 1

    monkeypatch.setattr(Environment, "_parse", lambda *_: pytest.fail("compiled again"))
    assert render(folder) == "Hei, Kari!"


def test_a_changed_template_is_compiled_anew(folder):
    render(folder)
    (folder / "page.html").write_text("Hallo, {{ name }}!", encoding="utf-8")

    assert render(folder) == "Hallo, Kari!"


def test_a_damaged_file_is_compiled_anew(folder):
    render(folder)
    (path,) = kept(folder)
    whole = path.read_bytes()
    for damaged in (b"", whole[:20], whole[: len(whole) // 2], b"\0" * 200):
        path.write_bytes(damaged)
        assert render(folder) == "Hei, Kari!"


def test_nothing_is_kept_where_python_keeps_nothing(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert render(folder) == "Hei, Kari!"
    assert not (folder / "__pycache__").exists()


def test_a_folder_in_which_nothing_can_be_kept_does_no_harm(folder):
    (folder / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")

    assert render(folder) == "Hei, Kari!"
