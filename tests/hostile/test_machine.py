"""A machine that takes away what a program needs: its folder, its console, its disk."""

import errno
import sys
import tempfile
from pathlib import Path

import pytest

from arsrapport.cli.commands import build
from hostile.test_writing import HTML
from hostile.trial import BUILD, CHECK, MEETING, MINUTES, OLD, lay, meeting, output, start


def test_a_folder_that_was_removed_under_the_users_feet(tmp_path, monkeypatch):
    def gone():
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    root = lay(tmp_path, {}, witness=False)
    monkeypatch.setattr(Path, "cwd", gone)

    for command in (BUILD, CHECK, MINUTES):
        ran = start(root, *command)
        assert ran.code == 1
        assert "AR617" in ran.err


@pytest.mark.parametrize("files", [{}, {MEETING: meeting("[a](file:x)")}])
def test_a_program_without_a_place_to_complain(tmp_path, monkeypatch, files):
    """`2>&-`, a service, pythonw on Windows: there is no sys.stderr."""
    root = lay(tmp_path, files, witness=False)
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "stderr", None)

    assert build("2021", [], ("html",), None) == len(files)


def test_a_full_disk_where_typst_works_is_no_bug(tmp_path, monkeypatch):
    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    root = lay(tmp_path, {}, witness=False)
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    ran = start(root, *BUILD)

    assert ran.code == 1
    assert "AR618" in ran.err
    assert output(root) == OLD


def test_a_console_that_takes_no_more_is_no_bug(tmp_path, monkeypatch):
    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    root = lay(tmp_path, {}, witness=False)
    monkeypatch.setattr("arsrapport.cli.check.all_well_line", full)
    ran = start(root, *CHECK)

    assert (ran.code, ran.err) == (1, "arsrapport: No space left on device\n")


def test_an_out_folder_that_cannot_be_listed(tmp_path, monkeypatch):
    root = lay(tmp_path, {}, witness=False)

    def denied(_path):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    ran = start(root, *HTML)
    monkeypatch.undo()

    assert ran.code == 0
    assert output(root) != OLD


@pytest.mark.parametrize("name", ["a\nb", "a\rb", "a\x9b31mb", "\u202eab", "\u2066a"])
def test_the_summary_steers_no_terminal(tmp_path, name):
    root = lay(tmp_path, {}, witness=False)
    (root / "meetings/kart").rename(root / "meetings" / name)

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (0, [])
    assert len(ran.out.splitlines()) == 4  # head, one committee, a blank line, one file
