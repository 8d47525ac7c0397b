"""The same files give the same bytes in every format, on every machine.

Two machines build everything there is. Nothing is alike but the files of the project: the folder, the
folder the program is called in, the home, time zone, language, seed of hashes, clock, times of files,
the order in which they were written and in which folders list them.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

import marked_project
import sequence_samples
import themed
from conftest import arsrapport, write_project

ELSEWHERE = """\
import os, time

LATER = 400 * 24 * 3600
real_time, real_ns, real_gm, real_local = time.time, time.time_ns, time.gmtime, time.localtime
time.time = lambda: real_time() + LATER
time.time_ns = lambda: real_ns() + LATER * 10**9
time.gmtime = lambda at=None: real_gm(time.time() if at is None else at)
time.localtime = lambda at=None: real_local(time.time() if at is None else at)
real_list, real_scan = os.listdir, os.scandir


class Scan:
    def __init__(self, path="."):
        with real_scan(path) as found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.listdir = lambda path=".": sorted(real_list(path), reverse=True)
os.scandir = Scan
"""
"""What Python begins with on the second machine: a later clock, and folders in reverse order."""

PLAN = "meetings/kart/2021/report/report.yaml"
MARKED, _ = marked_project.filled()
ALL = {
    **MARKED,
    PLAN: MARKED[PLAN].replace(b"[mandate,", b"[mandate, cases,"),
    **themed.theme_files("fjell"),
    "meetings/kart/2021/report/cases.md": sequence_samples.CASES.encode(),
    "meetings/kart/2021/report/kart.svg": sequence_samples.pdf_samples.SVG,
}
"""With pictures, charts, notes, a theme with fonts, and something withheld everywhere."""

PROJECTS = {"alt": ALL, "sample": sequence_samples.sample()}

COMMANDS = {
    "report": ("alt", "build", "2021", "--all"),
    "report, internal": ("alt", "build", "2021", "--all", "--edition", "internal"),
    "report, draft": ("alt", "build", "2021", "--all", "--draft"),
    "minutes": ("alt", "minutes", "2021-03-10", "--all"),
    "minutes, internal": ("alt", "minutes", "2021-03-10", "--all", "--edition", "internal"),
    "minutes, draft": ("alt", "minutes", "2021-03-10", "--all", "--draft"),
    "sample, 2017": ("sample", "build", "2017", "--all"),
    "sample, 2018": ("sample", "build", "2018", "--all"),
    "sample, export": ("sample", "export", "2017"),
    "export": ("alt", "export", "2021"),
}


class Machine(NamedTuple):
    folder: Path
    environment: dict[str, str]

    def run(self, project: str, *arguments: str) -> dict[str, bytes]:
        """Run a command in a project; return what it wrote, by name."""
        out = self.folder / "ut"
        shutil.rmtree(out, ignore_errors=True)
        where = self.folder / project / ("meetings" if "PYTHONPATH" in self.environment else "")
        done = arsrapport(*arguments, "--out", str(out), cwd=where, **self.environment)
        assert (done.returncode, done.stderr) == (0, "")
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="module")
def machines(tmp_path_factory) -> tuple[Machine, Machine]:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other") / "ein anna stæd"
    for name, files in PROJECTS.items():
        write_project(one / name, files)
        write_project(other / name, dict(reversed(files.items())))
    for number, path in enumerate(sorted(other.rglob("*"))):
        os.utime(path, (10**9 + number, 10**9 - number))
    python = write_project(other / "python", {"sitecustomize.py": ELSEWHERE})
    paths = os.pathsep.join(filter(None, [str(python), os.environ.get("PYTHONPATH", "")]))
    homes = [write_project(folder / "home", {"x": b""}) for folder in (one, other)]
    return (
        Machine(
            one,
            {
                "TZ": "Europe/Oslo",
                "LANG": "nn_NO.UTF-8",
                "LC_ALL": "nn_NO.UTF-8",
                "PYTHONHASHSEED": "1",
                "HOME": str(homes[0]),
            },
        ),
        Machine(
            other,
            {
                "TZ": "Pacific/Auckland",
                "LANG": "C",
                "LC_ALL": "C",
                "PYTHONHASHSEED": "2",
                "PYTHONUTF8": "0",
                "HOME": str(homes[1]),
                "SOURCE_DATE_EPOCH": "1",
                "PYTHONPATH": paths,
            },
        ),
    )


@pytest.mark.parametrize("what", COMMANDS)
def test_two_machines_write_the_same_bytes(machines, what):
    begun = time.time()
    one = machines[0].run(*COMMANDS[what])
    time.sleep(max(0.0, begun + 1.1 - time.time()))  # another second by the clock of the system
    other = machines[1].run(*COMMANDS[what])

    ends = {name.rpartition(".")[2] for name in one}
    assert ends >= ({"csv", "json"} if "export" in what else {"pdf", "html", "docx", "md"})
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_the_second_machine_is_another_one(machines):
    """Its clock is later, and its folders list their files the other way round."""
    script = (
        "import datetime, os; print(datetime.date.today().toordinal(), hash('a'),"
        "os.listdir('.')[0], next(os.walk('.'))[2][0], next(iter(os.scandir('.'))).name)"
    )
    said = []
    for machine in machines:
        ran = subprocess.run(
            [sys.executable, "-c", script],
            cwd=machine.folder / "alt/meetings/kart",
            env={**os.environ, **machine.environment},
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(ran.stdout.split())

    assert 399 <= int(said[1][0]) - int(said[0][0]) <= 401
    assert said[1][1] != said[0][1]
    assert said[1][2:] == ["follow-up.yaml"] * 3
