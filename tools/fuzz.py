"""Feed a check with bytes that a coverage-guided fuzzer (atheris) makes of the corpus.

Whatever stands in one file of a project, a check ends, without an exception, and finds in the other
files what it finds without it. The first byte says which file the others are.

Usage: fuzz.py [--seconds 1800] [FOLDER]; FOLDER keeps what was made up, build/fuzz unless said.
Needs `pip install atheris` (Linux, macOS). What it finds is written to the folder one stands in.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
MEETING = "meetings/kart/2021/2021-03-10.md"
WITNESS = "meetings/kart/2021/2021-05-20.md"
FILES = (
    MEETING,
    "meetings/kart/committee.yaml",
    "meetings/register.yaml",
    "meetings/kart/2021/report/report.yaml",
    "meetings/kart/2021/report/cases.md",
    "meetings/kart/follow-up.yaml",
    "arsrapport.yaml",
    "meetings/kart/2021/2021-03-10-note.md",
)
PROJECT = {
    "arsrapport.yaml": b"language: nn\n",
    "meetings/register.yaml": b"people:\n  - {name: Bo Li, initials: BLI}\n",
    "meetings/kart/committee.yaml": (
        "name: Kartutvalet\norganisations: [{name: Alfa, seats: 1}]\n"
        "members: [{name: Ragna Ås, organisation: Alfa}]\n"
    ).encode(),
    "meetings/kart/2021/report/report.yaml": b"chapters: [cases]\n",
    "meetings/kart/2021/report/cases.md": b"# Saker\n\nUtvalet hadde {{ meetings }}.\n",
    MEETING: (
        "---\ndate: 2021-03-10\npresent: [Ragna Ås]\nattachments: [2021-03-10-note.md]\n"
        "agenda:\n  - title: Kart\n---\n\n## Sak 1\n\nKartet kom.\n\n"
        "> **Tiltak K1.** Alfa ser på det.\n> Ansvar: Alfa\n> Frist: 1. mai 2021\n"
    ).encode(),
    "meetings/kart/2021/2021-03-10-note.md": b"# Notat\n\nTekst.\n",
    WITNESS: "---\ndate: 2021-05-20\nagenda:\n  - title: Ås\n---\n\n## Sak 2\n\nTekst.\n".encode(),
}
TOLD = {"AR401"}
"""What is wrong with the witness."""


def one_input(data: bytes) -> None:
    """Check a project of which one file is made up; an AssertionError when a finding got lost."""
    from arsrapport.pipeline.check import Checking, check_project  # noqa: PLC0415 - once it is traced
    from arsrapport.source.tree import MemoryTree  # noqa: PLC0415

    path = FILES[data[0] % len(FILES)] if data else MEETING
    tree = MemoryTree({**PROJECT, path: data[1:]})
    checked = check_project(tree, Checking(as_of=date(2021, 12, 31)))
    told = {found.code for found in checked.diagnostics if found.place.path == WITNESS}
    assert told >= TOLD, sorted(told)  # noqa: S101 - what fuzzing is for


def seeds() -> dict[str, bytes]:
    """Return what to begin with: the corpus, each file as what it is."""
    kinds = {name: bytes([index]) for index, name in enumerate(FILES)}
    known = {
        "input.md": MEETING,
        "input.yaml": "meetings/kart/committee.yaml",
        "committee.yaml": "meetings/kart/committee.yaml",
        "register.yaml": "meetings/register.yaml",
        "report.yaml": "meetings/kart/2021/report/report.yaml",
        "follow-up.yaml": "meetings/kart/follow-up.yaml",
        "arsrapport.yaml": "arsrapport.yaml",
        "cases.md": "meetings/kart/2021/report/cases.md",
    }
    found = {}
    for number, file in enumerate(sorted((ROOT / "tests/corpus").rglob("*.*"))):
        if file.suffix in {".md", ".yaml"}:
            kind = kinds[known.get(file.name, MEETING)]
            found[f"{number:04}"] = kind + file.read_bytes()
    return found


def main() -> None:
    """Fuzz for as long as was asked for."""
    import atheris  # noqa: PLC0415 - the rest is of use without it

    parser = argparse.ArgumentParser(description="Feed a check with made-up bytes.")
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build/fuzz")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds().items():
        (asked.folder / name).write_bytes(data)
    with atheris.instrument_imports(include=["arsrapport"]):
        import arsrapport.pipeline.check  # noqa: F401, PLC0415 - traced as it is imported
    limits = [
        f"-max_total_time={asked.seconds}",
        "-timeout=20",
        "-max_len=6000",
        "-rss_limit_mb=3000",
    ]
    atheris.Setup([sys.argv[0], *limits, str(asked.folder)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
