"""Output that cannot be written, is written by two at once, or by one that is killed.

Whatever happens, each file is the old one or the new one, whole, and the next run mends the rest.
"""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from arsrapport.output.files import write_files
from hostile.trial import BUILD, MEETING, MINUTES, OLD, lay, meeting, output, start

HTML = (*BUILD, "--format", "html")
PDF_PATH, PAGE_PATH, MINUTES_PATH = OLD
PAGE_TOLD = "kart/2021/kart-2021.html:1:1 AR618"
VEG = {
    "meetings/veg/2021/2021-01-01.md": meeting(),
    "build/veg/2021/veg-2021.html": b"the old page of the other",
}

links = pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows users lack")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- places where nothing can be written ----------------------------------------------------


def test_an_out_path_that_is_a_file(tmp_path):
    root = lay(tmp_path, {}, witness=False)
    (tmp_path / "out").write_bytes(b"mine")

    for out in ("out", "out/below"):
        ran = start(root, *HTML, "--out", str(tmp_path / out))

        assert (ran.code, ran.told, ran.out) == (1, [PAGE_TOLD], "")
    assert (tmp_path / "out").read_bytes() == b"mine"
    assert output(root) == OLD


def test_an_out_path_that_is_one_of_the_inputs(tmp_path):
    root = lay(tmp_path, {}, witness=False)

    ran = start(root, *HTML, "--out", MEETING)

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert (root / MEETING).read_text(encoding="utf-8") == meeting()


@links
@pytest.mark.parametrize("target", ["build", "nowhere/at/all", "/dev/null", "arsrapport.yaml"])
def test_an_out_folder_that_is_a_link_to_no_folder(tmp_path, target):
    root = lay(tmp_path, {}, witness=False)
    (root / "build").rename(tmp_path / "before")
    (root / "build").symlink_to(target)

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert (root / "arsrapport.yaml").read_bytes() == b"language: nn\n"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has /proc")
def test_an_out_folder_in_which_nobody_may_write(tmp_path):
    root = lay(tmp_path, {}, witness=False)

    ran = start(root, *HTML, "--out", "/proc/self/task")

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert output(root) == OLD


@pytest.mark.parametrize(
    ("seam", "error", "why"),
    [
        ("mkdir", PermissionError(errno.EACCES, "denied"), "skrive"),
        ("mkdir", OSError(errno.EROFS, "read-only"), ""),
        ("open", PermissionError(errno.EACCES, "denied"), "skrive"),
        ("fsync", OSError(errno.ENOSPC, "no space left"), ""),
        ("replace", PermissionError(errno.EACCES, "in use"), "skrive"),
        ("replace", OSError(errno.EIO, "broken"), ""),
    ],
)
def test_a_disk_that_fails_anywhere_leaves_the_old_files(tmp_path, monkeypatch, seam, error, why):
    root = lay(tmp_path, {}, witness=False)

    def fail(*_args, **_options):
        raise error

    if seam == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif seam == "open":
        opened = Path.open
        monkeypatch.setattr(
            Path, "open", lambda p, m="r", *a: fail() if m == "xb" else opened(p, m, *a)
        )
    else:
        monkeypatch.setattr(Path, seam, fail)
    ran = start(root, *HTML)
    monkeypatch.undo()

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert why in ran.err
    assert str(tmp_path) not in ran.err
    assert output(root) == OLD
    assert names(root / "build/kart/2021") == sorted(Path(path).name for path in OLD)


@pytest.mark.parametrize("taken", ["html", "pdf"])
def test_a_folder_where_one_file_should_be_leaves_the_other_as_it_was(tmp_path, taken):
    """Nothing is moved to its place when one of the files could never be."""
    other = "pdf" if taken == "html" else "html"
    root = lay(tmp_path, {f"build/kart/2021/kart-2021.{taken}": None}, witness=False)
    (root / f"build/kart/2021/kart-2021.{taken}").mkdir()

    ran = start(root, *BUILD)

    assert (ran.code, ran.told) == (1, [f"kart/2021/kart-2021.{taken}:1:1 AR618"])
    assert output(root) == {
        path: data for path, data in OLD.items() if not path.endswith(f"2021.{taken}")
    }
    assert f"kart-2021.{other}" in names(root / "build/kart/2021")


