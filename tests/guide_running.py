"""A guide, followed to the letter: its files written, its commands run, its questions answered.

A guide is a page of Markdown. Its blocks are taken in order, in a new folder:

- ```` ```powershell ````: commands, one a line;
- ```` ```text ```` after it: what the last of them says. A last line `…` stands for all that follows.
  When the command asks, the answers stand behind the questions;
- any other after a line with nothing but the path of a file: what that file holds from now on;
- any other: the line that stands where the last message pointed.
"""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from conftest import arsrapport, write_project

NOT_RUN = {
    "winget install --id=astral-sh.uv -e": "installs a program, on Windows only",
    "uv tool install .": "fetches packages from the net; the tests run what is installed already",
}
"""Commands that no test runs, and why."""

REST = "…"
PLACE = re.compile(r"^(\S+):(\d+):\d+: ", flags=re.MULTILINE)
SECONDS = 60


class Block(NamedTuple):
    kind: str
    path: str
    text: str


class Screen(NamedTuple):
    """What a command came to."""

    folder: Path
    command: str
    code: int
    said: str
    told: str
    """What the guide shows of it; "" for nothing."""


class Followed(NamedTuple):
    project: Path
    screens: tuple[Screen, ...]
    files: dict[str, str]
    """What the guide has written, by path."""


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page, each with the path in the line above it, if any."""
    found = re.findall(
        r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE
    )
    return [Block(kind, path, text) for path, kind, text in found]


def follow(page: str, folder: Path) -> Followed:
    """Do what a guide says, in a folder that is empty."""
    here, screens, files = folder, [], {}
    found = blocks(page)
    for block, after in zip(found, [*found[1:], Block("", "", "")], strict=True):
        if block.kind == "powershell":
            *first, last = block.text.splitlines()
            told = after.text if after.kind == "text" else ""
            for command, shown in [*((each, "") for each in first), (last, told)]:
                if command.startswith("cd "):
                    here /= command.removeprefix("cd ")
                    assert here.is_dir(), screens[-1].said
                elif command not in NOT_RUN:
                    screens.append(run(command, shown, here))
        elif block.kind != "text":
            path, text = (block.path, block.text) if block.path else mended(block, screens, files)
            files[path] = text
            write_project(here, {path: text})
    return Followed(here, tuple(screens), files)


def mended(block: Block, screens: list[Screen], files: dict[str, str]) -> tuple[str, str]:
    """Return the file that the last message points into, with its line put right."""
    path, number = PLACE.search(screens[-1].said).groups()
    lines = files[path].splitlines(keepends=True)
    lines[int(number) - 1] = block.text
    return path, "".join(lines)


def run(command: str, told: str, folder: Path) -> Screen:
    program, *words = command.split()
    assert program == "arsrapport", f"{command}: what is that? Perhaps it belongs in NOT_RUN"
    if words[0] == "init":
        code, said = on_a_terminal(words, told.splitlines(), folder)
    else:
        done = arsrapport(*words, cwd=folder)
        code, said = done.returncode, done.stdout + done.stderr
    return Screen(folder, command, code, said, told)


def on_a_terminal(words: list[str], told: list[str], folder: Path) -> tuple[int, str]:
    """Run the program on a terminal, and answer as told; return the code and the whole screen."""
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "arsrapport", *words],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    too_late = threading.Timer(SECONDS, process.kill)
    too_late.start()
    screen, questions = b"", iter(told)
    while chunk := read(ours):
        screen += chunk
        if screen.endswith(b": "):  # it waits for an answer
            question = screen.decode().splitlines()[-1].strip()
            answer = next(questions, "").removeprefix(question).strip()
            os.write(ours, f"{answer}\n".encode())
    too_late.cancel()
    os.close(ours)
    return process.wait(), screen.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # so ends a terminal on Linux
        return b""


def as_told(screen: Screen) -> tuple[list[str], list[str]]:
    """Return the lines that the guide shows and those of the screen, alike when it is truthful.

    The guide shows Windows, where paths have `\\`.
    """
    told, said = lines(screen.told), lines(screen.said)
    if told[-1] == REST:
        return told[:-1], said[: len(told) - 1]
    return told, said


def lines(text: str) -> list[str]:
    return [line.rstrip().replace("\\", "/") for line in text.splitlines()]
