"""Whole processes: how long they take, and how much memory at most."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-c", "from arsrapport.cli.main import run; run()")
"""What an installed `arsrapport` is."""

Key = TypeVar("Key", bound=Hashable)


class Step(NamedTuple):
    """A command, and where it is run."""

    command: Sequence[str]
    folder: Path = ROOT
    codes: tuple[int, ...] = (0,)
    """The exit codes that are no failure."""
    environment: Mapping[str, str] = {}
    """What is set besides."""
    forget: Path | None = None
    """A folder that is removed before the clock starts."""


class Cost(NamedTuple):
    """What a process took, or several in turn."""

    seconds: float
    megabytes: float | None
    """At most, of memory that is in use; None where the system does not tell (Windows)."""


def program(*arguments: str, folder: Path = ROOT) -> Step:
    """Return the step that runs `arsrapport`."""
    return Step([*PROGRAM, *arguments], folder)


def measure(step: Step) -> Cost:
    """Run a step; a CalledProcessError when it fails, and what it printed is printed."""
    command = step.command
    if step.forget:
        shutil.rmtree(step.forget, ignore_errors=True)
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - commands are those of this package
            command,
            cwd=step.folder,
            env=_environment() | dict(step.environment),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        megabytes = _wait(process)
        seconds = time.perf_counter() - began
        if process.returncode not in step.codes:
            log.seek(0)
            print(log.read().decode(errors="replace"), file=sys.stderr)
            raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, megabytes)


def output(step: Step) -> bytes:
    """Run a step and return what it printed."""
    done = subprocess.run(  # noqa: S603 - commands are those of this package
        step.command,
        cwd=step.folder,
        env=_environment() | dict(step.environment),
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode not in step.codes:
        raise subprocess.CalledProcessError(done.returncode, step.command)
    return done.stdout


def in_turn(
    tasks: Mapping[Key, Sequence[Step]], rounds: int, *, warm: bool = True
) -> dict[Key, Cost]:
    """Run tasks in turn, round after round, and return the medians.

    Args:
        tasks: Steps that follow each other; their seconds are added, the greatest memory counts.
        rounds: How many times.
        warm: Whether a round comes first that does not count.
    """
    if warm:
        in_turn(tasks, 1, warm=False)
    found: dict[Key, list[Cost]] = {key: [] for key in tasks}
    for _ in range(rounds):
        for key, steps in tasks.items():
            found[key].append(_sum([measure(step) for step in steps]))
    return {key: _median(costs) for key, costs in found.items()}


def _sum(costs: Sequence[Cost]) -> Cost:
    known = [cost.megabytes for cost in costs if cost.megabytes is not None]
    return Cost(sum(cost.seconds for cost in costs), max(known, default=None))


def _median(costs: Sequence[Cost]) -> Cost:
    known = [cost.megabytes for cost in costs if cost.megabytes is not None]
    megabytes = statistics.median(known) if known else None
    return Cost(statistics.median(cost.seconds for cost in costs), megabytes)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for a process and return its peak of memory.

    Linux counts in what the parent had in use when it began the child: no measure for a child that
    is smaller than this program, which therefore keeps nothing large.
    """
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1e6


def _environment() -> dict[str, str]:
    """Return the environment, with paths that hold in any folder.

    Compiled modules are kept, as they are where the program is installed.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    if "PYTHONPATH" in kept:
        places = kept["PYTHONPATH"].split(os.pathsep)
        kept["PYTHONPATH"] = os.pathsep.join(str(Path(place).resolve()) for place in places)
    return kept