def test_a_committee_that_cannot_be_written_does_not_keep_another_from_it(tmp_path):
    root = lay(tmp_path, {**VEG, PAGE_PATH: None}, witness=False)
    (root / PAGE_PATH).mkdir()

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert (root / "build/veg/2021/veg-2021.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert "build/veg/2021/veg-2021.html" in ran.out
    assert "kart-2021.html" not in ran.out


def test_a_fault_in_one_committee_keeps_all_output_of_all(tmp_path):
    bad = {"meetings/veg/2021/2021-01-01.md": meeting("[a](file:x)")}
    root = lay(tmp_path, {**VEG, **bad}, witness=False)

    ran = start(root, *BUILD)

    assert (ran.code, ran.told) == (1, ["meetings/veg/2021/2021-01-01.md:10:1 AR413"])
    assert output(root) == {
        **OLD,
        "build/veg/2021/veg-2021.html": VEG["build/veg/2021/veg-2021.html"],
    }


# --- things in the way ----------------------------------------------------------------------


@links
def test_a_file_that_is_a_link_is_replaced_and_what_it_leads_to_is_not(tmp_path):
    root = lay(tmp_path, {PAGE_PATH: None}, witness=False)
    (tmp_path / "mine").write_bytes(b"mine")
    (root / PAGE_PATH).symlink_to(tmp_path / "mine")

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (0, [])
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert not (root / PAGE_PATH).is_symlink()
    assert (root / PAGE_PATH).read_bytes().startswith(b"<!DOCTYPE html>")


@links
def test_a_pipe_in_the_way_is_not_waited_for(tmp_path):
    root = lay(tmp_path, {PAGE_PATH: None}, witness=False)
    os.mkfifo(root / PAGE_PATH)

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (0, [])
    assert (root / PAGE_PATH).is_file()


@links
def test_a_link_that_waits_where_a_file_is_made_ready_is_not_written_through(tmp_path):
    """An attacker who guesses the name of the file beside gets nothing by it."""
    root = lay(tmp_path, {}, witness=False)
    (tmp_path / "mine").write_bytes(b"mine")
    beside = root / f"build/kart/2021/.kart-2021.html.{os.getpid()}.new"
    beside.symlink_to(tmp_path / "mine")

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (0, [])
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_a_left_over_that_is_a_folder_is_in_nobodys_way(tmp_path):
    left = "build/kart/2021/.kart-2021.html.1.new"
    root = lay(tmp_path, {f"{left}/x": b"x"}, witness=False)

    ran = start(root, *HTML)

    assert (ran.code, ran.told) == (0, [])
    assert (root / left / "x").read_bytes() == b"x"


def test_only_what_a_killed_run_left_is_cleared_away(tmp_path):
    """Files of other names, and of the other committee that bears the same one in front, stay."""
    kept = [".kart-2021.htmlx.1.new", ".kart-20210.html.1.new", "kart-2021.html.1.new"]
    files = {f"build/kart/2021/{name}": b"x" for name in [*kept, ".kart-2021.html.1.new"]}
    root = lay(tmp_path, files, witness=False)

    start(root, *HTML)

    assert set(kept) <= set(names(root / "build/kart/2021"))
    assert ".kart-2021.html.1.new" not in names(root / "build/kart/2021")


# --- killed, and side by side ---------------------------------------------------------------

DEADLY = """
import os, sys
from pathlib import Path

seam, at, folder, *arguments = sys.argv[1:]
owner = os if seam == "fsync" else Path
real, calls = getattr(owner, seam), 0

def deadly(*given, **options):
    global calls
    calls += "arsrapport-" not in str(given[0])  # Typst's own folder, which is not the output
    if calls == int(at):
        os._exit(99)  # as when killed: nothing more is done, not even what a `finally` says
    return real(*given, **options)

setattr(owner, seam, deadly)
if arguments:
    os.chdir(folder)
    sys.argv[1:] = arguments
    from arsrapport.cli.main import run
    run()
else:
    from arsrapport.output.files import write_files
    write_files(Path(folder), {"a.pdf": b"new" * 100_000, "a.html": b"new"})
"""


def killed_at(seam: str, call: int, folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DEADLY, seam, str(call), str(folder), *arguments],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 99, done.stderr


@pytest.mark.parametrize(
    ("seam", "call", "expected"),
    [
        ("open", 1, ["old", "old"]),
        ("fsync", 1, ["old", "old"]),
        ("open", 2, ["old", "old"]),
        ("fsync", 2, ["old", "old"]),
        ("replace", 1, ["old", "old"]),
        ("replace", 2, ["new", "old"]),
    ],
)
def test_a_run_that_is_killed_leaves_each_file_old_or_new(tmp_path, seam, call, expected):
    new = {"a.pdf": b"new" * 100_000, "a.html": b"new"}
    write_files(tmp_path, {"a.pdf": b"old", "a.html": b"old"})

    killed_at(seam, call, tmp_path)

    state = ["new" if (tmp_path / name).read_bytes() == new[name] else "old" for name in new]
    assert state == expected
    olds = [name for name, is_old in zip(new, state, strict=True) if is_old == "old"]
    assert [(tmp_path / name).read_bytes() for name in olds] == [b"old"] * len(olds)
    assert write_files(tmp_path, new) == {}
    assert names(tmp_path) == ["a.html", "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == new["a.pdf"]


def test_a_build_that_is_killed_is_mended_by_the_next(tmp_path):
    root = lay(tmp_path, {}, witness=False)

    killed_at("replace", 2, root, *BUILD)

    halfway = output(root)
    assert halfway[PDF_PATH].startswith(b"%PDF-")
    assert halfway[PAGE_PATH] == OLD[PAGE_PATH]
    assert start(root, *BUILD).code == 0
    assert output(root)[PDF_PATH] == halfway[PDF_PATH]
    assert names(root / "build/kart/2021") == sorted(Path(path).name for path in OLD)


def test_a_file_that_another_run_took_for_a_left_over_is_written_anew(tmp_path, monkeypatch):
    root = lay(tmp_path, {}, witness=False)
    moved, cleared = Path.replace, []

    def clear_first(path, target):
        if len(cleared) < 3:
            cleared.append(path)
            path.unlink()
        return moved(path, target)

    monkeypatch.setattr(Path, "replace", clear_first)
    ran = start(root, *HTML)

    assert (ran.code, ran.told, len(cleared)) == (0, [], 3)
    assert (root / PAGE_PATH).read_bytes().startswith(b"<!DOCTYPE html>")
    assert names(root / "build/kart/2021") == sorted(Path(path).name for path in OLD)


def test_a_file_that_is_cleared_away_without_end_is_a_fault_and_no_bug(tmp_path, monkeypatch):
    root = lay(tmp_path, {}, witness=False)

    def clear_always(path, _target):
        path.unlink()
        raise FileNotFoundError(path)

    monkeypatch.setattr(Path, "replace", clear_always)
    ran = start(root, *HTML)
    monkeypatch.undo()

    assert (ran.code, ran.told) == (1, [PAGE_TOLD])
    assert output(root) == OLD


BUSY = """
import sys
from pathlib import Path
from arsrapport.output.files import write_files

folder, mark = Path(sys.argv[1]), sys.argv[2].encode()
files = {"a.pdf": mark * 200_000, "a.html": mark * 100}
print([faults for _ in range(40) if (faults := write_files(folder, files))])
"""


def test_runs_side_by_side_do_not_get_in_each_others_way(tmp_path):
    busy = [
        subprocess.Popen(
            [sys.executable, "-c", BUSY, str(tmp_path), mark], stdout=subprocess.PIPE, text=True
        )
        for mark in "xy"
    ]
    said = [run.communicate()[0].strip() for run in busy]

    assert said == ["[]"] * 2
    assert names(tmp_path) == ["a.html", "a.pdf"]
    data = (tmp_path / "a.pdf").read_bytes()
    assert data in {mark.encode() * 200_000 for mark in "xy"}


def test_the_minutes_and_the_report_are_files_of_their_own(tmp_path):
    root = lay(tmp_path, {}, witness=False)

    assert start(root, *MINUTES, "--format", "html").code == 0

    assert {path: output(root)[path] for path in OLD} == OLD
