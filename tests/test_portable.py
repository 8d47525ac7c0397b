"""The program asks nothing of a system that Windows has not: seen in its own syntax."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MISSING_ON_WINDOWS = frozenset({
    "crypt", "curses", "fcntl", "grp", "nis", "ossaudiodev", "posix", "pty", "pwd", "readline",
    "resource", "spwd", "syslog", "termios", "tty",
})  # fmt: skip
"""Modules of the standard library; its documentation says *Availability: Unix* of each."""

NOT_HERE = frozenset({"ctypes", "locale", "msvcrt", "subprocess", "winreg", "winsound"})
"""What starts other programs, or asks a machine for its habits, or is only on Windows."""

UNIX_CALLS = frozenset({
    "chown", "chroot", "ctermid", "fchdir", "fchmod", "fchown", "fork", "forkpty", "getegid",
    "geteuid", "getgid", "getgroups", "getloadavg", "getpgid", "getpgrp", "getpriority", "getresuid",
    "getsid", "getuid", "getxattr", "initgroups", "killpg", "lchown", "lockf", "major", "mkfifo",
    "mknod", "nice", "openpty", "pathconf", "pipe2", "posix_spawn", "pread", "pwrite", "sched_yield",
    "sendfile", "setegid", "seteuid", "setgid", "setpgid", "setsid", "setuid", "statvfs", "sync",
    "sysconf", "tcgetpgrp", "ttyname", "uname", "wait", "wait3", "wait4", "waitid",
})  # fmt: skip
"""Of `os`: its documentation says *Availability: Unix* of each."""

SHELLS = frozenset({"popen", "startfile", "system"} | {f"{s}{e}" for s in ("exec", "spawn") for e in (
    "l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")})  # fmt: skip
LINKS = frozenset({"chmod", "link", "symlink", "umask"})
"""Of `os`: Windows has them for administrators only, or does something else by the name."""

LINKS_OF_PATHS = frozenset({"chmod", "hardlink_to", "lchmod", "symlink_to"})

TEXT_READERS = frozenset({"read_text", "write_text"})


def findings(tree: ast.AST) -> Iterator[str]:
    """Yield what of a module Windows has not, or has in another way."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from _modules(alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from _modules([module])
                if module == "os":
                    yield from _calls(alias.name for alias in names)
            case ast.Attribute(attr=name, value=ast.Name(id="os")):
                yield from _calls([name])
            case ast.Attribute(attr=name) if name in LINKS_OF_PATHS:
                yield name
            case ast.Call(func=func, args=arguments, keywords=keywords):
                yield from _texts(func, arguments, {keyword.arg for keyword in keywords})
            case ast.Constant(value=str(text)) if "\x1b" in text or "%-" in text:
                yield repr(text)


def _modules(names) -> Iterator[str]:
    for name in names:
        if name.partition(".")[0] in MISSING_ON_WINDOWS | NOT_HERE:
            yield name


def _calls(names) -> Iterator[str]:
    for name in names:
        if name in UNIX_CALLS | SHELLS | LINKS:
            yield f"os.{name}"


def _texts(func: ast.expr, arguments: list[ast.expr], keywords: set[str | None]) -> Iterator[str]:
    """Yield what opens a file as text without saying in which encoding: on Windows it is cp1252."""
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    modes = [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    is_binary = any("b" in mode and len(mode) <= len("r+b") for mode in modes)
    if name in TEXT_READERS and "encoding" not in keywords and not arguments:
        yield f"{name} without an encoding"
    if name == "open" and "encoding" not in keywords and not is_binary and _opens_a_file(func):
        yield "open without an encoding"


def _opens_a_file(func: ast.expr) -> bool:
    """Say whether it is `open` itself or that of a path, not a library's, whose names are these."""
    return not (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id in {"pikepdf", "zipped"}
    )


def test_the_program_asks_for_nothing_that_windows_has_not(root):
    paths = sorted((root / "src").rglob("*.py"))
    found = {
        path.relative_to(root).as_posix(): sorted(set(findings(ast.parse(path.read_bytes()))))
        for path in paths
    }

    assert len(paths) > 100
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import fcntl", ["fcntl"]),
        ("import os.path, pwd", ["pwd"]),
        ("from subprocess import run", ["subprocess"]),
        ("from os import geteuid", ["os.geteuid"]),
        ("os.fork()", ["os.fork"]),
        ("os.system('ls')", ["os.system"]),
        ("path.symlink_to(other)", ["symlink_to"]),
        ("path.chmod(0o644)", ["chmod"]),
        ("path.read_text()", ["read_text without an encoding"]),
        ("path.open()", ["open without an encoding"]),
        ("open('x', 'w')", ["open without an encoding"]),
        ("print('\\x1b[31m')", ["'\\x1b[31m'"]),
        ("day.strftime('%-d')", ["'%-d'"]),
        ("import os\nos.getpid(); os.fsync(3)", []),
        ("path.read_text(encoding='utf-8'); path.open('rb'); open('x', 'r+b')", []),
        ("from pathlib import Path", []),
    ],
)
def test_such_a_thing_would_be_seen(code, expected):
    assert list(findings(ast.parse(code))) == expected


def test_no_path_is_put_together_with_a_backslash(root):
    """A tree's paths have `/` on every system; a machine's own paths are pathlib's to write."""
    paths: list[Path] = sorted((root / "src").rglob("*.py"))

    assert [path.name for path in paths if b"os.sep" in path.read_bytes()] == []
