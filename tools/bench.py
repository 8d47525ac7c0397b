"""Measure start-up and build against their floors.

Each pair is run in turn, many times, in one run; what counts is the ratio of the medians. The
machine may be shared and noisy: seconds are for orientation only.

- `--help` against a typer program that does nothing.
- `build 2017` (both formats) against bare imports of the same libraries (every module of theirs
  that the build loads) plus a bare Typst compile of the same tree.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 15

HELLO = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def hello(name: str = "x") -> None:
    "Say hello."
    print("hello", name)
app()
"""

CAPTURE = """
import json, pathlib, shutil, sys, typst
folder = pathlib.Path(sys.argv[1])
real = typst.compile_with_warnings
def capture(main, **options):
    shutil.copytree(options["root"], folder, dirs_exist_ok=True)
    kept = {name: value for name, value in options.items() if name != "root"}
    (folder / "options.json").write_text(json.dumps({"main": pathlib.Path(main).name, **kept}))
    return real(main, **options)
typst.compile_with_warnings = capture
sys.argv = ["arsrapport", "build", "2017", "--out", str(folder / "out")]
from arsrapport.cli.main import run
try:
    run()
finally:
    ours = {"arsrapport", "__main__", *sys.stdlib_module_names}
    names = [name for name in sys.modules if name.partition(".")[0] not in ours]
    (folder / "modules.json").write_text(json.dumps(names))
"""

SCRIPT = """
from arsrapport.cli.main import run
run()
"""
"""What an installed `arsrapport` is."""

FLOOR = """
import importlib, json, pathlib
folder = pathlib.Path({folder!r})
for name in json.loads((folder / "modules.json").read_text()):
    try:
        importlib.import_module(name)
    except ImportError:  # made at run time by its library
        pass
import typst
options = json.loads((folder / "options.json").read_text())
main = str(folder / options.pop("main"))
data, _ = typst.compile_with_warnings(main, root=str(folder), **options)
assert data[:5] == b"%PDF-"
"""


def seconds(command: list[str]) -> float:
    """Return how long a command takes, as a whole process."""
    began = time.perf_counter()
    # Compiled modules are kept, as they are where the program is installed.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=kept)  # noqa: S603
    return time.perf_counter() - began


def compare(name: str, ours: list[str], floor: list[str], rounds: int) -> dict[str, object]:
    """Run both in turn and return the medians and their ratio."""
    seconds(ours)
    seconds(floor)
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    mine, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {"what": name, "ours": mine, "floor": bare, "ratio": mine / bare, "rounds": rounds}


def main() -> None:
    """Run both comparisons and print them."""
    python = [sys.executable]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "hello.py").write_text(HELLO, encoding="utf-8")
        inputs = folder / "typst"
        inputs.mkdir()
        (folder / "capture.py").write_text(CAPTURE, encoding="utf-8")
        seconds([*python, str(folder / "capture.py"), str(inputs)])
        (folder / "floor.py").write_text(FLOOR.format(folder=str(inputs)), encoding="utf-8")
        (folder / "script.py").write_text(SCRIPT, encoding="utf-8")
        script, out = str(folder / "script.py"), str(folder / "out")
        rows = [
            compare(
                "--help / typer hello",
                [*python, script, "--help"],
                [*python, str(folder / "hello.py"), "--help"],
                ROUNDS,
            ),
            compare(
                "build 2017 / imports + Typst",
                [*python, script, "build", "2017", "--out", out],
                [*python, str(folder / "floor.py")],
                ROUNDS,
            ),
            compare(
                "build 2017 --format html / imports + Typst",
                [*python, script, "build", "2017", "--format", "html", "--out", out],
                [*python, str(folder / "floor.py")],
                ROUNDS,
            ),
        ]
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {ROUNDS} rounds each, medians")
    for row in rows:
        print("{what:<45} {ours:6.3f} s {floor:6.3f} s   ratio {ratio:.2f}".format(**row))
    if "--json" in sys.argv:
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
