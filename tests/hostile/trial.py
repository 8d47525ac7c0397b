"""A small project with something wrong in it, the program run on it, and what that must come to.

The program is run in this process, from its door (`cli.main.run`): flags, exit code, what is
printed, what is written. The project is one committee with one meeting in 2021, an older output,
and a witness: a foreword with a fault of its own, which a run that stops too early does not tell.
"""

import contextlib
import gc
import io
import re
import signal
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from arsrapport.cli.main import run
from arsrapport.language.catalogue import label
from arsrapport.language.languages import LANGUAGES
from conftest import write_project

FOLDER = "meetings/kart/2021"
MEETING = f"{FOLDER}/2021-01-01.md"
REPORT = f"{FOLDER}/report/report.yaml"
FOREWORD = f"{FOLDER}/report/foreword.md"
COMMITTEE = "meetings/kart/committee.yaml"
REGISTER = "meetings/register.yaml"
FOLLOW_UP = "meetings/kart/follow-up.yaml"
AGREEMENT = "meetings/kart/agreement.md"
PROJECT = "arsrapport.yaml"

BUILD = ("build", "2021")
CHECK = ("check",)
MINUTES = ("minutes", "2021-01-01")

INTERRUPTED = 130
"""The exit code when a user presses Ctrl-C."""

SECONDS = 5
"""Of the processor, for any run at all; most take some hundredths of one."""

LONGEST_WAIT = 60
"""Seconds; a run that waits for something that never comes is stopped, and so fails."""

LONGEST_LINE = 5000
"""Characters of anything that is printed; a path alone may have 4096."""

OLD = {
    "build/kart/2021/kart-2021.pdf": b"the old PDF",
    "build/kart/2021/kart-2021.html": b"the old page",
    "build/kart/2021/kart-2021-01-01.pdf": b"the old minutes",
}
WITNESS = {FOREWORD: "# Føreord\n\nSjå {{ nope }}.\n"}
WITNESS_TOLD = f"{FOREWORD}:3:8 AR604"

_TOLD = re.compile(r"^(.+:[0-9]+:[0-9]+): (AR[0-9]{3}) ", re.MULTILINE)
_TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Files = Mapping[str, str | bytes | None]


def meeting(text: str = "Tekst.", *keys: str) -> str:
    """A meeting with two items. `text` begins in line 10, or later by one for each of `keys`."""
    front = "\n".join(
        ["date: 2021-01-01", "agenda:", "  - title: Djupner", "  - title: Eventuelt", *keys]
    )
    return f"---\n{front}\n---\n\n## Sak 1\n\n{text}\n\n## Sak 2\n\nTekst.\n"


BASE: Files = {
    PROJECT: "language: nn\n",
    COMMITTEE: "name: Utvalet for sjøkart\n",
    MEETING: meeting(),
}


class Ran(NamedTuple):
    """What came of a run."""

    code: int
    out: str
    err: str
    told: list[str]
    """`path:line:column code` for each fault, in order."""


def lay(folder: Path, files: Files, *, witness: bool = True) -> Path:
    """Write the project with these files in it; None is for one that is not there."""
    laid = {**BASE, **OLD, **(WITNESS if witness else {}), **files}
    return write_project(folder / "project", {k: v for k, v in laid.items() if v is not None})


def start(root: Path, *arguments: str, cwd: Path | None = None) -> Ran:
    """Run the program in a folder; whatever the files hold, it ends in order, and soon."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    before, sys.argv = sys.argv, ["arsrapport", *arguments]
    began = time.process_time()
    try:
        with (
            _stopped_when_it_waits(),
            contextlib.chdir(cwd or root),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            run()
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = before
        gc.unfreeze()
        gc.enable()
    took = time.process_time() - began
    printed, complained = (s.buffer.getvalue().decode("utf-8") for s in (out, err))
    told = [f"{place} {code}" for place, code in _TOLD.findall(complained + printed)]
    ran = Ran(code, printed, complained, told)
    _assert_in_order(ran)
    assert took < SECONDS
    return ran


@contextlib.contextmanager
def _stopped_when_it_waits() -> Iterator[None]:
    if not hasattr(signal, "alarm"):  # Windows, where nothing here waits
        yield
        return
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(LONGEST_WAIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _assert_in_order(ran: Ran) -> None:
    """No traceback, no line that says it is a bug, nothing that steers a terminal."""
    assert ran.code in {0, 1, INTERRUPTED}, ran.err
    assert "Traceback" not in ran.err
    assert not [language for language in LANGUAGES if label(language, "bug") in ran.err]
    for line in (ran.out + ran.err).split("\n"):
        assert len(line) < LONGEST_LINE
        assert not [sign for sign in line if unicodedata.category(sign) in {"Cc", "Cs"}], line
        assert not _TURNS & set(line), line


def output(root: Path) -> dict[str, bytes]:
    """Every file below `build/`, whole."""
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def assert_refused(
    root: Path, *expected: str, command: tuple[str, ...] = BUILD, witness: bool = True
) -> Ran:
    """Run, and demand just these faults and the witness's, exit code 1, and the old output."""
    ran = start(root, *command)

    wanted = sorted([*expected, *([WITNESS_TOLD] if witness else [])])
    assert "\n".join(wanted) == "\n".join(sorted(ran.told))
    assert ran.code == 1
    assert output(root) == OLD
    return ran


def refused(
    folder: Path,
    files: Files,
    *expected: str,
    command: tuple[str, ...] = BUILD,
    witness: bool = True,
) -> Ran:
    """Lay a project and demand what `assert_refused` does."""
    return assert_refused(
        lay(folder, files, witness=witness), *expected, command=command, witness=witness
    )


def built(folder: Path, files: Files, *arguments: str) -> Path:
    """Lay a project in which nothing is wrong, run, and return its folder."""
    root = lay(folder, files, witness=False)
    ran = start(root, *(arguments or (*BUILD, "--format", "html")))
    assert (ran.code, ran.told) == (0, [])
    return root
