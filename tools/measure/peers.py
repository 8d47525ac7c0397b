"""Peers: the same minutes through programs that make documents of Markdown.

None of them does what a build does: docs/performance.md says what each leaves out. That they set
the same text is counted, in words of what they put out.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from measure.meetings import YEAR, bodies, report_project, write
from measure.processes import Cost, Step, in_turn, program
from measure.table import Row
from measure.words import count_words

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
PANDOC = "import pypandoc; print(pypandoc.get_pandoc_path())"
WEASYPRINT = "import weasyprint; print(weasyprint.__version__)"

PLAN = (f"meetings/utval-00/{YEAR}/report/report.yaml", "chapters: [mandate, activity]\n")
"""What others have no chapters of is left out of ours."""


class Way(NamedTuple):
    """A way from minutes to a document."""

    name: str
    against: str
    """The way of ours to the same kind of file; "" for ours."""
    output: Path
    steps: tuple[Step, ...] = ()
    """Empty where a program is missing."""


def peers(meetings: int, rounds: int) -> list[Row]:
    """Measure each way in turn; `ratio` is the time of `arsrapport build` by the peer's.

    `words` is how many words there are for each in the minutes: above 1 where lists of those
    present, a table of contents or page headers come with them, below 1 where text was lost.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, [*report_project(meetings), PLAN])
        minutes = folder / "minutes.md"
        minutes.write_text(bodies(report_project(meetings)), encoding="utf-8")
        ways = [*_ours(folder), *_theirs(folder, minutes)]
        costs = in_turn({way.name: way.steps for way in ways if way.steps}, rounds, warm=False)
        words = count_words(minutes) or 0
        return [_row(way, costs, words) if way.steps else _gap(way) for way in ways]


def _row(way: Way, costs: dict[str, Cost], words: int) -> Row:
    cost, found = costs[way.name], count_words(way.output)
    return {
        "what": way.name,
        "s": cost.seconds,
        "MB": cost.megabytes,
        "ratio": costs[way.against].seconds / cost.seconds if way.against else 1.0,
        "words": found and found / words,
        "MB out": way.output.stat().st_size / 1e6,
    }


def _gap(way: Way) -> Row:
    return {"what": f"{way.name}: not installed"}


def _ours(folder: Path) -> Iterator[Way]:
    for end in ("html", "pdf", "docx"):
        out = folder / "build/utval-00" / str(YEAR) / f"utval-00-{YEAR}.{end}"
        step = program("build", str(YEAR), "--format", end, folder=folder)
        yield Way(f"arsrapport {end.upper()}", "", out, (step,))


def _theirs(folder: Path, minutes: Path) -> Iterator[Way]:
    pandoc, weasyprint = said_by(PANDOC), said_by(WEASYPRINT)
    html, docx, typ = (folder / f"pandoc.{end}" for end in ("html", "docx", "typ"))
    of_typst, of_weasyprint = folder / "typst.pdf", folder / "weasyprint.pdf"
    made = {out: _pandoc(pandoc, minutes, out) for out in (html, docx, typ)}
    typst = Step([sys.executable, "-c", TYPST, str(typ), str(of_typst)])
    paged = Step([sys.executable, "-m", "weasyprint", str(html), str(of_weasyprint)])
    ways = (
        Way("pandoc HTML", "arsrapport HTML", html, (made[html],)),
        Way("pandoc DOCX", "arsrapport DOCX", docx, (made[docx],)),
        Way("pandoc, Typst PDF", "arsrapport PDF", of_typst, (made[typ], typst)),
        Way("pandoc, WeasyPrint PDF", "arsrapport PDF", of_weasyprint, (made[html], paged)),
    )
    for way in ways:
        is_there = pandoc and (weasyprint or paged not in way.steps)
        yield way if is_there else way._replace(steps=())


def _pandoc(path: str, minutes: Path, output: Path) -> Step:
    options = ["--standalone", "--toc", "--metadata", "title=Minutes", "--metadata", "lang=nn"]
    return Step([path, *options, str(minutes), "--output", str(output)])


def said_by(script: str) -> str:
    """Return what a Python program prints; "" when it fails, as without its package."""
    done = subprocess.run(  # noqa: S603 - the scripts above
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    return "" if done.returncode else done.stdout.strip()
