"""Floors: start-up and build against what the same libraries cost by themselves.

- `--help` against a typer program that does nothing.
- `build 2017` against bare imports of the same libraries (every module of theirs that the build
  loads) plus a bare Typst compile of the same tree.
"""

import sys
import tempfile
from pathlib import Path

from measure.processes import Step, in_turn, measure, program
from measure.table import Row

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


def floors(rounds: int) -> list[Row]:
    """Measure each pair in turn; the ratio is ours by the floor."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hello, floor = _scripts(folder)
        build = ("build", "2017", "--out", str(folder / "out"))
        pairs = {
            "--help / typer hello": (program("--help"), hello),
            "build 2017 / imports + Typst": (program(*build), floor),
            "build 2017 --format html / imports + Typst": (
                program(*build, "--format", "html"),
                floor,
            ),
        }
        return [_row(what, ours, bare, rounds) for what, (ours, bare) in pairs.items()]


def _row(what: str, ours: Step, bare: Step, rounds: int) -> Row:
    costs = in_turn({"ours": [ours], "floor": [bare]}, rounds, warm=rounds > 1)
    mine, floor = costs["ours"].seconds, costs["floor"].seconds
    return {"what": what, "s": mine, "floor s": floor, "ratio": mine / floor}


def _scripts(folder: Path) -> tuple[Step, Step]:
    """Write the programs to compare with, and return how they are run."""
    inputs = folder / "typst"
    inputs.mkdir()
    measure(_script(folder / "capture.py", CAPTURE, str(inputs)))
    hello = _script(folder / "hello.py", HELLO, "--help")
    return hello, _script(folder / "floor.py", FLOOR.format(folder=str(inputs)))


def _script(path: Path, text: str, *arguments: str) -> Step:
    path.write_text(text, encoding="utf-8")
    return Step([sys.executable, str(path), *arguments])
