"""Small projects of one committee, and what `check` finds in them by some codes."""

from datetime import date

from arsrapport.pipeline.check import Checking, check_project
from arsrapport.source.tree import MemoryTree

LATER = date(2021, 12, 31)


def meeting(day, *lines, titles=("Djupner",), body=""):
    """Return a meeting file: its date, further lines of front matter, an agenda and a body."""
    agenda = [f"  - title: {title}" for title in titles]
    return "\n".join(["---", f"date: {day}", *lines, "agenda:", *agenda, "---", "", body, ""])


def path_of(name):
    """Return where a meeting lies that is named `2021-03-10` or `2021-03-10b`."""
    return f"meetings/kart/{name[:4]}/{name}.md"


def tree_of(files):
    """Return a project; a file without a folder is a meeting by its name."""
    every = {"arsrapport.yaml": "language: nn\n", "meetings/kart/committee.yaml": "name: Kart\n"}
    every |= {path if "/" in path else path_of(path): text for path, text in files.items()}
    return MemoryTree({path: text.encode() for path, text in every.items()})


def found(code, files, as_of=LATER):
    """Return the findings of a code as `file:line:column-line:column`, and their arguments."""
    checked = check_project(tree_of(files), Checking(as_of=as_of, select=(code,)))
    return [
        (f"{name_of(d.place.path)}:{span(d.place)}", dict(d.arguments)) for d in checked.diagnostics
    ]


def places(code, files, as_of=LATER):
    """Return only where the findings of a code are."""
    return [place for place, _ in found(code, files, as_of)]


def name_of(path):
    """Return the name of a file without its end."""
    return path.rpartition("/")[2].removesuffix(".md")


def span(place):
    """Return where a place begins, and where it ends if that is known."""
    end = f"-{place.end_line}:{place.end_column}" if place.end_line else ""
    return f"{place.line}:{place.column}{end}"
