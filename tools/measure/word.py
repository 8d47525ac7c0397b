"""Word: a report as a Word file, beside pandoc, which makes one of the same report's Markdown.

pandoc begins where the report is done: reading minutes, figures, numbers and references are not
its work. It reads GitHub's Markdown, its fastest reader. That both set the same text is counted, in
words.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from measure.meetings import YEAR, report_project, write
from measure.peers import PANDOC, said_by
from measure.processes import ROOT, Cost, Step, in_turn, measure, program
from measure.table import Row
from measure.words import count_words


class Report(NamedTuple):
    """A report, made as Markdown and as a Word file."""

    what: str
    meetings: int
    folder: Path
    """Of its project."""
    year: int
    stem: Path
    """Its files without their end."""


def word(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Measure the sample report for 2017, and made-up ones of these numbers of meetings.

    `ratio` is the time of `arsrapport build --format docx` by that of pandoc, `each` our time per
    meeting by that of the smallest made-up report, `words` ours by pandoc's.
    """
    pandoc = said_by(PANDOC)
    if not pandoc:
        return [{"what": "pandoc DOCX: not installed"}]
    with tempfile.TemporaryDirectory() as name:
        reports = list(_reports(Path(name), sizes))
        for report in reports:
            measure(_ours(report, "md"))
        tasks = {
            (report, by): [_theirs(report, pandoc) if by else _ours(report, "docx")]
            for report in reports
            for by in ("", "pandoc")
        }
        costs = in_turn(tasks, rounds, warm=False)
        least = costs[reports[1], ""].seconds / sizes[0]
        return [
            _row(report, costs[report, ""], costs[report, "pandoc"], least) for report in reports
        ]


def _reports(folder: Path, sizes: Sequence[int]) -> Iterator[Report]:
    out = folder / "2017"
    yield Report("2017", 4, ROOT, 2017, out / "kontaktutvalet/2017/kontaktutvalet-2017")
    for size in sizes:
        project = write(folder / str(size), report_project(size))
        stem = project / "build/utval-00" / str(YEAR) / f"utval-00-{YEAR}"
        yield Report("made up", size, project, YEAR, stem)


def _ours(report: Report, format_: str) -> Step:
    out = str(report.stem.parents[2])
    arguments = ("build", str(report.year), "--format", format_, "--out", out)
    return program(*arguments, folder=report.folder)


def _theirs(report: Report, pandoc: str) -> Step:
    made = str(_by_pandoc(report))
    markdown = str(report.stem.with_suffix(".md"))
    options = ["--standalone", "--from", "gfm", "--toc", "--output", made]
    return Step([pandoc, *options, markdown], report.stem.parent)


def _by_pandoc(report: Report) -> Path:
    return report.stem.with_name("pandoc.docx")


def _row(report: Report, ours: Cost, theirs: Cost, least: float) -> Row:
    words = count_words(report.stem.with_suffix(".docx")) or 0
    return {
        "what": report.what,
        "meetings": report.meetings,
        "s": ours.seconds,
        "pandoc s": theirs.seconds,
        "ratio": ours.seconds / theirs.seconds,
        "MB": ours.megabytes,
        "pandoc MB": theirs.megabytes,
        "each": ours.seconds / report.meetings / least,
        "words": words / (count_words(_by_pandoc(report)) or 1),
    }
