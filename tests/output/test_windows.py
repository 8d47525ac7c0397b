"""Writing on Windows, where a file that a reader holds open is not replaced.

`os.replace` fails there with PermissionError 5 (access denied) when another program has the target
open, 32 (sharing violation) when it has the source; `open` with errno 13 and no winerror.
"""

import os
from pathlib import Path

import pytest

from arsrapport.cli.commands import build
from arsrapport.language.catalogue import hint, message
from arsrapport.output import files as output
from arsrapport.output.files import write_files
from arsrapport.output.new_files import in_the_way, write_new_files
from conftest import write_project

NEW = {"a.pdf": b"new a", "b.csv": b"new b"}


@pytest.fixture
def windows(monkeypatch):
    """A Windows on which nothing is open, and where no test has to wait."""
    waits: list[float] = []
    monkeypatch.setattr(output, "WINDOWS", True)
    monkeypatch.setattr(output, "sleep", waits.append)
    return waits


def denied(winerror=None):
    error = PermissionError(13, "Access is denied")
    error.winerror = winerror
    return error


def hold(monkeypatch, *names, times=999, winerror=5):
    """Let replacing these fail so many times, as when a reader has them open."""
    replace = Path.replace
    left = dict.fromkeys(names, times)

    def replaced(self, target):
        if left.get(Path(target).name, 0) > 0:
            left[Path(target).name] -= 1
            raise denied(winerror)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)


def lock(monkeypatch, *names):
    """Let opening these for writing fail, as when Excel or Acrobat has them open."""
    opened = Path.open

    def opening(self, mode="r", *arguments, **options):
        if self.name in names and "+" in mode:
            raise denied()
        return opened(self, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", opening)


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_file_that_a_reader_holds_is_in_use_and_not_forbidden(
    windows, tmp_path, monkeypatch, winerror
):
    write_files(tmp_path, {"a.pdf": b"old"})
    hold(monkeypatch, "a.pdf", winerror=winerror)

    assert write_files(tmp_path, {"a.pdf": b"new"}) == {"a.pdf": "in-use"}
    assert content(tmp_path) == {"a.pdf": b"old"}
    assert sum(windows) < 1


def test_a_virus_scanner_that_lets_go_is_waited_for(windows, tmp_path, monkeypatch):
    write_files(tmp_path, {"a.pdf": b"old"})
    hold(monkeypatch, "a.pdf", times=2)

    assert write_files(tmp_path, {"a.pdf": b"new"}) == {}
    assert content(tmp_path) == {"a.pdf": b"new"}
    assert windows == [0.03, 0.06]


@pytest.mark.usefixtures("windows")
def test_with_one_file_open_none_is_replaced(tmp_path, monkeypatch):
    """That is seen before the first is moved."""
    old = {"a.pdf": b"old a", "b.csv": b"old b"}
    write_files(tmp_path, old)
    lock(monkeypatch, "b.csv")

    assert write_files(tmp_path, NEW) == {"b.csv": "in-use"}
    assert content(tmp_path) == old


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_read_only_is_forbidden(tmp_path, monkeypatch):
    write_files(tmp_path, {"a.pdf": b"old"})
    lock(monkeypatch, "a.pdf")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)

    assert write_files(tmp_path, {"a.pdf": b"new"}) == {"a.pdf": "denied"}


@pytest.mark.usefixtures("windows")
def test_a_folder_that_may_not_be_written_is_forbidden(tmp_path, monkeypatch):
    write_files(tmp_path, {"a.pdf": b"old"})

    def opening(*_arguments, **_options):
        raise denied()

    monkeypatch.setattr(Path, "open", opening)

    assert write_files(tmp_path, {"a.pdf": b"new"}) == {"a.pdf": "denied"}


@pytest.mark.usefixtures("windows")
def test_new_files_are_written_there_as_elsewhere(tmp_path):
    assert write_files(tmp_path / "a/b", NEW) == {}
    assert write_files(tmp_path / "a/b", NEW) == {}
    assert content(tmp_path / "a/b") == NEW


def test_elsewhere_denied_means_denied(tmp_path, monkeypatch):
    write_files(tmp_path, {"a.pdf": b"old"})
    hold(monkeypatch, "a.pdf", winerror=None)

    assert write_files(tmp_path, {"a.pdf": b"new"}) == {"a.pdf": "denied"}


def test_files_are_written_by_the_form_of_a_path_that_may_be_long(tmp_path, monkeypatch):
    far = tmp_path / "far"
    for module in ("files", "new_files"):
        monkeypatch.setattr(f"arsrapport.output.{module}.reachable", {far: tmp_path}.__getitem__)

    assert in_the_way(far, ["x/a.md"]) == ()
    assert write_files(far, {"a.pdf": b"1"}) == {}
    assert write_new_files(far, {"x/a.md": b"2"}) == {}
    assert (tmp_path / "a.pdf").read_bytes() == b"1"
    assert in_the_way(far, ["x/a.md"]) == ("x/a.md",)


CLOSE = {
    "nn": "fila «a.pdf» kan ikkje skrivast: ho er i bruk. "
    "Lukk fila i programmet der ho er open, og prøv ein gong til",
    "nb": "filen «a.pdf» kan ikke skrives: den er i bruk. "
    "Lukk filen i programmet der den er åpen, og prøv en gang til",
    "en": "the file “a.pdf” cannot be written: it is in use. "
    "Close the file in the program where it is open, and try again",
}


@pytest.mark.parametrize("language", CLOSE)
def test_in_use_asks_the_reader_to_close_the_file(language):
    arguments = {"name": "a.pdf", "reason": "in-use"}
    said = f"{message(language, 'AR618', arguments)}. {hint(language, 'AR618', arguments)}"

    assert said == CLOSE[language]


@pytest.mark.usefixtures("windows")
def test_a_build_with_the_report_open_says_so_and_leaves_the_old_one(tmp_path, monkeypatch, capsys):
    files = {
        "arsrapport.yaml": "",
        "meetings/kart/2021/2021-03-10.md": "---\ndate: 2021-03-10\nagenda: [{title: A}]\n---\n",
        "build/kart/2021/kart-2021.html": "old",
    }
    monkeypatch.chdir(write_project(tmp_path, files))
    lock(monkeypatch, "kart-2021.html")

    assert build("2021", [], ("html", "md"), None) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("kart/2021/kart-2021.html:1:1: AR618")
    assert said[1] == "    Lukk fila i programmet der ho er open, og prøv ein gong til"
    assert content(tmp_path / "build/kart/2021") == {"kart-2021.html": b"old"}
