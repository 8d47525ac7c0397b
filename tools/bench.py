"""Measure what the program costs, as ratios in one run.

What is compared is run in turn, several times, and medians are taken. The machine may be shared and
noisy: what counts is a ratio; seconds are for orientation only.

Usage: bench.py [floors] [curves] [peers] [word] [checking] [figures] [--large] [--quick] [--json]
"""

import argparse
import json
import os
import sys
from collections.abc import Callable

from measure.checking import checking
from measure.curves import curves
from measure.figures import figures
from measure.floors import floors
from measure.peers import peers
from measure.table import Row, table
from measure.word import word

QUICK = "one small round of each, to see that it runs"
LARGE = "check 10,000 meetings too, which takes some minutes; once instead of three times"


def parts(*, quick: bool, large: bool) -> dict[str, tuple[str, Callable[[], list[Row]]]]:
    """Return what can be measured, by name: a title, and what measures it."""
    rounds = 1 if quick else 3
    reports = (1, 2) if quick else (4, 40, 400)
    meetings = (2, 8) if quick else (100, 1_000, 10_000)
    projects = (2, 8) if quick else (100, 1_000, *((10_000,) if large else ()))
    return {
        "floors": ("Floors", lambda: floors(1 if quick else 15)),
        "curves": ("Reports of more and more meetings", lambda: curves(reports, rounds)),
        "peers": ("The same minutes through others", lambda: peers(2 if quick else 40, rounds)),
        "word": ("A report as a Word file, beside pandoc", lambda: word(reports, rounds)),
        "checking": ("arsrapport check", lambda: checking(projects, 1 if large else rounds)),
        "figures": ("Attendance and ledger", lambda: figures(meetings, rounds)),
    }


def main() -> None:
    """Measure the parts asked for, or all, and print each as it is done."""
    names = tuple(parts(quick=True, large=False))
    parser = argparse.ArgumentParser(description="Measure what the program costs.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(names)}; else all")
    parser.add_argument("--large", action="store_true", help=LARGE)
    parser.add_argument("--quick", action="store_true", help=QUICK)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON at the end")
    asked = parser.parse_args()
    if not set(asked.parts) <= set(names):
        parser.error(f"a PART is one of {', '.join(names)}")
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, medians\n")
    found = {}
    for name, (title, run) in parts(quick=asked.quick, large=asked.large).items():
        if not asked.parts or name in asked.parts:
            found[name] = run()
            print(table(title, found[name]), flush=True)
    if asked.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
